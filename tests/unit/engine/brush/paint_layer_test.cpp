// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/brush/hand_pressure.h"
#include "engine/brush/paint_layer.h"

#include <catch2/catch.hpp>

namespace rushes::brush {
namespace {

/// A stroke from left to right through the middle.
void line(PaintLayer& layer, const BrushTip& tip, float pressure, float y = 50) {
    layer.begin(tip);
    for (int i = 0; i <= 40; ++i) layer.strokeTo({20.0f + 4.0f * float(i), y, pressure, 0, 0, 0.01});
    layer.end();
}

const std::uint8_t* at(const Image& picture, int x, int y) { return picture.rowAs<std::uint8_t>(y) + x * 4; }

/// Painted pixels of a column.
int thickness(const Image& picture, int x) {
    int count = 0;
    for (int y = 0; y < picture.height; ++y) count += at(picture, x, y)[3] > 100;
    return count;
}

} // namespace

TEST_CASE("Brushes without libmypaint are refused with words", "[brush]") {
    const auto able = canPaint();
    if (able) {
        CHECK(PaintLayer::create(0, 10).error().category == ErrorCategory::badInput);
        return;
    }
    CHECK(able.error().category == ErrorCategory::unsupported);
    CHECK(PaintLayer::create(10, 10).error().category == ErrorCategory::unsupported);
}

TEST_CASE("A brush paints where it goes, as wide and in the colour that was asked for", "[brush]") {
    if (!canPaint()) return;
    auto layer = PaintLayer::create(200, 100);
    REQUIRE(layer);
    for (const auto& model : brushModels()) {
        if (model.kind == BrushKind::eraser || model.kind == BrushKind::air) continue;
        CAPTURE(std::string(model.name));
        line(**layer, {model.kind, 8, 1, {0.8f, 0.2f, 0.1f}}, 1);
        const Image picture = (*layer)->tiles().picture();
        const auto* middle = at(picture, 100, 50);
        CHECK(int(middle[3]) > 150);
        CHECK(int(middle[0]) == Approx(204).margin(4));
        CHECK(int(middle[1]) == Approx(51).margin(4));
        CHECK(at(picture, 100, 20)[3] == 0);
        CHECK(thickness(picture, 100) >= 8);
        CHECK(thickness(picture, 100) <= 24);
        CHECK(at(picture, 176, 50)[3] > 100); // it arrives where the hand stopped
        CHECK(!(*layer)->tiles().undo().empty());
        CHECK(thickness((*layer)->tiles().picture(), 100) == 0);
    }
}

TEST_CASE("Pressure makes ink wider and gouache denser", "[brush]") {
    if (!canPaint()) return;
    auto layer = PaintLayer::create(200, 100);
    REQUIRE(layer);
    line(**layer, {BrushKind::ink, 8, 1, {0, 0, 0}}, 0.1f, 25);
    line(**layer, {BrushKind::ink, 8, 1, {0, 0, 0}}, 1.0f, 70);
    const Image ink = (*layer)->tiles().picture();
    int thin = 0, wide = 0;
    for (int y = 0; y < 50; ++y) thin += at(ink, 100, y)[3] > 100, wide += at(ink, 100, 50 + y)[3] > 100;
    CHECK(thin > 0);
    CHECK(wide > 2 * thin);
    (*layer)->tiles().clear();
    line(**layer, {BrushKind::gouache, 10, 0.3f, {0, 0, 0}}, 0.1f, 25);
    line(**layer, {BrushKind::gouache, 10, 0.3f, {0, 0, 0}}, 1.0f, 70);
    const Image paint = (*layer)->tiles().picture();
    CHECK(int(at(paint, 100, 25)[3]) + 20 < int(at(paint, 100, 70)[3]));
}

TEST_CASE("The eraser takes paint away", "[brush]") {
    if (!canPaint()) return;
    auto layer = PaintLayer::create(200, 100);
    REQUIRE(layer);
    line(**layer, {BrushKind::ink, 6, 1, {0, 0, 0}}, 1);
    line(**layer, {BrushKind::eraser, 12, 1, {1, 1, 1}}, 1);
    CHECK(int(at((*layer)->tiles().picture(), 100, 50)[3]) < 10);
    (*layer)->tiles().undo();
    CHECK(int(at((*layer)->tiles().picture(), 100, 50)[3]) > 200);
}

TEST_CASE("The same strokes give the same paint", "[brush]") {
    if (!canPaint()) return;
    const auto painted = [] {
        auto layer = PaintLayer::create(200, 100);
        REQUIRE(layer);
        line(**layer, {BrushKind::ink, 6, 1, {0, 0.3f, 0}}, 0.6f);
        return (*layer)->tiles().picture().data;
    };
    CHECK(painted() == painted());
}

TEST_CASE("A mouse presses when it is slow and lifts when it is quick", "[brush]") {
    HandPressure slow, quick;
    float slowly = 0, quickly = 0;
    const float first = slow.next(1, 0.01);
    quick.next(30, 0.01);
    for (int i = 0; i < 40; ++i) slowly = slow.next(1, 0.01), quickly = quick.next(30, 0.01);
    CHECK(first < slowly); // strokes start thin
    CHECK(slowly > quickly + 0.2f);
    CHECK(slowly <= 1);
    CHECK(quickly > 0.1f);
    CHECK(HandPressure().next(0, 0) > 0); // two events at one time
}

TEST_CASE("Brush sizes step alike and stop at their ends", "[brush]") {
    CHECK(nextRadius(8, 1) / 8 == Approx(80.0f / nextRadius(80, -1)));
    CHECK(nextRadius(kLargestRadius, 3) == kLargestRadius);
    CHECK(nextRadius(kSmallestRadius, -3) == kSmallestRadius);
}

} // namespace rushes::brush
