// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/baked_data.h"

#include <cmath>
#include <cstring>
#include <type_traits>

namespace rushes::figures {
namespace {

constexpr std::uint32_t formatVersion = 1;
constexpr std::string_view bodyMagic = "RSHFIGUR", clipMagic = "RSHCLIPS";

/// A 64-bit mix over 8-byte words; enough to notice a damaged or half-written file.
std::uint64_t checksumOf(std::string_view bytes) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ull ^ bytes.size();
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, bytes.data() + i, 8);
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDull;
        hash ^= hash >> 29;
    }
    std::uint64_t tail = 0;
    std::memcpy(&tail, bytes.data() + i, bytes.size() - i);
    hash = (hash ^ tail) * 0xC4CEB9FE1A85EC53ull;
    return hash ^ (hash >> 32);
}

class Writer {
public:
    template <class T> void value(const T& v) {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&v), sizeof v);
    }
    template <class T> void list(const std::vector<T>& v) {
        static_assert(std::is_trivially_copyable_v<T>);
        value(std::uint32_t(v.size()));
        m_bytes.append(reinterpret_cast<const char*>(v.data()), v.size() * sizeof(T));
    }
    void text(std::string_view v) {
        value(std::uint32_t(v.size()));
        m_bytes += v;
    }
    std::string finish(std::string_view magic) const {
        Writer head;
        head.m_bytes = magic;
        head.value(formatVersion);
        head.value(std::uint64_t(m_bytes.size()));
        head.value(checksumOf(m_bytes));
        return head.m_bytes + m_bytes;
    }

private:
    std::string m_bytes;
};

/// Reads what Writer wrote; once something does not fit, ok() is false and everything else reads as empty.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_bytes.size(); }

    template <class T> T value() {
        T out{};
        if (take(sizeof out)) std::memcpy(&out, m_bytes.data() + m_at - sizeof out, sizeof out);
        return out;
    }
    template <class T> std::vector<T> list() {
        const auto count = value<std::uint32_t>();
        if (!take(std::size_t(count) * sizeof(T))) return {};
        std::vector<T> out(count);
        if (count)
            std::memcpy(static_cast<void*>(out.data()), m_bytes.data() + m_at - count * sizeof(T), count * sizeof(T));
        return out;
    }
    std::string text() {
        const auto count = value<std::uint32_t>();
        return take(count) ? std::string(m_bytes.substr(m_at - count, count)) : std::string();
    }

private:
    bool take(std::size_t n) {
        if (!m_ok || n > m_bytes.size() - m_at) return m_ok = false;
        m_at += n;
        return true;
    }
    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_ok = true;
};

tl::unexpected<Error> damaged(const std::string& what) {
    return fail(ErrorCategory::damaged, "The figures' baked file is damaged: " + what,
                "Build or install Rushes again.");
}

Result<std::string_view> payloadOf(std::string_view bytes, std::string_view magic) {
    Reader head(bytes);
    constexpr std::size_t headBytes = 8 + 4 + 8 + 8;
    if (bytes.size() < headBytes || bytes.substr(0, 8) != magic) return damaged("it does not start as one");
    head.value<std::uint64_t>();
    const auto version = head.value<std::uint32_t>();
    if (version != formatVersion)
        return fail(ErrorCategory::unsupported,
                    "The figures' baked file has version " + std::to_string(version) + ", this Rushes reads version " +
                        std::to_string(formatVersion),
                    "Build or install Rushes again.");
    const auto size = head.value<std::uint64_t>();
    const auto checksum = head.value<std::uint64_t>();
    const std::string_view payload = bytes.substr(headBytes);
    if (payload.size() != size)
        return damaged("it has " + std::to_string(payload.size()) + " of " + std::to_string(size) + " bytes");
    if (checksumOf(payload) != checksum) return damaged("its checksum is wrong");
    return payload;
}

bool trianglesFit(const std::vector<Triangle>& triangles, std::size_t vertices) {
    for (const auto& t : triangles)
        for (const auto v : t)
            if (v >= vertices) return false;
    return true;
}

bool finite(const std::vector<float>& values) {
    for (const float v : values)
        if (!std::isfinite(v)) return false;
    return true;
}

Result<void> checkBaked(const BakedData& d) {
    const std::size_t n = d.vertices.size();
    if (n == 0 || n > 60000) return damaged("its number of vertices");
    if (d.weights.size() != n || d.arm.size() != n || d.leg.size() != n || d.torso.size() != n || d.skirt.size() != n)
        return damaged("its vertex tables differ in length");
    for (const auto& p : d.vertices)
        if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z))
            return damaged("a vertex is not a number");
    if (!finite(d.arm) || !finite(d.leg) || !finite(d.torso) || !finite(d.skirt))
        return damaged("a region is not a number");
    for (const auto& w : d.weights) {
        int sum = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            if (w.bone[k] >= boneCount) return damaged("a weight names a bone that does not exist");
            sum += w.share[k];
        }
        if (sum != 255) return damaged("weights that do not sum to one");
    }
    for (std::size_t g = 0; g < groupCount; ++g) {
        if (std::size_t(d.firstVertex[g]) + d.vertexCount[g] > n) return damaged("a group ends behind the vertices");
        if (!trianglesFit(d.triangles[g], n)) return damaged("a triangle points behind the vertices");
    }
    for (std::size_t level = 0; level < 3; ++level)
        if (!trianglesFit(d.bodyLevels[level], n) || !trianglesFit(d.tightsLevels[level], n) ||
            !trianglesFit(d.skirtLevels[level], n))
            return damaged("a triangle points behind the vertices");
    if (d.bodyMask.size() != d.triangles[std::size_t(Group::body)].size()) return damaged("its face mask");
    if (d.faceUnits.size() != std::size_t(faceUnitCount)) return damaged("its number of face units");
    return {};
}

