// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/verb_motion.h"

#include "engine/reading/body_parts.h"
#include "engine/reading/motion_rules.h"
#include "engine/reading/thing_class.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace rushes::reading {

namespace {

const std::string* firstListed(const Lexicon& lexicon, std::initializer_list<std::string> keys) {
    for (const std::string& key : keys)
        if (const std::string* const motion = lexicon.motion(key)) return motion;
    return nullptr;
}

/// "is bungee jumping", "robot dancing": the words before an -ing form belong to it.
std::string motionWithWordsBefore(const ActionText& text, std::size_t at, const std::string& verb) {
    std::size_t first = at;
    while (first > 0 && (text.tag(first - 1) == Tag::noun || text.tag(first - 1) == Tag::adjective) && !contains(text.lexicon().auxiliaries, text.word(first - 1))) --first;
    if (first == 0 || !text.is(first - 1, "is are and 's")) return {};
    for (std::size_t q = first; q < at; ++q) {
        std::string words;
        for (std::size_t k = q; k < at; ++k) words.append(words.empty() ? "" : " ").append(text.word(k));
        if (const std::string* const motion = firstListed(text.lexicon(), {words + " " + verb, words + " " + text.word(at), verb + " " + words})) return *motion;
    }
    return {};
}

/// "two knights sword fighting": the tagger took the noun for the way it is done.
std::string motionWithWayBefore(const ActionText& text, std::size_t at, const std::string& verb) {
    if (text.tagBefore(at) != Tag::adverb) return {};
    const std::string& way = text.word(at - 1);
    const std::string* const motion = firstListed(text.lexicon(), {way + " " + text.word(at), way + " " + verb, verb + " " + way});
    return motion ? *motion : std::string{};
}

/// What one does to others: whom it is done to does not do it ("is bandaged").
constexpr std::string_view handsOn = "reach push pull punch kick fight cut throw carry pick_up put_down give catch shoot work_tool wash cook sword open_door";

/// "taps the barrel with a mallet": where the verb alone says little, what it is done with shows it ("use mallet" of the table).
const DeedEntry* deedOfTool(const ActionText& text, const Complements& c, const Deed& deed, std::string_view motion) {
    if (c.tool == nobody || (!deed.act.empty() && !deed.byVerb) || !isOneOf(motion, "reach work_tool push pull put_down pick_up transform wave")) return nullptr;
    return text.lexicon().deed("use " + text.subject(c.tool).noun);
}

/// "cuts across the field", "pours out of the stadium": who does to nothing what hands do to things, along a way, goes.
bool goesAlong(const ActionText& text, const ReadVerb& v, const VerbPhrase& phrase, const Deed& deed) {
    if (!deed.byVerb || !phrase.objects.empty() || !phrase.about.empty() || !isOneOf(deed.motion, "work_tool cook wash cut carry push pull throw put_down pick_up write")) return false;
    const NounPhrase* const way = text.phrases().beginningAt(v.at + 2);
    if (!way || text.is(v.at + 1, "across along past toward towards around")) return way != nullptr;
    // "cuts down the alley", but "trims down the hedge"
    return text.is(v.at + 1, "down up") && (way->place || isOfClass(text.forms(), way->lemma, "way") || isOfClass(text.forms(), way->lemma, "stairway"));
}

struct ListedPhrase {
    const std::string* motion = nullptr;
    std::size_t count = 0; ///< words after the verb
};

/// "does push ups", "plays table tennis": words that the table has as one action, whatever the tagger made of them.
ListedPhrase listedPhrase(const ActionText& text, std::size_t at, const std::string& verb) {
    for (std::size_t count = 3; count >= 2; --count) {
        if (at + count >= text.size()) continue;
        std::string key = verb;
        for (std::size_t k = at + 1; k <= at + count; ++k) key.append(" ").append(text.word(k));
        if (const std::string* const motion = text.lexicon().motion(key)) return {motion, count};
    }
    return {};
}

void takeListed(const ActionText& text, std::size_t at, std::size_t count, Complements& c) {
    std::string whole;
    for (std::size_t k = at + 1; k <= at + count; ++k)
        if (!contains(text.lexicon().determiners, text.word(k))) whole.append(whole.empty() ? "" : "-").append(text.word(k));
    if (c.phrase.objects.empty() || whole.find('-') != std::string::npos) c.phrase.objects = {whole};
    c.end = std::max(c.end, at + count + 1);
}

/// The game that the text names, for verbs that mean something else outside of it ("serves a powerful shot in a game of tennis").
std::string sportAround(const ActionText& text, const std::string& verb, const std::string& motion) {
    if (!isOneOf(verb, "serve hit return smash swing spike volley putt bat strike block save") || motion == "play_ball") return {};
    for (const std::string& w : text.tagged().w)
        if (contains(&text.lexicon().set("ball_games"), w) && !isAny(w, {"ball", "catch", "pool", "frisbee"})) return w;
    return {};
}

/// By the tables: the words before an -ing form, else the verb with what hangs on it.
std::string motionByTables(const ActionText& text, const ReadVerb& v, const VerbPhrase& phrase) {
    if (v.form == Tag::gerund) {
        if (std::string with = motionWithWordsBefore(text, v.at, v.verb); !with.empty()) return with;
        if (std::string way = motionWithWayBefore(text, v.at, v.verb); !way.empty()) return way;
    }
    return motionOf(text.forms(), phrase);
}

} // namespace

