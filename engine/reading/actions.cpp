// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/actions.h"

#include "engine/reading/attributes.h"
#include "engine/reading/body_parts.h"
#include "engine/reading/motion_rules.h"
#include "engine/reading/motions.h"
#include "engine/reading/noun_actions.h"
#include "engine/reading/particles.h"
#include "engine/reading/pronouns.h"
#include "engine/reading/subjects.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <map>

namespace rushes::reading {

namespace {

/// A noun phrase or a pronoun that can be somebody's subject.
struct Reference {
    int subject = nobody;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string preposition;
    bool isObject = false;
    std::string part; ///< of the body, when the noun names one: "her hands"
};

class ActionReader {
  public:
    ActionReader(const TaggedText& text, FormTable& forms, NounPhrases& phrases, ShotDescription& out)
        : m_t(text), m_forms(forms), m_lexicon(forms.lexicon()), m_phrases(phrases), m_out(out), m_mentions(out.subjects) {}

    std::vector<FoundAction> run() {
        while (m_at < m_t.size()) step();
        if (m_actions.empty())
            if (auto action = nounAction(m_t, m_forms, m_mentions.main())) m_actions.push_back(std::move(*action));
        return std::move(m_actions);
    }

  private:
    const std::string& word(std::size_t i) const { return m_t.word(i); }
    bool is(std::size_t i, std::string_view list) const { return i < m_t.size() && isOneOf(m_t.w[i], list); }
    Tag tag(std::size_t i) const { return i < m_t.size() ? m_t.tags[i] : Tag::unknown; }
    const Subject& subject(int i) const { return m_out.subjects[static_cast<std::size_t>(i)]; }
    bool isLiving(int i) const { return i != nobody && (subject(i).kind == SubjectKind::person || subject(i).kind == SubjectKind::animal); }

    // ---- the walk

    void step() {
        readOrderWord();
        if (isAny(word(m_at), {".", ";"})) {
            m_last.reset();
            m_candidate.reset();
            m_joined.clear();
            ++m_at;
        } else if (NounPhrase* phrase = m_phrases.beginningAt(m_at)) {
            meet(*phrase);
            m_at = phrase->end;
        } else if (tag(m_at) == Tag::pronoun && !is(m_at, "i we you himself herself itself themselves")) {
            meetPronoun();
            ++m_at;
        } else if (tag(m_at) == Tag::verb || tag(m_at) == Tag::gerund || tag(m_at) == Tag::participle) {
            readVerb();
        } else {
            ++m_at;
        }
    }

    void readOrderWord() {
        if (m_actions.empty()) return;
        const auto hit = m_lexicon.order.at(m_t.w, m_at);
        if (hit && *hit.value == "then" && !is(m_at, "second third now once before until later next still")) m_pending = true;
        const Tag next = tag(m_at + 1);
        if (is(m_at, "before until") && tag(m_at) != Tag::noun && (next == Tag::gerund || next == Tag::pronoun || next == Tag::determiner)) m_pending = true;
    }

    /// "Tears roll down her cheeks": whose they are is said elsewhere in the text.
    int ownerOfTears(const NounPhrase& p) const {
        if (!p.preposition.empty() || !isAny(p.lemma, {"tear", "tears", "sweat"})) return nobody;
        if (m_mentions.main() != nobody) return m_mentions.main();
        const auto person = std::find_if(m_out.subjects.begin(), m_out.subjects.end(), [](const Subject& s) { return s.kind == SubjectKind::person; });
        return person == m_out.subjects.end() ? nobody : static_cast<int>(person - m_out.subjects.begin());
    }

