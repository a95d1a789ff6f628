// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rushes::script {

/// What a sentence says of someone right behind the name that ends at `end`: ", 30s, a ferry clerk in a red coat, locks
/// …" gives "30s, a ferry clerk in a red coat"; "(29)" gives "29". Else what stands before it: "his 7 year-old son,
/// MATTHEW" gives "7 year-old son". May be empty.
std::string descriptionAround(std::string_view sentence, std::size_t begin, std::size_t end);

/// What stands behind the name alone, and where it ends in the sentence with the comma or bracket that closes it.
struct Introduction {
    std::string description;
    std::size_t end = 0;
};
Introduction introductionBehind(std::string_view sentence, std::size_t nameEnd);

/// Whether the description is a person's: an age, or a noun for people.
bool describesPerson(std::string_view description);

} // namespace rushes::script
