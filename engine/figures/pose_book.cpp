// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/pose_book.h"

#include "engine/figures/turns.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace rushes::figures {

using glm::quat;
using glm::vec3;
using nlohmann::json;

namespace {

using Curls = std::array<std::array<float, 3>, 5>;

/// Thumb, index, middle, ring, little finger; three joints each; degrees added to the mesh's own curl.
const std::map<std::string, Curls, std::less<>>& fingerPresets() {
    static const std::map<std::string, Curls, std::less<>> presets = {
        {"relax", {{{0, 2, 4}, {0, 0, 0}, {2, 4, 2}, {4, 8, 4}, {6, 10, 6}}}},
        {"flat", {{{-6, -4, -4}, {-10, -10, -4}, {-10, -10, -4}, {-10, -10, -4}, {-10, -10, -4}}}},
        {"fist", {{{22, 28, 45}, {58, 92, 55}, {60, 94, 55}, {62, 96, 55}, {64, 96, 55}}}},
        {"point", {{{20, 30, 40}, {-12, -6, -4}, {60, 94, 55}, {62, 96, 55}, {64, 96, 55}}}},
        {"grip", {{{12, 18, 20}, {45, 55, 30}, {48, 58, 30}, {50, 60, 30}, {52, 60, 30}}}},
        {"pinch", {{{10, 16, 14}, {42, 38, 16}, {44, 40, 18}, {46, 46, 22}, {44, 48, 22}}}},
        {"hold", {{{4, 8, 8}, {22, 26, 14}, {24, 28, 14}, {26, 30, 16}, {28, 30, 16}}}},
        {"gun", {{{8, 8, 8}, {20, 40, 20}, {62, 80, 45}, {66, 82, 45}, {68, 82, 45}}}},
        {"spread", {{{-12, -6, -4}, {-12, -4, 0}, {-12, -4, 0}, {-12, -4, 0}, {-12, -4, 0}}}}};
    return presets;
}

/// A list of numbers, or `otherwise` where the pose is silent.
vec3 numbers(const json& pose, const std::string& key, const vec3& otherwise) {
    const auto found = pose.find(key);
    if (found == pose.end()) return otherwise;
    vec3 out(0);
    if (found->is_number())
        out.x = found->get<float>();
    else
        for (std::size_t i = 0; i < std::min<std::size_t>(3, found->size()); ++i)
            out[int(i)] = found->at(i).get<float>();
    return out;
}

/// [bend forward, lean left, turn left]
quat torsoTurn(const vec3& a) { return turnY(a.z) * turnZ(-a.y) * turnX(a.x); }

void readSide(const json& pose, BodyPose& out, int side) {
    const std::string tag = side == 0 ? "_l" : "_r";
    const float s = signOf(side);
    const auto at = [&](int bone) -> quat& { return out.rotations[std::size_t(bones::of(bone, side))]; };
    const vec3 arm = numbers(pose, "arm" + tag, {6, 70, 0}), elbow = numbers(pose, "elbow" + tag, {12, 0, 0}),
               wrist = numbers(pose, "wrist" + tag, vec3(0));
    const vec3 leg = numbers(pose, "leg" + tag, {3, 90, 0}), ankle = numbers(pose, "ankle" + tag, vec3(0));
    at(bones::upperArm) = limbTurn(arm.x, arm.y, arm.z, side);
    at(bones::lowerArm) = turnX(-elbow.x);
    at(bones::hand) = turnY(-s * elbow.y) * turnZ(-s * wrist.x) * turnX(-wrist.y);
    at(bones::thigh) = limbTurn(leg.x, leg.y, leg.z, side);
    at(bones::calf) = turnX(numbers(pose, "knee" + tag, {2, 0, 0}).x);
    at(bones::foot) = turnX(-ankle.x) * turnZ(s * ankle.y);
    at(bones::ball) = turnX(-numbers(pose, "toe" + tag, vec3(0)).x);
    setFingers(out, side, pose.value("hand" + tag, "relax"));
}

Result<HandTarget> readHand(const std::string& key, const json& value) {
    HandTarget out;
    out.side = key.back() == 'l' ? 0 : 1;
    const std::string where = value.at(0).get<std::string>();
    const auto at = where.find('@');
    const std::string from = where.substr(0, at), axes = at == std::string::npos ? from : where.substr(at + 1);
    out.from = from == "root" ? -1 : boneByName(from);
    out.axes = axes == "root" ? -1 : boneByName(axes);
    if ((out.from < 0 && from != "root") || (out.axes < 0 && axes != "root"))
        return fail(ErrorCategory::damaged, "A pose's hand target names an unknown bone: " + where);
    for (int k = 0; k < 3; ++k)
        out.offset[k] = value.at(std::size_t(k + 1)).get<float>();
    return out;
}

std::optional<FootTarget> readFoot(const json& pose, const char* key) {
    const auto found = pose.find(key);
    if (found == pose.end() || found->is_null()) return std::nullopt;
    std::array<float, 5> n{};
    for (std::size_t i = 0; i < std::min(n.size(), found->size()); ++i)
        n[i] = found->at(i).get<float>();
    return FootTarget{n[0], n[1], n[2], n[3], n[4]};
}

std::optional<vec3> readAim(const json& pose, const char* key) {
    const auto found = pose.find(key);
    if (found == pose.end() || found->is_null()) return std::nullopt;
    return unit(numbers(pose, key, {0, 0, 1}));
}

} // namespace