    void meet(NounPhrase& p) {
        if (p.subject == nobody) p.subject = ownerOfTears(p);
        if (p.subject == nobody) return;
        m_mentions.add(p.subject);
        m_last = Reference{p.subject, p.begin, p.end, p.preposition, false, isLiving(p.subject) && p.lemma != subject(p.subject).noun ? bodyPartOf(m_forms, p.lemma) : ""};
        if (p.preposition == "as" && verbInClause(p.end)) { // "as a boy on a bicycle watches"
            m_last->preposition.clear();
            m_candidate = m_last;
            return;
        }
        if (!p.preposition.empty()) return;
        std::size_t before = p.begin; // the word before, adverbs aside
        while (before > 0 && tag(before - 1) == Tag::adverb) --before;
        const Tag tagBefore = before > 0 ? tag(before - 1) : Tag::unknown;
        p.isObject = tagBefore == Tag::verb || tagBefore == Tag::gerund || tagBefore == Tag::participle;
        m_last->isObject = p.isObject;
        std::size_t next = p.end;
        while (next < m_t.size() && tag(next) == Tag::adverb) ++next;
        const Tag after = tag(next);
        const bool verbFollows = after == Tag::verb || after == Tag::auxiliary || after == Tag::modal || after == Tag::gerund || after == Tag::participle;
        // "before the queen" is a place to kneel, "before the queen speaks" a clause
        const bool opensClause = before > 0 && tagBefore == Tag::subordinator && (!is(before - 1, "before after until since") || verbInClause(p.end));
        // "The doors open and a man in a grey suit steps out."
        const NounPhrase* const beside = p.begin >= 2 ? m_phrases.around(p.begin - 2) : nullptr;
        const bool opensAnother = tagBefore == Tag::conjunction && !m_actions.empty() && !beside && verbInClause(p.end);
        if (!m_candidate || (!p.isObject && (verbFollows || opensClause || opensAnother))) m_candidate = m_last;
        m_mentions.setMainOnce(p.subject);
        joinSubjects(p);
    }

    /// "They sit down" after two people were named: both do.
    void joinAll() {
        const std::vector<int> all = m_mentions.persons();
        for (const int i : all) m_joined[i] = all;
    }

    bool verbInClause(std::size_t k) const {
        for (; k < m_t.size() && tag(k) != Tag::subordinator && tag(k) != Tag::conjunction && !is(k, ". ; ,"); ++k) {
            if (tag(k) == Tag::verb || tag(k) == Tag::auxiliary) return true;
        }
        return false;
    }

    /// "Tom and Kit walk": what one does both do.
    void joinSubjects(const NounPhrase& p) {
        if (p.begin < 2 || !isAny(word(p.begin - 1), {"and", ","}) || !isLiving(p.subject)) return;
        const NounPhrase* const before = m_phrases.around(p.begin - 2);
        if (!before || before->end + 1 != p.begin || before->isObject || !before->preposition.empty() || before->subject == nobody) return;
        if (!isLiving(before->subject) || before->subject == p.subject) return;
        std::vector<int> all = {before->subject};
        if (const auto joined = m_joined.find(before->subject); joined != m_joined.end()) all = joined->second;
        if (std::find(all.begin(), all.end(), p.subject) == all.end()) all.push_back(p.subject);
        for (const int i : all) m_joined[i] = all;
    }

    void meetPronoun() {
        const std::string& x = word(m_at);
        int who = x == "who" ? (m_last ? m_last->subject : nobody) : m_mentions.resolve(x);
        const bool anybody = std::any_of(m_out.subjects.begin(), m_out.subjects.end(), [](const Subject& s) { return s.kind == SubjectKind::person; });
        if (who == nobody && anybody) who = impliedBefore(x);
        if (who == nobody && (anybody ? isOfOtherSex(x) : isAny(x, {"he", "she", "they"}))) who = imply(x);
        if (who == nobody) return;
        if (x != "who") m_out.pronouns.push_back({m_t.span(m_at, m_at + 1), subject(who).id});
        if (x == "they" && subject(who).kind == SubjectKind::person && subject(who).count == 1) joinAll();
        std::size_t before = m_at;
        while (before > 0 && tag(before - 1) == Tag::adverb) --before;
        const Tag tagBefore = before > 0 ? tag(before - 1) : Tag::unknown;
        const bool object = isOneOf(x, "it him her them") &&
                            (tagBefore == Tag::verb || tagBefore == Tag::gerund || tagBefore == Tag::participle || tagBefore == Tag::preposition);
        m_last = Reference{who, m_at, m_at + 1, {}, object, {}};
        if (!object || !m_candidate) m_candidate = m_last; // "reads it and cries": the reader cries
    }

