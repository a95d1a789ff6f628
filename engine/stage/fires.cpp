// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/fires.h"

#include "engine/reading/text.h"
#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::isOneOf;
using reading::Subject;
using reading::SubjectKind;

constexpr float kBehind = 7.5f, kNearest = 3.5f; ///< metres behind the focus, where nothing is in the way
constexpr float kHouseFlames = 3.2f;             ///< metres high, at a wall

/// What is seen of fire: flames, smoke, a blast.
std::string stateOfEffect(const Subject& s) {
    if (s.kind != SubjectKind::effect) return {};
    if (isOneOf(s.noun, "fire flame flames blaze wildfire")) return "burning";
    if (isOneOf(s.noun, "smoke fumes steam vapor vapour")) return "smoking";
    return isOneOf(s.noun, "explosion blast fireball") ? "exploding" : std::string();
}

class FireSetter {
public:
    FireSetter(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, const geometry::Camera& camera, const glm::vec3& focus)
        : m_blocking(blocking), m_sets(sets), m_description(description), m_camera(camera), m_focus(focus) {}

    void run() {
        const std::size_t before = m_blocking.props.size();
        for (const Subject& s : m_description.subjects)
            if (!s.state.empty()) burn(s, s.state);
        if (m_blocking.props.size() == before && m_description.place && !m_description.place->state.empty()) burnBehind({}, m_description.place->state);
        for (const Subject& s : m_description.subjects) {
            const std::string state = stateOfEffect(s);
            if (state.empty() || isThere(s)) continue;
            const Subject* const source = sourceOf(s);
            if (m_blocking.props.size() > before && !source) continue; // "on fire" is the thing's own
            if (source) burn(*source, state);
            else burnBehind(s.id, state);
        }
    }

private:
    bool isThere(const Subject& s) const {
        return std::any_of(m_blocking.props.begin(), m_blocking.props.end(), [&](const auto& prop) { return prop.subject == s.id; });
    }

    /// What the smoke rises from: what its verb or its place names.
    const Subject* sourceOf(const Subject& effect) const {
        std::string id;
        for (const auto& action : m_description.actions)
            if (action.subject == effect.id && !action.target.empty()) id = action.target;
        for (const auto& relation : m_description.relations)
            if (relation.a == effect.id && relation.relation != reading::RelationKind::behind) id = relation.b;
        const Subject* const source = id.empty() ? nullptr : m_description.subject(id);
        return source && source->kind != SubjectKind::person && source->kind != SubjectKind::effect && source->kind != SubjectKind::animal ? source : nullptr;
    }

    /// The thing itself, whether it was brought or is the set's; without it somewhere behind.
    void burn(const Subject& s, const std::string& state) {
        for (std::size_t i = 0; i < m_blocking.props.size(); ++i) {
            const StagedProp prop = m_blocking.props[i];
            if (prop.subject == s.id && !prop.holder && !prop.path.empty()) return burnProp(prop, state);
        }
        for (const auto& [id, object] : m_blocking.setSubjects)
            if (id == s.id && object > 0 && object <= m_blocking.set->objects.size()) return burnBox(m_blocking.set->objects[object - 1].bounds, state);
        burnBehind({}, state);
    }

    void burnProp(const StagedProp& prop, const std::string& state) {
        const glm::vec3 size = prop.prop->size * prop.scale;
        const float large = std::clamp(std::max(size.y, 0.35f * size.z), 0.3f, 9.0f);
        const int n = size.z > 1.6f * size.y ? 3 : 1;
        for (int k = 0; k < n; ++k) {
            const float along = n == 1 ? 0 : (float(k) - 1) * 0.3f * size.z;
            put(prop, heading(prop.yaw) * along, 0.45f * size.y, large * (k == 1 || n == 1 ? 1.0f : 0.75f), state);
        }
    }

    /// A house of the set: at the foot of the side that the camera sees.
    void burnBox(const geometry::Bounds& box, const std::string& state) {
        const glm::vec3 middle = box.centre(), toEye = m_camera.eye - middle;
        const glm::vec3 out = glm::normalize(glm::vec3(toEye.x, 0, toEye.z + 1e-4f)), half = box.size() * 0.5f;
        const float reach = std::min(half.x / std::max(1e-3f, std::abs(out.x)), half.z / std::max(1e-3f, std::abs(out.z)));
        const glm::vec3 at(middle.x + out.x * (reach + 0.3f), box.low.y, middle.z + out.z * (reach + 0.3f));
        row({}, at, heading(yawOf(out) + 90), std::min(half.x, half.z) * 0.7f, std::clamp(0.6f * box.size().y, 1.2f, 7.0f), state);
    }

