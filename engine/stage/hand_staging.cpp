// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_staging.h"

#include <nlohmann/json.hpp>

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::stage {
namespace {

using Json = nlohmann::json;

constexpr float farthest = 2000; ///< metres: beyond, it is no place on a set
constexpr double longest = 3600; ///< seconds: no shot lasts longer

/// Numbers of an array of `count`; nothing when one is missing or out of this world.
std::optional<std::array<float, 3>> numbers(const Json& json, std::size_t count) {
    if (!json.is_array() || json.size() != count) return std::nullopt;
    std::array<float, 3> out{};
    for (std::size_t i = 0; i < count; ++i) {
        if (!json[i].is_number()) return std::nullopt;
        out[i] = json[i].get<float>();
        if (!std::isfinite(out[i]) || std::abs(out[i]) > farthest) return std::nullopt;
    }
    return out;
}

std::optional<HandCamera> cameraOf(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    const auto eye = json.contains("eye") ? numbers(json["eye"], 3) : std::nullopt;
    const auto target = json.contains("target") ? numbers(json["target"], 3) : std::nullopt;
    if (!eye || !target) return std::nullopt;
    HandCamera camera{{(*eye)[0], (*eye)[1], (*eye)[2]}, {(*target)[0], (*target)[1], (*target)[2]}, {}};
    if (json.contains("lens") && json["lens"].is_number()) camera.lensMm = std::clamp(json["lens"].get<float>(), 4.0f, 2000.0f);
    return camera;
}

double rounded(float metres) { return std::round(double(metres) * 1000) / 1000; }

Json point(const glm::vec3& p) { return Json::array({rounded(p.x), rounded(p.y), rounded(p.z)}); }

Json jsonOf(const HandCamera& camera) {
    Json json = {{"eye", point(camera.eye)}, {"target", point(camera.target)}};
    if (camera.lensMm) json["lens"] = rounded(*camera.lensMm);
    return json;
}

std::vector<glm::vec2> pointsOf(const Json& json) {
    std::vector<glm::vec2> points;
    if (!json.is_array()) return points;
    for (const Json& one : json)
        if (const auto point = numbers(one, 2)) points.emplace_back((*point)[0], (*point)[1]);
    return points;
}

std::map<std::string, HandMark> marksOf(const Json& hand, const char* field) {
    std::map<std::string, HandMark> marks;
    if (!hand.contains(field) || !hand[field].is_object()) return marks;
    for (const auto& [who, json] : hand[field].items()) {
        const auto at = json.is_object() && json.contains("at") ? numbers(json["at"], 2) : std::nullopt;
        if (!at) continue;
        HandMark mark{{(*at)[0], (*at)[1]}, {}, {}};
        if (json.contains("yaw") && json["yaw"].is_number()) mark.yaw = json["yaw"].get<float>();
        if (json.contains("ways") && json["ways"].is_array())
            for (const Json& way : json["ways"]) mark.ways.push_back(pointsOf(way));
        marks[who] = mark;
    }
    return marks;
}

std::optional<double> momentOf(const Json& json) {
    if (!json.is_object() || !json.contains("at") || !json["at"].is_number()) return std::nullopt;
    const double at = json["at"].get<double>();
    return std::isfinite(at) && at >= 0 && at <= longest ? std::optional(at) : std::nullopt;
}

void readPeople(const Json& hand, HandStaging& out) {
    if (!hand.contains("people") || !hand["people"].is_object()) return;
    for (const auto& [who, keys] : hand["people"].items()) {
        if (!keys.is_array()) continue;
        for (const Json& json : keys) {
            const auto seconds = momentOf(json);
            const auto place = seconds && json.contains("place") ? numbers(json["place"], 2) : std::nullopt;
            if (!place) continue;
            PersonKey key{*seconds, {(*place)[0], (*place)[1]}, {}, {}};
            if (json.contains("yaw") && json["yaw"].is_number()) key.yaw = json["yaw"].get<float>();
            if (json.contains("act") && json["act"].is_string()) key.act = json["act"].get<std::string>();
            out.putKey(who, key, 1e-6);
        }
    }
}

Json flat(const glm::vec2& p) { return Json::array({rounded(p.x), rounded(p.y)}); }

Json jsonOf(const std::map<std::string, HandMark>& marks) {
    Json json = Json::object();
    for (const auto& [who, mark] : marks) {
        json[who] = {{"at", flat(mark.at)}};
        if (mark.yaw) json[who]["yaw"] = std::round(*mark.yaw * 10) / 10;
        if (mark.ways.empty()) continue;
        json[who]["ways"] = Json::array();
        for (const auto& way : mark.ways) {
            Json points = Json::array();
            for (const auto& point : way) points.push_back(flat(point));
            json[who]["ways"].push_back(std::move(points));
        }
    }
    return json;
}

Json jsonOf(const std::vector<PersonKey>& keys) {
    Json json = Json::array();
    for (const auto& key : keys) {
        json.push_back({{"at", std::round(key.seconds * 1000) / 1000}, {"place", flat(key.at)}});
        if (key.yaw) json.back()["yaw"] = std::round(*key.yaw * 10) / 10;
        if (!key.act.empty()) json.back()["act"] = key.act;
    }
    return json;
}

/// In order of time, in the place of what lies within `apart` seconds.
template <class Key> void putInto(std::vector<Key>& keys, const Key& key, double apart) {
    std::erase_if(keys, [&](const auto& other) { return std::abs(other.seconds - key.seconds) <= apart; });
    keys.insert(std::upper_bound(keys.begin(), keys.end(), key, [](const auto& a, const auto& b) { return a.seconds < b.seconds; }), key);
}

} // namespace

HandStaging HandStaging::of(const std::string& settingsJson) {
    HandStaging out;
    const Json settings = Json::parse(settingsJson, nullptr, false);
    if (!settings.is_object() || !settings.contains("hand") || !settings["hand"].is_object()) return out;
    const Json& hand = settings["hand"];
    if (hand.contains("set") && hand["set"].is_string()) out.set = hand["set"].get<std::string>();
    out.marks = marksOf(hand, "marks");
    out.things = marksOf(hand, "things");
    readPeople(hand, out);
    if (hand.contains("camera")) out.camera = cameraOf(hand["camera"]);
    if (hand.contains("keys") && hand["keys"].is_array())
        for (const Json& json : hand["keys"]) {
            const auto camera = cameraOf(json);
            const auto at = momentOf(json);
            if (camera && at) out.putKey({*at, *camera}, 1e-6);
        }
    return out;
}

void HandStaging::putKey(const CameraKey& key, double apart) { putInto(keys, key, apart); }
void HandStaging::putKey(const std::string& who, const PersonKey& key, double apart) { putInto(people[who], key, apart); }

void HandStaging::forgetPerson(const std::string& who) {
    marks.erase(who);
    people.erase(who);
}

std::string HandStaging::into(const std::string& settingsJson) const {
    Json settings = Json::parse(settingsJson, nullptr, false);
    if (!settings.is_object()) settings = Json::object();
    settings.erase("hand");
    if (empty()) return settings.dump();
    Json hand = {{"set", set}};
    if (!marks.empty()) hand["marks"] = jsonOf(marks);
    if (!things.empty()) hand["things"] = jsonOf(things);
    for (const auto& [who, theirs] : people)
        if (!theirs.empty()) hand["people"][who] = jsonOf(theirs);
    if (camera) hand["camera"] = jsonOf(*camera);
    for (const auto& key : keys) {
        hand["keys"].push_back(jsonOf(key.camera));
        hand["keys"].back()["at"] = std::round(key.seconds * 1000) / 1000;
    }
    settings["hand"] = std::move(hand);
    return settings.dump();
}

void filmByHand(const StagedShot& shot, const HandStaging& hand, ShotFrame& frame) {
    const auto by = hand.keys.empty() ? hand.camera : std::optional(hand.keys.front().camera);
    if (!by || hand.set != shot.blocking.set->kit || glm::distance(by->eye, by->target) < 0.05f) return;
    aim(frame.view.camera, *by);
    frame.view.pivot = by->target;
}

void aim(geometry::Camera& camera, const HandCamera& by) {
    const auto aimed = geometry::Camera::lookAt(by.eye, by.target);
    camera.eye = aimed.eye;
    camera.right = aimed.right;
    camera.up = aimed.up;
    camera.focusM = std::max(0.05f, glm::distance(by.eye, by.target));
    if (by.lensMm) camera.focalMm = *by.lensMm;
}

} // namespace rushes::stage
