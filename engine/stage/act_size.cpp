// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/act_size.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::ShotSize;

/// Sizes are listed from wide to close: the smaller of two is the wider one.
ShotSize wider(ShotSize a, ShotSize b) { return std::min(a, b); }

/// What a pose needs, by heights in statures.
ShotSize sizeOfPose(const figures::BodyLandmarks& body, float stature, bool seated) {
    const float hips = body.hips.y / stature;
    if (!seated && hips < 0.43f) return ShotSize::full; // crouched, fallen
    if (std::max(body.leftFoot.y, body.rightFoot.y) > (seated ? 0.3f : 0.16f) * stature || body.headTop.y > 1.05f * stature) return ShotSize::full;
    ShotSize size = seated ? ShotSize::mediumFull : ShotSize::medium;
    for (const auto& hand : {body.leftHand, body.rightHand}) {
        if (hand.y > 1.08f * stature) return ShotSize::full; // arms raised
        const bool works = hand.z > body.hips.z + 0.12f * stature; // a hanging arm says nothing
        if (works && hand.y < 0.34f * stature) return ShotSize::full;
        if (works && hand.y < 0.58f * stature) size = ShotSize::mediumFull;
    }
    return size;
}

ShotSize sizeOfTool(const figures::Act& act, const sets::SetLibrary& sets) {
    if (act.holding.prop.empty()) return ShotSize::medium;
    const auto match = sets.propFor(act.holding.prop);
    const auto prop = match ? sets.prop(match->name) : Result<std::shared_ptr<const sets::Prop>>(nullptr);
    if (!prop || !*prop) return ShotSize::medium;
    const float longest = std::max({(*prop)->size.x, (*prop)->size.y, (*prop)->size.z});
    return longest > 0.9f ? ShotSize::full : longest > 0.5f ? ShotSize::mediumFull : ShotSize::medium;
}

/// What is seen in the legs.
bool isWholeBody(const std::string& motion) { return reading::isOneOf(motion, "dance jump kick fight sword climb ski skate swim fall kneel crawl"); }

} // namespace

ShotSize sizeShowing(const Blocking& blocking, const reading::ShotDescription& description, std::size_t index, const sets::SetLibrary& sets) {
    constexpr int looks = 5; // moments of each act
    const StagedPerson& person = blocking.people[index];
    ShotSize size = ShotSize::medium;
    for (const Beat& beat : person.beats) {
        if (beat.lift > 0.1f && !beat.seat) size = wider(size, ShotSize::full); // with what they stand on
        const figures::Act* const act = person.figure->library().acts().find(beat.motion);
        if (!act || beat.action == Beat::noAction) continue;
        if (beat.action < description.actions.size() && isWholeBody(description.actions[beat.action].motion)) size = wider(size, ShotSize::full);
        size = wider(size, sizeOfTool(*act, sets));
        for (int i = 0; i < looks; ++i) {
            const double at = beat.start + (beat.end - beat.start) * (i + 0.5) / looks;
            const PersonMoment moment = personAt(blocking, index, at);
            size = wider(size, sizeOfPose(person.figure->landmarks(figures::evaluate(*person.figure, moment.performance)), float(person.figure->height()), beat.seat.has_value()));
        }
    }
    return size;
}

} // namespace rushes::stage