    /// Behind the focus, at the wall that ends the view or on the open floor.
    void burnBehind(const std::string& subject, const std::string& state) {
        if (m_blocking.people.empty()) return burnBefore(subject, state);
        const glm::vec3 away = m_focus - m_camera.eye, flat = glm::normalize(glm::vec3(away.x, 0, away.z + 1e-4f));
        const glm::vec3 chest(m_focus.x, m_blocking.set->groundHeight(m_focus.x, m_focus.z) + 1.2f, m_focus.z);
        const float wall = m_blocking.set->hit(chest, flat, 16).value_or(16);
        const float far = wall < 16 ? std::max(std::min(wall - 0.5f, kBehind + 4), 1.5f) : std::max(kNearest, kBehind);
        const glm::vec3 at = chest + flat * far;
        const bool blast = state == "exploding";
        row(subject, {at.x, m_blocking.set->groundHeight(at.x, at.z), at.z}, heading(yawOf(flat) + 90), blast ? 0 : 0.28f * far, blast ? 3.0f : kHouseFlames, state);
    }

    /// Nobody is there: the house or the trees that the camera looks at burn at their foot.
    void burnBefore(const std::string& subject, const std::string& state) {
        const glm::vec3 away = m_focus - m_camera.eye;
        const float distance = std::max(2.0f, glm::length(away));
        const float met = m_blocking.set->hit(m_camera.eye, away / distance, 2 * distance).value_or(distance);
        const glm::vec3 at = m_camera.eye + away / distance * std::max(1.5f, met - 0.5f);
        row(subject, {at.x, m_blocking.set->groundHeight(at.x, at.z), at.z}, heading(yawOf(away) + 90), state == "exploding" ? 0 : 0.16f * met, std::clamp(0.17f * met, 1.5f, 6.0f), state);
    }

    /// Three fires side by side, or one.
    void row(const std::string& subject, const glm::vec3& at, const glm::vec3& across, float aside, float height, const std::string& state) {
        for (int k = -1; k <= 1; ++k) {
            if (aside <= 0 && k != 0) continue;
            StagedProp base;
            base.subject = k == 0 ? subject : std::string();
            base.path = {at + across * (aside * float(k))};
            base.path.front().y = m_blocking.set->groundHeight(base.path.front().x, base.path.front().z, at.y);
            put(base, glm::vec3(0), 0, height * (k == 0 ? 1.0f : 0.78f), state);
        }
    }

    /// On something that may move: its way, shifted and raised.
    void put(const StagedProp& on, const glm::vec3& shift, float up, float height, const std::string& state) {
        const bool blast = state == "exploding";
        if (state != "smoking") add(on, shift, up, blast ? "fireball" : "flames", blast ? height * 1.4f : height, blast ? "explode" : "burn");
        if (!blast) add(on, shift, up + (state == "smoking" ? 0 : 0.6f * height), "smoke column", 0.55f * height, "rise");
    }

    void add(const StagedProp& on, const glm::vec3& shift, float up, const char* model, float scale, const char* verb) {
        const auto made = m_sets.prop(model);
        if (!made) return;
        StagedProp fire;
        if (!on.prop && std::string_view(model) != "smoke column") fire.subject = on.subject; // else it is part of what burns
        fire.model = model;
        fire.prop = *made;
        fire.path = on.path;
        for (auto& p : fire.path) p += shift;
        fire.yaw = on.prop ? on.yaw : yawOf(m_camera.eye - m_focus);
        fire.altitude = on.altitude + up;
        fire.scale = scale;
        if (const auto* motion = m_sets.motionFor(verb, {}, {model})) {
            fire.motion = *motion;
            fire.motionUntil = m_blocking.seconds;
            if (!motion->loops) fire.motionFrom = std::min(0.25, 0.1 * m_blocking.seconds);
        }
        m_blocking.props.push_back(std::move(fire));
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    const geometry::Camera& m_camera;
    const glm::vec3 m_focus;
};

} // namespace

void setFires(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, const geometry::Camera& camera, const glm::vec3& focus) {
    FireSetter(blocking, sets, description, camera, focus).run();
}

} // namespace rushes::stage
