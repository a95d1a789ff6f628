// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/clause_repair.h"

#include "engine/reading/person_words.h"
#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

class ClauseRepair {
  public:
    ClauseRepair(TaggedText& text, FormTable& forms) : m_t(text), m_forms(forms), m_lexicon(forms.lexicon()) {}

    void run() {
        repairSeen();
        repairCompoundVerbs();
        repairClauses();
        repairPersons();
        repairMembers();
    }

  private:
    /// "One of them stands", "the older one smokes", "the other sleeps": words that stand for somebody.
    void repairMembers() {
        for (std::size_t i = 0; i < m_t.size(); ++i) {
            const std::size_t next = m_t.is(i + 1, Tag::adverb) ? i + 2 : i + 1;
            const bool acts = m_t.is(next, Tag::verb) || m_t.is(next, Tag::auxiliary);
            const bool ofThem = m_t.word(i + 1) == "of" && isOneOf(m_t.word(i + 2), "them these those the his her their");
            const bool opens = i == 0 || m_t.is(i - 1, Tag::mark) || m_t.is(i - 1, Tag::conjunction) || m_t.is(i - 1, Tag::subordinator);
            const bool the = i > 0 && m_t.w[i - 1] == "the";
            const bool chosen = i > 1 && m_t.w[i - 2] == "the" && isOneOf(m_t.w[i - 1], "older younger taller shorter bigger smaller first second third other last eldest youngest oldest");
            const bool one = m_t.w[i] == "one" && (ofThem || (acts && (opens || chosen)));
            const bool other = (isAny(m_t.w[i], {"other", "others", "rest"}) && the && acts) || (m_t.w[i] == "another" && (ofThem || (acts && opens)));
            if (!(one || other)) continue;
            m_t.tags[i] = Tag::noun;
            m_t.entities[i] = {};
        }
    }

    /// "We see the outlaw draw his gun", "he watches the boy leave": what a person is seen to do stands in the plain form.
    void repairSeen() {
        bool seen = false;
        for (std::size_t i = 0; i + 1 < m_t.size(); ++i) {
            seen = (seen || isOneOf(m_t.w[i], "see sees watch watches hear hears")) && !isOneOf(m_t.w[i], ". ; ,");
            const std::size_t verb = i + 1;
            const bool him = m_t.is(i, Tag::pronoun) && isOneOf(m_t.w[i], "him her it them") && seen; // "watches it fly"
            if (m_t.inside[verb] || !(him || (m_t.is(i, Tag::noun) && namesPerson(m_t, m_forms, i))) || !m_t.is(verb, Tag::noun)) continue;
            const std::string& x = m_t.w[verb];
            const bool owns = isOneOf(m_t.word(verb + 1), "his her their its");
            const bool room = owns || (seen && (verb + 1 == m_t.size() || m_t.is(verb + 1, Tag::mark) || m_t.is(verb + 1, Tag::conjunction) || m_t.is(verb + 1, Tag::determiner) || m_t.is(verb + 1, Tag::preposition) || m_t.is(verb + 1, Tag::adverb)));
            if (m_forms.of(x).verb != x || !m_lexicon.motion(x) || !room) continue;
            m_t.tags[verb] = Tag::verb;
            m_t.entities[verb] = {};
        }
    }

    /// "two knights sword fighting", "a woman is ice skating": the noun between says how it is done.
    void repairCompoundVerbs() {
        for (std::size_t i = 2; i < m_t.size(); ++i) {
            const bool finite = m_t.is(i, Tag::verb) || (m_t.is(i, Tag::noun) && !m_t.entities[i]); // "two men arm wrestle"
            if ((!m_t.is(i, Tag::gerund) && !finite) || !m_t.is(i - 1, Tag::noun)) continue;
            if (!m_t.is(i - 2, Tag::auxiliary) && !(m_t.is(i - 2, Tag::noun) && isPersonAt(m_t, m_lexicon, i - 2))) continue;
            const auto verb = m_forms.verbLemma(m_t.w[i]);
            const auto plays = [&](const std::string& words) { return m_lexicon.motion(words) != nullptr; };
            if (!plays(m_t.w[i - 1] + " " + m_t.w[i]) && !(verb && (plays(m_t.w[i - 1] + " " + *verb) || (!finite && plays(*verb + " " + m_t.w[i - 1]))))) continue;
            if (finite && m_forms.of(m_t.w[i - 1]).verb == m_t.w[i - 1] && m_lexicon.motion(m_t.w[i - 1])) { // "two girls jump rope"
                m_t.tags[i - 1] = Tag::verb;
                m_t.entities[i - 1] = {};
                continue;
            }
            if (finite) m_t.tags[i] = Tag::verb;
            m_t.tags[i - 1] = Tag::adverb;
            m_t.entities[i - 1] = {};
        }
    }

