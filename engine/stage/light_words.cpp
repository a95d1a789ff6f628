// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/light_words.h"

#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace rushes::stage {
namespace {

const glm::vec3 kFlame{1.0f, 0.66f, 0.32f}, kTungsten{1.0f, 0.82f, 0.55f}, kMoon{0.62f, 0.74f, 1.0f}, kScreen{0.55f, 0.78f, 1.0f}, kWhite{1.0f, 0.97f, 0.92f};

/// What a word of light.json does to a shot: how dark it is without an hour, indoors and out.
struct Darkness {
    std::string_view word;
    float indoors, outdoors;
};
constexpr Darkness kDarkness[] = {
    {"candle", 0.72f, 0.85f}, {"fire", 0.72f, 0.92f},      {"neon", 0.70f, 0.92f},   {"moon", 0.80f, 0.95f},  {"spot", 0.75f, 0.85f},  {"screen", 0.62f, 0.85f},
    {"low_key", 0.60f, 0.5f}, {"practical", 0.55f, 0.8f}, {"headlights", 0.7f, 0.9f}, {"flash", 0.7f, 0.85f}, {"chiaroscuro", 0.6f, 0.5f},
};

/// The frame of the action: what "left" and "behind" mean for lamps that no prop carries.
struct Place {
    glm::vec3 heart;  ///< on the floor
    glm::vec3 right;  ///< of the frame, level
    glm::vec3 toward; ///< to the camera, level, unit
    glm::vec3 face;   ///< where the first person's head is, or a metre and a half above the heart
    float spread;     ///< metres that the people take
};

Place placeOf(const StagedShot& shot) {
    Place place;
    const auto& camera = shot.camera.front();
    const auto moments = peopleAt(shot.blocking, shot.blocking.seconds * 0.5);
    place.heart = shot.blocking.set->heart;
    if (!moments.empty()) {
        const std::size_t looked = std::min<std::size_t>(moments.size(), 6);
        place.heart = glm::vec3(0);
        for (std::size_t i = 0; i < looked; ++i) place.heart += moments[i].position / float(looked);
    }
    place.spread = 0.6f;
    for (const auto& moment : moments) place.spread = std::max(place.spread, std::min(3.0f, glm::distance(moment.position, place.heart)));
    place.right = glm::normalize(glm::vec3(camera.right.x, 0, camera.right.z) + glm::vec3(1e-5f, 0, 0));
    place.toward = glm::normalize(glm::vec3(-place.right.z, 0, place.right.x));
    if (glm::dot(place.toward, camera.eye - place.heart) < 0) place.toward = -place.toward;
    place.face = place.heart + glm::vec3(0, 1.5f, 0);
    if (!moments.empty()) {
        const auto& figure = *shot.blocking.people.front().figure;
        place.face = toWorld(moments.front(), figure.landmarks(figures::evaluate(figure, moments.front().performance)).eyes);
    }
    return place;
}

render::Light lamp(const glm::vec3& position, const glm::vec3& colour, float radius, float strength) {
    render::Light light;
    light.position = position;
    light.colour = colour;
    light.radiusM = radius;
    light.intensity = strength;
    return light;
}

/// Middles of the things in the shot whose name has one of the words, nearest to the action first.
std::vector<glm::vec3> carriers(const StagedShot& shot, const Place& place, std::initializer_list<std::string_view> words) {
    std::vector<glm::vec3> found;
    const auto named = [&](const std::string& name) { return std::any_of(words.begin(), words.end(), [&](auto word) { return name.find(word) != std::string::npos; }); };
    for (const auto& object : shot.blocking.set->objects)
        if (object.prop && named(object.name) && glm::distance(object.bounds.centre(), place.heart) < 14) found.push_back({object.bounds.centre().x, object.bounds.high.y + 0.05f, object.bounds.centre().z});
    for (const auto& prop : shot.blocking.props)
        if (named(prop.model)) found.push_back(propAt(prop, 0, shot.blocking.seconds).first + glm::vec3(0, prop.prop->size.y * prop.scale + 0.05f, 0));
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return glm::distance(a, place.heart) < glm::distance(b, place.heart); });
    if (found.size() > 8) found.resize(8);
    return found;
}

