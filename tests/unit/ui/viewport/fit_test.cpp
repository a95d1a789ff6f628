// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/viewport/fit.h"

#include <catch2/catch.hpp>

using namespace rushes::ui;

TEST_CASE("A picture keeps its shape and is centred", "[viewport]") {
    CHECK(fitPicture(1280, 720, 1920, 1080) == PixelRect{0, 0, 1280, 720});
    CHECK(fitPicture(1000, 1000, 1920, 1080) == PixelRect{0, 218, 1000, 563});
    CHECK(fitPicture(1000, 200, 1920, 1080) == PixelRect{322, 0, 356, 200});
}

TEST_CASE("Room for the HUD is kept above and below", "[viewport]") {
    const PixelRect rect = fitPicture(1280, 800, 1280, 720, 28, 92);
    CHECK(rect.y >= 28);
    CHECK(rect.y + rect.height <= 800 - 92);
    CHECK(rect.height == 680);
}

TEST_CASE("Windows without area give nothing, tiny ones something", "[viewport]") {
    CHECK(fitPicture(0, 100, 16, 9).width == 0);
    CHECK(fitPicture(100, 100, 0, 9).width == 0);
    const PixelRect tiny = fitPicture(3, 2, 16, 9, 10, 10);
    CHECK(tiny.width >= 1);
    CHECK(tiny.height >= 1);
}
