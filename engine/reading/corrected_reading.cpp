// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/corrected_reading.h"

#include "engine/reading/motions.h"
#include "engine/reading/names.h"
#include "engine/reading/text.h"
#include "engine/reading/tokenizer.h"

#include <algorithm>

namespace rushes::reading {
namespace {

bool overlaps(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

bool isQuoted(std::string_view prompt, std::size_t at) {
    const auto before = prompt.substr(0, at);
    const auto typed = std::count(before.begin(), before.end(), '"');
    const auto open = before.rfind("\xE2\x80\x9C"), closed = before.rfind("\xE2\x80\x9D");
    return typed % 2 == 1 || (open != std::string_view::npos && (closed == std::string_view::npos || closed < open));
}

std::string wordAfter(std::string_view prompt, std::size_t at) {
    const Words following = words(prompt.substr(at, 40));
    return following.empty() ? std::string{} : following.front();
}

/// "his hands", "her coat", but "looks at her and smiles".
bool isOwner(std::string_view pronoun, std::string_view prompt, std::size_t end) {
    if (isAny(pronoun, {"his", "their", "its"})) return true;
    const std::string next = wordAfter(prompt, end);
    return pronoun == "her" && end < prompt.size() && prompt[end] == ' ' && !next.empty() && (next[0] >= 'a' && next[0] <= 'z') &&
           !isOneOf(next, "and or but in on at to with by from of as while when then who that into over under up down out off away back again for is was a the slowly quickly");
}

/// "the old man" with its article: a name has none.
std::size_t withArticle(std::string_view prompt, std::size_t begin) {
    for (const std::string_view article : {"the ", "a ", "an ", "this ", "that "}) {
        if (begin < article.size() || lowerAscii(prompt.substr(begin - article.size(), article.size())) != article) continue;
        if (begin == article.size() || prompt[begin - article.size() - 1] == ' ' || prompt[begin - article.size() - 1] == '\n') return begin - article.size();
    }
    return begin;
}

std::string_view wordOf(CorrectionKind kind) {
    constexpr std::string_view names[] = {"meaning", "who", "place", "action"};
    return names[static_cast<int>(kind)];
}

std::string nameOf(const Subject& subject) { return subject.name.empty() ? subject.noun : subject.name; }

bool isName(const std::string& text) { return !text.empty() && text[0] >= 'A' && text[0] <= 'Z'; }

Replacement whoIs(const Correction& correction, const Span& at, std::string_view prompt) {
    const std::string said = lowerAscii(prompt.substr(at.begin, at.end - at.begin));
    const bool pronoun = isAny(said, {"he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "who"});
    if (pronoun) return {at, isOwner(said, prompt, at.end) ? correction.is + "'s" : correction.is};
    return {{isName(correction.is) ? withArticle(prompt, at.begin) : at.begin, at.end}, correction.is};
}

/// A verb that everybody knows in the form of the one that is corrected, so that the sentence around it reads as a sentence.
std::string sameForm(std::string_view written) {
    const std::string first = wordAfter(written, 0);
    return first.ends_with("ing") ? "waiting" : first.ends_with("ed") ? "waited" : first.ends_with('s') ? "waits" : "wait";
}

/// The verb phrase that a director chose from the list: "turn around", "play the piano".
struct ChosenAction {
    VerbPhrase phrase;
    std::string motion;
    Deed deed;
};

ChosenAction chosenAction(FormTable& forms, const std::string& is) {
    ChosenAction out;
    const Words said = words(is);
    if (said.empty()) return out;
    out.phrase.verb = forms.verbLemma(said.front()).value_or(said.front());
    for (std::size_t k = 1; k < said.size(); ++k) {
        if (isOneOf(said[k], "up down off on out away back around over along together")) out.phrase.particles.push_back(said[k]);
        else if (!contains(forms.lexicon().determiners, said[k]) && !contains(forms.lexicon().prepositions, said[k])) out.phrase.objects.push_back(said[k]);
    }
    const std::string* const listed = forms.lexicon().motion(is);
    out.motion = listed ? *listed : motionOf(forms, out.phrase);
    out.deed = deedOf(forms, out.phrase);
    return out;
}

class Corrector {
  public:
    Corrector(std::string_view prompt, const Names& names, const ShotDescription& before, FormTable& forms, ShotDescription& out)
        : m_prompt(prompt), m_names(names), m_before(before), m_forms(forms), m_out(out) {}

    void run() {
        for (const Correction& correction : m_names.corrections) {
            if (correction.kind == CorrectionKind::place && correction.words.empty()) putPlace(correction, {});
            const std::vector<Span> places = placesOf(correction.words, m_prompt);
            for (std::size_t i = 0; i < places.size(); ++i)
                if (holdsAt(correction, static_cast<int>(i) + 1)) put(correction, places[i]);
        }
    }

  private:
    void put(const Correction& correction, const Span& at) {
        if (correction.kind == CorrectionKind::place) return putPlace(correction, at);
        if (correction.kind == CorrectionKind::action) return putAction(correction, at);
        if (correction.kind == CorrectionKind::who && isQuoted(m_prompt, at.begin)) return;
        std::string was;
        for (const Subject& s : m_before.subjects)
            if (overlaps(s.span, at)) was = nameOf(s);
        for (const Pronoun& pronoun : m_before.pronouns)
            if (const Subject* s = overlaps(pronoun.span, at) ? m_before.subject(pronoun.subject) : nullptr) was = nameOf(*s);
        m_out.corrected.push_back({std::string(wordOf(correction.kind)), std::string(m_prompt.substr(at.begin, at.end - at.begin)), was, correction.is, at});
    }

    void putPlace(const Correction& correction, const Span& at) {
        Place place;
        const Words said = words(correction.is);
        for (const LocationName& location : m_names.locations)
            if (lowerAscii(location.name) == lowerAscii(correction.is)) place.location = location.name;
        for (std::size_t i = 0; i < said.size(); ++i) // "a harbour at night": the last place that is named
            if (const auto hit = m_forms.lexicon().places.at(said, i)) place.kind = (*hit.value)->kind, place.interior = (*hit.value)->interior;
        if (place.kind.empty() && place.location.empty()) return;
        const std::string was = m_before.place ? m_before.place->kind : std::string{};
        place.span = at;
        place.byHand = true;
        if (place.kind.empty() && m_out.place) place.kind = m_out.place->kind;
        m_out.place = place;
        // What was read as a thing is the place now.
        const auto isThere = [&](const Subject& s) { return at.end > at.begin && s.kind != SubjectKind::person && s.span.end > s.span.begin && overlaps(s.span, at) && !isUsed(s.id); };
        std::erase_if(m_out.subjects, isThere);
        m_out.corrected.push_back({"place", std::string(m_prompt.substr(at.begin, at.end - at.begin)), was, correction.is, at});
    }

    bool isUsed(const std::string& id) const {
        return std::any_of(m_out.actions.begin(), m_out.actions.end(), [&](const Action& a) { return a.subject == id || a.target == id; }) ||
               std::any_of(m_out.relations.begin(), m_out.relations.end(), [&](const Relation& r) { return r.a == id || r.b == id; });
    }

    void putAction(const Correction& correction, const Span& at) {
        const ChosenAction chosen = chosenAction(m_forms, correction.is);
        if (chosen.motion.empty() || isQuoted(m_prompt, at.begin)) return;
        std::string was;
        for (const Action& action : m_before.actions)
            if (overlaps(action.span, at)) was = action.verb;
        bool found = false;
        for (Action& action : m_out.actions) {
            if (!overlaps(action.span, at)) continue;
            found = true;
            become(action, chosen);
        }
        if (!found) {
            Action action;
            action.span = at;
            action.subject = whoBefore(at.begin);
            for (const Action& other : m_out.actions)
                if (other.span.begin < at.begin) action.order = std::max(action.order, other.order);
            become(action, chosen);
            const auto behind = std::find_if(m_out.actions.begin(), m_out.actions.end(), [&](const Action& a) { return a.span.begin > at.begin; });
            m_out.actions.insert(behind, std::move(action));
        }
        std::erase_if(m_out.unknown, [&](const UnknownWord& word) { return overlaps(word.span, at); });
        m_out.corrected.push_back({"action", std::string(m_prompt.substr(at.begin, at.end - at.begin)), was, correction.is, at});
    }

    static void become(Action& action, const ChosenAction& chosen) {
        action.verb = chosen.phrase.verb;
        action.motion = chosen.motion;
        action.act = chosen.deed.motion == chosen.motion ? chosen.deed.act : std::string{};
        action.actByVerb = chosen.deed.byVerb;
        action.particle = chosen.phrase.particles.empty() ? std::string{} : chosen.phrase.particles.front();
        if (!chosen.phrase.objects.empty()) action.object = chosen.phrase.objects.back();
        else if (!action.particle.empty() && action.target.empty()) action.object = action.particle;
        action.part.clear();
    }

    /// The one named last before a byte, else the first of the shot.
    std::string whoBefore(std::size_t byte) const {
        const Subject* who = nullptr;
        for (const Subject& s : m_out.subjects) {
            if (s.kind != SubjectKind::person && s.kind != SubjectKind::animal) continue;
            if (!who || s.span.begin < byte) who = &s;
        }
        return who ? who->id : std::string{};
    }

    std::string_view m_prompt;
    const Names& m_names;
    const ShotDescription& m_before;
    FormTable& m_forms;
    ShotDescription& m_out;
};

} // namespace

std::vector<Replacement> replacementsFor(std::string_view prompt, const Names& names) {
    std::vector<Replacement> out;
    for (const Correction& correction : names.corrections) {
        if (correction.kind == CorrectionKind::place) continue;
        const std::vector<Span> places = placesOf(correction.words, prompt);
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!holdsAt(correction, static_cast<int>(i) + 1)) continue;
            if (correction.kind == CorrectionKind::meaning) out.push_back({places[i], correction.is});
            else if (isQuoted(prompt, places[i].begin)) continue;
            else if (correction.kind == CorrectionKind::action) out.push_back({places[i], sameForm(correction.words)});
            else out.push_back(whoIs(correction, places[i], prompt));
        }
    }
    for (const WordMeaning& meaning : names.meanings)
        for (const Span& at : placesOf(meaning.word, prompt))
            if (!meaning.meaning.empty()) out.push_back({at, meaning.meaning});
    // The longest of those that overlap, then the one that stands first.
    std::stable_sort(out.begin(), out.end(), [](const Replacement& a, const Replacement& b) { return a.at.end - a.at.begin > b.at.end - b.at.begin; });
    std::vector<Replacement> kept;
    for (Replacement& one : out)
        if (std::none_of(kept.begin(), kept.end(), [&](const Replacement& other) { return overlaps(other.at, one.at); })) kept.push_back(std::move(one));
    std::sort(kept.begin(), kept.end(), [](const Replacement& a, const Replacement& b) { return a.at.begin < b.at.begin; });
    return kept;
}

Names withCorrectedNames(const Names& names) {
    Names out = names;
    for (const Correction& correction : names.corrections) {
        if (correction.kind != CorrectionKind::who || !isName(correction.is)) continue;
        const bool known = std::any_of(out.cast.begin(), out.cast.end(), [&](const CastName& member) { return lowerAscii(member.name) == lowerAscii(correction.is); });
        if (!known) out.cast.push_back({correction.is});
    }
    return out;
}

void correct(std::string_view prompt, const Names& names, const ShotDescription& before, FormTable& forms, ShotDescription& out) {
    Corrector(prompt, names, before, forms, out).run();
}

std::vector<Corrigible> corrigibles(std::string_view prompt, const Names& names, const ShotDescription& description) {
    std::vector<Corrigible> out;
    const auto add = [&](CorrectionKind kind, const Span& span, std::string readAs) {
        if (span.end <= span.begin && kind != CorrectionKind::place) return;
        Corrigible one{kind, span, std::string(prompt.substr(span.begin, span.end - span.begin)), 1, std::move(readAs)};
        const std::vector<Span> places = placesOf(one.words, prompt);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] == span) one.occurrence = static_cast<int>(i) + 1;
        one.byHand = std::any_of(names.corrections.begin(), names.corrections.end(), [&](const Correction& c) {
            return c.kind == kind && lowerAscii(c.words) == lowerAscii(one.words) && holdsAt(c, one.occurrence);
        });
        out.push_back(std::move(one));
    };
    for (const UnknownWord& word : description.unknown) add(CorrectionKind::meaning, word.span, word.takenFor.value_or(""));
    for (const Subject& s : description.subjects)
        if (s.kind == SubjectKind::person && !s.implied) add(CorrectionKind::who, s.span, nameOf(s));
    for (const Pronoun& pronoun : description.pronouns) {
        const Subject* const who = description.subject(pronoun.subject);
        add(CorrectionKind::who, pronoun.span, who ? nameOf(*who) : std::string{});
    }
    for (const Action& action : description.actions) add(CorrectionKind::action, action.span, action.verb);
    for (const CorrectedReading& corrected : description.corrected) // what no longer shows as itself: a pronoun that a name stands for
        for (const auto kind : {CorrectionKind::meaning, CorrectionKind::who})
            if (corrected.kind == wordOf(kind)) add(kind, corrected.span, corrected.is);
    add(CorrectionKind::place, description.place ? description.place->span : Span{}, description.place ? description.place->kind : std::string{});
    std::stable_sort(out.begin(), out.end(), [](const Corrigible& a, const Corrigible& b) { return a.span.begin < b.span.begin; });
    // Two who do the same are one verb.
    out.erase(std::unique(out.begin(), out.end(), [](const Corrigible& a, const Corrigible& b) { return a.kind == b.kind && a.span == b.span; }), out.end());
    return out;
}

Correction correctionOf(const Corrigible& corrigible, std::string is, bool everywhere) {
    return {corrigible.kind, corrigible.words, std::move(is), everywhere || corrigible.kind == CorrectionKind::meaning ? 0 : corrigible.occurrence};
}

} // namespace rushes::reading