/// Signs in two colours on either side, one behind: faces get a rim of each.
void addNeon(const Place& p, std::vector<WordLight>& out) {
    const glm::vec3 pink{1.0f, 0.25f, 0.62f}, cyan{0.2f, 0.85f, 1.0f}, violet{0.62f, 0.35f, 1.0f};
    const float wide = 1.4f + p.spread, high = 2.4f;
    out.push_back({lamp(p.heart + p.right * wide + p.toward * 0.9f + glm::vec3(0, high, 0), pink, 6.5f, 1.05f)});
    out.push_back({lamp(p.heart - p.right * wide + p.toward * 0.7f + glm::vec3(0, high - 0.4f, 0), cyan, 6.5f, 1.0f)});
    out.push_back({lamp(p.heart - p.toward * (2.2f + p.spread) + glm::vec3(0, high + 0.4f, 0), violet, 8, 0.9f)});
    out.push_back({lamp(p.heart - p.toward * (6 + p.spread) + p.right * 2.5f + glm::vec3(0, high + 0.8f, 0), pink, 8, 0.8f), 0, 1.4f});
}

void addFlames(const StagedShot& shot, const Place& p, bool candles, std::vector<WordLight>& out) {
    auto found = candles ? carriers(shot, p, {"candle", "chandelier"}) : carriers(shot, p, {"fire", "torch", "lantern", "brazier", "stove"});
    const float radius = candles ? 3.4f : 8.5f, flicker = candles ? 0.10f : 0.22f;
    if (found.empty()) found.push_back(candles ? p.heart + p.toward * 0.25f + glm::vec3(0, 1.0f, 0) : p.heart + p.toward * (0.7f + 0.5f * p.spread) + glm::vec3(0, 0.55f, 0));
    for (const auto& at : found) out.push_back({lamp(at + glm::vec3(0, 0.12f, 0), kFlame, radius, candles ? 1.1f : 1.35f), flicker});
    // A flame between people lights them from below the frame's edge even where the prop stands a little apart.
    if (candles) out.push_back({lamp(p.face + p.toward * 0.8f - glm::vec3(0, 0.45f, 0), kFlame, 2.6f, 0.7f), flicker});
}

render::Light spotOn(const glm::vec3& from, const glm::vec3& at, const glm::vec3& colour, float cone, float strength) {
    render::Light light = lamp(from, colour, glm::distance(from, at) * 1.9f, strength);
    light.direction = glm::normalize(at - from);
    light.coneDegrees = cone;
    return light;
}

