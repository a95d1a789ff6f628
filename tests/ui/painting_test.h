// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rushes::test {

/// Painted frames and kept looks, by mouse, pen and keys on a window of their own. Returns how many tests failed.
int runPaintingTest(int argc, char** argv);

} // namespace rushes::test
