// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/reader.h"

#include "engine/reading/actions.h"
#include "engine/reading/bearing.h"
#include "engine/reading/camera_targets.h"
#include "engine/reading/clothes.h"
#include "engine/reading/contents.h"
#include "engine/reading/corrected_reading.h"
#include "engine/reading/couples.h"
#include "engine/reading/dialogue.h"
#include "engine/reading/explained_text.h"
#include "engine/reading/expressions.h"
#include "engine/reading/film_reader.h"
#include "engine/reading/fire_words.h"
#include "engine/reading/followed.h"
#include "engine/reading/heading.h"
#include "engine/reading/members.h"
#include "engine/reading/mounts.h"
#include "engine/reading/place.h"
#include "engine/reading/place_guess.h"
#include "engine/reading/relations.h"
#include "engine/reading/staging_words.h"
#include "engine/reading/subjects.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace rushes::reading {

struct Reader::Parts {
    std::unique_ptr<Lexicon> lexicon;
    std::unique_ptr<WordNet> wordnet; ///< null when it is not installed
};

namespace {

std::filesystem::path wordNetFolder(const ReaderOptions& options) {
    if (options.wordnet) return *options.wordnet;
    const char* const set = std::getenv("WNSEARCHDIR");
    return set && *set ? std::filesystem::path(set) : std::filesystem::path("/usr/share/wordnet");
}

/// Style words that stand on their own ("oil painting style", at an edge or between commas) are out of the way for the rest of the
/// reading; inside a noun phrase ("realistic dog") they stay.
void cutStyle(const Words& w, const FilmReading& film, std::vector<bool>& skip) {
    for (const FilmReading::StylePhrase& style : film.style) {
        const auto [begin, end] = style.at;
        const bool opens = begin == 0 || isAny(w[begin - 1], {",", "in", "the", "style"}) || film.cut[begin - 1];
        const bool closes = end >= w.size() || isAny(w[end], {",", ".", "style"}) || film.cut[end];
        if (!opens || !closes) continue;
        for (std::size_t q = begin; q < end; ++q) skip[q] = true;
        if (begin > 0 && isAny(w[begin - 1], {"in", "the"})) skip[begin - 1] = true;
        if (end < w.size() && w[end] == "style") skip[end] = true;
    }
}

TaggedText remaining(const std::vector<Token>& tokens, const std::vector<bool>& skip, std::vector<std::size_t>& kept) {
    TaggedText text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (skip[i]) continue;
        // "Over Mara's shoulder we see Kit": the audience's verb only parts what stands on both sides.
        const bool audience = i > 0 && tokens[i - 1].text == "we" && isAny(tokens[i].text, {"see", "hear", "find", "watch"});
        text.w.push_back(audience ? "," : tokens[i].text);
        text.spans.push_back(tokens[i].span);
        text.capital.push_back(tokens[i].capital);
        kept.push_back(i);
    }
    return text;
}

void hand(const std::vector<FoundAction>& found, ShotDescription& out) {
    const auto id = [&](int i) { return i == nobody ? std::string{} : out.subjects[static_cast<std::size_t>(i)].id; };
    std::set<int> orders;
    for (const FoundAction& a : found) orders.insert(a.order);
    for (const FoundAction& a : found) {
        const int order = static_cast<int>(std::distance(orders.begin(), orders.find(a.order)));
        out.actions.push_back({id(a.subject), a.verb, a.motion, id(a.target), a.object, a.particle, a.act, a.actByVerb, a.part, id(a.tool), a.course, order, a.fast, a.slow, a.span, a.ongoing});
    }
}

/// Words of other alphabets, symbols and broken bytes are said to be unknown, never passed over in silence.
void reportForeign(const std::vector<Token>& tokens, ShotDescription& out) {
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::foreign) out.unknown.push_back({token.text, token.span, std::nullopt});
    }
    std::stable_sort(out.unknown.begin(), out.unknown.end(), [](const UnknownWord& a, const UnknownWord& b) { return a.span.begin < b.span.begin; });
}

/// A text without subjects may still name a place among its film words ("Garden, pan left").
void findPlaceAnywhere(const Lexicon& lexicon, const Words& w, const std::vector<Token>& tokens, const std::vector<bool>& cut, ShotDescription& out) {
    if (out.place || !out.subjects.empty()) return;
    for (std::size_t i = 0; i < w.size() && !out.place; ++i) {
        const auto hit = lexicon.places.at(w, i);
        if (hit && !cut[i]) out.place = Place{(*hit.value)->kind, (*hit.value)->interior, "", {tokens[i].span.begin, tokens[i + hit.length - 1].span.end}};
    }
}

} // namespace