void addWord(std::string_view word, const StagedShot& shot, const Place& p, LitAir& lit) {
    auto& out = lit.words;
    if (word == "neon") addNeon(p, out);
    else if (word == "candle" || word == "fire") addFlames(shot, p, word == "candle", out);
    else if (word == "practical") out.push_back({lamp(p.face + p.right * 0.9f + p.toward * 0.3f + glm::vec3(0, 0.25f, 0), kTungsten, 4.5f, 1.0f)});
    else if (word == "spot") out.push_back({spotOn(p.heart + glm::vec3(0, 5.5f, 0) + p.toward * 2.0f, p.heart + glm::vec3(0, 0.6f, 0), kWhite, 17, 1.7f)});
    else if (word == "screen") out.push_back({lamp(p.face + p.toward * 0.55f - glm::vec3(0, 0.28f, 0), kScreen, 2.6f, 1.15f)});
    else if (word == "headlights") {
        for (const float side : {-0.7f, 0.7f})
            out.push_back({spotOn(p.heart + p.toward * 7.5f + p.right * (side + 1.2f) + glm::vec3(0, 0.75f, 0), p.heart + glm::vec3(0, 1.0f, 0), kWhite, 20, 1.5f)});
    } else if (word == "flash") {
        out.push_back({lamp(p.heart + p.right * (1.5f + p.spread) + p.toward + glm::vec3(0, 2.2f, 0), {1.0f, 0.2f, 0.2f}, 8, 1.2f), 0, 2.0f});
        out.push_back({lamp(p.heart - p.right * (1.5f + p.spread) + p.toward + glm::vec3(0, 2.2f, 0), {0.25f, 0.4f, 1.0f}, 8, 1.2f), 0, 1.7f});
    } else if (word == "moon") {
        lit.air.warmth = std::min(lit.air.warmth, -0.55f);
        out.push_back({lamp(p.face + p.right * 2.6f + p.toward * 1.2f + glm::vec3(0, 2.2f, 0), kMoon, 6, 0.55f)});
    } else if (word == "window") out.push_back({lamp(p.face + p.right * 2.0f + p.toward * 0.5f + glm::vec3(0, 0.5f, 0), {0.9f, 0.95f, 1.0f}, 4.5f, 0.9f)});
    else if (word == "back") lit.air.sunDirection = glm::normalize(-p.toward + p.right * 0.35f + glm::vec3(0, 0.55f, 0));
    else if (word == "side" || word == "rembrandt") lit.air.sunDirection = glm::normalize(p.right * (word == "side" ? 1.0f : 0.75f) + p.toward * (word == "side" ? 0.12f : 0.6f) + glm::vec3(0, 0.55f, 0));
    else if (word == "top") lit.air.sunDirection = glm::normalize(glm::vec3(0, 1, 0) + p.toward * 0.15f);
    else if (word == "front" || word == "studio") lit.air.sunDirection = glm::normalize(p.toward + p.right * 0.3f + glm::vec3(0, 0.5f, 0));
    else if (word == "under") out.push_back({lamp(p.face + p.toward * 0.5f - glm::vec3(0, 0.9f, 0), kWhite, 2.6f, 0.9f)});
    else if (word == "warm") lit.air.warmth = std::max(lit.air.warmth, 0.55f);
    else if (word == "cool") lit.air.warmth = std::min(lit.air.warmth, -0.55f);
}

} // namespace

float darknessByWords(const reading::Conditions& conditions, bool interior) {
    float dark = 0;
    for (const auto& word : conditions.light)
        for (const auto& entry : kDarkness)
            if (word == entry.word) dark = std::max(dark, interior ? entry.indoors : entry.outdoors);
    return dark;
}

LitAir lightByWords(const StagedShot& shot) {
    LitAir lit{shot.atmosphere, shot.lights, {}};
    const auto& conditions = shot.description.conditions;
    if (conditions.light.empty() || shot.camera.empty()) return lit;
    const bool interior = lit.air.indoor;
    if (!conditions.time) lit.air.night = std::max(lit.air.night, darknessByWords(conditions, interior));
    const Place place = placeOf(shot);
    for (const auto& word : conditions.light) addWord(word, shot, place, lit);
    return lit;
}

std::vector<render::Light> LitAir::lightsAt(double seconds) const {
    std::vector<render::Light> all = lights;
    for (std::size_t i = 0; i < words.size(); ++i) {
        render::Light light = words[i].light;
        const float t = float(seconds);
        // Two slow waves and a quick one: a flame breathes, it does not buzz.
        const float wave = 0.5f * std::sin(t * 7.1f + float(i) * 1.9f) + 0.3f * std::sin(t * 11.3f + float(i)) + 0.2f * std::sin(t * 23.7f + float(i) * 3.1f);
        light.intensity *= 1 + words[i].flicker * wave;
        if (words[i].blinks > 0) light.intensity *= 0.55f + 0.45f * render::lane::smooth(2.5f * std::sin(6.2832f * words[i].blinks * t + float(i)) + 0.5f);
        all.push_back(light);
    }
    return all;
}

} // namespace rushes::stage
