// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/colour_transfer.h"
#include "tests/eval/look/metrics.h"
#include "tests/eval/look/planes.h"
#include "tests/eval/look/value_noise.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace rushes;
using namespace rushes::eval;
using look::Plane;

namespace {

Plane noisy(int width, int height, std::uint64_t seed) {
    Draws draws(seed);
    Plane out = Plane::create(width, height, 3);
    for (float& v : out.data) v = 0.3f + 0.4f * draws.share();
    return out;
}

Plane shifted(const Plane& plane, int right) {
    Plane out = plane;
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x)
            for (int c = 0; c < 3; ++c) out.at(x, y)[c] = plane.at(std::clamp(x - right, 0, plane.width - 1), y)[c];
    return out;
}

/// Everything is found `right` pixels further; the last columns have left the frame.
look::Correspondence movedBy(int width, int height, int right) {
    look::Correspondence out{width, height, {}, {}, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            out.x.push_back(float(x + right));
            out.y.push_back(float(y));
            out.seen.push_back(x + right < width);
        }
    return out;
}

/// Two people side by side, 1 the left one, of 1.8 m from the top of the frame to its bottom.
look::GuideFrame twoPeople(int width, int height) {
    look::GuideFrame f;
    f.width = width;
    f.height = height;
    f.rest = Plane::create(width, height, 3);
    f.distance = Plane::create(width, height, look::kLineKinds);
    f.figure.assign(f.pixels(), 1);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            f.object.push_back(x < width / 2 ? 1 : 2);
            f.rest.at(x, y)[1] = 1.8f * (1 - float(y) / float(height));
        }
    return f;
}

Plane twoColours(int width, int height, float left, float right) {
    Plane out = Plane::create(width, height, 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) out.at(x, y)[c] = x < width / 2 ? left : right;
    return out;
}

} // namespace

TEST_CASE("An offset of a tenth is 20 dB, over all pixels or some", "[eval]") {
    const Plane a = noisy(32, 24, 1);
    Plane b = a;
    for (float& v : b.data) v += 0.1f;
    CHECK(psnr(squaredError(a, b)) == Approx(20).margin(0.01));
    std::vector<std::uint8_t> first(std::size_t(32 * 24));
    first[0] = 1;
    b.data[0] = a.data[0] + 0.1f * std::sqrt(10.0f);
    b.data[1] = a.data[1] + 0.1f * std::sqrt(10.0f);
    b.data[2] = a.data[2] + 0.1f * std::sqrt(10.0f);
    CHECK(psnr(squaredError(a, b), first) == Approx(10).margin(0.01));
    CHECK(std::isnan(psnr(squaredError(a, b), first, 2)));
}

TEST_CASE("The same picture is as similar as can be; a soft one lacks sharpness and has other patches", "[eval]") {
    const Plane a = noisy(64, 48, 2), soft = blurred(a, 1.5f);
    const Plane grey = greyOf(a), softGrey = greyOf(soft);
    CHECK(ssim(grey, grey) == Approx(1));
    CHECK(ssim(grey, softGrey) < 0.7);
    CHECK(highPass(soft) < 0.3 * highPass(a));
    CHECK(highPass(twoColours(32, 32, 0.4f, 0.4f)) < 0.001);
    CHECK(patchDistance(patchProjections(grey), patchProjections(grey)) == 0);
    CHECK(patchDistance(patchProjections(softGrey), patchProjections(grey)) > 0.5);
}

TEST_CASE("Patches are compared wherever they are", "[eval]") {
    const Plane a = noisy(200, 200, 3), b = noisy(200, 200, 4);
    CHECK(patchDistance(patchProjections(greyOf(b)), patchProjections(greyOf(a))) < 0.05);
}

TEST_CASE("What moves with the surface has no warp error; what sticks to the screen has", "[eval]") {
    const Plane a = noisy(40, 30, 5), moved = shifted(a, 3);
    const auto motion = movedBy(40, 30, 3);
    CHECK(warpError(a, moved, motion) == Approx(0).margin(1e-4));
    CHECK(warpError(a, a, motion) > 20);
}

TEST_CASE("Clothes of one person on another are found", "[eval]") {
    auto frame = twoPeople(40, 60);
    const Plane truth = twoColours(40, 60, 0.2f, 0.8f);
    CHECK(colourSwaps(frame, truth, truth).of == 0); // all of it lies on outlines, which have one colour in everybody
    std::fill(frame.distance.data.begin(), frame.distance.data.end(), 10.0f);
    const Swaps right = colourSwaps(frame, twoColours(40, 60, 0.3f, 0.7f), truth), wrong = colourSwaps(frame, twoColours(40, 60, 0.7f, 0.3f), truth);
    CHECK(right.of == 6);
    CHECK(right.wrong == 0);
    CHECK(wrong.wrong == 6);
    CHECK(colourSwaps(frame, truth, twoColours(40, 60, 0.5f, 0.5f)).of == 0);
}

TEST_CASE("Colour transfer finds a quadratic function of colour", "[eval]") {
    const Plane stage = noisy(40, 30, 6);
    Plane painted = stage;
    for (std::size_t i = 0; i < painted.data.size(); i += 3) {
        const float r = stage.data[i], g = stage.data[i + 1], b = stage.data[i + 2];
        painted.data[i] = 0.1f + r * g;
        painted.data[i + 1] = 0.5f * b + 0.2f * r * r;
        painted.data[i + 2] = 0.7f - 0.5f * g * b;
    }
    CHECK(psnr(squaredError(ColourTransfer(stage, painted).apply(stage), painted)) > 60);
}
