// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/mounts.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <vector>

namespace rushes::reading {

namespace {

bool isMount(const Subject& subject) { return isOneOf(subject.model, "bicycle motorcycle scooter horse pony camel donkey mule elephant"); }

/// "A boy on a bicycle chases a dog": he rides, and the dog runs before him.
void rideOn(ShotDescription& out, const Relation& r) {
    std::vector<Action> fled;
    for (Action& action : out.actions) {
        if (action.subject != r.a || !isOneOf(action.motion, "walk run")) continue;
        const Subject* const chased = out.subject(action.target);
        const auto acts = [&](const Action& other) { return chased && other.subject == chased->id; };
        if (chased && chased->id != r.b && isOneOf(action.verb, "chase pursue hunt follow") && std::none_of(out.actions.begin(), out.actions.end(), acts)) {
            Action flees = action;
            flees.subject = chased->id;
            flees.target.clear();
            flees.verb = flees.motion = action.verb == "follow" ? "walk" : "run";
            fled.push_back(std::move(flees));
        }
        action.motion = "ride";
        action.act.clear();
        action.target = r.b;
        if (const Subject* const mount = out.subject(r.b)) action.object = mount->noun;
    }
    out.actions.insert(out.actions.end(), fled.begin(), fled.end());
}

/// "Writes a formula on the board": the blackboard, and nobody stands on it.
void writeOnBoards(ShotDescription& out) {
    for (Subject& board : out.subjects) {
        if (!isOneOf(board.noun, "board blackboard chalkboard whiteboard")) continue;
        for (Action& action : out.actions) {
            const auto upon = [&](const Relation& r) { return r.a == action.subject && r.b == board.id; };
            if (action.motion != "write" || (action.target != board.id && std::none_of(out.relations.begin(), out.relations.end(), upon))) continue;
            board.model = "blackboard";
            action.target = board.id;
            std::erase_if(out.relations, [&](const Relation& r) { return upon(r) || r.a == board.id; });
        }
    }
}

/// "A surfer sits on his board".
void nameBoards(ShotDescription& out) {
    const auto is = [&](std::string_view nouns) { return std::any_of(out.subjects.begin(), out.subjects.end(), [&](const Subject& s) { return s.kind == SubjectKind::person && isOneOf(s.noun, nouns); }); };
    for (Subject& subject : out.subjects)
        if (subject.noun == "board") {
            if (is("surfer")) subject.model = "surfboard";
            if (is("skater skateboarder")) subject.model = "skateboard";
            if (is("snowboarder snowboarders")) subject.model = "snowboard";
        } else if (isOneOf(subject.noun, "foil epee épée rapier sabre") && is("fencer duelist duellist swordsman swordswoman musketeer")) {
            subject.model = "sword";
        } else if (subject.noun == "brush" && is("painter artist"))
            subject.model = "paintbrush";
}

/// "Falls off his stool": sat on it before.
void sitBeforeFalling(ShotDescription& out) {
    for (std::size_t i = 0; i < out.actions.size(); ++i) {
        Action& fall = out.actions[i];
        const Subject *const seat = out.subject(fall.target), *const who = out.subject(fall.subject);
        if (fall.motion != "fall" || !seat || !who || who->kind != SubjectKind::person || !isOneOf(seat->noun, "stool chair bench swing sofa couch armchair seat bar stool")) continue;
        const bool sits = std::any_of(out.actions.begin(), out.actions.end(), [&](const Action& a) { return a.subject == fall.subject && isOneOf(a.motion, "sit sit_down"); });
        if (sits) continue;
        Action before;
        before.subject = fall.subject;
        before.verb = before.motion = "sit";
        before.target = fall.target;
        before.order = fall.order;
        before.span = fall.span;
        for (Action& action : out.actions)
            if (action.order >= before.order && (action.subject == fall.subject || action.order > before.order)) ++action.order;
        out.actions.insert(out.actions.begin() + std::ptrdiff_t(i), std::move(before));
        ++i;
    }
}

/// "A man in a wheelchair rolls down a corridor", "a woman in a wheelchair waits": on its seat, and it goes with them. Whom somebody pushes is the stage's.
void sitInWheelchairs(ShotDescription& out) {
    for (std::size_t i = 0; i < out.relations.size(); ++i) {
        const Relation r = out.relations[i];
        const Subject *who = out.subject(r.a), *chair = out.subject(r.b);
        const bool in = (r.relation == RelationKind::in || r.relation == RelationKind::on) && who && chair && who->kind == SubjectKind::person && chair->noun == "wheelchair";
        const bool pushed = std::any_of(out.actions.begin(), out.actions.end(), [&](const Action& a) { return a.target == r.a || (a.target == r.b && a.subject != r.a); });
        if (!in || pushed) continue;
        bool acts = false;
        for (Action& action : out.actions) {
            if (action.subject != r.a) continue;
            acts = true;
            const bool goes = isOneOf(action.motion, "walk run ride drive") || isOneOf(action.verb, "roll spin wheel race glide");
            if (!goes && !isOneOf(action.motion, "stand sit sit_down look listen")) continue;
            action.motion = action.verb = goes ? "ride" : "sit";
            action.object = chair->noun;
            action.act = goes ? "wheel_self" : "wheelchair_sit";
            action.actByVerb = false;
            action.target = r.b;
        }
        if (!acts) {
            Action sits;
            sits.subject = r.a;
            sits.verb = sits.motion = "sit";
            sits.act = "wheelchair_sit";
            sits.object = chair->noun;
            sits.target = r.b;
            sits.span = r.span;
            out.actions.push_back(std::move(sits));
        }
        out.relations.erase(out.relations.begin() + std::ptrdiff_t(i--));
    }
}

/// "A woman under a red umbrella waits": it is hers, and up. On a beach it stands.
void holdUmbrellas(ShotDescription& out) {
    std::erase_if(out.relations, [&](const Relation& r) {
        const Subject* const who = out.subject(r.a);
        const auto umbrella = std::find_if(out.subjects.begin(), out.subjects.end(), [&](const Subject& s) { return s.id == r.b && isOneOf(s.noun, "umbrella parasol"); });
        const bool rests = std::any_of(out.actions.begin(), out.actions.end(), [&](const Action& a) { return a.subject == r.a && isOneOf(a.motion, "lie sleep sit sit_down"); });
        if (r.relation != RelationKind::under || !who || who->kind != SubjectKind::person || umbrella == out.subjects.end() || rests) return false;
        umbrella->heldBy = who->id;
        return true;
    });
}

} // namespace

void mountRiders(ShotDescription& out) {
    sitBeforeFalling(out);
    holdUmbrellas(out);
    sitInWheelchairs(out);
    nameBoards(out);
    writeOnBoards(out);
    for (const Relation& r : out.relations) {
        const Subject *rider = out.subject(r.a), *mount = out.subject(r.b);
        if (r.relation == RelationKind::on && rider && mount && rider->kind == SubjectKind::person && isMount(*mount)) rideOn(out, r);
    }
    std::erase_if(out.relations, [&](const Relation& r) {
        const Subject *rider = out.subject(r.a), *mount = out.subject(r.b);
        if (r.relation != RelationKind::on || !rider || !mount || rider->kind != SubjectKind::person || mount->noun != "horseback") return false;
        bool rides = false;
        for (Action& action : out.actions) {
            if ((action.subject != r.a && action.subject != r.b) || !isOneOf(action.motion, "walk run ride")) continue;
            action.subject = r.a;
            action.motion = "ride";
            action.target = r.b;
            rides = true;
        }
        return rides;
    });
}

} // namespace rushes::reading
