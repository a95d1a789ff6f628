// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/actions.h"

#include "engine/reading/action_order.h"
#include "engine/reading/action_text.h"
#include "engine/reading/bearing.h"
#include "engine/reading/body_parts.h"
#include "engine/reading/clause_subjects.h"
#include "engine/reading/complements.h"
#include "engine/reading/noun_actions.h"
#include "engine/reading/verb_motion.h"

#include <algorithm>

namespace rushes::reading {

namespace {

bool isGoing(std::string_view motion) { return isOneOf(motion, "walk run sneak ride drive swim row ski skate climb dance sit sit_down stand"); }

/// The walk along the words: noun phrases and pronouns go to ClauseSubjects, each verb becomes an action.
class ActionReader {
  public:
    ActionReader(const TaggedText& tagged, FormTable& forms, NounPhrases& phrases, ShotDescription& out) : m_text(tagged, forms, phrases, out) {}

    std::vector<FoundAction> run() {
        while (m_at < m_text.size()) step();
        for (std::size_t i = m_actions.size(); i-- > 1;) // "Sitting on a bench, a man peels an orange."
            if (m_actions[i - 1].subject == nobody && m_actions[i - 1].form == Tag::gerund) m_actions[i - 1].subject = m_actions[i].subject;
        for (FoundAction& action : actionsBetween(m_text.tagged(), m_text.phrases())) m_actions.push_back(std::move(action));
        readBearing();
        if (m_actions.empty())
            if (auto action = nounAction(m_text.tagged(), m_text.forms(), m_subjects.mentions().main())) m_actions.push_back(std::move(*action));
        return std::move(m_actions);
    }

  private:
    void step() {
        m_order.readWord(m_at);
        const Tag tag = m_text.tag(m_at);
        if (isAny(m_text.word(m_at), {".", ";", ":"})) {
            m_subjects.endSentence();
            ++m_at;
        } else if (NounPhrase* phrase = m_text.phrases().beginningAt(m_at)) {
            m_subjects.meet(*phrase);
            if (!readPosture(*phrase)) m_at = phrase->end;
        } else if (tag == Tag::pronoun && m_at > 1 && m_text.is(m_at - 1, "of") && m_text.is(m_at - 2, "one another other others rest")) {
            ++m_at; // "one of them"
        } else if (tag == Tag::pronoun && !m_text.is(m_at, "i we you himself herself itself themselves")) {
            m_subjects.meetPronoun(m_at);
            ++m_at;
        } else if (tag == Tag::verb || tag == Tag::gerund || tag == Tag::participle) {
            if (!readVerb()) ++m_at;
        } else {
            ++m_at;
        }
    }

    /// "A woman, hands on hips": hers, and so she stands. Goes behind it; false when it is none.
    bool readPosture(const NounPhrase& part) {
        const auto posture = postureOf(m_text, part);
        const int who = m_text.isOfKind(part.subject, SubjectKind::person) ? part.subject : m_subjects.mentions().main();
        if (!posture || !m_text.isOfKind(who, SubjectKind::person)) return false;
        FoundAction action;
        action.subject = who;
        action.at = m_at;
        action.verb = action.object = posture->part;
        action.motion = posture->deed->motion;
        action.act = posture->deed->act;
        action.order = m_actions.empty() ? 0 : m_actions.back().order;
        action.span = m_text.span(m_at, posture->end);
        m_actions.push_back(std::move(action));
        m_at = posture->end;
        return true;
    }

    /// "past a sleeping couple": what those do of whom no verb says anything.
    void readBearing() {
        for (const NounPhrase& phrase : m_text.phrases().list) {
            const bool acts = std::any_of(m_actions.begin(), m_actions.end(), [&](const FoundAction& a) { return a.subject == phrase.subject; });
            if (!m_text.isLiving(phrase.subject) || acts) continue;
            for (std::size_t k = phrase.begin; k < phrase.end + said(phrase); ++k) {
                ReadVerb v{k, Tag::gerund, verbOfAdjective(m_text, k), phrase.subject, false, {}};
                if (v.verb.empty()) continue;
                Complements c;
                c.end = k + 1;
                c.phrase.verb = v.verb;
                m_at = k;
                const VerbMotion motion = motionOfVerb(m_text, v, c);
                if (motion.motion.empty()) continue;
                add(v, c, motion);
                m_actions.back().verb = m_text.word(k);
                m_actions.back().order = 0;
                break;
            }
        }
    }

