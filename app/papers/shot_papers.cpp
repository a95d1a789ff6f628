// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/papers/shot_papers.h"

#include "engine/stage/movables.h"
#include "engine/stage/shot_focus.h"

#include <fmt/format.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::app {
namespace {

using interchange::FloorPlan;

glm::vec2 floorOf(const glm::vec3& p) { return {p.x, p.z}; }

/// Height of the camera over the ground that it stands on, metres.
float heightOf(const stage::StagedShot& shot, const geometry::Camera& camera) {
    return camera.eye.y - shot.blocking.set->groundHeight(camera.eye.x, camera.eye.z, camera.eye.y - 0.4f, 0.3f);
}

/// Words that are stored with underscores, as they are said.
std::string said(std::string_view word) {
    std::string out(word);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

std::string moveWords(const reading::CameraWords& camera) {
    std::string out;
    int order = 0;
    for (const auto& move : camera.moves) {
        if (!out.empty()) out += move.order > order ? ", then " : " and ";
        order = move.order;
        if (move.speed != reading::MoveSpeed::normal) out += said(word(move.speed)) + " ";
        out += said(word(move.move));
        if (move.direction) out += " " + said(word(*move.direction));
    }
    return out.empty() ? "static" : out;
}

std::string lensWords(const stage::StagedShot& shot) {
    const float first = shot.camera.front().focalMm, last = shot.camera.back().focalMm;
    return std::abs(last - first) < 0.5f ? fmt::format("{:.0f} mm", first) : fmt::format("{:.0f}-{:.0f} mm", first, last);
}

/// Nothing of an object above `from` or below `to` metres over the floor counts: what a plan shows is what stands about.
std::vector<glm::vec2> outlineOf(const sets::BuiltSet& set, std::uint16_t object, float floor) {
    std::vector<glm::vec2> points;
    for (const auto& instance : set.instances) {
        if (instance.object != object) continue;
        for (const auto& p : instance.mesh->positions) {
            const glm::vec3 at(instance.transform * glm::vec4(p, 1));
            if (at.y > floor - 0.3f && at.y < floor + 2.6f) points.push_back(floorOf(at));
        }
    }
    return interchange::convexHull(std::move(points));
}

/// A thing's box where the shot begins.
std::vector<glm::vec2> footprintOf(const stage::StagedProp& prop) {
    const auto& path = prop.path;
    const glm::vec2 at = floorOf(path.front());
    const float yaw = glm::radians(prop.yaw);
    const glm::vec2 ahead = path.size() > 1 && glm::distance(at, floorOf(path[1])) > 1e-3f ? glm::normalize(floorOf(path[1]) - at) : glm::vec2(std::sin(yaw), std::cos(yaw));
    const glm::vec2 side(ahead.y, -ahead.x), half = floorOf(prop.prop->size) * prop.scale * 0.5f;
    return {at + side * half.x + ahead * half.y, at - side * half.x + ahead * half.y, at - side * half.x - ahead * half.y, at + side * half.x - ahead * half.y};
}

void addOutlines(const stage::StagedShot& shot, FloorPlan& plan) {
    const auto& set = *shot.blocking.set;
    const float floor = set.heart.y;
    for (const auto& info : set.objects) {
        const glm::vec3 size = info.bounds.high - info.bounds.low;
        const bool flat = info.bounds.high.y < floor + 0.12f || info.name == "ground" || info.name == "floor" || info.name == "ceiling";
        if (flat || info.bounds.low.y > floor + 2.2f || std::max(size.x, size.z) > 40) continue;
        FloorPlan::Outline outline;
        outline.points = outlineOf(set, info.object, floor);
        outline.name = info.prop ? said(info.name) : std::string{};
        outline.wall = !info.prop;
        outline.opened = std::find(shot.opened.begin(), shot.opened.end(), info.object) != shot.opened.end();
        outline.object = info.object;
        plan.outlines.push_back(std::move(outline));
    }
    for (const auto& prop : shot.blocking.props)
        if (!prop.holder && !prop.path.empty()) plan.outlines.push_back({footprintOf(prop), {}, false, false, prop.object});
}

std::string nameOf(const stage::StagedShot& shot, const stage::StagedPerson& person) {
    if (!person.name.empty()) return person.name;
    const auto* subject = shot.description.subject(person.subject);
    return subject ? subject->noun : "extra";
}

void addMarks(const stage::StagedShot& shot, FloorPlan& plan) {
    const auto& blocking = shot.blocking;
    std::vector<FloorPlan::Mark> people(blocking.people.size());
    for (int step = 0; step <= 12; ++step) {
        const auto moments = stage::peopleAt(blocking, blocking.seconds * step / 12);
        for (std::size_t i = 0; i < moments.size(); ++i) {
            const glm::vec2 at = floorOf(moments[i].position);
            if (people[i].path.empty() || glm::distance(people[i].path.back(), at) > 0.15f) people[i].path.push_back(at);
            people[i].yaw = moments[i].yaw;
        }
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        people[i].name = nameOf(shot, blocking.people[i]);
        plan.marks.push_back(std::move(people[i]));
    }
    for (const auto& prop : blocking.props) {
        if (prop.holder || prop.path.empty()) continue;
        FloorPlan::Mark mark;
        mark.name = said(prop.model);
        mark.figure = false;
        for (const auto& point : prop.path) mark.path.push_back(floorOf(point));
        plan.marks.push_back(std::move(mark));
    }
}

FloorPlan::CameraMark cameraMark(const geometry::Camera& camera) {
    const glm::vec2 f = floorOf(camera.forward());
    return {floorOf(camera.eye), glm::length(f) > 1e-3f ? glm::normalize(f) : floorOf(camera.up), glm::degrees(camera.horizontalFov())};
}

void addCamera(const stage::StagedShot& shot, FloorPlan& plan) {
    const std::size_t count = shot.camera.size(), step = std::max<std::size_t>(1, count / 16);
    for (std::size_t i = 0; i < count; i += step) {
        const auto mark = cameraMark(shot.camera[i]);
        if (plan.camera.empty() || glm::distance(plan.camera.back().eye, mark.eye) > 0.03f) plan.camera.push_back(mark);
    }
    const auto last = cameraMark(shot.camera.back());
    if (count > 1 && (glm::distance(plan.camera.back().eye, last.eye) > 1e-4f || glm::distance(plan.camera.back().forward, last.forward) > 1e-3f)) plan.camera.push_back(last);
    plan.reach = std::clamp(shot.camera.front().focusM * 1.35f, 1.5f, 30.0f);
}

/// What of the shot is not as its prompt says: "Moved by hand: Mara, set chair 2, the camera."
std::string movedByHand(const stage::StagedShot& shot, const stage::HandStaging& hand) {
    if (hand.set != shot.blocking.set->kit) return {};
    std::vector<std::string> moved;
    for (std::size_t i = 0; i < shot.blocking.people.size(); ++i)
        if (const auto who = stage::markName(shot, i); hand.marks.contains(who) || hand.people.contains(who)) moved.push_back(who);
    for (const auto& thing : stage::movablesOf(shot))
        if (hand.things.contains(thing.key)) moved.push_back(thing.key);
    if (hand.camera || !hand.keys.empty()) moved.push_back("the camera");
    std::string words;
    for (const auto& name : moved) words += (words.empty() ? "Moved by hand: " : ", ") + name;
    return words.empty() ? words : words + ".";
}

std::string castWords(const stage::StagedShot& shot) {
    std::string out;
    for (const auto& person : shot.blocking.people) {
        const std::string name = nameOf(shot, person);
        if (out.find(name) == std::string::npos) out += (out.empty() ? "" : ", ") + name;
    }
    return out;
}

std::string propWords(const stage::StagedShot& shot) {
    std::string out;
    for (const auto& prop : shot.blocking.props) out += (out.empty() ? "" : ", ") + said(prop.model);
    return out;
}

void putStaged(const stage::StagedShot& shot, interchange::ShotListRow& row) {
    const auto& camera = shot.camera.front();
    const auto& words = shot.description.camera;
    row.size = said(word(stage::sizeOf(shot.description, shot.blocking.people.size())));
    row.angle = said(word(words.angle.value_or(reading::CameraAngle::level)));
    row.move = moveWords(words);
    row.lens = lensWords(shot);
    row.sensor = std::string(shot.sensor.label);
    row.height = fmt::format("{:.2f}", heightOf(shot, camera));
    row.distance = fmt::format("{:.1f}", camera.focusM);
    row.stop = fmt::format("{:g}", camera.stop);
    row.focus = fmt::format("{:.1f}", camera.focusM);
    row.cast = castWords(shot);
    row.props = propWords(shot);
    for (const auto& warning : shot.warnings) row.warnings += (row.warnings.empty() ? "" : " ") + warning;
}

} // namespace

interchange::CameraPath cameraPathOf(const stage::StagedShot& shot, const std::string& number) {
    return {number, std::string(shot.sensor.label), shot.sensor.squeeze, shot.duration.rate, shot.width, shot.height, shot.camera};
}

interchange::FloorPlan floorPlanOf(const stage::StagedShot& shot, const std::string& title, const std::string& prompt, const stage::HandStaging& hand) {
    FloorPlan plan;
    plan.title = title;
    plan.subtitle = prompt;
    const auto& camera = shot.camera.front();
    const auto depth = stage::depthOfField(camera);
    const std::string far = std::isinf(depth.farM) ? std::string("infinity") : fmt::format("{:.1f} m", depth.farM);
    plan.lens = fmt::format("{} on {}, {:.2f} m high, f/{:g}, focus {:.1f} m (sharp {:.1f} m to {}), {}", lensWords(shot), shot.sensor.label, heightOf(shot, camera), camera.stop,
                            camera.focusM, depth.nearM, far, moveWords(shot.description.camera));
    plan.notes = shot.warnings;
    if (const std::string moved = movedByHand(shot, hand); !moved.empty()) plan.notes.push_back(moved);
    addOutlines(shot, plan);
    addMarks(shot, plan);
    addCamera(shot, plan);
    return plan;
}

interchange::ShotListRow shotListRowOf(const project::Project& film, const project::Shot& shot, const stage::StagedShot* staged) {
    interchange::ShotListRow row;
    row.shot = shot.number;
    if (const auto* scene = film.scenes.find(shot.scene)) row.scene = scene->number, row.heading = scene->heading;
    row.description = shot.prompt;
    for (const auto& line : shot.dialogue) row.dialogue += (row.dialogue.empty() ? "" : " / ") + line.character + ": " + line.text;
    const auto duration = project::durationOf(film, shot);
    row.seconds = fmt::format("{:.1f}", duration.seconds());
    row.frames = std::to_string(duration.value);
    if (staged) putStaged(*staged, row);
    else row.size = shot.size.value_or(""), row.angle = shot.angle.value_or(""), row.move = shot.move.value_or("");
    return row;
}

} // namespace rushes::app
