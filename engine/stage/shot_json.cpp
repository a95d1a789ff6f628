// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/shot_json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace rushes::stage {
namespace {

using Json = nlohmann::ordered_json;

/// Millimetres are enough, and keep the files readable.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }
Json vector(const glm::vec3& v) { return Json::array({rounded(v.x), rounded(v.y), rounded(v.z)}); }
/// Unit vectors keep more digits, since angles are taken from them.
Json unit(const glm::vec3& v) { return Json::array({std::round(v.x * 1e7) / 1e7, std::round(v.y * 1e7) / 1e7, std::round(v.z * 1e7) / 1e7}); }
Json orNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json cameraJson(const StagedShot& shot) {
    Json json{{"sensorWidthMm", rounded(shot.camera.front().sensorWidthMm)}, {"sensorHeightMm", rounded(shot.camera.front().sensorHeightMm)}};
    json["samples"] = Json::array();
    for (std::size_t frame = 0; frame < shot.camera.size(); ++frame) {
        const auto& camera = shot.camera[frame];
        json["samples"].push_back({{"frame", frame},
                                   {"eye", vector(camera.eye)},
                                   {"right", unit(camera.right)},
                                   {"up", unit(camera.up)},
                                   {"focalMm", rounded(camera.focalMm)},
                                   {"focusM", rounded(camera.focusM)},
                                   {"stop", rounded(camera.stop)}});
    }
    return json;
}

Json object(std::uint16_t id, const std::string& subject, const char* part, const std::string& model, const std::string& colour) {
    return {{"id", id}, {"subject", orNull(subject)}, {"part", part}, {"model", model}, {"colour", orNull(colour)}, {"carried", nullptr}};
}

Json objectsJson(const StagedShot& shot) {
    const auto& blocking = shot.blocking;
    Json list = Json::array();
    for (const auto& info : blocking.set->objects) {
        std::string subject;
        for (const auto& [id, number] : blocking.setSubjects)
            if (number == info.object) subject = id;
        list.push_back(object(info.object, subject, info.prop ? "prop" : "set", info.name, {}));
    }
    for (const auto& person : blocking.people) {
        const auto* subject = shot.description.subject(person.subject);
        list.push_back(object(person.object, subject ? person.subject : "", "figure", std::string(figures::nameOf(person.figure->design().outfit)),
                              subject ? subject->colour : std::string{}));
    }
    for (const auto& prop : blocking.props) {
        Json json = object(prop.object, prop.subject, "prop", prop.model, prop.colour);
        if (prop.holder) json["carried"] = blocking.people[*prop.holder].object;
        list.push_back(std::move(json));
    }
    return list;
}

Json tracksJson(const StagedShot& shot) {
    const auto& blocking = shot.blocking;
    std::vector<Json> samples(blocking.people.size(), Json::array());
    for (std::int64_t frame = 0; frame < shot.duration.value; ++frame) {
        const auto moments = peopleAt(blocking, time::RationalTime{frame, shot.duration.rate}.seconds());
        for (std::size_t i = 0; i < moments.size(); ++i)
            samples[i].push_back({{"frame", frame}, {"position", vector(moments[i].position)}, {"facing", rounded(moments[i].yaw)}, {"motion", moments[i].motion}});
    }
    Json tracks = Json::array();
    for (std::size_t i = 0; i < samples.size(); ++i) tracks.push_back({{"object", blocking.people[i].object}, {"samples", samples[i]}});
    for (const auto& prop : blocking.props) {
        if (prop.holder) continue;
        Json track{{"object", prop.object}, {"samples", Json::array()}};
        for (std::int64_t frame = 0; frame < shot.duration.value; ++frame) {
            const auto [position, yaw] = propAt(prop, time::RationalTime{frame, shot.duration.rate}.seconds(), blocking.seconds);
            track["samples"].push_back({{"frame", frame}, {"position", vector(position)}, {"facing", rounded(yaw)}, {"motion", prop.walks ? "walk" : "stand"}});
            if (prop.path.size() < 2) break;
        }
        tracks.push_back(std::move(track));
    }
    return tracks;
}

Json seenJson(const std::vector<SeenFrame>& seen) {
    Json frames = Json::array();
    for (const auto& frame : seen) {
        Json objects = Json::object();
        for (const auto& box : frame.objects) objects[std::to_string(box.object)] = {box.pixels, box.x0, box.y0, box.x1, box.y1};
        frames.push_back({{"frame", frame.frame}, {"objects", objects}});
    }
    return {{"frames", frames}};
}

} // namespace

std::string shotJson(const StagedShot& shot, const std::vector<SeenFrame>& seen) {
    Json json;
    json["description"] = Json::parse(shot.description.toJson());
    json["camera"] = cameraJson(shot);
    json["blocking"] = {{"objects", objectsJson(shot)}, {"tracks", tracksJson(shot)}};
    json["seen"] = seenJson(seen);
    json["warnings"] = shot.warnings;
    return json.dump(1) + "\n";
}

} // namespace rushes::stage
