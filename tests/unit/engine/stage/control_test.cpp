// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/frame_feed.h"
#include "engine/stage/person_meshes.h"
#include "engine/stage/pose_picture.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

#include <set>

using namespace rushes;
using namespace rushes::stage;
using test::library;

namespace {

StagedShot staged(std::string prompt, std::int64_t frames = 6) {
    generate::ShotRequest request;
    request.prompt = std::move(prompt);
    request.duration = {frames, time::rate24};
    request.width = 192;
    request.height = 108;
    auto shot = stageShot(library(), request);
    REQUIRE(shot);
    return std::move(*shot);
}

std::unique_ptr<render::Renderer> renderer() {
    auto device = gpu::Device::create({.preferSoftware = true, .validation = true});
    REQUIRE(device);
    auto made = render::Renderer::create(*device);
    REQUIRE(made);
    return std::move(*made);
}

SeenPose seenFrom(const PosePoints& points, const glm::vec3& eye) {
    PersonMoment moment;
    return seePose(points, moment, geometry::Camera::lookAt(eye, {0, 1, 0}), 320, 180);
}

bool has(const SeenPose& pose, PosePoint point) { return pose.seen[std::size_t(point)]; }

} // namespace

TEST_CASE("A body has OpenPose's key points where they belong", "[stage]") {
    const auto figure = library().figure({});
    REQUIRE(figure);
    const auto points = posePointsOf(**figure, figures::evaluate(**figure, {}));
    const auto y = [&](PosePoint p) { return points[p].y; };
    CHECK(y(PosePoint::leftEye) > y(PosePoint::nose));
    CHECK(y(PosePoint::nose) > y(PosePoint::neck));
    CHECK(y(PosePoint::neck) > y(PosePoint::leftHip));
    CHECK(y(PosePoint::leftHip) > y(PosePoint::leftKnee));
    CHECK(y(PosePoint::leftKnee) > y(PosePoint::leftAnkle));
    CHECK(points[PosePoint::leftEar].x > points[PosePoint::leftEye].x); // +X is the figure's own left
    CHECK(points[PosePoint::rightWrist].x < 0);
    CHECK(points[PosePoint::nose].z > points[PosePoint::leftEar].z + 0.05f);
    CHECK(points[PosePoint::neck].y == Approx((y(PosePoint::leftShoulder) + y(PosePoint::rightShoulder)) / 2));
}

TEST_CASE("Of a face only what looks our way is drawn", "[stage]") {
    const auto figure = library().figure({});
    REQUIRE(figure);
    const auto points = posePointsOf(**figure, figures::evaluate(**figure, {.idle = 0}));
    const auto front = seenFrom(points, {0, 1.5f, 4}), back = seenFrom(points, {0, 1.5f, -4}), left = seenFrom(points, {4, 1.5f, 0.2f});
    for (const auto p : {PosePoint::nose, PosePoint::leftEye, PosePoint::rightEye, PosePoint::leftEar, PosePoint::rightEar}) CHECK(has(front, p));
    CHECK_FALSE(has(back, PosePoint::nose));
    CHECK_FALSE(has(back, PosePoint::leftEye));
    CHECK(has(back, PosePoint::leftEar));
    CHECK(has(left, PosePoint::leftEar));
    CHECK_FALSE(has(left, PosePoint::rightEar));
    CHECK(has(back, PosePoint::leftKnee)); // limbs never hide
    CHECK(front.at[std::size_t(PosePoint::leftWrist)].x > front.at[std::size_t(PosePoint::rightWrist)].x);
}

TEST_CASE("The pose pass is black but for limbs in OpenPose's colours", "[stage]") {
    const auto shot = staged("A man and a woman talk in a park. Medium shot.");
    const Image pose = drawPoses(shot, 0, 192, 108);
    int coloured = 0;
    bool neckJoint = false;
    for (int y = 0; y < pose.height; ++y)
        for (int x = 0; x < pose.width; ++x) {
            const auto* p = pose.rowAs<std::uint8_t>(y) + x * 4;
            coloured += p[0] || p[1] || p[2] ? 1 : 0;
            neckJoint = neckJoint || (p[0] == 255 && p[1] == 85 && p[2] == 0);
        }
    CHECK(coloured > 200);
    CHECK(coloured < 192 * 108 / 4);
    CHECK(neckJoint);
}

TEST_CASE("Far people have few triangles and stay whole", "[stage]") {
    const auto figure = library().figure({});
    REQUIRE(figure);
    const auto tiny = (*figure)->mesh({}, figures::Lod::tiny);
    figures::Performance walk;
    walk.motion = "walk";
    walk.seconds = 0.3;
    const auto bent = (*figure)->mesh(figures::evaluate(**figure, walk), figures::Lod::tiny);
    const auto mesh = (*figure)->mesh(figures::evaluate(**figure, walk), figures::Lod::sparse);
    CHECK(mesh.triangles() < tiny.triangles() / 2);
    CHECK(mesh.triangles() > 120);
    CHECK(glm::distance(mesh.bounds.low, bent.bounds.low) < 0.12f);
    CHECK(glm::distance(mesh.bounds.high, bent.bounds.high) < 0.12f);
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) { // no triangle spans from limb to limb
        const auto &a = mesh.positions[mesh.indices[i]], &b = mesh.positions[mesh.indices[i + 1]];
        CHECK(glm::distance(a, b) < 0.35f);
    }
}

TEST_CASE("A feed gives the frames that single drawing gives", "[stage]") {
    const auto shot = staged("A man walks down a street. Dolly in.");
    const ShotDrawer drawer(library(), shot);
    auto one = renderer(), other = renderer();
    const render::Passes passes{.id = true, .motion = true, .rest = true, .boxes = true};
    {
        FrameFeed feed(*one, drawer, {.count = 4, .width = 192, .height = 108, .passes = passes, .pose = true});
        for (int frame = 0; frame < 4; ++frame) {
            const auto made = feed.next();
            REQUIRE(made);
            const auto alone = other->draw(drawer.tracedView(frame, {192, 108}), passes);
            REQUIRE(alone);
            INFO("frame " << frame);
            CHECK(made->picture.colour.data == alone->colour.data);
            CHECK(made->picture.motion[0].data == alone->motion[0].data);
            CHECK(made->picture.rest[2].data == alone->rest[2].data);
            CHECK(made->picture.boxes == alone->boxes);
            CHECK_FALSE(made->pose.empty());
        }
        CHECK_FALSE(feed.next()); // there are no more
    }
    FrameFeed dropped(*one, drawer, {.count = 1000, .width = 192, .height = 108, .passes = {}});
    CHECK(dropped.next()); // and it may be dropped half way
}
