// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rushes {

/// From now on this thread, and threads that it starts, leave the processor to others of the same program when there is not enough for
/// all: for work in the background of a window. Cannot be taken back; where the system has no such thing nothing happens.
void leaveProcessorToOthers();

} // namespace rushes
