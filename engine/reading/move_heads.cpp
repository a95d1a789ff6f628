// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/move_heads.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

class HeadFinder {
  public:
    HeadFinder(const FilmState& state, const FilmSentence& sentence, Range segment)
        : m_state(state), m_lexicon(state.lexicon), m_w(state.w), m_sentence(sentence) {
        m_out.range = segment;
    }

    SegmentHeads run(bool cameraBefore) {
        findAgent();
        findAll();
        findPure();
        m_continues = cameraBefore && startsWithHead(firstAfterOrder(), [](const Head&) { return true; });
        m_starts = startsWithFilmHead() || startsWithOrder();
        m_out.cameraSegment = m_out.agent != AgentStrength::none || m_continues || (m_out.pure && !m_out.all.empty()) || m_starts ||
                              (cameraBefore && goesOn());
        for (const Head& head : m_out.all) {
            if (isUsed(head)) m_out.used.push_back(head);
        }
        return std::move(m_out);
    }

  private:
    std::size_t begin() const { return m_out.range.begin; }
    std::size_t end() const { return m_out.range.end; }
    bool is(std::size_t i, std::string_view list) const { return i < end() && isOneOf(m_w[i], list); }

    void findAgent() {
        for (std::size_t i = begin(); i < end(); ++i) {
            if (contains(m_lexicon.agents, m_w[i]) && !m_state.negated[i] && !m_state.hidden[i]) m_out.agent = cameraAgent(m_lexicon, m_w, m_out.range);
        }
        if (m_out.agent != AgentStrength::none || m_w[begin()] != "we") return;
        for (std::size_t q = begin() + 1; q < std::min(end(), begin() + 4); ++q) {
            if (m_lexicon.heads.at(m_w, q)) m_out.agent = AgentStrength::strong;
        }
    }

    void findAll() {
        for (std::size_t i = begin(); i < end();) {
            const auto hit = m_state.hidden[i] ? PhraseTable<const MoveHead*>::Hit{} : m_lexicon.heads.at(m_w, i);
            if (!hit || i + hit.length > end()) {
                ++i;
                continue;
            }
            m_out.all.push_back({i, hit.length, *hit.value});
            i += hit.length;
        }
    }

    void findPure() {
        m_out.pure = true;
        for (std::size_t i = begin(); i < end() && m_out.pure; ++i) {
            m_out.pure = !m_state.hidden[i] && isFilmWord(m_lexicon, m_w, i, m_state.known[i]);
        }
        const auto hit = m_lexicon.heads.at(m_w, begin());
        // "rolls." or "climbs." alone is no camera.
        if (end() - begin() == 1 && hit && !(*hit.value)->strong && !is(begin(), "static handheld")) m_out.pure = false;
    }

    std::size_t firstAfterOrder() const {
        std::size_t at = begin();
        while (at < end()) {
            const auto order = m_lexicon.order.at(m_w, at);
            const auto speed = m_lexicon.speeds.at(m_w, at);
            if (!order && !speed && !is(at, "and then the a an")) break;
            at += order ? order.length : speed ? speed.length : 1;
        }
        return at;
    }

    template <class Test> bool startsWithHead(std::size_t at, Test test) const {
        return std::any_of(m_out.all.begin(), m_out.all.end(), [&](const Head& h) { return h.at == at && test(h); });
    }

    /// "slow dolly in on the detective", "crane up over the town"
    bool startsWithFilmHead() const {
        const std::size_t at = firstAfterOrder();
        return startsWithHead(at, [&](const Head& h) {
            if (h.head->strong || h.length > 1) return true;
            const std::size_t next = at + h.length;
            const bool leads = next < end() && (m_lexicon.directions.at(m_w, next) ||
                                                is(next, "shot around on of across with past movement move along over from to"));
            if (leads && m_w[begin()] != "the" && !(at > begin() && m_w[at - 1] == "the") && !m_w[at].ends_with("ing")) return true;
            return isAny(h.head->head, {"pan", "tilt", "zoom"}) && is(at, "panning tilting zooming");
        });
    }

    /// "Follow the cyclist": an order to the camera.
    bool startsWithOrder() const {
        return begin() == m_sentence.range.begin && is(begin(), "follow track orbit circle trail lead chase reveal") &&
               is(begin() + 1, "the a an her him his their them behind alongside");
    }

    /// "the camera …, and slowly tilts": a head within the first words of the next segment.
    bool goesOn() const {
        if (is(begin(), "as while when")) return false;
        return std::any_of(m_out.all.begin(), m_out.all.end(), [&](const Head& h) {
            if (h.at > begin() + 2) return false;
            for (std::size_t q = begin(); q < h.at; ++q) {
                if (!contains(m_lexicon.filmGlue, m_w[q]) && !m_lexicon.speeds.at(m_w, q) && !m_lexicon.order.at(m_w, q)) return false;
            }
            return true;
        });
    }

