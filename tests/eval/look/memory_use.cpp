// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/memory_use.h"

#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace rushes::eval {
namespace {

/// A line of /proc/self/status in megabytes.
double statusMegabytes(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind(name + ":", 0) == 0) return std::stod(line.substr(name.size() + 1)) / 1024;
    return 0;
}

} // namespace

MemoryWatch::MemoryWatch() {
    malloc_trim(0); // what earlier runs gave back to the heap would hide what this one takes
    std::ofstream("/proc/self/clear_refs") << "5"; // proc(5): forgets the peak
    m_before = statusMegabytes("VmRSS");
}

double MemoryWatch::peakMegabytes() const { return std::max(0.0, statusMegabytes("VmHWM") - m_before); }

} // namespace rushes::eval
