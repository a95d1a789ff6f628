// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/materials.h"
#include "engine/figures/role_outfits.h"
#include "engine/figures/turns.h"
#include "engine/figures/wardrobe.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {
namespace {

using glm::vec3;

/// The outfits as a tailor would note them; the numbers were fitted by eye on many bodies.
class Dresser {
public:
    Dresser(Wardrobe& wardrobe, const CharacterDesign& design) : m_w(wardrobe), m_d(design.colours), m_design(design) {}

    void underlayer();
    void tshirtJeans();
    void shirtTrousers();
    void suit();
    void dress();
    void blouseSkirt();
    void coat();
    void uniform();
    void hoodie();
    void robe();
    void tunic();
    void swimsuit();
    void spaceSuit();
    void apron();
    void childDress();

private:
    std::uint16_t upper(const char* part = "upper") {
        return m_w.palette().surface(part, cloth("upper", m_d.upper, 0.10f));
    }
    std::uint16_t lower(const char* part = "lower") {
        return m_w.palette().surface(part, cloth("lower", m_d.lower, 0.35f));
    }
    std::uint16_t detail(const char* part) { return m_w.palette().surface(part, cloth("detail", m_d.detail, 0.35f)); }
    std::uint16_t white(const char* part) {
        return m_w.palette().surface(part, cloth("white", vec3(0.94f, 0.94f, 0.93f), 1));
    }
    std::uint16_t shoe() { return m_w.palette().surface("shoes", cloth("shoes", m_d.shoes, 0.35f)); }
    std::uint16_t sole() { return m_w.palette().surface("soles", cloth("soles", vec3(0.85f, 0.85f, 0.83f), 1)); }
    void hoodOfHoodie();
    void tieAndShirt();
    void backpack();

