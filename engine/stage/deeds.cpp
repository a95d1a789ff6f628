// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/deeds.h"

#include <algorithm>

namespace rushes::stage {

using reading::Action;

const Action* mainOf(const std::vector<const Action*>& group) {
    const Action* main = group.front();
    for (const Action* action : group)
        if (weightOf(*action) > weightOf(*main)) main = action;
    return main;
}

bool takesTurns(const Action& a, const Action& b) {
    if (sitsDown(a) || sitsDown(b)) return false;
    for (const char* voice : {"cry", "laugh"}) // seen in the face while the hands do the other
        if (a.motion == voice || b.motion == voice) return false;
    const MotionPlay &one = playOf(a), &two = playOf(b);
    return !a.act.empty() && !b.act.empty() && one.figure != two.figure && !one.travels && !two.travels && weightOf(a) > 0 && weightOf(b) > 0 && a.order == b.order &&
           one.seated == two.seated && one.lies == two.lies;
}

bool isLuggage(const reading::ShotDescription& description, const Action& action) {
    const auto* target = description.subject(action.target);
    if (!target) return false;
    for (const char* word : {"suitcase", "bag", "handbag", "briefcase", "bucket", "basket", "luggage", "toolbox", "case", "backpack"})
        if (target->noun == word || target->model == word) return true;
    return false;
}

bool laysLow(const reading::ShotDescription& description, const Action& action, std::string_view prompt) {
    const std::string_view said = prompt.substr(std::min(action.span.begin, prompt.size()));
    const std::string_view clause = said.substr(0, said.find_first_of(".;"));
    for (const char* ground : {"on the ground", "on the floor", "on the mat", "on the doormat", "in the sand", "in the grass", "on the grass", "in the snow", "in the dirt", "on the sand", "on the doorstep", "at her feet",
                               "at his feet", "on the pavement", "on the sidewalk", "on the rug", "on the carpet", "on the deck", "on the threshold", "to the ground", "to the floor"})
        if (clause.find(ground) != std::string_view::npos) return true;
    const bool raised = std::any_of(description.relations.begin(), description.relations.end(), [&](const auto& relation) {
        const auto* base = description.subject(relation.b);
        return (relation.a == action.target || relation.a == action.subject) && base && base->kind != reading::SubjectKind::person && base->noun != "mat";
    });
    const bool interior = !description.place || description.place->interior;
    return !interior && !raised && !action.target.empty();
}

namespace {

/// A verb that nothing plays, done to what a hand can take: it is in the hands.
bool handlesThing(const reading::ShotDescription& description, const Action& action) {
    const auto* target = description.subject(action.target);
    if (!target || action.object.empty() || target->kind != reading::SubjectKind::prop || target->worn) return false;
    for (const char* verb : {"reach", "extend", "stretch", "touch", "claw"})
        if (action.verb == verb) return false;
    return target->size > 0 && target->size < 0.7;
}

} // namespace

std::string onWhat(const reading::ShotDescription& description, const std::string& motion, const Action& action) {
    if (motion == "reach_out" && handlesThing(description, action)) return "handle";
    const auto* target = description.subject(action.target);
    const bool other = target && target->kind == reading::SubjectKind::person && action.target != action.subject;
    if (motion == "push" && other) return "shove";
    const auto* who = description.subject(action.subject);
    const bool hairdresser = who && (who->noun == "barber" || who->noun == "hairdresser" || who->noun == "stylist");
    if (motion == "groom" && (other || hairdresser)) return "groom_other";
    return motion;
}

bool canSit(const MotionPlay& play) {
    for (const char* word : {"walk", "run", "sneak", "turn", "stand_up", "kneel", "crouch", "crawl", "jump", "climb", "swim", "dance", "hug", "kiss", "fight",
                             "punch", "kick", "dodge", "sword", "push", "pull", "throw", "fall", "open_door", "ski", "skate", "play_ball", "lift_weights", "ride"})
        if (play.word == word) return play.seated;
    return true;
}

bool sitsDown(const Action& action) {
    if (action.motion != "sit" && action.motion != "sit_down") return false;
    for (const char* verb : {"watch", "ride", "drive", "commute", "meditate"})
        if (action.verb == verb) return false;
    return true;
}

bool staysSeated(const MotionPlay& play) {
    if (play.travels || play.lies) return false;
    for (const char* word : {"stand_up", "kneel", "crouch", "crawl", "jump", "climb", "swim", "dance", "fall", "ski", "skate", "fight", "kick", "lift_weights"})
        if (play.word == word) return false;
    return true;
}

std::string lowOf(const std::vector<const Action*>& group, const MotionPlay& play, const Beat* before) {
    const auto low = [](std::string_view word) { return word == "kneel" || word == "crouch"; };
    if (low(play.word) || play.seated || play.travels || play.lies || play.pair.apart > 0 || !canSit(play)) return {};
    for (const Action* action : group)
        if (low(playOf(*action).word)) return std::string(playOf(*action).word);
    if (!before || before->seat || before->path.size() > 1) return {};
    if (!before->low.empty()) return before->low;
    return before->motion.starts_with("kneel") ? "kneel" : before->motion == "crouch" ? "crouch" : "";
}

bool leaves(const Action& action) {
    for (const char* verb : {"leave", "exit", "go", "walk away", "depart", "flee", "escape", "run away"})
        if (action.verb == verb || action.object == "away" || action.object == "off") return true;
    return false;
}

bool enters(const Action& action) {
    for (const char* verb : {"enter", "arrive", "come", "approach", "return", "burst"})
        if (action.verb == verb) return true;
    return false;
}

bool takesAlong(const Action& action) {
    for (const char* verb : {"lead", "escort", "guide", "usher", "accompany", "drag", "shepherd"})
        if (action.verb == verb) return true;
    return false;
}

bool follows(const Action& action) {
    for (const char* verb : {"follow", "chase", "pursue", "tail", "trail", "shadow", "hunt"})
        if (action.verb == verb) return true;
    return false;
}

} // namespace rushes::stage