    /// "He raises his hand": his hand has already brought him in.
    int impliedBefore(const std::string& pronoun) {
        const Sex sex = pronoun == "he" ? Sex::male : pronoun == "she" ? Sex::female : Sex::unknown;
        for (std::size_t i = 0; i < m_out.subjects.size(); ++i) {
            if (!m_out.subjects[i].implied || m_out.subjects[i].sex != sex) continue;
            m_mentions.add(static_cast<int>(i));
            m_mentions.setMainOnce(static_cast<int>(i));
            return static_cast<int>(i);
        }
        return nobody;
    }

    /// "She takes the phone from his hand": nobody who is named can be she.
    bool isOfOtherSex(const std::string& pronoun) const {
        const Sex other = pronoun == "he" ? Sex::female : pronoun == "she" ? Sex::male : Sex::unknown;
        return other != Sex::unknown && std::all_of(m_out.subjects.begin(), m_out.subjects.end(), [&](const Subject& s) { return s.kind != SubjectKind::person || s.sex == other; });
    }

    /// Someone for whom no noun stands: "She walks."
    int imply(const std::string& pronoun) {
        const char* const noun = pronoun == "he" ? "man" : pronoun == "she" ? "woman" : "person";
        Subject s = newSubject(m_out, m_lexicon.thing(noun));
        s.kind = SubjectKind::person;
        s.noun = pronoun == "they" ? "people" : noun;
        s.count = pronoun == "they" ? 2 : 1;
        s.implied = true;
        s.span = m_t.span(m_at, m_at + 1);
        m_out.subjects.push_back(std::move(s));
        const int index = static_cast<int>(m_out.subjects.size()) - 1;
        m_mentions.add(index);
        m_mentions.setMainOnce(index);
        return index;
    }

    // ---- one verb

    /// "does not smoke", "nobody answers", "without looking": what does not happen is no action.
    bool isNegated() const {
        for (std::size_t back = 1; back <= 3 && back <= m_at; ++back) {
            const std::size_t k = m_at - back;
            if (is(k, "not never nobody nothing without neither") || (tag(k) == Tag::auxiliary && word(k).ends_with("n't"))) return true;
            if (tag(k) != Tag::adverb && tag(k) != Tag::auxiliary && tag(k) != Tag::modal) return false;
        }
        return false;
    }

    bool isPassed(const std::string& verb, Tag form) const {
        if (isNegated()) return true;
        if (form == Tag::participle) {
            const bool leans = m_at > 0 && (tag(m_at - 1) == Tag::noun || tag(m_at - 1) == Tag::pronoun || tag(m_at - 1) == Tag::adverb ||
                                            contains(m_lexicon.auxiliaries, word(m_at - 1)));
            if (!leans) return true;
        }
        const bool beforeVerb = tag(m_at + 1) == Tag::gerund || is(m_at + 1, "to and");
        if (beforeVerb && isOneOf(verb, "start begin stop continue try keep seem appear proceed attempt want let help manage")) return true;
        return isOneOf(verb, "be have") || (isOneOf(verb, "go come") && tag(m_at + 1) == Tag::gerund);
    }

    /// The noun phrase that runs right up to the verb or has only adverbs, auxiliaries and "who" between.
    bool leadsTo(const Reference& r, Tag form) const {
        if (r.end > m_at || isOneOf(r.preposition, "of in on at with from by near under through")) return false;
        if (word(m_at - 1) == "," && form == Tag::verb && !m_actions.empty()) return false;
        bool relative = false;
        for (std::size_t k = r.end; k < m_at; ++k) {
            const bool link = is(k, "that which who");
            relative = relative || link;
            if (!link && word(k) != "," && tag(k) != Tag::adverb && tag(k) != Tag::auxiliary && tag(k) != Tag::modal) return false;
        }
        return !(form == Tag::verb && r.isObject && m_at > r.end && !relative);
    }

