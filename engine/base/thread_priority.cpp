// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/thread_priority.h"

#include <sys/resource.h>

namespace rushes {

namespace {
constexpr int backgroundNice = 8; ///< a share of about one sixth against a thread that was left alone
}

// On Linux a nice value belongs to the thread: setpriority(2), "C library/kernel differences".
void leaveProcessorToOthers() { ::setpriority(PRIO_PROCESS, 0, backgroundNice); }

} // namespace rushes
