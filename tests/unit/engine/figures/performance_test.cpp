// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/body.h"
#include "engine/figures/pose_book.h"
#include "tests/unit/engine/figures/figures_fixture.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace rushes;
using namespace rushes::figures;
using figures::testing::child;
using figures::testing::library;
using figures::testing::man;
using glm::vec3;

namespace {

struct GaitErrors {
    double p95 = 0, mean = 0, deepest = 0; ///< metres a second, metres a second, metres below the floor
};

/// How much soles that touch the floor (within 8 mm, in a stance) slide over it when the figure is moved at the speed
/// it plays.
GaitErrors measure(const Figure& figure, const char* motion, double speed) {
    const Body& body = figure.body();
    const MotionTrack& track = body.tracks.find(motion)->second;
    const auto pace = track.paceFor(speed);
    constexpr std::size_t fine = 2; // between the frames too
    const double step = track.seconds() / double(track.frames() * fine);
    std::vector<double> slips;
    GaitErrors out;
    std::array<std::array<vec3, 3>, 2> before{};
    for (std::size_t i = 0; i <= track.frames() * fine; ++i) {
        const BodyPose pose = track.at(body.skeleton, double(i) * step, pace.stride);
        const PosedBones bones = posed(body.skeleton, pose);
        const auto way = float(double(i) * step / pace.rate * speed);
        const std::size_t frame = i / fine % track.frames(), next = (i / fine + 1) % track.frames();
        for (int side = 0; side < 2; ++side) {
            auto soles = bones.soles(body.skeleton, side);
            for (std::size_t k = 0; k < 3; ++k) {
                out.deepest = std::max(out.deepest, -double(soles[k].y));
                soles[k] += vec3(0, 0, way);
                const bool touches = soles[k].y < 0.008f && before[std::size_t(side)][k].y < 0.008f;
                if (i > 0 && touches && track.contact(side, frame)[k] && track.contact(side, next)[k]) {
                    const vec3 d = soles[k] - before[std::size_t(side)][k];
                    slips.push_back(std::hypot(double(d.x), double(d.z)) / (step / pace.rate));
                }
            }
            before[std::size_t(side)] = soles;
        }
    }
    REQUIRE(slips.size() > 10);
    std::sort(slips.begin(), slips.end());
    out.p95 = slips[slips.size() * 95 / 100];
    for (const double s : slips)
        out.mean += s / double(slips.size());
    return out;
}

double angleBetween(const vec3& a, const vec3& b) {
    return double(glm::degrees(std::acos(std::clamp(glm::dot(glm::normalize(a), glm::normalize(b)), -1.0f, 1.0f))));
}

} // namespace

TEST_CASE("Feet do not slide in a walk or a run, nor go through the floor", "[figures][gait]") {
    const struct {
        const Figure& figure;
        const char* motion;
        double speed, p95;
    } cases[] = {{man(), "walk", 0.6, .15},   {man(), "walk", 1.0, .08},     {man(), "walk", 1.4, .15},
                 {man(), "walk", 1.9, .16},   {man(), "run", 2.5, .15},      {man(), "run", 3.6, .16},
                 {child(), "walk", 0.6, .10}, {man(), "walk_slow", 1.0, .10}};
    for (const auto& c : cases) {
        CAPTURE(c.motion, c.speed, c.figure.height());
        const GaitErrors e = measure(c.figure, c.motion, c.speed);
        CAPTURE(e.p95, e.mean, e.deepest);
        CHECK(e.p95 < c.p95);
        CHECK(e.deepest < 0.002);
    }
}

TEST_CASE("A walk loops without a jump and follows the way travelled", "[figures][gait]") {
    const MotionInfo info = motionInfo(man(), "walk");
    REQUIRE(info.travels);
    CHECK(info.naturalSpeed == Approx(1.03).margin(0.08));
    const auto foot = [&](double seconds) {
        return man().landmarks(evaluate(man(), {.motion = "walk", .seconds = seconds})).leftFoot;
    };
    CHECK(glm::distance(foot(info.seconds - 1e-4), foot(info.seconds + 1e-4)) < 0.004f);
    const auto way = [&](double travelled) {
        return man().landmarks(evaluate(man(), {.motion = "walk", .speed = 1.2, .travelled = travelled})).leftFoot;
    };
    CHECK(glm::distance(
              way(0.7),
              man().landmarks(evaluate(man(), {.motion = "walk", .seconds = 0.7 / 1.2, .speed = 1.2})).leftFoot) <
          1e-4f);
    CHECK(gaitFor(man(), 1.4) == "walk");
    CHECK(gaitFor(man(), 3.5) == "run");
    CHECK(gaitFor(child(), 1.7) == "run");
}

