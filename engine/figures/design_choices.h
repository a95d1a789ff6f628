// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/character_design.h"
#include "engine/figures/seeded.h"

#include <algorithm>
#include <initializer_list>

namespace rushes::figures {

inline bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

inline glm::vec3 pick(Seeded& random, std::initializer_list<glm::vec3> from) {
    return *(from.begin() + random.below(int(from.size())));
}

/// Style and colour of the hair, and the beard. What is said outranks what age, sex and descent make likely.
void chooseHair(CharacterDesign& design, const PersonWords& words, Seeded& random);

} // namespace rushes::figures
