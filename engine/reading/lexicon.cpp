// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/lexicon.h"

#include "engine/base/paths.h"
#include "engine/reading/inflection.h"
#include "engine/reading/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace rushes::reading {

namespace {

using Json = nlohmann::json;

Result<Json> readEntries(const std::string& name) {
    const std::string file = "lexicon/" + name + ".json";
    const auto path = findAsset(file);
    if (!path) return fail(path.error());
    const auto bytes = readFile(*path);
    if (!bytes) return fail(bytes.error());
    Json document = Json::parse(*bytes, nullptr, false);
    if (document.is_discarded() || !document.contains("entries") || !document["entries"].is_array()) {
        return fail(ErrorCategory::damaged, path->string() + " is not a lexicon file: it has no list \"entries\"", "Install Rushes again");
    }
    return std::move(document["entries"]);
}

std::string text(const Json& entry, const char* key) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::vector<std::string> texts(const Json& entry, const char* key) {
    std::vector<std::string> result;
    if (const auto found = entry.find(key); found != entry.end() && found->is_array()) {
        for (const Json& word : *found) {
            if (word.is_string()) result.push_back(word.get<std::string>());
        }
    }
    return result;
}

std::string joined(std::string_view phrase) {
    std::string result;
    for (const std::string& word : words(phrase)) result.append(result.empty() ? "" : " ").append(word);
    return result;
}

/// "draw/pull sword/dagger" → its four phrases.
std::vector<std::string> alternatives(std::string_view pattern) {
    std::vector<std::string> phrases(1);
    for (std::size_t begin = 0; begin < pattern.size();) {
        const std::size_t end = std::min(pattern.find(' ', begin), pattern.size());
        const std::string_view choices = pattern.substr(begin, end - begin);
        std::vector<std::string> longer;
        for (const std::string& phrase : phrases)
            for (std::size_t from = 0; from <= choices.size();) {
                const std::size_t to = std::min(choices.find('/', from), choices.size());
                longer.push_back((phrase.empty() ? "" : phrase + " ") + std::string(choices.substr(from, to - from)));
                from = to + 1;
            }
        phrases = std::move(longer);
        begin = end + 1;
    }
    return phrases;
}

Sex sexFrom(std::string_view word) { return word == "m" ? Sex::male : word == "f" ? Sex::female : Sex::unknown; }

} // namespace

/// Fills one lexicon, file by file; keeps the first failure.
class LexiconLoader {
  public:
    explicit LexiconLoader(Lexicon& lexicon) : m_lexicon(lexicon) {}

    Result<void> run() {
        loadIdTables();
        loadThings();
        loadPlaces();
        loadPlaceClues();
        loadMoves();
        loadMotions();
        loadDeeds();
        loadTrades();
        loadStaging();
        loadNames();
        loadSets();
        if (m_error) return fail(std::move(*m_error));
        return {};
    }

  private:
    /// Calls `use` for each entry of the file.
    template <class Use> void each(const std::string& name, Use use) {
        if (m_error) return;
        Result<Json> entries = readEntries(name);
        if (!entries) {
            m_error = entries.error();
            return;
        }
        for (const Json& entry : *entries) use(entry);
    }

    void idTable(const char* name, PhraseTable<std::string>& table) {
        each(name, [&](const Json& entry) {
            for (const std::string& word : texts(entry, "words")) table.add(word, text(entry, "id"));
        });
    }

    void loadIdTables() {
        static constexpr std::array<const char*, filmTableCount> files = {"povs",  "sizes", "angles", "heights", "lenses",  "focus",  "speed_effects",
                                                                         "composition", "light", "times",  "weather", "seasons", "styles", "sensors", "transitions"};
        for (std::size_t i = 0; i < files.size(); ++i) idTable(files[i], m_lexicon.film[i]);
        idTable("camera_directions", m_lexicon.directions);
        idTable("camera_speed", m_lexicon.speeds);
        idTable("order", m_lexicon.order);
        idTable("negation", m_lexicon.negation);
        idTable("colours", m_lexicon.colours);
        idTable("counts", m_lexicon.counts);
        idTable("ages", m_lexicon.ages);
        idTable("sexes", m_lexicon.sexes);
        idTable("builds", m_lexicon.builds);
        idTable("hair", m_lexicon.hair);
        idTable("expressions", m_lexicon.expressions);
        idTable("size_words", m_lexicon.sizeWords);
        idTable("relations", m_lexicon.relations);
        idTable("groups", m_lexicon.groups);
        each("materials", [&](const Json& entry) { // the word itself is the material
            for (const std::string& word : texts(entry, "words")) m_lexicon.materials.add(word, word);
        });
    }

