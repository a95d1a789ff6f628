// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rushes::render {

/// Where an object is seen: pixels that show it, and their box (x1, y1 exclusive).
struct ObjectBox {
    std::uint16_t object = 0;
    std::int64_t pixels = 0;
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool operator==(const ObjectBox&) const = default;
};

/// What to draw of a View. Only what is asked for costs time.
struct Passes {
    bool colour = true;
    bool depth = false;
    bool normal = false;
    bool id = false;
    bool lines = false;
    bool motion = false; ///< these two need View::traces
    bool rest = false;
    bool boxes = false;
    bool guides = false; ///< albedo, light and parts, for the `look` generator
};

/// The passes that were asked for; the others are empty.
struct Picture {
    Image colour; ///< rgba8
    Image depth;  ///< grey32f, metres along the view axis; infinity where there is nothing
    Image normal; ///< rgba8, camera space (x right, y up, z towards the camera) as 0.5 + 0.5 n; background 128 128 255
    Image id;     ///< grey16, Instance::object; 0 is the background
    Image lines;  ///< grey8, ink lines alone: 0 paper … 255 ink
    std::array<Image, 2> motion; ///< grey32f, pixels right and down that the point has moved by since the frame before
    std::array<Image, 3> rest;   ///< grey32f, metres in the surface's own unposed frame; 0 where nothing is
    Image albedo; ///< rgba8, the surface's own colour as the look paints it in the light, without pattern; 0 where nothing is
    Image light;  ///< rgba8: light that arrives, facing the light, not shadowed, 255 where something is; 255 255 0 0 elsewhere
    Image part;   ///< rgba8 as one number: bits 0-17 the part within the object (what parts lines), bit 18 a person; 0 where nothing is
    std::vector<ObjectBox> boxes; ///< what the id pass shows, in order of object number
};

} // namespace rushes::render
