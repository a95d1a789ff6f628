// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/motion_rules.h"

#include "engine/reading/motions.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rushes::reading {

namespace {

std::string_view motionOfTrade(std::string_view noun) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> trades = {
        {{"skier snowboarder surfer", "ski"}, {"skater skateboarder", "skate"}, {"pilot", "fly_plane"}, {"cyclist biker rider motorcyclist jockey", "ride"},
         {"driver", "drive"}, {"skydiver paraglider parachutist", "fly_plane"}, {"runner jogger sprinter", "run"}, {"swimmer", "swim"}, {"rower", "row"}}};
    for (const auto& [nouns, motion] : trades) {
        if (isOneOf(noun, nouns)) return motion;
    }
    return {};
}

bool isVehicle(const Subject& s) { return s.kind == SubjectKind::vehicle; }
bool isLiving(const Subject& s) { return s.kind == SubjectKind::person || s.kind == SubjectKind::animal; }

std::string_view motionOfVehicle(std::string_view category) {
    if (isOneOf(category, "plane helicopter spacecraft")) return "fly_plane";
    return isOneOf(category, "boat ship") ? "row" : "drive";
}

bool cannotFly(const Subject& s) {
    return s.kind == SubjectKind::person || (s.kind == SubjectKind::animal && !isOneOf(s.category, "bird quadruped elephant horse"));
}

} // namespace

std::string fitMotion(FormTable& forms, const ProposedMotion& p) {
    std::string motion = p.motion;
    if (!p.subject) return motion;
    const Subject& who = *p.subject;
    if (isLiving(who) && isOneOf(p.verb, "collide crash bump")) return "fall";
    const bool changes = isOneOf(p.verb, "change transform become turn vanish disappear appear emerge melt dissolve explode freeze glow morph");
    if (isLiving(who) && (motion == "flow" || motion == "grow" || (motion == "transform" && !changes))) {
        std::string other = motionByWordNet(forms, p.verb, p.object != nullptr, {"flow", "transform", "grow"});
        if (!other.empty()) motion = std::move(other);
        if (motion == "flow" || motion == "grow") motion = p.object ? "reach" : "look";
    }
    if (p.verb == "pass" && !p.object) motion = "walk"; // "the two pass each other": nothing is thrown
    if (motion == "fly_plane" && cannotFly(who) && !isOneOf(p.verb, "fly soar glide hover pilot levitate orbit paraglide parasail take")) motion = "jump";
    if (!p.hasObject && isOneOf(p.verb, "play perform practice") && isInstrument(forms.lexicon(), who.prop)) motion = "play_instrument";
    if (isVehicle(who) && !isAny(motion, {"transform", "fight", "shoot", "stand"})) motion = motionOfVehicle(who.category);
    const bool atThing = p.object && (p.object->kind == SubjectKind::prop || p.object->kind == SubjectKind::effect || p.object->kind == SubjectKind::structure);
    const DeedEntry* const goes = who.kind == SubjectKind::person ? forms.lexicon().deed(p.verb) : nullptr; // "navigates the ledge"
    if (atThing && isLiving(who) && !(goes && goes->motion == motion && motion == "walk") && isAny(motion, {"turn", "stand", "walk", "fall"}) &&
        !isOneOf(p.verb, "cross enter leave approach pass reach circle follow explore patrol climb exit roam wander tour pace step guard face board join bypass "
                         "await stumble trip slip slide lean lead escort ascend descend trail block")) {
        motion = "reach";
    }
    if (const std::string_view trade = motionOfTrade(who.noun); !trade.empty() &&
        isOneOf(p.verb, "glide slide grind land overtake race speed turn take cruise weave carve jump rush descend pass go move lean swerve brake accelerate perform cross approach circle follow chase flee arrive leave return gallop deploy dive")) {
        motion = trade;
    }
    if (motion == "walk" && p.object && isAny(p.verb, {"shuffle", "deal"})) motion = "work_tool";
    return motion;
}

} // namespace rushes::reading