namespace {

/// "gets dressed", "plays dead": how one comes to be belongs to the verb where the tables know the two together.
void addState(const ActionText& text, const ReadVerb& v, VerbPhrase& phrase) {
    const Tag next = text.tag(v.at + 1);
    const bool state = next == Tag::adjective || next == Tag::participle || next == Tag::adverb || next == Tag::verb || text.is(v.at + 1, "inside outside");
    if (state && text.lexicon().motion(v.verb + " " + text.word(v.at + 1))) phrase.particles.push_back(text.word(v.at + 1));
}

} // namespace

bool isListedPhrase(const ActionText& text, std::size_t at, const std::string& verb) { return listedPhrase(text, at, verb).motion != nullptr; }

VerbMotion motionOfVerb(const ActionText& text, const ReadVerb& v, Complements& c) {
    VerbPhrase phrase = c.phrase;
    phrase.passive = v.passive && text.isOfKind(v.by, SubjectKind::person);
    const bool part = !phrase.objects.empty() && contains(text.lexicon().bodyParts, text.forms().nounLemma(phrase.objects.back()));
    phrase.others = part && c.direct != nobody && c.direct != v.by && text.isLiving(c.direct);
    if (phrase.objects.empty() && !c.preposition.empty() && text.lexicon().motion(v.verb + " " + c.preposition)) phrase.particles.push_back(c.preposition);
    if (phrase.objects.empty() && phrase.particles.empty()) addState(text, v, phrase);
    const ListedPhrase listed = listedPhrase(text, v.at, v.verb);
    if (listed.motion) takeListed(text, v.at, listed.count, c);
    std::string motion = listed.motion ? *listed.motion : motionByTables(text, v, phrase);
    const std::string sport = sportAround(text, v.verb, motion);
    if (!sport.empty()) motion = "play_ball", phrase.objects = c.phrase.objects = {sport};
    const Subject* const object = c.direct != nobody ? &text.subject(c.direct) : nullptr;
    motion = fitMotion(text.forms(), {v.verb, motion, v.by == nobody ? nullptr : &text.subject(v.by), object, !phrase.objects.empty()});
    if (!text.isOfKind(v.by, SubjectKind::person)) return {std::move(motion), {}};
    motion = motionOfPart(v.part, v.verb, std::move(motion));
    if (!v.part.empty() || !sport.empty()) return {std::move(motion), {}};
    const bool practises = isOneOf(v.verb, "practise practice rehearse improvise") && phrase.objects.empty();
    if (practises && isInstrument(text.lexicon(), text.subject(v.by).prop)) return {"play_instrument", {}}; // the cellist hers
    Deed deed = deedOf(text.forms(), phrase);
    if (phrase.passive && deed.byVerb && isOneOf(motion, "punch kick fight push")) return {"dodge", {"dodge", "flinch", false}};
    if (phrase.passive && deed.byVerb && isOneOf(motion, "shoot sword")) return {"fall", {"fall", "fall", false}};
    if (phrase.passive && deed.byVerb && isOneOf(motion, handsOn)) return {"stand", {}};
    if (const DeedEntry* const tool = deedOfTool(text, c, deed, motion)) return {tool->motion, {tool->motion, tool->act, false}};
    if (motion == "punch" && deed.act == "punch" && c.tool != nobody && !phrase.passive) return {motion, {motion, "smash_down", false}}; // "wallops him with a pan"
    if (goesAlong(text, v, phrase, deed)) return {"walk", {"walk", "walk", false}};
    const bool goes = isOneOf(deed.motion, "walk run") && motion != "reach";
    if ((deed.byVerb || goes) && deed.motion != motion) deed = {}; // a cyclist who races rides
    const std::string& mount = text.subject(v.by).prop; // a motorcyclist rides no horse
    if (deed.act == "horse" && (mount == "motorcycle" || mount == "bicycle")) deed = {};
    if (isOneOf(v.verb, "slide glide grind carve") && isOneOf(motion, "skate ski")) deed = {}; // a skateboarder, no sled
    if (!deed.motion.empty()) motion = deed.motion;
    return {std::move(motion), std::move(deed)};
}

} // namespace rushes::reading
