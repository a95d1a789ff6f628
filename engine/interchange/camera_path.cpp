// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/camera_path.h"

#include "engine/base/paths.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::interchange {
namespace {

/// A name that USD takes for a prim: letters, digits and underscores, no digit first.
std::string primName(const std::string& name) {
    std::string out = "Shot_";
    for (const char c : name) out += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return out;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out + "\"";
}

std::string matrix(const geometry::Camera& c) {
    const glm::vec3 back = -c.forward();
    const auto row = [](const glm::vec3& v, int w) { return fmt::format("({:.9g}, {:.9g}, {:.9g}, {})", v.x, v.y, v.z, w); };
    return "( " + row(c.right, 0) + ", " + row(c.up, 0) + ", " + row(back, 0) + ", " + row(c.eye, 1) + " )";
}

template <class Value> std::string samples(const CameraPath& path, const std::string& attribute, Value value) {
    std::string out = "        " + attribute + ".timeSamples = {\n";
    for (std::size_t frame = 0; frame < path.samples.size(); ++frame) out += fmt::format("            {}: {},\n", frame, value(path.samples[frame]));
    return out + "        }\n";
}

} // namespace

std::string cameraUsda(const CameraPath& path) {
    // Tenths of a metre from millimetres.
    const auto tenths = [](float mm) { return fmt::format("{:.9g}", double(mm) / 100.0); };
    const auto& first = path.samples.front();
    std::string out = "#usda 1.0\n(\n";
    out += "    defaultPrim = \"" + primName(path.name) + "\"\n    metersPerUnit = 1\n    upAxis = \"Y\"\n";
    out += fmt::format("    startTimeCode = 0\n    endTimeCode = {}\n", path.samples.size() - 1);
    out += fmt::format("    framesPerSecond = {0:.9g}\n    timeCodesPerSecond = {0:.9g}\n)\n\n", path.rate.hz());
    out += "def Xform " + quoted(primName(path.name)) + "\n{\n    def Camera \"Camera\" (\n        customData = {\n";
    out += "            string sensor = " + quoted(path.sensor) + "\n";
    out += fmt::format("            double anamorphicSqueeze = {:.9g}\n        }}\n    )\n    {{\n", path.squeeze);
    out += "        float2 clippingRange = (0.05, 10000)\n        token projection = \"perspective\"\n";
    out += "        float horizontalAperture = " + tenths(first.sensorWidthMm) + "\n        float verticalAperture = " + tenths(first.sensorHeightMm) + "\n";
    out += samples(path, "float focalLength", [&](const auto& c) { return tenths(c.focalMm); });
    out += samples(path, "float focusDistance", [](const auto& c) { return fmt::format("{:.9g}", c.focusM); });
    out += samples(path, "float fStop", [](const auto& c) { return fmt::format("{:.9g}", c.stop); });
    out += samples(path, "matrix4d xformOp:transform", matrix);
    return out + "        uniform token[] xformOpOrder = [\"xformOp:transform\"]\n    }\n}\n";
}

CameraAngles anglesOf(const geometry::Camera& camera) {
    const glm::vec3 f = camera.forward();
    const glm::vec3 level = glm::normalize(glm::cross(f, glm::vec3(0, 1, 0)) + glm::vec3(1e-9f, 0, 0)), top = glm::cross(level, f);
    return {glm::degrees(std::atan2(double(f.x), double(-f.z))), glm::degrees(std::asin(std::clamp(double(f.y), -1.0, 1.0))),
            -glm::degrees(std::atan2(double(glm::dot(camera.right, top)), double(glm::dot(camera.right, level))))};
}

std::string cameraJson(const CameraPath& path) {
    using Json = nlohmann::ordered_json;
    const auto vector = [](const glm::vec3& v) { return Json::array({v.x, v.y, v.z}); };
    Json json{{"schema", "rushes.camera"}, {"version", 1}, {"shot", path.name}, {"units", "metres"}, {"upAxis", "Y"}, {"looksAlong", "-Z"}};
    json["rate"] = {{"numerator", path.rate.num}, {"denominator", path.rate.den}};
    json["picture"] = {path.width, path.height};
    json["sensor"] = {{"name", path.sensor}, {"widthMm", path.samples.front().sensorWidthMm}, {"heightMm", path.samples.front().sensorHeightMm}, {"squeeze", path.squeeze}};
    json["samples"] = Json::array();
    for (std::size_t frame = 0; frame < path.samples.size(); ++frame) {
        const auto& c = path.samples[frame];
        json["samples"].push_back({{"frame", frame}, {"eye", vector(c.eye)}, {"right", vector(c.right)}, {"up", vector(c.up)}, {"focalMm", c.focalMm}, {"focusM", c.focusM}, {"stop", c.stop}});
    }
    return json.dump(1) + "\n";
}

std::string cameraCsv(const CameraPath& path) {
    std::string out = "frame,seconds,x_m,y_m,z_m,pan_deg,tilt_deg,roll_deg,focal_mm,horizontal_angle_deg,focus_m,stop,sensor_width_mm,sensor_height_mm\r\n";
    for (std::size_t frame = 0; frame < path.samples.size(); ++frame) {
        const auto& c = path.samples[frame];
        const auto angles = anglesOf(c);
        out += fmt::format("{},{:.6f},{:.5f},{:.5f},{:.5f},{:.5f},{:.5f},{:.5f},{:.4f},{:.4f},{:.4f},{:.2f},{:.3f},{:.3f}\r\n", frame, double(frame) / path.rate.hz(), c.eye.x, c.eye.y,
                           c.eye.z, angles.pan, angles.tilt, angles.roll, c.focalMm, glm::degrees(c.horizontalFov()), c.focusM, c.stop, c.sensorWidthMm, c.sensorHeightMm);
    }
    return out;
}

Result<void> writeCamera(const CameraPath& path, const std::filesystem::path& file) {
    if (path.samples.empty()) return fail(ErrorCategory::badInput, "The shot has no camera to write", "Give it a length of at least one frame.");
    const std::string ending = file.extension().string();
    if (ending == ".usda") return writeFileAtomically(file, cameraUsda(path));
    if (ending == ".gltf") return writeFileAtomically(file, cameraGltf(path));
    if (ending == ".json") return writeFileAtomically(file, cameraJson(path));
    if (ending == ".csv") return writeFileAtomically(file, cameraCsv(path));
    return fail(ErrorCategory::badInput, "A camera cannot be written as \"" + ending + "\"", "Name the file .usda, .gltf, .json or .csv.");
}

} // namespace rushes::interchange