Reader::Reader(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::create(ReaderOptions options) {
    auto lexicon = Lexicon::load();
    if (!lexicon) return failBecause(lexicon.error(), "The words that prompts are read with cannot be loaded");
    auto parts = std::make_unique<Parts>();
    parts->lexicon = std::move(*lexicon);
    parts->wordnet = WordNet::open(wordNetFolder(options));
    return std::unique_ptr<Reader>(new Reader(std::move(parts)));
}

bool Reader::hasWordNet() const { return m_parts->wordnet != nullptr; }

ShotDescription Reader::read(std::string_view prompt, const Names& names) const {
    if (names.corrections.empty()) {
        const std::vector<Replacement> couples = names.meanings.empty() ? couplesApart(prompt) : std::vector<Replacement>{};
        const ExplainedText explained = couples.empty() ? ExplainedText(prompt, names.meanings) : ExplainedText(prompt, couples);
        ShotDescription out = readText(explained.text(), names);
        explained.moveBack(out);
        return out;
    }
    const Names known = withCorrectedNames(names);
    const ExplainedText explained(prompt, replacementsFor(prompt, known));
    ShotDescription out = readText(explained.text(), known);
    explained.moveBack(out);
    FormTable forms(*m_parts->lexicon, m_parts->wordnet.get());
    correct(prompt, known, readText(prompt, names), forms, out);
    return out;
}

std::vector<std::string> Reader::choices(CorrectionKind kind) const {
    std::set<std::string> found;
    if (kind == CorrectionKind::action)
        for (const auto& [phrase, motion] : m_parts->lexicon->motions) found.insert(phrase);
    if (kind == CorrectionKind::place) found = m_parts->lexicon->placeKinds();
    return {found.begin(), found.end()};
}

ShotDescription Reader::readText(std::string_view prompt, const Names& names) const {
    const Lexicon& lexicon = *m_parts->lexicon;
    ShotDescription out;
    // 1. Words, and what is said in quotes.
    const std::vector<Token> tokens = tokenize(prompt);
    Words w;
    std::vector<Span> spans;
    for (const Token& token : tokens) {
        w.push_back(token.text);
        spans.push_back(token.span);
    }
    const std::vector<Quote> quotes = findDialogue(tokens);
    std::vector<bool> quoted(tokens.size(), false);
    for (const Quote& quote : quotes) {
        for (std::size_t q = quote.open; q <= quote.close && q < tokens.size(); ++q) quoted[q] = true;
    }
    // 2. Words on ways and formations, then film words, which leave the rest.
    const std::vector<StagingPhrase> staging = readStagingWords(lexicon, w, spans, quoted);
    for (const StagingPhrase& phrase : staging) std::fill(quoted.begin() + std::ptrdiff_t(phrase.at.begin), quoted.begin() + std::ptrdiff_t(phrase.at.end), true);
    FilmReading film = readFilmWords(lexicon, w, spans, quoted);
    std::vector<bool> skip = film.cut;
    cutStyle(w, film, skip);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].text == "we" && isAny(tokens[i + 1].text, {"see", "hear", "find", "watch"})) skip[i] = true;
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) skip[i] = skip[i] || quoted[i] || tokens[i].kind == TokenKind::foreign;
    for (const FilmReading::StylePhrase& style : film.style) out.style.push_back(style.text);
    const NameTable nameTable(lexicon, names);
    const Heading heading = readHeading(prompt, tokens, lexicon, nameTable);
    for (std::size_t i = 0; i < tokens.size(); ++i) skip[i] = skip[i] || tokens[i].span.begin < heading.span.end;
    // 3. Word classes, noun phrases, subjects and place.
    std::vector<std::size_t> kept;
    TaggedText text = remaining(tokens, skip, kept);
    FormTable forms(lexicon, m_parts->wordnet.get());
    tagWords(text, forms, nameTable);
    NounPhrases phrases = findNounPhrases(text);
    readSubjects(text, forms, prompt, phrases, out);
    readClothes(text, lexicon, phrases, out);
    // 4. Actions, speech and relations.
    std::vector<FoundAction> actions = readActions(text, forms, phrases, out);
    readExpressions(text, forms, phrases, actions, out);
    readDialogue(tokens, quotes, kept, prompt, phrases, actions, out);
    applyStaging(staging, w, kept, phrases, actions, out);
    readRelations(text, lexicon, phrases, actions, out);
    shareWithMembers(text, phrases, actions, out);
    boardHeading(prompt, heading, lexicon, out);
    hand(actions, out);
    hideContents(text, phrases, out);
    readCalls(out);
    readEscorts(prompt, out);
    mountRiders(out);
    // 5. What is left.
    out.conditions = std::move(film.conditions);
    out.camera = std::move(film.camera);
    readPlaceLight(text, phrases, out);
    readCameraTargets(text, forms, phrases, film.framing, prompt, out);
    letFollowedGo(out);
    findPlaceAnywhere(lexicon, w, tokens, film.cut, out);
    if (heading.place && !(out.place && isMoreThan(*heading.place, *out.place))) out.place = heading.place;
    const bool outside = std::any_of(phrases.list.begin(), phrases.list.end(), [](const NounPhrase& p) { return p.leftBehind; });
    if (!out.place) out.place = placeOfThings(text, lexicon, phrases);
    if (!out.place) out.place = guessPlace(text, forms, out, outside);
    else refinePlace(*out.place, text, forms, out);
    if (out.place && heading.exterior) goOutside(lexicon, *out.place);
    readFire(text, phrases, out);
    reportForeign(tokens, out);
    std::stable_sort(out.pronouns.begin(), out.pronouns.end(), [](const Pronoun& a, const Pronoun& b) { return a.span.begin < b.span.begin; });
    return out;
}

} // namespace rushes::reading