    void loadThings() {
        for (const char* file : {"persons", "animals", "vehicles", "props", "nature"}) {
            each(file, [&](const Json& entry) {
                const std::vector<std::string> names = texts(entry, "words");
                if (names.empty()) return;
                ThingEntry& thing = m_lexicon.m_things.emplace_back();
                thing.id = text(entry, "id");
                thing.model = names.front();
                thing.kind = subjectKindFrom(text(entry, "kind")).value_or(SubjectKind::prop);
                thing.category = text(entry, "category");
                thing.size = entry.value("size", 0.0);
                thing.nature = std::string_view(file) == "nature";
                thing.age = ageClassFrom(text(entry, "age"));
                thing.sex = sexFrom(text(entry, "sex"));
                thing.outfit = text(entry, "outfit");
                thing.prop = text(entry, "prop");
                for (const std::string& name : names) {
                    m_lexicon.nouns.add(name, {&thing, name, false});
                    m_lexicon.nouns.add(pluralOf(name), {&thing, name, true});
                    m_lexicon.things.emplace(name, &thing);
                }
            });
        }
    }

    void loadPlaces() {
        each("places", [&](const Json& entry) {
            const PlaceEntry* place = &m_lexicon.m_places.emplace_back(PlaceEntry{text(entry, "kind"), text(entry, "setting") == "interior", text(entry, "outside")});
            for (const std::string& word : texts(entry, "words")) {
                m_lexicon.places.add(word, place);
                m_lexicon.places.add(pluralOf(word), place);
            }
        });
    }

    /// {"kind": "park", "clues": {"3": ["to feed pigeon", …], "1": […]}}: clues by their weight; "refines": {"street": 4}: it takes the
    /// place of a street that is named, from that weight on.
    void loadPlaceClues() {
        each("place_clues", [&](const Json& entry) {
            const std::string kind = text(entry, "kind");
            const PlaceEntry* const place = m_lexicon.placeOfKind(kind);
            if (!place) {
                m_error = Error{.category = ErrorCategory::damaged, .message = "lexicon/place_clues.json: there is no kind of place \"" + kind + "\"", .hint = "Install Rushes again"};
                return;
            }
            m_lexicon.cluePlaces.push_back(place);
            auto& refined = m_lexicon.refinedPlaces.emplace_back();
            if (const auto refines = entry.find("refines"); refines != entry.end())
                for (const auto& [wider, least] : refines->items()) refined.emplace(wider, least.get<double>());
            for (const auto& [weight, clues] : entry.at("clues").items())
                for (const Json& clue : clues) addPlaceClue(clue.get<std::string>(), std::strtod(weight.c_str(), nullptr));
        });
    }

    void addPlaceClue(const std::string& written, double weight) {
        const bool sign = isAny(written.substr(0, 1), {"*", "=", "#"}), verb = written.starts_with("to ");
        PlaceClue clue{sign ? std::vector<std::string>{written} : words(verb ? std::string_view(written).substr(3) : written), m_lexicon.cluePlaces.size() - 1, weight};
        if (clue.words.empty()) return;
        if (verb) clue.words.front() = "to " + clue.words.front();
        m_lexicon.placeClues[clue.words.front()].push_back(std::move(clue));
    }

    void loadMoves() {
        each("camera_moves", [&](const Json& entry) {
            const MoveHead* head = &m_lexicon.m_heads.emplace_back(
                MoveHead{text(entry, "head"), text(entry, "move"), directionFrom(text(entry, "dir")), entry.value("strong", false)});
            for (const std::string& word : texts(entry, "words")) m_lexicon.heads.add(word, head);
        });
    }

    void loadMotions() {
        each("motions", [&](const Json& entry) {
            for (const std::string& verb : texts(entry, "verbs")) m_lexicon.motions.emplace(joined(verb), text(entry, "motion"));
        });
    }

    /// The first of two entries for one phrase holds.
    void loadDeeds() {
        each("deeds", [&](const Json& entry) {
            for (const std::string& pattern : texts(entry, "verbs"))
                for (const std::string& verb : alternatives(pattern)) addDeed(verb, DeedEntry{text(entry, "motion"), text(entry, "act")});
        });
    }

    /// "tie", "tie up", "take off @clothing".
    void addDeed(const std::string& phrase, DeedEntry deed) {
        const std::size_t mark = phrase.find(" @");
        if (mark == std::string::npos) {
            m_lexicon.deeds.emplace(joined(phrase), std::move(deed));
            return;
        }
        const std::string verb = phrase.substr(0, phrase.find(' '));
        const std::string between = mark > verb.size() ? phrase.substr(verb.size() + 1, mark - verb.size() - 1) : std::string{};
        m_lexicon.classDeeds[verb].push_back({between, phrase.substr(mark + 2), std::move(deed)});
    }

