// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/soup.h"

#include <array>
#include <optional>
#include <vector>

namespace rushes::sets {

using Polygon = std::vector<glm::dvec2>;
using Path3 = std::vector<glm::dvec3>;

/// Linear interpolation through (x, y) pairs sorted by x, held constant outside.
double interpolate(double x, const std::vector<glm::dvec2>& table);
/// `n` values from `a` to `b`, both included.
std::vector<double> spread(double a, double b, int n);

/// Faces with their own corners and face normals; faces are lists of indices, counter-clockwise from outside.
Patch flatFaces(const std::vector<glm::dvec3>& points, const std::vector<std::vector<int>>& faces);
/// `at` is the centre of the bottom face; `taper` scales the top face.
Patch box(const glm::dvec3& size, const glm::dvec3& at = glm::dvec3(0), const glm::dvec2& taper = glm::dvec2(1));
/// A box with rounded edges: the strips carry smooth normals, so it shows one soft line at most.
Patch roundedBox(const glm::dvec3& size, double bevel);
/// Solid of revolution of a profile of (radius, height). Neighbouring edges that turn less than 42 degrees share
/// normals.
Patch lathe(const Polygon& profile, int n = 16);
/// An ellipsoid about the origin.
Patch sphere(const glm::dvec3& radii, int around = 14, int down = 9);
/// A tube along a path with a radius per point; `section` replaces the circle.
Patch sweep(const Path3& path, const std::vector<double>& radius, int n = 8, bool closed = false,
            const Polygon& section = {});
Patch torus(double radius, double tube, int around = 24, int n = 6);
/// An XY polygon along Z, centred. `pinch` (height, scale) narrows the depth with height.
Patch extrude(Polygon polygon, double depth, const std::vector<glm::dvec2>& pinch = {});
/// A flat polygon facing +Z.
Patch flatPolygon(const Polygon& polygon);

Polygon roundCorners(const Polygon& polygon, double radius, int steps = 3);
/// Triangles of a simple polygon, counter-clockwise (ear clipping).
std::vector<Corner3> earClip(const Polygon& polygon);
/// Catmull-Rom through the points, `steps` pieces each.
Path3 catmull(const Path3& points, int steps = 6, bool closed = false);

/// A round cone from `a` to `b`; a ball where both are the same.
struct Cone {
    glm::dvec3 a;
    double ra;
    glm::dvec3 b;
    double rb;
};
struct BlobNoise {
    double amplitude, frequency;
};
/// Smooth union of round cones (-k ln sum exp(-d / k)), meshed by surface nets on a grid of `cell` metres; normals from
/// the field.
Patch blob(const std::vector<Cone>& cones, double k, double cell, std::optional<BlobNoise> noise = {});

/// Fewer triangles of the same shape: quadric edge collapse (Garland and Heckbert 1997) down to about `target`; seams
/// between parts and materials are kept in place.
Soup simplified(const Soup& soup, std::size_t target);

} // namespace rushes::sets
