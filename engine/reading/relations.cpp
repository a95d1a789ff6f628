// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/relations.h"

#include "engine/reading/noun_actions.h"
#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

class RelationReader {
  public:
    RelationReader(const TaggedText& text, const Lexicon& lexicon, const NounPhrases& phrases, const std::vector<FoundAction>& actions, ShotDescription& out)
        : m_t(text), m_lexicon(lexicon), m_phrases(phrases), m_actions(actions), m_out(out) {}

    void run() {
        for (std::size_t i = 0; i < m_t.size(); ++i) {
            if (m_t.w[i] == "then" && !m_out.relations.empty()) ++m_order;
            readBack(i);
            const auto hit = m_lexicon.relations.at(m_t.w, i);
            const bool inNoun = m_phrases.around(i) && m_t.is(i, Tag::noun) && !isAny(m_t.w[i], {"left", "right"});
            if (!hit || inNoun || coveredBefore(i)) continue;
            const auto relation = relationFrom(*hit.value);
            if (relation) read(i, hit.length, *relation);
        }
        readSides();
        std::erase_if(m_out.relations, [&](const Relation& r) { return isWorn(r.a) || isWorn(r.b); });
    }

  private:
    const Subject& subject(int i) const { return m_out.subjects[static_cast<std::size_t>(i)]; }
    bool isWorn(const std::string& id) const {
        const Subject* s = m_out.subject(id);
        return s && s->worn;
    }

    /// A longer phrase began earlier and reaches over this word.
    bool coveredBefore(std::size_t i) const {
        for (std::size_t back = 1; back <= std::min<std::size_t>(3, i); ++back) {
            const auto hit = m_lexicon.relations.at(m_t.w, i - back);
            if (hit && hit.length > back) return true;
        }
        return false;
    }

    /// "with", "at", "by" … relate only to things one can stand at.
    bool relates(const std::string& word, std::size_t length, const Subject& b) const {
        if (length != 1 || !isOneOf(word, "with at by before to along past")) return true;
        const bool thing = b.kind == SubjectKind::prop || b.kind == SubjectKind::structure || b.kind == SubjectKind::plant || b.kind == SubjectKind::vehicle;
        return isAny(word, {"by", "at"}) && thing;
    }

    const NounPhrase* goal(std::size_t at) const {
        const NounPhrase* p = m_phrases.beginningAt(at);
        if (p && p->group) {
            if (const NounPhrase* next = m_phrases.after(*p)) p = next;
        }
        return p && p->subject != nobody ? p : nullptr;
    }

    /// "With his back to the window": it is behind him.
    void readBack(std::size_t i) {
        if (m_t.w[i] != "back" || i == 0 || !isAny(m_t.w[i - 1], {"his", "her", "their"}) || !isAny(m_t.word(i + 1), {"to", "against"})) return;
        const NounPhrase* const b = goal(i + 2);
        int who = nobody;
        for (const NounPhrase& p : m_phrases.list)
            if (p.begin < i && p.subject != nobody && subject(p.subject).kind == SubjectKind::person) who = p.subject;
        if (b && who != nobody && who != b->subject) add(b->subject, who, RelationKind::behind, m_t.span(i, b->end));
    }

    /// "Empties his pockets onto a table", "turns his back on his wife": no person is on it.
    bool isPutDown(std::size_t i, int a) const {
        if (isAny(m_t.w[i], {"on"}) && i > 0 && m_t.w[i - 1] == "back") return true;
        if (!isAny(m_t.w[i], {"onto", "into"}) || i == 0 || m_t.is(i - 1, Tag::verb) || m_t.is(i - 1, Tag::gerund)) return false;
        for (const FoundAction& action : m_actions)
            if (action.subject == a && action.at < i && action.at + 6 > i) return !isGoing(action.motion) && isOneOf(action.motion, "cook pour put_down throw reach push pull carry wash") && !action.object.empty();
        return false;
    }

