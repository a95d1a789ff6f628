// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/figures/body_pose.h"
#include "engine/figures/character_design.h"
#include "engine/figures/figure_library.h"
#include "engine/geometry/mesh.h"

#include <glm/mat4x4.hpp>

#include <memory>
#include <vector>

namespace rushes::figures {

/// By how tall the figure stands in the picture: close above 600 pixels (about 30,000 triangles), middle above 300
/// (about 9,000), far above 120 (about 4,000), tiny below (about 1,200, no teeth or lashes), sparse below 60 and in the depth of
/// a crowd (about 600).
enum class Lod : std::uint8_t { close, middle, far, tiny, sparse };
constexpr int lodCount = 5;

/// Heights above the floor at rest, metres, without shoes.
struct RestHeights {
    double stature = 0, eyes = 0, chin = 0, neck = 0, shoulders = 0, chest = 0, waist = 0, hips = 0, knees = 0,
           ankles = 0;
    double headHeight = 0; ///< chin to crown
};

struct Body;    // body.h
struct Holding; // act_book.h

/// One person, ready to be posed: shape, clothes and hair are made once in create() (some 100 ms), mesh() only bends
/// them. Immutable, so any thread may call it. With a `finest` level coarser than close it is made in a third of the
/// time, and the finer levels are that one.
class Figure {
public:
    static Result<std::shared_ptr<const Figure>> create(std::shared_ptr<const FigureLibrary> library,
                                                        const CharacterDesign& design,
                                                        Lod finest = Lod::close);
    ~Figure();
    Figure(const Figure&) = delete;
    Figure& operator=(const Figure&) = delete;

    const CharacterDesign& design() const { return m_design; }
    const FigureLibrary& library() const { return *m_library; }
    const RestHeights& rest() const { return m_rest; }
    double height() const { return m_rest.stature; }

    /// What Mesh::surfaces[].material indexes; the same for all levels of detail.
    const std::shared_ptr<const std::vector<geometry::Material>>& materials() const { return m_materials; }

    /// The dressed body in figure space (floor at y = 0, facing +Z), metres. Part ids tell skin, lips, garments and
    /// closures apart.
    geometry::Mesh mesh(const BodyPose& pose, Lod lod) const;
    BodyLandmarks landmarks(const BodyPose& pose) const;

    /// The frame of a thing that is held so, in figure space: its origin is where the palm is, +Y its up, +Z its front.
    glm::mat4 holdFrame(const BodyPose& pose, const Holding& holding) const;

    const Body& body() const { return *m_body; }

private:
    Figure();
    std::shared_ptr<const FigureLibrary> m_library;
    CharacterDesign m_design;
    RestHeights m_rest;
    std::unique_ptr<Body> m_body;
    std::shared_ptr<const std::vector<geometry::Material>> m_materials;
};

} // namespace rushes::figures