    /// How many words behind the phrase say what it is: "is fast asleep".
    std::size_t said(const NounPhrase& phrase) const {
        constexpr std::size_t most = 3;
        if (m_text.tag(phrase.end) != Tag::auxiliary || !m_text.is(phrase.end, "is are lies lie 's")) return 0;
        std::size_t k = phrase.end + 1;
        while (k < phrase.end + most && (m_text.tag(k) == Tag::adverb || m_text.is(k, "fast sound still half"))) ++k;
        return k < m_text.size() && !verbOfAdjective(m_text, k).empty() ? k + 1 - phrase.end : 0;
    }

    /// "does not smoke", "nobody answers", "without looking": what does not happen is no action.
    bool isNegated() const {
        for (std::size_t back = 1; back <= 3 && back <= m_at; ++back) {
            const std::size_t k = m_at - back;
            const Tag tag = m_text.tag(k);
            if (m_text.is(k, "not never nobody nothing without neither") || (tag == Tag::auxiliary && m_text.word(k).ends_with("n't"))) return true;
            if (tag != Tag::adverb && tag != Tag::auxiliary && tag != Tag::modal) return false;
        }
        return false;
    }

    /// "Dolly out ahead of her, keeping him in the background": the camera does.
    bool keepsInFrame(const std::string& verb) const {
        if (!isOneOf(verb, "keep hold leave")) return false;
        for (std::size_t k = m_at + 1; k < std::min(m_at + 6, m_text.size()); ++k)
            if (m_text.is(k, "background foreground frame shot focus view centered centred")) return true;
        return false;
    }

    bool isPassed(const std::string& verb, Tag form) const {
        if (isNegated()) return true;
        if (form == Tag::participle) {
            const Tag before = m_text.tagBefore(m_at);
            const bool leans = before == Tag::noun || before == Tag::pronoun || before == Tag::adverb || (m_at > 0 && (contains(m_text.lexicon().auxiliaries, m_text.word(m_at - 1)) || m_text.is(m_at - 1, "get gets got getting")));
            if (!leans) return true;
        }
        if (keepsInFrame(verb)) return true;
        const bool beforeVerb = m_text.tag(m_at + 1) == Tag::gerund || m_text.is(m_at + 1, "to and");
        if (beforeVerb && isOneOf(verb, "start begin stop continue try keep seem appear proceed attempt want let help manage pretend")) return true;
        if (verb == "get" && m_text.tag(m_at + 1) == Tag::participle && !m_text.lexicon().deed("get " + m_text.word(m_at + 1))) return true; // "gets tackled"
        return verb == "be" || verb == "miss" || (verb == "have" && !isHad(m_text.tagged(), m_text.lexicon(), m_at + 1)) || (isOneOf(verb, "go come") && m_text.tag(m_at + 1) == Tag::gerund);
    }

    /// Wear, contain, feature, surround … say how things are.
    bool isState(const std::string& verb, Tag form, int who) const {
        if (!contains(m_text.lexicon().stativeVerbs, verb) || verb == "have") return false; // of "have" only what is done came so far
        if (!isOneOf(verb, "draw create make look reveal set fill add show cover line adorn call capture decorate depict display dress frame stun surround")) return true;
        return form == Tag::participle || (who != nobody && !m_text.isLiving(who));
    }

    /// ", creating intricate designs": what comes of an action, not another one. Things that can be held are made all the same.
    bool isResult(const std::string& verb, Tag form, const Complements& c) const {
        if (form != Tag::gerund || m_actions.empty() || m_at == 0 || m_text.word(m_at - 1) != ",") return false;
        if (!isOneOf(verb, "create form cause leave reveal make give add produce cast send bring lend mark turn lead")) return false;
        return !isListedPhrase(m_text, m_at, verb) && !m_text.isOfKind(c.direct, SubjectKind::prop);
    }

    static bool heals(const std::string& noun) {
        return isOneOf(noun, "surgeon doctor nurse medic paramedic physician healer dentist midwife") || noun.ends_with(" surgeon") || noun.ends_with(" doctor");
    }

    /// "The prince kisses her hand": where "her" stands, when it cannot be the hand of who does it; 0 for none.
    std::size_t whosePart(const ReadVerb& v, const Complements& c) const {
        if (!c.object || c.object->begin == 0 || (c.direct != nobody && c.direct != v.by)) return 0;
        if (m_text.is(c.object->begin, "the") && heals(m_text.subject(v.by).noun) && (isOneOf(c.object->lemma, "wound burn cut injury gash bruise stump") || !bodyPartOf(m_text.forms(), c.object->lemma).empty()))
            return c.object->begin; // "The medic compresses the wound"
        const Sex not_ = m_text.subject(v.by).sex;
        for (const std::size_t at : {c.object->begin, c.object->begin - 1}) {
            const Sex sex = m_text.is(at, "her") ? Sex::female : m_text.is(at, "his") ? Sex::male : Sex::unknown;
            if (sex == Sex::unknown || not_ == Sex::unknown || sex == not_) continue;
            return bodyPartOf(m_text.forms(), c.object->lemma).empty() ? 0 : at;
        }
        return 0;
    }

