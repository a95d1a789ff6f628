// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/explained_text.h"

#include <string_view>
#include <vector>

namespace rushes::reading {

/// "A couple argues; she throws a plate and he leaves": where the two of a couple act apart, what is read in its place is "a man and a woman", and in place of
/// "the husband" or "his wife" behind it "the man" and "the woman". Empty where nobody acts apart. Of ASCII letters, in any case.
std::vector<Replacement> couplesApart(std::string_view prompt);

} // namespace rushes::reading