TEST_CASE("Every motion is a finite pose that does not sink", "[figures]") {
    for (const Figure* figure : {&man(), &child()})
        for (const std::string& motion : library()->motions())
            for (const double seconds : {0.37, 1.1, 5.2}) {
                if (figure == &child() && seconds > 0.5) continue;
                CAPTURE(motion, seconds, figure->height());
                const BodyPose pose = evaluate(*figure, {.motion = motion, .seconds = seconds});
                for (const auto& q : pose.rotations)
                    REQUIRE(std::abs(glm::length(q) - 1) < 1e-3f);
                const auto mesh = figure->mesh(pose, Lod::close);
                for (const auto& p : mesh.positions)
                    REQUIRE(std::isfinite(p.x + p.y + p.z));
                const bool inWater = motion == "swim" || motion == "float" || motion == "dive", climbs = motion.starts_with("climb");
                if (!inWater) CHECK(mesh.bounds.low.y > -0.015f);
                if (!climbs) CHECK(mesh.bounds.high.y < 1.7f * float(figure->height()));
            }
}

TEST_CASE("Standing poses stand on the floor", "[figures]") {
    const PoseBook& book = library()->poses();
    for (const std::string& name : book.names()) {
        const AuthoredPose& authored = *book.find(name);
        if (authored.ground || authored.seated) continue;
        CAPTURE(name);
        CHECK(std::abs(man().mesh(evaluate(man(), {.motion = name, .idle = 0}), Lod::close).bounds.low.y) < 0.003f);
    }
}

TEST_CASE("Somebody who stands is never frozen, but the feet stay", "[figures]") {
    const Performance start{.motion = "stand", .seconds = 1, .seed = 5};
    const BodyLandmarks a = man().landmarks(evaluate(man(), start));
    double most = 0;
    for (double t = 1; t < 9; t += 0.25) {
        Performance p = start;
        p.seconds = t;
        const BodyLandmarks b = man().landmarks(evaluate(man(), p));
        most = std::max(most, double(glm::distance(a.headTop, b.headTop)));
        CHECK(glm::distance(a.leftFoot, b.leftFoot) < 0.004f);
        CHECK(glm::distance(a.rightFoot, b.rightFoot) < 0.004f);
    }
    CHECK(most > 0.004);
    CHECK(most < 0.10);
    const auto statue = [&](double t) {
        return evaluate(man(), {.motion = "stand", .seconds = t, .idle = 0}).rotations;
    };
    CHECK(statue(1) == statue(7));
}

TEST_CASE("Eyes find what they look at", "[figures]") {
    for (const vec3& target : {vec3(0, 1.6f, 2), vec3(1.5f, 1.7f, 1.5f), vec3(-1, 0.9f, 1.2f), vec3(-2, 1.4f, 0.4f)}) {
        const BodyLandmarks l = man().landmarks(evaluate(man(), {.motion = "stand", .lookAt = target, .idle = 0}));
        CAPTURE(target.x, target.y, target.z);
        CHECK(angleBetween(l.gaze, target - l.eyes) < 6);
    }
    const BodyLandmarks behind =
        man().landmarks(evaluate(man(), {.motion = "stand", .lookAt = vec3(0.3f, 1.6f, -3), .idle = 0}));
    CHECK(angleBetween(behind.facing, vec3(0, 0, 1)) < 95);
}

TEST_CASE("A pointing arm points", "[figures]") {
    for (const vec3& target : {vec3(-1, 1.2f, 3), vec3(2, 2.2f, 2), vec3(0, 1, 4)}) {
        const BodyLandmarks l = man().landmarks(evaluate(man(), {.motion = "point", .pointAt = target, .idle = 0}));
        const bool left = target.x > 0.25f;
        const vec3 shoulder = left ? l.leftShoulder : l.rightShoulder, hand = left ? l.leftHand : l.rightHand;
        CHECK(angleBetween(hand - shoulder, target - shoulder) < 9);
    }
}

