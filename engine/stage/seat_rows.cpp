// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/seat_rows.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float elbowRoom = 0.53f;  ///< metres for one of a row
constexpr float lowest = 0.15f, highest = 1.25f; ///< metres: of what one can sit on
constexpr float hoodShare = 0.56f;  ///< of a car's height
constexpr float hoodIn = 0.45f;     ///< metres from the bumper to who sits on the hood
constexpr float chairOut = 0.28f;   ///< metres from a table's edge to the middle of a chair
constexpr float atTable = 0.72f;    ///< metres of edge for one who eats

bool isCar(const reading::Subject& subject) { return subject.kind == reading::SubjectKind::vehicle; }

glm::vec3 sizeOf(const StagedProp& prop) { return prop.prop->size * prop.scale; }

} // namespace

std::optional<StagedProp> broughtByName(const sets::SetLibrary& sets, const std::string& name) {
    const auto made = sets.hasProp(name) ? sets.prop(name) : Result<std::shared_ptr<const sets::Prop>>(nullptr);
    if (!made || !*made) return std::nullopt;
    StagedProp prop;
    prop.model = name;
    prop.prop = *made;
    return prop;
}

std::optional<StagedProp> brought(const sets::SetLibrary& sets, const reading::Subject& subject) {
    auto match = sets.propFor(subject.model.empty() ? subject.noun : subject.model);
    if (!match) match = sets.propFor(subject.noun);
    const auto made = match ? sets.prop(match->name) : Result<std::shared_ptr<const sets::Prop>>(nullptr);
    if (!made || !*made) return std::nullopt;
    StagedProp prop;
    prop.model = match->name;
    prop.subject = subject.id;
    prop.prop = *made;
    prop.scale = float(subject.sizeFactor);
    prop.colour = subject.colour;
    return prop;
}

bool canBeSatOn(const sets::SetLibrary& sets, const reading::Subject& subject) {
    if (subject.kind == reading::SubjectKind::animal || subject.kind == reading::SubjectKind::effect) return false;
    const auto prop = brought(sets, subject);
    if (!prop) return false;
    if (isCar(subject)) return prop->prop->manned.size() > 0 && sizeOf(*prop).y < 2.2f; // a bus has no hood to sit on
    return prop->prop->seatHeight ? prop->prop->pose != "ride" && prop->prop->pose != "drive" : sizeOf(*prop).y > lowest && sizeOf(*prop).y < highest && std::max(sizeOf(*prop).x, sizeOf(*prop).z) > 0.3f;
}

float seatFacing(const StagedProp& prop, float view) {
    if (prop.prop->pose == "lie") return view - 62; // its side is the seat's front
    return view + (prop.prop->manned.empty() ? 24.0f : 30.0f);
}

std::vector<Slot> seatsOn(const StagedProp& prop, std::size_t count, std::string_view part) {
    const glm::vec3 size = sizeOf(prop), at = prop.path.front();
    const bool bed = prop.prop->pose == "lie", car = !prop.prop->manned.empty();
    const float along = bed ? size.z : size.x;
    const auto room = std::max<std::size_t>(1, std::size_t((along + 0.12f) / elbowRoom));
    const std::size_t seats = std::min(count, room);
    float height = prop.prop->seatHeight ? *prop.prop->seatHeight * prop.scale : size.y, ahead = 0;
    if (car && part == "roof") height = size.y - 0.04f, ahead = 0.25f;
    else if (car) height = size.y * hoodShare, ahead = size.z * 0.5f - hoodIn;
    else if (bed) ahead = size.x * 0.5f - 0.2f;
    else if (!prop.prop->seatHeight) ahead = std::max(0.0f, size.z * 0.5f - 0.22f);
    const float yaw = prop.yaw + (bed ? 90.0f : 0.0f);
    const float apart = seats > 1 ? std::min(0.75f, (along - 0.45f) / float(seats - 1)) : 0;
    std::vector<Slot> slots;
    for (std::size_t i = 0; i < seats; ++i) {
        const float aside = (float(i) - 0.5f * float(seats - 1)) * apart;
        slots.push_back({at + heading(yaw) * ahead + heading(yaw + 90) * aside, yaw, height});
    }
    return slots;
}

namespace {

constexpr float tread = 0.3f, leastRise = 0.09f, mostRise = 0.26f; ///< metres

/// The third step of a flight that begins at `foot` and goes up along a direction, as a seat for feet on the first.
std::optional<Slot> stairSeat(const sets::BuiltSet& set, const glm::vec3& foot, float up) {
    float heights[4] = {foot.y};
    for (int i = 1; i < 4; ++i) {
        const glm::vec3 p = foot + heading(up) * (tread * float(i));
        heights[i] = set.groundHeight(p.x, p.z, heights[i - 1]);
        const float rise = heights[i] - heights[i - 1];
        if (rise < leastRise || rise > mostRise) return std::nullopt;
    }
    const glm::vec3 hips = foot + heading(up) * (tread * 2.9f);
    return Slot{{hips.x, heights[1], hips.z}, up + 180, heights[3] - heights[1]};
}

} // namespace

std::vector<Slot> seatsOnStairs(const sets::BuiltSet& set, const glm::vec3& near, std::size_t count) {
    constexpr float reach = 8, grid = 0.25f;
    std::vector<Slot> best;
    float least = 1e9f;
    for (float z = -reach; z <= reach; z += grid)
        for (float x = -reach; x <= reach; x += grid)
            for (const float up : {0.0f, 90.0f, 180.0f, 270.0f}) {
                const glm::vec3 foot(near.x + x, set.groundHeight(near.x + x, near.z + z, near.y), near.z + z);
                const float far = glm::length(glm::vec2(x, z));
                if (far >= least) continue;
                std::vector<Slot> slots;
                for (std::size_t i = 0; i < count; ++i) {
                    const glm::vec3 at = foot + heading(up + 90) * (elbowRoom * (float(i) - 0.5f * float(count - 1)));
                    if (const auto seat = stairSeat(set, at, up)) slots.push_back(*seat);
                }
                if (slots.size() == count) best = std::move(slots), least = far;
            }
    return best;
}

std::vector<Slot> placesAt(const StagedProp& table, std::size_t count, float view) {
    const glm::vec3 size = sizeOf(table), at = table.path.front();
    const bool turned = std::abs(std::cos(glm::radians(view - table.yaw))) < 0.7f;
    const float half = 0.5f * (turned ? size.z : size.x), deep = 0.5f * (turned ? size.x : size.z);
    struct Place {
        float aside, away, yaw;
    };
    std::vector<Place> places;
    const Place left{-(half + chairOut), 0, 90}, right{half + chairOut, 0, -90};
    const auto row = [&](float away, float yaw) {
        const auto room = std::max<std::size_t>(1, std::size_t(2 * half / atTable));
        for (std::size_t i = 0; i < room; ++i) places.push_back({(float(i) - 0.5f * float(room - 1)) * std::min(0.85f, 2 * half / float(room)), away, yaw});
    };
    if (count != 1) places.push_back(left), places.push_back(right);
    row(deep + chairOut, 0);
    row(-(deep + chairOut), 180);
    if (places.size() > count) places.resize(count);
    std::vector<Slot> slots;
    for (const Place& p : places) slots.push_back({at + heading(view + 90) * p.aside - heading(view) * p.away, view + p.yaw, {}});
    return slots;
}

} // namespace rushes::stage
