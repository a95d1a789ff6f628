// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/film_sentence.h"
#include "engine/reading/move_heads.h"
#include "engine/reading/move_resolve.h"
#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

/// One segment of a sentence while its moves are read.
class SegmentMoves {
  public:
    SegmentMoves(FilmState& state, const FilmSentence& sentence, const SegmentHeads& heads)
        : m_state(state), m_sentence(sentence), m_heads(heads), m_range(heads.range), m_text(textWithoutNegated()),
          m_context(moveContext(m_text, sentence.text, heads.agent == AgentStrength::strong)) {
        findDirections();
    }

    void read() {
        for (std::size_t i = 0; i < m_heads.used.size(); ++i) readHead(i);
    }

    std::vector<FoundMove> found;
    bool unnamed = false; ///< a head that says nothing without a direction
    const std::string& text() const { return m_text; }

    /// The first clockwise or counterclockwise of the segment.
    std::optional<Direction> turn() const {
        for (const DirectionWord& d : m_directions) {
            if (d.value == Direction::clockwise || d.value == Direction::counterclockwise) return d.value;
        }
        return std::nullopt;
    }

  private:
    struct DirectionWord {
        std::size_t at;
        std::size_t length;
        Direction value;
        bool used = false;
    };
    using Choice = std::vector<DirectionWord*>;

    std::string textWithoutNegated() const {
        std::string text;
        for (std::size_t q = m_range.begin; q < m_range.end; ++q) {
            if (m_state.negated[q]) continue;
            if (!text.empty()) text += ' ';
            text += m_state.w[q];
        }
        return text;
    }

    void findDirections() {
        for (std::size_t i = m_range.begin; i < m_range.end;) {
            const bool inHead = std::any_of(m_heads.used.begin(), m_heads.used.end(), [&](const Head& h) { return i >= h.at && i < h.at + h.length; });
            const auto hit = m_state.lexicon.directions.at(m_state.w, i);
            const auto direction = hit ? directionFrom(*hit.value) : std::nullopt;
            if (!direction || m_state.negated[i] || inHead || m_state.hidden[i]) {
                ++i;
                continue;
            }
            m_directions.push_back({i, hit.length, *direction});
            i += hit.length;
        }
    }

    /// The kinds of direction that a move can have; all when it does not matter.
    static bool wants(std::string_view move, Direction d) {
        const bool h = d == Direction::left || d == Direction::right;
        const bool v = d == Direction::up || d == Direction::down;
        const bool io = d == Direction::in || d == Direction::out;
        if (move == "pan" || move == "crane") return h || v;
        if (move == "tilt" || move == "arc") return !io;
        if (move == "zoom") return io;
        if (move == "pedestal") return v;
        if (move == "roll") return !io && !v;
        return true;
    }

    Choice directionsIn(std::size_t begin, std::size_t end, const Head& head, std::string_view move) {
        Choice choice;
        for (DirectionWord& d : m_directions) {
            const bool touching = d.at == head.at + head.length;
            const bool loose = isOneOf(m_state.w[d.at], "in into through toward towards out") && !touching;
            if (d.at >= begin && d.at < end && !d.used && !loose && wants(move, d.value)) choice.push_back(&d);
        }
        return choice;
    }

    /// The directions for a head, best first: the nearest after it, else the nearest before; one that touches it from before wins.
    Choice choose(const Head& head, std::size_t previousEnd, std::size_t nextBegin) {
        const std::string& move = head.head->move;
        const std::size_t end = head.at + head.length;
        Choice after = directionsIn(end, std::min(nextBegin, end + 7), head, move);
        Choice before = directionsIn(std::max(previousEnd, head.at >= 4 ? head.at - 4 : 0), head.at, head, move);
        std::reverse(before.begin(), before.end());
        if (move == "arc" && !after.empty() && isAny(m_state.w[after[0]->at], {"left", "right"}) && after[0]->at > end + 3) after.clear();
        if (after.empty()) return before;
        const bool touches = !before.empty() && before[0]->at + before[0]->length == head.at && after[0]->at > end + 1;
        return touches ? before : after;
    }

    /// "moves in a circle": the "in" is no direction.
    bool openNoun(std::size_t i) const { return i < m_range.end && isOneOf(m_state.w[i], "a an the space one its any this that time"); }

    const MoveHead* other(const char* word) const { return *m_state.lexicon.heads.exact(word); }

