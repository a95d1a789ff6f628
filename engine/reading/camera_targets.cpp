// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/camera_targets.h"

#include "engine/reading/body_parts.h"
#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

/// The first words after this byte of the prompt.
std::size_t wordAfter(const TaggedText& t, std::size_t byte) {
    const auto found = std::find_if(t.spans.begin(), t.spans.end(), [&](const Span& s) { return s.begin >= byte; });
    return static_cast<std::size_t>(found - t.spans.begin());
}

bool isStop(const TaggedText& t, std::size_t i) {
    return isAny(t.w[i], {".", ";", "!", "?"}) || t.tags[i] == Tag::verb || t.tags[i] == Tag::subordinator;
}

/// The subject of the first noun phrase within some words; one after "to" is preferred when asked for ("from the gun to the banker").
int subjectAfter(const TaggedText& t, const NounPhrases& phrases, std::size_t byte, std::size_t reach, bool preferGoal) {
    int first = nobody;
    const std::size_t begin = wordAfter(t, byte);
    for (std::size_t i = begin; i < std::min(t.size(), begin + reach); ++i) {
        if (isStop(t, i)) break;
        const NounPhrase* const p = phrases.beginningAt(i);
        if (!p || p->subject == nobody) continue;
        if (preferGoal && p->preposition == "to") return p->subject;
        if (first == nobody) first = p->subject;
        if (!preferGoal) break;
    }
    return first;
}

/// The part of the body that the framing is of: "close-up of Mara's hands", "close on an eye"; empty.
std::string partAfter(const TaggedText& t, FormTable& forms, const NounPhrases& phrases, std::size_t byte) {
    const std::size_t begin = wordAfter(t, byte);
    for (std::size_t i = begin; i < std::min(t.size(), begin + 3) && !isStop(t, i); ++i)
        if (const NounPhrase* const p = phrases.beginningAt(i)) return bodyPartOf(forms, t.w[p->last]);
    return {};
}

/// "Over the shoulder of Tom", "OTS from behind Tom": the film word has taken the shoulder, the name stands behind it. "Over-the-shoulder shot of Tom" shows him.
int shoulderOf(const TaggedText& t, const NounPhrases& phrases, std::string_view prompt) {
    const std::string text = lowerAscii(prompt);
    for (const std::string_view words : {"over the shoulder of ", "over-the-shoulder of ", "over the hip of ", "ots from behind ", "ots behind ", "ots past ", "over the shoulder from behind ", "over-the-shoulder from behind "})
        if (const auto at = text.find(words); at != std::string::npos) return subjectAfter(t, phrases, at + words.size(), 3, false);
    return nobody;
}

/// Who stands right before this byte: "the boxer" of "the boxer's POV".
int subjectBefore(const TaggedText& t, const NounPhrases& phrases, std::size_t byte) {
    for (std::size_t i = t.size(); i-- > 0;)
        if (t.spans[i].end <= byte && t.spans[i].end + 1 >= byte)
            if (const NounPhrase* const p = phrases.around(i)) return p->subject;
    return nobody;
}

/// Whose eyes the camera is: "POV of a child", "the sniper's point of view"; behind a bare "POV" who acts first, unless it is filmed ("POV shot of a
/// dog") or comes to the camera. With a move of its own the camera is nobody's.
std::string eyesOf(const TaggedText& t, const NounPhrases& phrases, std::string_view prompt, const ShotDescription& out) {
    const std::string text = lowerAscii(prompt);
    const auto person = [&](int i) { return i != nobody && out.subjects[static_cast<std::size_t>(i)].kind == SubjectKind::person ? out.subjects[static_cast<std::size_t>(i)].id : std::string{}; };
    for (const std::string_view words : {"pov of ", "pov from ", "point of view of ", "point-of-view of ", "perspective of ", "eyes of "})
        if (const auto at = text.find(words); at != std::string::npos)
            if (const std::string who = person(subjectAfter(t, phrases, at + words.size(), 4, false)); !who.empty()) return who;
    for (const std::string_view words : {"'s pov", "'s point of view", "'s perspective", "'s eyes"})
        if (const auto at = text.find(words); at != std::string::npos)
            if (const std::string who = person(subjectBefore(t, phrases, at)); !who.empty()) return who;
    const auto bare = text.find("pov");
    const bool filmed = bare != std::string::npos && (text.find("pov shot of", bare) == bare || text.find("pov of", bare) == bare);
    const bool toCamera = std::any_of(out.actions.begin(), out.actions.end(), [](const Action& action) { return isOneOf(action.object, "camera lens"); }) || text.find("the camera") != std::string::npos;
    const bool moves = std::any_of(out.camera.moves.begin(), out.camera.moves.end(), [](const CameraMove& move) { return move.move != Move::fixed && move.move != Move::handheld; });
    if (bare == std::string::npos || filmed || toCamera || moves) return {};
    for (const Action& action : out.actions)
        if (const Subject* const who = out.subject(action.subject); who && who->kind == SubjectKind::person && who->count == 1) return who->id;
    return {};
}

} // namespace

void readCameraTargets(const TaggedText& t, FormTable& forms, const NounPhrases& phrases, Span framing, std::string_view prompt, ShotDescription& out) {
    const auto id = [&](int subject) { return subject == nobody ? std::string{} : out.subjects[static_cast<std::size_t>(subject)].id; };
    for (CameraMove& move : out.camera.moves) {
        if (move.move == Move::fixed || move.move == Move::handheld || move.span.end == 0) continue;
        const bool sweeps = move.move == Move::pan || move.move == Move::tilt || move.move == Move::whipPan || move.move == Move::rackFocus;
        move.target = id(subjectAfter(t, phrases, move.span.end, sweeps ? 9 : 6, sweeps));
    }
    if (framing.end > 0) {
        out.camera.target = id(subjectAfter(t, phrases, framing.end, 3, false));
        out.camera.part = partAfter(t, forms, phrases, framing.end);
    }
    if (out.camera.pov == PointOfView::firstPerson) out.camera.eyes = eyesOf(t, phrases, prompt, out);
    out.camera.over = id(shoulderOf(t, phrases, prompt));
    if (!out.camera.over.empty() && out.camera.target == out.camera.over) out.camera.target.clear();
    for (const NounPhrase& p : phrases.list) {
        const std::string& last = t.w[p.last];
        if (p.subject == nobody) continue;
        if (p.preposition == "over" && isAny(last, {"shoulder", "hip"})) { // "over Tom's shoulder"
            out.camera.over = id(p.subject);
            if (!out.camera.pov) out.camera.pov = last == "hip" ? PointOfView::overHip : PointOfView::overShoulder;
        }
    }
}

} // namespace rushes::reading
