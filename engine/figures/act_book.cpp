// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/act_book.h"

#include "engine/figures/turns.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rushes::figures {

using glm::vec3;
using nlohmann::json;

namespace {

vec3 vectorOf(const json& from, const char* key) {
    vec3 out(0);
    const auto found = from.find(key);
    if (found == from.end()) return out;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, found->size()); ++i)
        out[int(i)] = found->at(i).get<float>();
    return out;
}

std::string otherSide(std::string name) {
    const auto swap = [&](std::size_t at) { name[at] = name[at] == 'l' ? 'r' : 'l'; };
    for (std::size_t i = 0; i + 1 < name.size(); ++i)
        if (name[i] == '_' && (name[i + 1] == 'l' || name[i + 1] == 'r') && (i + 2 == name.size() || name[i + 2] == '@')) swap(i + 1);
    return name;
}

/// The same pose with left and right exchanged.
json mirrored(const json& pose) {
    json out = json::object();
    const auto negate = [](json list, std::initializer_list<std::size_t> places) {
        for (const auto i : places)
            if (list.is_array() && i < list.size()) list[i] = -list[i].get<float>();
        return list;
    };
    for (const auto& [key, value] : pose.items()) {
        if (key == "spine" || key == "neck" || key == "head") out[key] = negate(value, {1, 2});
        else if (key == "eyes") out[key] = negate(value, {0});
        else if (key == "root") {
            if (value.contains("rot")) out[key]["rot"] = negate(value["rot"], {0, 2});
            if (value.contains("pos")) out[key]["pos"] = negate(value["pos"], {0});
        } else if (key == "foot_l" || key == "foot_r") out[otherSide(key)] = negate(value, {0, 2});
        else if (key == "aim_l" || key == "aim_r") out[otherSide(key)] = negate(value, {0});
        else if (key == "ik") {
            for (const auto& [hand, target] : value.items()) {
                if (target.is_null()) continue;
                json other = negate(target, {1});
                other[0] = otherSide(target[0].get<std::string>());
                out[key][otherSide(hand)] = other;
            }
        } else if (key == "flat" || key == "plant") {
            std::string sides = value.get<std::string>();
            for (char& c : sides) c = c == 'l' ? 'r' : 'l';
            out[key] = sides;
        } else out[otherSide(key)] = value;
    }
    return out;
}

ActKey::Ease easeOf(const std::string& word) {
    return word == "linear" ? ActKey::Ease::linear : word == "in" ? ActKey::Ease::in : word == "out" ? ActKey::Ease::out : ActKey::Ease::smooth;
}

Result<Wobble> readWobble(const json& from) {
    Wobble out;
    const auto of = from.at("of").get<std::string>();
    if (of == "hand_l" || of == "hand_r") out.hand = of == "hand_l" ? 0 : 1;
    else if (of != "root") {
        out.bone = boneByName(of);
        if (out.bone < 0) return fail(ErrorCategory::damaged, "An act's wobble names an unknown bone: " + of);
    }
    out.by = vectorOf(from, "by");
    out.hz = from.value("hz", 1.0);
    out.phase = from.value("phase", 0.0);
    return out;
}

Result<Holding> readHolding(const json& from) {
    Holding out;
    const auto way = from.value("way", std::string("level"));
    out.way = way == "grip" ? HoldWay::grip : way == "between" ? HoldWay::between : way == "level" ? HoldWay::level : way == "floor" ? HoldWay::floor : HoldWay::bone;
    if (out.way == HoldWay::bone && (out.bone = boneByName(way)) < 0)
        return fail(ErrorCategory::damaged, "An act holds a thing at an unknown bone: " + way);
    out.side = from.value("side", std::string("r")) == "l" ? 0 : 1;
    out.offset = vectorOf(from, "offset");
    out.turn = vectorOf(from, "turn");
    out.prop = from.value("prop", std::string());
    out.along = from.value("along", -1.0f);
    out.release = from.value("release", -1.0);
    out.take = from.value("take", -1.0);
    out.inPlace = from.value("inPlace", false);
    return out;
}

