// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/hair_shell.h"
#include "engine/figures/hats.h"
#include "engine/figures/head_parts.h"
#include "engine/figures/materials.h"
#include "engine/figures/solids.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {
namespace {

using glm::vec3;

float sine(float degrees) { return std::sin(glm::radians(degrees)); }
float cosine(float degrees) { return std::cos(glm::radians(degrees)); }

/// Middle of the skull, where rigid head parts are fastened.
vec3 headAnchor(const Tailor& t) {
    vec3 low(1e9f), high(-1e9f);
    for (std::uint32_t v = 0; v < t.data.vertexCount[std::size_t(Group::body)]; ++v) {
        if (t.data.vertices[v].y <= 6.3f) continue;
        low = glm::min(low, t.body.vertices[v]);
        high = glm::max(high, t.body.vertices[v]);
    }
    return {0, 0.5f * (low.y + high.y) + 0.02f, 0.5f * (low.z + high.z)};
}

/// What grows close to the skull; the rim's shape and the thickness over it.
ShellStyle shellOf(Hair style) {
    ShellStyle s;
    const auto close = [](float, float t) { return 0.012f + 0.010f * (1 - t); };
    switch (style) {
    case Hair::crop:
        s.thickness = [](float, float t) { return 0.010f + 0.006f * (1 - t); };
        break;
    case Hair::shortCut:
        s.thickness = [](float p, float t) {
            return 0.016f + 0.014f * std::max(0.0f, 1 - t * 1.15f) + 0.010f * smoothStep(50, 30, std::abs(p)) * t;
        };
        s.jag = 0.05f;
        break;
    case Hair::side:
        s.thickness = [](float p, float t) {
            return 0.026f - 0.010f * t + 0.014f * cosine(p - 40) * smoothStep(0, 0.5f, t) * (1 - 0.8f * t) +
                   0.012f * smoothStep(70, 0, std::abs(p - 20)) * smoothStep(0.5f, 0.9f, t);
        };
        s.line = [](float p) { return hairline(p) - 0.10f * smoothStep(50, 10, std::abs(p - 30)); };
        s.jag = 0.03f;
        break;
    case Hair::messy:
        s.thickness = [](float p, float t) {
            return 0.020f +
                   0.016f * (0.5f + 0.5f * std::sin(p * 0.21f + t * 9)) * (0.6f + 0.4f * std::sin(p * 0.07f + 2));
        };
        s.line = [](float p) {
            return hairline(p) - 0.22f * smoothStep(75, 30, std::abs(p)) * (0.6f + 0.4f * std::sin(p * 0.35f));
        };
        s.jag = 0.10f;
        break;
    case Hair::receding:
        s.thickness = [](float, float t) { return -0.008f + 0.020f * smoothStep(0.60f, 0.72f, t); };
        s.jag = 0.03f;
        break;
    case Hair::bob:
        s.thickness = [](float, float t) { return 0.030f - 0.006f * t; };
        s.line = [](float p) { return hairline(p) - 0.20f * smoothStep(50, 20, std::abs(p)); };
        s.hang = [](float p) { return 0.085f + 0.03f * smoothStep(60, 110, std::abs(p)); };
        s.openDegrees = 52;
        s.hangIn = 0.018f;
        break;
    case Hair::bun:
    case Hair::ponyTail:
        s.thickness = close;
        break;
    case Hair::pigtails:
        s.thickness = close;
        s.line = [](float p) { return hairline(p) - 0.22f * smoothStep(48, 20, std::abs(p)); };
        break;
    case Hair::bald:
    case Hair::longHair:
        break;
    case Hair::curly:
        s.thickness = [](float p, float t) {
            return 0.055f + 0.012f * std::sin(p * 0.26f) * std::sin(t * 14) - 0.02f * t;
        };
        s.line = [](float p) { return hairline(p) - 0.05f; };
        break;
    }
    return s;
}

class Hairdresser {
public:
    Hairdresser(const Tailor& tailor, Palette& palette, const CharacterDesign& design)
        : m_tailor(tailor), m_palette(palette), m_design(design), m_skull(tailor), m_anchor(headAnchor(tailor)) {}

