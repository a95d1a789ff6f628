// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/mounts.h"

#include "engine/reading/text.h"

namespace rushes::reading {

void mountRiders(ShotDescription& out) {
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
