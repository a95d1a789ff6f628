// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/optics.h"

#include "engine/stage/staging.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace rushes;
using namespace rushes::stage;

namespace {

StagedShot staged(std::string prompt) { return test::staged(std::move(prompt), 6); }

Sensor sensorFor(const char* id) {
    reading::CameraWords words;
    words.sensor = id;
    return sensorOf(words);
}

} // namespace

TEST_CASE("Sensors are named by words; a squeezed picture is wider than its gate", "[stage]") {
    CHECK(sensorOf({}).label == "Super 35");
    CHECK(staged("Medium shot of a man, shot on imax.").sensor.label == "IMAX 15/70");
    CHECK(staged("Medium shot of a man, super 16.").sensor.label == "Super 16");
    CHECK(staged("Medium shot of a man, anamorphic lens.").sensor.squeeze == 2);
    CHECK(sensorFor("anamorphic").pictureWidthMm(2.39) == Approx(43.9).margin(0.2));
    CHECK(sensorFor("full_frame").pictureWidthMm(16.0 / 9) == Approx(36));
    CHECK(sensorFor("full_frame").pictureWidthMm(1) == Approx(24));
}

TEST_CASE("A larger sensor takes a longer lens for the same picture, and a given lens shows more", "[stage]") {
    const auto small = staged("Medium shot of a man, super 16."), plain = staged("Medium shot of a man."), large = staged("Medium shot of a man, full frame.");
    CHECK(small.camera[0].focalMm < plain.camera[0].focalMm * 0.6f);
    CHECK(large.camera[0].focalMm > plain.camera[0].focalMm * 1.3f);
    CHECK(small.camera[0].horizontalFov() == Approx(plain.camera[0].horizontalFov()).epsilon(1e-4));
    const auto given = staged("Medium shot of a man, 50mm lens, full frame.");
    CHECK(given.camera[0].focalMm == Approx(50).margin(0.01));
    CHECK(given.camera[0].sensorWidthMm == Approx(36).margin(0.01));
}

TEST_CASE("Depth of field follows stop, lens and distance", "[stage]") {
    geometry::Camera camera;
    camera.focalMm = 50;
    camera.sensorWidthMm = 24.89f;
    camera.sensorHeightMm = 14.0f;
    camera.stop = 2.8f;
    camera.focusM = 3;
    // c = 28.56 mm / 1500 = 0.01904 mm; H = 2500 / (2.8 * 0.01904) + 50 = 46.9 m
    CHECK(depthOfField(camera).hyperfocalM == Approx(46.9).margin(0.1));
    CHECK(depthOfField(camera).nearM == Approx(2.82).margin(0.01));
    CHECK(depthOfField(camera).farM == Approx(3.20).margin(0.01));
    camera.focusM = 60;
    CHECK(std::isinf(depthOfField(camera).farM));
    camera.focusM = float(depthOfField(camera).hyperfocalM);
    CHECK(depthOfField(camera).nearM == Approx(depthOfField(camera).hyperfocalM / 2).epsilon(0.01));
}

TEST_CASE("Deep focus closes the stop and focuses at the hyperfocal distance; a stop that is said is kept", "[stage]") {
    const auto deep = staged("Extreme wide shot of a man on a beach, deep focus.");
    CHECK(deep.camera[0].stop == Approx(11));
    CHECK(deep.camera[0].focusM <= float(depthOfField(deep.camera[0]).hyperfocalM) * 1.001f);
    CHECK(staged("Close-up of a man, shallow depth of field.").camera[0].stop == Approx(1.4));
    CHECK(staged("Close-up of a man at f/4.").camera[0].stop == Approx(4));
}

TEST_CASE("A small thing takes a longer lens, not a camera that touches it", "[stage]") {
    const auto shot = staged("Close-up of a coin.");
    CHECK(shot.camera[0].focalMm > 120);
    CHECK(shot.camera[0].focusM > 0.2f);
    CHECK(staged("Close-up of a coin, 50mm lens.").camera[0].focalMm == Approx(50));
}
