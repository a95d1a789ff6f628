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

struct StartAndEnd {
    std::string start;
    std::string end; ///< empty when it does not change
};

StartAndEnd decide(const FilmState& state, Framing framing) {
    std::vector<FramingHit> hits = state.framing[static_cast<std::size_t>(framing)];
    if (hits.empty()) return {};
    std::sort(hits.begin(), hits.end(), [](const FramingHit& a, const FramingHit& b) { return a.at != b.at ? a.at < b.at : a.length < b.length; });
    std::vector<const FramingHit*> ends, starts;
    for (const FramingHit& hit : hits) (isEnd(state, hit) ? ends : starts).push_back(&hit);
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

} // namespace

void finishFraming(FilmState& state) {
    CameraWords& camera = state.out.camera;
    const StartAndEnd size = decide(state, Framing::size);
    camera.size = shotSizeFrom(size.start);
    camera.endSize = shotSizeFrom(size.end);
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
