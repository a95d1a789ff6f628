// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/camera_path.h"

#include <nlohmann/json.hpp>

#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace rushes::interchange {
namespace {

using Json = nlohmann::ordered_json;

std::string base64(const std::vector<std::uint8_t>& bytes) {
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t three = std::uint32_t(bytes[i]) << 16 | std::uint32_t(i + 1 < bytes.size() ? bytes[i + 1] : 0) << 8 | std::uint32_t(i + 2 < bytes.size() ? bytes[i + 2] : 0);
        out += letters[three >> 18 & 63];
        out += letters[three >> 12 & 63];
        out += i + 1 < bytes.size() ? letters[three >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? letters[three & 63] : '=';
    }
    return out;
}

/// The buffer, its views and accessors, filled one list of floats at a time (little-endian, as glTF wants them).
struct Buffer {
    std::vector<std::uint8_t> bytes;
    Json views = Json::array(), accessors = Json::array();

    int add(const std::vector<float>& values, int components, const char* type, bool bounds) {
        const std::size_t start = bytes.size();
        for (const float value : values) {
            std::uint32_t bits = 0;
            std::memcpy(&bits, &value, 4);
            for (int shift = 0; shift < 32; shift += 8) bytes.push_back(std::uint8_t(bits >> shift));
        }
        views.push_back({{"buffer", 0}, {"byteOffset", start}, {"byteLength", values.size() * 4}});
        Json accessor{{"bufferView", views.size() - 1}, {"componentType", 5126}, {"count", values.size() / std::size_t(components)}, {"type", type}};
        if (bounds) { // demanded of the times of an animation
            accessor["min"] = {*std::min_element(values.begin(), values.end())};
            accessor["max"] = {*std::max_element(values.begin(), values.end())};
        }
        accessors.push_back(std::move(accessor));
        return int(accessors.size()) - 1;
    }
};

std::vector<float> rotations(const CameraPath& path) {
    std::vector<float> out;
    glm::quat before(1, 0, 0, 0);
    for (const auto& camera : path.samples) {
        glm::quat q = glm::normalize(glm::quat_cast(glm::mat3(camera.right, camera.up, -camera.forward())));
        if (glm::dot(q, before) < 0) q = -q; // the short way round between frames
        before = q;
        out.insert(out.end(), {q.x, q.y, q.z, q.w});
    }
    return out;
}

bool zooms(const CameraPath& path) {
    for (const auto& camera : path.samples)
        if (std::abs(camera.focalMm - path.samples.front().focalMm) > 1e-3f) return true;
    return false;
}

Json extras(const CameraPath& path) {
    Json focal = Json::array(), focus = Json::array(), stop = Json::array();
    for (const auto& camera : path.samples) {
        focal.push_back(camera.focalMm);
        focus.push_back(camera.focusM);
        stop.push_back(camera.stop);
    }
    const auto& first = path.samples.front();
    return {{"framesPerSecond", path.rate.hz()}, {"sensor", path.sensor}, {"sensorWidthMm", first.sensorWidthMm}, {"sensorHeightMm", first.sensorHeightMm}, {"squeeze", path.squeeze},
            {"focalMm", focal}, {"focusM", focus}, {"stop", stop}};
}

Json channel(int sampler, const char* what) { return {{"sampler", sampler}, {"target", {{"node", 0}, {"path", what}}}}; }

} // namespace

std::string cameraGltf(const CameraPath& path) {
    std::vector<float> times, eyes, angles;
    for (std::size_t frame = 0; frame < path.samples.size(); ++frame) {
        const auto& camera = path.samples[frame];
        times.push_back(float(double(frame) / path.rate.hz()));
        eyes.insert(eyes.end(), {camera.eye.x, camera.eye.y, camera.eye.z});
        angles.push_back(camera.verticalFov());
    }
    Buffer buffer;
    const std::vector<float> q = rotations(path);
    const int time = buffer.add(times, 1, "SCALAR", true), eye = buffer.add(eyes, 3, "VEC3", false), turned = buffer.add(q, 4, "VEC4", false);
    Json samplers = Json::array({{{"input", time}, {"output", eye}, {"interpolation", "LINEAR"}}, {{"input", time}, {"output", turned}, {"interpolation", "LINEAR"}}});
    Json channels = Json::array({channel(0, "translation"), channel(1, "rotation")});
    Json json{{"asset", {{"version", "2.0"}, {"generator", "Rushes"}}}};
    if (zooms(path)) {
        samplers.push_back({{"input", time}, {"output", buffer.add(angles, 1, "SCALAR", false)}, {"interpolation", "LINEAR"}});
        channels.push_back({{"sampler", 2}, {"target", {{"path", "pointer"}, {"extensions", {{"KHR_animation_pointer", {{"pointer", "/cameras/0/perspective/yfov"}}}}}}}});
        json["extensionsUsed"] = {"KHR_animation_pointer"};
    }
    const auto& first = path.samples.front();
    json["scene"] = 0;
    json["scenes"] = Json::array({{{"nodes", {0}}}});
    json["nodes"] = Json::array({{{"name", "Camera " + path.name}, {"camera", 0}, {"translation", {first.eye.x, first.eye.y, first.eye.z}}, {"rotation", {q[0], q[1], q[2], q[3]}}}});
    json["cameras"] = Json::array({{{"name", path.name},
                                    {"type", "perspective"},
                                    {"perspective", {{"yfov", first.verticalFov()}, {"aspectRatio", first.sensorWidthMm / first.sensorHeightMm}, {"znear", 0.05}}},
                                    {"extras", extras(path)}}});
    json["animations"] = Json::array({{{"name", "Shot " + path.name}, {"samplers", samplers}, {"channels", channels}}});
    json["buffers"] = Json::array({{{"byteLength", buffer.bytes.size()}, {"uri", "data:application/octet-stream;base64," + base64(buffer.bytes)}}});
    json["bufferViews"] = buffer.views;
    json["accessors"] = buffer.accessors;
    return json.dump(1) + "\n";
}

} // namespace rushes::interchange