void zigzag(std::string& out, std::int32_t v) {
    auto z = std::uint32_t(v << 1) ^ std::uint32_t(v >> 31);
    for (; z >= 128; z >>= 7)
        out += char(z | 128);
    out += char(z);
}

void plain(std::string& out, std::uint32_t v) {
    for (; v >= 128; v >>= 7)
        out += char(v | 128);
    out += char(v);
}

} // namespace

CodedTarget CodedTarget::encode(std::span<const std::pair<std::uint32_t, glm::ivec3>> moves) {
    CodedTarget out;
    glm::ivec3 last(0);
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < moves.size();) {
        std::size_t j = i + 1;
        while (j < moves.size() && moves[j].first == moves[j - 1].first + 1)
            ++j;
        plain(out.bytes, moves[i].first - next);
        plain(out.bytes, std::uint32_t(j - i));
        for (; i < j; ++i) {
            for (int k = 0; k < 3; ++k)
                zigzag(out.bytes, moves[i].second[k] - last[k]);
            last = moves[i].second;
        }
        next = moves[j - 1].first + 1;
    }
    return out;
}

std::string encodeBaked(const BakedData& d) {
    Writer w;
    w.list(d.vertices);
    w.value(d.joints);
    w.value(d.firstVertex);
    w.value(d.vertexCount);
    w.list(d.weights);
    for (const auto* region : {&d.arm, &d.leg, &d.torso, &d.skirt})
        w.list(*region);
    for (const auto& triangles : d.triangles)
        w.list(triangles);
    w.list(d.bodyMask);
    for (std::size_t level = 0; level < 3; ++level) {
        w.list(d.bodyLevels[level]);
        w.list(d.tightsLevels[level]);
        w.list(d.skirtLevels[level]);
    }
    w.value(std::uint32_t(d.targets.size()));
    for (const auto& [name, target] : d.targets) {
        w.text(name);
        w.text(target.bytes);
    }
    w.value(std::uint32_t(d.faceUnits.size()));
    for (const auto& [name, target] : d.faceUnits) {
        w.text(name);
        w.text(target.bytes);
    }
    return w.finish(bodyMagic);
}

Result<BakedData> decodeBaked(std::string_view bytes) {
    const auto payload = payloadOf(bytes, bodyMagic);
    if (!payload) return fail(payload.error());
    Reader r(*payload);
    BakedData d;
    d.vertices = r.list<glm::vec3>();
    d.joints = r.value<decltype(d.joints)>();
    d.firstVertex = r.value<decltype(d.firstVertex)>();
    d.vertexCount = r.value<decltype(d.vertexCount)>();
    d.weights = r.list<VertexWeights>();
    for (auto* region : {&d.arm, &d.leg, &d.torso, &d.skirt})
        *region = r.list<float>();
    for (auto& triangles : d.triangles)
        triangles = r.list<Triangle>();
    d.bodyMask = r.list<std::uint8_t>();
    for (std::size_t level = 0; level < 3; ++level) {
        d.bodyLevels[level] = r.list<Triangle>();
        d.tightsLevels[level] = r.list<Triangle>();
        d.skirtLevels[level] = r.list<Triangle>();
    }
    const auto targets = r.value<std::uint32_t>();
    for (std::uint32_t i = 0; i < targets && r.ok(); ++i) {
        std::string name = r.text();
        d.targets[std::move(name)].bytes = r.text();
    }
    const auto units = r.value<std::uint32_t>();
    for (std::uint32_t i = 0; i < units && r.ok(); ++i) {
        std::string name = r.text();
        d.faceUnits.push_back({std::move(name), {r.text()}});
    }
    if (!r.ok() || !r.atEnd()) return damaged("it ends in the middle of a table");
    if (auto checked = checkBaked(d); !checked) return fail(checked.error());
    return d;
}

std::string encodeClips(const std::vector<Clip>& clips) {
    Writer w;
    w.value(std::uint32_t(clips.size()));
    for (const auto& clip : clips) {
        w.text(clip.name);
        w.value(std::uint8_t(clip.loops));
        w.list(clip.frames);
    }
    return w.finish(clipMagic);
}

Result<std::vector<Clip>> decodeClips(std::string_view bytes) {
    const auto payload = payloadOf(bytes, clipMagic);
    if (!payload) return fail(payload.error());
    Reader r(*payload);
    std::vector<Clip> out;
    const auto count = r.value<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && r.ok(); ++i) {
        Clip clip;
        clip.name = r.text();
        clip.loops = r.value<std::uint8_t>() != 0;
        clip.frames = r.list<ClipFrame>();
        if (clip.frames.size() < 2) return damaged("a clip without frames");
        for (const auto& frame : clip.frames)
            for (const auto& q : frame.turns)
                if (!(std::abs(glm::dot(q, q) - 1) < 0.01f) || !std::isfinite(frame.root.y))
                    return damaged("a clip's frame is not a pose");
        out.push_back(std::move(clip));
    }
    if (!r.ok() || !r.atEnd()) return damaged("it ends in the middle of a clip");
    return out;
}

} // namespace rushes::figures
