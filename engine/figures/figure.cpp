// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/figure.h"

#include "engine/figures/act_book.h"
#include "engine/figures/baked_data.h"
#include "engine/figures/body.h"
#include "engine/figures/head_parts.h"
#include "engine/figures/sparse_level.h"
#include "engine/figures/turns.h"
#include "engine/figures/wardrobe.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::vec3;

namespace {
constexpr float kSparseReachM = 0.075f; ///< about two pixels of a figure that is drawn sparsely
}

Figure::Figure() = default;
Figure::~Figure() = default;

namespace {

/// Skin, face, hair and clothes of one level.
BodyLevel makeLevel(const Tailor& tailor, Palette& palette, const CharacterDesign& design, float& sole) {
    Wardrobe wardrobe(tailor, palette);
    dress(wardrobe, design);
    sole = wardrobe.soleHeight() * tailor.size;
    std::vector<Layer> layers = {skinLayer(tailor, palette, design, wardrobe.bareSkin())};
    for (auto& layer : faceParts(tailor, palette, design))
        layers.push_back(std::move(layer));
    for (auto& layer : beardLayers(tailor, palette, design))
        layers.push_back(std::move(layer));
    for (auto& layer : hairAndHats(tailor, palette, design))
        layers.push_back(std::move(layer));
    for (auto& layer : wardrobe.finish())
        layers.push_back(std::move(layer));
    return joinLayers(tailor, layers);
}

/// The foremost lowest point of the jaw and the highest of the head.
void findHead(const BakedData& data, Body& body) {
    body.chin = vec3(0, 1e9f, 0);
    const float jaw = body.skeleton.rest[bones::head].y;
    const vec3 eyes =
        0.5f * (body.skeleton.rest[std::size_t(bones::eye(0))] + body.skeleton.rest[std::size_t(bones::eye(1))]);
    float forward = -1e9f;
    for (std::uint32_t v = 0; v < data.vertexCount[std::size_t(Group::body)]; ++v) {
        const vec3 base = data.vertices[v], p = body.sized.vertices[v];
        if (p.y > body.headTop.y && std::abs(p.x) < 0.1f) body.headTop = {0, p.y, body.skeleton.rest[bones::head].z};
        // The chin is the foremost skin of the lower jaw's rim on the middle line of the base mesh.
        if (std::abs(base.x) < 0.10f && base.y > 6.18f && base.y < 6.32f && base.z > forward) {
            forward = base.z;
            body.chin = vec3(0, p.y, p.z);
        }
    }
    if (body.chin.y > 1e8f) body.chin = vec3(0, (jaw + eyes.y) * 0.5f, eyes.z);
}

RestHeights restHeights(const Body& body) {
    const Skeleton& s = body.skeleton;
    const auto y = [&](int bone) { return double(s.rest[std::size_t(bone)].y); };
    RestHeights out;
    out.stature = body.sized.stature;
    out.eyes = y(bones::eye(0));
    out.chin = double(body.chin.y);
    out.neck = y(bones::neck);
    out.shoulders = y(bones::of(bones::upperArm, 0));
    out.hips = double(s.hipCentre.y);
    out.chest = out.hips + 0.66 * (out.neck - out.hips);
    out.waist = out.hips + 0.30 * (out.neck - out.hips);
    out.knees = y(bones::of(bones::calf, 0));
    out.ankles = y(bones::of(bones::foot, 0));
    out.headHeight = out.stature - out.chin;
    return out;
}

Result<void> checkDesign(const CharacterDesign& d) {
    const auto slider = [](double v) { return v >= 0 && v <= 1; };
    if (!slider(d.maleness) || !slider(d.muscle) || !slider(d.weight) || !slider(d.proportions) || !slider(d.african) ||
        !slider(d.asian) || !slider(d.caucasian))
        return fail(ErrorCategory::badInput, "A figure's slider is outside 0 … 1");
    if (!(d.ageYears >= 0 && d.ageYears <= 120))
        return fail(ErrorCategory::badInput, "A figure's age is outside 0 … 120 years");
    if (d.heightM != 0 && !(d.heightM >= 0.5 && d.heightM <= 2.6))
        return fail(ErrorCategory::badInput, "A figure's height is outside 0.5 … 2.6 metres",
                    "Leave it at 0 for what the age takes.");
    return {};
}

} // namespace

