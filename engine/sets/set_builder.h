// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/kit.h"
#include "engine/sets/set_library.h"

#include <glm/mat4x4.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rushes::sets {

/// How something is set down.
struct Placing {
    glm::dmat3 turn{1.0};
    glm::dvec3 at{0}, scale{1};
    bool casts = true;
    int group = -1; ///< removable wall or ceiling it belongs to
    Remat remat;
    std::string name; ///< for ObjectInfo
};

/// Collects a set while its elements are built. Lives for one `build` call, one thread.
class SetBuilder {
public:
    SetBuilder(const Kit& kit, const PropBook& props, std::uint32_t seed, const BuildOptions& options);

    const Kit& kit;
    const PropBook& props;
    const MaterialTable& materials;
    const std::uint32_t seed;
    const BuildOptions& options;
    const Terrain terrain;

    struct Wall {
        glm::dvec3 origin;
        glm::dmat3 turn;
        double length;
        int group;
    };
    std::map<std::string, Wall> walls;    ///< of the latest room: "n", "e", "s", "w"
    std::optional<geometry::Bounds> room; ///< inside of the first room

    bool night() const { return m_night > .3; }
    std::uint32_t material(std::string_view name) const { return materials[name]; }
    double height(double x, double z) const { return terrain.height(x, z); }

    /// Removable wall or ceiling through `point`, its inner side where `normal` points.
    int addGroup(const glm::dvec3& point, const glm::dvec3& normal);
    int ceilingGroup() const; ///< -1 without a ceiling
    /// One object of its own geometry.
    void addSoup(const Soup& soup, const Placing& placing);
    /// One prop. Without `y` it stands on the land.
    void addProp(const std::string& name, const glm::dvec2& at, std::optional<double> y, double yaw,
                 Placing placing = {}, bool coarse = false, int treeSeed = 0);
    /// A wall-hung or standing prop whose placing is already complete.
    void addPropPlaced(const std::string& name, const Placing& placing, double yaw, bool coarse = false,
                       int treeSeed = 0);
    /// A piece of somebody's own model, where it is in the model; nothing when it is empty.
    void addOwn(std::shared_ptr<const geometry::Mesh> mesh, std::shared_ptr<const std::vector<geometry::Material>> own, const std::string& name, int group);
    /// A way in or out, at the middle of its threshold; `yaw` looks into the room.
    void addDoor(const glm::dvec3& at, double yaw) { m_doors.push_back({at, yaw}); }
    /// A window of a room, at the foot of the wall below its middle; `yaw` looks into the room.
    void addWindow(const glm::dvec3& at, double yaw, double width) { m_windows.push_back({at, yaw, width}); }
    void addLight(const Lamp& lamp) { m_lights.push_back(lamp); }

    /// True when a thing of radius `r` keeps off marks, houses and what the shots look along.
    bool roomFor(double x, double z, double r, bool tall = true) const;
    void keepClear(double x, double z, double r) { m_clear.push_back({x, z, r}); }
    /// A pavement: props that stand on the land beside a road are set on it. The strip runs along `points`, `halfWidth`
    /// each way.
    void addPaving(std::vector<glm::dvec2> points, double halfWidth, double height) {
        m_pavings.push_back({std::move(points), halfWidth, height});
    }
    void addRoad(Road road) { m_set->roads.push_back(std::move(road)); }
    void keepOut(const glm::dvec2& low, const glm::dvec2& high) { m_boxes.push_back({low, high}); }

    /// All elements, then marks, shots, light, sight and floor.
    std::shared_ptr<const BuiltSet> finish();

private:
    struct Circle {
        double x, z, r;
    };
    struct Paving {
        std::vector<glm::dvec2> points;
        double halfWidth, height;
    };
    struct PlacedProp {
        std::uint16_t object;
        std::string name;
        glm::dmat3 turn;
        glm::dvec3 at;
        glm::dvec3 scale;
        double yaw;
        int group;
    };
    Variant variantFor(const std::string& name, const glm::dvec3& at, const glm::dvec3& scale, bool coarse,
                       int treeSeed) const;
    void addInstance(std::shared_ptr<const geometry::Mesh> mesh, const Placing& placing, bool prop, double yaw);
    void setEnvironment();
    void setWeather(Environment& environment) const;
    double pavingAt(const glm::dvec2& at) const;
    glm::vec2 guessHeart() const;
    std::optional<double> deckHeight(double land) const;
    void setFloor();
    void setShots();
    void setLamps();
    glm::vec3 standingPoint(glm::dvec2 at, std::optional<double> y, bool seated) const;

    // marks.cpp
    void setMarks();
    void addSeats();
    float yawToTable(const glm::vec3& seat, float otherwise) const;
    bool cramped() const;
    void addCentre();
    void addTalk();
    void talkAtMarks();
    void addListener(const glm::vec3& a, const glm::vec3& b);
    void addWays();
    void addWindows();
    void deriveMark(const std::string& name, const glm::vec3& position, float yaw, float clear);
    bool seenFromShots(const glm::vec3& spot) const;

    std::shared_ptr<BuiltSet> m_set;
    float m_night = 0;
    std::vector<glm::vec4> m_groups;
    std::vector<Circle> m_clear;
    std::vector<Paving> m_pavings;
    std::vector<std::pair<glm::dvec2, glm::dvec2>> m_boxes, m_corridors;
    std::vector<glm::dvec3>
        m_viewpoints; ///< the heart and the eyes of the shots: detail goes by the distance to the nearest
    std::vector<PlacedProp> m_placed;
    std::vector<Lamp> m_lights;
    std::vector<std::pair<glm::dvec3, double>> m_doors;
    struct RoomWindow {
        glm::dvec3 at;
        double yaw, width;
    };
    std::vector<RoomWindow> m_windows;
};

} // namespace rushes::sets
