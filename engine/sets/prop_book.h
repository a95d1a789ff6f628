// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/material_table.h"
#include "engine/sets/nature.h"
#include "engine/sets/node.h"
#include "engine/sets/prop.h"
#include "engine/sets/shapes.h"
#include "engine/sets/thing_motion.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rushes::sets {

enum class OpKind {
    box,
    cylinder,
    lathe,
    sphere,
    extrude,
    sweep,
    torus,
    blob,
    animal,
    tree,
    rock,
    use,
    group,
    polygon
};

/// Copies of an op: in a row by `step`, or turned about an axis.
struct Repeat {
    int count = 1;
    glm::dvec3 step{0};
    bool centred = true;
    int axis = -1; ///< 0 x, 1 y, 2 z; -1 for a row
    double angle = 360;
    glm::dvec3 centre{0};
};

/// One op of the prop language as read: only the fields of its kind are meaningful.
struct Op {
    OpKind kind = OpKind::box;
    std::uint32_t material = 0;
    glm::dvec3 at{0}, rot{0}, scale{1};
    std::string mirror;
    std::vector<Repeat> repeat;
    Remat remat;
    std::optional<Turning> turning;
    glm::dvec3 axis{1, 0, 0}, pivot{0};

    glm::dvec3 size{1}, radii{1};
    glm::dvec2 taper{1};
    double bevel = 0, r2 = 0, h = 1, depth = 1, round = 0, k = .03, cell = .03, phase = 0;
    int n = 0, m = 0, smooth = 0, seed = 0;
    bool caps = true, closed = false, walk = false;
    Polygon polygon, section; ///< profile, outline
    std::vector<glm::dvec2> pinch;
    Path3 path;
    std::vector<double> radius;
    std::vector<Cone> cones;
    std::optional<BlobNoise> noise;
    std::string name; ///< species, tree kind or prop
    std::vector<Op> ops;
};

/// Reads a list of ops; throws ReadError. Names of props in `use` are checked later, by PropBook::check.
std::vector<Op> readOps(const Node& list, const MaterialTable& materials,
                        const std::map<std::string, Species>& species);

/// How a fish, a snake or a flag bends: a wave that runs along it, growing from its head to its tail.
struct Undulation {
    int along = 2, across = 0;      ///< axes: 0 x, 1 y, 2 z
    double amplitude = .05, wave = .5; ///< metres
    double head = 0, tail = -1;     ///< where the wave is least and full, metres along the axis
    double least = .15;             ///< share of the amplitude at the head
    bool waved = false;             ///< at rest it is bent as at the beginning of a wave
};

struct PropEntry {
    std::vector<Op> ops;
    std::vector<Op> coarseOps; ///< the author's own simpler version, seen from afar; empty: by rule
    std::string kind;          ///< furniture, vehicle, street …
    std::optional<double> seat;
    std::string pose;
    std::vector<PropSeat> seats;
    std::string manned;
    Hold hold = Hold::none;
    std::optional<glm::dvec3> grip;
    double glow = 0; ///< metres its light reaches at night; 0: none
    std::optional<Undulation> undulation;
    std::string family;
};

/// Which variant of a prop's geometry.
struct Variant {
    int seed = 0;
    Detail detail = Detail::full;
    bool walk = false;
    int phase = 0;        ///< sixteenths
    std::string act;      ///< an animal's, with `phase` in 32nds of it
    bool distant = false; ///< an animal so far away that 300 triangles are enough
    auto operator<=>(const Variant&) const = default;
};

/// All props as read, and the geometry made from them so far. Reading is single-threaded; `soup` and `mesh` are locked.
class PropBook {
public:
    explicit PropBook(const MaterialTable& materials) : m_materials(materials) {}

    /// One file of props; the same name twice is an error. Throws ReadError.
    void readProps(const Node& file);
    void readAnimals(const Node& file);
    void readBirds(const Node& file) { m_birds = sets::readBirds(file, m_materials); }
    void readActs(const Node& file) { m_acts.read(file); }
    void readMotions(const Node& file) { m_motions.read(file); }
    /// After all files: every `use` names a prop and no prop uses itself. Throws ReadError.
    void check() const;

    const MaterialTable& materials() const { return m_materials; }
    const std::map<std::string, Species>& species() const { return m_species; }
    const AnimalActs& acts() const { return m_acts; }
    const ThingMotions& motions() const { return m_motions; }
    /// Of an animal ("paw", "bird", "fish"); empty for what is none.
    std::string familyOf(std::string_view name) const;
    /// Height in metres on which an animal's poses and strides are built; 0 for what is none.
    double heightOf(std::string_view name) const;
    std::vector<std::string> names() const;
    /// Props, species, "tree:kind:height[:seed]" and "rock:w:h:d[:seed]".
    bool has(std::string_view name) const;
    const PropEntry* entry(std::string_view name) const;

    using SharedSoup = std::shared_ptr<const Soup>;
    /// `has(name)` must hold.
    SharedSoup soup(const std::string& name, const Variant& variant = {}) const;
    std::shared_ptr<const geometry::Mesh> mesh(const std::string& name, const Variant& variant = {}) const;
    /// Geometry of ops that are written in a kit.
    Soup build(const std::vector<Op>& ops, Detail detail = Detail::full) const;

private:
    struct Made {
        SharedSoup soup;
        std::shared_ptr<const geometry::Mesh> mesh;
    };
    Soup make(const std::string& name, const Variant& variant) const;
    Soup makeFull(const std::string& name, const Variant& variant) const;
    Soup shape(const Op& op, Detail detail) const;
    Soup nested(const Op& op, Detail detail) const;
    void checkUses(const std::vector<Op>& ops, const std::string& of, std::vector<std::string>& chain) const;

    const MaterialTable& m_materials;
    std::map<std::string, PropEntry, std::less<>> m_props;
    std::map<std::string, Species> m_species;
    std::map<std::string, BirdSpecies> m_birds;
    AnimalActs m_acts;
    ThingMotions m_motions;
    mutable std::mutex m_mutex;
    mutable std::map<std::pair<std::string, Variant>, Made> m_made;
};

} // namespace rushes::sets
