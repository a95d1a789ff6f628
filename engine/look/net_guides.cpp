// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/net_guides.h"

#include "engine/look/steady_hash.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rushes::look {
namespace {

constexpr int kObjectCode = 6;

/// A fixed number about 0 with spread 0.2, for channel `k` of a name: the sum of four hashes is near enough to a normal one. Larger codes speak
/// louder than colour and light where a surface is lit as nobody painted it, and then every seed makes up another colour.
float codeNumber(std::uint32_t name, std::uint32_t k) {
    float sum = 0;
    for (std::uint32_t turn = 0; turn < 4; ++turn) sum += steadyHash(name, k, turn) - 0.5f;
    return sum * 0.2f * 1.7320508f;
}

float apart(const std::array<float, 3>& a, const float* b) { return std::fabs(a[0] - b[0]) + std::fabs(a[1] - b[1]) + std::fabs(a[2] - b[2]); }

/// Three numbers a line kind: on the line, near it, how far away.
float* putLines(const float* distance, float* to) {
    for (int k = 0; k < kLineKinds; ++k) *to++ = 2 * std::exp(-distance[k] / 0.8f);
    for (int k = 0; k < kLineKinds; ++k) *to++ = 2 * std::exp(-distance[k] / 2.5f);
    for (int k = 0; k < kLineKinds; ++k) *to++ = std::min(distance[k] / 6, 1.0f);
    return to;
}

/// Ramps side by side over the range of light. Without them a tone's edge is easier learned by the normals or the place, which fail when somebody turns.
float* putTones(float light, float* to) {
    for (int k = 0; k < NetGuides::kTones; ++k) *to++ = std::clamp(light * NetGuides::kTones - float(k), 0.0f, 1.0f) * 2 - 1;
    return to;
}

} // namespace

NetGuides::NetGuides(const std::vector<const GuideFrame*>& keys) {
    assert(!keys.empty());
    std::vector<float> depths;
    for (const float z : keys.front()->depth.data)
        if (z < kFarM) depths.push_back(z);
    if (!depths.empty()) {
        const auto middle = depths.begin() + std::ptrdiff_t(depths.size() / 2);
        std::nth_element(depths.begin(), middle, depths.end());
        m_logDepth = std::log(*middle);
    }
    listPainted(keys);
}

void NetGuides::listPainted(const std::vector<const GuideFrame*>& keys) {
    for (const auto* key : keys)
        for (std::size_t i = 0; i < key->pixels(); ++i) {
            Painted& p = m_painted[key->surface(i)];
            p.object = key->object[i];
            p.part = key->part[i];
            p.figure = key->figure[i] != 0;
            for (std::size_t c = 0; c < 3; ++c) p.albedo[c] += key->albedo.data[3 * i + c];
            ++p.count;
        }
    for (auto& [surface, p] : m_painted)
        for (auto& c : p.albedo) c /= float(p.count);
}

/// Of the painted surfaces the one that a never painted one should be taken for.
const NetGuides::Painted* NetGuides::likest(const GuideFrame& frame, std::size_t i) const {
    const Painted* best = nullptr;
    float least = 0.5f; // nothing alike: no code at all
    for (const auto& [surface, p] : m_painted) {
        const float cost = apart(p.albedo, frame.albedo.data.data() + 3 * i) + (p.object == frame.object[i] ? 0.0f : 0.1f) + (p.part == frame.part[i] ? 0.0f : 0.03f) +
                           (p.figure == (frame.figure[i] != 0) ? 0.0f : 0.3f) + float(3 / std::sqrt(p.count + 1));
        if (cost < least) least = cost, best = &p;
    }
    return best;
}

NetGuides::Code NetGuides::codeOf(const GuideFrame& frame, std::size_t i) const {
    Code code{};
    std::uint32_t object = frame.object[i], part = frame.part[i];
    if (!m_painted.contains(frame.surface(i))) {
        const Painted* like = likest(frame, i);
        if (!like) return code;
        object = like->object;
        part = like->part;
    }
    for (std::uint32_t k = 0; k < kCode; ++k) code[k] = codeNumber(k < kObjectCode ? object : part * 2 + 1, k);
    return code;
}

void NetGuides::fill(const GuideFrame& f, int first, int last, float* out) const {
    std::map<std::uint64_t, Code> codes;
    const Code* code = nullptr;
    std::uint64_t before = ~0ull;
    for (std::size_t i = std::size_t(first) * std::size_t(f.width), end = std::size_t(last) * std::size_t(f.width); i < end; ++i, out += kChannels) {
        const std::uint64_t surface = f.surface(i);
        if (surface != before) {
            const auto [place, fresh] = codes.try_emplace(surface);
            if (fresh) place->second = codeOf(f, i);
            code = &place->second;
            before = surface;
        }
        float* to = out;
        for (const auto* plane : {&f.colour, &f.albedo})
            for (std::size_t c = 0; c < 3; ++c) *to++ = plane->data[3 * i + c] * 2 - 1;
        for (std::size_t c = 0; c < 2; ++c) *to++ = f.light.data[2 * i + c] * 2 - 1;
        to = putTones(f.light.data[2 * i], to);
        for (const auto* plane : {&f.normalView, &f.normalWorld}) to = std::copy_n(plane->data.data() + 3 * i, 3, to);
        *to++ = f.towards.data[i] * 2 - 1;
        *to++ = std::clamp(std::log(f.depth.data[i]) - m_logDepth, -2.0f, 2.0f);
        to = putLines(f.distance.data.data() + std::size_t(kLineKinds) * i, to);
        std::copy(code->begin(), code->end(), to);
    }
}

} // namespace rushes::look