Station readStation(const json& from) {
    Station out;
    out.prop = from.value("prop", std::string());
    out.ahead = from.value("ahead", 0.5f);
    out.turn = from.value("turn", 180.0f);
    out.aside = from.value("aside", 0.0f);
    if (from.contains("view")) out.view = from["view"].get<float>();
    out.lies = from.value("lies", false);
    out.centred = from.value("centred", false);
    out.on = from.value("on", std::string());
    return out;
}

Result<std::vector<ActKey>> readKeys(const std::string& name, const json& act, const json& start) {
    std::vector<ActKey> keys;
    const json only = json::array({json::object()});
    std::vector<json> patched;
    for (const json& key : act.contains("keys") ? act["keys"] : only) {
        json pose = start;
        if (key.contains("same")) pose = patched.at(key["same"].get<std::size_t>());
        if (key.value("mirror", false)) pose = mirrored(pose);
        pose.merge_patch(key);
        patched.push_back(pose);
        auto read = readPose(name, pose);
        if (!read) return fail(read.error());
        keys.push_back({key.value("at", 0.0), easeOf(key.value("ease", std::string())), std::move(*read)});
    }
    if (keys.empty()) return fail(ErrorCategory::damaged, "An act has no keys: " + name);
    return keys;
}

Result<Act> readAct(const std::string& name, const json& from, const json& poses) {
    const auto base = from.value("base", std::string("stand"));
    if (!poses.contains(base)) return fail(ErrorCategory::damaged, "An act starts from an unknown pose: " + base);
    json start = poses[base];
    start.merge_patch(from.value("pose", json::object()));
    auto keys = readKeys(name, from, start);
    if (!keys) return fail(keys.error());
    Act out;
    out.keys = std::move(*keys);
    out.seconds = std::max(from.value("seconds", out.keys.back().at), 0.01);
    out.loops = from.value("loop", false);
    out.seated = from.value("seated", false);
    out.look = from.value("look", 0.4f);
    out.surface = from.value("surface", 0.0f);
    out.speed = from.value("speed", 0.0f);
    out.legs = from.value("legs", std::string());
    out.advance = vectorOf(from, "advance");
    for (const json& wobble : from.value("wobbles", json::array())) {
        auto read = readWobble(wobble);
        if (!read) return fail(read.error());
        out.wobbles.push_back(*read);
    }
    if (from.contains("hold")) {
        auto holding = readHolding(from["hold"]);
        if (!holding) return fail(holding.error());
        out.holding = *holding;
        out.holds = true;
    }
    if (from.contains("station")) out.station = readStation(from["station"]);
    return out;
}

/// An act that differs from another in little; nothing when that one is missing or the chain has no end.
std::optional<json> patched(const json& acts, const json& act, int depth) {
    if (!act.contains("like")) return act;
    const auto other = acts.find(act["like"].get<std::string>());
    if (other == acts.end() || depth > 8) return std::nullopt;
    auto whole = patched(acts, *other, depth + 1);
    if (whole) whole->merge_patch(act);
    return whole;
}

} // namespace

Result<ActBook> ActBook::parse(std::string_view actsJson, std::string_view posesJson) {
    const json acts = json::parse(actsJson, nullptr, false), poses = json::parse(posesJson, nullptr, false);
    const auto broken = [](const std::string& why) {
        return fail(ErrorCategory::damaged, "The acts' file does not read: " + why, "Install Rushes again.");
    };
    if (!acts.is_object() || !acts.contains("acts") || !poses.is_object() || !poses.contains("poses")) return broken("it holds no acts");
    json stances = poses["poses"];
    stances.merge_patch(acts.value("stances", json::object()));
    ActBook out;
    try {
        for (const auto& [name, act] : acts["acts"].items()) {
            const auto whole = patched(acts["acts"], act, 0);
            if (!whole) return broken("\"" + name + "\" is like an unknown act");
            auto read = readAct(name, *whole, stances);
            if (!read) return fail(read.error());
            out.m_acts.emplace(name, std::move(*read));
        }
    } catch (const std::exception& e) {
        return broken(e.what());
    }
    return out;
}

const Act* ActBook::find(std::string_view name) const {
    const auto found = m_acts.find(name);
    return found == m_acts.end() ? nullptr : &found->second;
}

std::vector<std::string> ActBook::names() const {
    std::vector<std::string> out;
    for (const auto& [name, act] : m_acts)
        out.push_back(name);
    return out;
}

} // namespace rushes::figures
