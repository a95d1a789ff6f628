// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/animal_pose.h"

#include <algorithm>
#include <cmath>

namespace rushes::sets {
namespace {

using P = AnimalPose;

constexpr std::array<const char*, P::flZ> single{"hip",  "shoulder", "pitch", "neck", "head", "reach", "look", "mouth",    "tail",    "wag",
                                                 "roll", "curl",     "lift",  "ahead", "trunk", "flap", "spread", "hangFore", "hangHind"};

/// Feet as [forward, up]: one, a pair or all four.
constexpr std::array<std::pair<const char*, std::array<int, 4>>, 7> feet{{{"feet", {P::flZ, P::frZ, P::hlZ, P::hrZ}},
                                                                         {"fore", {P::flZ, P::frZ, -1, -1}},
                                                                         {"hind", {P::hlZ, P::hrZ, -1, -1}},
                                                                         {"fl", {P::flZ, -1, -1, -1}},
                                                                         {"fr", {P::frZ, -1, -1, -1}},
                                                                         {"hl", {P::hlZ, -1, -1, -1}},
                                                                         {"hr", {P::hrZ, -1, -1, -1}}}};

AnimalPose readPose(const Node& n, AnimalPose pose) {
    for (std::size_t i = 0; i < single.size(); ++i) pose.value[i] = n.number(single[i], pose.value[i]);
    for (const auto& [name, which] : feet) {
        const auto found = n.find(name);
        if (!found) continue;
        const glm::dvec2 by = found->vec2();
        for (const int z : which)
            if (z >= 0) pose.value[std::size_t(z)] = by.x, pose.value[std::size_t(z) + 1] = by.y;
    }
    return pose;
}

AnimalAct readAct(const Node& n, AnimalAct act) {
    act.seconds = n.number("seconds", act.seconds);
    if (act.seconds <= 0) n.wrong("`seconds` must be more than 0");
    act.loops = n.flag("loop", act.loops);
    act.gait = n.flag("gait", act.gait);
    act.stride = n.number("stride", act.stride);
    act.pace = n.number("pace", act.pace);
    act.flies = n.flag("flies", act.flies);
    AnimalPose base;
    if (const auto pose = n.find("pose")) {
        base = readPose(*pose, base);
        pose->finish();
    }
    if (const auto keys = n.find("keys")) {
        act.keys.clear();
        for (const Node& key : keys->items()) {
            act.keys.push_back({key.number("at", 0), readPose(key, base)});
            key.finish();
        }
    } else {
        act.keys = {{0, base}};
    }
    return act;
}

} // namespace

AnimalPose AnimalAct::at(double phase) const {
    const double t = std::clamp(phase, 0.0, 1.0) * seconds;
    std::size_t next = 0;
    while (next < keys.size() && keys[next].at <= t) ++next;
    const bool before = next == 0, after = next == keys.size();
    if ((before || after) && !loops) return before ? keys.front().pose : keys.back().pose;
    const Key &a = keys[before ? keys.size() - 1 : next - 1], &b = keys[after ? 0 : next];
    const double from = before ? a.at - seconds : a.at, to = after ? b.at + seconds : b.at;
    const double u = to > from ? (t - from) / (to - from) : 0, s = gait ? u : u * u * (3 - 2 * u); // feet on the ground go as the ground does
    AnimalPose out;
    for (std::size_t i = 0; i < out.value.size(); ++i) out.value[i] = a.pose.value[i] + (b.pose.value[i] - a.pose.value[i]) * s;
    return out;
}

void AnimalActs::read(const Node& file) {
    for (const auto& [name, node] : file.fields()) {
        const std::string general = name.substr(0, name.find(' '));
        const auto parent = m_acts.find(general);
        m_acts[name] = readAct(node, parent == m_acts.end() ? AnimalAct{} : parent->second);
        for (const std::string& verb : node.texts("verbs", {})) m_verbs.try_emplace(verb, general);
        node.finish();
    }
}

const AnimalAct* AnimalActs::find(std::string_view act, std::string_view family) const {
    auto it = m_acts.find(std::string(act) + " " + std::string(family));
    if (it == m_acts.end()) it = m_acts.find(act);
    return it == m_acts.end() ? nullptr : &it->second;
}

std::string AnimalActs::forVerb(std::string_view verb, const std::vector<std::string>& with, std::string_view family) const {
    const auto look = [&](const std::string& key) -> std::string {
        for (const std::string& whole : {key + " @" + std::string(family), key}) {
            const auto it = m_verbs.find(whole);
            if (it != m_verbs.end() && find(it->second, family)) return it->second;
        }
        return {};
    };
    for (const auto& word : with)
        if (auto act = look(std::string(verb) + " " + word); !act.empty()) return act;
    return look(std::string(verb));
}

} // namespace rushes::sets
