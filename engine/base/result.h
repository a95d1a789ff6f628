// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace rushes {

/// A value, or why there is none.
template <class T> using Result = tl::expected<T, Error>;

/// return fail(ErrorCategory::notFound, "There is no shot 12Z", "`rushes shots` lists them");
inline tl::unexpected<Error> fail(ErrorCategory category, std::string message, std::string hint = {}) {
    return tl::unexpected<Error>(Error{category, std::move(message), {}, std::move(hint)});
}

/// Hands a failure on unchanged.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

/// Hands a failure on under a new message; the old one becomes the first reason.
tl::unexpected<Error> failBecause(const Error& cause, std::string message);

} // namespace rushes
