// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/film_phrases.h"

#include "engine/base/paths.h"
#include "engine/reading/tokenizer.h"

#include <nlohmann/json.hpp>

namespace rushes::ui {

FilmPhrases FilmPhrases::load() {
    FilmPhrases out;
    const std::pair<const char*, Kind> files[] = {
        {"sizes", Kind::size}, {"angles", Kind::angle}, {"heights", Kind::height}, {"povs", Kind::view}, {"lenses", Kind::lens}, {"focus", Kind::focus},
        {"composition", Kind::composition}, {"times", Kind::time}, {"weather", Kind::weather}, {"seasons", Kind::season}, {"light", Kind::light},
        {"sensors", Kind::sensor}};
    for (const auto& [name, kind] : files) {
        const auto path = findAsset("lexicon/" + std::string(name) + ".json");
        const auto bytes = path ? readFile(*path) : Result<std::string>(fail(path.error()));
        if (!bytes) continue;
        const auto json = nlohmann::json::parse(*bytes, nullptr, false);
        if (json.is_discarded() || !json.contains("entries")) continue;
        for (const auto& entry : json["entries"]) {
            if (!entry.is_object() || !entry.contains("words")) continue;
            for (const auto& word : entry["words"])
                if (word.is_string()) out.m_phrases.add(word.get<std::string>(), kind);
        }
    }
    return out;
}

bool FilmPhrases::said(Kind kind, const reading::ShotDescription& shot) {
    const auto& camera = shot.camera;
    switch (kind) {
    case Kind::size: return camera.size || camera.endSize;
    case Kind::angle: return camera.angle || camera.endAngle;
    case Kind::height: return camera.height || camera.endHeight;
    case Kind::view: return camera.pov.has_value();
    case Kind::lens: return camera.lensMm.has_value();
    case Kind::sensor: return camera.sensor.has_value();
    case Kind::focus: return !camera.focus.empty();
    case Kind::composition: return !camera.composition.empty();
    case Kind::time: return shot.conditions.time.has_value();
    case Kind::weather: return !shot.conditions.weather.empty();
    case Kind::season: return shot.conditions.season.has_value();
    case Kind::light: return !shot.conditions.light.empty();
    }
    return false;
}

FilmPhrases::Places FilmPhrases::find(const std::string& prompt, const reading::ShotDescription& shot) const {
    Places places;
    const auto tokens = reading::tokenize(prompt);
    reading::Words words;
    words.reserve(tokens.size());
    for (const auto& token : tokens) words.push_back(token.text);
    for (std::size_t i = 0; i < tokens.size();) {
        const auto hit = m_phrases.at(words, i);
        const bool millimetres = tokens[i].kind == reading::TokenKind::number && tokens[i].text.ends_with("mm");
        if (!millimetres && (!hit || !said(*hit.value, shot))) {
            ++i;
            continue;
        }
        std::size_t count = millimetres ? 1 : hit.length;
        const bool condition = !millimetres && (*hit.value == Kind::time || *hit.value == Kind::weather || *hit.value == Kind::season ||
                                                *hit.value == Kind::light);
        std::size_t last = i + count - 1;
        if (!condition && last + 1 < tokens.size() && (words[last + 1] == "shot" || words[last + 1] == "lens" || words[last + 1] == "angle")) ++last;
        (condition ? places.conditions : places.camera).push_back({tokens[i].span.begin, tokens[last].span.end});
        i = last + 1;
    }
    return places;
}

} // namespace rushes::ui
