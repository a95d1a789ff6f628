// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_staging.h"

#include <nlohmann/json.hpp>

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

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

std::string nounOf(const StagedShot& shot, const StagedPerson& person) {
    if (!person.name.empty()) return person.name;
    const auto* subject = shot.description.subject(person.subject);
    return subject != nullptr ? subject->noun : "extra";
}

/// The way as it was, beginning elsewhere, every step on the ground there.
void moveWay(StagedPerson& person, const sets::BuiltSet& set, const HandMark& mark) {
    const glm::vec3 start = person.beats.front().path.front();
    const glm::vec2 by = mark.at - glm::vec2(start.x, start.z);
    for (Beat& beat : person.beats) {
        for (glm::vec3& step : beat.path) {
            step.x += by.x;
            step.z += by.y;
            step.y = set.groundHeight(step.x, step.z, step.y);
        }
        if (!mark.yaw || beat.path.size() > 1) continue;
        beat.yaw = *mark.yaw;
    }
}

} // namespace

HandStaging HandStaging::of(const std::string& settingsJson) {
    HandStaging out;
    const Json settings = Json::parse(settingsJson, nullptr, false);
    if (!settings.is_object() || !settings.contains("hand") || !settings["hand"].is_object()) return out;
    const Json& hand = settings["hand"];
    if (hand.contains("set") && hand["set"].is_string()) out.set = hand["set"].get<std::string>();
    if (hand.contains("marks") && hand["marks"].is_object())
        for (const auto& [who, json] : hand["marks"].items()) {
            const auto at = json.is_object() && json.contains("at") ? numbers(json["at"], 2) : std::nullopt;
            if (!at) continue;
            HandMark mark{{(*at)[0], (*at)[1]}, {}};
            if (json.contains("yaw") && json["yaw"].is_number()) mark.yaw = json["yaw"].get<float>();
            out.marks[who] = mark;
        }
    if (hand.contains("camera")) out.camera = cameraOf(hand["camera"]);
    if (hand.contains("keys") && hand["keys"].is_array())
        for (const Json& json : hand["keys"]) {
            const auto camera = cameraOf(json);
            if (!camera || !json.contains("at") || !json["at"].is_number()) continue;
            const double at = json["at"].get<double>();
            if (std::isfinite(at) && at >= 0 && at <= longest) out.putKey({at, *camera}, 1e-6);
        }
    return out;
}

void HandStaging::putKey(const CameraKey& key, double apart) {
    std::erase_if(keys, [&](const auto& other) { return std::abs(other.seconds - key.seconds) <= apart; });
    keys.insert(std::upper_bound(keys.begin(), keys.end(), key, [](const auto& a, const auto& b) { return a.seconds < b.seconds; }), key);
}

std::string HandStaging::into(const std::string& settingsJson) const {
    Json settings = Json::parse(settingsJson, nullptr, false);
    if (!settings.is_object()) settings = Json::object();
    settings.erase("hand");
    if (empty()) return settings.dump();
    Json hand = {{"set", set}};
    for (const auto& [who, mark] : marks) {
        hand["marks"][who] = {{"at", Json::array({rounded(mark.at.x), rounded(mark.at.y)})}};
        if (mark.yaw) hand["marks"][who]["yaw"] = std::round(*mark.yaw * 10) / 10;
    }
    if (camera) hand["camera"] = jsonOf(*camera);
    for (const auto& key : keys) {
        hand["keys"].push_back(jsonOf(key.camera));
        hand["keys"].back()["at"] = std::round(key.seconds * 1000) / 1000;
    }
    settings["hand"] = std::move(hand);
    return settings.dump();
}

std::string markName(const StagedShot& shot, std::size_t person) {
    const auto& people = shot.blocking.people;
    const std::string noun = nounOf(shot, people[person]);
    int before = 0;
    for (std::size_t i = 0; i < person; ++i) before += nounOf(shot, people[i]) == noun ? 1 : 0;
    return before == 0 ? noun : noun + " " + std::to_string(before + 1);
}

void placeByHand(StagedShot& shot, const HandStaging& hand) {
    if (hand.empty()) return;
    auto& blocking = shot.blocking;
    if (hand.set != blocking.set->kit) {
        shot.warnings.push_back("What was moved by hand belongs to another set (" + hand.set + ") and rests.");
        return;
    }
    std::set<std::string> found;
    for (std::size_t i = 0; i < blocking.people.size(); ++i) {
        const std::string who = markName(shot, i);
        const auto mark = hand.marks.find(who);
        if (mark == hand.marks.end() || blocking.people[i].beats.empty() || blocking.people[i].beats.front().path.empty()) continue;
        moveWay(blocking.people[i], *blocking.set, mark->second);
        found.insert(who);
    }
    for (const auto& [who, mark] : hand.marks)
        if (!found.contains(who)) shot.warnings.push_back(who + " was moved by hand and is not in this shot now; the mark is kept.");
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