    int findSubject(Tag form) const {
        const NounPhrase* const touching = m_at > 0 ? m_phrases.around(m_at - 1) : nullptr;
        if (form == Tag::gerund && touching && touching->end == m_at && touching->subject != nobody &&
            (isLiving(touching->subject) || subject(touching->subject).kind == SubjectKind::vehicle || touching->preposition == "with")) { // "with flowers growing upside down"
            return touching->subject;
        }
        // "a tightrope strung between two towers": nobody strings it now
        if (form == Tag::participle && touching && touching->end == m_at && !touching->preposition.empty() && touching->subject != nobody && isDoneTo(touching->subject)) return touching->subject;
        if (m_last && leadsTo(*m_last, form)) return m_last->subject;
        const Tag before = m_at > 0 ? tag(m_at - 1) : Tag::unknown;
        const bool continues = before == Tag::conjunction || before == Tag::mark || before == Tag::adverb;
        if (continues && !m_actions.empty() && form != Tag::verb && !m_candidate) return m_actions.back().subject;
        if (m_candidate) return m_candidate->subject;
        if (!m_actions.empty() && form != Tag::participle) return m_actions.back().subject;
        return nobody;
    }

    /// A participle without an object of what hands do to things, behind a thing.
    bool isDoneTo(int thing) const {
        if (isLiving(thing) || m_phrases.beginningAt(m_at + 1)) return false;
        const std::string verb = m_forms.verbLemma(word(m_at)).value_or(word(m_at));
        return isOneOf(motionOf(m_forms, {verb, {}, {}, {}, {}, {}}), "work_tool cut cook wash write put_down pick_up carry throw open_door reach transform");
    }

    /// The part of the body that the clause makes its subject, if the one who acts owns it.
    std::string partOf(int who) const {
        for (const auto& reference : {m_last, m_candidate})
            if (reference && reference->subject == who) return reference->part;
        return {};
    }

    /// "a woman in riding boots waits": not the boots.
    int wearerOf(int garment) const {
        for (std::size_t i = 0; i < m_out.subjects.size(); ++i)
            for (const WornThing& worn : m_out.subjects[i].wears)
                if (worn.span == subject(garment).span) return static_cast<int>(i);
        return garment;
    }

    int whoActs(Tag form) const {
        int who = findSubject(form);
        if (const auto wearer = m_wearers.find(who); who != nobody && wearer != m_wearers.end()) who = wearer->second;
        else if (who != nobody && subject(who).worn) who = wearerOf(who);
        const bool thing = who != nobody && !isLiving(who) && subject(who).kind != SubjectKind::vehicle;
        if (form == Tag::gerund && thing && !m_actions.empty()) {
            // "a boy holding a kite running": the boy runs
            const FoundAction& before = m_actions.back();
            if (!before.object.empty() && before.target == who && isLiving(before.subject) && isOneOf(m_lastVerb, "wear hold carry have take read use")) {
                who = before.subject;
            }
        }
        if (who == nobody) return m_mentions.main();
        const SubjectKind kind = subject(who).kind; // "crouches behind a bush, aiming a bow"
        const bool prop = kind == SubjectKind::prop || kind == SubjectKind::structure || kind == SubjectKind::plant;
        if (prop && isLiving(m_mentions.main()) && form == Tag::gerund && m_at > 0 && tag(m_at - 1) == Tag::mark) return m_mentions.main();
        return who;
    }

    /// What follows a verb.
    struct Following {
        VerbPhrase phrase;
        std::size_t end = 0;              ///< the first word after verb and particles
        const NounPhrase* object = nullptr;
        int direct = nobody;              ///< the object's subject, also by a pronoun
        int target = nobody;              ///< the object's, else that of "at", "to", "with" …
        std::string preposition;          ///< that follows instead of an object
    };

    std::size_t skipAdverbs(std::size_t k, std::string_view except) const {
        while (tag(k) == Tag::adverb && k < m_t.size() && !isOneOf(word(k), except)) ++k;
        return k;
    }

    bool isParticle(std::size_t k, const std::string& verb) const {
        if (!is(k, "up down out off away back around over on along together")) return false;
        const NounPhrase* const next = m_phrases.beginningAt(k + 1);
        const bool phraseFollows = next != nullptr;
        if (next && movesWithParticle(m_t, m_forms, verb, k, *next)) return true;
        return !(phraseFollows && is(k, "on around over down up along") && !m_lexicon.motion(verb + " " + word(k)));
    }

