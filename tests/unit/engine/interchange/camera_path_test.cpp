// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/camera_path.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>

#include <cstring>
#include <sstream>

using namespace rushes;
using namespace rushes::interchange;

namespace {

/// Moves, turns, rolls, zooms and racks.
CameraPath moving() {
    CameraPath path{"12A", "Super 35", 1, time::rate24, 1920, 1080, {}};
    for (int i = 0; i < 25; ++i) {
        const float t = float(i) / 24;
        auto camera = geometry::Camera::lookAt({2 * t, 1.5f + t, 4 - t}, {0, 1.2f, -t}, 0.2f * t);
        camera.focalMm = 35 + 15 * t;
        camera.focusM = 3 + t;
        path.samples.push_back(camera);
    }
    return path;
}

std::vector<double> numbersIn(const std::string& text) {
    std::vector<double> out;
    for (std::size_t at = 0; at < text.size();) {
        char* end = nullptr;
        const double value = std::strtod(text.c_str() + at, &end);
        if (end == text.c_str() + at) ++at;
        else out.push_back(value), at = std::size_t(end - text.c_str());
    }
    return out;
}

/// The time samples of an attribute in a .usda, without their times.
std::vector<std::vector<double>> usdaSamples(const std::string& text, const std::string& attribute) {
    std::vector<std::vector<double>> out;
    std::istringstream lines(text.substr(text.find(attribute + ".timeSamples")));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line) && line.find('}') == std::string::npos) out.push_back(numbersIn(line.substr(line.find(':') + 1)));
    return out;
}

std::vector<float> gltfFloats(const nlohmann::json& json, int accessor) {
    static const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string uri = json["buffers"][0]["uri"], coded = uri.substr(uri.find(',') + 1);
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : coded) {
        if (c == '=') break;
        held = held << 6 | std::uint32_t(letters.find(c));
        bits += 6;
        if (bits >= 8) bits -= 8, bytes += char(held >> bits & 255);
    }
    CHECK(bytes.size() == json["buffers"][0]["byteLength"]);
    const auto& view = json["bufferViews"][json["accessors"][accessor]["bufferView"].get<std::size_t>()];
    std::vector<float> out(view["byteLength"].get<std::size_t>() / 4);
    std::memcpy(out.data(), bytes.data() + view["byteOffset"].get<std::size_t>(), out.size() * 4);
    return out;
}

} // namespace

TEST_CASE("A camera comes back from USD: place, axes, lens in tenths of a metre, focus, stop", "[interchange]") {
    const auto path = moving();
    const std::string text = cameraUsda(path);
    CHECK(text.starts_with("#usda 1.0\n"));
    CHECK(text.find("metersPerUnit = 1") != std::string::npos);
    CHECK(text.find("upAxis = \"Y\"") != std::string::npos);
    CHECK(text.find("endTimeCode = 24") != std::string::npos);
    const auto matrices = usdaSamples(text, "xformOp:transform"), focal = usdaSamples(text, "focalLength"), focus = usdaSamples(text, "focusDistance");
    REQUIRE(matrices.size() == 25);
    for (std::size_t i = 0; i < 25; ++i) {
        const auto& c = path.samples[i];
        const auto& m = matrices[i];
        REQUIRE(m.size() == 16);
        const glm::vec3 right(m[0], m[1], m[2]), up(m[4], m[5], m[6]), back(m[8], m[9], m[10]), eye(m[12], m[13], m[14]);
        CHECK(glm::distance(right, c.right) < 1e-5f);
        CHECK(glm::distance(up, c.up) < 1e-5f);
        CHECK(glm::distance(back, -c.forward()) < 1e-5f);
        CHECK(glm::distance(eye, c.eye) < 1e-5f);
        CHECK(focal[i][0] * 100 == Approx(c.focalMm));
        CHECK(focus[i][0] == Approx(c.focusM));
    }
}

TEST_CASE("A camera comes back from glTF, with a zoom as an animated angle of view", "[interchange]") {
    const auto path = moving();
    const auto json = nlohmann::json::parse(cameraGltf(path));
    CHECK(json["asset"]["version"] == "2.0");
    CHECK(json["extensionsUsed"][0] == "KHR_animation_pointer");
    const auto& samplers = json["animations"][0]["samplers"];
    const auto times = gltfFloats(json, samplers[0]["input"]), eyes = gltfFloats(json, samplers[0]["output"]), turns = gltfFloats(json, samplers[1]["output"]), angles = gltfFloats(json, samplers[2]["output"]);
    REQUIRE(times.size() == 25);
    CHECK(times.back() == Approx(1));
    CHECK(json["accessors"][samplers[0]["input"].get<std::size_t>()]["max"][0] == Approx(1));
    for (std::size_t i = 0; i < 25; ++i) {
        const glm::mat3 axes = glm::mat3_cast(glm::quat(turns[4 * i + 3], turns[4 * i], turns[4 * i + 1], turns[4 * i + 2]));
        CHECK(glm::distance(axes[0], path.samples[i].right) < 1e-4f);
        CHECK(glm::distance(axes[2], -path.samples[i].forward()) < 1e-4f);
        CHECK(glm::distance(glm::vec3(eyes[3 * i], eyes[3 * i + 1], eyes[3 * i + 2]), path.samples[i].eye) < 1e-6f);
        CHECK(angles[i] == Approx(path.samples[i].verticalFov()));
    }
    auto prime = path;
    for (auto& camera : prime.samples) camera.focalMm = 35;
    CHECK_FALSE(nlohmann::json::parse(cameraGltf(prime)).contains("extensionsUsed"));
}

TEST_CASE("Pan, tilt and roll in the CSV build the camera's axes again", "[interchange]") {
    const auto path = moving();
    std::istringstream lines(cameraCsv(path));
    std::string line;
    std::getline(lines, line);
    CHECK(line.starts_with("frame,seconds,x_m"));
    for (std::size_t i = 0; std::getline(lines, line); ++i) {
        const auto v = numbersIn(line);
        REQUIRE(v.size() == 14);
        const double pan = glm::radians(v[5]), tilt = glm::radians(v[6]), roll = glm::radians(v[7]);
        const glm::vec3 f(std::sin(pan) * std::cos(tilt), std::sin(tilt), -std::cos(pan) * std::cos(tilt));
        const auto camera = geometry::Camera::lookAt({v[2], v[3], v[4]}, glm::vec3(v[2], v[3], v[4]) + f, float(-roll));
        CHECK(glm::distance(camera.right, path.samples[i].right) < 1e-3f);
        CHECK(glm::distance(camera.up, path.samples[i].up) < 1e-3f);
        CHECK(v[8] == Approx(path.samples[i].focalMm).margin(1e-3));
    }
}

TEST_CASE("Rushes' own JSON keeps every value", "[interchange]") {
    const auto path = moving();
    const auto json = nlohmann::json::parse(cameraJson(path));
    CHECK(json["schema"] == "rushes.camera");
    CHECK(json["rate"]["numerator"] == 24);
    REQUIRE(json["samples"].size() == 25);
    CHECK(json["samples"][24]["focalMm"].get<float>() == path.samples[24].focalMm);
    CHECK(json["samples"][24]["eye"][0].get<float>() == path.samples[24].eye.x);
}

TEST_CASE("A camera is refused an unknown ending", "[interchange]") {
    CHECK(writeCamera(moving(), "/tmp/camera.fbx").error().category == ErrorCategory::badInput);
    CHECK(writeCamera({}, "/tmp/camera.usda").error().category == ErrorCategory::badInput);
}
