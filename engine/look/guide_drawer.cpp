// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/guide_drawer.h"

#include <map>
#include <string>

namespace rushes::look {
namespace {

/// 32 bits of a name (FNV-1a), never 0.
std::uint32_t numberOf(const std::string& name) {
    std::uint32_t hash = 2166136261u;
    for (const unsigned char c : name) hash = (hash ^ c) * 16777619u;
    return hash ? hash : 1;
}

/// Names that stay the same from shot to shot of a film: a character is its name, a piece of the set its place in the set.
std::vector<std::uint32_t> namesOf(const stage::StagedShot& shot) {
    const auto& blocking = shot.blocking;
    std::map<std::uint16_t, std::string> names;
    for (const auto& info : blocking.set->objects) names[info.object] = blocking.set->kit + "/" + std::to_string(blocking.set->seed) + "/" + info.name + "/" + std::to_string(info.object);
    std::map<std::string, int> count;
    const auto numbered = [&count](const std::string& name) { return name + "#" + std::to_string(count[name]++); };
    for (const auto& person : blocking.people) names[person.object] = "person/" + numbered(person.name.empty() ? person.subject : person.name);
    for (const auto& prop : blocking.props) names[prop.object] = "thing/" + numbered(prop.model + "/" + prop.colour);
    std::vector<std::uint32_t> list(names.empty() ? 1 : std::size_t(names.rbegin()->first) + 1);
    for (const auto& [object, name] : names) list[object] = numberOf(name);
    return list;
}

} // namespace

GuideDrawer::GuideDrawer(stage::StageLibrary& library, render::Renderer& renderer, const stage::StagedShot& shot)
    : m_renderer(renderer), m_drawer(library, shot), m_naming{namesOf(shot), shot.blocking.set->objects.size() + 1} {}

Result<void> GuideDrawer::drawInto(std::int64_t frame, int width, int height, GuideFrame& out) {
    return drawGuides(m_renderer, m_drawer.tracedView(frame, {width, height}), m_naming, out);
}

Result<GuideFrame> GuideDrawer::raw(std::int64_t frame, int width, int height) {
    GuideFrame out;
    if (auto drawn = drawInto(frame, width, height, out); !drawn) return fail(drawn.error());
    return out;
}

Result<GuideFrame> GuideDrawer::frame(std::int64_t frame, int width, int height) {
    if (auto drawn = drawInto(frame, width * 2, height * 2, m_large); !drawn) return fail(drawn.error());
    return halved(m_large);
}

} // namespace rushes::look