    /// "The thug jabs him": nobody does that to himself, so another is there.
    void takeOther(const ReadVerb& v, Complements& c) {
        if (!m_text.isOfKind(v.by, SubjectKind::person)) return;
        if (const std::size_t whose = whosePart(v, c); whose != 0) {
            c.direct = c.target = m_subjects.otherThan(v.by, whose);
            return;
        }
        if (!m_text.is(c.end, "him her") || m_text.tag(c.end) != Tag::pronoun || (c.direct != nobody && c.direct != v.by)) return;
        if (c.phrase.objects.empty() || c.phrase.objects.back() != m_text.word(c.end)) return; // "hands him a towel"
        c.direct = c.target = m_subjects.otherThan(v.by, c.end);
        c.phrase.meant = "person";
    }

    /// "The boy is lifted by his father": it is the boy that he lifts.
    void takePatient(Complements& c, int who) const {
        c.target = who;
        if (who == nobody || !c.phrase.objects.empty()) return;
        c.direct = who;
        c.phrase.objects = {m_text.subject(who).noun};
        c.phrase.about.clear();
        c.phrase.preposition.clear();
    }

    /// "is tied to a chair", and behind who suffers it: "a prisoner tied to a chair".
    bool isPassive(Tag form) const {
        if (form != Tag::participle || m_at == 0) return false;
        if (m_text.is(m_at - 1, "is are was were be been being 's get gets got getting")) return true;
        const NounPhrase* const touching = m_text.phrases().around(m_at - 1);
        const std::string verb = m_text.forms().verbLemma(m_text.word(m_at)).value_or("");
        return touching && touching->end == m_at && m_text.isLiving(touching->subject) && !m_text.phrases().beginningAt(m_at + 1) &&
               isOneOf(verb, "tie bind chain handcuff cuff shackle strap lash rope tether gag blindfold pin trap bury seat wrap impale crucify strand");
    }

    /// "is chased by a fox": the fox chases.
    int agentOfPassive(Tag form, std::size_t next) const {
        if (!isPassive(form)) return nobody;
        // "is pushed along the pier by her husband"
        for (const std::size_t most = next + 7; next < most && next < m_text.size() && !m_text.is(next, "by"); ++next) {
            const Tag tag = m_text.tag(next);
            if (tag == Tag::verb || tag == Tag::gerund || tag == Tag::mark || tag == Tag::subordinator || tag == Tag::conjunction) return nobody;
        }
        if (!m_text.is(next, "by")) return nobody;
        const NounPhrase* const p = m_text.phrases().beginningAt(next + 1);
        if (!p || p->subject == nobody) return nobody;
        return m_text.isLiving(p->subject) || m_text.isOfKind(p->subject, SubjectKind::vehicle) ? p->subject : nobody;
    }

    /// "Watches it fly": what the pronoun between the verbs means, nobody when that is not known. Nothing elsewhere.
    std::optional<int> whoIsSeen() {
        if (m_at < 2 || m_text.tag(m_at) != Tag::verb || m_text.tag(m_at - 1) != Tag::pronoun || !m_text.is(m_at - 1, "it him her them") || !m_text.is(m_at - 2, "see sees watch watches hear hears")) return std::nullopt;
        const int main = m_subjects.mentions().main();
        const int meant = m_subjects.mentions().resolve(m_text.word(m_at - 1));
        if (m_text.is(m_at - 1, "it them")) return meant == main ? nobody : meant;
        return meant != nobody && meant != main ? meant : m_subjects.otherThan(main, m_at - 1);
    }

    /// "Stands with a gun raised": who has it; nobody where nothing is said to be held so.
    int holderOf(int thing, Tag form) const {
        const NounPhrase* const held = m_at > 0 ? m_text.phrases().around(m_at - 1) : nullptr;
        const bool with = held && held->end == m_at && held->subject == thing && (held->preposition == "with" || (held->begin > 0 && m_text.is(held->begin - 1, ",")));
        if (form != Tag::participle || !with || !m_text.isOfKind(thing, SubjectKind::prop) || !m_text.is(m_at, "raised drawn pointed aimed lifted outstretched lowered cocked extended")) return nobody;
        const int main = m_subjects.mentions().main();
        return m_text.isOfKind(main, SubjectKind::person) ? main : nobody;
    }

