// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/corner_rows.h"
#include "engine/render/frame_list.h"
#include "engine/render/raster.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>

#include <vector>

namespace rushes::render {

class NormalRow; // curved_words.h

/// What a curved triangle's corner has to interpolate, over w, which makes it linear on the screen.
struct CornerShading {
    glm::vec3 normal{0};
    glm::vec2 place{0}; ///< on an eye or a head of hair
    float inverseW = 1;
};

enum class Curve : std::uint8_t { none, plain, eye, hair };

/// A triangle whose pixels have normals of their own.
struct CurvedTriangle {
    std::uint32_t corner[3]; ///< into ScreenMeshes' corners
    std::uint32_t id, firstVariant;
    Curve curve;
    std::uint32_t slope = 0; ///< its number once a pixel was seen: most never are
};

/// Values at the centre of pixel (0, 0) and their changes.
struct CurvedSlope {
    CornerShading start, perColumn, perRow;
};

/// Meshes of a frame brought to the screen: corners, and triangles that may be seen. Kept between frames for its memory alone.
class ScreenMeshes {
public:
    void begin(int width, int height);
    /// Adds an item's triangles; `clip` brings it to clip space. Backs of closed shells are left out for an `eye` outside.
    void add(const DrawItem& item, const glm::mat4& clip, const glm::vec3& eye);
    /// Adds a caster's triangles, without words.
    void addCaster(const DrawItem& item, const glm::mat4& clip);

    /// After the last add().
    void finish();
    /// What may be seen, in the order it was added; what turns its back comes last, since most of it is hidden by its own front.
    const std::vector<ScreenTriangle>& triangles() const { return m_triangles; }
    /// By triangle number: the whole word of a flat triangle; 0 for number 0 and for curved ones.
    const std::vector<std::uint32_t>& words() const { return m_words; }
    /// Of some pixels of a row that belong to a curved triangle: their normals, or their words where it is an eye or hair.
    void fillCurved(std::uint32_t number, int x, int y, int count, NormalRow& normals, std::uint32_t* words);

private:
    struct Run { ///< triangles that are drawn alike
        const std::uint32_t* indices;
        std::uint32_t count;
        Curve curve;
        const std::uint8_t* closed = nullptr; ///< of each triangle: whether its back may be left out
    };
    struct Job {
        const VertexSource& source;
        const DrawItem& item;
        const glm::mat4& clip;
        glm::mat3 normals; ///< see normalMatrix()
        bool numbered; ///< seen from the camera; else casters of shadows
    };

    void transform(const VertexSource& source, const glm::mat4& clip);
    void addRun(const Run& run, const Job& job);
    void addTriangle(const std::uint32_t (&corner)[3], const std::uint32_t* indices, const Run& run, const Job& job);
    void addCut(const std::uint32_t* indices, const Run& run, const Job& job);
    std::uint32_t numberOf(const std::uint32_t (&corner)[3], const std::uint32_t* indices, const Run& run, const Job& job);
    CurvedSlope slopeOf(const CurvedTriangle& triangle) const;
    bool showsFront(const std::uint32_t (&corner)[3]) const;

    ScreenSize m_size{};
    ScreenCorners m_corners;
    CornerNormals m_normals;   ///< as many; filled where an item has curved triangles
    std::size_t m_first = 0;              ///< first corner of the vertices at hand
    std::vector<ScreenTriangle> m_triangles, m_backs;
    std::vector<std::uint32_t> m_words, m_curvedOf;
    std::vector<CurvedTriangle> m_curved;
    std::vector<CurvedSlope> m_slopes; ///< the first stands for none
};

} // namespace rushes::render
