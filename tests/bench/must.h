// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <cstdlib>
#include <iostream>
#include <utility>

namespace rushes {

/// A bench cannot go on without it: the value, or the error on standard error and exit code 1.
template <class T> T must(Result<T> result) {
    if (!result) {
        std::cerr << result.error().text() << "\n";
        std::exit(1);
    }
    return std::move(*result);
}
inline void must(const Result<void>& result) {
    if (result) return;
    std::cerr << result.error().text() << "\n";
    std::exit(1);
}

} // namespace rushes
