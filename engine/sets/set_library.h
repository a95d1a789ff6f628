// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/sets/animal_pose.h"
#include "engine/sets/built_set.h"
#include "engine/sets/own_things.h"
#include "engine/sets/prop.h"
#include "engine/sets/thing_motion.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::sets {

/// What stands for a word.
struct Match {
    std::string name;    ///< of the kit or the prop
    bool exact = true;   ///< false: only a neighbour, say so to the director
    bool night = false;  ///< the word itself asks for night ("nightclub")
    std::string weather; ///< the word itself asks for it ("snowy_mountain": snow); empty otherwise
    bool whole = false;  ///< it is all that was said ("Harbour"), not a part ("the old harbour")
};

enum class Weather { clear, cloud, rain, storm, snow, fog };

struct BuildOptions {
    float night = 0; ///< 0 day … 1 night; the kit's own night (outer space) is the least
    Weather weather = Weather::clear;
    std::optional<glm::vec3> sun; ///< overrides the kit's sun outdoors (dawn, golden hour); direction to the light
};

/// The place kits and props that ship with Rushes, read and checked once. Immutable from outside; caches are locked,
/// any thread may call.
class SetLibrary {
public:
    ~SetLibrary();
    /// Reads assets/kits and assets/props. Every field, prop, material and op is checked: an error names the file and
    /// the place in it.
    static Result<std::shared_ptr<const SetLibrary>> load();
    /// The same from two folders, for tests and for an author's own kits.
    static Result<std::shared_ptr<const SetLibrary>> load(const std::string& kitFolder, const std::string& propFolder);

    std::vector<std::string> kitNames() const; ///< sorted
    bool hasKit(std::string_view name) const;
    /// The kit for a place: a kind of the lexicon ("ticket_office"), or free words of a heading ("THE OLD PUB"). Empty:
    /// none fits.
    std::optional<Match> kitFor(std::string_view placeWords) const;
    /// True when the kit is indoors.
    bool interior(std::string_view kit) const;

    std::vector<std::string>
    propNames() const; ///< sorted; trees ("tree:oak:6") and rocks ("rock:1:1:1:3") are made on demand
    bool hasProp(std::string_view name) const;
    /// The prop for a noun, singular or plural. Empty: none; draw a labelled box.
    std::optional<Match> propFor(std::string_view noun) const;

    Result<std::shared_ptr<const Prop>> prop(std::string_view name, const PropOptions& options = {}) const;
    /// What an animal does that a verb names ("sleep", "take off"): an act for PropOptions::pose, or empty. `with` are particles and objects.
    std::string animalAct(std::string_view prop, std::string_view verb, const std::vector<std::string>& with) const;
    /// How long and where to; null: the animal has no such act.
    const AnimalAct* act(std::string_view prop, std::string_view name) const;
    /// How a thing moves by itself; null: the verb is none of that. `of` are names of the thing, its own first, then its class.
    const ThingMotion* motionFor(std::string_view verb, const std::vector<std::string>& with, const std::vector<std::string>& of) const;
    /// Metres on which the fractions of an animal's acts are built.
    double heightOf(std::string_view prop) const;
    /// `seed` 0 is the kit's own; another gives another street of the same kind. Typical time 10 to 50 ms; the last few
    /// are kept.
    Result<std::shared_ptr<const BuiltSet>> build(std::string_view kit, std::uint32_t seed = 0,
                                                  const BuildOptions& options = {}) const;

    /// The same library in which a film's own models stand for their words. Each takes from the word's usual prop how it is held and sat
    /// on, in proportion. Cheap; the two share everything else.
    std::shared_ptr<const SetLibrary> with(const std::vector<OwnProp>& props) const;
    /// A film's own model as a set. Light and sky are those of `airKit` where it exists and is indoors or outdoors like the model.
    std::shared_ptr<const BuiltSet> build(const OwnPlace& place, std::string_view airKit, const BuildOptions& options = {}) const;

    struct Private;
    explicit SetLibrary(std::unique_ptr<Private> p);

private:
    std::shared_ptr<const BuiltSet> kept(const std::string& kit, std::uint32_t seed, const BuildOptions& options) const;
    void keep(const std::string& kit, std::uint32_t seed, const BuildOptions& options, std::shared_ptr<const BuiltSet> set) const;

    std::shared_ptr<Private> m_p;
    std::map<std::string, std::shared_ptr<const Prop>, std::less<>> m_own; ///< by word
};

} // namespace rushes::sets
