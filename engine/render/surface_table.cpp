// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/surface_table.h"

#include "engine/render/packed_mesh.h"
#include "engine/render/palette.h"

#include <algorithm>
#include <cmath>

namespace rushes::render {
namespace {

constexpr std::uint32_t kLimit = 65535;

std::uint32_t flagsOf(const geometry::Material& m, const geometry::Instance& instance, bool sky) {
    std::uint32_t flags = instance.figure ? kFigure : 0u;
    if (m.emits) flags |= kEmits;
    if (m.hatched && m.tone < 4) flags |= kHatched;
    if (sky) flags |= kSky;
    if (m.tone >= 4 && !m.tinted) flags |= kDarkPattern;
    flags |= std::uint32_t(m.softness) << 8;
    const float weight = std::clamp(instance.lineWeight, 0.0f, 5.0f);
    return flags | std::uint32_t(std::lround(weight * kWeightUnit)) << 16;
}

struct MaterialEntry {
    std::uint32_t flags, lit, shade;
    std::int32_t pattern;
};

} // namespace

void SurfaceTable::clear() {
    for (auto* list : {&keys, &flags, &lit, &shade}) list->assign(1, 0);
    pattern.assign(1, 0);
    object.assign(1, 0);
    anchorX.assign(1, 0);
    anchorY.assign(1, 0);
    patterns.assign(1, {});
    m_objects = 0;
}

void SurfaceTable::push(std::uint32_t key, std::uint32_t flag, std::uint32_t litColour, std::uint32_t shadeColour, std::int32_t patternIndex, const Placement& placement) {
    keys.push_back(key);
    flags.push_back(flag | (patternIndex ? kPattern : 0u));
    lit.push_back(litColour);
    shade.push_back(shadeColour);
    pattern.push_back(patternIndex);
    object.push_back(placement.sky ? 0 : placement.instance->object);
    anchorX.push_back(placement.anchor.x);
    anchorY.push_back(placement.anchor.y);
}

std::uint32_t SurfaceTable::add(const Placement& placement, const View& view, bool& collapsed) {
    const auto& instance = *placement.instance;
    const auto& materials = *instance.materials;
    std::vector<MaterialEntry> entries;
    for (const auto& m : materials) {
        const Paint paint = paintOf(m, instance.figure, view.look, view.atmosphere);
        std::int32_t index = 0;
        if (m.pattern.kind != geometry::PatternKind::none) {
            patterns.push_back(m.pattern);
            index = std::int32_t(patterns.size()) - 1;
        }
        entries.push_back({flagsOf(m, instance, placement.sky), packColour(paint.lit), packColour(paint.shade), index});
    }
    std::uint32_t total = 0;
    const auto variants = variantsOf(*instance.mesh, materials, total);
    const auto first = std::uint32_t(size());
    collapsed = first + total > kLimit;
    if (collapsed && first >= kLimit) return kLimit - 1; // the farthest things of an overfull frame look alike
    const std::uint32_t objectKey = std::min(++m_objects, 0x3fffu) << 18;
    const std::size_t count = collapsed ? std::min<std::size_t>(1, instance.mesh->surfaces.size()) : instance.mesh->surfaces.size();
    const auto keyOf = [&](const geometry::Surface& s) {
        // A set's line is drawn where the material changes too; a figure's parts are its lines.
        const std::uint32_t part = instance.figure ? s.part : s.part * 31u + s.material * 7u;
        return objectKey | (part & 0xffffu) << 2 | (s.sub & 3u);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto& s = instance.mesh->surfaces[i];
        const auto& e = entries[s.material];
        push(keyOf(s), e.flags, e.lit, e.shade, e.pattern, placement);
    }
    for (std::size_t i = 0; i < count && !collapsed; ++i) {
        if (!variants[i]) continue;
        const auto& s = instance.mesh->surfaces[i];
        const auto& m = materials[s.material];
        const std::uint32_t n = m.detail == geometry::DetailKind::eye ? kEyeVariants : kHairVariants;
        for (std::uint32_t v = 0; v < n; ++v) {
            const Paint paint = paintOfVariant(m, v, instance.figure, view.look, view.atmosphere);
            push(keyOf(s), entries[s.material].flags | kVariant, packColour(paint.lit), packColour(paint.shade), 0, placement);
        }
    }
    return first;
}

} // namespace rushes::render