    void readHead(std::size_t index) {
        const Words& w = m_state.w;
        Head head = m_heads.used[index];
        const std::size_t end = head.at + head.length;
        const std::size_t nextBegin = index + 1 < m_heads.used.size() ? m_heads.used[index + 1].at : m_range.end;
        const std::size_t previousEnd = index > 0 ? m_heads.used[index - 1].at + m_heads.used[index - 1].length : m_range.begin;
        const std::string phrase = join(w, {head.at, end});
        const std::optional<Direction> within = head.length > 1 ? directionWithin(phrase) : std::nullopt;
        Choice choice = choose(head, previousEnd, nextBegin);

        std::optional<Direction> direction = within;
        if (head.length == 1 && head.head->head == "move") direction = pushOrPull(phrase);
        if (!choice.empty() && (!within || head.head->head == "crane")) direction = take(choice.front());
        if (head.head->head == "roll" && w[head.at] == "dutch" && !direction) return;
        if (head.head->head == "zoom" && head.length == 1) {
            for (const DirectionWord& d : m_directions) {
                if (d.at == end && wants("zoom", d.value)) direction = d.value;
            }
        }
        const bool goesInto = head.length > 1 && w[end - 1] == "in" && openNoun(end) && head.head->head == "dolly" &&
                              isOneOf(w[head.at], "moves move moving goes glides tracks tracking track");
        if (goesInto) {
            head.head = other("moves");
            choice = directionsIn(end, std::min(nextBegin, end + 7), head, head.head->move);
            direction = choice.empty() ? std::nullopt : std::optional(choice.front()->value);
        }
        if (head.head->direction) {
            direction = head.head->direction;
        } else if (!choice.empty() && w[choice[0]->at] == "in" && choice[0]->length == 1 && choice[0]->at == end && openNoun(end + 1) &&
                   isOneOf(head.head->head, "move rotate arc truck pan tilt roll follow")) {
            choice[0]->used = false;
            Choice further = directionsIn(end + 1, std::min(nextBegin, end + 7), head, head.head->move);
            direction = further.empty() ? std::nullopt : std::optional(take(further.front()));
        }
        if (head.head->head == "move" && !direction && isAny(w[head.at], {"track", "tracks"}) && head.at + 1 < m_range.end &&
            isOneOf(w[head.at + 1], "a an the his her their")) {
            head.head = other("follows");
        }
        if (isAny(head.head->head, {"rack_focus", "handheld"})) direction.reset();
        add(head, phrase, direction);
    }

    static std::optional<Direction> pushOrPull(std::string_view verb) {
        if (isOneOf(verb, "pull pulls pulling pulled")) return Direction::out;
        if (isOneOf(verb, "push pushes pushing pushed press presses")) return Direction::in;
        return std::nullopt;
    }

    static Direction take(DirectionWord* word) {
        word->used = true;
        return word->value;
    }

    MoveSpeed speedNear(const Head& head, const std::string& phrase) const {
        const auto at = [&](std::size_t q) {
            const auto hit = m_state.lexicon.speeds.at(m_state.w, q);
            return hit ? moveSpeedFrom(*hit.value).value_or(MoveSpeed::normal) : MoveSpeed::normal;
        };
        if (head.head->head == "whip_pan" || hasAnyPhrase(phrase, {"crash", "snap"})) return MoveSpeed::fast;
        const std::size_t first = std::max(m_range.begin, head.at >= 3 ? head.at - 3 : 0);
        for (std::size_t q = first; q < head.at; ++q) {
            if (at(q) != MoveSpeed::normal) return at(q);
        }
        const std::size_t end = head.at + head.length;
        for (std::size_t q = end; q < std::min(m_range.end, end + 5); ++q) {
            if (at(q) != MoveSpeed::normal) return at(q);
        }
        return MoveSpeed::normal;
    }

    /// "the camera moves", "a moving camera", but not "a view of a boy flying a kite": nothing else stands between.
    bool agentNear(const Head& head) const {
        for (std::size_t q = head.at; q-- > m_range.begin;) {
            if (contains(m_state.lexicon.agents, m_state.w[q])) return true;
            const bool motion = isAny(m_state.w[head.at], {"motion", "movement"}); // "the camera has a noticeable motion"
            if (!motion && contains(m_state.lexicon.determiners, m_state.w[q])) break;
        }
        for (std::size_t q = head.at + head.length; q < std::min(m_range.end, head.at + head.length + 4); ++q) {
            if (contains(m_state.lexicon.agents, m_state.w[q])) return true;
        }
        return false;
    }