    Wardrobe& m_w;
    const DesignColours& m_d;
    const CharacterDesign& m_design;
};

/// One piece from chest to hip, for everybody: no figure has a bare body under the clothes.
void Dresser::underlayer() {
    const BakedData& d = m_w.tailor().data;
    const bool shown = m_design.outfit == Outfit::swimsuit;
    const Field f = m_w.field([&](std::size_t v) {
        if (d.arm[v] >= 0) return -0.3f;
        const float x = std::abs(d.vertices[v].x);
        if (d.leg[v] >= 0) return 0.10f - d.leg[v] - 0.14f * std::clamp(x - 0.75f, -1.0f, 1.0f);
        const float strap = shown ? 0.14f - std::abs(x - 0.80f) : -farInside; // under a wide neck they would be seen
        return std::max((0.74f - d.torso[v]) * 2, strap);
    });
    const Field worn = m_w.field([&](std::size_t v) { return m_w.tailor().isHead(v) ? -1.0f : f[v]; });
    const auto surface = shown ? upper("swimsuit") : white("underlayer");
    if (!shown && m_w.tailor().level >= 2) return m_w.cover(worn); // it would only shine through the coarse clothes
    m_w.piece(Group::tights, worn, surface, m_w.fill(shown ? 0.004f : 0.003f), 2, true);
    if (!shown) m_w.yieldToAll();
}

void Dresser::tshirtJeans() {
    m_w.trousers({.surface = lower(), .cut = 1.97f, .waist = 0.2f});
    m_w.top({.surface = upper(),
             .sleeve = 0.58f,
             .hem = 0.04f,
             .neck = 0.80f,
             .offset = 0.009f,
             .flare = 0.016f,
             .smooth = 4});
    m_w.shoes({.surface = shoe(), .sole = sole()});
}

void Dresser::shirtTrousers() {
    m_w.top({.surface = upper(),
             .sleeve = 1.93f,
             .hem = 0.16f,
             .neck = 0.66f,
             .offset = 0.009f,
             .flare = 0.014f,
             .smooth = 4,
             .closure = upper("upper left")});
    m_w.trousers({.surface = lower(), .cut = 1.97f, .waist = 0.22f, .offset = 0.012f, .flare = 0.018f, .smooth = 4});
    m_w.belt(detail("belt"), 0.15f, 0.235f, 0.017f);
    m_w.shoes({.surface = shoe()});
}

void Dresser::tieAndShirt() {
    const Tailor& t = m_w.tailor();
    const BakedData& d = t.data;
    const auto tie = detail("tie"), shirt = white("shirt");
    const Field f = m_w.field([&](std::size_t v) {
        const float hem = d.leg[v] >= 0   ? (d.leg[v] < 0.4f ? d.torso[v] - 0.2f : -farInside)
                          : d.arm[v] >= 0 ? farInside
                                          : d.torso[v] - 0.2f;
        const float front =
            t.level < 2 ? farInside : std::min(1.1f - std::abs(d.vertices[v].x), d.vertices[v].z + 0.2f);
        return std::min({m_w.sleeveCut(v, 0.04f), hem, m_w.neckHole(v, 0.55f), front});
    });
    Layer layer = cutOut(t, Group::tights, f, shirt, [&](const Triangle& face) {
        const vec3 c = (d.vertices[face[0]] + d.vertices[face[1]] + d.vertices[face[2]]) / 3.0f;
        return std::abs(c.x) < 0.22f + 0.06f * std::clamp(5.4f - c.y, 0.0f, 2.0f) && c.z > 0.3f ? tie : shirt;
    });
    layer.offset.assign(layer.combos.size(), 0.005f);
    settle(t, layer, 2);
    m_w.add(std::move(layer));
}

void Dresser::suit() {
    tieAndShirt();
    const auto cloth = upper("trousers");
    m_w.trousers({.surface = cloth, .cut = 1.97f, .waist = 0.2f, .offset = 0.012f, .flare = 0.020f, .smooth = 5});
    m_w.top({.surface = upper("jacket"),
             .sleeve = 1.97f,
             .hem = -0.06f,
             .neck = 0.60f,
             .offset = 0.020f,
             .flare = 0.010f,
             .hemFlare = 0.012f,
             .smooth = 6,
             .vNeck = VNeck{0.50f, 0.085f},
             .closure = upper("jacket left")});
    m_w.shoes({.surface = shoe()});
}

void Dresser::dress() {
    m_w.top(
        {.surface = upper(), .sleeve = 0.12f, .hem = 0.1f, .neck = 1.05f, .offset = 0.006f, .flare = 0, .smooth = 4});
    m_w.skirt({.surface = upper(), .cut = 0.62f, .flare = 0.42f, .smooth = 3});
    m_w.shoes({.surface = shoe(), .top = 1.99f});
}

void Dresser::childDress() {
    m_w.top({.surface = upper(),
             .sleeve = 0.45f,
             .hem = 0.1f,
             .neck = 0.9f,
             .offset = 0.010f,
             .flare = 0.012f,
             .smooth = 4});
    m_w.skirt({.surface = upper(), .cut = 0.50f, .flare = 0.50f, .smooth = 3});
    m_w.shoes({.surface = shoe(), .top = 1.96f});
}

void Dresser::blouseSkirt() {
    m_w.top({.surface = upper(),
             .sleeve = 1.35f,
             .hem = 0.12f,
             .neck = 0.72f,
             .offset = 0.008f,
             .flare = 0.022f,
             .smooth = 4,
             .closure = upper("upper left")});
    m_w.skirt({.surface = lower(), .cut = 0.56f, .offset = 0.012f, .flare = -0.02f, .smooth = 2});
    m_w.belt(detail("belt"), 0.20f, 0.245f, 0.018f);
    m_w.shoes({.surface = shoe(), .top = 1.99f});
}

void Dresser::coat() {
    m_w.top({.surface = white("shirt"), .sleeve = 0.3f, .hem = 0.3f, .neck = 0.6f, .offset = 0.004f, .covers = false});
    m_w.trousers({.surface = lower(), .cut = 1.97f, .waist = 0.2f});
    m_w.top({.surface = upper(),
             .sleeve = 1.93f,
             .hem = -0.02f,
             .neck = 0.74f,
             .offset = 0.026f,
             .flare = 0.018f,
             .smooth = 6,
             .vNeck = VNeck{0.26f, 0.09f},
             .closure = upper("upper left")});
    m_w.skirt({.surface = upper(),
               .cut = 0.66f,
               .offset = 0.028f,
               .flare = 0.16f,
               .smooth = 3,
               .closure = upper("upper left")});
    m_w.skirtBelt(upper("coat belt"), 0.075f, 0.046f);
    m_w.collar(upper("collar"), 0.034f, 0.90f, 1.08f);
    m_w.shoes({.surface = shoe()});
}

void Dresser::uniform() {
    m_w.top({.surface = upper(),
             .sleeve = 1.95f,
             .hem = 0.16f,
             .neck = 0.62f,
             .offset = 0.010f,
             .flare = 0.012f,
             .smooth = 4,
             .closure = upper("upper left")});
    m_w.trousers({.surface = lower(), .cut = 1.55f, .waist = 0.22f, .offset = 0.010f, .flare = 0.016f, .smooth = 3});
    m_w.belt(detail("belt"), 0.15f, 0.235f, 0.017f);
    m_w.shoes({.surface = shoe(), .top = 1.45f, .offset = 0.013f});
}

void Dresser::hoodie() {
    m_w.trousers({.surface = lower(), .cut = 1.93f, .waist = 0.2f, .offset = 0.014f, .flare = 0.02f, .smooth = 4});
    m_w.top({.surface = upper(),
             .sleeve = 1.93f,
             .hem = -0.02f,
             .neck = 0.72f,
             .offset = 0.022f,
             .flare = 0.012f,
             .hemFlare = 0.012f,
             .smooth = 7});
    hoodOfHoodie();
    m_w.shoes({.surface = shoe(), .sole = sole()});
}

/// The hood that lies on the shoulders: a tube round the back of the neck.
void Dresser::hoodOfHoodie() {
    constexpr int rings = 17, sides = 10;
    std::vector<vec3> points;
    std::vector<Face> faces;
    for (int k = 0; k < rings; ++k) {
        const float a = glm::radians(18.0f + 324.0f * float(k) / (rings - 1));
        const vec3 centre(0.085f * std::sin(a) * 1.05f, 0.012f - 0.00675f * (1 - std::cos(a)) - 0.02f * std::cos(a),
                          0.08f * std::cos(a) - 0.01f);
        const float swell = std::sin(float(k) / (rings - 1) * 3.14159265f), radius = 0.018f + 0.022f * swell * swell;
        const vec3 along = unit(vec3(std::cos(a), 0, -std::sin(a))), up(0, 1, 0), out = glm::cross(along, up);
        for (int i = 0; i < sides; ++i) {
            const float b = 6.2831853f * float(i) / sides;
            points.push_back(centre + radius * (std::cos(b) * out + std::sin(b) * up));
        }
        if (k == 0) continue;
        for (int i = 0; i < sides; ++i) {
            const auto p = std::uint32_t((k - 1) * sides + i), q = std::uint32_t((k - 1) * sides + (i + 1) % sides);
            faces.push_back({p, p + sides, q});
            faces.push_back({q, p + sides, q + sides});
        }
    }
    const Tailor& t = m_w.tailor();
    m_w.add(rigidPart(points, faces, bones::spine3, upper("hood"),
                      t.skeleton.rest[bones::neck] - vec3(0, 0.015f * t.size, 0), t.size * 1.05f));
}

void Dresser::robe() {
    m_w.top({.surface = upper(),
             .sleeve = 1.80f,
             .hem = 0.05f,
             .neck = 0.70f,
             .offset = 0.022f,
             .flare = 0.075f,
             .smooth = 8});
    m_w.skirt({.surface = upper(), .cut = 0.985f, .offset = 0.028f, .flare = 0.30f, .smooth = 3});
    m_w.skirtBelt(detail("rope"), 0.05f, 0.048f);
    m_w.shoes({.surface = shoe(), .top = 1.96f});
}

void Dresser::tunic() {
    m_w.trousers({.surface = lower(), .cut = 1.6f, .waist = 0.2f, .offset = 0.006f, .flare = 0.004f});
    m_w.top({.surface = white("shirt"),
             .sleeve = 1.93f,
             .hem = 0.3f,
             .neck = 0.66f,
             .offset = 0.008f,
             .flare = 0.020f,
             .smooth = 4});
    m_w.top({.surface = upper(),
             .sleeve = 0.62f,
             .hem = 0.05f,
             .neck = 0.86f,
             .offset = 0.018f,
             .flare = 0.024f,
             .smooth = 6,
             .vNeck = VNeck{0.16f, 0.04f}});
    m_w.skirt({.surface = upper(), .cut = 0.40f, .offset = 0.020f, .flare = 0.42f, .smooth = 3});
    m_w.skirtBelt(detail("belt"), 0.075f, 0.036f);
    m_w.shoes({.surface = shoe(), .top = 1.42f, .offset = 0.012f});
}

void Dresser::swimsuit() {}

void Dresser::spaceSuit() {
    const Tailor& t = m_w.tailor();
    const BakedData& d = t.data;
    const Field f = m_w.field([&](std::size_t v) {
        return t.isHead(v) ? -farInside : std::min(m_w.sleeveCut(v, 1.85f), m_w.legCut(v, 1.8f));
    });
    const Field offset = m_w.field([&](std::size_t v) {
        return 0.052f - 0.022f * smoothStep(0.6f, 2, d.arm[v]) - 0.016f * smoothStep(0.6f, 2, d.leg[v]) -
               (d.arm[v] < 0 && d.torso[v] > 0.9f ? 0.02f : 0);
    });
    m_w.piece(Group::tights, f, white("upper"), offset, 16, true, false);
    m_w.belt(detail("belt"), 0.17f, 0.27f, 0.058f, 10);
    m_w.shoes({.surface = detail("shoes"), .top = 1.72f, .offset = 0.042f, .soleHeight = 0.03f, .smooth = 4});
    m_w.gloves(detail("gloves"), 1.80f, 0.014f);
    backpack();
}

void Dresser::backpack() {
    const vec3 half(0.17f, 0.24f, 0.09f);
    std::vector<vec3> points;
    std::vector<Face> faces;
    for (int axis = 0; axis < 3; ++axis)
        for (const float sign : {-1.0f, 1.0f}) {
            const auto first = std::uint32_t(points.size());
            for (int k = 0; k < 4; ++k) {
                vec3 p;
                p[axis] = sign;
                p[(axis + 1) % 3] = (k == 1 || k == 2 ? 1.0f : -1.0f) * sign;
                p[(axis + 2) % 3] = k >= 2 ? 1.0f : -1.0f;
                points.push_back(p * half);
            }
            faces.push_back({first, first + 1, first + 2});
            faces.push_back({first, first + 2, first + 3});
        }
    const Tailor& t = m_w.tailor();
    const vec3 shoulders = 0.5f * (t.skeleton.rest[std::size_t(bones::of(bones::upperArm, 0))] +
                                   t.skeleton.rest[std::size_t(bones::of(bones::upperArm, 1))]);
    m_w.add(rigidPart(points, faces, bones::spine3, detail("backpack"), shoulders + vec3(0, -0.10f, -0.24f) * t.size,
                      t.size));
}

void Dresser::apron() {
    m_w.trousers({.surface = lower(), .cut = 1.97f, .waist = 0.2f});
    m_w.top({.surface = upper(),
             .sleeve = 1.25f,
             .hem = 0.05f,
             .neck = 0.72f,
             .offset = 0.012f,
             .flare = 0.02f,
             .smooth = 5});
    m_w.shoes({.surface = shoe()});
    const Tailor& t = m_w.tailor();
    const BakedData& d = t.data;
    const Field bib = m_w.field([&](std::size_t v) {
        if (d.arm[v] >= 0 || d.leg[v] > 0.5f) return -farInside;
        const float wide =
            0.92f - std::abs(d.vertices[v].x) + (d.torso[v] < 0.40f ? 0.9f * smoothStep(0.42f, 0.25f, d.torso[v]) : 0);
        return std::min({wide * 0.5f, d.vertices[v].z - 0.15f, 0.74f - d.torso[v], d.torso[v] - 0.02f});
    });
    m_w.piece(Group::tights, bib, detail("apron"), m_w.fill(0.024f), 5, false);
    const Field front = m_w.field([&](std::size_t v) {
        if (d.skirt[v] < 0) return -farInside;
        return std::min({0.58f - d.skirt[v], 1.6f - std::abs(d.vertices[v].x), d.vertices[v].z - 0.05f});
    });
    m_w.piece(Group::skirt, front, detail("apron"), m_w.fill(0.022f), 2, false);
    m_w.skirtBelt(detail("apron band"), 0.04f, 0.036f);
}

} // namespace

