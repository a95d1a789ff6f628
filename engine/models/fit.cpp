// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/fit.h"

#include "engine/models/limbs.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/mat3x3.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace rushes::models {
namespace {

constexpr double usualStature = 1.75;

/// Metres in one unit, by how often modellers work in it.
struct Unit {
    double metres;
    const char* name;
};
constexpr Unit units[] = {{1, "metres"}, {0.01, "centimetres"}, {0.001, "millimetres"}, {0.0254, "inches"}, {0.3048, "feet"}, {0.1, "decimetres"}};

std::string number(double v) {
    char text[32];
    std::snprintf(text, sizeof text, v < 10 ? "%.2f" : "%.0f", v);
    return text;
}

void turnAll(RawModel& raw, const glm::mat3& turn) {
    for (auto& p : raw.positions) p = turn * p;
    for (auto& joint : raw.joints) joint.at = turn * joint.at;
}

void moveAll(RawModel& raw, const glm::vec3& by) {
    for (auto& p : raw.positions) p += by;
    for (auto& joint : raw.joints) joint.at += by;
}

void scaleAll(RawModel& raw, double by) {
    for (auto& p : raw.positions) p *= float(by);
    for (auto& joint : raw.joints) joint.at *= float(by);
}

glm::mat3 uprightFrom(char up) {
    if (up == 'z') return glm::mat3(glm::rotate(glm::mat4(1), glm::radians(-90.0f), glm::vec3(1, 0, 0)));
    if (up == 'x') return glm::mat3(glm::rotate(glm::mat4(1), glm::radians(90.0f), glm::vec3(0, 0, 1)));
    return glm::mat3(1);
}

/// How far two shapes are from each other, whatever their size.
double unlike(const glm::vec3& a, const glm::vec3& b) {
    double sum = 0;
    for (const auto& [i, j] : {std::pair{0, 1}, {1, 2}, {0, 2}}) {
        const double ra = std::log(std::max(a[i], 1e-6f) / std::max(a[j], 1e-6f)), rb = std::log(std::max(b[i], 1e-6f) / std::max(b[j], 1e-6f));
        sum += (ra - rb) * (ra - rb);
    }
    return sum;
}

char guessUp(const glm::vec3& size, const FitOptions& o) {
    if (o.use == Use::figure) return size.z > 1.3f * size.y ? 'z' : 'y';
    if (o.use == Use::place) return size.z < 0.6f * std::min(size.x, size.y) && size.y > 1.5f * size.z ? 'z' : 'y';
    if (o.expected.y <= 0) return 'y';
    return unlike({size.x, size.z, size.y}, o.expected) + 0.5 < unlike(size, o.expected) ? 'z' : 'y';
}

void setUpright(RawModel& raw, const FitOptions& o) {
    const glm::vec3 size = raw.bounds().size();
    char up = o.up.value_or(raw.up.value_or(guessUp(size, o)));
    if (!o.up && !raw.up && up != 'y') raw.notes.push_back("The file does not say which way is up; Z was taken by its shape.");
    // A figure that lies down by its file's own word was exported wrongly.
    if (!o.up && raw.up && o.use == Use::figure && (uprightFrom(up) * size).y != 0) {
        const glm::vec3 stood = glm::abs(uprightFrom(up) * size);
        if (stood.z > 2.2f * stood.y && stood.z > 1.5f * stood.x) {
            up = up == 'y' ? 'z' : 'y';
            raw.notes.push_back("By the file the figure would lie on its back; it was stood up.");
        }
    }
    turnAll(raw, uprightFrom(up));
}

/// A figure's own left goes to +X.
void faceFront(RawModel& raw) {
    const Limbs limbs = limbsOf(raw.joints);
    if (!limbs.whole()) return;
    const auto at = [&](int joint) { return raw.joints[std::size_t(joint)].at; };
    const glm::vec3 left = at(limbs.upperArm[0]) - at(limbs.upperArm[1]) + at(limbs.thigh[0]) - at(limbs.thigh[1]);
    if (std::hypot(left.x, left.z) < 1e-6f) return;
    const float yaw = std::atan2(left.z, left.x);
    if (std::abs(yaw) < 0.02f) return;
    turnAll(raw, glm::mat3(glm::rotate(glm::mat4(1), yaw, glm::vec3(0, 1, 0))));
    if (std::abs(yaw) > 0.5f) raw.notes.push_back("It was turned to face the front.");
}

struct Measure {
    double now = 0, least = 0, most = 0, usual = 0; ///< metres; `now` in the file's units
    const char* what = "long";
};

Measure measureFor(const glm::vec3& size, bool told, const FitOptions& o) {
    const double longest = std::max({size.x, size.y, size.z});
    if (o.use == Use::figure) return {size.y, told ? 0.4 : 1.2, told ? 4.5 : 2.2, usualStature, "tall"};
    if (o.use == Use::place) return {std::max(size.x, size.z), 2, 3000, 12, "across"};
    const double usual = std::max({o.expected.x, o.expected.y, o.expected.z});
    if (usual <= 0) return {longest, 0.03, 15, 1, "long"};
    return {longest, usual * (told ? 0.25 : 0.5), usual * (told ? 4 : 2), usual, "long"};
}

void setScale(RawModel& raw, const FitOptions& o) {
    const glm::vec3 size = raw.bounds().size();
    if (o.heightM) return scaleAll(raw, *o.heightM / std::max(double(size.y), 1e-9));
    const Measure m = measureFor(size, raw.metresPerUnit.has_value(), o);
    const auto fits = [&](double metres) { return m.now * metres >= m.least && m.now * metres <= m.most; };
    if (raw.metresPerUnit && fits(*raw.metresPerUnit)) return scaleAll(raw, *raw.metresPerUnit);
    const std::string why = raw.metresPerUnit ? "By its file it would be " + number(m.now * *raw.metresPerUnit) + " m " + m.what + "; " : "The file does not say its unit; ";
    for (const Unit& unit : units) {
        if (!fits(unit.metres)) continue;
        if (unit.metres != 1 || raw.metresPerUnit) raw.notes.push_back(why + unit.name + " were taken: " + number(m.now * unit.metres) + " m " + m.what + ".");
        return scaleAll(raw, unit.metres);
    }
    raw.notes.push_back(why + "it was made " + number(m.usual) + " m " + m.what + ".");
    scaleAll(raw, m.usual / std::max(m.now, 1e-9));
}

/// The level that most of the lower upward faces lie on.
float floorOf(const RawModel& raw) {
    const geometry::Bounds box = raw.bounds();
    std::map<long, double> area;
    for (const auto& t : raw.triangles) {
        const glm::vec3 a = raw.positions[t.corner[0]], b = raw.positions[t.corner[1]], c = raw.positions[t.corner[2]], n = glm::cross(b - a, c - a);
        const float middle = (a.y + b.y + c.y) / 3;
        if (std::abs(n.y) < 0.9f * glm::length(n) || middle > box.low.y + 0.55f * box.size().y) continue;
        area[std::lround(middle / 0.1f)] += double(glm::length(n));
    }
    // Two floors of nearly one size: the lower one, unless it is no more than the ground's own underside.
    double most = 0;
    for (const auto& [level, a] : area) most = std::max(most, a);
    for (auto it = area.begin(); it != area.end(); ++it)
        if (it->second > 0.6 * most) {
            const auto next = std::next(it);
            const bool underside = next != area.end() && next->first - it->first <= 5 && next->second > 0.6 * it->second;
            return 0.1f * float(underside ? next->first : it->first);
        }
    return box.low.y;
}

void setDown(RawModel& raw, Use use) {
    const geometry::Bounds box = raw.bounds();
    glm::vec3 middle = box.centre();
    if (use == Use::figure)
        if (const Limbs limbs = limbsOf(raw.joints); limbs.whole()) middle = raw.joints[std::size_t(limbs.hips)].at;
    moveAll(raw, {-middle.x, use == Use::place ? -floorOf(raw) : -box.low.y, -middle.z});
}

} // namespace

void fit(RawModel& raw, const FitOptions& options) {
    setUpright(raw, options);
    if (options.use == Use::figure) faceFront(raw);
    if (options.turnDegrees != 0) turnAll(raw, glm::mat3(glm::rotate(glm::mat4(1), float(glm::radians(options.turnDegrees)), glm::vec3(0, 1, 0))));
    setScale(raw, options);
    setDown(raw, options.use);
}

} // namespace rushes::models
