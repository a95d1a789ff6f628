// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/tagger.h"

#include "engine/reading/acting_nouns.h"
#include "engine/reading/clause_repair.h"
#include "engine/reading/person_words.h"
#include "engine/reading/text.h"
#include "engine/reading/utf8.h"

#include <algorithm>

namespace rushes::reading {

namespace {

bool isLetter(const std::string& word) { return !word.empty() && isLatinLetter(decodeUtf8(word, 0).value); }
bool isDigit(const std::string& word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

/// Tags one text from its first word to its last.
class Tagger {
  public:
    Tagger(TaggedText& text, FormTable& forms, const NameTable& names) : m_t(text), m_forms(forms), m_lexicon(forms.lexicon()), m_names(names) {}

    void run() {
        const std::size_t n = m_t.size();
        m_t.tags.assign(n, Tag::unknown);
        m_t.entities.assign(n, {});
        m_t.inside.assign(n, false);
        findEntities();
        for (std::size_t i = 0; i < n; ++i) {
            m_t.tags[i] = tagOf(i);
            m_verbSeen = m_verbSeen || m_t.tags[i] == Tag::verb || m_t.tags[i] == Tag::gerund;
        }
        repairClauses(m_t, m_forms);
        castActingNouns(m_t, m_forms);
    }

  private:
    void findEntities() {
        for (std::size_t i = 0; i < m_t.size();) {
            Entity entity = entityAt(i);
            if (!entity) {
                ++i;
                continue;
            }
            const std::size_t end = i + entity.length;
            for (std::size_t k = i; k < end; ++k) m_t.inside[k] = entity.length > 1 || entity.character;
            m_t.entities[i] = entity;
            i = end;
        }
    }

    Entity entityAt(std::size_t i) const {
        if (const auto character = m_names.character(m_t.w, m_t.capital, i)) return {.character = *character.value, .length = character.length};
        const auto thing = m_lexicon.nouns.at(m_t.w, i);
        const auto place = m_lexicon.places.at(m_t.w, i);
        const auto location = m_names.location(m_t.w, i);
        if (location && location.length >= thing.length && location.length >= place.length) {
            return {.place = (*location.value)->place, .location = *location.value, .length = location.length};
        }
        const bool stops = place.length > 1 && i > 0 && isOneOf(m_t.w[i - 1], "a an") && m_t.w[i + place.length - 1].ends_with('s') && !m_t.w[i + place.length - 1].ends_with("ss"); // "a truck stops"
        if (place && place.length > thing.length && !stops) return {.place = *place.value, .length = place.length};
        if (!thing) return {};
        // "A man in a coat stands": one coat, no stands for coats.
        const bool one = i > 0 && isOneOf(m_t.w[i - 1], "a an another each every");
        if (one && thing.length > 1 && (*thing.value).plural) {
            const NounForm* const first = m_lexicon.nouns.exact(m_t.w[i]);
            return first && !first->plural ? Entity{.thing = first, .length = 1} : Entity{};
        }
        return {.thing = thing.value, .place = place && place.length == thing.length ? *place.value : nullptr, .length = thing.length};
    }

    // ---- one word

    bool isFunction(const std::string& word) const {
        return contains(m_lexicon.determiners, word) || contains(m_lexicon.prepositions, word) || contains(m_lexicon.pronouns, word) ||
               contains(m_lexicon.auxiliaries, word) || contains(m_lexicon.modals, word) || contains(m_lexicon.conjunctions, word) ||
               contains(m_lexicon.subordinators, word);
    }
    bool opensPhrase(const std::string& word) const {
        return contains(m_lexicon.determiners, word) || contains(m_lexicon.prepositions, word) || contains(m_lexicon.pronouns, word);
    }
    bool closes(const std::string& word) const { return contains(m_lexicon.conjunctions, word) || word.empty() || word == "," || word == "."; }

    /// What a word needs to know of itself and its neighbours.
    struct Context {
        std::size_t i = 0;
        const std::string& x;
        const std::string& before;
        const std::string& next;
        const WordForms& forms;
        std::optional<std::size_t> anchor; ///< the nearest word before that is no adverb
        Tag tagBefore = Tag::unknown;      ///< its tag
        bool atStart = false;              ///< there is none
        bool nounNext = false;
        bool entity = false;
        bool thirdPerson() const { return forms.verb && *forms.verb != x && x.ends_with('s'); }
        bool afterDeterminer() const { return tagBefore == Tag::determiner || tagBefore == Tag::possessive; }
    };

    Context contextOf(std::size_t i) {
        static const std::string none;
        Context c{i, m_t.w[i], i > 0 ? m_t.w[i - 1] : none, m_t.word(i + 1), m_forms.of(m_t.w[i])};
        for (std::size_t j = i; j-- > 0;) {
            if (m_t.tags[j] == Tag::adverb) continue;
            c.anchor = j;
            c.tagBefore = m_t.tags[j];
            break;
        }
        c.atStart = !c.anchor;
        c.nounNext = !c.next.empty() && isLetter(c.next) && !isFunction(c.next) && (m_t.inside[i + 1] || m_forms.of(c.next).noun);
        c.entity = static_cast<bool>(m_t.entities[i]);
        return c;
    }

    Tag tagOf(std::size_t i) {
        if (m_t.inside[i]) return Tag::noun;
        if (const auto tag = closedClass(i)) return *tag;
        const Context c = contextOf(i);
        if (isColour(c)) return Tag::adjective;
        if (c.x.ends_with("ing") && c.forms.verb) {
            const Tag tag = gerund(c);
            if (tag == Tag::gerund) m_t.entities[i] = {};
            return tag;
        }
        if (c.entity && c.forms.irregularVerb && c.forms.isNoun && (c.afterDeterminer() || c.tagBefore == Tag::adjective) && !m_t.entities[c.i].place) return inNounPhrase(c); // "a white rose"
        if (c.forms.verb && (c.x.ends_with("ed") || c.forms.irregularVerb) && *c.forms.verb != c.x) return participle(c);
        if (c.forms.verb && isInfinitive(c)) {
            m_t.entities[i] = {};
            return Tag::verb;
        }
        if (c.tagBefore == Tag::number && isAfterGroup(c)) return Tag::verb;
        const bool other = c.before == "other" && i > 1 && m_t.w[i - 2] == "the" && (closes(c.next) || opensPhrase(c.next)) && !(c.entity && isPersonAt(m_t, m_lexicon, i));
        if ((c.before == "one" || other) && c.thirdPerson() && m_lexicon.motion(*c.forms.verb)) { // "the older one smokes"
            m_t.entities[i] = {};
            return Tag::verb;
        }
        if ((c.afterDeterminer() || c.tagBefore == Tag::adjective || c.tagBefore == Tag::number) && (c.forms.noun || c.entity)) return inNounPhrase(c);
        if (isFiniteVerb(c)) {
            m_t.entities[i] = {};
            return Tag::verb;
        }
        return byCount(c);
    }

    /// Nothing that a determiner could belong to stands here.
    bool endsHere(std::size_t i) const {
        const std::string& x = m_t.word(i);
        return x.empty() || (!isLetter(x) && !isDigit(x)) || contains(m_lexicon.prepositions, x) || contains(m_lexicon.conjunctions, x) || contains(m_lexicon.subordinators, x) ||
               contains(m_lexicon.auxiliaries, x);
    }

    std::optional<Tag> closedClass(std::size_t i) {
        const std::string& x = m_t.w[i];
        const std::string before = i > 0 ? m_t.w[i - 1] : "";
        const std::string& next = m_t.word(i + 1);
        if (x == "'s") return isOneOf(before, "who he she it that there what where here") ? Tag::auxiliary : Tag::possessive;
        if (!isLetter(x) && !isDigit(x)) return Tag::mark;
        if (x == "her" && (endsHere(i + 1) || (isOneOf(before, "beside behind near") && next.ends_with("ing")))) return Tag::pronoun; // "a man following her"
        if (contains(m_lexicon.determiners, x)) return Tag::determiner;
        if (isAny(x, {"cross", "crosses"}) && next == "paths") return Tag::verb;
        if (isAny(x, {"shut", "closed"}) && isOneOf(before, "eyes mouth lips door doors window curtains") && endsHere(i + 1)) return Tag::adjective; // "with her eyes shut"
        if (x == "how" && next == "to") return Tag::adverb; // "shows him how to fish"
        if (isOneOf(x, "slow tap belly break line pole salsa break-dance swing ballroom") && isAny(next, {"dance", "dances", "dancing", "danced"}) && i > 0 && m_t.tags[i - 1] == Tag::noun) {
            m_t.entities[i] = {};
            return Tag::adverb;
        }
        if (isAny(x, {"next", "first"}) && contains(m_lexicon.determiners, before)) return Tag::adjective; // "to the next building"
        if (x == "back" && isAny(before, {"his", "her", "their", "its", "my"})) return Tag::noun;
        if (x == "hands" && isAny(before, {",", "with"}) && isOneOf(next, "in on behind over at")) return Tag::noun; // "stands, hands in his pockets"
        if (isAny(x, {"guard", "watch"}) && isOneOf(before, "stand stands standing stood keep keeps keeping kept")) return Tag::adverb; // nobody else is there
        if (isAny(x, {"goodbye", "goodnight", "farewell"}) && i > 0 && m_t.tags[i - 1] == Tag::noun) return Tag::adverb; // "kisses his mother goodbye"
        if (isAny(x, {"do", "does", "did"}) && (contains(m_lexicon.determiners, next) || m_lexicon.motion("do " + next) || m_lexicon.motion("do " + next + " " + m_t.word(i + 2)))) return Tag::verb; // "does a handstand"
        if (isAny(x, {"have", "has", "had"}) && isHad(m_t, m_lexicon, i + 1)) return Tag::verb; // "has breakfast", "are having a drink"
        if (contains(m_lexicon.auxiliaries, x) || (x.size() > 3 && x.ends_with("n't"))) return Tag::auxiliary;
        if (contains(m_lexicon.modals, x)) return Tag::modal;
        if (contains(m_lexicon.pronouns, x)) return Tag::pronoun;
        if (contains(m_lexicon.conjunctions, x)) return Tag::conjunction;
        if (isAny(x, {"left", "right"}) && next != "the" && (isAny(before, {"the", "to", "on"}) || isAny(next, {"side", "of"}))) {
            m_t.entities[i] = {};
            return Tag::noun;
        }
        if (x == "underwater" && i > 0 && !isOneOf(before, "an the in vibrant of deep")) return Tag::adverb;
        if (contains(m_lexicon.prepositions, x) && !(x == "like" && contains(m_lexicon.pronouns, before))) return Tag::preposition;
        if (x == "then") return Tag::adverb;
        if (contains(m_lexicon.subordinators, x)) return Tag::subordinator;
        if (isDigit(x)) return Tag::number;
        if (m_lexicon.counts.exact(x) && !isOneOf(x, "single lone many few several various multiple numerous crowd dozen")) return Tag::number;
        if (contains(m_lexicon.plainAdjectives, x)) return Tag::adjective;
        if (contains(m_lexicon.adverbs, x) || (x.ends_with("ly") && !m_forms.of(x).isNoun)) return Tag::adverb;
        return std::nullopt;
    }

    /// "an orange cat" but "an orange": names of fruits, flowers and stuffs are colours only before a noun.
    bool isColour(const Context& c) const {
        const std::string* colour = m_lexicon.colours.exact(c.x);
        if (!colour) return false;
        if (*colour == "orange" && ((c.x == "orange" && !c.nounNext) || isFunction(c.next) || c.next.empty() || isAny(c.next, {",", "."}))) return false;
        return c.nounNext || !isOneOf(c.x, "rose olive lime plum lemon amber gold tan coral mint rust salmon");
    }

    bool isGivenName(std::size_t i) const { return m_t.entities[i].character || (m_t.capital[i] && m_lexicon.names.contains(m_t.w[i])); }

    /// "climbing boots", "a swimming cap": a garment for what one does, not a garment that one washes.
    bool namesGarment(const Context& c) const {
        const NounForm* const next = m_lexicon.nouns.exact(c.next);
        const std::string* const motion = c.forms.verb ? m_lexicon.motion(*c.forms.verb) : nullptr;
        return next && next->entry->category == "clothing" && motion && isOneOf(*motion, "climb ride swim run walk ski skate dance drive play_ball fly_plane sleep punch fight row");
    }

    Tag gerund(const Context& c) const {
        if (namesGarment(c)) return Tag::adjective;
        if ((c.afterDeterminer() || c.tagBefore == Tag::number || c.tagBefore == Tag::adjective) && c.nounNext) return Tag::adjective;
        if (c.afterDeterminer()) return Tag::noun;
        // "surrounded by laughing children", but "by helping people"
        if (c.before == "by" && c.nounNext && isPersonAt(m_t, m_lexicon, c.i + 1) && c.i > 1 && isOneOf(m_t.w[c.i - 2], "surrounded followed flanked watched chased escorted joined")) return Tag::adjective;
        if (c.tagBefore == Tag::preposition && isOneOf(c.before, "of for in by with") && !c.entity) return Tag::gerund;
        const bool governs = contains(m_lexicon.determiners, c.next); // "a taxi crossing a bridge", but "a zebra crossing"
        if (c.anchor && c.tagBefore == Tag::noun && isPersonAt(m_t, m_lexicon, *c.anchor)) return Tag::gerund; // "a woman washing dishes"
        // "catch falling snowflakes", but "start painting walls"
        const bool takesThings = c.tagBefore == Tag::verb && c.anchor && c.i == *c.anchor + 1 && isOneOf(m_forms.of(c.before).verb.value_or(""), "catch throw carry hold lift push pull grab chase dodge watch see touch kick hit eat drop collect gather");
        if (takesThings && c.nounNext) return Tag::adjective;
        if (c.entity && !governs && (c.tagBefore == Tag::noun || c.tagBefore == Tag::adjective)) return Tag::noun;
        const bool adjective = c.tagBefore == Tag::auxiliary && c.forms.adjective == c.x;
        if (adjective && c.forms.adjectiveCount >= c.forms.verbCount && closes(c.next)) return Tag::adjective;
        if (adjective && contains(m_lexicon.stativeVerbs, *c.forms.verb)) return Tag::adjective;
        return Tag::gerund;
    }

    Tag participle(const Context& c) const {
        // "the stove", "a saw": an irregular past that is first of all a noun
        if (c.afterDeterminer() && !c.nounNext && (c.entity || (c.forms.isNoun && c.forms.irregularVerb))) return Tag::noun;
        if (c.afterDeterminer() || ((c.tagBefore == Tag::adjective || c.tagBefore == Tag::number) && c.nounNext)) return Tag::adjective;
        if (c.forms.adjective == c.x && c.tagBefore == Tag::auxiliary) return Tag::participle;
        if (c.nounNext && (c.atStart || c.tagBefore == Tag::conjunction || c.tagBefore == Tag::mark || c.tagBefore == Tag::preposition)) return Tag::adjective;
        return Tag::participle;
    }

    bool isInfinitive(const Context& c) const {
        if (c.tagBefore == Tag::modal) return true;
        if (c.anchor && *c.forms.verb == c.x && c.tagBefore == Tag::auxiliary && isOneOf(m_t.w[*c.anchor], "do does did don't doesn't didn't")) return true;
        if (c.before != "to" || *c.forms.verb != c.x) return false;
        if (c.i > 1 && m_t.w[c.i - 2] == "how") return true; // "how to fish"
        return (!c.entity || c.forms.verbCount > c.forms.nounCount) && !m_t.entities[c.i].place;
    }

    Tag inNounPhrase(const Context& c) const {
        if (c.forms.adjective && !c.entity && c.nounNext) return Tag::adjective;
        if (c.forms.adjective && !c.forms.noun) return Tag::adjective;
        const bool verb = c.tagBefore == Tag::adjective && !c.entity && c.forms.verb && c.forms.noun != c.x && c.forms.verbCount > c.forms.nounCount * 3 &&
                          (contains(m_lexicon.determiners, c.next) || contains(m_lexicon.prepositions, c.next));
        return verb ? Tag::verb : Tag::noun;
    }

    /// "a brass key": the noun phrase that ends here was opened by an article for one, and nothing is joined to it.
    bool isSingular(std::size_t last) const {
        for (std::size_t q = last + 1; q-- > 0;) {
            const Tag tag = m_t.tags[q];
            const bool one = isOneOf(m_t.w[q], "a an this that each every another") || (isOneOf(m_t.w[q], "the his her") && !m_t.w[last].ends_with('s') && !m_t.w[last].ends_with("men") && m_t.w[last] != "people");
            if (tag == Tag::determiner) return one && !(q > 0 && m_t.w[q - 1] == "and");
            if (tag != Tag::noun && tag != Tag::adjective) return false;
        }
        return false;
    }

    /// Words that can stand in one noun phrase: "sits and cries, morning light" joins verbs, not people.
    bool isOnePhrase(std::size_t first, std::size_t last) const {
        return std::all_of(m_t.tags.begin() + std::ptrdiff_t(first), m_t.tags.begin() + std::ptrdiff_t(last), [](Tag tag) {
            return tag == Tag::determiner || tag == Tag::possessive || tag == Tag::adjective || tag == Tag::number || tag == Tag::noun || tag == Tag::adverb;
        });
    }

    bool isPluralSubject(const Context& c) const {
        if (!c.anchor) return false;
        const std::size_t j = *c.anchor;
        const std::string& word = m_t.w[j];
        if (c.tagBefore == Tag::pronoun) return isOneOf(word, "they we i you who");
        if (c.tagBefore != Tag::noun || isSingular(j)) return false;
        for (const char* ending : {"s", "men", "people", "children", "mice", "geese"}) {
            if (word.ends_with(ending)) return true;
        }
        if (isOneOf(word, "sheep deer fish cattle police buffalo crew couple pair family team gang band crowd audience choir staff trio quartet")) return true;
        for (std::size_t q = j > 4 ? j - 4 : 0; q < j; ++q) {
            if (m_t.tags[q] == Tag::number && !isAny(m_t.w[q], {"a", "one", "1"})) return true;
            if (q + 3 >= j && m_t.w[q] == "and" && isOnePhrase(q + 1, j)) return true;
        }
        return false;
    }

    /// "The cook scoops rice": one person, a form that is listed as a deed, and a thing without an article.
    bool scoopsRice(const Context& c) const {
        // "Two knights cross swords": listed with its object
        if (c.forms.verb && c.nounNext && c.tagBefore == Tag::noun && c.i == *c.anchor + 1 && namesPersons(m_t, m_forms, *c.anchor) && m_lexicon.deed(*c.forms.verb + " " + c.next)) return true;
        const bool plural = c.entity && c.nounNext && c.anchor && isSingular(*c.anchor) && c.next.ends_with('s') && !m_forms.of(c.next).irregularVerb && m_lexicon.nouns.at(m_t.w, c.i).length < 2; // "a smuggler counts coins"
        if (!c.thirdPerson() || (c.entity && !plural) || !c.nounNext || c.tagBefore != Tag::noun || c.i != *c.anchor + 1 || !m_lexicon.motion(*c.forms.verb)) return false;
        const WordForms& next = m_forms.of(c.next);
        if (plural && namesPerson(m_t, m_forms, *c.anchor)) return true;
        return !m_t.w[*c.anchor].ends_with('s') && namesPerson(m_t, m_forms, *c.anchor) && next.verbCount <= next.nounCount && !(next.verb && *next.verb != c.next);
    }

    /// "A family of four eats": the number ends the phrase.
    bool isAfterGroup(const Context& c) const {
        const bool group = c.i > 2 && m_t.w[c.i - 2] == "of" && m_lexicon.groups.exact(m_t.w[c.i - 3]);
        return group && c.thirdPerson() && !c.entity && m_lexicon.motion(*c.forms.verb);
    }

    bool opensObject(const Context& c) const { return contains(m_lexicon.determiners, c.next) || contains(m_lexicon.pronouns, c.next); }

    /// "down the courthouse steps": stairs.
    bool isFlight(const Context& c) const {
        if (c.x != "steps" || c.i < 3 || m_t.tags[c.i - 1] != Tag::noun || isPersonAt(m_t, m_lexicon, c.i - 1)) return false;
        std::size_t k = c.i - 1;
        while (k > 0 && (m_t.tags[k] == Tag::noun || m_t.tags[k] == Tag::adjective)) --k;
        return k > 0 && (m_t.tags[k] == Tag::determiner || m_t.tags[k] == Tag::possessive) && isOneOf(m_t.w[k - 1], "down up on onto off across from at along over of");
    }

    bool isFiniteVerb(const Context& c) const {
        if (!c.forms.verb || (c.x == "tears" && isOneOf(c.next, "on in down rolling streaming running welling glistening"))) return false;
        if (isFlight(c)) return false;
        const bool third = c.thirdPerson();
        if (m_verbSeen && c.before == "then" && *c.forms.verb == c.x && m_lexicon.motion(c.x) && (!c.entity || closes(c.next))) return true; // "stand, then walk apart"
        if (third && c.tagBefore == Tag::pronoun && c.i == *c.anchor + 1 && isOneOf(c.before, "he she who")) return true; // "She scoops ice cream"
        const bool nounLike = c.entity || c.forms.nounCount > c.forms.verbCount * 2;
        const bool afterSubject = c.tagBefore == Tag::noun || c.tagBefore == Tag::pronoun ||
                                  (c.tagBefore == Tag::subordinator && isAny(c.before, {"that", "which", "who"})) ||
                                  (c.tagBefore == Tag::conjunction && m_verbSeen);
        if ((third || *c.forms.verb == c.x) && afterSubject) {
            const bool form = third || c.tagBefore == Tag::conjunction || isPluralSubject(c);
            const bool room = opensPhrase(c.next) || contains(m_lexicon.adverbs, c.next) || contains(m_lexicon.subordinators, c.next) || closes(c.next) ||
                              c.next.ends_with("ly") || c.next.ends_with("ing") || !nounLike || scoopsRice(c);
            const bool more = c.forms.nounCount > c.forms.verbCount;
            const bool listed = nounLike && c.tagBefore == Tag::noun && isAny(c.next, {"and", ",", ".", ""}) && more;
            const bool endsPhrase = closes(c.next) || c.next.ends_with("ing"); // "cowboy boots taking a stroll"
            const bool thing = c.entity && !m_t.entities[c.i].place && c.forms.nounCount > c.forms.verbCount * 3 && endsPhrase;
            // "and characters from the book": hardly ever a verb
            if (third && c.tagBefore == Tag::conjunction && c.forms.nounCount > 0 && c.forms.verbCount == 0 && contains(m_lexicon.prepositions, c.next) && !m_lexicon.deed(*c.forms.verb)) return false;
            if (form && room && !listed && !thing) return true;
            if (third && c.tagBefore == Tag::noun && !nounLike) return true;
        }
        // "A street vendor ladles soup": one person, and no noun in the plural goes on behind the article for one
        const bool one = third && c.tagBefore == Tag::noun && c.i == *c.anchor + 1 && (isGivenName(*c.anchor) || (isPersonAt(m_t, m_lexicon, *c.anchor) && isSingular(*c.anchor)));
        if (one && m_lexicon.motion(*c.forms.verb)) return true;
        // ", nurses around the table", ", guards at the door": people, unless they do it to something
        const bool people = c.entity && isPersonAt(m_t, m_lexicon, c.i) && !opensObject(c);
        if (third && c.tagBefore == Tag::mark && c.next != "of" && !people) {
            const bool listed = c.next == "and" && c.i + 2 < m_t.size() && m_forms.of(m_t.w[c.i + 2]).verb && m_t.w[c.i + 2].ends_with('s') && m_lexicon.motion(*c.forms.verb); // "runs, falls and looks back"
            const bool room = listed || opensPhrase(c.next) || contains(m_lexicon.adverbs, c.next) || contains(m_lexicon.subordinators, c.next);
            if (m_verbSeen && (room || (!nounLike && !c.forms.noun))) return true;
            // "Mara, soaked, holds a lantern", "the man, 60s, stands in the doorway"
            if (!c.entity && c.i > 1 && contains(m_lexicon.determiners, c.next)) return true;
            if (!m_verbSeen && c.i > 1 && contains(m_lexicon.prepositions, c.next) && c.forms.verbCount > c.forms.nounCount) return true;
        }
        return third && isAny(c.before, {"other", "others", "one"});
    }

    Tag byCount(const Context& c) const {
        if (c.entity) return Tag::noun;
        const WordForms& f = c.forms;
        if (c.i == 0 && f.verb == c.x && f.verbCount > f.nounCount && f.verbCount > f.adjectiveCount && opensPhrase(c.next)) return Tag::verb;
        if (f.adjective && (c.nounNext || c.tagBefore == Tag::auxiliary || f.adjectiveCount >= std::max(f.nounCount, f.verbCount))) return Tag::adjective;
        if (f.noun) return Tag::noun;
        if (f.verb) return Tag::verb;
        if (isAny(c.x, {"soft", "slow"})) return Tag::adjective;
        return isLetter(c.x) ? Tag::noun : Tag::unknown;
    }

    TaggedText& m_t;
    FormTable& m_forms;
    const Lexicon& m_lexicon;
    const NameTable& m_names;
    bool m_verbSeen = false;
};

} // namespace

const std::string& TaggedText::word(std::size_t i) const {
    static const std::string none;
    return i < w.size() ? w[i] : none;
}

bool isHad(const TaggedText& text, const Lexicon& lexicon, std::size_t at) {
    constexpr std::size_t within = 4; // "a long heated argument"
    for (std::size_t k = at; k < std::min(at + within, text.size()) && isLetter(text.w[k]) && !contains(lexicon.prepositions, text.w[k]); ++k)
        if (lexicon.deeds.contains("have " + text.w[k])) return true;
    return false;
}

void tagWords(TaggedText& text, FormTable& forms, const NameTable& names) { Tagger(text, forms, names).run(); }

} // namespace rushes::reading