    void takeObject(Following& f, std::size_t k) {
        const NounPhrase* p = m_phrases.beginningAt(k);
        if (p) {
            if (p->group) {
                if (const NounPhrase* next = m_phrases.after(*p)) p = next;
            }
            for (std::size_t q = p->begin; q < p->end; ++q) {
                if (tag(q) == Tag::noun) f.phrase.objects.push_back(word(q));
            }
            if (std::find(f.phrase.objects.begin(), f.phrase.objects.end(), p->lemma) == f.phrase.objects.end()) f.phrase.objects.push_back(p->lemma);
            f.object = p;
            f.direct = f.target = p->subject;
            if (is(p->end, "out up down off over back away")) f.phrase.tail = word(p->end);
        } else if (tag(k) == Tag::gerund || tag(k) == Tag::noun || (tag(k) == Tag::pronoun && is(k, "it him her them each himself herself themselves itself"))) {
            f.phrase.objects = {word(k)};
            if (tag(k) == Tag::pronoun) f.direct = f.target = m_mentions.resolve(word(k));
            if (const NounPhrase* const given = m_phrases.beginningAt(k + 1); given && is(k, "him her them it")) { // "hands him a towel"
                f.phrase.objects = {given->lemma};
                f.object = given;
                if (given->subject != nobody) f.direct = f.target = given->subject;
            }
        }
    }

    Following follow(const std::string& verb) {
        Following f;
        f.phrase.verb = verb;
        std::size_t k = skipAdverbs(m_at + 1, "up down out off away back around over");
        if (isParticle(k, verb)) f.phrase.particles.push_back(word(k++));
        k = skipAdverbs(k, "");
        f.end = k;
        if (k >= m_t.size()) return f;
        takeObject(f, k);
        if (tag(k) == Tag::preposition) f.preposition = word(k);
        if (f.target == nobody && !f.phrase.particles.empty() && is(k, "of")) { // "slips out of her shoes"
            const NounPhrase* const p = m_phrases.beginningAt(k + 1);
            const ThingEntry* const thing = p ? m_lexicon.thing(p->lemma) : nullptr;
            if (thing && isWearable(*thing)) f.target = p->subject, f.phrase.preposition = "of", f.phrase.about = p->lemma;
        }
        if (f.target == nobody && is(k, "at to toward towards with into onto on past after by against over for from through")) {
            if (const NounPhrase* p = m_phrases.beginningAt(k + 1)) {
                if (p->group)
                    if (const NounPhrase* next = m_phrases.after(*p)) p = next; // "to a crowd of people"
                f.target = p->subject;
                if (f.phrase.objects.empty() && is(k, "on with at to for against into over through")) f.phrase.preposition = word(k), f.phrase.about = p->lemma;
            } else if (tag(k + 1) == Tag::pronoun && k + 1 < m_t.size()) {
                f.target = m_mentions.resolve(word(k + 1));
            }
        }
        return f;
    }

    /// Wear, contain, feature, surround … say how things are.
    bool isState(const std::string& verb, Tag form, int who) const {
        if (!contains(m_lexicon.stativeVerbs, verb)) return false;
        if (!isOneOf(verb, "draw create make look reveal set fill add show cover line")) return true;
        return form == Tag::participle || (who != nobody && !isLiving(who));
    }

    /// "wears a black jacket, a long dress and boots": all of it, up to the next verb or preposition.
    void dress(int who, const NounPhrase* garment) {
        if (who == nobody || !garment) return;
        const std::size_t first = garment->begin;
        for (const NounPhrase* p = garment; p && p->subject != nobody; p = m_phrases.after(*p)) {
            for (std::size_t z = first; z < p->begin; ++z) {
                const Tag t = tag(z);
                if (t == Tag::verb || t == Tag::gerund || t == Tag::preposition || t == Tag::subordinator || is(z, ". ;")) return;
            }
            Subject& worn = m_out.subjects[static_cast<std::size_t>(p->subject)];
            if (worn.kind != SubjectKind::prop) continue;
            worn.worn = true;
            m_wearers[p->subject] = who;
            putOn(m_out.subjects[static_cast<std::size_t>(who)], {worn.noun, worn.model, worn.colour, worn.material, worn.span});
        }
    }

