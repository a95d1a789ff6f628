// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/set_choice.h"

#include "engine/stage/easing.h"
#include "engine/stage/thing_shape.h"
#include "engine/stage/light_words.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <utility>
#include <cctype>

namespace rushes::stage {
namespace {

using reading::TimeOfDay;

/// What the hour does to light. Sun elevation in degrees; below zero keeps the set's own.
struct Hour {
    TimeOfDay time;
    float night, warmth, elevation;
};

constexpr Hour hours[] = {
    {TimeOfDay::dawn, 0.22f, -0.35f, 10},      {TimeOfDay::morning, 0, 0.12f, 32}, {TimeOfDay::day, 0, 0, -1},
    {TimeOfDay::goldenHour, 0.04f, 0.85f, 13}, {TimeOfDay::dusk, 0.5f, -0.15f, 9}, {TimeOfDay::night, 1, -0.3f, -1},
};

const Hour& hourOf(const reading::Conditions& conditions) {
    for (const auto& hour : hours)
        if (hour.time == conditions.time.value_or(TimeOfDay::day)) return hour;
    return hours[2];
}

bool has(const reading::Conditions& conditions, reading::Weather weather) {
    return std::find(conditions.weather.begin(), conditions.weather.end(), weather) != conditions.weather.end();
}

sets::Weather setWeather(const reading::Conditions& conditions) {
    using reading::Weather;
    if (has(conditions, Weather::storm)) return sets::Weather::storm;
    if (has(conditions, Weather::rain)) return sets::Weather::rain;
    if (has(conditions, Weather::snow)) return sets::Weather::snow;
    if (has(conditions, Weather::fog)) return sets::Weather::fog;
    return has(conditions, Weather::cloud) ? sets::Weather::cloud : sets::Weather::clear;
}

std::optional<sets::Match> match(const sets::SetLibrary& library, const reading::ShotDescription& description,
                                 const generate::ShotRequest& request) {
    std::optional<sets::Match> byLocation, byPlace;
    if (!request.location.empty()) byLocation = library.kitFor(request.location);
    if (description.place && !description.place->inferred && !description.place->kind.empty()) byPlace = library.kitFor(description.place->kind);
    if (description.place && description.place->byHand) {
        if (!description.place->location.empty()) byLocation = library.kitFor(description.place->location);
        else if (byPlace) return byPlace;
    }
    if (byLocation && (byLocation->exact || !byPlace || !byPlace->exact)) return byLocation;
    return byPlace ? byPlace : byLocation;
}

/// A thing of the prompt that is no prop but a place ("in front of a church", "the roof of a house"): the last one, or none. What one
/// stands in front of is seen from the street when the place has only an inside.
std::string placeAmongThings(const sets::SetLibrary& library, const reading::ShotDescription& description) {
    std::string found;
    for (const auto& subject : description.subjects) {
        if (subject.kind == reading::SubjectKind::person || library.propFor(subject.model.empty() ? subject.noun : subject.model)) continue;
        const auto kit = library.kitFor(subject.noun);
        const bool building = subject.kind == reading::SubjectKind::structure && found.empty();
        if (!kit || (!kit->exact && !building)) continue;
        const auto before = [&](const auto& relation) { return relation.b == subject.id && relation.relation == reading::RelationKind::inFrontOf; };
        const bool outside = std::any_of(description.relations.begin(), description.relations.end(), before);
        found = outside && library.interior(kit->name) ? "town_street" : kit->name;
    }
    return library.hasKit(found) ? found : std::string();
}

/// Weather is seen outdoors alone.
bool asksForSky(const reading::Conditions& conditions) {
    using reading::Weather;
    return has(conditions, Weather::rain) || has(conditions, Weather::snow) || has(conditions, Weather::storm) || has(conditions, Weather::wind);
}

/// Where those who drive, row, fly or sit in something do so when nothing else is said: on a road, a lake, over the country, in the carriage.
std::string placeOfVehicle(const sets::SetLibrary& library, const reading::ShotDescription& description) {
    const auto modelOf = [&](const std::string& id) -> std::string {
        const auto* subject = description.subject(id);
        if (!subject || subject->kind != reading::SubjectKind::vehicle) return {};
        const auto match = library.propFor(subject->model.empty() ? subject->noun : subject->model);
        return match ? match->name : std::string();
    };
    const auto isPerson = [&](const std::string& id) { const auto* who = description.subject(id); return who && who->kind == reading::SubjectKind::person; };
    for (const auto& action : description.actions) {
        if (!isPerson(action.subject)) continue;
        const std::string model = modelOf(action.target);
        if (action.motion == "row" && action.verb != "fish") return "lake";
        if (action.motion == "fly_plane") return "valley";
        if (action.motion != "drive") continue;
        if (isBoat(model)) return "lake";
        if (model == "tractor") return "farm_field";
        if (model.empty() || !model.starts_with("train")) return model.empty() && !action.target.empty() ? std::string() : "road";
    }
    for (const auto& relation : description.relations) {
        if (relation.relation != reading::RelationKind::in && relation.relation != reading::RelationKind::on) continue;
        const std::string model = isPerson(relation.a) ? modelOf(relation.b) : std::string();
        if (model.empty()) continue;
        if (isBoat(model)) return "lake";
        if (model.starts_with("train")) return "train_car";
        if (model == "plane" || model == "airplane") return "airplane_cabin";
        const auto prop = library.prop(model);
        if (prop && !(*prop)->seats.empty()) return "road";
    }
    return {};
}

/// The set for the place that the reading inferred from what is in the shot, or none.
std::optional<sets::Match> inferredKit(const sets::SetLibrary& library, const reading::ShotDescription& description) {
    if (!description.place || !description.place->inferred) return std::nullopt;
    return library.kitFor(description.place->kind);
}

/// Where the shot is when its prompt names no place: at what is a place among its things, boats on a lake, with a vehicle where that goes, else where
/// the reading infers it to be; under the open sky what weather comes down on, and all else on a bare floor.
std::string placeless(const sets::SetLibrary& library, const reading::ShotDescription& description) {
    bool afloat = false, others = false;
    for (const auto& subject : description.subjects) {
        const auto match = library.propFor(subject.model.empty() ? subject.noun : subject.model);
        const bool boat = subject.kind == reading::SubjectKind::vehicle && match && isBoat(match->name);
        (boat ? afloat : others) = true;
    }
    if (afloat && !others && library.hasKit("lake")) return "lake";
    if (const std::string place = placeAmongThings(library, description); !place.empty()) return place;
    const auto inferred = inferredKit(library, description);
    const std::string byVehicle = placeOfVehicle(library, description);
    // Any road will do for a car, so a street or a desert that something speaks for is better than the plain one.
    const bool anyRoad = byVehicle == "road" && inferred && !library.interior(inferred->name);
    if (library.hasKit(byVehicle) && !anyRoad) return byVehicle;
    // Rain at a window falls outside.
    const bool window = std::any_of(description.subjects.begin(), description.subjects.end(), [](const auto& subject) { return subject.noun == "window"; });
    if (inferred && (!window || library.interior(inferred->name))) return inferred->name;
    if (window && library.hasKit("living_room")) return "living_room";
    if (asksForSky(description.conditions) && library.hasKit("park")) return "park";
    return library.hasKit("studio") ? "studio" : library.kitNames().front();
}

void addWeather(const reading::Conditions& conditions, bool interior, render::Atmosphere& air) {
    using reading::Weather;
    if (has(conditions, Weather::fog)) {
        air.fogNearM = interior ? 4 : 5;
        air.fogFarM = interior ? 25 : 45;
        air.fogAmount = 0.92f;
    }
    if (has(conditions, Weather::cloud)) air.clouds = std::max(air.clouds, 9);
    if (has(conditions, Weather::wind)) air.wind = {4.5f, 1.5f};
    if (interior) return;
    if (has(conditions, Weather::rain)) air.rain = 0.55f;
    if (has(conditions, Weather::storm)) {
        air.rain = 1;
        air.wind = {7, 2};
    }
    if (has(conditions, Weather::snow)) air.snow = 0.6f;
    if (air.rain > 0 || air.snow > 0) {
        air.clouds = std::max(air.clouds, 7);
        air.stars = 0;
        air.discs.clear();
        air.fogNearM = std::min(air.fogNearM, 14.0f);
        air.fogFarM = std::min(air.fogFarM, 130.0f);
        air.fogAmount = std::max(air.fogAmount, 0.75f);
    }
}

render::Atmosphere atmosphereOf(const sets::BuiltSet& set, const reading::Conditions& conditions, bool nightByWord) {
    const sets::Environment& env = set.environment;
    Hour hour = hourOf(conditions);
    if (nightByWord && !conditions.time) hour = hours[5];
    render::Atmosphere air;
    air.sunDirection = env.sun;
    air.indoor = env.interior;
    air.warmth = env.interior ? hour.warmth * 0.5f : hour.warmth;
    air.night = std::max(env.night, env.interior ? hour.night * 0.75f : hour.night);
    air.fogNearM = env.fogNear;
    air.fogFarM = env.fogFar;
    air.fogAmount = env.fogAmount;
    air.fogValue = env.fogValue;
    air.skyTone = env.sky.tone;
    air.skyValue = env.sky.base;
    air.clouds = env.sky.clouds;
    air.stars = env.sky.stars;
    for (const auto& disc : env.sky.discs)
        air.discs.push_back({glm::radians(disc.azimuth), std::sin(glm::radians(disc.elevation)), glm::radians(disc.radius), disc.value, disc.ring});
    air.contactRadiusM = env.aoRadius;
    if (!env.interior && hour.elevation > 0) {
        const glm::vec3 flat = glm::normalize(glm::vec3(env.sun.x, 0, env.sun.z) + glm::vec3(1e-4f, 0, 0));
        const float e = glm::radians(hour.elevation);
        air.sunDirection = flat * std::cos(e) + glm::vec3(0, std::sin(e), 0);
    }
    if (!env.interior && air.night > 0.8f && env.night < 0.5f) {
        air.stars = 260;
        air.discs = {{glm::radians(-38.0f), 0.42f, 0.018f, 1, false}};
    }
    addWeather(conditions, env.interior, air);
    return air;
}

/// Never 0, which asks for the author's own plan.
std::uint32_t variantOf(std::string name) {
    for (char& c : name) c = char(std::tolower(static_cast<unsigned char>(c)));
    return std::uint32_t(seedOf(name) >> 33) + 1;
}

} // namespace

Result<ChosenSet> chooseSet(const sets::SetLibrary& library, const reading::ShotDescription& description,
                            const generate::ShotRequest& request, const OwnModels& own, std::vector<std::string>& warnings) {
    const auto found = match(library, description, request);
    const std::string kit = found ? found->name : placeless(library, description);
    if (const auto inferred = inferredKit(library, description); !found && inferred && inferred->name == kit && !own.place) {
        std::string words = description.place->kind;
        std::replace(words.begin(), words.end(), '_', ' ');
        warnings.push_back("No place is named; what is in the shot speaks for: " + words + ".");
    }
    if (found && !found->exact && !own.place) {
        const std::string asked = !request.location.empty() ? request.location : description.place->kind;
        warnings.push_back("There is no set for \"" + asked + "\" yet; \"" + kit + "\" stands in for it.");
    }
    sets::BuildOptions options;
    options.night = hourOf(description.conditions).night;
    if (found && found->night && !description.conditions.time) options.night = 1;
    // Nobody lights candles at noon: panes go dark with the words on light.
    if (!description.conditions.time) options.night = std::max(options.night, darknessByWords(description.conditions, description.place && description.place->interior));
    options.weather = setWeather(description.conditions);
    // One street is not the other: a name of its own gives the place a plan of its own, the same in every shot.
    const std::uint32_t variant = found && !found->whole && !request.location.empty() ? variantOf(request.location) : 0;
    auto built = own.place ? Result<std::shared_ptr<const sets::BuiltSet>>(library.build(*own.place, kit, options)) : library.build(kit, variant, options);
    if (!built) return failBecause(built.error(), "The set \"" + kit + "\" cannot be built");
    ChosenSet chosen;
    chosen.set = *built;
    chosen.atmosphere = atmosphereOf(*chosen.set, description.conditions, found && found->night);
    for (const auto& lamp : chosen.set->environment.lamps) {
        if (chosen.lights.size() >= 24) break;
        chosen.lights.push_back({lamp.position, {0, -1, 0}, 180, lamp.radius, lamp.colour, lamp.strength});
    }
    return chosen;
}

} // namespace rushes::stage
