// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/contents.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

constexpr std::string_view containers = "crate box basket sack bag bucket pail barrel jar bottle jug can tin pot pan tub bin chest trunk suitcase case tray cart wheelbarrow wagon bundle armful carton packet pack "
                                        "bowl cup mug glass flask vase envelope folder net hamper pitcher plate";

bool isHandled(const ShotDescription& out, const Subject& thing) {
    return !thing.heldBy.empty() || std::any_of(out.actions.begin(), out.actions.end(), [&](const Action& action) {
        const Subject* const who = out.subject(action.subject);
        return action.target == thing.id && who && who->kind == SubjectKind::person && isOneOf(action.motion, "carry pick_up put_down give push pull throw catch reach wash drink eat");
    });
}

} // namespace

void hideContents(const TaggedText& text, const NounPhrases& phrases, ShotDescription& out) {
    for (std::size_t i = 0; i + 1 < phrases.list.size(); ++i) {
        const NounPhrase &of = phrases.list[i], &what = phrases.list[i + 1];
        if (of.subject == nobody || what.subject == nobody || of.subject == what.subject || text.word(of.end) != "of" || what.begin != of.end + 1) continue;
        const Subject& container = out.subjects[static_cast<std::size_t>(of.subject)];
        Subject& content = out.subjects[static_cast<std::size_t>(what.subject)];
        if (content.kind == SubjectKind::person || content.kind == SubjectKind::structure || !isOneOf(container.noun, containers) || !isHandled(out, container)) continue;
        content.worn = true;
        std::erase_if(out.relations, [&](const Relation& r) { return r.a == content.id || r.b == content.id; });
    }
}

} // namespace rushes::reading