Result<AuthoredPose> readPose(const std::string& name, const json& pose) {
    AuthoredPose out;
    out.pose = neutralPose();
    const json root = pose.value("root", json::object());
    const vec3 turn = numbers(root, "rot", vec3(0));
    out.pose.root = numbers(root, "pos", vec3(0)) + vec3(0, 1, 0);
    out.pose.rotations[bones::pelvis] = turnY(turn.x) * turnX(turn.y) * turnZ(-turn.z);
    const quat third = part(torsoTurn(numbers(pose, "spine", vec3(0))), 1.0f / 3);
    for (const int b : {bones::spine1, bones::spine2, bones::spine3})
        out.pose.rotations[std::size_t(b)] = third;
    out.pose.rotations[bones::neck] = torsoTurn(numbers(pose, "neck", vec3(0)));
    out.pose.rotations[bones::head] = torsoTurn(numbers(pose, "head", vec3(0)));
    const vec3 eyes = numbers(pose, "eyes", vec3(0));
    for (int side = 0; side < 2; ++side) {
        readSide(pose, out.pose, side);
        out.pose.rotations[std::size_t(bones::eye(side))] = turnY(eyes.x) * turnX(-eyes.y);
        const char letter = side == 0 ? 'l' : 'r';
        out.flat[std::size_t(side)] = pose.value("flat", "").find(letter) != std::string::npos;
        out.plant[std::size_t(side)] = pose.value("plant", "").find(letter) != std::string::npos;
    }
    if (pose.contains("hips") && !pose["hips"].is_null()) out.hips = pose["hips"].get<float>();
    out.feet = {readFoot(pose, "foot_l"), readFoot(pose, "foot_r")};
    out.aim = {readAim(pose, "aim_l"), readAim(pose, "aim_r")};
    if (pose.contains("ground") && !pose["ground"].is_null()) out.ground = pose["ground"].get<float>();
    if (pose.contains("ik"))
        for (const auto& [key, value] : pose["ik"].items()) {
            if (value.is_null()) continue;
            auto hand = readHand(key, value);
            if (!hand) return fail(hand.error());
            out.hands.push_back(*hand);
        }
    out.freeHands = out.hands.empty() && (name == "stand" || name == "lean_wall");
    out.seated = name == "sit_chair" || name == "typing" || name == "drive";
    return out;
}

quat limbTurn(float raise, float toward, float twist, int side) {
    const float t = glm::radians(toward), s = signOf(side);
    return axisTurn({-std::cos(t), 0, s * std::sin(t)}, raise) * turnY(-s * twist);
}

void setFingers(BodyPose& pose, int side, std::string_view preset) {
    const auto& presets = fingerPresets();
    auto found = presets.find(preset);
    if (found == presets.end()) found = presets.find("relax");
    const float s = signOf(side);
    for (int finger = 0; finger < 5; ++finger)
        for (int k = 0; k < 3; ++k) {
            const float curl = found->second[std::size_t(finger)][std::size_t(k)];
            quat turn = finger == 0 ? axisTurn({0.9f, -0.43f * s, 0.05f * s}, curl) : turnZ(-s * curl);
            if (found->first == "spread" && finger > 0 && k == 0)
                turn = turnX(-(9.0f - 6.0f * float(finger - 1))) * turn;
            pose.rotations[std::size_t(bones::of(bones::thumb1 + 3 * finger + k, side))] = turn;
        }
}

BodyPose neutralPose() {
    BodyPose out;
    for (int side = 0; side < 2; ++side)
        setFingers(out, side, "relax");
    return out;
}

Result<PoseBook> PoseBook::parse(std::string_view text) {
    const json document = json::parse(text, nullptr, false);
    const auto broken = [](const std::string& why) {
        return fail(ErrorCategory::damaged, "The poses' file does not read: " + why, "Install Rushes again.");
    };
    if (!document.is_object() || !document.contains("poses") || !document["poses"].is_object())
        return broken("it holds no poses");
    PoseBook out;
    try {
        for (const auto& [name, pose] : document["poses"].items()) {
            auto read = readPose(name, pose);
            if (!read) return fail(read.error());
            out.m_poses.emplace(name, std::move(*read));
        }
    } catch (const json::exception& e) {
        return broken(e.what());
    }
    if (!out.find("stand") || !out.find("sit_chair")) return broken("stand or sit_chair is missing");
    return out;
}

const AuthoredPose* PoseBook::find(std::string_view name) const {
    const auto found = m_poses.find(name);
    return found == m_poses.end() ? nullptr : &found->second;
}

std::vector<std::string> PoseBook::names() const {
    std::vector<std::string> out;
    for (const auto& [name, pose] : m_poses)
        out.push_back(name);
    return out;
}

} // namespace rushes::figures
