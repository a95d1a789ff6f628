// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/corrections.h"

#include "engine/reading/text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cctype>

namespace rushes::reading {
namespace {

using Json = nlohmann::ordered_json;

struct Key {
    CorrectionKind kind;
    const char* name;
};
constexpr std::array<Key, 3> lists{{{CorrectionKind::who, "who"}, {CorrectionKind::place, "place"}, {CorrectionKind::action, "action"}}};

const char* nameOf(CorrectionKind kind) {
    for (const Key& key : lists)
        if (key.kind == kind) return key.name;
    return "meanings";
}

Json settingsOf(const std::string& text) {
    Json settings = Json::parse(text, nullptr, false);
    return settings.is_object() ? settings : Json::object();
}

bool isLetter(char c) { return (static_cast<unsigned char>(c) & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0; }

bool isSame(const Json& entry, const Correction& correction) {
    const bool words = entry.is_object() && entry.contains("words") && entry["words"].is_string() &&
                       lowerAscii(entry["words"].get<std::string>()) == lowerAscii(correction.words);
    return words && entry.value("occurrence", 0) == correction.occurrence;
}

/// The list or the object without this correction; whether it was there.
bool remove(Json& settings, const Correction& correction) {
    const char* const name = nameOf(correction.kind);
    if (!settings.contains(name)) return false;
    Json& held = settings[name];
    bool found = false;
    Json kept = held.is_object() ? Json::object() : Json::array();
    for (const auto& [key, value] : held.items()) {
        const bool same = held.is_object() ? lowerAscii(key) == lowerAscii(correction.words) : isSame(value, correction);
        found = found || same;
        if (same) continue;
        if (held.is_object()) kept[key] = value;
        else kept.push_back(value);
    }
    if (kept.empty()) settings.erase(name);
    else held = std::move(kept);
    return found;
}

} // namespace

std::vector<Correction> correctionsOf(const std::string& settingsJson) {
    std::vector<Correction> out;
    const Json settings = settingsOf(settingsJson);
    if (const auto meanings = settings.find("meanings"); meanings != settings.end() && meanings->is_object())
        for (const auto& [word, meaning] : meanings->items())
            if (meaning.is_string() && !meaning.get<std::string>().empty()) out.push_back({CorrectionKind::meaning, word, meaning.get<std::string>()});
    for (const Key& key : lists) {
        const auto list = settings.find(key.name);
        if (list == settings.end() || !list->is_array()) continue;
        for (const Json& entry : *list) {
            if (!entry.is_object() || !entry.contains("words") || !entry["words"].is_string() || !entry.contains("is") || !entry["is"].is_string()) continue;
            Correction correction{key.kind, entry["words"], entry["is"]};
            if (const auto at = entry.find("occurrence"); at != entry.end() && at->is_number_integer()) correction.occurrence = std::max(0, at->get<int>());
            if (!correction.is.empty()) out.push_back(std::move(correction));
        }
    }
    return out;
}

std::string withCorrection(const std::string& settingsJson, const Correction& correction) {
    Json settings = settingsOf(settingsJson);
    remove(settings, correction);
    if (correction.kind == CorrectionKind::meaning) {
        settings["meanings"][correction.words] = correction.is;
    } else {
        Json entry{{"words", correction.words}, {"is", correction.is}};
        if (correction.occurrence > 0) entry["occurrence"] = correction.occurrence;
        settings[nameOf(correction.kind)].push_back(std::move(entry));
    }
    return settings.dump();
}

std::string withoutCorrection(const std::string& settingsJson, const Correction& correction) {
    Json settings = settingsOf(settingsJson);
    return remove(settings, correction) ? settings.dump() : settingsJson;
}

std::vector<Span> placesOf(std::string_view words, std::string_view text) {
    std::vector<Span> found;
    if (words.empty()) return found;
    const std::string want = lowerAscii(words), all = lowerAscii(text);
    for (std::size_t at = all.find(want); at != std::string::npos; at = all.find(want, at + 1)) {
        const std::size_t end = at + want.size();
        const bool begins = at == 0 || !isLetter(all[at - 1]) || !isLetter(want.front());
        const bool ends = end == all.size() || !isLetter(all[end]) || !isLetter(want.back());
        if (begins && ends) found.push_back({at, end});
    }
    return found;
}

} // namespace rushes::reading
