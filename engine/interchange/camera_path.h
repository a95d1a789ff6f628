// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/geometry/camera.h"
#include "engine/time/frame_rate.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rushes::interchange {

/// A shot's camera as other programs take it: one sample a frame. World in metres, right-handed, Y up; a camera looks along its own -Z.
struct CameraPath {
    std::string name;   ///< of the shot, such as "12A"
    std::string sensor; ///< "Super 35"
    float squeeze = 1;  ///< of an anamorphic lens; the samples' sensor width is the unsqueezed one
    time::FrameRate rate;
    int width = 1920, height = 1080; ///< the picture's shape
    std::vector<geometry::Camera> samples;
};

/// USD, text: a UsdGeomCamera with time samples of transform, focal length, focus distance and stop. Focal length and aperture are in tenths
/// of the scene's unit, as UsdGeomCamera has them; the unit is the metre.
std::string cameraUsda(const CameraPath& path);

/// glTF 2.0 with its buffer inside: a node with translation and rotation animated, a perspective camera, its angle of view animated by
/// KHR_animation_pointer when the lens zooms. Millimetres, focus and stop of every frame are in `extras`.
std::string cameraGltf(const CameraPath& path);

/// Rushes' own: every value of every frame, units in the keys.
std::string cameraJson(const CameraPath& path);

/// One line a frame, a heading line, commas, CRLF (RFC 4180). Angles in degrees: pan right, tilt up and roll clockwise are positive.
std::string cameraCsv(const CameraPath& path);

/// Writes by the file's ending: .usda, .gltf, .json or .csv. badInput for any other, and for a path without samples.
Result<void> writeCamera(const CameraPath& path, const std::filesystem::path& file);

/// Pan (compass-wise: 0 looks along -Z, positive to the right), tilt and roll of a camera, degrees.
struct CameraAngles {
    double pan = 0, tilt = 0, roll = 0;
};
CameraAngles anglesOf(const geometry::Camera& camera);

} // namespace rushes::interchange
