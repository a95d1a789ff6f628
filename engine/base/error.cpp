// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/error.h"

#include "engine/base/result.h"

namespace rushes {

std::string Error::text() const {
    std::string out = message;
    for (const auto& reason : reasons) out += ": " + reason;
    if (!out.empty() && out.back() != '.') out += '.';
    if (!hint.empty()) out += " " + hint;
    if (out.back() != '.' && out.back() != '?' && out.back() != '!') out += '.';
    return out;
}

tl::unexpected<Error> failBecause(const Error& cause, std::string message) {
    Error error{cause.category, std::move(message), {cause.message}, cause.hint};
    error.reasons.insert(error.reasons.end(), cause.reasons.begin(), cause.reasons.end());
    return tl::unexpected<Error>(std::move(error));
}

} // namespace rushes