    void loadTrades() {
        each("trades", [&](const Json& entry) {
            TradeEntry& trade = m_lexicon.m_trades.emplace_back(TradeEntry{text(entry, "tool"), text(entry, "holds"), {}});
            if (entry.contains("does"))
                for (const Json& deed : entry.at("does"))
                    for (const std::string& verb : texts(deed, "verbs")) trade.does.emplace(verb, DeedEntry{text(deed, "motion"), text(deed, "act")});
            for (const std::string& word : texts(entry, "words")) m_lexicon.trades.emplace(word, &trade);
        });
    }

    void loadStaging() {
        each("staging", [&](const Json& entry) {
            auto& table = text(entry, "of") == "course" ? m_lexicon.courses : m_lexicon.formations;
            for (const std::string& pattern : texts(entry, "words"))
                for (const std::string& phrase : alternatives(pattern)) table.add(phrase, text(entry, "id"));
        });
    }

    void loadNames() {
        each("names", [&](const Json& entry) {
            for (const std::string& name : texts(entry, "words")) m_lexicon.names[name] = sexFrom(text(entry, "id"));
        });
    }

    void loadSets() {
        for (const char* file : {"word_classes", "camera_agents"}) {
            each(file, [&](const Json& entry) {
                Lexicon::WordSet& set = m_lexicon.m_sets[text(entry, "id")];
                for (const std::string& word : texts(entry, "words")) {
                    const bool id = word.find('_') != std::string::npos; // "pick_up" names a motion, it is no phrase
                    set.emplace(id ? word : joined(word), true);
                }
            });
        }
        Lexicon& l = m_lexicon;
        l.m_sets["agents"].emplace("we", true);
        l.m_sets["strong_agents"].emplace("we", true);
        l.m_sets["strong_agents"].emplace("lens", true);
        const auto bind = [&](const Lexicon::WordSet*& set, const char* id) { set = &l.set(id); };
        bind(l.determiners, "determiners"), bind(l.prepositions, "prepositions"), bind(l.pronouns, "pronouns");
        bind(l.auxiliaries, "auxiliaries"), bind(l.modals, "modals"), bind(l.conjunctions, "conjunctions");
        bind(l.subordinators, "subordinators"), bind(l.adverbs, "adverbs"), bind(l.notThings, "not_things"), bind(l.bodyParts, "body_parts");
        bind(l.telicMotions, "telic_motions"), bind(l.stativeVerbs, "stative_verbs"), bind(l.filmGlue, "film_glue");
        bind(l.agents, "agents"), bind(l.strongAgents, "strong_agents"), bind(l.weakPhrases, "weak_film_phrases");
        bind(l.cameraAsGoal, "camera_as_goal"), bind(l.objectAdjectives, "object_adjectives"), bind(l.plainAdjectives, "adjectives");
    }

    Lexicon& m_lexicon;
    std::optional<Error> m_error;
};

Result<std::unique_ptr<Lexicon>> Lexicon::load() {
    auto lexicon = std::make_unique<Lexicon>();
    if (auto loaded = LexiconLoader(*lexicon).run(); !loaded) return fail(loaded.error());
    return lexicon;
}

const Lexicon::WordSet& Lexicon::set(std::string_view id) const {
    static const WordSet none;
    const auto found = m_sets.find(id);
    return found == m_sets.end() ? none : found->second;
}

const ThingEntry* Lexicon::thing(std::string_view word) const {
    const auto found = things.find(word);
    return found == things.end() ? nullptr : found->second;
}

const std::string* Lexicon::motion(std::string_view phrase) const {
    if (const DeedEntry* const deed = this->deed(phrase)) return &deed->motion;
    const auto found = motions.find(phrase);
    return found == motions.end() ? nullptr : &found->second;
}

const DeedEntry* Lexicon::deed(std::string_view phrase) const {
    const auto found = deeds.find(phrase);
    return found == deeds.end() ? nullptr : &found->second;
}

const TradeEntry* Lexicon::trade(std::string_view noun) const {
    for (const std::string_view word : {noun, noun.substr(noun.rfind(' ') + 1)})
        if (const auto found = trades.find(word); found != trades.end()) return found->second;
    return nullptr;
}

const std::vector<ClassDeed>& Lexicon::classDeedsOf(std::string_view verb) const {
    static const std::vector<ClassDeed> none;
    const auto found = classDeeds.find(verb);
    return found == classDeeds.end() ? none : found->second;
}

const PlaceEntry* Lexicon::placeOfKind(std::string_view kind) const {
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const PlaceEntry& place) { return place.kind == kind; });
    return found == m_places.end() ? nullptr : &*found;
}

std::set<std::string> Lexicon::placeKinds() const {
    std::set<std::string> kinds;
    for (const PlaceEntry& place : m_places) kinds.insert(place.kind);
    return kinds;
}

} // namespace rushes::reading