    /// "is bungee jumping", "robot dancing": the words before an -ing form belong to it.
    std::string motionWithWordsBefore(const std::string& verb) const {
        std::size_t first = m_at;
        while (first > 0 && (tag(first - 1) == Tag::noun || tag(first - 1) == Tag::adjective) && !contains(m_lexicon.auxiliaries, word(first - 1))) --first;
        if (first == 0 || !is(first - 1, "is are and 's")) return {};
        for (std::size_t q = first; q < m_at; ++q) {
            std::string words;
            for (std::size_t k = q; k < m_at; ++k) words.append(words.empty() ? "" : " ").append(word(k));
            for (const std::string& key : {words + " " + verb, words + " " + word(m_at), verb + " " + words}) {
                if (const std::string* motion = m_lexicon.motion(key)) return *motion;
            }
        }
        return {};
    }

    /// "two knights sword fighting": the tagger took the noun for the way it is done.
    std::string motionWithWayBefore(const std::string& verb) const {
        if (m_at == 0 || tag(m_at - 1) != Tag::adverb) return {};
        for (const std::string& key : {word(m_at - 1) + " " + word(m_at), word(m_at - 1) + " " + verb, verb + " " + word(m_at - 1)})
            if (const std::string* motion = m_lexicon.motion(key)) return *motion;
        return {};
    }

    /// "is chased by a fox": the fox chases.
    int agentOfPassive(Tag form, std::size_t next) const {
        if (form != Tag::participle || m_at == 0 || !is(m_at - 1, "is are was were be been being") || !is(next, "by")) return nobody;
        const NounPhrase* const p = m_phrases.beginningAt(next + 1);
        if (!p || p->subject == nobody) return nobody;
        return isLiving(p->subject) || subject(p->subject).kind == SubjectKind::vehicle ? p->subject : nobody;
    }

    /// "does push ups", "plays table tennis": words that the table has as one action, whatever the tagger made of them.
    std::string listedPhrase(const std::string& verb, Following& f) const {
        for (std::size_t count = 3; count >= 2; --count) {
            std::string key = verb;
            for (std::size_t k = m_at + 1; k <= m_at + count; ++k) key.append(" ").append(word(k));
            const std::string* motion = m_at + count < m_t.size() ? m_lexicon.motion(key) : nullptr;
            if (!motion) continue;
            std::string whole;
            for (std::size_t k = m_at + 1; k <= m_at + count; ++k)
                if (!contains(m_lexicon.determiners, word(k))) whole.append(whole.empty() ? "" : "-").append(word(k));
            if (f.phrase.objects.empty() || whole.find('-') != std::string::npos) f.phrase.objects = {whole};
            f.end = std::max(f.end, m_at + count + 1);
            return *motion;
        }
        return {};
    }

    /// The game that the text names, for verbs that mean something else outside of it ("serves a powerful shot in a game of tennis").
    std::string sportAround(const std::string& verb, const std::string& motion) const {
        if (!isOneOf(verb, "serve hit return smash swing spike volley putt bat strike block save") || motion == "play_ball") return {};
        for (const std::string& w : m_t.w)
            if (contains(&m_lexicon.set("ball_games"), w) && !isAny(w, {"ball", "catch", "pool", "frisbee"})) return w;
        return {};
    }

    /// ", creating intricate designs": what comes of an action, not another one. Things that can be held are made all the same.
    bool isResult(const std::string& verb, Tag form, const Following& f) const {
        if (form != Tag::gerund || m_actions.empty() || m_at == 0 || word(m_at - 1) != ",") return false;
        if (!isOneOf(verb, "create form cause leave reveal make give add produce cast send bring lend mark turn lead")) return false;
        return f.direct == nobody || subject(f.direct).kind != SubjectKind::prop;
    }

