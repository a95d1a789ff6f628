// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/eyewear.h"

#include "engine/figures/bones.h"

#include <glm/matrix.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace rushes::stage {
namespace {

/// What is worn on the face or the head as a thing of its own.
struct Eyewear {
    std::string_view word, prop;
    glm::vec3 at; ///< metres from the middle of the eyeballs
};

constexpr glm::vec3 beforeEyes{0, 0, 0.027f}, onEars{0, -0.02f, -0.095f};

/// What shows a worn word; null for what is worn neither on the eyes nor on the ears.
const Eyewear* eyewearFor(std::string_view noun) {
    static constexpr Eyewear kinds[] = {
        {"glasses", "glasses", beforeEyes},     {"spectacles", "glasses", beforeEyes},   {"eyeglasses", "glasses", beforeEyes}, {"pince-nez", "glasses", beforeEyes},
        {"sunglasses", "sunglasses", beforeEyes}, {"shades", "sunglasses", beforeEyes},  {"goggles", "goggles", beforeEyes},    {"monocle", "monocle", beforeEyes},
        {"eye patch", "eye patch", beforeEyes}, {"eyepatch", "eye patch", beforeEyes},   {"mask", "eye mask", beforeEyes},      {"eye mask", "eye mask", beforeEyes},
        {"headphones", "headphones", onEars},   {"headset", "headphones", onEars},       {"earphones", "headphones", onEars},
    };
    const auto found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Eyewear& kind) { return kind.word == noun; });
    return found == std::end(kinds) ? nullptr : found;
}

/// Where the thing's middle is from the head's bone, for a figure at rest.
figures::Holding heldOn(const figures::Figure& figure, const glm::vec3& at, const sets::Prop& prop, float scale) {
    figures::Holding holding{.way = figures::HoldWay::bone, .bone = figures::bones::head};
    const figures::BodyPose rest = figures::evaluate(figure, {});
    const glm::vec3 eyes = glm::vec3(glm::inverse(figure.holdFrame(rest, holding)) * glm::vec4(figure.landmarks(rest).eyes, 1));
    holding.offset = (eyes + at + prop.mesh->bounds.centre() * scale) / (float(figure.height()) / 1.72f);
    return holding;
}

} // namespace

void wearEyewear(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description) {
    for (std::size_t i = 0; i < blocking.people.size(); ++i) {
        const reading::Subject* const who = description.subject(blocking.people[i].subject);
        if (!who || blocking.people[i].own) continue;
        const auto worn = std::find_if(who->wears.begin(), who->wears.end(), [](const auto& thing) { return eyewearFor(thing.noun) != nullptr; });
        if (worn == who->wears.end()) continue;
        StagedProp thing;
        const Eyewear& kind = *eyewearFor(worn->noun);
        thing.model = std::string(kind.prop);
        const auto prop = sets.prop(thing.model);
        if (!prop) continue;
        thing.prop = *prop;
        thing.colour = worn->colour;
        thing.scale = blocking.people[i].figure->height() < 1.4 ? 0.9f : 1.0f;
        thing.holder = i;
        thing.holding = heldOn(*blocking.people[i].figure, kind.at, *thing.prop, thing.scale);
        blocking.props.push_back(std::move(thing));
    }
}

} // namespace rushes::stage
