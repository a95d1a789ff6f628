// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/film_sentence.h"
#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

/// The words shortly before a phrase.
std::string lead(const FilmState& state, const FramingHit& hit, std::size_t words) {
    return join(state.w, {hit.at > words ? hit.at - words : 0, hit.at});
}

bool isEnd(const FilmState& state, const FramingHit& hit) {
    return hasAnyPhrase(lead(state, hit, 7), {"end", "ends", "ending", "conclud*", "closing", "closes", "finish*", "settl*", "land", "lands", "landing", "finally",
                                             "becom*", "transition", "transitions", "transitioning", "into", "change", "changes", "until"});
}

/// "pushes in slowly to a close-up": the way there from the camera's move has nothing but adverbs, "to" and articles on it.
bool isReached(const FilmState& state, const FramingHit& hit) {
    std::size_t k = hit.at;
    while (k > 0 && (isOneOf(state.w[k - 1], "a an the her his their very tight extreme wider closer") || state.known[k - 1]) && state.w[k - 1] != "to") --k;
    if (k < 2 || state.w[k - 1] != "to") return false;
    --k;
    while (k > 0 && (state.w[k - 1].ends_with("ly") || isOneOf(state.w[k - 1], "all the way right up"))) --k;
    return std::any_of(state.moves.begin(), state.moves.end(), [&](const FoundMove& f) { return f.move.move != Move::fixed && f.length > 0 && f.at < k && f.at + f.length >= k; });
}

struct StartAndEnd {
    std::string start; ///< empty when only the end is said
    std::string end; ///< empty when it does not change
};

StartAndEnd decide(const FilmState& state, Framing framing) {
    std::vector<FramingHit> hits = state.framing[static_cast<std::size_t>(framing)];
    if (hits.empty()) return {};
    std::sort(hits.begin(), hits.end(), [](const FramingHit& a, const FramingHit& b) { return a.at != b.at ? a.at < b.at : a.length < b.length; });
    if (framing == Framing::size && std::all_of(hits.begin(), hits.end(), [&](const FramingHit& hit) { return isReached(state, hit); })) return {{}, hits.back().value};
    std::vector<const FramingHit*> ends, starts;
    for (const FramingHit& hit : hits) (isEnd(state, hit) || (framing == Framing::size && isReached(state, hit)) ? ends : starts).push_back(&hit);
    const FramingHit* start = starts.empty() ? &hits.front() : starts.front();
    if (ends.empty()) { // two words say more than one: "wide" may be a street
        const auto phrase = std::find_if(hits.begin(), hits.end(), [](const FramingHit& h) { return h.length > 1; });
        if (phrase != hits.end()) start = &*phrase;
    }
    StartAndEnd result{start->value, {}};
    for (const FramingHit* hit : ends) {
        if (hit->value != start->value) result.end = hit->value;
    }
    if (!result.end.empty()) return result;
    for (const FramingHit& hit : hits) { // "from a wide to a close-up"
        if (hit.at <= start->at || hit.value == start->value) continue;
        if (hasPhrase(lead(state, hit, 4), "to") && hasPhrase(join(state.w, {start->at > 4 ? start->at - 4 : 0, start->at + 1}), "from")) result.end = hit.value;
    }
    return result;
}

/// "pulls back from a close-up to reveal the room": far enough for what is revealed.
bool pullsBackToReveal(const FilmState& state) {
    const bool back = std::any_of(state.out.camera.moves.begin(), state.out.camera.moves.end(), [](const CameraMove& m) { return m.direction == Direction::out; });
    return back && std::any_of(state.w.begin(), state.w.end(), [](const std::string& x) { return isOneOf(x, "reveal reveals revealing"); });
}

} // namespace

void finishFraming(FilmState& state) {
    CameraWords& camera = state.out.camera;
    const StartAndEnd size = decide(state, Framing::size);
    camera.size = shotSizeFrom(size.start);
    camera.endSize = shotSizeFrom(size.end);
    if (!camera.endSize && camera.size && *camera.size > ShotSize::mediumFull && pullsBackToReveal(state)) camera.endSize = ShotSize::full;
    const StartAndEnd angle = decide(state, Framing::angle);
    camera.angle = cameraAngleFrom(angle.start);
    camera.endAngle = cameraAngleFrom(angle.end);
    const StartAndEnd height = decide(state, Framing::height);
    camera.height = cameraHeightFrom(height.start);
    camera.endHeight = cameraHeightFrom(height.end);
    camera.pov = pointOfViewFrom(decide(state, Framing::pov).start);
    for (const Framing framing : {Framing::size, Framing::pov}) {
        const auto& hits = state.framing[static_cast<std::size_t>(framing)];
        if (hits.empty() || state.out.framing.end > 0) continue;
        state.out.framing = {state.spans[hits.front().at].begin, state.spans[hits.front().at + hits.front().length - 1].end};
    }
}

} // namespace rushes::reading
