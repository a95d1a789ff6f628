// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/place_guess.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <set>
#include <vector>

namespace rushes::reading {

namespace {

constexpr std::size_t reach = 5;     ///< words of a clue stand within so many words of the text

/// Words above a noun that say nothing of where it is.
bool saysNothing(std::string_view word) {
    return isOneOf(word, "person individual someone human being organism causal agent object whole artifact instrumentality device container structure thing animal "
                         "creature adult worker leader man woman male female child unit creation article equipment implement tool covering furniture furnishing "
                         "people group vehicle player performer entertainer professional expert specialist skilled traveler traveller communicator");
}

std::string_view kindWord(SubjectKind kind) {
    switch (kind) {
    case SubjectKind::person: return "*person";
    case SubjectKind::animal: return "*animal";
    case SubjectKind::vehicle: return "*vehicle";
    default: return "*thing";
    }
}

/// Weighs the places of one text.
class PlaceScale {
  public:
    PlaceScale(const TaggedText& text, FormTable& forms, const ShotDescription& said) : m_text(text), m_forms(forms), m_lexicon(forms.lexicon()), m_said(said) {
        for (std::size_t i = 0; i < text.size(); ++i) m_lemmas.push_back(lemmaAt(i));
    }

    std::optional<Place> heaviest(bool outside) {
        weighWords();
        weighMeaning();
        const PlaceEntry* best = nullptr;
        if (!isSomewhere()) return std::nullopt;
        double weight = 0;
        for (std::size_t i = 0; i < m_lexicon.cluePlaces.size(); ++i) {
            const PlaceEntry* const place = m_lexicon.cluePlaces[i];
            if ((outside && place->interior) || m_weights[i] <= weight + 1e-6) continue;
            best = place, weight = m_weights[i];
        }
        if (!best) return std::nullopt;
        Place place;
        place.kind = best->kind;
        place.interior = best->interior;
        place.inferred = true;
        return place;
    }

    /// The place that stands in for one of this kind; null when no clue is heavy enough.
    const PlaceEntry* standIn(const std::string& kind) {
        weighWords();
        weighMeaning();
        const PlaceEntry* best = nullptr;
        double weight = 0;
        for (std::size_t i = 0; i < m_lexicon.cluePlaces.size(); ++i) {
            const auto least = m_lexicon.refinedPlaces[i].find(kind);
            if (least == m_lexicon.refinedPlaces[i].end() || m_weights[i] < least->second || m_weights[i] <= weight) continue;
            best = m_lexicon.cluePlaces[i], weight = m_weights[i];
        }
        return best;
    }

  private:
    bool isVerb(std::size_t i) const { return m_text.is(i, Tag::verb) || m_text.is(i, Tag::gerund) || m_text.is(i, Tag::participle); }

    /// "to feed" for a verb, "pigeon" for any other word.
    std::string lemmaAt(std::size_t i) {
        const std::string& word = m_text.w[i];
        const NounForm* const thing = m_text.entities[i].thing;
        if (thing && m_text.entities[i].length == 1) return thing->lemma;
        if (isVerb(i)) return "to " + m_forms.verbLemma(word).value_or(word);
        return m_text.is(i, Tag::noun) || m_text.is(i, Tag::unknown) || m_text.is(i, Tag::adjective) ? m_forms.nounLemma(word) : word;
    }

    /// A clue counts once, however often its words stand.
    void add(const PlaceClue& clue, double share = 1) {
        if (!m_counted.insert(&clue).second) return;
        m_weights.resize(m_lexicon.cluePlaces.size());
        m_weights[clue.place] += clue.weight * share;
    }

    /// Behind the first word of a clue it does not matter whether a word is a verb here: "knight ride".
    bool isWord(std::size_t k, const std::string& wanted) const {
        return m_lemmas[k] == wanted || m_text.w[k] == wanted || m_lemmas[k] == "to " + wanted || m_forms.nounLemma(m_text.w[k]) == wanted;
    }

    /// The words of the clue in their order, with a few between them: "eats a late dinner" has "to eat dinner".
    bool standsAt(const PlaceClue& clue, std::size_t i) const {
        std::size_t next = 1;
        for (std::size_t k = i + 1; next < clue.words.size() && k < std::min(i + reach, m_lemmas.size()); ++k) {
            if (m_lemmas[k] == "." || m_lemmas[k] == ",") break;
            if (isWord(k, clue.words[next])) ++next;
        }
        return next == clue.words.size();
    }

    /// The first word of "wedding ring" is no wedding.
    bool isWithinWord(std::size_t at) const { return at + 1 < m_text.size() && m_text.inside[at] && m_text.inside[at + 1] && !m_text.entities[at + 1] && !m_text.entities[at].place; }

