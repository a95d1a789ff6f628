// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/built_set.h"
#include "engine/sets/node.h"
#include "engine/sets/prop_book.h"
#include "engine/sets/random.h"
#include "engine/sets/terrain.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rushes::sets {

class SetBuilder;

/// One entry of a kit's `elements`, read and checked. Built with a random stream of its own.
class Element {
public:
    virtual ~Element() = default;
    virtual void build(SetBuilder& set, Random& random) const = 0;
    std::string kind;
};

/// What an element's reader may ask for.
struct Vocabulary {
    const MaterialTable& materials;
    const PropBook& props;

    /// Throws ReadError when there is no such prop.
    std::string prop(const Node& name) const;
    std::vector<std::string> propList(const Node& names) const; ///< one name or a list
};

using ElementReader = std::unique_ptr<Element> (*)(const Node&, const Vocabulary&);
/// Readers by the element's `type`; one table, filled from the files below.
const std::map<std::string, ElementReader>& elementReaders();

// roads.cpp
std::unique_ptr<Element> readRibbon(const Node&, const Vocabulary&);
std::unique_ptr<Element> readStreet(const Node&, const Vocabulary&);
// facades.cpp, house.cpp, room.cpp
std::unique_ptr<Element> readFacades(const Node&, const Vocabulary&);
std::unique_ptr<Element> readHouse(const Node&, const Vocabulary&);
std::unique_ptr<Element> readRoom(const Node&, const Vocabulary&);
// placing.cpp, arranging.cpp
std::unique_ptr<Element> readProp(const Node&, const Vocabulary&);
std::unique_ptr<Element> readRow(const Node&, const Vocabulary&);
std::unique_ptr<Element> readGrid(const Node&, const Vocabulary&);
std::unique_ptr<Element> readCars(const Node&, const Vocabulary&);
std::unique_ptr<Element> readScatter(const Node&, const Vocabulary&);
std::unique_ptr<Element> readAround(const Node&, const Vocabulary&);
std::unique_ptr<Element> readSet(const Node&, const Vocabulary&);
std::unique_ptr<Element> readWall(const Node&, const Vocabulary&);
// structures.cpp
std::unique_ptr<Element> readFence(const Node&, const Vocabulary&);
std::unique_ptr<Element> readStairs(const Node&, const Vocabulary&);
std::unique_ptr<Element> readOpsElement(const Node&, const Vocabulary&);
std::unique_ptr<Element> readLight(const Node&, const Vocabulary&);
// landscape.cpp
std::unique_ptr<Element> readHorizon(const Node&, const Vocabulary&);
std::unique_ptr<Element> readCave(const Node&, const Vocabulary&);

/// Ground of an exterior: a polar grid with rings that widen outwards.
struct Ground {
    struct Band {
        std::optional<double> above, below, steep;
        double wobble = 0;
        std::uint32_t material = 0;
    };
    struct Water {
        double y = 0, radius = 600;
        std::uint32_t material = 0;
    };
    bool none = false;
    double y = 0, radius = 300, firstRing = 1.2;
    int around = 0, rings = 0; ///< 0: by whether the land is flat
    glm::dvec2 at{0};
    std::uint32_t material = 0;
    std::vector<LandTerm> height;
    std::vector<Band> bands;
    std::optional<Water> water;
};

Ground readGround(const Node& node, const Vocabulary& words);
void buildGround(SetBuilder& set, const Ground& ground);

struct KitMark {
    std::string name, pose;
    glm::dvec2 at{0};
    double yaw = 0, clear = .9;
    std::optional<double> y, seat;
    std::vector<std::string> who; ///< nouns
};

struct KitFigure {
    std::string who;
    glm::dvec2 at{0};
    double yaw = 0;
    std::optional<double> y, seat;
};

struct KitShot {
    std::string name;
    glm::dvec3 eye{0}, target{0};
    double fov = 40;
    bool absolute = false; ///< heights are not relative to the ground below the eye
    std::vector<KitFigure> figures;
};

/// kits/<name>.json as read.
struct Kit {
    std::string name;
    bool interior = false;
    std::uint32_t seed = 1;
    Environment environment;
    std::optional<glm::dvec3> centre;
    std::optional<Ground> ground;
    std::vector<KitMark> marks;
    std::vector<std::unique_ptr<Element>> elements;
    std::vector<KitShot> shots;
};

/// Throws ReadError.
std::unique_ptr<Kit> readKit(const std::string& name, const Node& file, const Vocabulary& words);

} // namespace rushes::sets
