// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/structure.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace rushes::media {
namespace {

struct Box {
    int x, y, width, height;
    std::uint8_t grey;
};

/// Boxes on a ground, grey or in the colours that a painter chose.
Image picture(int width, int height, std::initializer_list<Box> boxes, bool painted = false) {
    Image out = Image::create(width, height, PixelFormat::rgba8);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            std::uint8_t grey = 120;
            for (const auto& box : boxes)
                if (x >= box.x * width / 320 && x < (box.x + box.width) * width / 320 && y >= box.y * height / 180 && y < (box.y + box.height) * height / 180) grey = box.grey;
            auto* pixel = out.rowAs<std::uint8_t>(y) + x * 4;
            const int grain = painted ? (x * 7 + y * 13) % 11 - 5 : 0; // strokes
            pixel[0] = std::uint8_t(painted ? std::clamp(255 - grey + grain, 0, 255) : grey); // lights and darks exchanged
            pixel[1] = std::uint8_t(painted ? std::clamp(230 - grey / 2 + grain, 0, 255) : grey);
            pixel[2] = std::uint8_t(painted ? 90 : grey);
            pixel[3] = 255;
        }
    return out;
}

const std::initializer_list<Box> kStreet{{20, 20, 60, 140, 40}, {120, 60, 30, 90, 200}, {200, 10, 90, 60, 60}, {230, 110, 60, 40, 220}};
const std::initializer_list<Box> kRoom{{60, 90, 200, 30, 50}, {100, 30, 25, 60, 210}, {20, 10, 40, 40, 180}, {280, 40, 20, 130, 30}};

} // namespace

TEST_CASE("A picture that is painted over keeps its structure", "[media][structure]") {
    const auto street = Structure::of(picture(320, 180, kStreet)), room = Structure::of(picture(320, 180, kRoom));
    const auto painted = Structure::of(picture(640, 360, kStreet, true)); // also at another size
    CHECK(street.likeness(street) == Approx(1));
    CHECK(painted.likeness(street) > 0.6);
    CHECK(painted.likeness(room) < 0.3);
    CHECK(painted.likeness(street) > painted.likeness(room) + 0.3);
}

TEST_CASE("A picture without edges is like nothing", "[media][structure]") {
    const auto blank = Structure::of(picture(64, 36, {}));
    CHECK(blank.likeness(blank) == 0);
    CHECK(Structure::of(Image()).likeness(blank) == 0);
    CHECK(Structure::of(picture(3, 2, {})).likeness(Structure::of(picture(320, 180, kRoom))) == 0);
}

} // namespace rushes::media