    void hair(Hair style);
    void headwear(Headwear what);
    std::vector<Layer> finish() { return std::move(m_layers); }

private:
    std::uint16_t hairSurface() { return m_palette.surface("hair", hairMaterial(m_design.colours.hair)); }
    std::uint16_t detail(const char* part) {
        return m_palette.surface(part, cloth("detail", m_design.colours.detail, 0.35f));
    }
    std::uint16_t upper(const char* part) {
        return m_palette.surface(part, cloth("upper", m_design.colours.upper, 0.10f));
    }
    void shell(ShellStyle style, std::uint16_t surface) {
        style.seed = m_design.seed;
        m_layers.push_back(m_skull.shell(style, surface));
    }
    void rigid(const Solid& solid, std::uint16_t surface) {
        m_layers.push_back(rigidPart(solid.points, solid.faces, bones::head, surface, m_anchor, m_tailor.headSize));
    }
    void longHair();
    void peakedCap();
    void turned(const TurnedHat& hat, const char* part);
    void helmet();

    const Tailor& m_tailor;
    Palette& m_palette;
    const CharacterDesign& m_design;
    Skull m_skull;
    vec3 m_anchor;
    std::vector<Layer> m_layers;
};

void Hairdresser::longHair() {
    const auto wave = [](float p) {
        return 0.5f + 0.5f * std::sin(glm::radians(p) * 9 + 0.7f) * std::cos(glm::radians(p) * 4);
    };
    ShellStyle s;
    s.thickness = [wave](float p, float t) {
        const float parting = 0.006f * smoothStep(16, 4, std::abs(p - 14)) * smoothStep(0.9f, 0.2f, t);
        return 0.027f - 0.006f * t + 0.005f * wave(p) * smoothStep(0.1f, 0.6f, t) - parting;
    };
    s.line = [](float p) {
        return hairline(p) - 0.02f - 0.10f * smoothStep(60, 30, std::abs(p)) * smoothStep(4, 22, std::abs(p - 14));
    };
    s.hang = [wave](float p) { return 0.20f + 0.05f * smoothStep(60, 160, std::abs(p)) + 0.05f * wave(p * 1.7f + 20); };
    s.openDegrees = 54;
    s.hangIn = 0.004f;
    s.hangRows = 9;
    s.jag = 0.03f;
    s.wave = 0.012f;
    shell(s, hairSurface());
}

void Hairdresser::hair(Hair style) {
    if (style == Hair::bald) return;
    if (style == Hair::longHair) return longHair();
    shell(shellOf(style), hairSurface());
    if (style == Hair::bun) rigid(sphere(0.042f, {0, 0.075f, -0.098f}, 14, 9), hairSurface());
    if (style == Hair::ponyTail)
        rigid(tube({{0, 0.055f, -0.088f},
                    {0, 0.068f, -0.125f},
                    {0, 0.03f, -0.150f},
                    {0, -0.05f, -0.150f},
                    {0, -0.14f, -0.132f},
                    {0, -0.19f, -0.128f}},
                   {0.018f, 0.030f, 0.036f, 0.034f, 0.022f, 0.006f}, 10),
              hairSurface());
    if (style == Hair::pigtails)
        for (const float s2 : {1.0f, -1.0f})
            rigid(tube({{s2 * 0.075f, 0.03f, -0.04f},
                        {s2 * 0.11f, 0.035f, -0.05f},
                        {s2 * 0.13f, -0.02f, -0.05f},
                        {s2 * 0.125f, -0.09f, -0.045f}},
                       {0.014f, 0.028f, 0.030f, 0.006f}, 9),
                  hairSurface());
}

void Hairdresser::peakedCap() {
    ShellStyle s;
    s.thickness = [](float, float t) {
        return 0.018f + 0.020f * (1 - t) + 0.022f * smoothStep(0.5f, 0.95f, t) * (1 - smoothStep(0.95f, 1, t));
    };
    s.line = [](float p) {
        return std::abs(p) < 90 ? 7.98f - 0.26f * std::abs(p) / 90 : 7.72f - 0.27f * (std::abs(p) - 90) / 90;
    };
    shell(s, detail("cap"));
    Solid peak;
    constexpr int n = 13;
    for (int k = 0; k < n; ++k) {
        const float a = -62 + 124 * float(k) / (n - 1);
        for (const auto& [r, y] : {std::pair{0.082f, 0.030f}, {0.142f, 0.006f}})
            peak.points.push_back(
                {sine(a) * r * 0.92f, y - 0.010f * std::abs(sine(a)), cosine(a) * r * 1.02f + 0.012f});
    }
    for (std::uint32_t k = 0; k + 1 < n; ++k) {
        peak.faces.push_back({2 * k, 2 * k + 1, 2 * k + 2});
        peak.faces.push_back({2 * k + 2, 2 * k + 1, 2 * k + 3});
    }
    rigid(peak, m_palette.surface("cap peak", cloth("cap peak", vec3(0.12f), 1)));
}

void Hairdresser::turned(const TurnedHat& hat, const char* part) {
    constexpr int around = 28;
    rigid(solidOf(hat, around), detail(part));
    if (hat.band < 0) return;
    auto& surface = m_layers.back().surface;
    const auto band = m_palette.surface("hat band", cloth("hat band", vec3(0.12f), 1));
    for (std::size_t f = 2 * around * std::size_t(hat.band); f < 2 * around * std::size_t(hat.band + 1); ++f)
        surface[f] = band;
}

void Hairdresser::helmet() {
    Solid ball =
        m_tailor.level < 2 ? sphere(0.168f, {0, 0.005f, 0.012f}, 26, 18) : sphere(0.168f, {0, 0.005f, 0.012f}, 14, 10);
    for (auto& p : ball.points)
        p = vec3(p.x, (p.y - 0.005f) * 1.02f + 0.005f, (p.z - 0.012f) * 1.05f + 0.012f);
    rigid(ball, m_palette.surface("helmet", cloth("white", vec3(0.94f, 0.94f, 0.93f), 1)));
    constexpr std::uint32_t nu = 18, nv = 8;
    Solid visor;
    for (std::uint32_t j = 0; j <= nv; ++j)
        for (std::uint32_t i = 0; i <= nu; ++i) {
            const float x = -1 + 2 * float(i) / nu, y = -1 + 2 * float(j) / nv;
            const float yaw = 66 * x, pitch = 4 + 30 * y * std::sqrt(std::max(0.0f, 1 - 0.55f * x * x * x * x));
            visor.points.push_back({0.171f * cosine(pitch) * sine(yaw), 0.171f * sine(pitch) * 1.02f + 0.005f,
                                    0.171f * 1.05f * cosine(pitch) * cosine(yaw) + 0.012f});
        }
    for (std::uint32_t j = 0; j < nv; ++j)
        for (std::uint32_t i = 0; i < nu; ++i) {
            const std::uint32_t a = j * (nu + 1) + i;
            visor.faces.push_back({a, a + 1, a + nu + 1});
            visor.faces.push_back({a + 1, a + nu + 2, a + nu + 1});
        }
    rigid(visor, m_palette.surface("visor", cloth("visor", vec3(0.25f, 0.28f, 0.33f), 1)));
}

void Hairdresser::headwear(Headwear what) {
    if (what == Headwear::peakedCap) return peakedCap();
    if (what == Headwear::helmet) return helmet();
    if (const auto hat = turnedHat(what))
        return turned(*hat, "hat");
    if (const auto style = shellHat(what)) {
        const bool cloth = what == Headwear::hood;
        return shell(*style, cloth ? upper("hood") : detail("cap"));
    }
    if (const auto helm = closedHelm(what, m_tailor.level < 2)) {
        rigid(helm->shell, upper("helm"));
        const bool robot = what == Headwear::robotHead;
        rigid(helm->slit, m_palette.surface("eye slit", faceMaterial("eye slit", robot ? vec3(0.12f, 0.20f, 0.26f) : vec3(0.05f), 5)));
    }
}

} // namespace

std::vector<Layer> hairAndHats(const Tailor& tailor, Palette& palette, const CharacterDesign& design) {
    Hairdresser dresser(tailor, palette, design);
    // A hat presses the hair flat: only what hangs below it stays.
    Hair style = design.hair;
    const bool hanging = style == Hair::bob || style == Hair::longHair || style == Hair::bun ||
                         style == Hair::ponyTail || style == Hair::bald;
    const bool closed = design.headwear == Headwear::helmet || design.headwear == Headwear::hood || design.headwear == Headwear::knightHelm ||
                        design.headwear == Headwear::robotHead || design.headwear == Headwear::softCap;
    const bool open = design.headwear == Headwear::none || design.headwear == Headwear::crown || design.headwear == Headwear::veil;
    if (!open && !hanging) style = Hair::crop;
    if (style == Hair::longHair && !open && design.headwear != Headwear::peakedCap) style = Hair::ponyTail;
    if (design.headwear == Headwear::veil && style != Hair::bald) style = Hair::crop;
    if (closed) style = Hair::bald;
    dresser.hair(style);
    dresser.headwear(design.headwear);
    return dresser.finish();
}

} // namespace rushes::figures
