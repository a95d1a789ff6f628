// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/rebuilt_shots.h"

#include "tests/eval/look/mannequin.h"
#include "tests/eval/look/transforms.h"

#include <cmath>
#include <numbers>

namespace rushes::eval {
namespace {

using glm::mat4;
using glm::vec3;
using Kind = Solid::Kind;

constexpr float kTurn = 2 * std::numbers::pi_v<float>;

vec3 grey(float value) { return {value, value, value * 0.97f}; }

const Clothes kAnna{vec3{.85f, .65f, .5f}, vec3{.75f, .25f, .2f}, vec3{.2f, .25f, .4f}, vec3{.2f, .12f, .08f}, vec3{.12f, .1f, .1f}};
const Clothes kBen{vec3{.8f, .6f, .48f}, vec3{.2f, .45f, .5f}, vec3{.5f, .42f, .3f}, vec3{.75f, .6f, .3f}, vec3{.3f, .18f, .1f}};

/// Adds pieces to a scene.
struct Scene {
    SolidScene& out;

    std::size_t add(Kind kind, const vec3& size, const mat4& at, int object, int part, const vec3& colour) {
        out.pieces.push_back({{kind, size}, object, part, colour, at});
        return out.pieces.size() - 1;
    }
    void box(float x, float y, float z, const vec3& half, int object, const vec3& colour) { add(Kind::box, half, shift(x, y, z), object, 0, colour); }
    /// The first of its pieces.
    std::size_t person(int object, const Clothes& clothes) {
        const std::size_t first = out.pieces.size();
        for (const Limb& limb : mannequin({}, mat4(1))) add(limb.solid.kind, limb.solid.size, limb.at, object, limb.part, clothes[std::size_t(limb.part)]);
        return first;
    }
};

void pose(SceneMoment& moment, std::size_t first, const Pose& pose, const mat4& root) {
    for (const Limb& limb : mannequin(pose, root)) moment.at[first++] = limb.at;
}

Pose walking(float phase, float swing = 28) {
    const float s = std::sin(phase), c = std::cos(phase);
    Pose p;
    p.hip = {-swing * s, swing * s};
    p.knee = {std::max(0.0f, 35 * c) + 6, std::max(0.0f, -35 * c) + 6};
    p.shoulder = {swing * 0.9f * s, -swing * 0.9f * s};
    p.elbow = {-20, -20};
    p.pelvis = 0.93f + 0.02f * std::fabs(c);
    p.lean = 3;
    p.twist = 5 * s;
    return p;
}

SolidScene street() {
    SolidScene scene;
    Scene s{scene};
    const auto a = s.person(1, kAnna), b = s.person(2, kBen);
    s.box(0, -.1f, 0, {30, .1f, 30}, 10, grey(.6f));
    s.box(0, .06f, -2.2f, {30, .06f, 1.2f}, 11, grey(.7f));
    constexpr float houses[][3] = {{-9, 2.2f, 3.2f}, {-4.3f, 2, 4.2f}, {0, 1.8f, 3}, {4.2f, 1.9f, 4.6f}, {9, 2.3f, 3.5f}};
    for (int i = 0; i < 5; ++i) {
        const auto [x, w, h] = houses[i];
        s.box(x, h, -5.6f, {w, h, 2}, 12 + i % 3, {.62f + .06f * float(i % 2), .58f, .52f - .04f * float(i % 3)});
        for (const float wx : {-.9f, .3f})
            for (const float wy : {1.6f, 3.6f}) s.box(x + wx + .3f, wy, -3.58f, {.35f, .5f, .06f}, 16, {.35f, .4f, .45f});
        s.box(x - .2f, .95f, -3.57f, {.42f, .95f, .03f}, 17, {.4f, .3f, .22f});
    }
    s.box(-2.6f, 1.6f, -1.3f, {.05f, 1.6f, .05f}, 18, grey(.3f));
    s.box(2.4f, .45f, -1.8f, {.5f, .45f, .3f}, 19, {.3f, .42f, .3f});
    scene.light = {.5f, .75f, .55f};
    scene.heart = {0, 1, -1.5f};
    scene.shadowRadiusM = 11;
    scene.move = [a, b](float t, SceneMoment& m) {
        pose(m, a, walking(kTurn * t * 1.7f), shift(-2.3f + 4.6f * t, 0, -.1f) * turnY(90));
        pose(m, b, walking(kTurn * t * 1.5f + 1), shift(2.4f - 4.6f * t, 0, -.75f) * turnY(-90));
        m.eye = {-.6f + 1.4f * t, 1.5f, 4.3f};
        m.target = {-.2f + .6f * t, 1.05f, -1};
        m.verticalFov = 48;
    };
    return scene;
}

void furnish(Scene& s) {
    s.box(0, -.1f, 0, {8, .1f, 8}, 10, {.55f, .45f, .38f});
    s.box(0, 1.5f, -3, {8, 1.5f, .1f}, 11, grey(.7f));
    s.box(-3.5f, 1.5f, 0, {.1f, 1.5f, 8}, 12, {.66f, .66f, .6f});
    s.box(3.8f, 1.5f, 0, {.1f, 1.5f, 8}, 12, {.66f, .66f, .6f});
    const vec3 chair{.5f, .36f, .22f}, table{.42f, .3f, .2f};
    s.box(0, .42f, -.02f, {.26f, .03f, .26f}, 13, chair);
    s.box(0, .75f, -.28f, {.26f, .33f, .03f}, 13, chair);
    for (const float x : {-.22f, .22f})
        for (const float z : {-.22f, .22f}) s.box(x, .2f, z, {.025f, .2f, .025f}, 13, chair);
    s.box(1, .7f, .25f, {.45f, .03f, .6f}, 14, table);
    for (const float x : {.6f, 1.4f})
        for (const float z : {-.25f, .75f}) s.box(x, .34f, z, {.03f, .34f, .03f}, 14, table);
    s.add(Kind::cylinder, {.05f, 0, .07f}, shift(.95f, .8f, .2f), 15, 0, {.7f, .3f, .25f});
    s.add(Kind::box, {.14f, .05f, .1f}, shift(1.1f, .78f, .5f) * turnY(25), 16, 0, {.3f, .35f, .5f});
    s.box(-.6f, 1.6f, -2.9f, {.6f, .45f, .04f}, 17, {.45f, .55f, .6f});
    s.box(1.6f, 1.5f, -2.88f, {.4f, .55f, .04f}, 18, {.55f, .45f, .35f});
    s.box(-2.2f, .5f, -2.3f, {.6f, .5f, .4f}, 19, {.4f, .42f, .36f});
    s.add(Kind::cone, {.28f, .2f, .5f}, shift(-1.3f, .5f, -1.8f), 20, 0, {.3f, .42f, .25f});
}

SolidScene orbit() {
    SolidScene scene;
    Scene s{scene};
    const auto a = s.person(1, kAnna);
    furnish(s);
    scene.light = {.6f, .7f, .5f};
    scene.heart = {.2f, .8f, -.5f};
    scene.shadowRadiusM = 5;
    scene.move = [a](float t, SceneMoment& m) {
        Pose p;
        p.pelvis = .5f;
        p.hip = {-88, -84};
        p.knee = {86, 80};
        p.shoulder = {-30 + 4 * std::sin(6 * t), -45};
        p.elbow = {-50, -40};
        p.headTurn = -15 + 30 * t;
        p.bend = -2 + 3 * t;
        pose(m, a, p, mat4(1));
        const float angle = glm::radians(-28 + 60 * t);
        m.eye = {2.7f * std::sin(angle) + .1f, 1.35f, 2.7f * std::cos(angle)};
        m.target = {.2f, .72f, 0};
        m.verticalFov = 42;
    };
    return scene;
}

/// A road before houses and trees.
void layRoad(Scene& s) {
    s.box(0, -.1f, 0, {40, .1f, 30}, 10, grey(.5f));
    s.box(0, .07f, -4, {40, .07f, 1.5f}, 11, grey(.7f));
    for (int i = 0; i < 7; ++i) {
        const float h = 2.2f + .9f * float((i * 37) % 5) / 2, x = -13 + 4.4f * float(i);
        s.box(x, h, -7.6f, {2.1f, h, 2}, 12 + i % 3, {.6f + .05f * float(i % 2), .56f, .5f - .05f * float(i % 3)});
        s.box(x - .8f, 1.7f, -5.58f, {.5f, .7f, .06f}, 16, {.35f, .4f, .45f});
        s.box(x + .8f, 1.05f, -5.58f, {.45f, 1.05f, .06f}, 17, {.4f, .3f, .22f});
    }
    for (const float x : {-6.0f, 0.0f, 6.0f}) {
        s.add(Kind::cone, {.1f, .07f, 1.8f}, shift(x, 0, -3.2f), 18, 0, {.35f, .26f, .18f});
        s.add(Kind::ellipsoid, {.9f, 1, .8f}, shift(x, 2.5f, -3.2f), 19, 0, {.3f, .45f, .25f});
    }
}

/// The car's pieces follow each other from the index that is given back; the last eight are its wheels and their caps.
std::size_t parkCar(Scene& s) {
    const std::size_t first = s.out.pieces.size();
    const auto add = [&](const vec3& half, const vec3& at, int part, const vec3& colour) { s.add(Kind::box, half, shift(at.x, at.y, at.z), 3, part, colour); };
    const vec3 paint{.7f, .55f, .2f}, glass{.3f, .38f, .42f};
    add({2, .33f, .8f}, {0, .62f, 0}, 5, paint);
    add({1.05f, .3f, .72f}, {-.2f, 1.2f, 0}, 5, paint);
    add({.42f, .2f, .74f}, {-.72f, 1.2f, 0}, 6, glass);
    add({.42f, .2f, .74f}, {.3f, 1.2f, 0}, 6, glass);
    add({.04f, .1f, .6f}, {2, .62f, 0}, 7, grey(.85f));
    add({2.06f, .07f, .82f}, {0, .38f, 0}, 7, grey(.4f));
    for (const float x : {-1.25f, 1.25f})
        for (const float z : {-.72f, .72f}) {
            s.add(Kind::cylinder, {.36f, 0, .12f}, shift(x, .36f, z) * turnX(90), 3, 8, grey(.18f));
            s.add(Kind::cylinder, {.18f, 0, .13f}, shift(x, .36f, z) * turnX(90), 3, 9, grey(.7f));
        }
    return first;
}

SolidScene car() {
    SolidScene scene;
    Scene s{scene};
    const auto b = s.person(2, kBen);
    layRoad(s);
    const auto first = parkCar(s), last = scene.pieces.size();
    scene.light = {-.45f, .75f, .6f};
    scene.heart = {-.5f, 1, -2};
    scene.shadowRadiusM = 12;
    scene.move = [b, first, last](float t, SceneMoment& m) {
        const float x = -5 + 9 * t;
        for (std::size_t k = first; k < last; ++k) m.at[k] = shift(x, 0, 0) * m.at[k] * (k + 8 >= last ? turnY(-glm::degrees(9 * t / .36f)) : mat4(1));
        pose(m, b, walking(kTurn * t * 1.2f, 20), shift(1.6f - 1.2f * t, .14f, -3.6f) * turnY(-90));
        m.eye = {0, 1.6f, 6.4f};
        m.target = {-2.6f + 5 * t, 1.05f, 0};
        m.verticalFov = 46;
    };
    return scene;
}

/// The head's pieces, from the first one on.
void addHead(Scene& s) {
    const vec3 &skin = kAnna[0], &hair = kAnna[3];
    const auto add = [&](Kind kind, const vec3& size, const mat4& at, int part, const vec3& colour) { s.add(kind, size, at, 1, part, colour); };
    add(Kind::ellipsoid, {.085f, .12f, .105f}, mat4(1), 0, skin);
    add(Kind::ellipsoid, {.062f, .055f, .06f}, shift(0, -.085f, .035f), 0, skin);
    add(Kind::ellipsoid, {.096f, .1f, .112f}, shift(0, .05f, -.03f), 3, hair);
    add(Kind::cone, {.012f, .02f, .05f}, shift(0, .02f, .098f) * turnX(165), 0, skin);
    for (const float side : {-1.0f, 1.0f}) {
        add(Kind::ellipsoid, {.017f, .013f, .012f}, shift(side * .035f, .02f, .09f), 10, {.92f, .92f, .9f});
        add(Kind::ellipsoid, {.007f, .008f, .006f}, shift(side * .035f, .02f, .1f), 11, {.15f, .12f, .1f});
        add(Kind::cone, {.006f, .004f, .04f}, shift(side * .018f, .046f, .098f) * turnZ(-side * 82), 3, hair);
        add(Kind::ellipsoid, {.014f, .03f, .02f}, shift(side * .088f, 0, -.005f), 0, skin);
    }
    add(Kind::ellipsoid, {.026f, .008f, .01f}, shift(0, -.07f, .09f), 12, {.7f, .35f, .3f});
}

SolidScene head() {
    SolidScene scene;
    Scene s{scene};
    s.box(0, 0, -2.5f, {5, 3, .1f}, 11, grey(.68f));
    s.box(-1.1f, .35f, -2.4f, {.6f, .8f, .05f}, 17, {.5f, .58f, .62f});
    s.box(1.4f, -.2f, -2.3f, {.3f, 2, .3f}, 12, {.55f, .5f, .42f});
    s.box(.5f, -.7f, -1.6f, {.5f, .5f, .3f}, 13, {.4f, .35f, .3f});
    const std::size_t first = scene.pieces.size();
    addHead(s);
    const std::size_t body = scene.pieces.size();
    const vec3 &skin = kAnna[0], &shirt = kAnna[1];
    s.add(Kind::cone, {.055f, .055f, .12f}, shift(0, -.2f, -.02f), 1, 0, skin);
    s.add(Kind::cone, {.16f, .1f, .25f}, shift(0, -.52f, -.03f), 1, 1, shirt);
    s.add(Kind::ellipsoid, {.24f, .1f, .12f}, shift(0, -.29f, -.03f), 1, 1, shirt);
    s.add(Kind::cone, {.085f, .07f, .35f}, shift(.2f, -.3f, -.03f) * turnZ(-165), 1, 1, shirt);
    s.add(Kind::cone, {.085f, .07f, .35f}, shift(-.2f, -.3f, -.03f) * turnZ(165), 1, 1, shirt);
    const std::size_t last = scene.pieces.size();
    scene.light = {.6f, .55f, .65f};
    scene.heart = {0, -.1f, 0};
    scene.shadowRadiusM = 1.2f;
    scene.move = [first, body, last](float t, SceneMoment& m) {
        for (std::size_t k = first; k < last; ++k) m.at[k] = (k < body ? turnY(-38 + 72 * t) * turnX(6 * std::sin(5 * t)) : turnY(-8 + 16 * t)) * m.at[k];
        m.eye = {.03f * t, .02f, 1.05f};
        m.target = {0, -.06f, 0};
        m.verticalFov = 32;
    };
    return scene;
}

} // namespace

std::unique_ptr<SolidScene> rebuiltScene(std::string_view name) {
    if (name == "street") return std::make_unique<SolidScene>(street());
    if (name == "orbit") return std::make_unique<SolidScene>(orbit());
    if (name == "car") return std::make_unique<SolidScene>(car());
    if (name == "head") return std::make_unique<SolidScene>(head());
    return nullptr;
}

} // namespace rushes::eval
