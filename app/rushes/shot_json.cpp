// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/shot_json.h"

namespace rushes::app {
namespace {

template <class T> Json orNull(const std::optional<T>& value) { return value ? Json(*value) : Json(nullptr); }
template <class T> Json idOrNull(const T& id) { return id ? Json(id.value) : Json(nullptr); }

Json shotJson(const project::Project& film, const project::Shot& shot) {
    Json json{{"id", shot.id.value},       {"number", shot.number},       {"scene", idOrNull(shot.scene)}, {"frames", shot.frames}, {"prompt", shot.prompt},
              {"size", orNull(shot.size)}, {"angle", orNull(shot.angle)}, {"lensMm", orNull(shot.lensMm)}, {"move", orNull(shot.move)}};
    json["characters"] = Json::array();
    for (const auto id : shot.characters)
        if (const auto* character = film.characters.find(id)) json["characters"].push_back(character->name);
    const auto* location = film.locations.find(shot.location);
    json["location"] = location ? Json(location->name) : Json(nullptr);
    json["dialogue"] = Json::array();
    for (const auto& line : shot.dialogue) json["dialogue"].push_back({{"character", line.character}, {"text", line.text}});
    json["takes"] = film.takes.countOf(shot.id);
    json["circled"] = idOrNull(shot.circled);
    json["generator"] = shot.generator;
    json["seed"] = shot.seed;
    json["source"] = shot.source == project::ShotSource::script ? "script" : "user";
    json["lines"] = {shot.lines.first, shot.lines.last};
    return json;
}

} // namespace

Json shotsJson(const project::Project& film) {
    const auto* sequence = project::mainSequence(film);
    Json json{{"schema", 1}, {"rate", sequence->rate.text()}, {"scenes", Json::array()}, {"shots", Json::array()}};
    for (const auto* scene : film.scenes.of(sequence->id))
        json["scenes"].push_back({{"id", scene->id.value}, {"number", scene->number}, {"heading", scene->heading}, {"synopsis", scene->synopsis}});
    for (const auto* shot : film.shots.of(sequence->id)) json["shots"].push_back(shotJson(film, *shot));
    return json;
}

Json takesJson(const project::Project& film, const std::vector<const project::Take*>& takes) {
    Json json{{"takes", Json::array()}};
    for (const auto* take : takes) {
        const auto* shot = film.shots.find(take->shot);
        Json request = Json::parse(take->request, nullptr, false);
        json["takes"].push_back({{"id", take->id.value},
                                 {"shot", take->shot.value},
                                 {"number", take->number},
                                 {"generator", take->generator},
                                 {"media", "media/" + take->media},
                                 {"frames", take->frames},
                                 {"rate", take->rate.text()},
                                 {"size", {take->width, take->height}},
                                 {"seed", take->seed},
                                 {"circled", shot && shot->circled == take->id},
                                 {"seconds", take->seconds},
                                 {"request", request.is_discarded() ? Json(nullptr) : request}});
    }
    return json;
}

} // namespace rushes::app