    void repairClauses() {
        std::size_t begin = 0;
        for (std::size_t end = 0; end <= m_t.size(); ++end) {
            const bool closesHere = end == m_t.size() || isAny(m_t.w[end], {".", ";", "!", "?"}) || (m_t.tags[end] == Tag::subordinator && end > begin) ||
                                    (m_t.w[end] == "," && m_t.is(end + 1, Tag::gerund)); // "A crowd cheers, waving"
            if (!closesHere) continue;
            if (m_t.is(begin, Tag::subordinator)) ++begin;
            if (begin + 1 < end && m_t.is(begin, Tag::adjective) && m_t.is(begin + 1, Tag::verb) && m_lexicon.names.contains(m_t.w[begin])) m_t.tags[begin] = Tag::noun; // "Frank leans"
            repairFirstGerund(begin, end);
            repairGerundsWithin(begin, end);
            repairJoined(begin, end);
            repairSecond(begin, end);
            repairClause(begin, end);
            begin = end + 1;
        }
    }

    /// "Wedding guests applaud": an -ing form before people who do something else describes them.
    void repairFirstGerund(std::size_t begin, std::size_t end) {
        const std::size_t at = begin < end && m_t.is(begin, Tag::determiner) ? begin + 1 : begin;
        if (at + 2 >= end || !m_t.is(at, Tag::gerund) || !m_t.is(at + 1, Tag::noun) || !namesPersons(m_t, m_forms, at + 1)) return;
        const std::size_t next = m_t.is(at + 2, Tag::adverb) ? at + 3 : at + 2;
        if (m_t.is(next, Tag::verb) && m_forms.of(m_t.w[next]).verb) m_t.tags[at] = Tag::adjective;
    }

