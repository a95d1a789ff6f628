// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/eyewear.h"

#include "engine/figures/bones.h"

#include <glm/matrix.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace rushes::stage {
namespace {

constexpr float beforeEyes = 0.027f; ///< metres from the middle of the eyeballs to the glass

/// The prop that shows a worn word; empty for what is worn neither on the eyes nor on the ears.
std::string_view eyewearFor(std::string_view noun) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kinds{{
        {"glasses", "glasses"}, {"spectacles", "glasses"}, {"eyeglasses", "glasses"}, {"pince-nez", "glasses"}, {"sunglasses", "sunglasses"}, {"shades", "sunglasses"},
        {"goggles", "goggles"}, {"monocle", "monocle"}, {"eye patch", "eye patch"}, {"eyepatch", "eye patch"}, {"mask", "eye mask"}, {"eye mask", "eye mask"},
        {"headphones", "headphones"}, {"headset", "headphones"}, {"earphones", "headphones"}}};
    for (const auto& [word, prop] : kinds)
        if (word == noun) return prop;
    return {};
}

/// Headphones sit on the ears, not before the eyes.
constexpr glm::vec3 toEars{0, -0.02f, -0.095f};

/// Where the thing's middle is from the head's bone, for a figure at rest.
figures::Holding onEyes(const figures::Figure& figure, const sets::Prop& prop, float scale) {
    figures::Holding holding{.way = figures::HoldWay::bone, .bone = figures::bones::head};
    const figures::BodyPose rest = figures::evaluate(figure, {});
    const glm::vec3 eyes = glm::vec3(glm::inverse(figure.holdFrame(rest, holding)) * glm::vec4(figure.landmarks(rest).eyes, 1));
    const glm::vec3 worn = prop.name == "headphones" ? toEars : glm::vec3(0, 0, beforeEyes);
    holding.offset = (eyes + worn + prop.mesh->bounds.centre() * scale) / (float(figure.height()) / 1.72f);
    return holding;
}

} // namespace

void wearEyewear(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description) {
    for (std::size_t i = 0; i < blocking.people.size(); ++i) {
        const reading::Subject* const who = description.subject(blocking.people[i].subject);
        if (!who || blocking.people[i].own) continue;
        const auto worn = std::find_if(who->wears.begin(), who->wears.end(), [](const auto& thing) { return !eyewearFor(thing.noun).empty(); });
        if (worn == who->wears.end()) continue;
        StagedProp thing;
        thing.model = std::string(eyewearFor(worn->noun));
        const auto prop = sets.prop(thing.model);
        if (!prop) continue;
        thing.prop = *prop;
        thing.colour = worn->colour;
        thing.scale = blocking.people[i].figure->height() < 1.4 ? 0.9f : 1.0f;
        thing.holder = i;
        thing.holding = onEyes(*blocking.people[i].figure, *thing.prop, thing.scale);
        blocking.props.push_back(std::move(thing));
    }
}

} // namespace rushes::stage