    void read(std::size_t i, std::size_t length, RelationKind relation) {
        if (readPronounGoal(i, length, relation)) return;
        const NounPhrase* const b = goal(i + length);
        if (!b || !relates(m_t.w[i], length, subject(b->subject))) return;
        if (relation == RelationKind::around && subject(b->subject).kind == SubjectKind::effect && !isOneOf(subject(b->subject).noun, "fire bonfire campfire")) return;
        const int a = actorAt(i, b->end);
        if (a == nobody || a == b->subject || isAim(i)) return;
        if (subject(a).kind == SubjectKind::person && isPutDown(i, a)) return;
        if (relation == RelationKind::between && i > 0 && !motionBetween(m_t.w[i - 1]).empty()) return; // who argues, not where
        if (m_t.w[i] == "from" && length == 1 && !isStillThere(i, subject(b->subject))) return;
        if (relation == RelationKind::in && isOneOf(subject(b->subject).noun, "sun sunlight moonlight shadow rain mirror reflection")) return;
        if (m_t.w[i] == "surrounded" && subject(b->subject).kind == SubjectKind::person) return add(b->subject, a, RelationKind::around, m_t.span(i, b->end));
        add(a, b->subject, relation, m_t.span(i, b->end));
        for (const int other : actingWith(a, i)) add(other, b->subject, relation, m_t.span(i, b->end));
        if (const int joined = joinedTo(i, a); joined != nobody && joined != b->subject) add(joined, b->subject, relation, m_t.span(i, b->end));
        if (relation != RelationKind::between || m_t.word(b->end) != "and") return;
        const NounPhrase* const other = goal(b->end + 1);
        if (other && other->subject != a) add(a, other->subject, relation, m_t.span(i, other->end));
    }

    /// "waves from a boat" is in it, "jumps from a boat" is not for long.
    bool isStillThere(std::size_t i, const Subject& b) const {
        if (b.kind != SubjectKind::vehicle) return false;
        for (const FoundAction& action : m_actions)
            if (action.at < i && action.at + 5 >= i) return isOneOf(action.motion, "wave look shout shoot talk point sing photograph film throw sit stand play_instrument fish smoke") || action.verb == "fish";
        return false;
    }

    /// "looks at the bus": not beside it.
    bool isAim(std::size_t i) const {
        if (m_t.w[i] == "on" && i > 0 && (m_t.is(i - 1, Tag::verb) || m_t.is(i - 1, Tag::gerund)) && isOneOf(m_t.w[i - 1], "put puts putting pull pulls pulling try tries trying slip slips slipping throw throws throwing"))
            return true; // masks that are put on
        if (m_t.w[i] == "on")
            return std::any_of(m_actions.begin(), m_actions.end(), [&](const FoundAction& action) { return action.at + 1 == i && isOneOf(action.verb, "operate spy rely cheat wait gang"); });
        if (m_t.w[i] != "at") return false; // the rest is looked at, shot at, thrown at
        for (const FoundAction& action : m_actions) {
            if (action.at < i && action.at + 3 >= i && isOneOf(action.motion, "look point wave shout shoot laugh talk throw argue fight punch kick")) return true;
        }
        return false;
    }

    bool isCarried(std::size_t i) const {
        return std::any_of(m_actions.begin(), m_actions.end(), [&](const FoundAction& action) { return action.at < i && action.at + 8 > i && isOneOf(action.motion, "carry push pull pick_up"); });
    }

    /// "a tractor to the right of it": what the relation before was about, else the first thing before.
    bool readPronounGoal(std::size_t i, std::size_t length, RelationKind relation) {
        const std::size_t at = i + length;
        const bool ends = at + 1 >= m_t.size() || m_t.is(at + 1, Tag::mark) || m_t.is(at + 1, Tag::subordinator); // "behind her."
        if (at >= m_t.size() || !isAny(m_t.w[at], {"it", "him", "her", "them"}) || !(m_t.is(at, Tag::pronoun) || (m_t.w[at] == "her" && ends))) return false;
        if (relation == RelationKind::between && m_t.w[at] == "them" && isCarried(i)) return true; // "carry a crate between them"
        const int a = actorAt(i, at + 1);
        const bool person = m_t.w[at] != "it";
        const Sex sex = m_t.w[at] == "her" ? Sex::female : m_t.w[at] == "him" ? Sex::male : Sex::unknown;
        const int joined = joinedTo(i, a);
        int b = nobody;
        for (const NounPhrase& p : m_phrases.list) {
            if (p.begin >= i || p.subject == nobody || p.subject == a || p.subject == joined) continue;
            const bool fits = m_t.w[at] == "them" || (subject(p.subject).kind == SubjectKind::person) == person;
            const bool other = sex != Sex::unknown && subject(p.subject).sex != Sex::unknown && subject(p.subject).sex != sex;
            if (fits && !(b != nobody && other)) b = p.subject;
        }
        if (a == nobody || b == nobody || (length == 1 && isOneOf(m_t.w[i], "with to at by before along past"))) return true;
        add(a, b, relation, m_t.span(i, at + 1));
        if (joined != nobody && joined != b) add(joined, b, relation, m_t.span(i, at + 1));
        return true;
    }