    void readVerb() {
        const Tag form = tag(m_at);
        const std::string verb = m_forms.verbLemma(word(m_at)).value_or(word(m_at));
        if (isPassed(verb, form)) {
            ++m_at;
            return;
        }
        const int who = whoActs(form);
        Following f = follow(verb);
        if (isState(verb, form, who)) {
            if (verb == "wear") dress(who, f.object);
            ++m_at;
            return;
        }
        VerbPhrase phrase = f.phrase;
        if (phrase.objects.empty() && !f.preposition.empty() && m_lexicon.motion(verb + " " + f.preposition)) phrase.particles.push_back(f.preposition);
        const std::string listed = listedPhrase(verb, f);
        const int actor = agentOfPassive(form, f.end);
        if (actor != nobody) f.target = who;
        std::string motion = listed.empty() ? motionOf(m_forms, phrase) : listed;
        if (form == Tag::gerund && listed.empty()) {
            if (std::string with = motionWithWordsBefore(verb); !with.empty()) motion = std::move(with);
            else if (std::string way = motionWithWayBefore(verb); !way.empty()) motion = std::move(way);
        }
        const int by = actor != nobody ? actor : who;
        if (listed.empty() && isResult(verb, form, f)) {
            ++m_at;
            return;
        }
        const Subject* const object = f.direct != nobody ? &subject(f.direct) : nullptr;
        const std::string sport = sportAround(verb, motion);
        const bool sporting = !sport.empty();
        if (sporting) motion = "play_ball", phrase.objects = f.phrase.objects = {sport};
        motion = fitMotion(m_forms, {verb, motion, by == nobody ? nullptr : &subject(by), object, !phrase.objects.empty()});
        m_part = actor == nobody ? partOf(by) : std::string{};
        if (by != nobody && subject(by).kind == SubjectKind::person) motion = motionOfPart(m_part, verb, std::move(motion));
        m_deed = {};
        if (by != nobody && subject(by).kind == SubjectKind::person && m_part.empty() && !sporting) m_deed = deedOf(m_forms, phrase);
        const bool goes = isOneOf(m_deed.motion, "walk run") && motion != "reach";
        if ((m_deed.byVerb || goes) && m_deed.motion != motion) m_deed = {}; // a cyclist who races rides
        if (!m_deed.motion.empty()) motion = m_deed.motion;
        shareObject(form, f, by);
        add(by, form, f, std::move(motion));
    }

    /// "riding or walking with a horse": what the second has the first has too.
    void shareObject(Tag form, const Following& f, int who) {
        if (m_actions.empty() || m_at < 2 || tag(m_at - 1) != Tag::conjunction || f.target == nobody || f.target == who) return;
        FoundAction& before = m_actions.back();
        if (before.form != form || before.subject != who || before.at + 2 != m_at || before.target != nobody || !before.object.empty()) return;
        before.target = f.target;
        before.object = !f.phrase.objects.empty() ? f.phrase.objects.back() : f.phrase.about.empty() ? subject(f.target).noun : f.phrase.about;
    }

    void add(int who, Tag form, const Following& f, std::string motion) {
        if (endsBefore(who, form, motion)) m_pending = true;
        if (m_pending) ++m_order;
        m_pending = false;
        if (motion.empty()) {
            m_out.unknown.push_back({f.phrase.verb, m_t.span(m_at, m_at + 1), std::nullopt});
            motion = "stand";
        }
        FoundAction action;
        action.subject = who;
        action.target = f.target == who ? nobody : f.target;
        action.at = m_at;
        action.form = form;
        action.verb = f.phrase.verb;
        action.motion = std::move(motion);
        if (!f.phrase.objects.empty()) action.object = f.phrase.objects.back().substr(f.phrase.objects.back().rfind(' ') + 1);
        if (action.object.empty() && isOneOf(f.phrase.preposition, "on with at of against over for through")) action.object = f.phrase.about.substr(f.phrase.about.rfind(' ') + 1);
        if (action.object.empty() && f.phrase.preposition == "to" && isOneOf(f.phrase.about, "knee knees lip lips ear chest mouth")) action.object = f.phrase.about; // "falls to her knees"
        if (action.object.empty() && m_at > 0 && tag(m_at - 1) == Tag::adverb && m_forms.of(word(m_at - 1)).isNoun) action.object = word(m_at - 1);
        if (action.object.empty() && !f.phrase.particles.empty()) action.object = f.phrase.particles.front();
        action.particle = !f.phrase.particles.empty() ? f.phrase.particles.front() : f.phrase.tail;
        action.part = m_part;
        action.act = m_deed.act;
        action.actByVerb = m_deed.byVerb;
        action.order = m_order;
        readSpeed(action, f.end);
        action.span = m_t.span(m_at, std::max(m_at + 1, std::min(m_t.size(), f.end)));
        addForAll(std::move(action));
        m_lastVerb = f.phrase.verb;
        m_last.reset();
        m_at = m_phrases.beginningAt(f.end) ? m_at + 1 : std::max(m_at + 1, f.end);
    }

