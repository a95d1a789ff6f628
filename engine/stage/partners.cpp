// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/partners.h"

#include "engine/stage/act_plays.h"
#include "engine/stage/casting.h"
#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

namespace rushes::stage {

using reading::Action;

void findPartners(BlockingWork& work) {
    for (auto& worker : work.workers) {
        for (const auto& other : work.workers)
            if (other.index != worker.index && (!worker.partner || other.talks)) {
                if (worker.partner && !worker.talks && work.blocking.people[worker.index].subject == worker.partnerSubject) continue;
                if (worker.partner && glm::distance(worker.slot.position, *worker.partner) < glm::distance(worker.slot.position, other.slot.position))
                    continue;
                worker.partner = other.slot.position;
                worker.partnerSubject = work.blocking.people[other.index].subject;
            }
        const auto me = castIndex(work.request, work.blocking.people[worker.index].name);
        // Alone in the frame, but not in the scene: the other one stands where the other shots have them.
        if (!worker.partner && me && work.request.cast.size() > 1) worker.partner = work.slots[*me == 0 ? 1 : 0].position;
    }
}

namespace {

/// With whom: whom the verb names, else who does the same, else the nearest.
Worker* otherOf(BlockingWork& work, const Worker& worker, const Action& action) {
    Worker* same = nullptr;
    const auto* target = work.description.subject(action.target);
    const bool named = target && target->kind == reading::SubjectKind::person;
    for (auto& other : work.workers) {
        if (other.index == worker.index) continue;
        if (named && work.blocking.people[other.index].subject == action.target) return &other;
        const bool alike = !other.groups.empty() && mainOf(other.groups.front())->motion == action.motion;
        if (!same && !named && (alike || work.blocking.people[other.index].subject == worker.partnerSubject)) same = &other;
    }
    return same;
}

/// Whoever does something to one who sits stands at the side of the seat.
void standBesideSeat(BlockingWork& work, Worker& worker, const Worker& sitter) {
    constexpr float before = 65, aside = 100, behind = 150, away = 0.62f; // degrees from where the sitter faces; metres
    const auto& set = *work.blocking.set;
    for (const float turn : {before, -before, aside, -aside, behind, -behind}) {
        const glm::vec3 at = sitter.slot.position + heading(sitter.slot.yaw + turn) * away;
        const auto spot = set.freeSpotNear(at, 0.15f);
        if (turn != -behind && (!spot || glm::distance(glm::vec2(spot->x, spot->z), glm::vec2(at.x, at.z)) > 0.25f)) continue;
        worker.slot = {{at.x, set.groundHeight(at.x, at.z, sitter.slot.position.y), at.z}, yawOf(sitter.slot.position - at), {}};
        worker.arranged = true;
        worker.partner = sitter.slot.position;
        worker.partnerSubject = work.blocking.people[sitter.index].subject;
        return;
    }
}

} // namespace

void bringPairsTogether(BlockingWork& work) {
    for (auto& worker : work.workers) {
        if (worker.groups.empty() || worker.pair || worker.arranged || worker.slot.seat) continue;
        // A verb that the act was only found near to has the act's own distance.
        const MotionPlay *const said = &work.playOfGroup(worker, 0), *const own = ownPlayOf(mainOf(worker.groups.front())->act);
        const MotionPlay& play = said->pair.apart <= 0 && own ? *own : *said;
        if (play.pair.apart <= 0) continue;
        Worker* other = otherOf(work, worker, *mainOf(worker.groups.front()));
        if (other && other->slot.seat && !other->pair && !work.person(*other).aboard && !work.person(worker).aboard) {
            standBesideSeat(work, worker, *other);
            continue;
        }
        if (!other || other->pair || other->arranged || (other->slot.seat && !work.person(*other).aboard)) continue;
        const auto sizeOf = [&](const Worker& w) { return float(work.blocking.people[w.index].figure->height()) / 1.72f; };
        const float apart = play.pair.apart * 0.5f * (sizeOf(worker) + sizeOf(*other));
        const glm::vec3 middle = (worker.slot.position + other->slot.position) * 0.5f;
        glm::vec3 way = other->slot.position - worker.slot.position;
        way.y = 0;
        way = glm::length(way) > 0.05f ? glm::normalize(way) : glm::vec3(1, 0, 0);
        const auto put = [&](Worker& w, const glm::vec3& at, const glm::vec3& towards) {
            w.slot = {{at.x, work.blocking.set->groundHeight(at.x, at.z, w.slot.position.y), at.z}, yawOf(towards - at), {}};
        };
        put(worker, middle - way * apart * 0.5f, middle);
        put(*other, middle + way * apart * 0.5f, middle);
        worker.partner = other->slot.position;
        other->partner = worker.slot.position;
        worker.partnerSubject = work.blocking.people[other->index].subject;
        other->partnerSubject = work.blocking.people[worker.index].subject;
        worker.pair = other->index;
        other->pair = worker.index;
        other->answer = play.pair.answer;
    }
}

} // namespace rushes::stage
