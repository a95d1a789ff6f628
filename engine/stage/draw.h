// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/view.h"
#include "engine/stage/held_things.h"
#include "engine/stage/light_words.h"
#include "engine/stage/person_meshes.h"
#include "engine/stage/staging.h"

#include <memory>

namespace rushes::stage {

struct ViewSize {
    int width = 1280, height = 720;
    bool fine = false; ///< see render::View::fine
};

/// Turns a staged shot into frames to draw: poses the people, puts things in hands, keeps what does not move. One thread; keeps
/// references into the shot, which must outlive it.
class ShotDrawer {
public:
    ShotDrawer(StageLibrary& library, const StagedShot& shot);

    /// The view of one frame, at any size (the shot's own is in the shot).
    render::View view(std::int64_t frame, const ViewSize& size) const;
    render::View view(std::int64_t frame, int width, int height) const { return view(frame, ViewSize{width, height}); }
    /// The same with View::traces, for the motion and rest passes; takes about twice as long.
    render::View tracedView(std::int64_t frame, const ViewSize& size) const;
    const StagedShot& shot() const { return m_shot; }

private:
    void addPeople(render::View& view, const std::vector<PersonMoment>& moments, std::vector<BentPerson>& bodies) const;
    /// What is ridden or pushed, so many metres on its way: an animal on its legs, wheels turning.
    void goAlong(const StagedProp& prop, float gone, geometry::Instance& instance, const std::string& motion) const;
    /// By how much the vehicle rocks and tilts, and with it who sits there.
    glm::mat4 withVehicle(const Aboard& aboard, double seconds) const;
    void addProps(render::View& view, double seconds, const std::vector<BentPerson>& bodies) const;

    StageLibrary& m_library;
    const StagedShot& m_shot;
    PersonMeshes m_people;
    LitAir m_lit;         ///< light and air with what the prompt's words on light ask for
    bool m_lens = false;  ///< focus blur was asked for
    std::optional<std::size_t> m_eyes; ///< the person whose eyes the camera is
    std::vector<std::shared_ptr<const geometry::Mesh>> m_propMeshes; ///< one per prop, as fine as its largest moment asks for
    std::vector<std::shared_ptr<const std::vector<geometry::Material>>> m_propMaterials; ///< one per prop, coloured as the prompt asks
};

} // namespace rushes::stage
