// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/figures/body_pose.h"
#include "engine/figures/bones.h"

#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::figures {

using Triangle = std::array<std::uint16_t, 3>;

/// A sparse set of moves of base points, coded: runs of point numbers, then per component the differences between
/// neighbours as variable-length integers of 1e-4 m.
struct CodedTarget {
    std::string bytes;

    static CodedTarget encode(std::span<const std::pair<std::uint32_t, glm::ivec3>> moves);
    /// Calls add(point, move in decimetres) for every entry. False when the bytes do not decode within `pointCount`.
    template <class Add> bool decode(std::uint32_t pointCount, Add add) const;
};

/// Up to four bones and their shares of one vertex; shares sum to 255.
struct VertexWeights {
    std::array<std::uint8_t, 4> bone{};
    std::array<std::uint8_t, 4> share{};
};

/// Groups of the base mesh that are kept, in the order of their vertices.
enum class Group : std::uint8_t { body, tongue, leftEye, rightEye, lashes, lowerTeeth, upperTeeth, tights, skirt };
constexpr int groupCount = 9;

namespace faceMask {
inline constexpr std::uint8_t lips = 1, insideMouth = 2, eyelids = 4, nails = 8;
}

/// One frame of a motion clip in the figures' axes; turns are local against the hanging pose.
struct ClipFrame {
    float seconds = 0; ///< how long it lasts; the last frame's is not part of a cycle
    glm::vec3 root{0}; ///< metres on the source skeleton
    /// pelvis, chest, neck, left thigh, right thigh, left foot, right foot, left arm, right arm
    std::array<glm::quat, 9> turns{};
    std::array<float, 4> bends{}; ///< left knee, right knee, left elbow, right elbow; degrees about X
};
struct Clip {
    std::string name;
    bool loops = false;
    std::vector<ClipFrame> frames;
};

/// What the bake makes and the library reads. Decimetres, +X the figure's left, +Y up, +Z facing, floor near y = -8.18.
struct BakedData {
    std::vector<glm::vec3> vertices; ///< the kept base vertices, then come the 60 joint points in target numbering
    std::array<glm::vec3, jointCount> joints{}; ///< means of the joint cubes
    std::array<std::uint32_t, groupCount> firstVertex{}, vertexCount{};
    std::vector<VertexWeights> weights; ///< one per vertex
    /// Where a vertex lies on its limb; -1 elsewhere. arm: 0 shoulder, 1 elbow, 2 wrist, 3 finger tip. leg: 0 hip, 1
    /// knee, 2 ankle. torso: 0 at the hip joints, 1 at the neck joint. skirt: 0 waist, 1 hem.
    std::vector<float> arm, leg, torso, skirt;
    std::array<std::vector<Triangle>, groupCount> triangles; ///< full detail
    std::vector<std::uint8_t> bodyMask;                      ///< faceMask bits, one per body triangle
    /// Fewer triangles over the same vertices for levels 1 … 3 of body, tights and skirt.
    std::array<std::vector<Triangle>, 3> bodyLevels, tightsLevels, skirtLevels;
    std::map<std::string, CodedTarget, std::less<>> targets;    ///< by path under targets/, without ".target"
    std::vector<std::pair<std::string, CodedTarget>> faceUnits; ///< 52, sorted by name
    std::vector<Clip> clips;

    std::uint32_t pointCount() const { return std::uint32_t(vertices.size()) + jointCount; }
};

std::string encodeBaked(const BakedData& data);
/// Checks magic, version, checksum and every index. Errors: damaged, unsupported (another version).
Result<BakedData> decodeBaked(std::string_view bytes);
std::string encodeClips(const std::vector<Clip>& clips);
Result<std::vector<Clip>> decodeClips(std::string_view bytes);

template <class Add> bool CodedTarget::decode(std::uint32_t pointCount, Add add) const {
    const auto* at = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto* const end = at + bytes.size();
    bool whole = true;
    const auto number = [&]() -> std::uint32_t {
        std::uint32_t value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (at == end) break;
            const std::uint8_t byte = *at++;
            value |= std::uint32_t(byte & 127) << shift;
            if (byte < 128) return value;
        }
        whole = false;
        return 0;
    };
    const auto difference = [&]() -> std::int32_t {
        const std::uint32_t z = number();
        return std::int32_t(z >> 1) ^ -std::int32_t(z & 1);
    };
    glm::ivec3 last(0);
    std::uint32_t point = 0;
    while (whole && at != end) {
        const std::uint32_t skip = number(), length = number();
        if (skip > pointCount - point || length > pointCount - point - skip) return false;
        point += skip;
        for (std::uint32_t i = 0; i < length && whole; ++i, ++point) {
            for (int k = 0; k < 3; ++k)
                last[k] += difference();
            if (whole) add(point, glm::vec3(last) * 0.001f);
        }
    }
    return whole;
}

} // namespace rushes::figures