    /// "An old man and his grandson sit in a boat": who does the same by the same verb is there too.
    std::vector<int> actingWith(int a, std::size_t i) const {
        std::vector<int> others;
        const FoundAction* last = nullptr;
        for (const FoundAction& action : m_actions)
            if (action.at < i && action.subject == a) last = &action;
        if (!last || !isOneOf(last->motion, "sit sit_down lie sleep stand kneel crouch")) return others;
        const auto between = std::find_if(m_t.w.begin() + std::ptrdiff_t(last->at), m_t.w.begin() + std::ptrdiff_t(i), [](const std::string& w) { return isAny(w, {".", ";", "while", "as", "and"}); });
        if (between != m_t.w.begin() + std::ptrdiff_t(i)) return others;
        for (const FoundAction& action : m_actions)
            if (action.at == last->at && action.subject != a && action.subject != nobody) others.push_back(action.subject);
        return others;
    }

    /// "A guitarist and a drummer behind her": the one before the "and" as well, when no verb came yet.
    int joinedTo(std::size_t i, int a) const {
        const NounPhrase* const phrase = i > 0 ? m_phrases.around(i - 1) : nullptr;
        if (!phrase || phrase->subject != a || phrase->begin < 2 || m_t.w[phrase->begin - 1] != "and" || !phrase->preposition.empty() || phrase->isObject) return nobody;
        const NounPhrase* const before = m_phrases.around(phrase->begin - 2);
        return before && before->end + 1 == phrase->begin && before->preposition.empty() && before->subject != a ? before->subject : nobody;
    }

    void add(int a, int b, RelationKind kind, Span span) {
        const Relation relation{subject(a).id, subject(b).id, kind, m_order, span};
        const bool known = std::any_of(m_out.relations.begin(), m_out.relations.end(), [&](const Relation& r) {
            return r.a == relation.a && r.b == relation.b && r.relation == relation.relation && r.order == relation.order;
        });
        if (!known) m_out.relations.push_back(relation);
    }

    /// "On a bench", "in his armchair".
    bool isSeat(std::size_t at) const {
        const NounPhrase* const p = m_phrases.beginningAt(at);
        return p && isOneOf(m_t.w[p->head], "bench chair armchair sofa couch stool pew throne bed hammock recliner rocker deckchair swing steps stairs stoop");
    }

    /// "On the bed behind him a woman counts money": at the start of a sentence it is who comes after.
    int actorAt(std::size_t i, std::size_t end) const {
        const bool opens = i == 0 || isAny(m_t.w[i - 1], {".", ";", "!", "?"});
        for (std::size_t k = end; opens && k < m_t.size() && !isAny(m_t.w[k], {".", ";"}) && !m_t.is(k, Tag::verb) && !m_t.is(k, Tag::gerund); ++k) {
            const NounPhrase* const p = m_phrases.beginningAt(k);
            if (p && p->preposition.empty() && p->subject != nobody && (m_t.is(p->end, Tag::verb) || m_t.is(p->end, Tag::auxiliary))) return p->subject;
        }
        return actorBefore(i);
    }