    /// The action for its subject and for those joined to it by "and"; the last added is the subject's own.
    void addForAll(FoundAction action) {
        const auto joined = m_joined.find(action.subject);
        if (joined != m_joined.end()) {
            for (const int other : joined->second) {
                if (other == action.subject || other == action.target) continue;
                FoundAction also = action;
                also.subject = other;
                m_actions.push_back(std::move(also));
            }
        }
        m_actions.push_back(std::move(action));
    }

    void readSpeed(FoundAction& action, std::size_t end) const {
        const std::size_t first = m_at > 1 ? m_at - 2 : 0;
        for (std::size_t k = first; k < std::min(end + 1, m_t.size()); ++k) {
            action.fast = action.fast || is(k, "quickly fast hurriedly rapidly swiftly hastily");
            action.slow = action.slow || is(k, "slowly gently leisurely carefully");
        }
    }

    /// Two finite verbs of one subject, the first of something that is over when done ("opens the door and leaves"): one after the other.
    bool endsBefore(int who, Tag form, const std::string& motion) const {
        if (m_pending || m_actions.empty() || (form != Tag::verb && form != Tag::gerund) || who == nobody) return false;
        const FoundAction& before = m_actions.back();
        const bool other = before.motion != motion || (before.act != m_deed.act && !before.act.empty());
        const bool over = contains(m_lexicon.telicMotions, before.motion) || contains(&m_lexicon.set("telic_acts"), before.act) || (isOneOf(before.motion, "walk run sneak crawl") && (settles(motion) || contains(&m_lexicon.set("telic_acts"), m_deed.act)));
        if (before.subject != who || before.form != form || !other || !over) return false;
        if (form == Tag::gerund && (m_at == 0 || !isAny(word(m_at - 1), {"and"}))) return false;
        for (std::size_t q = before.at; q < m_at; ++q) {
            if (is(q, "while as when . who that")) return false;
        }
        return true;
    }

    /// What nobody does while walking: "walks to a chair and sits".
    static bool settles(const std::string& motion) {
        return isOneOf(motion, "sit sit_down lie sleep fall kneel crouch pick_up put_down open_door hug kiss shake_hands give climb");
    }

    const TaggedText& m_t;
    FormTable& m_forms;
    const Lexicon& m_lexicon;
    NounPhrases& m_phrases;
    ShotDescription& m_out;
    Mentions m_mentions;
    std::vector<FoundAction> m_actions;
    std::map<int, std::vector<int>> m_joined; ///< by "and", within the sentence
    std::map<int, int> m_wearers; ///< garment → who wears it
    std::optional<Reference> m_last;      ///< the noun phrase or pronoun just before
    std::optional<Reference> m_candidate; ///< the subject of the clause
    std::size_t m_at = 0;
    int m_order = 0;
    bool m_pending = false; ///< the next action comes after
    std::string m_lastVerb;
    Deed m_deed;        ///< of the verb that is read
    std::string m_part; ///< of the body, that the verb's clause has as its subject
};

} // namespace

std::vector<FoundAction> readActions(const TaggedText& text, FormTable& forms, NounPhrases& phrases, ShotDescription& out) {
    return ActionReader(text, forms, phrases, out).run();
}

} // namespace rushes::reading
