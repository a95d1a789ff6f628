// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/look_book.h"

#include "engine/base/paths.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace rushes::figures {

using glm::vec3;
using nlohmann::json;

namespace {

constexpr std::string_view headwearNames[] = {"none",     "peaked_cap", "hat",      "hood",        "helmet",     "top_hat",  "wide_hat", "pointed_hat",
                                              "soft_cap", "hard_hat",   "knight_helm", "robot_head", "chef_hat", "crown",    "veil"};
constexpr std::string_view beardNames[] = {"none", "stubble", "moustache", "goatee", "full", "long"};

/// The value of an enumeration by its name, tried from 0 on.
template <class Enum, class NameOf> std::optional<Enum> valued(const json& row, const char* key, int count, NameOf&& named, bool& known) {
    const auto found = row.find(key);
    if (found == row.end()) return std::nullopt;
    const auto text = found->get<std::string>();
    for (int i = 0; i < count; ++i)
        if (named(i) == text) return Enum(i);
    known = false;
    return std::nullopt;
}

/// "#rrggbb"
std::optional<vec3> colour(const json& row, const char* key) {
    const auto found = row.find(key);
    if (found == row.end()) return std::nullopt;
    const auto text = found->get<std::string>();
    const auto value = std::strtoul(text.c_str() + (text.empty() ? 0 : 1), nullptr, 16);
    return vec3(float(value >> 16 & 255), float(value >> 8 & 255), float(value & 255)) / 255.0f;
}

Look lookOf(const json& row, bool& known) {
    Look out;
    const auto outfit = [](int i) { return nameOf(Outfit(i)); };
    const int outfits = int(Outfit::cape) + 1;
    out.cut = valued<Outfit>(row, "cut", outfits, outfit, known);
    out.womansCut = valued<Outfit>(row, "cut_f", outfits, outfit, known);
    out.headwear = valued<Headwear>(row, "hat", int(std::size(headwearNames)), [](int i) { return headwearNames[i]; }, known);
    out.hair = valued<Hair>(row, "hair", int(Hair::curly) + 1, [](int i) { return nameOf(Hair(i)); }, known);
    out.beard = valued<Beard>(row, "beard", int(std::size(beardNames)), [](int i) { return beardNames[i]; }, known);
    out.upper = colour(row, "upper");
    out.lower = colour(row, "lower");
    out.detail = colour(row, "detail");
    out.shoes = colour(row, "shoes");
    out.skin = colour(row, "skin");
    out.sex = row.value("sex", "");
    out.age = row.value("age", "");
    return out;
}

} // namespace

Result<LookBook> LookBook::parse(std::string_view text) {
    const json root = json::parse(text, nullptr, false);
    if (!root.is_object() || !root.contains("looks")) return fail(ErrorCategory::damaged, "The looks of people are no list");
    LookBook out;
    for (const json& row : root["looks"]) {
        bool known = true;
        out.m_looks.push_back(lookOf(row, known));
        if (!known) return fail(ErrorCategory::damaged, "A look names what does not exist", row.dump());
        for (const json& word : row["words"]) out.m_of.emplace(word.get<std::string>(), out.m_looks.size() - 1);
    }
    return out;
}

const LookBook& LookBook::standard() {
    static const LookBook book = [] {
        const auto file = findAsset("cast/looks.json");
        const auto text = file ? readFile(*file) : Result<std::string>(fail(file.error()));
        auto parsed = text ? parse(*text) : Result<LookBook>(fail(text.error()));
        return parsed ? std::move(*parsed) : LookBook();
    }();
    return book;
}

const Look* LookBook::find(std::string_view word) const {
    const auto found = m_of.find(word);
    return found == m_of.end() ? nullptr : &m_looks[found->second];
}

std::vector<const Look*> looksOf(const PersonWords& words) {
    const LookBook& book = LookBook::standard();
    std::vector<const Look*> out;
    const std::string last = words.noun.substr(words.noun.rfind(' ') + 1); // "army nurse"
    if (const Look* look = book.find(words.noun)) out.push_back(look);
    else if (const Look* trade = book.find(last)) out.push_back(trade);
    for (const auto& garment : words.clothes)
        if (const Look* look = book.find(garment)) out.push_back(look);
    return out;
}

} // namespace rushes::figures
