// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/lens_blur.h"
#include "render_helpers.h"
#include "test_scene.h"

#include <algorithm>
#include <cmath>

using namespace rushes;
using namespace rushes::render;
using namespace rushes::render::test;

namespace {

/// Three striped boards at 2, 4 and 12 metres, side by side: what is sharp has strong steps from column to column.
View boards() {
    View view;
    view.width = 320;
    view.height = 180;
    view.camera = geometry::Camera::lookAt({0, 1.5f, 0}, {0, 1.5f, -4});
    view.camera.focalMm = 50;
    view.camera.stop = 1.4f;
    view.atmosphere.fogAmount = 0;
    const float places[] = {2, 4, 12};
    for (int i = 0; i < 3; ++i)
        for (int k = 0; k < 6; ++k) {
            const float z = places[i], x = (float(i - 1) * 0.16f + (float(k) - 2.5f) * 0.02f) * z;
            view.instances.push_back(at(box({0.01f * z, 3, 0.02f}), materials({plain(5)}), {x, 0, -z}, std::uint16_t(1 + i)));
        }
    return view;
}

/// Mean squared step between neighbouring columns of a third of the picture: edges that spread count less.
double detail(const Image& image, int third) {
    double sum = 0;
    int count = 0;
    for (int y = 60; y < 120; ++y)
        for (int x = 30 + third * 90; x < 30 + third * 90 + 80; ++x, ++count)
            sum += std::pow(int(image.rowAs<std::uint8_t>(y)[x * 4]) - int(image.rowAs<std::uint8_t>(y)[x * 4 + 4]), 2);
    return sum / count;
}

} // namespace

TEST_CASE("The circle of confusion is that of a thin lens", "[render]") {
    geometry::Camera camera;
    camera.focalMm = 50;
    camera.stop = 2;
    camera.focusM = 3;
    camera.sensorWidthMm = 25;
    CHECK(confusionPixels(camera, 1000, 3) == Approx(0).margin(1e-3));
    // 50 mm at f/2 and 3 m: A = 25 mm; c = A * f / (s - f) * |z - s| / z = 25 * 50 / 2950 / 2 = 0.2119 mm at 6 m.
    CHECK(confusionPixels(camera, 1000, 6) == Approx(8.475).epsilon(0.001));
    CHECK(confusionPixels(camera, 1000, 1.5f) < 0);
    camera.stop = 16;
    CHECK(confusionPixels(camera, 1000, 6) == Approx(8.475 / 8).epsilon(0.001));
}

TEST_CASE("What is in focus stays sharp, what is not is blurred", "[render]") {
    auto r = renderer();
    View view = boards();
    const Image sharp = drawn(*r, view).colour;
    view.depthOfField = true;
    for (const float focus : {2.0f, 4.0f, 12.0f}) {
        view.camera.focusM = focus;
        const Image blurred = drawn(*r, view).colour;
        INFO("focus at " << focus);
        for (int third = 0; third < 3; ++third) {
            const float place = third == 0 ? 2.0f : third == 1 ? 4.0f : 12.0f;
            const double kept = detail(blurred, third) / detail(sharp, third);
            if (place == focus) CHECK(kept > 0.8);
            else CHECK(kept < 0.6);
        }
    }
    // The picture is not much lighter or darker for it.
    CHECK(meanGrey(drawn(*r, view).colour) == Approx(meanGrey(sharp)).epsilon(0.1));
    auto single = renderer(1);
    CHECK(drawn(*single, view).colour.data == drawn(*r, view).colour.data);
}