    bool weigh(const std::string& first, std::size_t at) {
        const auto clues = m_lexicon.placeClues.find(first);
        if (clues == m_lexicon.placeClues.end()) return false;
        bool alone = false;
        for (const PlaceClue& clue : clues->second) {
            if (clue.words.size() > 1 ? at >= m_lemmas.size() || !standsAt(clue, at) : isWithinWord(at)) continue;
            alone = alone || clue.words.size() == 1;
            add(clue);
        }
        return alone;
    }

    void weighWords() {
        m_weights.resize(m_lexicon.cluePlaces.size());
        for (std::size_t i = 0; i < m_lemmas.size(); ++i) {
            bool known = weigh(m_lemmas[i], i);
            if (!known && m_text.w[i] != m_lemmas[i]) known = weigh(m_text.w[i], i);
            if (!known && m_text.is(i, Tag::noun)) weighKin(m_lemmas[i]);
        }
    }

    /// "an oncologist": what is known of doctors, at half its weight.
    void weighKin(const std::string& noun) {
        if (!m_forms.wordnet()) return;
        for (const Hypernym& h : m_forms.wordnet()->above(noun, PartOfSpeech::noun, 1, 4)) {
            if (h.depth < 1) continue;
            for (std::string word : h.words) {
                std::replace(word.begin(), word.end(), '_', ' ');
                if (saysNothing(word)) continue;
                const auto clues = m_lexicon.placeClues.find(word);
                if (clues == m_lexicon.placeClues.end()) continue;
                for (const PlaceClue& clue : clues->second)
                    if (clue.words.size() == 1) add(clue, 0.5);
                return;
            }
        }
    }

    /// What is no word of its own: kinds of subjects, motions, the hour, weather and light.
    void weighMeaning() {
        const std::size_t none = m_lemmas.size();
        for (const Subject& subject : m_said.subjects) {
            if (subject.worn) continue;
            weigh(std::string(kindWord(subject.kind)), none);
            if (subject.noun.find(' ') != std::string::npos) weigh(subject.noun, none);
        }
        for (const Action& action : m_said.actions) weigh("=" + action.motion, none);
        if (m_said.conditions.time) weigh("#" + std::string(word(*m_said.conditions.time)), none);
        for (const Weather weather : m_said.conditions.weather) weigh("#" + std::string(word(weather)), none);
        for (const std::string& light : m_said.conditions.light) weigh("#" + light, none);
    }

    /// People and animals are somewhere, and so is what goes; things at rest may lie on a bare floor.
    bool isSomewhere() const {
        return std::any_of(m_said.subjects.begin(), m_said.subjects.end(), [&](const Subject& s) {
            const auto goes = [&](const Action& action) { return action.subject == s.id; };
            return s.kind == SubjectKind::person || s.kind == SubjectKind::animal ||
                   (s.kind == SubjectKind::vehicle && std::any_of(m_said.actions.begin(), m_said.actions.end(), goes));
        });
    }

    const TaggedText& m_text;
    FormTable& m_forms;
    const Lexicon& m_lexicon;
    const ShotDescription& m_said;
    Words m_lemmas;
    std::vector<double> m_weights; ///< by place, as in Lexicon::cluePlaces
    std::set<const PlaceClue*> m_counted;
};

/// What is above a place in WordNet and still no kind of place that could be built.
bool isTooWide(std::string_view word) {
    return isOneOf(word, "structure building area region location room way passage object artifact facility enclosure space land dwelling housing house home construction "
                         "shelter place establishment institution group unit line side part point position body stage court field cell bank plant press stand club track "
                         "port suite flat deck yard camp keep den landing gas air ice plain mine");
}

} // namespace

std::optional<Place> guessPlace(const TaggedText& text, FormTable& forms, const ShotDescription& said, bool outside) {
    return PlaceScale(text, forms, said).heaviest(outside);
}

void refinePlace(Place& place, const TaggedText& text, FormTable& forms, const ShotDescription& said) {
    if (!place.location.empty()) return;
    if (const PlaceEntry* const found = PlaceScale(text, forms, said).standIn(place.kind)) place.kind = found->kind, place.interior = found->interior;
}

const PlaceEntry* kindredPlace(const FormTable& forms, const std::string& lemma) {
    if (!forms.wordnet()) return nullptr;
    for (const Hypernym& h : forms.wordnet()->above(lemma, PartOfSpeech::noun, 1, 4)) {
        const bool solid = isAny(h.file, {"noun.artifact", "noun.object", "noun.location"});
        if (!solid) return nullptr;
        for (std::string word : h.words) {
            std::replace(word.begin(), word.end(), '_', ' ');
            if (h.depth > 0 && isTooWide(word)) continue;
            if (const PlaceEntry* const* const place = forms.lexicon().places.exact(word)) return *place;
        }
    }
    return nullptr;
}

} // namespace rushes::reading