    /// Who is in the relation: the noun phrase before ("a vase of roses": the vase), or the actor of the verb before.
    int actorBefore(std::size_t i) const {
        std::size_t k = i; // one past the word before, auxiliaries and adverbs aside
        while (k > 0 && (m_t.is(k - 1, Tag::auxiliary) || m_t.is(k - 1, Tag::adverb) || m_t.is(k - 1, Tag::participle))) --k;
        const NounPhrase* const phrase = k > 0 && m_t.w[i - 1] != "." ? m_phrases.around(k - 1) : nullptr;
        int a = phrase ? phrase->subject : nobody;
        const FoundAction* action = nullptr;
        for (const FoundAction& candidate : m_actions) {
            if (candidate.at < i) action = &candidate;
        }
        const bool afterVerb = k > 0 && (m_t.is(k - 1, Tag::verb) || m_t.is(k - 1, Tag::gerund));
        if (action && (a == nobody || afterVerb)) {
            const auto begin = m_t.w.begin() + static_cast<std::ptrdiff_t>(action->at);
            const bool sameSentence = std::none_of(begin, m_t.w.begin() + static_cast<std::ptrdiff_t>(i), [](const std::string& w) { return isAny(w, {".", ";"}); });
            if (sameSentence) a = action->subject;
        }
        if (phrase && phrase->preposition == "of" && phrase != m_phrases.list.data()) {
            const NounPhrase& before = *(phrase - 1);
            if (before.subject != nobody && before.end + 1 == phrase->begin && a == phrase->subject) a = before.subject;
        }
        // "Kneels in the straw next to a cow": what one is in or on is not what is beside the cow.
        const bool ground = phrase && isAny(phrase->preposition, {"in", "on", "at"}) && isOneOf(m_t.w[phrase->head], "straw hay grass snow mud sand dirt dust water rain floor ground gravel corner dark darkness shadows");
        // "Wobbles down the sidewalk on her bike": not the sidewalk.
        const bool way = phrase && phrase->begin > 0 && isOneOf(m_t.w[phrase->begin - 1], "down along up across through over past around") && isAny(m_t.w[i], {"on", "in"}) && action && isGoing(action->motion);
        if (way && action->subject != nobody && action->at < phrase->begin && goal(i + 1) && isCarrier(subject(goal(i + 1)->subject))) a = action->subject;
        if (ground && action && action->subject != nobody && action->at < phrase->begin && !isOneOf(m_t.w[i], "on in at of")) a = action->subject;
        // "Reads a file at his desk", "plays the violin by the window": where the reader is, not the file.
        const bool stays = isAny(m_t.w[i], {"at", "by", "beside"}) || (isAny(m_t.w[i], {"on", "in"}) && isSeat(i + 1));
        if (stays && action && phrase && a == phrase->subject && action->target == a && action->at < phrase->begin && (subject(a).kind == SubjectKind::prop || subject(a).kind == SubjectKind::plant) &&
            action->subject != nobody && subject(action->subject).kind == SubjectKind::person && !isOneOf(action->motion, "put_down throw push pull drop"))
            a = action->subject;
        return a;
    }

    static bool isGoing(std::string_view motion) { return isOneOf(motion, "walk run ride drive row sneak skate ski"); }
    static bool isCarrier(const Subject& s) { return s.kind == SubjectKind::vehicle || s.kind == SubjectKind::animal || isOneOf(s.noun, "bike bicycle scooter skateboard horseback wheelchair sled"); }

    /// "a tree on the left", "in the background": a place in the frame, not beside something.
    void readSides() {
        struct Side {
            std::string_view phrase, side;
        };
        static constexpr Side sides[] = {{"on the left", "left"}, {"on the right", "right"}, {"in the center", "centre"}, {"in the centre", "centre"},
                                         {"in the middle", "centre"}, {"in the foreground", "foreground"}, {"in the background", "background"}};
        for (std::size_t i = 1; i + 2 < m_t.size(); ++i) {
            const std::string here = m_t.w[i] + " " + m_t.w[i + 1] + " " + m_t.w[i + 2];
            const auto found = std::find_if(std::begin(sides), std::end(sides), [&](const Side& s) { return s.phrase == here; });
            if (found == std::end(sides)) continue;
            std::size_t next = i + 3;
            if (isAny(m_t.word(next), {"side", "of"})) ++next;
            if (isAny(m_t.word(next), {"of"}) || (m_phrases.beginningAt(next) && m_t.word(i + 3) != "side")) continue;
            const int a = actorBefore(i);
            if (a != nobody && subject(a).side.empty()) m_out.subjects[static_cast<std::size_t>(a)].side = found->side;
        }
    }

    const TaggedText& m_t;
    const Lexicon& m_lexicon;
    const NounPhrases& m_phrases;
    const std::vector<FoundAction>& m_actions;
    ShotDescription& m_out;
    int m_order = 0;
};

} // namespace

void readRelations(const TaggedText& text, const Lexicon& lexicon, const NounPhrases& phrases, const std::vector<FoundAction>& actions, ShotDescription& out) {
    RelationReader(text, lexicon, phrases, actions, out).run();
}

} // namespace rushes::reading
