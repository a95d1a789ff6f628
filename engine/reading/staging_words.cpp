// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/staging_words.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

bool parts(const std::string& word) { return isAny(word, {".", ";", "!", "?", ",", ":", "while", "as", "then"}); }

/// "The camera pans from left to right", "dolly in a circle": the camera's way; not that of the man whom the camera sees run.
bool isOfCamera(const Lexicon& lexicon, const Words& w, std::size_t at) {
    for (std::size_t k = at; k-- > 0 && !parts(w[k]);) {
        if (const auto noun = lexicon.nouns.at(w, k); noun && !isAny(w[k], {"pan", "track", "crane", "drone"})) return false;
        if (isAny(w[k], {"he", "she", "they", "him", "her", "them"})) return false;
        if (isOneOf(w[k], "camera lens pan pans panning panned dolly dollies tracking track tracks truck trucks tilt tilts zoom zooms crane drone whip sweep sweeps sweeping shot slider")) return true;
    }
    return false;
}

bool endsSentence(const std::string& word) { return isAny(word, {".", ";", "!", "?"}); }

bool sameSentence(const Words& w, std::size_t a, std::size_t b) {
    for (std::size_t k = std::min(a, b); k < std::max(a, b); ++k)
        if (endsSentence(w[k])) return false;
    return true;
}

bool isGoing(std::string_view motion) { return isOneOf(motion, "walk run sneak crawl ride drive swim ski skate dance jump row fly_plane climb push pull carry"); }

/// The deeds of a phrase share their verb.
std::vector<FoundAction*> deedsOf(const StagingPhrase& phrase, const Words& w, const std::vector<std::size_t>& kept, std::vector<FoundAction>& actions) {
    const FoundAction *before = nullptr, *after = nullptr;
    for (const FoundAction& action : actions) {
        const std::size_t at = kept[action.at];
        if (!sameSentence(w, at, phrase.at.begin)) continue;
        // "Walks into frame, carrying a box, from left to right": who goes is meant rather than who holds.
        if (at < phrase.at.begin && (!before || action.at >= before->at) && (phrase.formation || isGoing(action.motion) || !before || !isGoing(before->motion))) before = &action;
        if (at > phrase.at.begin && !after) after = &action;
    }
    const FoundAction* const found = before ? before : after;
    std::vector<FoundAction*> deeds;
    for (FoundAction& action : actions)
        if (found && action.at == found->at) deeds.push_back(&action);
    return deeds;
}

void addMember(Arrangement& arrangement, const ShotDescription& out, int subject) {
    if (subject == nobody) return;
    const std::string& id = out.subjects[static_cast<std::size_t>(subject)].id;
    if (std::find(arrangement.members.begin(), arrangement.members.end(), id) == arrangement.members.end()) arrangement.members.push_back(id);
}

/// "Two knights face to face": those of the noun phrases joined before the words.
void addStanding(Arrangement& arrangement, const StagingPhrase& phrase, const Words& w, const std::vector<std::size_t>& kept, const NounPhrases& phrases, const ShotDescription& out) {
    for (const NounPhrase& p : phrases.list) {
        if (p.subject == nobody || !p.preposition.empty() || kept[p.begin] > phrase.at.begin || !sameSentence(w, kept[p.begin], phrase.at.begin)) continue;
        const SubjectKind kind = out.subjects[static_cast<std::size_t>(p.subject)].kind;
        if (kind == SubjectKind::person || kind == SubjectKind::animal) addMember(arrangement, out, p.subject);
    }
}

} // namespace

std::vector<StagingPhrase> readStagingWords(const Lexicon& lexicon, const Words& w, const std::vector<Span>& spans, const std::vector<bool>& hidden) {
    std::vector<StagingPhrase> found;
    for (std::size_t i = 0; i < w.size();) {
        const auto course = lexicon.courses.at(w, i), formation = lexicon.formations.at(w, i);
        const bool isFormation = formation.length > course.length;
        const auto& hit = isFormation ? formation : course;
        if (!hit || hidden[i] || isOfCamera(lexicon, w, i)) {
            ++i;
            continue;
        }
        found.push_back({{i, i + hit.length}, *hit.value, isFormation, {spans[i].begin, spans[i + hit.length - 1].end}});
        i += hit.length;
    }
    return found;
}

namespace {

/// "A line of prisoners", "a circle of monks".
void addGroups(const NounPhrases& phrases, ShotDescription& out) {
    for (const NounPhrase& p : phrases.list) {
        const NounPhrase* const members = p.group ? phrases.after(p) : nullptr;
        if (!members || members->subject == nobody || out.subjects[static_cast<std::size_t>(members->subject)].kind != SubjectKind::person) continue;
        const std::string kind = isOneOf(p.lemma, "line column queue") ? "single_file" : p.lemma == "row" ? "row" : isOneOf(p.lemma, "circle ring") ? "circle" : "";
        if (!kind.empty()) out.arrangements.push_back({kind, {out.subjects[static_cast<std::size_t>(members->subject)].id}, 0, out.subjects[static_cast<std::size_t>(members->subject)].span});
    }
}

} // namespace

void applyStaging(const std::vector<StagingPhrase>& staging, const Words& w, const std::vector<std::size_t>& kept, const NounPhrases& phrases, std::vector<FoundAction>& actions,
                  ShotDescription& out) {
    addGroups(phrases, out);
    for (const StagingPhrase& phrase : staging) {
        const std::vector<FoundAction*> deeds = deedsOf(phrase, w, kept, actions);
        if (!phrase.formation) {
            for (FoundAction* deed : deeds) {
                if (phrase.id == "towards_camera" && !isGoing(deed->motion)) deed->object = "camera"; // "looks towards the camera"
                else if (deed->course.empty() || deed->course == "across") deed->course = phrase.id;
            }
            continue;
        }
        Arrangement arrangement{phrase.id, {}, deeds.empty() ? 0 : deeds.front()->order, phrase.span};
        for (const FoundAction* deed : deeds) addMember(arrangement, out, deed->subject);
        if (arrangement.members.empty()) addStanding(arrangement, phrase, w, kept, phrases, out);
        if (!arrangement.members.empty()) out.arrangements.push_back(std::move(arrangement));
    }
}

} // namespace rushes::reading