    void add(const Head& head, const std::string& phrase, std::optional<Direction> direction) {
        auto [move, way] = resolveMove(*head.head, direction, m_context);
        if (!move) {
            unnamed = unnamed || agentNear(head);
            return;
        }
        if (move == Move::whipPan) {
            way.reset();
            for (const DirectionWord& d : m_directions) {
                if (!way && (d.value == Direction::left || d.value == Direction::right)) way = d.value;
            }
        }
        FoundMove result;
        result.move.move = *move;
        result.move.direction = way;
        result.move.speed = speedNear(head, phrase);
        result.move.span = {m_state.spans[head.at].begin, m_state.spans[head.at + head.length - 1].end};
        result.at = head.at;
        result.length = head.length;
        result.head = head.head->head;
        result.noDirection = !direction;
        found.push_back(std::move(result));
        for (std::size_t q = head.at; q < head.at + head.length; ++q) m_state.out.cut[q] = true;
        for (const DirectionWord& d : m_directions) {
            for (std::size_t q = d.at; d.used && q < d.at + d.length; ++q) m_state.out.cut[q] = true;
        }
    }

    FilmState& m_state;
    const FilmSentence& m_sentence;
    const SegmentHeads& m_heads;
    Range m_range;
    std::string m_text;
    MoveContext m_context;
    std::vector<DirectionWord> m_directions;
};

/// Gives each move its place in time and hands it over.
void order(FilmState& state, const FilmSentence& sentence, Range segment, std::vector<FoundMove>& found, std::string_view text) {
    const Words& w = state.w;
    const Range withBefore{std::max(sentence.range.begin, segment.begin > 0 ? segment.begin - 1 : 0), segment.end};
    const bool follows = hasAnyPhrase(join(w, withBefore), {"then", "after", "before", "finally", "next", "followed by", "until", "later"});
    const bool sameTime = !follows && (isAny(w[segment.begin], {"while", "as"}) || hasPhrase(text, "while"));
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Move move = found[i].move.move;
        if (i == 0 && !state.moves.empty() && move != Move::handheld) {
            const bool next = follows || (!sameTime && state.moves.back().move.move != move);
            const bool firstSegment = segment.begin == sentence.segments.front().begin;
            if (next && (follows || !firstSegment || !sentence.first)) ++state.order;
        } else if (i > 0 && hasAnyPhrase(join(w, {found[i - 1].at, found[i].at}), {"then", "before"})) {
            ++state.order;
        }
        found[i].move.order = state.order;
        state.moves.push_back(std::move(found[i]));
    }
}

/// The rest of a clause that speaks of the camera alone is out of the way for the reading of people and things.
void cutClause(FilmState& state, const SegmentHeads& heads, bool any) {
    const Words& w = state.w;
    bool known = false;
    for (std::size_t q = heads.range.begin; q < heads.range.end; ++q) {
        known = known || state.known[q];
        const bool agent = contains(state.lexicon.agents, w[q]) && !isOneOf(w[q], "drone dolly image picture focus");
        const bool adverb = any && heads.pure && (state.lexicon.speeds.at(w, q) || state.lexicon.directions.at(w, q));
        if ((any || heads.agent != AgentStrength::none) && (heads.pure || heads.agent != AgentStrength::none) && (agent || adverb)) state.out.cut[q] = true;
    }
    if (!heads.pure || !(any || known)) return;
    for (std::size_t q = heads.range.begin; q < heads.range.end; ++q) state.out.cut[q] = true;
}

} // namespace

void readMoves(FilmState& state, const FilmSentence& sentence) {
    bool camera = false; // the segment before spoke of the camera
    for (const Range range : sentence.segments) {
        const SegmentHeads heads = findHeads(state, sentence, range, camera);
        if (heads.all.empty() && !heads.cameraSegment) {
            camera = false;
            continue;
        }
        camera = heads.agent != AgentStrength::none || !heads.used.empty();
        SegmentMoves moves(state, sentence, heads);
        moves.read();
        mergeSegment(moves.found, moves.text(), sentence.text, moves.turn());
        const bool any = !moves.found.empty();
        if (!any && moves.unnamed && state.moves.empty() && heads.agent != AgentStrength::none && !state.unnamedMove) state.unnamedMove = range;
        const std::string all = join(state.w, range);
        if (!any && !moves.unnamed && heads.agent != AgentStrength::none && !sentence.only && hasAnyPhrase(all, {"no", "without", "zero", "not", "never"}) &&
            hasAnyPhrase(all, {"mov*", "motion"})) {
            state.stillByNegation = true;
        }
        order(state, sentence, range, moves.found, moves.text());
        cutClause(state, heads, any);
    }
}

} // namespace rushes::reading
