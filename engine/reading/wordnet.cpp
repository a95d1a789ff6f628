// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/wordnet.h"

#include "engine/reading/mapped_file.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <set>
#include <utility>

namespace rushes::reading {

namespace {

constexpr std::array<std::string_view, 4> fileNames = {"noun", "verb", "adj", "adv"};

/// The names of the lexicographer files by number (lexnames(5WN)).
constexpr std::array<std::string_view, 45> lexicographerFiles = {
    "adj.all",          "adj.pert",       "adv.all",        "noun.Tops",         "noun.act",         "noun.animal",    "noun.artifact",
    "noun.attribute",   "noun.body",      "noun.cognition", "noun.communication", "noun.event",      "noun.feeling",   "noun.food",
    "noun.group",       "noun.location",  "noun.motive",    "noun.object",       "noun.person",      "noun.phenomenon", "noun.plant",
    "noun.possession",  "noun.process",   "noun.quantity",  "noun.relation",     "noun.shape",       "noun.state",     "noun.substance",
    "noun.time",        "verb.body",      "verb.change",    "verb.cognition",    "verb.communication", "verb.competition", "verb.consumption",
    "verb.contact",     "verb.creation",  "verb.emotion",   "verb.motion",       "verb.perception",  "verb.possession", "verb.social",
    "verb.stative",     "verb.weather",   "adj.ppl"};

template <class Number> Number number(std::string_view text, int base = 10) {
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value, base);
    return value;
}

/// Takes the next field of a line of fields with one space between them.
std::string_view nextField(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::string_view field = line.substr(0, line.find(' '));
    line.remove_prefix(field.size());
    return field;
}

std::string key(std::string_view word) {
    std::string result(word);
    std::replace(result.begin(), result.end(), ' ', '_');
    return result;
}

struct Ending {
    std::string_view from;
    std::string_view to;
};
constexpr std::array<Ending, 9> nounEndings = {{{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"}, {"ves", "f"}}};
constexpr std::array<Ending, 8> verbEndings = {{{"ies", "y"}, {"es", "e"}, {"es", ""}, {"s", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}}};
constexpr std::array<Ending, 4> adjectiveEndings = {{{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}}};

struct Synset {
    std::vector<std::string> words;
    std::string_view file;
    std::vector<std::pair<PartOfSpeech, std::size_t>> hypernyms;
    std::vector<std::pair<PartOfSpeech, std::size_t>> group; ///< verbs alike in meaning
    bool withObject = false, alone = false;
};

/// The generic sentence frames behind a verb's pointers, as wndb(5WN) numbers them: "+ 08 00" is "Somebody ----s something".
void readFrames(std::string_view line, Synset& synset) {
    const int frames = line.empty() ? 0 : number<int>(nextField(line));
    for (int i = 0; i < frames && nextField(line) == "+"; ++i) {
        const int frame = number<int>(nextField(line));
        nextField(line); // which of its words
        const bool object = (frame >= 8 && frame <= 11) || (frame >= 14 && frame <= 21) || frame == 24 || frame == 25 || frame == 30 || frame == 31;
        (object ? synset.withObject : synset.alone) = true;
    }
}

Synset parseSynset(std::string_view line) {
    Synset synset;
    nextField(line); // offset
    const auto file = number<std::size_t>(nextField(line));
    synset.file = file < lexicographerFiles.size() ? lexicographerFiles[file] : std::string_view{};
    nextField(line); // type
    const int count = number<int>(nextField(line), 16);
    for (int i = 0; i < count; ++i) {
        synset.words.push_back(lowerAscii(nextField(line)));
        nextField(line); // lexical id
    }
    const int pointers = number<int>(nextField(line));
    for (int i = 0; i < pointers && !line.empty(); ++i) {
        const std::string_view symbol = nextField(line);
        const auto offset = number<std::size_t>(nextField(line));
        const PartOfSpeech pos = nextField(line) == "v" ? PartOfSpeech::verb : PartOfSpeech::noun;
        nextField(line); // source and target word
        if (symbol == "@" || symbol == "@i") synset.hypernyms.emplace_back(pos, offset);
        if (symbol == "$") synset.group.emplace_back(pos, offset);
    }
    readFrames(line, synset);
    return synset;
}

} // namespace

struct WordNet::Files {
    std::array<MappedFile, 4> index;
    std::array<MappedFile, 4> data;
    std::array<MappedFile, 4> exceptions;
    MappedFile counts;

    std::vector<std::size_t> senses(std::string_view lemma, PartOfSpeech pos, std::size_t most) const {
        std::string_view line = index[static_cast<std::size_t>(pos)].line(lemma);
        std::vector<std::size_t> offsets;
        if (line.empty()) return offsets;
        nextField(line); // lemma
        nextField(line); // part of speech
        const auto count = number<std::size_t>(nextField(line));
        const int pointers = number<int>(nextField(line));
        for (int i = 0; i < pointers + 2; ++i) nextField(line);
        for (std::size_t i = 0; i < std::min(count, most); ++i) offsets.push_back(number<std::size_t>(nextField(line)));
        return offsets;
    }
};

WordNet::WordNet(std::unique_ptr<Files> files) : m_files(std::move(files)) {}
WordNet::~WordNet() = default;

std::unique_ptr<WordNet> WordNet::open(const std::filesystem::path& folder) {
    auto files = std::make_unique<Files>();
    for (std::size_t i = 0; i < fileNames.size(); ++i) {
        const std::string name(fileNames[i]);
        files->index[i] = MappedFile::open(folder / ("index." + name));
        files->data[i] = MappedFile::open(folder / ("data." + name));
        files->exceptions[i] = MappedFile::open(folder / (name + ".exc"));
        if (!files->index[i] || !files->data[i] || !files->exceptions[i]) return nullptr;
    }
    files->counts = MappedFile::open(folder / "cntlist.rev");
    if (!files->counts) return nullptr;
    return std::unique_ptr<WordNet>(new WordNet(std::move(files)));
}

bool WordNet::has(std::string_view lemma, PartOfSpeech pos) const {
    return !m_files->index[static_cast<std::size_t>(pos)].line(key(lemma) + " ").empty();
}

int WordNet::count(std::string_view lemma, PartOfSpeech pos) const {
    const std::string prefix = key(lemma) + "%";
    int sum = 0;
    std::size_t at = m_files->counts.lowerBound(prefix);
    for (std::string_view line = m_files->counts.lineAt(at); line.starts_with(prefix); line = m_files->counts.lineAt(at)) {
        at += line.size() + 1;
        const char type = line.size() > prefix.size() ? line[prefix.size()] : '0';
        const bool mine = pos == PartOfSpeech::noun        ? type == '1'
                          : pos == PartOfSpeech::verb      ? type == '2'
                          : pos == PartOfSpeech::adjective ? type == '3' || type == '5' // 5: a satellite of an adjective
                                                           : type == '4';
        if (mine) sum += number<int>(line.substr(line.rfind(' ') + 1));
    }
    return sum;
}

bool WordNet::isIrregular(std::string_view word, PartOfSpeech pos) const {
    return !m_files->exceptions[static_cast<std::size_t>(pos)].line(key(word) + " ").empty();
}

std::optional<std::string> WordNet::baseForm(std::string_view text, PartOfSpeech pos) const {
    const std::string word = key(text);
    std::string_view exception = m_files->exceptions[static_cast<std::size_t>(pos)].line(word + " ");
    if (!exception.empty()) {
        nextField(exception);
        return std::string(nextField(exception));
    }
    const bool ing = word.ends_with("ing") && word.size() > 5;
    const bool ed = word.ends_with("ed") && word.size() > 4;
    if (pos == PartOfSpeech::verb && (ing || ed)) {
        const std::string stem = word.substr(0, word.size() - (ing ? 3 : 2));
        const bool doubled = stem.size() > 2 && stem.back() == stem[stem.size() - 2] && std::string_view("slfz").find(stem.back()) == std::string_view::npos;
        if (doubled && has(stem.substr(0, stem.size() - 1), pos)) return stem.substr(0, stem.size() - 1);
        if (ed && has(word, pos)) return word;
        const bool bare = has(stem, pos);
        const bool withE = has(stem + "e", pos);
        if (bare && (!withE || count(stem, pos) >= count(stem + "e", pos))) return stem;
        if (withE) return stem + "e";
    }
    if (has(word, pos)) return word;
    const auto strip = [&](const auto& endings) -> std::optional<std::string> {
        for (const Ending& ending : endings) {
            if (!word.ends_with(ending.from) || word.size() <= ending.from.size() + 1) continue;
            std::string base = word.substr(0, word.size() - ending.from.size()).append(ending.to);
            if (has(base, pos)) return base;
        }
        return std::nullopt;
    };
    if (pos == PartOfSpeech::noun) return strip(nounEndings);
    if (pos == PartOfSpeech::verb) return strip(verbEndings);
    if (pos == PartOfSpeech::adjective) return strip(adjectiveEndings);
    return std::nullopt;
}

std::vector<Hypernym> WordNet::above(std::string_view lemma, PartOfSpeech pos, int senses, double depth) const {
    struct Step {
        PartOfSpeech pos;
        std::size_t offset;
        double depth;
    };
    std::vector<Hypernym> found;
    const std::vector<std::size_t> first = m_files->senses(key(lemma) + " ", pos, static_cast<std::size_t>(senses));
    for (std::size_t sense = 0; sense < first.size(); ++sense) {
        std::set<std::pair<PartOfSpeech, std::size_t>> seen;
        std::deque<Step> queue{{pos, first[sense], 0}};
        bool withObject = false, alone = false;
        while (!queue.empty()) {
            const Step step = queue.front();
            queue.pop_front();
            if (step.depth > depth || !seen.emplace(step.pos, step.offset).second) continue;
            Synset synset = parseSynset(m_files->data[static_cast<std::size_t>(step.pos)].lineAt(step.offset));
            for (const auto& [p, offset] : synset.hypernyms) queue.push_back({p, offset, step.depth + 1});
            if (step.depth == 0) {
                withObject = synset.withObject, alone = synset.alone;
                for (const auto& [p, offset] : synset.group) queue.push_back({p, offset, 0.5});
            }
            found.push_back({step.depth + 1.6 * static_cast<double>(sense), step.depth, static_cast<int>(sense), std::move(synset.words), synset.file, withObject, alone});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Hypernym& a, const Hypernym& b) { return a.cost < b.cost; });
    return found;
}

} // namespace rushes::reading