Result<std::shared_ptr<const Figure>> Figure::create(std::shared_ptr<const FigureLibrary> library,
                                                     const CharacterDesign& design, Lod finest) {
    if (!library) return fail(ErrorCategory::badInput, "A figure needs the figure library");
    if (auto checked = checkDesign(design); !checked) return fail(checked.error());
    const BakedData& data = library->data();
    std::shared_ptr<Figure> out(new Figure);
    out->m_library = library;
    out->m_design = design;
    out->m_body = std::make_unique<Body>();
    Body& body = *out->m_body;
    body.sized = sizedBody(data, design);
    body.skeleton = Skeleton::fromJoints(body.sized.joints);
    body.legs = measureLegs(data, body.sized, body.skeleton);
    Palette palette;
    for (int level = int(finest); level < int(Lod::sparse); ++level) {
        const Tailor tailor(data, body.sized, body.skeleton, level);
        body.levels[std::size_t(level)] = makeLevel(tailor, palette, design, body.sole);
        body.size = tailor.size;
        body.headSize = tailor.headSize;
    }
    body.levels[std::size_t(Lod::sparse)] = sparseLevel(body.levels[std::size_t(Lod::tiny)], kSparseReachM);
    for (int level = 0; level < int(finest); ++level) body.levels[std::size_t(level)] = body.levels[std::size_t(finest)];
    findHead(data, body);
    body.surfaces = palette.surfaces();
    out->m_materials = std::make_shared<const std::vector<geometry::Material>>(palette.materials());
    out->m_rest = restHeights(body);
    for (const Clip& clip : data.clips)
        body.tracks.emplace(clip.name, MotionTrack::fit(clip, body.skeleton));
    return std::shared_ptr<const Figure>(std::move(out));
}

geometry::Mesh Figure::mesh(const BodyPose& pose, Lod lod) const {
    const BodyLevel& level = m_body->levels[std::size_t(lod)];
    const PosedBones posedBones = posed(m_body->skeleton, pose);
    const auto points = bend(*m_body, level, pose, posedBones);
    const auto normals = smoothNormals(points, level.faces);
    geometry::Mesh out;
    out.positions.reserve(level.cornerPoint.size());
    out.normals.reserve(level.cornerPoint.size());
    for (const auto p : level.cornerPoint) {
        out.positions.push_back(points[p]);
        out.normals.push_back(normals[p]);
    }
    out.surfaceOf = level.cornerSurface;
    out.indices = level.indices;
    out.closed = level.closed;
    out.surfaces = m_body->surfaces;
    out.measure();
    return out;
}

glm::mat4 Figure::holdFrame(const BodyPose& pose, const Holding& holding) const {
    const Skeleton& s = m_body->skeleton;
    const PosedBones b = posed(s, pose);
    const float scale = float(m_rest.stature) / 1.72f;
    const auto hand = std::size_t(bones::of(bones::hand, holding.side));
    glm::mat3 turn(1);
    vec3 at = b.palm(s, holding.side);
    if (holding.way == HoldWay::grip) turn = b.turn[hand] * glm::mat3_cast(turnX(90));
    if (holding.way == HoldWay::between) {
        at = 0.5f * (b.palm(s, 0) + b.palm(s, 1));
        const vec3 across = b.palm(s, 0) - b.palm(s, 1);
        turn = glm::mat3_cast(turnY(glm::degrees(std::atan2(-across.z, across.x))));
    }
    if (holding.way == HoldWay::floor) at = vec3(0);
    if (holding.way == HoldWay::bone) {
        at = b.at[std::size_t(holding.bone)];
        turn = b.turn[std::size_t(holding.bone)];
    }
    glm::mat4 out(turn * glm::mat3_cast(turnZ(holding.turn.z) * turnY(holding.turn.y) * turnX(holding.turn.x)));
    out[3] = glm::vec4(at + turn * (holding.offset * scale), 1);
    return out;
}

BodyLandmarks Figure::landmarks(const BodyPose& pose) const {
    const Skeleton& s = m_body->skeleton;
    const PosedBones b = posed(s, pose);
    const auto at = [&](int bone) { return b.at[std::size_t(bone)]; };
    const auto onHead = [&](const vec3& rest) {
        return at(bones::head) + b.bind(s, bones::head) * (rest - s.rest[bones::head]);
    };
    BodyLandmarks out;
    out.headTop = onHead(m_body->headTop);
    out.chin = onHead(m_body->chin);
    out.eyes = 0.5f * (at(bones::eye(0)) + at(bones::eye(1)));
    out.neck = at(bones::neck);
    out.chest = glm::mix(at(bones::spine3), at(bones::neck), 0.35f);
    out.hips = pose.root;
    out.waist = glm::mix(out.hips, out.neck, 0.30f);
    out.leftShoulder = at(bones::of(bones::upperArm, 0));
    out.rightShoulder = at(bones::of(bones::upperArm, 1));
    out.leftElbow = at(bones::of(bones::lowerArm, 0));
    out.rightElbow = at(bones::of(bones::lowerArm, 1));
    out.leftHand = b.palm(s, 0);
    out.rightHand = b.palm(s, 1);
    out.leftKnee = at(bones::of(bones::calf, 0));
    out.rightKnee = at(bones::of(bones::calf, 1));
    out.leftFoot = at(bones::of(bones::foot, 0));
    out.rightFoot = at(bones::of(bones::foot, 1));
    out.leftToe = b.soles(s, 0)[2];
    out.rightToe = b.soles(s, 1)[2];
    out.facing = b.turn[bones::head] * vec3(0, 0, 1);
    out.gaze = b.turn[std::size_t(bones::eye(0))] * vec3(0, 0, 1);
    return out;
}

} // namespace rushes::figures
