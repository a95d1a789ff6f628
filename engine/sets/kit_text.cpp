// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/kit_text.h"

#include "engine/sets/node.h"
#include "engine/sets/random.h"

#include <algorithm>
#include <cmath>

namespace rushes::sets {

using nlohmann::json;

namespace {

constexpr int deepest = 8; ///< kits that extend one another

bool names(const json& value, const std::string& word) {
    if (value.is_string()) return value == word;
    return value.is_array() && std::any_of(value.begin(), value.end(), [&](const json& v) { return names(v, word); });
}

/// `word` is the element's type or a prop that it places.
bool isAbout(const json& element, const std::string& word) {
    for (const char* key : {"type", "name", "prop", "props"})
        if (element.contains(key) && names(element[key], word)) return true;
    return false;
}

void swapNames(json& value, const json& table, const std::string& key) {
    if (value.is_string() && key != "type" && key != "op") {
        if (const auto it = table.find(value.get<std::string>()); it != table.end()) value = *it;
    } else if (value.is_structured()) {
        for (auto it = value.begin(); it != value.end(); ++it)
            swapNames(*it, table, value.is_object() ? it.key() : key);
    }
}

json takeOut(json& kit, const char* key) {
    const auto it = kit.find(key);
    if (it == kit.end()) return {};
    json out = *it;
    kit.erase(it);
    return out;
}

void mergeElements(json& base, json& kit) {
    json elements = base.value("elements", json::array());
    const json without = takeOut(kit, "without"), swap = takeOut(kit, "swap"), room = takeOut(kit, "room");
    for (const json& word : without) {
        const auto old = elements.size();
        json kept = json::array();
        for (const json& e : elements)
            if (!word.is_string() || !isAbout(e, word.get<std::string>())) kept.push_back(e);
        elements = std::move(kept);
        if (elements.size() == old) throw ReadError("`without` names " + word.dump() + ", which the other kit does not have");
    }
    if (swap.is_object()) swapNames(elements, swap, "");
    if (room.is_object()) {
        const auto it = std::find_if(elements.begin(), elements.end(), [](const json& e) { return e.value("type", "") == "room"; });
        if (it == elements.end()) throw ReadError("`room` needs a room in the other kit");
        it->merge_patch(room);
    }
    const json own = kit.value("elements", json::array());
    for (const json& e : own)
        elements.push_back(e);
    kit["elements"] = std::move(elements);
}

bool isOpen(const json& value) { return value.is_object() && value.size() == 1 && (value.contains("any") || value.contains("between")); }

std::uint32_t hashOf(const std::string& text) {
    std::uint32_t h = 2166136261u; // FNV-1a
    for (const char c : text) h = (h ^ std::uint8_t(c)) * 16777619u;
    return h;
}

json pick(const json& open, std::optional<std::uint32_t> seed, const std::string& path) {
    const bool any = open.contains("any");
    const json& list = open[any ? "any" : "between"];
    const bool numbers = list.is_array() && list.size() == 2 && list[0].is_number() && list[1].is_number() && list[0] <= list[1];
    if (any ? !list.is_array() || list.empty() : !numbers) throw ReadError(path + ": " + (any ? "`any` needs a list" : "`between` needs [low, high]"));
    if (!seed) return list[0];
    Random random(*seed, hashOf(path));
    if (any) return list[random.below(std::uint32_t(list.size()))];
    if (list[0].is_number_integer() && list[1].is_number_integer())
        return list[0].get<int>() + int(random.below(std::uint32_t(list[1].get<int>() - list[0].get<int>() + 1)));
    return std::round(random.between(list[0].get<double>(), list[1].get<double>()) * 1000) / 1000;
}

json closeAt(const json& value, std::optional<std::uint32_t> seed, const std::string& path) {
    if (isOpen(value)) return closeAt(pick(value, seed, path), seed, path);
    if (!value.is_structured()) return value;
    json out = value;
    std::size_t index = 0;
    for (auto it = out.begin(); it != out.end(); ++it, ++index)
        *it = closeAt(*it, seed, path + "/" + (out.is_object() ? it.key() : std::to_string(index)));
    return out;
}

} // namespace

json KitTexts::whole(const std::string& name) const { return whole(name, 0); }

json KitTexts::whole(const std::string& name, int depth) const {
    json kit = m_texts.at(name);
    if (!kit.is_object() || !kit.contains("extends")) return kit;
    const std::string file = name + ".json";
    const json other = takeOut(kit, "extends");
    if (!other.is_string() || !m_texts.contains(other.get<std::string>())) throw ReadError(file + ": there is no kit " + other.dump() + " to extend");
    if (depth > deepest) throw ReadError(file + ": the kits that it extends go in a circle");
    json base = whole(other.get<std::string>(), depth + 1);
    try {
        mergeElements(base, kit);
    } catch (const ReadError& e) {
        throw ReadError(file + ": " + e.what());
    }
    for (const char* key : {"env", "ground"})
        if (kit.contains(key) && base.contains(key)) {
            json both = base[key];
            for (const auto& [field, value] : kit[key].items()) both[field] = value;
            kit[key] = std::move(both);
        }
    for (const auto& [key, value] : base.items())
        if (!kit.contains(key)) kit[key] = value;
    return kit;
}

bool leavesOpen(const json& kit) {
    if (isOpen(kit)) return true;
    return kit.is_structured() && std::any_of(kit.begin(), kit.end(), [](const json& v) { return leavesOpen(v); });
}

json closed(const json& kit, std::optional<std::uint32_t> seed) { return closeAt(kit, seed, ""); }

} // namespace rushes::sets
