// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/colours.h"

#include <array>

namespace rushes::stage {
namespace {

struct Named {
    std::string_view word;
    glm::vec3 colour;
};

constexpr std::array colours{
    Named{"red", {0.80f, 0.30f, 0.26f}},    Named{"orange", {0.90f, 0.57f, 0.27f}}, Named{"yellow", {0.93f, 0.81f, 0.38f}},
    Named{"green", {0.46f, 0.66f, 0.43f}},  Named{"blue", {0.44f, 0.58f, 0.80f}},   Named{"purple", {0.60f, 0.46f, 0.70f}},
    Named{"pink", {0.91f, 0.62f, 0.68f}},   Named{"brown", {0.55f, 0.41f, 0.30f}},  Named{"black", {0.20f, 0.20f, 0.21f}},
    Named{"white", {0.96f, 0.96f, 0.95f}},  Named{"grey", {0.62f, 0.62f, 0.62f}},
};

} // namespace

std::optional<glm::vec3> markerColour(std::string_view word) {
    for (const auto& named : colours)
        if (named.word == word) return named.colour;
    return std::nullopt;
}

} // namespace rushes::stage