void dress(Wardrobe& wardrobe, const CharacterDesign& design) {
    Dresser dresser(wardrobe, design);
    dresser.underlayer();
    if (dressForRole(wardrobe, design)) return;
    switch (design.outfit) {
    case Outfit::tshirtJeans:
        dresser.tshirtJeans();
        break;
    case Outfit::shirtTrousers:
        dresser.shirtTrousers();
        break;
    case Outfit::suit:
        dresser.suit();
        break;
    case Outfit::dress:
        dresser.dress();
        break;
    case Outfit::blouseSkirt:
        dresser.blouseSkirt();
        break;
    case Outfit::coat:
        dresser.coat();
        break;
    case Outfit::uniform:
        dresser.uniform();
        break;
    case Outfit::hoodie:
        dresser.hoodie();
        break;
    case Outfit::robe:
        dresser.robe();
        break;
    case Outfit::tunic:
        dresser.tunic();
        break;
    case Outfit::swimsuit:
        dresser.swimsuit();
        break;
    case Outfit::spaceSuit:
        dresser.spaceSuit();
        break;
    case Outfit::apron:
        dresser.apron();
        break;
    case Outfit::childDress:
        dresser.childDress();
        break;
    default: // dressForRole has it
        break;
    }
}

} // namespace rushes::figures
