// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <vector>

/// Small models as text, written by the tests themselves.
namespace rushes::test {

using Point = std::array<float, 3>;

inline std::string base64(const std::string& bytes) {
    static const char* const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k) three = three << 8 | (i + k < bytes.size() ? std::uint8_t(bytes[i + k]) : 0u);
        for (int k = 0; k < 4; ++k) out += i + std::size_t(k) <= bytes.size() ? letters[three >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

/// Collects triangles, then writes glTF 2 with everything inside.
class SmallModel {
public:
    void box(const Point& middle, const Point& size, int joint = 0) {
        const auto base = std::uint16_t(m_points.size());
        for (int i = 0; i < 8; ++i) {
            Point p = middle;
            for (std::size_t k = 0; k < 3; ++k) p[k] += size[k] * (i >> k & 1 ? 0.5f : -0.5f);
            m_points.push_back(p);
            m_joints.push_back({std::uint16_t(joint), 0, 0, 0});
        }
        for (const int i : {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5}) m_indices.push_back(std::uint16_t(base + i));
    }
    int joint(const std::string& name, int parent, const Point& at) {
        m_skeleton.push_back({name, parent, at});
        return int(m_skeleton.size()) - 1;
    }
    std::vector<Point>& points() { return m_points; }

    nlohmann::json gltf() const {
        std::string bytes;
        nlohmann::json json = document(bytes);
        json["buffers"][0]["uri"] = "data:application/octet-stream;base64," + base64(bytes);
        return json;
    }
    std::string glb() const {
        std::string bytes, text = document(bytes).dump();
        text.resize((text.size() + 3) / 4 * 4, ' ');
        const auto number = [](std::size_t n) { return std::string{char(n), char(n >> 8), char(n >> 16), char(n >> 24)}; };
        return "glTF" + number(2) + number(28 + text.size() + bytes.size()) + number(text.size()) + "JSON" + text + number(bytes.size()) + std::string("BIN\0", 4) + bytes;
    }

private:
    nlohmann::json document(std::string& bytes) const {
        nlohmann::json json{{"asset", {{"version", "2.0"}}}, {"scene", 0}, {"accessors", nlohmann::json::array()}, {"bufferViews", nlohmann::json::array()}};
        const auto put = [&](const auto& list, int type, const char* shape) {
            const std::size_t length = list.size() * sizeof(list[0]);
            json["bufferViews"].push_back({{"buffer", 0}, {"byteOffset", bytes.size()}, {"byteLength", length}});
            json["accessors"].push_back({{"bufferView", json["bufferViews"].size() - 1}, {"componentType", type}, {"count", list.size()}, {"type", shape}});
            bytes.append(reinterpret_cast<const char*>(list.data()), length);
            bytes.resize((bytes.size() + 3) / 4 * 4);
            return json["accessors"].size() - 1;
        };
        nlohmann::json attributes{{"POSITION", put(m_points, 5126, "VEC3")}};
        const auto indices = put(m_indices, 5123, "SCALAR");
        json["nodes"] = {{{"name", "Body"}, {"mesh", 0}}};
        json["scenes"] = {{{"nodes", {0}}}};
        if (!m_skeleton.empty()) {
            attributes["JOINTS_0"] = put(m_joints, 5123, "VEC4");
            attributes["WEIGHTS_0"] = put(std::vector<std::array<float, 4>>(m_points.size(), {1, 0, 0, 0}), 5126, "VEC4");
            addSkeleton(json, put);
        }
        json["materials"] = {{{"name", "cloth"}, {"pbrMetallicRoughness", {{"baseColorFactor", {0.05, 0.1, 0.6, 1}}}}}};
        json["meshes"] = {{{"name", "body"}, {"primitives", {{{"attributes", attributes}, {"indices", indices}, {"material", 0}}}}}};
        json["buffers"] = {{{"byteLength", bytes.size()}}};
        return json;
    }

    struct Joint {
        std::string name;
        int parent;
        Point at;
    };

    template <class Put> void addSkeleton(nlohmann::json& json, const Put& put) const {
        std::vector<std::array<float, 16>> inverse;
        nlohmann::json joints = nlohmann::json::array();
        for (std::size_t i = 0; i < m_skeleton.size(); ++i) {
            const Joint& j = m_skeleton[i];
            inverse.push_back({1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -j.at[0], -j.at[1], -j.at[2], 1});
            Point local = j.at;
            for (std::size_t k = 0; k < 3 && j.parent >= 0; ++k) local[k] -= m_skeleton[std::size_t(j.parent)].at[k];
            json["nodes"].push_back({{"name", j.name}, {"translation", local}});
            joints.push_back(i + 1);
            if (j.parent >= 0) json["nodes"][std::size_t(j.parent) + 1]["children"].push_back(i + 1);
            else json["scenes"][0]["nodes"].push_back(i + 1);
        }
        json["nodes"][0]["skin"] = 0;
        json["skins"] = {{{"joints", joints}, {"inverseBindMatrices", put(inverse, 5126, "MAT4")}}};
    }

    std::vector<Point> m_points;
    std::vector<std::uint16_t> m_indices;
    std::vector<std::array<std::uint16_t, 4>> m_joints;
    std::vector<Joint> m_skeleton;
};

/// A jointed doll in a T-pose, named as Mixamo names; `size` scales it, `front` -1 has it look backwards.
inline SmallModel doll(float size = 1, float front = 1) {
    SmallModel m;
    const auto at = [&](float x, float y, float z) { return Point{x * size * front, y * size, z * size * front}; };
    const auto part = [&](const Point& from, const Point& to, float thick, int joint) {
        Point middle, extent;
        for (std::size_t k = 0; k < 3; ++k) middle[k] = (from[k] + to[k]) / 2, extent[k] = std::abs(to[k] - from[k]) + thick * size;
        m.box(middle, extent, joint);
    };
    const int hips = m.joint("mixamorig:Hips", -1, at(0, 1, 0)), spine = m.joint("mixamorig:Spine", hips, at(0, 1.15f, 0));
    const int neck = m.joint("mixamorig:Neck", spine, at(0, 1.5f, 0)), head = m.joint("mixamorig:Head", neck, at(0, 1.58f, 0));
    part(at(0, 0.95f, 0), at(0, 1.45f, 0), 0.2f, spine);
    part(at(0, 1.6f, 0), at(0, 1.75f, 0), 0.1f, head);
    for (const auto& [side, s] : {std::pair{"Left", 1.0f}, {"Right", -1.0f}}) {
        const std::string n = std::string("mixamorig:") + side;
        const int arm = m.joint(n + "Arm", spine, at(s * 0.2f, 1.45f, 0)), fore = m.joint(n + "ForeArm", arm, at(s * 0.48f, 1.45f, 0)), hand = m.joint(n + "Hand", fore, at(s * 0.74f, 1.45f, 0));
        const int thigh = m.joint(n + "UpLeg", hips, at(s * 0.1f, 0.95f, 0)), calf = m.joint(n + "Leg", thigh, at(s * 0.1f, 0.52f, 0)), foot = m.joint(n + "Foot", calf, at(s * 0.1f, 0.09f, 0));
        part(at(s * 0.22f, 1.45f, 0), at(s * 0.46f, 1.45f, 0), 0.06f, arm);
        part(at(s * 0.5f, 1.45f, 0), at(s * 0.72f, 1.45f, 0), 0.05f, fore);
        part(at(s * 0.76f, 1.45f, 0), at(s * 0.88f, 1.45f, 0), 0.05f, hand);
        part(at(s * 0.1f, 0.9f, 0), at(s * 0.1f, 0.56f, 0), 0.1f, thigh);
        part(at(s * 0.1f, 0.5f, 0), at(s * 0.1f, 0.12f, 0), 0.08f, calf);
        part(at(s * 0.1f, 0.045f, -0.04f), at(s * 0.1f, 0.045f, 0.16f), 0.09f, foot);
    }
    return m;
}

/// A box as OBJ text; `first` is the number of its first point less one.
inline std::string objBox(const Point& middle, const Point& size, int first) {
    std::string out;
    for (int i = 0; i < 8; ++i) {
        out += "v";
        for (std::size_t k = 0; k < 3; ++k) out += " " + std::to_string(middle[k] + size[k] * (i >> k & 1 ? 0.5f : -0.5f));
        out += "\n";
    }
    for (const auto& f : {std::array{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}}) {
        out += "f";
        for (const int i : f) out += " " + std::to_string(first + i + 1);
        out += "\n";
    }
    return out;
}

/// A chair that stands along Z, in centimetres.
inline std::string chairObj() {
    std::string out = "usemtl wood\n";
    int n = 0;
    for (const float x : {-20.0f, 20.0f})
        for (const float y : {-20.0f, 20.0f}) out += objBox({x, y, 22}, {5, 5, 44}, 8 * n++);
    out += objBox({0, 0, 47}, {50, 50, 6}, 8 * n++);
    return out + objBox({0, 22, 80}, {46, 4, 60}, 8 * n);
}

/// A room of 8 by 6 by 3 metres with a ceiling, a doorway to the east and a table in a corner; each piece a group of its own.
inline std::string roomObj() {
    std::string out;
    int n = 0;
    const auto add = [&](const char* name, const Point& middle, const Point& size) { out += std::string("o ") + name + "\n" + objBox(middle, size, 8 * n++); };
    add("floor", {4, -0.05f, 3}, {8, 0.1f, 6}), add("ceiling", {4, 3.05f, 3}, {8, 0.1f, 6});
    add("north", {4, 1.5f, -0.05f}, {8, 3, 0.1f}), add("south", {4, 1.5f, 6.05f}, {8, 3, 0.1f}), add("west", {-0.05f, 1.5f, 3}, {0.1f, 3, 6});
    add("east_a", {8.05f, 1.5f, 1}, {0.1f, 3, 2}), add("east_b", {8.05f, 1.5f, 4.5f}, {0.1f, 3, 3}), add("lintel", {8.05f, 2.6f, 2.5f}, {0.1f, 0.8f, 1});
    add("table", {1.5f, 0.4f, 1}, {1.6f, 0.8f, 0.9f});
    return out;
}

} // namespace rushes::test
