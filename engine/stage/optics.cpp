// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/optics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rushes::stage {
namespace {

/// Recording areas as the makers and SMPTE publish them.
constexpr Sensor sensors[] = {
    {"super35", "Super 35", 24.89f, 18.66f, 1},
    {"35mm_film", "35 mm Academy", 21.95f, 16.0f, 1},
    {"full_frame", "Full frame", 36.0f, 24.0f, 1},
    {"vistavision", "VistaVision", 37.72f, 24.92f, 1},
    {"alexa35", "ARRI Alexa 35", 27.99f, 19.22f, 1},
    {"alexa_lf", "ARRI Alexa LF", 36.70f, 25.54f, 1},
    {"alexa65", "ARRI Alexa 65", 54.12f, 25.58f, 1},
    {"venice", "Sony Venice", 36.2f, 24.1f, 1},
    {"red_vv", "RED V-Raptor VV", 40.96f, 21.60f, 1},
    {"65mm", "65 mm", 52.48f, 23.01f, 1},
    {"imax", "IMAX 15/70", 70.41f, 52.63f, 1},
    {"16mm", "16 mm", 10.26f, 7.49f, 1},
    {"super16", "Super 16", 12.52f, 7.41f, 1},
    {"8mm", "Super 8", 5.79f, 4.01f, 1},
    {"four_thirds", "Micro Four Thirds", 17.3f, 13.0f, 1},
    {"aps_c", "APS-C", 23.5f, 15.6f, 1},
    {"one_inch", "1 inch", 13.2f, 8.8f, 1},
    {"phone", "Phone", 9.8f, 7.3f, 1},
    {"anamorphic", "Super 35 anamorphic 2x", 21.95f, 18.59f, 2},
    {"anamorphic_full_frame", "Full frame anamorphic 1.8x", 36.0f, 24.0f, 1.8f},
};

constexpr Sensor super35 = sensors[0];

} // namespace

float Sensor::pictureWidthMm(double aspect) const { return std::min(widthMm * squeeze, heightMm * float(aspect)); }

Sensor sensorOf(const reading::CameraWords& camera) {
    for (const auto& sensor : sensors)
        if (camera.sensor == sensor.id) return sensor;
    return super35;
}

float focalFactor(const Sensor& sensor, double aspect) {
    // Framings use the full width of Super 35 whatever the picture's shape.
    return sensor.id == super35.id ? 1.0f : sensor.pictureWidthMm(aspect) / super35.widthMm;
}

void putOn(const Sensor& sensor, double aspect, geometry::Camera& camera) {
    const float factor = focalFactor(sensor, aspect);
    camera.focalMm *= factor;
    camera.sensorWidthMm *= factor;
    camera.sensorHeightMm *= factor;
}

DepthOfField depthOfField(const geometry::Camera& camera) {
    const double f = camera.focalMm / 1000.0, s = std::max(f * 1.01, double(camera.focusM));
    const double c = std::hypot(double(camera.sensorWidthMm), double(camera.sensorHeightMm)) / 1000.0 / 1500.0;
    DepthOfField depth;
    depth.hyperfocalM = f * f / (std::max(0.1, double(camera.stop)) * c) + f;
    depth.nearM = depth.hyperfocalM * s / (depth.hyperfocalM + (s - f));
    depth.farM = s >= depth.hyperfocalM ? std::numeric_limits<double>::infinity() : depth.hyperfocalM * s / (depth.hyperfocalM - (s - f));
    return depth;
}

} // namespace rushes::stage
