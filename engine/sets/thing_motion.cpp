// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/thing_motion.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::sets {
namespace {

constexpr std::array<const char*, 4> eases{"even", "fall", "rise", "soft"};

ThingMotion::Key readKey(const Node& n) {
    ThingMotion::Key k;
    k.at = n.number("at", 0);
    k.go = n.number("go", 0), k.up = n.number("up", 0);
    k.turn = n.number("turn", 0), k.pitch = n.number("pitch", 0), k.tip = n.number("tip", 0), k.stretch = n.number("stretch", 1);
    const std::string ease = n.choice("ease", "even", {"even", "fall", "rise", "soft"});
    k.ease = int(std::find(eases.begin(), eases.end(), ease) - eases.begin());
    n.finish();
    return k;
}

ThingMotion readMotion(const Node& n) {
    ThingMotion m;
    m.seconds = n.number("seconds", 1);
    if (m.seconds <= 0) n.wrong("`seconds` must be more than 0");
    m.loops = n.flag("loop", false), m.rolls = n.flag("rolls", false), m.flies = n.flag("flies", false), m.crosses = n.flag("crosses", false);
    m.bends = n.number("bends", 0);
    const std::string unit = n.choice("unit", "metres", {"metres", "size", "edge"});
    m.unit = unit == "size" ? ThingMotion::Unit::size : unit == "edge" ? ThingMotion::Unit::edge : ThingMotion::Unit::metres;
    const std::string pivot = n.choice("pivot", "base", {"base", "middle", "top", "hinge"});
    m.pivot = pivot == "middle" ? ThingMotion::Pivot::middle : pivot == "top" ? ThingMotion::Pivot::top : pivot == "hinge" ? ThingMotion::Pivot::hinge : ThingMotion::Pivot::base;
    m.becomes = n.text("becomes", "");
    m.becomesAt = n.number("becomes_at", 0);
    if (const auto keys = n.find("keys"))
        for (const Node& key : keys->items()) m.keys.push_back(readKey(key));
    if (m.keys.empty()) m.keys.push_back({});
    return m;
}

} // namespace

ThingMotion::Key ThingMotion::at(double t) const {
    t = loops ? t - std::floor(t / seconds) * seconds : std::clamp(t, 0.0, seconds);
    std::size_t next = 0;
    while (next < keys.size() && keys[next].at <= t) ++next;
    if (next == 0 || (next == keys.size() && !loops)) return next == 0 ? keys.front() : keys.back();
    const Key& a = keys[next - 1];
    Key b = next == keys.size() ? keys.front() : keys[next];
    if (next == keys.size()) b.at = seconds;
    double u = b.at > a.at ? (t - a.at) / (b.at - a.at) : 1;
    const double even = u;
    if (b.ease == 1) u = u * u;
    else if (b.ease == 2) u = 1 - (1 - u) * (1 - u);
    else if (b.ease == 3) u = u * u * (3 - 2 * u);
    const auto mix = [](double x, double y, double s) { return x + (y - x) * s; };
    const double along = b.ease == 1 || b.ease == 2 ? even : u; // what falls goes on evenly
    Key out;
    out.at = t;
    out.go = mix(a.go, b.go, along), out.up = mix(a.up, b.up, u);
    out.turn = mix(a.turn, b.turn, u), out.pitch = mix(a.pitch, b.pitch, u), out.tip = mix(a.tip, b.tip, u), out.stretch = mix(a.stretch, b.stretch, u);
    return out;
}

void ThingMotions::read(const Node& file) {
    for (const auto& [name, node] : file.fields()) {
        m_motions[name] = readMotion(node);
        for (const std::string& verb : node.texts("verbs", {})) m_verbs.try_emplace(verb, name);
        node.finish();
    }
}

const ThingMotion* ThingMotions::find(std::string_view name) const {
    const auto it = m_motions.find(name);
    return it == m_motions.end() ? nullptr : &it->second;
}

const ThingMotion* ThingMotions::forVerb(std::string_view verb, const std::vector<std::string>& with, const std::vector<std::string>& of) const {
    std::vector<std::string> phrases;
    for (const auto& word : with) phrases.push_back(std::string(verb) + " " + word);
    phrases.emplace_back(verb);
    for (const auto& phrase : phrases) {
        for (const auto& thing : of)
            if (const auto it = m_verbs.find(phrase + " @" + thing); it != m_verbs.end()) return find(it->second);
        if (const auto it = m_verbs.find(phrase); it != m_verbs.end()) return find(it->second);
    }
    return nullptr;
}

} // namespace rushes::sets
