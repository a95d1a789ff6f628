// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/morphs.h"
#include "engine/figures/palette.h"
#include "engine/figures/skeleton.h"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace rushes::figures {

/// A number per base vertex; a garment is where it is above 0.
using Field = std::vector<float>;
constexpr float farInside = 9;

/// A vertex as a weighted mean of base vertices.
struct Combo {
    std::uint8_t count = 0;
    std::array<std::uint16_t, 8> vertex{};
    std::array<float, 8> share{};

    void add(std::uint16_t v, float s) {
        vertex[count] = v;
        share[count++] = s;
    }
    template <class T> T of(const std::vector<T>& perVertex) const {
        T out = perVertex[vertex[0]] * share[0];
        for (std::size_t k = 1; k < count; ++k)
            out += perVertex[vertex[k]] * share[k];
        return out;
    }
};

struct BoneShares {
    std::array<std::uint8_t, 4> bone{};
    std::array<float, 4> share{};
};

using Face = std::array<std::uint32_t, 3>;

/// One sheet of a figure (skin, a shirt, the hair …) with its own smooth normals.
struct Layer {
    std::vector<Combo> combos;   ///< empty for rigid parts
    std::vector<glm::vec3> rest; ///< metres, in the rest pose, once settled
    std::vector<BoneShares> weights;
    std::vector<Face> faces;
    std::vector<std::uint16_t> surface; ///< one per face: index into Palette::surfaces()
    std::vector<float> offset;          ///< metres at 1.72 m along the rest normal, per vertex; may be empty
    bool facial = false;                ///< follows the face units through its combos
    bool fits = false;                  ///< lies close to the body, so that its inside shows at its rims alone
    bool hangs = false;                 ///< a skirt: legs push it out from inside
    bool grounds = true;                ///< its lowest point may be what stands on the floor
};

/// What garments are cut from: one body at one level of detail.
struct Tailor {
    const BakedData& data;
    const SizedBody& body;
    const Skeleton& skeleton;
    int level = 0;
    float size = 1;                 ///< stature / 1.72, within .45 … 1.3: what offsets are multiplied by
    float headSize = 1;             ///< head height / 23 cm
    std::vector<glm::vec3> normals; ///< of the rest body, per base vertex

    Tailor(const BakedData& data, const SizedBody& body, const Skeleton& skeleton, int level);
    const std::vector<Triangle>& triangles(Group group) const;
    /// The same at a finer level: for pieces whose outline a coarse mesh would tear.
    Tailor finer() const;
    /// Shares of the base vertices, top four, renormalised.
    BoneShares weightsOf(const Combo& combo) const;
    bool isHead(std::size_t vertex) const { return m_head[vertex]; }

private:
    std::vector<bool> m_head;
};

/// The part of a group's triangles where `field` is above 0, cut exactly along its zero.
Layer cutOut(const Tailor& tailor, Group group, const Field& field, std::uint16_t surface,
             const std::function<std::uint16_t(const Triangle&)>& surfaceOf = {});

/// Cuts faces that cross the body's middle in two and gives the figure's left half another surface: a closing line.
void splitAtMiddle(const Tailor& tailor, Layer& layer, std::uint16_t left);

/// Combos and offsets to metres, then `passes` of shrink-free smoothing (Taubin 1995); rim vertices average with the
/// rim alone.
void settle(const Tailor& tailor, Layer& layer, int passes);

std::vector<glm::vec3> smoothNormals(const std::vector<glm::vec3>& points, const std::vector<Face>& faces);

/// A part that one bone carries, given in metres around `origin`.
Layer rigidPart(const std::vector<glm::vec3>& points, const std::vector<Face>& faces, int bone, std::uint16_t surface,
                const glm::vec3& origin, float scale);

} // namespace rushes::figures
