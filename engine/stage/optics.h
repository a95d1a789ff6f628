// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"
#include "engine/reading/shot_description.h"

#include <string_view>

namespace rushes::stage {

/// A camera's gate or sensor. Millimetres, the area that records a picture. `squeeze` is that of the lens before it (2 for classic anamorphic).
struct Sensor {
    std::string_view id, label;
    float widthMm = 24.89f, heightMm = 18.66f;
    float squeeze = 1;

    /// The part of it that a picture of this shape (width : height) uses, as wide as the unsqueezed picture: what the horizontal angle of
    /// view is reckoned with.
    float pictureWidthMm(double aspect) const;
};

/// The sensor that the words ask for (a format, a camera, "anamorphic"); Super 35 otherwise.
Sensor sensorOf(const reading::CameraWords& camera);

/// Framings are solved on Super 35. The factor from a focal length there to one on this sensor with the same picture.
float focalFactor(const Sensor& sensor, double aspect);

/// Puts a camera that was solved on Super 35 on another sensor: the same picture with that sensor's focal length.
void putOn(const Sensor& sensor, double aspect, geometry::Camera& camera);

/// What is sharp, metres from the camera. `farM` is infinite from the hyperfocal distance on.
struct DepthOfField {
    double hyperfocalM = 0, nearM = 0, farM = 0;
};

/// With the circle of confusion at a 1500th of the picture's diagonal on the sensor; H = f^2 / (N c) + f.
DepthOfField depthOfField(const geometry::Camera& camera);

} // namespace rushes::stage