    /// "into boiling water", "from a burning house": where something goes, not what somebody does.
    void repairGerundsWithin(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin + 1; i + 1 < end; ++i)
            if (m_t.is(i, Tag::gerund) && m_t.is(i + 1, Tag::noun) && isAny(m_t.w[i - 1], {"into", "onto", "from", "through", "under"})) m_t.tags[i] = Tag::adjective;
    }

    /// "A mother holding her baby and a father with a suitcase wait": two people, no verb yet, and a word that can be what they do.
    void repairJoined(std::size_t begin, std::size_t end) {
        std::size_t joined = end;
        for (std::size_t i = begin; i < end; ++i) {
            if (m_t.is(i, Tag::verb) || m_t.is(i, Tag::auxiliary)) return;
            if (m_t.w[i] == "and" && m_t.is(i + 1, Tag::determiner)) joined = i;
        }
        bool person = false;
        for (std::size_t i = joined; i < end; ++i) {
            person = person || (m_t.is(i, Tag::noun) && namesPerson(m_t, m_forms, i));
            const WordForms& forms = m_forms.of(m_t.w[i]);
            if (!person || i < joined + 3 || m_t.inside[i] || m_t.entities[i] || !m_t.is(i, Tag::noun) || !m_t.is(i - 1, Tag::noun) || forms.verb != m_t.w[i] || !m_lexicon.motion(m_t.w[i])) continue;
            if (i + 1 < end && !m_t.is(i + 1, Tag::preposition) && !m_t.is(i + 1, Tag::adverb) && !m_t.is(i + 1, Tag::determiner)) continue;
            m_t.tags[i] = Tag::verb;
            return;
        }
    }

    /// "Three women bend down and plant seedlings": a second word in the plain form, joined to what several do.
    void repairSecond(std::size_t begin, std::size_t end) {
        bool plain = false, without = false;
        for (std::size_t i = begin; i < end; ++i) {
            const WordForms& forms = m_forms.of(m_t.w[i]);
            if (m_t.is(i, Tag::verb)) plain = forms.verb == m_t.w[i] && i > begin && m_t.w[i - 1] != "to", without = m_t.is(i + 1, Tag::preposition); // "sit in a boat and fish"
            const bool joined = plain && i > begin && m_t.w[i - 1] == "and" && !m_t.inside[i] && m_t.is(i, Tag::noun) && forms.verb == m_t.w[i] && m_lexicon.motion(m_t.w[i]);
            const bool object = m_t.is(i + 1, Tag::noun) || m_t.is(i + 1, Tag::determiner);
            if (!joined || !(object || (without && closesClause(i + 1)))) continue;
            m_t.tags[i] = Tag::verb;
            m_t.entities[i] = {};
        }
    }

    bool closesClause(std::size_t i) const { return i >= m_t.size() || m_t.is(i, Tag::mark) || m_t.is(i, Tag::conjunction); }

    /// "The guests around them clap", "three nuns in a row hum": people in the plural and, after what describes them, a word that can be what they do.
    bool repairPlural(std::size_t begin, std::size_t end) {
        std::size_t who = begin;
        while (who < end && (m_t.is(who, Tag::determiner) || m_t.is(who, Tag::adjective) || m_t.is(who, Tag::number))) ++who;
        if (who >= end || !m_t.is(who, Tag::noun)) return false;
        const bool several = isOneOf(m_t.w[who], "couple pair trio family crowd mob gang crew team choir audience police jury"); // "an old couple meander"
        if (!several && (!(m_t.entities[who].thing ? m_t.entities[who].thing->plural : m_t.w[who].ends_with('s')) || !namesPersons(m_t, m_forms, who))) return false;
        for (std::size_t i = end; i-- > who + 1;) {
            const std::string& x = m_t.w[i];
            const WordForms& forms = m_forms.of(x);
            if (m_t.inside[i] || !m_t.is(i, Tag::noun) || forms.verb != x || !m_lexicon.motion(x)) continue;
            const bool after = m_t.is(i - 1, Tag::noun) || m_t.is(i - 1, Tag::pronoun) || m_t.is(i - 1, Tag::adverb);
            const bool object = i == who + 1 && m_t.is(i + 1, Tag::noun) && i + 1 < end; // "three women plant seedlings"
            const bool before = i + 1 == end || object || m_t.is(i + 1, Tag::preposition) || m_t.is(i + 1, Tag::adverb) || m_t.is(i + 1, Tag::determiner);
            if (!after || !before) continue;
            m_t.tags[i] = Tag::verb;
            m_t.entities[i] = {};
            return true;
        }
        return false;
    }

    void repairClause(std::size_t begin, std::size_t end) {
        bool determiner = false;
        for (std::size_t i = begin; i < end; ++i) {
            const Tag tag = m_t.tags[i];
            if (tag == Tag::verb || tag == Tag::gerund || tag == Tag::participle || tag == Tag::auxiliary) return;
        }
        if (begin >= end || repairPlural(begin, end)) return;
        const bool named = m_lexicon.names.contains(m_t.w[begin]) || (m_t.is(begin, Tag::noun) && namesPerson(m_t, m_forms, begin)); // "Peter stubs out his cigarette"
        if (!named && !isAny(m_t.w[begin], {"a", "an", "the", "one", "his", "her", "their", "another"})) return;
        determiner = named;
        for (std::size_t i = begin + 1; i < end; ++i) {
            determiner = determiner || m_t.tags[i - 1] == Tag::determiner;
            if (!determiner || !canBeVerb(i, end) || m_t.word(i + 1) == "of") continue;
            if (m_t.tags[i - 1] == Tag::adjective && i + 1 == end && i > 1 && m_t.tags[i - 2] != Tag::determiner) continue;
            m_t.tags[i] = Tag::verb;
            m_t.entities[i] = {};
            if (m_t.tags[i - 1] == Tag::adjective) m_t.tags[i - 1] = Tag::noun;
            return;
        }
    }

    bool canBeVerb(std::size_t i, std::size_t end) {
        const std::string& x = m_t.w[i];
        if (m_t.inside[i] || m_t.tags[i] != Tag::noun || !x.ends_with('s') || m_t.w[i - 1].ends_with('s')) return false;
        if (m_t.tags[i - 1] != Tag::noun && m_t.tags[i - 1] != Tag::adjective) return false;
        const WordForms& forms = m_forms.of(x);
        if (!forms.verb || *forms.verb == x) return false;
        if (forms.verbCount == 0 && !(namesPerson(m_t, m_forms, i - 1) && m_lexicon.motion(*forms.verb))) return false; // rare, but "a man grates cheese"
        if (i + 1 == end) return true;
        const Tag next = m_t.tags[i + 1];
        return next == Tag::preposition || next == Tag::determiner || next == Tag::noun || next == Tag::adverb || next == Tag::pronoun || next == Tag::number || next == Tag::adjective;
    }

    /// "The drunk sprawls": an adjective that stands for who is so.
    void repairPersons() {
        for (std::size_t i = 1; i + 1 < m_t.size(); ++i) {
            const bool subject = m_t.is(i, Tag::adjective) && (m_t.is(i - 1, Tag::determiner) || m_t.is(i - 1, Tag::adjective));
            if (subject && (m_t.is(i + 1, Tag::verb) || m_t.is(i + 1, Tag::auxiliary)) && !m_lexicon.colours.exact(m_t.w[i]) && namesPerson(m_t, m_forms, i)) m_t.tags[i] = Tag::noun;
        }
    }

    TaggedText& m_t;
    FormTable& m_forms;
    const Lexicon& m_lexicon;
};

} // namespace

void repairClauses(TaggedText& text, FormTable& forms) { ClauseRepair(text, forms).run(); }

} // namespace rushes::reading
