// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rushes::eval {

/// How much more memory this process has held at once since the object was made. Linux alone; 0 elsewhere.
class MemoryWatch {
public:
    MemoryWatch();
    double peakMegabytes() const;

private:
    double m_before = 0;
};

} // namespace rushes::eval