    bool raise(ReadVerb& v, int holder, int thing) {
        Complements c;
        c.phrase.verb = v.verb;
        c.phrase.objects = {m_text.subject(thing).noun};
        c.direct = c.target = thing;
        c.end = m_at + 1;
        v.by = holder;
        v.form = Tag::verb;
        if (m_text.subject(thing).category == "weapon" && !m_text.is(m_at, "lowered")) v.verb = c.phrase.verb = "aim";
        const VerbMotion motion = motionOfVerb(m_text, v, c);
        add(v, c, motion);
        m_subjects.endVerb();
        ++m_at;
        return true;
    }

    /// False when the verb is no action of its own.
    bool readVerb() {
        ReadVerb v;
        v.at = m_at;
        v.form = m_text.tag(m_at);
        v.verb = m_text.forms().verbLemma(m_text.word(m_at)).value_or(m_text.word(m_at));
        if (m_text.word(m_at) == "fell" && m_text.phrases().beginningAt(m_at + 1)) v.verb = "fell"; // a tree
        if (isPassed(v.verb, v.form)) return false;
        const std::optional<int> seen = whoIsSeen();
        if (seen && *seen == nobody) return false;
        const int who = seen ? *seen : m_subjects.whoActs(m_at, v.form);
        Complements c = complementsOf(m_text, m_subjects.mentions(), m_at, v.verb);
        const int agent = agentOfPassive(v.form, c.end);
        if (const int holder = holderOf(who, v.form); holder != nobody) return raise(v, holder, who);
        if (agent == nobody && isState(v.verb, v.form, who)) {
            if (v.verb == "wear") m_subjects.dress(who, c.object);
            return false;
        }
        if (isResult(v.verb, v.form, c)) return false;
        v.by = agent != nobody ? agent : who;
        v.passive = agent == nobody && isPassive(v.form);
        if (agent != nobody) takePatient(c, who);
        else v.part = m_subjects.partOf(v.by), takeOther(v, c), takeOwnPart(m_text, v, c);
        const VerbMotion motion = motionOfVerb(m_text, v, c);
        shareObject(v, c);
        add(v, c, motion);
        m_subjects.endVerb();
        m_at = m_text.phrases().beginningAt(c.end) ? m_at + 1 : std::max(m_at + 1, c.end);
        return true;
    }

    /// "riding or walking with a horse": what the second has the first has too.
    void shareObject(const ReadVerb& v, const Complements& c) {
        if (m_actions.empty() || m_at < 2 || m_text.tag(m_at - 1) != Tag::conjunction || c.target == nobody || c.target == v.by) return;
        FoundAction& before = m_actions.back();
        if (before.form != v.form || before.subject != v.by || before.at + 2 != m_at || before.target != nobody || !before.object.empty()) return;
        before.target = c.target;
        before.object = !c.phrase.objects.empty() ? c.phrase.objects.back() : c.phrase.about.empty() ? m_text.subject(c.target).noun : c.phrase.about;
    }

    /// "A drummer drums", "a photographer shoots a wedding": what the trade does by that verb, unless a tool or another instrument is named.
    void doTrade(const ReadVerb& v, const Complements& c, FoundAction& action) const {
        if (!m_text.isOfKind(v.by, SubjectKind::person) || v.passive || c.tool != nobody) return;
        const TradeEntry* const trade = m_text.forms().lexicon().trade(m_text.subject(v.by).noun);
        if (!trade) return;
        auto deed = trade->does.find(v.verb);
        if (deed == trade->does.end() && isOneOf(v.verb, "take have") && c.object) deed = trade->does.find(c.object->lemma); // "takes a swing"
        if (deed == trade->does.end()) return;
        if (c.direct != nobody && m_text.isOfKind(c.direct, SubjectKind::prop) && action.motion != deed->second.motion) return;
        if (c.direct != nobody && isOneOf(m_text.subject(c.direct).category, "instrument sport game toy")) return;
        action.motion = deed->second.motion;
        action.act = deed->second.act;
        action.actByVerb = false;
    }

