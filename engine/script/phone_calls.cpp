// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/phone_calls.h"

#include <algorithm>
#include <array>
#include <set>

namespace rushes::script {

std::vector<bool> findFarVoices(const SceneBeats& scene, const Cast& cast) {
    static constexpr std::array<std::string_view, 6> devices{"phone",    "telephone", "dials",
                                                             "receiver", "radio",     "intercom"};
    std::set<std::size_t> named;
    for (const Beat& beat : scene.beats)
        if (beat.kind == Beat::Kind::action)
            for (const Cast::Mention& mention : cast.mentionsIn(beat.text, scene.key()))
                named.insert(mention.person);
    std::vector<bool> out(scene.beats.size(), false);
    bool phone = false;
    for (std::size_t i = 0; i < scene.beats.size(); ++i) {
        const Beat& beat = scene.beats[i];
        if (beat.kind == Beat::Kind::action) {
            const std::vector<Word> words = wordsOf(beat.text);
            phone = std::any_of(words.begin(), words.end(), [](const Word& w) { return isOneOf(w.core, devices); });
        }
        out[i] =
            phone && beat.kind == Beat::Kind::speech && beat.speakers.size() == 1 && !named.contains(beat.speakers[0]);
    }
    return out;
}

} // namespace rushes::script
