// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/reading/phrase_table.h"
#include "engine/reading/shot_description.h"

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace rushes::reading {

/// A person, animal, vehicle, prop or piece of nature that the stage can draw.
struct ThingEntry {
    std::string id;
    std::string model; ///< the first of its words: what draws it
    SubjectKind kind = SubjectKind::prop;
    std::string category;
    double size = 0; ///< metres
    bool nature = false;
    std::optional<AgeClass> age; ///< persons
    Sex sex = Sex::unknown;
    std::string outfit;
    std::string prop;
};

/// One of a thing's words, as it may stand in a text.
struct NounForm {
    const ThingEntry* entry = nullptr;
    std::string lemma;
    bool plural = false;
};

struct PlaceEntry {
    std::string kind;
    bool interior = false;
    std::string outside; ///< kind of place that lies before this one's door; empty: a street
};

/// What tells of a place that is not said (place_clues.json): lemmas in the order of the text, of which a verb is written "to dig"; or one sign of what was
/// read: "*person" for a kind of subject, "=run" for a motion, "#rain" for weather, hour and light.
struct PlaceClue {
    std::vector<std::string> words;
    std::size_t place = 0; ///< index into Lexicon::cluePlaces
    double weight = 0;
};

/// How a verb or a phrase with it is played.
struct DeedEntry {
    std::string motion; ///< as in motions.json
    std::string act;    ///< of the figures: "pour"
};

/// How a verb is played when it is done to a thing of a class, to nothing, or to its subject.
struct ClassDeed {
    std::string between; ///< particle or preposition between the verb and the class, or empty
    std::string of;      ///< thing_class.h; "none": to nothing at all, "alone": no object, "passive": to its subject, "others": to a part of another's body
    DeedEntry deed;
};

/// What a trade has in its hands and what it does with it (trades.json).
struct TradeEntry {
    std::string tool;  ///< what it is known by
    std::string holds; ///< in free hands; empty
    TextMap<DeedEntry> does; ///< by verb
};

/// A word that can begin a camera move.
struct MoveHead {
    std::string head;
    std::string move;                   ///< a Move's word, or "go" and "rotate", which their direction decides
    std::optional<Direction> direction; ///< carried by the word itself: advance, retreat, rise, descend
    bool strong = false;                ///< film words wherever they stand
};

/// The tables of film words, each matched on its own: one phrase may speak in several.
enum class FilmTable { pov, size, angle, height, lens, focus, playback, composition, light, time, weather, season, style, sensor, transition };
inline constexpr std::size_t filmTableCount = 15;

/// assets/lexicon, read once; never changes afterwards, so any thread may ask. The tables are public: they are data.
struct Lexicon {
    /// Fails with the file's name when one is missing or is not what it should be.
    static Result<std::unique_ptr<Lexicon>> load();

    std::array<PhraseTable<std::string>, filmTableCount> film;
    const PhraseTable<std::string>& table(FilmTable t) const { return film[static_cast<std::size_t>(t)]; }

    PhraseTable<std::string> directions, speeds, order, negation;
    PhraseTable<const MoveHead*> heads;
    PhraseTable<NounForm> nouns;
    PhraseTable<const PlaceEntry*> places;
    PhraseTable<std::string> colours, counts, ages, sexes, builds, hair, expressions, sizeWords, materials, relations;
    PhraseTable<std::string> courses, formations; ///< staging.json
    PhraseTable<std::string> groups; ///< a word for several people → how many
    TextMap<std::string> motions;  ///< a verb or verb phrase, words joined by a space → motion
    TextMap<DeedEntry> deeds;      ///< rarer verbs and phrases → what shows them best; before `motions`
    TextMap<std::vector<ClassDeed>> classDeeds; ///< by verb, in the order of the file
    std::vector<const PlaceEntry*> cluePlaces; ///< in the order of the file
    std::vector<TextMap<double>> refinedPlaces; ///< beside them: kinds that they stand in for, from which weight of clues on
    TextMap<std::vector<PlaceClue>> placeClues; ///< by first word
    TextMap<Sex> names;            ///< given names
    TextMap<const TradeEntry*> trades; ///< by the noun of a trade
    TextMap<const ThingEntry*> things; ///< every singular word → its entry

    /// A closed class of word_classes.json or camera_agents.json, by its id; words joined by single spaces.
    using WordSet = TextMap<bool>;
    const WordSet& set(std::string_view id) const;
    const ThingEntry* thing(std::string_view word) const;
    const std::string* motion(std::string_view phrase) const;
    const DeedEntry* deed(std::string_view phrase) const;
    /// The trade that a noun names, by the whole of it or its last word; or null.
    const TradeEntry* trade(std::string_view noun) const;
    const std::vector<ClassDeed>& classDeedsOf(std::string_view verb) const;
    std::set<std::string> placeKinds() const;
    const PlaceEntry* placeOfKind(std::string_view kind) const; ///< null when there is none

    // The classes that every word is asked for, looked up once.
    const WordSet *determiners, *prepositions, *pronouns, *auxiliaries, *modals, *conjunctions, *subordinators, *adverbs, *notThings, *bodyParts,
        *telicMotions, *stativeVerbs, *filmGlue, *agents, *strongAgents, *weakPhrases, *cameraAsGoal, *objectAdjectives, *plainAdjectives;

  private:
    friend class LexiconLoader;
    TextMap<WordSet> m_sets;
    std::deque<ThingEntry> m_things; // deques keep addresses
    std::deque<PlaceEntry> m_places;
    std::deque<MoveHead> m_heads;
    std::deque<TradeEntry> m_trades;
};

/// Whether the set has the word.
inline bool contains(const Lexicon::WordSet* set, std::string_view word) { return set->find(word) != set->end(); }

} // namespace rushes::reading
