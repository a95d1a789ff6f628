// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <exception>
#include <new>
#include <string>

namespace rushes::neural {

/// What was thrown, as an error: `noSpace` when memory ran out (torch says so in words only), else `internal` with torch's first line.
inline Error asError(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        return {ErrorCategory::noSpace, "There is not enough memory for the look's network", {}, "Close other programs, or choose a smaller size."};
    } catch (const std::exception& error) {
        std::string text = error.what();
        if (text.find("allocate memory") != std::string::npos)
            return {ErrorCategory::noSpace, "There is not enough memory for the look's network", {}, "Close other programs, or choose a smaller size."};
        return {ErrorCategory::internal, "The look's network failed", {text.substr(0, text.find('\n'))}, {}};
    } catch (...) {
        return {ErrorCategory::internal, "The look's network failed", {}, {}};
    }
}

} // namespace rushes::neural
