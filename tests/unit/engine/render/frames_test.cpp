// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "render_helpers.h"
#include "test_scene.h"

#include <cmath>

using namespace rushes;
using namespace rushes::render;
using namespace rushes::render::test;

namespace {

/// A figure that walks and a camera that moves; every fourth frame the sun does too, so that what stands is drawn again.
View moment(int frame) {
    View view = smallScene(192, 108);
    view.frame = frame;
    view.seconds = frame / 24.0;
    view.camera.eye.x += 0.05f * float(frame);
    view.instances[3].transform[3].x += 0.1f * float(frame);
    view.atmosphere.sunDirection.x += 0.2f * float(frame / 4);
    return view;
}

} // namespace

TEST_CASE("Frames drawn ahead are those drawn one by one", "[render]") {
    auto ahead = renderer(), single = renderer();
    constexpr int kFrames = 10;
    ahead->begin([] { return moment(0); }, kAll);
    for (int frame = 0; frame < kFrames; ++frame) {
        if (frame + 1 < kFrames) ahead->begin([frame] { return moment(frame + 1); }, kAll);
        CHECK(ahead->underWay() == (frame + 1 < kFrames ? 2 : 1));
        const auto picture = ahead->take();
        REQUIRE(picture);
        const Picture alone = drawn(*single, moment(frame), kAll);
        INFO("frame " << frame);
        CHECK(picture->colour.data == alone.colour.data);
        CHECK(picture->depth.data == alone.depth.data);
        CHECK(picture->id.data == alone.id.data);
        CHECK(picture->lines.data == alone.lines.data);
    }
    CHECK(ahead->underWay() == 0);
    CHECK(device()->validationErrors() == 0);
}

TEST_CASE("A frame that cannot be drawn fails when it is taken, the next ones come", "[render]") {
    auto r = renderer();
    r->begin([] {
        View view = smallScene();
        view.instances[0].mesh = nullptr;
        return view;
    });
    r->begin([] { return smallScene(); });
    const auto broken = r->take();
    REQUIRE_FALSE(broken);
    CHECK(broken.error().category == ErrorCategory::badInput);
    CHECK(r->take());
    // A renderer may go while frames are under way.
    r->begin([] { return smallScene(); });
}

TEST_CASE("Boxes are those of the id pass", "[render]") {
    auto r = renderer();
    const View view = smallScene();
    const Picture picture = drawn(*r, view, {.id = true, .boxes = true});
    REQUIRE(picture.boxes.size() == 4);
    for (const auto& box : picture.boxes) {
        ObjectBox counted{box.object, 0, view.width, view.height, 0, 0};
        for (int y = 0; y < view.height; ++y)
            for (int x = 0; x < view.width; ++x) {
                if (picture.id.rowAs<std::uint16_t>(y)[x] != box.object) continue;
                ++counted.pixels;
                counted.x0 = std::min(counted.x0, x), counted.x1 = std::max(counted.x1, x + 1);
                counted.y0 = std::min(counted.y0, y), counted.y1 = std::max(counted.y1, y + 1);
            }
        CHECK(counted == box);
    }
}

TEST_CASE("Motion is what points have moved by, in pixels", "[render]") {
    auto r = renderer();
    View view = smallScene(320, 180);
    view.traces.resize(view.instances.size());
    const glm::vec3 step(0.12f, 0, 0.05f), front(-1.4f, 0.5f, 0.5f);
    view.traces[2].transformBefore = glm::translate(view.instances[2].transform, -step);
    view.cameraBefore = view.camera;
    view.cameraBefore->eye -= glm::vec3(0.03f, 0.01f, 0);
    const Picture picture = drawn(*r, view, {.motion = true});
    const auto motion = [&](const glm::vec3& point) {
        const auto p = pixelOf(view, point);
        return glm::vec2(picture.motion[0].rowAs<float>(p.y)[p.x], picture.motion[1].rowAs<float>(p.y)[p.x]);
    };
    View before = view;
    before.camera = *view.cameraBefore;
    const glm::vec2 ofBox = placeOf(view, front) - placeOf(before, front - step);
    CHECK(motion(front).x == Approx(ofBox.x).margin(0.05));
    CHECK(motion(front).y == Approx(ofBox.y).margin(0.05));
    const glm::vec3 wall(2, 2.2f, -5.9f);
    const glm::vec2 ofWall = placeOf(view, wall) - placeOf(before, wall);
    CHECK(motion(wall).x == Approx(ofWall.x).margin(0.05));
    CHECK(std::abs(ofBox.x) > 1);
    View open;
    open.width = 64, open.height = 36;
    open.cameraBefore = open.camera;
    open.cameraBefore->eye.x -= 3;
    CHECK(drawn(*r, open, {.motion = true}).motion[0].rowAs<float>(9)[30] == Approx(0).margin(0.01)); // the sky: the camera did not turn
    view.traces.pop_back();
    CHECK(r->draw(view, {.motion = true}).error().category == ErrorCategory::badInput);
    CHECK(device()->validationErrors() == 0);
}

TEST_CASE("Rest coordinates stay on the surface while it moves and bends", "[render]") {
    auto r = renderer();
    View view = smallScene(320, 180);
    view.traces.resize(view.instances.size());
    // The figure bends to its side; its rest points are those of the straight one.
    const auto straight = view.instances[3].mesh;
    auto bent = std::make_shared<geometry::Mesh>(*straight);
    for (auto& p : bent->positions) p.x += 0.3f * p.y;
    view.instances[3].mesh = bent;
    view.traces[3].rest = std::make_shared<const std::vector<glm::vec3>>(straight->positions);
    const Picture picture = drawn(*r, view, {.rest = true});
    const auto rest = [&](const glm::vec3& point) {
        const auto p = pixelOf(view, point);
        return glm::vec3(picture.rest[0].rowAs<float>(p.y)[p.x], picture.rest[1].rowAs<float>(p.y)[p.x], picture.rest[2].rowAs<float>(p.y)[p.x]);
    };
    const glm::vec3 onFigure(0, 0.9f, 0.25f), seen = onFigure + glm::vec3(1 + 0.3f * 0.9f, 0, 0.5f);
    CHECK(glm::distance(rest(seen), onFigure) < 0.03f);
    CHECK(glm::distance(rest({-1.4f, 0.5f, 0.5f}), {0, 0.5f, 0.5f}) < 0.03f); // the box's own space
    CHECK(rest({0, 2.4f, -5.9f}).y == Approx(2.4f).margin(0.05));
}

TEST_CASE("Faces in one plane do not flicker through each other", "[render]") {
    auto r = renderer();
    View view = smallScene(320, 180);
    view.instances.push_back(at(box({3, 0.1f, 3}), materials({plain(2)}), {0, -0.1f, -2}, 7)); // its top is the ground's
    std::int64_t seen = 0;
    for (int i = 0; i < 8; ++i) {
        view.camera = geometry::Camera::lookAt({0.37f * float(i) - 1, 1.6f, 6 - 0.13f * float(i)}, {0.1f, 1.0f, 0});
        const Picture picture = drawn(*r, view, {.colour = false, .id = true});
        for (int k = -10; k <= 10; ++k)
            for (int j = 0; j < 10; ++j) {
                const auto p = pixelOf(view, {0.1f * float(k), 0, -3.2f + 0.25f * float(j)});
                const auto id = picture.id.rowAs<std::uint16_t>(p.y)[p.x];
                CHECK(id != 1);
                seen += id == 7 ? 1 : 0;
            }
    }
    CHECK(seen > 1000);
}