    void add(const ReadVerb& v, const Complements& c, const VerbMotion& motion) {
        FoundAction action;
        action.subject = v.by;
        action.target = c.target == v.by ? nobody : c.target;
        action.at = m_at;
        action.form = v.form;
        action.ongoing = v.form == Tag::gerund && isOneOf(motion.motion, "kneel crouch lie sit sleep stand") && m_text.tagBefore(m_at) != Tag::verb; // "a kneeling soldier"
        action.verb = v.verb;
        action.motion = motion.motion;
        action.object = objectWord(c.phrase);
        action.particle = !c.phrase.particles.empty() ? c.phrase.particles.front() : c.phrase.tail;
        action.part = v.part;
        action.tool = c.tool;
        action.act = motion.deed.act;
        action.actByVerb = motion.deed.byVerb;
        doTrade(v, c, action);
        action.order = m_order.next(v, motion);
        if (isOneOf(c.part, "hood bonnet tailgate roof trunk edge rim arm")) action.object = c.part;
        if (isOneOf(v.verb, "gather huddle crowd cluster assemble congregate") && isOneOf(c.preposition, "around round")) action.motion = action.act = "stand";
        else if (goesAround(v, c, motion)) action.course = "around";
        else action.course = onStairs(motion);
        readSpeed(action, c.end);
        action.span = m_text.span(m_at, std::max(m_at + 1, std::min(m_text.size(), c.end)));
        if (action.motion.empty()) {
            m_text.out().unknown.push_back({v.verb, m_text.span(m_at, m_at + 1), std::nullopt});
            action.motion = "stand";
        }
        addForAll(std::move(action));
    }

    /// "walks around the table", "circles him", "circle each other".
    bool goesAround(const ReadVerb& v, const Complements& c, const VerbMotion& motion) const {
        if (!isOneOf(motion.motion, "walk run sneak crawl ride drive swim skate dance jump")) return false;
        return isOneOf(v.verb, "circle orbit encircle") || (isOneOf(c.preposition, "around round") && c.target != nobody && !isOneOf(motion.motion, "dance jump"));
    }

    /// "walks down a grand staircase": "downstairs" or "upstairs", else nothing.
    std::string onStairs(const VerbMotion& motion) const {
        if (!isOneOf(motion.motion, "walk run sneak crawl") || !m_text.is(m_at + 1, "down up")) return {};
        const NounPhrase* const way = m_text.phrases().beginningAt(m_at + 2);
        return way && isOneOf(m_text.word(way->last), "stairs staircase steps stairway stairwell escalator ladder ramp") ? m_text.word(m_at + 1) + "stairs" : std::string{};
    }

    /// The last word of the object, else of what the verb leans on.
    std::string objectWord(const VerbPhrase& phrase) const {
        const auto lastWord = [](const std::string& words) { return words.substr(words.rfind(' ') + 1); };
        if (!phrase.objects.empty() && !phrase.objects.back().empty()) return lastWord(phrase.objects.back());
        if (isOneOf(phrase.preposition, "on with at of against over for through")) return lastWord(phrase.about);
        if (phrase.preposition == "to" && isOneOf(phrase.about, "knee knees lip lips ear chest mouth")) return phrase.about; // "falls to her knees"
        if (m_text.tagBefore(m_at) == Tag::adverb && m_text.forms().of(m_text.word(m_at - 1)).isNoun) return m_text.word(m_at - 1);
        return phrase.particles.empty() ? std::string{} : phrase.particles.front();
    }

    /// The action for its subject and for those joined to it by "and"; the last added is the subject's own.
    void addForAll(FoundAction action) {
        for (const int other : m_subjects.alsoActing(action.subject, isGoing(action.motion))) {
            if (other == action.subject || other == action.target) continue;
            FoundAction also = action;
            also.subject = other;
            m_actions.push_back(std::move(also));
        }
        m_actions.push_back(std::move(action));
    }

    void readSpeed(FoundAction& action, std::size_t end) const {
        const std::size_t first = m_at > 1 ? m_at - 2 : 0;
        for (std::size_t k = first; k < std::min(end + 1, m_text.size()); ++k) {
            action.fast = action.fast || m_text.is(k, "quickly fast hurriedly rapidly swiftly hastily");
            action.slow = action.slow || m_text.is(k, "slowly gently leisurely carefully");
        }
    }

    const ActionText m_text;
    std::vector<FoundAction> m_actions;
    ClauseSubjects m_subjects{m_text, m_actions};
    ActionOrder m_order{m_text, m_actions};
    std::size_t m_at = 0;
};

} // namespace

std::vector<FoundAction> readActions(const TaggedText& text, FormTable& forms, NounPhrases& phrases, ShotDescription& out) {
    return ActionReader(text, forms, phrases, out).run();
}

} // namespace rushes::reading
