// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/material_table.h"

#include <array>
#include <cassert>

namespace rushes::sets {

namespace {

using geometry::PatternKind;

/// Names of facades, roofs, roads and plants that the builders use themselves.
constexpr std::array needed{"white",    "dark",   "black",    "glass",     "lamp",      "stone",  "kerb",   "pavement",
                            "asphalt",  "wood",   "darkwood", "shingle",   "paint0",    "paint1", "paint2", "paint3",
                            "stripe",   "metal",  "mesh",     "hedge",     "wall0",     "wall1",  "wall2",  "brick",
                            "siding",   "cloth1", "pane",     "nightpane", "shadow",    "far0",   "far1",   "cave",
                            "rock",     "leaf",   "needle",   "bark",      "birchbark", "cactus", "coral",  "plaster",
                            "plaster0", "boards", "ground",   "water",     "fur1",      "fur3"};

PatternKind patternKind(const Node& name) {
    static const std::map<std::string, PatternKind> kinds{
        {"tiles", PatternKind::tiles},     {"boards", PatternKind::boards},     {"bricks", PatternKind::bricks},
        {"cobbles", PatternKind::cobbles}, {"shingles", PatternKind::shingles}, {"grooves", PatternKind::grooves},
        {"courses", PatternKind::courses}, {"waves", PatternKind::waves},       {"ticks", PatternKind::ticks},
        {"dots", PatternKind::dots},       {"arcs", PatternKind::arcs},         {"ripples", PatternKind::ripples},
        {"books", PatternKind::books}};
    const auto it = kinds.find(name.text());
    if (it == kinds.end()) name.wrong("there is no pattern `" + name.text() + "`");
    return it->second;
}

geometry::Material readMaterial(const std::string& name, const Node& node) {
    geometry::Material m;
    m.name = name;
    m.tone = float(node.number("tone", 0));
    m.colour = glm::vec3(node.at("rgb").vec3());
    m.pattern.strength = float(node.number("pk", .55));
    const int soft = node.whole("soft", 0);
    if (soft < 0 || soft > 2) node.at("soft").wrong("must be 0, 1 or 2");
    m.softness = geometry::Softness(soft);
    m.hatched = !node.flag("nohatch", false);
    m.emits = node.flag("emit", false);
    if (const auto pattern = node.find("pat")) {
        const auto items = pattern->items();
        if (items.empty()) pattern->wrong("must be [kind, a, b, density]");
        const auto value = [&](std::size_t i) { return items.size() > i ? float(items[i].number()) : 1.0f; };
        m.pattern.kind = patternKind(items[0]);
        m.pattern.a = value(1);
        m.pattern.b = value(2);
        m.pattern.density = value(3);
    }
    node.finish();
    return m;
}

} // namespace

void MaterialTable::read(const Node& file) {
    for (const auto& [name, node] : file.fields()) {
        m_index[name] = std::uint32_t(m_list.size());
        m_list.push_back(readMaterial(name, node));
    }
    for (const char* name : needed)
        if (!has(name)) file.wrong(std::string("material `") + name + "` is missing");
}

std::uint32_t MaterialTable::operator[](std::string_view name) const {
    const auto it = m_index.find(name);
    assert(it != m_index.end());
    return it == m_index.end() ? 0 : it->second;
}

std::uint32_t MaterialTable::index(const Node& name) const {
    const auto it = m_index.find(name.text());
    if (it == m_index.end()) name.wrong("there is no material `" + name.text() + "`");
    return it->second;
}

Remat MaterialTable::remat(const Node& table) const {
    Remat out;
    for (const auto& [from, to] : table.fields()) {
        const auto it = m_index.find(from);
        if (it == m_index.end()) to.wrong("there is no material `" + from + "`");
        out[it->second] = index(to);
    }
    return out;
}

MaterialTable::Shared MaterialTable::shared(const Remat& remat, bool casts) const {
    const std::lock_guard lock(m_mutex);
    Shared& slot = m_shared[{remat, casts}];
    if (!slot) {
        auto list = std::make_shared<std::vector<geometry::Material>>(m_list);
        for (const auto& [from, to] : remat)
            (*list)[from] = m_list[to];
        if (!casts)
            for (auto& m : *list)
                m.castsShadow = false;
        slot = list;
    }
    return slot;
}

} // namespace rushes::sets