TEST_CASE("Sitting fits the seat", "[figures]") {
    for (const float seat : {0.38f, 0.45f, 0.75f}) {
        const BodyPose pose = evaluate(man(), {.motion = "sit", .seatHeight = seat, .idle = 0});
        const BodyLandmarks l = man().landmarks(pose);
        CAPTURE(seat);
        CHECK(l.hips.y > seat + 0.04f);
        CHECK(l.hips.y < seat + 0.20f);
        CHECK(man().mesh(pose, Lod::close).bounds.low.y > -0.012f);
        if (seat < 0.6f) CHECK(man().mesh(pose, Lod::close).bounds.low.y < 0.02f);
    }
    CHECK(child().mesh(evaluate(child(), {.motion = "sit", .seatHeight = 0.45, .idle = 0}), Lod::close).bounds.low.y >
          0.02f); // the feet hang
}

TEST_CASE("Speech opens the mouth and moves the hands; a mood shows", "[figures]") {
    const auto chin = [](const Performance& p) { return evaluate(man(), p).face; };
    CHECK(chin({.motion = "stand", .mouth = 0.8}) != chin({.motion = "stand", .mouth = 0.0}));
    std::set<float> jaws;
    float lifted = -1e9f;
    const BodyLandmarks quiet = man().landmarks(evaluate(man(), {.motion = "stand", .idle = 0}));
    for (double t = 0; t < 6; t += 0.1) {
        const BodyPose pose = evaluate(man(), {.motion = "talk", .seconds = t});
        float sum = 0;
        for (const float w : pose.face)
            sum += w;
        jaws.insert(sum);
        const BodyLandmarks l = man().landmarks(pose);
        lifted = std::max({lifted, l.leftHand.y - quiet.leftHand.y, l.rightHand.y - quiet.rightHand.y});
    }
    CHECK(jaws.size() > 30);
    CHECK(lifted > 0.15f);
    for (const std::string& mood : moods()) {
        if (mood == "calm") continue;
        CAPTURE(mood);
        CHECK(chin({.mood = mood, .idle = 0}) != chin({.idle = 0}));
    }
    int shut = 0;
    for (double t = 0; t < 20; t += 1.0 / 24) {
        const auto face = chin({.motion = "stand", .seconds = t});
        shut += *std::max_element(face.begin(), face.end()) > 0.5f;
    }
    CHECK(shut > 6); // blinks
    CHECK(shut < 100);
}

TEST_CASE("The first frame's eyes are open, later ones blink", "[figures]") {
    // The lid goes down with the mean height of the lashes' vertices; the pose's face units say the same.
    const auto shut = [](double seconds, std::uint64_t seed) {
        const auto pose = evaluate(man(), {.motion = "stand", .seconds = seconds, .seed = seed, .idle = 1});
        const auto& units = man().library().data().faceUnits;
        for (std::size_t i = 0; i < units.size(); ++i)
            if (units[i].first == "eyeBlinkLeft") return pose.face[i];
        return -1.0f;
    };
    float later = 0;
    for (std::uint64_t seed = 1; seed < 40; ++seed) {
        CHECK(shut(0, seed) == 0);
        for (int k = 10; k < 180; ++k) later = std::max(later, seed < 3 ? shut(k / 30.0, seed) : 0.0f);
    }
    CHECK(later > 0.8f);
}

TEST_CASE("Blending from one motion to another begins and ends where they are", "[figures]") {
    const auto hips = [](double blend) {
        return man()
            .landmarks(evaluate(man(), {.motion = "sit", .idle = 0, .fromMotion = "stand", .blend = blend}))
            .hips.y;
    };
    CHECK(hips(0) == Approx(man().landmarks(evaluate(man(), {.motion = "stand", .idle = 0})).hips.y).margin(0.01));
    CHECK(hips(1) == Approx(man().landmarks(evaluate(man(), {.motion = "sit", .idle = 0})).hips.y).margin(0.001));
    CHECK(hips(0.5) < hips(0.2));
    for (double b = 0; b <= 1; b += 0.1) {
        const auto mesh = man().mesh(
            evaluate(man(), {.motion = "walk", .seconds = 0.3, .fromMotion = "stand", .blend = b}), Lod::close);
        CHECK(mesh.bounds.low.y > -0.01f);
        CHECK(mesh.bounds.low.y < 0.03f);
    }
}