    bool isUsed(const Head& h) const {
        for (std::size_t q = h.at; q < h.at + h.length; ++q) {
            if (m_state.negated[q]) return false;
        }
        if (!m_out.cameraSegment && !standsAlone(h) && !closesWithDirection(h)) return false;
        return !isThing(h) && !isDoneInPicture(h) && belongsToAgent(h);
    }

    /// "A full shot of a man pushing a cart": he pushes, but "a shot of the room pushing in" moves.
    bool isDoneInPicture(const Head& h) const {
        if (h.length != 1 || !m_w[h.at].ends_with("ing") || isOneOf(h.head->head, "pan tilt zoom dolly_zoom whip_pan rack_focus handheld")) return false;
        const std::size_t next = h.at + 1;
        if (next < end() && m_lexicon.directions.at(m_w, next)) return false;
        for (std::size_t q = begin() + 1; q + 1 < h.at; ++q)
            if (m_w[q] == "of" && is(q - 1, "shot view footage closeup close-up up") && !contains(m_lexicon.agents, m_w[h.at - 1])) return true;
        return false;
    }

    /// Strong heads count anywhere, but "a static crowd" and "his hands shake" do not.
    bool standsAlone(const Head& h) const {
        if (!h.head->strong) return false;
        const bool plainStill = h.head->head == "static" && h.length == 1 && is(h.at, "static fixed still stationary motionless tripod unmoving immobile halts");
        if (plainStill && !m_out.pure) return false;
        return !(h.head->head == "handheld" && is(h.at, "shakes vibrates wobbles unsteady jittery shaky handheld") && m_sentence.agent == AgentStrength::none && !m_out.pure);
    }

    /// "Garden, pan left": a head and a direction side by side at the end of a segment.
    bool closesWithDirection(const Head& h) const {
        const std::size_t next = h.at + h.length;
        if (next >= end() || next + 1 < end() || !isOneOf(h.head->head, "pan tilt zoom roll arc dolly truck crane pedestal")) return false;
        const auto hit = m_lexicon.directions.at(m_w, next);
        if (!hit || *hit.value == "counterclockwise" || !is(next, "left right up down in out leftward rightward upward downward clockwise")) return false;
        return !(h.at > begin() && (contains(m_lexicon.objectAdjectives, m_w[h.at - 1]) || m_w[h.at - 1] == "the"));
    }

    /// "a truck", "the crane lifts", "frying pan": things, not moves.
    bool isThing(const Head& h) const {
        if (h.at == begin()) return false;
        const std::string& before = m_w[h.at - 1];
        if (isOneOf(before, "do does did doing")) return true; // "doing push ups"
        if (m_out.cameraSegment && contains(m_lexicon.objectAdjectives, before) && isOneOf(h.head->head, "pan truck crane roll")) return true;
        if (h.length != 1 || !is(h.at, "truck trucks crane cranes dolly roll rolls arc arch sink sinks") || !isOneOf(h.head->head, "truck crane dolly roll arc descend")) return false;
        if (!isOneOf(before, "a an the his her their with two three of")) return false;
        if (is(h.at, "sink sinks")) return true;
        if (h.at + 1 < end() && (m_lexicon.directions.at(m_w, h.at + 1) || is(h.at + 1, "shot move movement motion around"))) return false;
        return !(isAny(before, {"a", "an"}) && h.at > begin() + 1 && isOneOf(m_w[h.at - 2], "with featuring performs in"));
    }

    /// "The woman walks toward the camera": the head must be the camera's.
    bool belongsToAgent(const Head& h) const {
        if (m_out.agent == AgentStrength::none || m_out.pure || m_continues || m_starts) return true;
        std::size_t agent = begin();
        while (agent < end() && !contains(m_lexicon.agents, m_w[agent])) ++agent;
        if (agent >= end()) return true;
        bool belongs = true;
        if (agent > h.at + 6) belongs = isOneOf(h.head->head, "pan tilt zoom dolly_zoom whip_pan rack_focus handheld arc crane dolly");
        if (agent > h.at && is(agent, "camera lens") && isAny(m_w[agent - 1], {"the", "toward", "towards"})) {
            belongs = belongs && (m_w[agent - 1] != "the" || agent < 2 || !contains(m_lexicon.cameraAsGoal, m_w[agent - 2]));
        }
        return belongs;
    }

    const FilmState& m_state;
    const Lexicon& m_lexicon;
    const Words& m_w;
    const FilmSentence& m_sentence;
    SegmentHeads m_out;
    bool m_continues = false;
    bool m_starts = false;
};

} // namespace

SegmentHeads findHeads(const FilmState& state, const FilmSentence& sentence, Range segment, bool cameraBefore) {
    return HeadFinder(state, sentence, segment).run(cameraBefore);
}

} // namespace rushes::reading
