// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/role_outfits.h"

#include "engine/figures/materials.h"
#include "engine/figures/solids.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {
namespace {

using glm::vec3;

class RoleDresser {
public:
    RoleDresser(Wardrobe& wardrobe, const CharacterDesign& design) : m_w(wardrobe), m_d(design.colours) {}

    void gown();
    void longSkirt();
    void armour();
    void scrubs();
    void shorts();
    void vest();
    void robot();
    void trunks();
    void labCoat();
    void cape();

private:
    std::uint16_t upper(const char* part) { return m_w.palette().surface(part, cloth("upper", m_d.upper, 0.10f)); }
    std::uint16_t lower(const char* part) { return m_w.palette().surface(part, cloth("lower", m_d.lower, 0.20f)); }
    std::uint16_t detail(const char* part) { return m_w.palette().surface(part, cloth("detail", m_d.detail, 0.20f)); }
    std::uint16_t white(const char* part) { return m_w.palette().surface(part, cloth("white", vec3(0.94f, 0.94f, 0.93f), 1)); }
    std::uint16_t shoe() { return m_w.palette().surface("shoes", cloth("shoes", m_d.shoes, 0.35f)); }
    vec3 joint(int bone) const { return m_w.tailor().skeleton.rest[std::size_t(bone)]; }
    void ball(int bone, const vec3& stretch, float radius, const vec3& shift, std::uint16_t surface);
    void plate(float from, float to, float offset, std::uint16_t surface);
    void cloak(std::uint16_t surface);

    Wardrobe& m_w;
    const DesignColours& m_d;
};

/// A stretched ball that a joint carries: shoulder and knee pieces.
void RoleDresser::ball(int bone, const vec3& stretch, float radius, const vec3& shift, std::uint16_t surface) {
    const bool fine = m_w.tailor().level < 2;
    Solid solid = sphere(radius, vec3(0), fine ? 16 : 8, fine ? 10 : 5);
    for (auto& p : solid.points) p = p * stretch + shift;
    m_w.add(rigidPart(solid.points, solid.faces, bone, surface, joint(bone), m_w.tailor().size));
}

/// A stiff band round the trunk, arms free.
void RoleDresser::plate(float from, float to, float offset, std::uint16_t surface) {
    const BakedData& d = m_w.tailor().data;
    const Field f = m_w.field([&](std::size_t v) {
        return d.arm[v] >= 0 || d.leg[v] > 0.4f ? -farInside : std::min({to - d.torso[v], d.torso[v] - from, m_w.neckHole(v, 0.85f)});
    });
    m_w.piece(Group::tights, f, surface, m_w.fill(offset), 8, false);
}

/// A sheet from shoulder to shoulder down the back, stiff below.
void RoleDresser::cloak(std::uint16_t surface) {
    constexpr std::uint32_t columns = 13, rows = 9;
    std::vector<vec3> points;
    std::vector<Face> faces;
    for (std::uint32_t r = 0; r <= rows; ++r)
        for (std::uint32_t c = 0; c <= columns; ++c) {
            const float down = float(r) / rows, across = -1 + 2 * float(c) / columns;
            const float spread = 0.19f + 0.14f * down, fold = 0.012f * std::sin(across * 16) * down;
            const float a = across * 1.9f * (1 - 0.25f * down);
            points.push_back({spread * std::sin(a), 0.035f - 1.18f * down - 0.05f * std::abs(across) * (1 - down),
                              -0.05f - (0.105f + 0.14f * down + fold) * std::cos(a)});
        }
    for (std::uint32_t r = 0; r < rows; ++r)
        for (std::uint32_t c = 0; c < columns; ++c) {
            const std::uint32_t a = r * (columns + 1) + c, b = a + columns + 1;
            faces.push_back({a, b, a + 1});
            faces.push_back({a + 1, b, b + 1});
        }
    const vec3 shoulders = 0.5f * (joint(bones::of(bones::upperArm, 0)) + joint(bones::of(bones::upperArm, 1)));
    m_w.add(rigidPart(points, faces, bones::spine3, surface, shoulders, m_w.tailor().size));
}

void RoleDresser::gown() {
    m_w.top({.surface = upper("upper"), .sleeve = 0.30f, .hem = 0.1f, .neck = 1.0f, .offset = 0.006f, .flare = 0, .smooth = 4});
    m_w.skirt({.surface = upper("upper"), .cut = 0.985f, .offset = 0.010f, .flare = 0.62f, .smooth = 3});
    m_w.skirtBelt(detail("sash"), 0.03f, 0.018f);
    m_w.shoes({.surface = shoe(), .top = 1.97f});
}

void RoleDresser::longSkirt() {
    m_w.top({.surface = upper("upper"), .sleeve = 1.35f, .hem = 0.12f, .neck = 0.74f, .offset = 0.008f, .flare = 0.022f, .smooth = 4});
    m_w.skirt({.surface = lower("lower"), .cut = 0.93f, .offset = 0.012f, .flare = 0.36f, .smooth = 3});
    m_w.belt(detail("belt"), 0.20f, 0.245f, 0.018f);
    m_w.shoes({.surface = shoe(), .top = 1.9f});
}

/// Plates over mail: each piece a part of its own, so that the ink draws where they meet.
void RoleDresser::armour() {
    m_w.trousers({.surface = lower("greaves"), .cut = 1.6f, .waist = 0.2f, .offset = 0.016f, .flare = 0.010f, .smooth = 4});
    m_w.top({.surface = detail("mail"), .sleeve = 1.93f, .hem = 0.05f, .neck = 0.55f, .offset = 0.010f, .flare = 0.004f, .smooth = 3});
    m_w.top({.surface = upper("breastplate"), .sleeve = 0.05f, .hem = 0.18f, .neck = 0.70f, .offset = 0.026f, .flare = 0, .smooth = 9});
    m_w.skirt({.surface = upper("tassets"), .cut = 0.26f, .offset = 0.026f, .flare = 0.30f, .smooth = 3});
    m_w.skirtBelt(detail("belt"), 0.05f, 0.038f);
    const BakedData& d = m_w.tailor().data;
    const Field bracer = m_w.field([&](std::size_t v) { return d.arm[v] >= 0 ? std::min(d.arm[v] - 1.12f, 1.96f - d.arm[v]) : -farInside; });
    m_w.piece(Group::tights, bracer, upper("bracers"), m_w.fill(0.018f), 3, false);
    for (int side = 0; side < 2; ++side) {
        ball(bones::of(bones::upperArm, side), {1.0f, 0.80f, 1.05f}, 0.098f, {signOf(side) * 0.012f, 0.020f, 0}, upper("pauldron"));
        ball(bones::of(bones::calf, side), {0.9f, 1, 0.9f}, 0.070f, {0, 0, 0.020f}, upper("knee"));
    }
    m_w.gloves(upper("gauntlets"), 1.90f, 0.006f);
    m_w.shoes({.surface = shoe(), .top = 1.30f, .offset = 0.017f});
}

void RoleDresser::scrubs() {
    m_w.trousers({.surface = upper("trousers"), .cut = 1.95f, .waist = 0.2f, .offset = 0.014f, .flare = 0.024f, .smooth = 5});
    m_w.top({.surface = upper("upper"), .sleeve = 0.66f, .hem = -0.05f, .neck = 0.72f, .offset = 0.016f, .flare = 0.020f, .hemFlare = 0.014f, .smooth = 6,
             .vNeck = VNeck{0.14f, 0.05f}});
    m_w.shoes({.surface = shoe()});
}

void RoleDresser::shorts() {
    m_w.trousers({.surface = lower("lower"), .cut = 0.86f, .waist = 0.2f, .offset = 0.012f, .flare = 0.028f, .smooth = 4});
    m_w.top({.surface = upper("upper"), .sleeve = 0.52f, .hem = 0.02f, .neck = 0.80f, .offset = 0.010f, .flare = 0.016f, .smooth = 4});
    m_w.shoes({.surface = shoe(), .top = 1.85f});
}

void RoleDresser::vest() {
    m_w.top({.surface = white("shirt"), .sleeve = 1.93f, .hem = 0.16f, .neck = 0.64f, .offset = 0.008f, .flare = 0.016f, .smooth = 4});
    m_w.trousers({.surface = lower("lower"), .cut = 1.97f, .waist = 0.22f, .offset = 0.012f, .flare = 0.018f, .smooth = 4});
    m_w.belt(detail("belt"), 0.15f, 0.235f, 0.017f);
    m_w.top({.surface = upper("vest"), .sleeve = 0.03f, .hem = 0.10f, .neck = 0.86f, .offset = 0.020f, .flare = 0, .smooth = 6, .vNeck = VNeck{0.34f, 0.075f},
             .closure = upper("vest left")});
    m_w.shoes({.surface = shoe()});
}

/// A metal skin from neck to sole with plates and round joints over it; no bare skin is left.
void RoleDresser::robot() {
    const Tailor& t = m_w.tailor();
    const Field whole = m_w.field([&](std::size_t v) { return t.isHead(v) ? -farInside : std::min(m_w.sleeveCut(v, 1.95f), m_w.legCut(v, 1.9f)); });
    m_w.piece(Group::tights, whole, detail("frame"), m_w.fill(0.004f), 4, true, false);
    plate(0.42f, 0.97f, 0.030f, upper("chest"));
    plate(0.02f, 0.20f, 0.024f, upper("hips"));
    const BakedData& d = t.data;
    const auto shell = [&](auto at, float from, float to, const char* part) {
        const Field f = m_w.field([&](std::size_t v) { return at(v) >= 0 ? std::min(at(v) - from, to - at(v)) : -farInside; });
        m_w.piece(Group::tights, f, upper(part), m_w.fill(0.016f), 3, false);
    };
    shell([&](std::size_t v) { return d.arm[v]; }, 0.30f, 0.88f, "upper arms");
    shell([&](std::size_t v) { return d.arm[v]; }, 1.14f, 1.92f, "forearms");
    shell([&](std::size_t v) { return d.leg[v]; }, 0.26f, 0.86f, "thighs");
    shell([&](std::size_t v) { return d.leg[v]; }, 1.14f, 1.86f, "shins");
    for (int side = 0; side < 2; ++side) {
        ball(bones::of(bones::upperArm, side), {1, 1, 1}, 0.082f, vec3(0), detail("shoulder joint"));
        ball(bones::of(bones::lowerArm, side), {1, 1, 1}, 0.050f, vec3(0), detail("elbow joint"));
        ball(bones::of(bones::calf, side), {1, 1, 1}, 0.066f, vec3(0), detail("knee joint"));
    }
    m_w.gloves(detail("hands"), 1.90f, 0.003f);
    m_w.shoes({.surface = upper("feet"), .top = 1.84f, .offset = 0.018f, .soleHeight = 0.03f});
}

void RoleDresser::trunks() {
    m_w.top({.surface = detail("singlet"), .sleeve = 0.04f, .hem = 0.1f, .neck = 1.02f, .offset = 0.007f, .flare = 0, .smooth = 3});
    m_w.trousers({.surface = lower("lower"), .cut = 0.62f, .waist = 0.2f, .offset = 0.012f, .flare = 0.024f, .smooth = 4});
    m_w.belt(detail("waistband"), 0.15f, 0.22f, 0.016f);
    m_w.shoes({.surface = shoe(), .top = 1.7f});
}

void RoleDresser::labCoat() {
    m_w.top({.surface = detail("shirt"), .sleeve = 0.3f, .hem = 0.3f, .neck = 0.6f, .offset = 0.004f, .covers = false});
    m_w.trousers({.surface = lower("lower"), .cut = 1.97f, .waist = 0.2f});
    m_w.top({.surface = upper("upper"), .sleeve = 1.93f, .hem = -0.02f, .neck = 0.74f, .offset = 0.022f, .flare = 0.012f, .smooth = 6,
             .vNeck = VNeck{0.36f, 0.08f}, .closure = upper("upper left")});
    m_w.skirt({.surface = upper("upper"), .cut = 0.50f, .offset = 0.024f, .flare = 0.10f, .smooth = 3, .closure = upper("upper left")});
    m_w.shoes({.surface = shoe()});
}

void RoleDresser::cape() {
    m_w.top({.surface = upper("upper"), .sleeve = 1.96f, .hem = 0.02f, .neck = 0.62f, .offset = 0.005f, .flare = 0, .smooth = 2});
    m_w.trousers({.surface = lower("lower"), .cut = 1.9f, .waist = 0.2f, .offset = 0.005f, .flare = 0, .smooth = 2});
    m_w.belt(detail("belt"), 0.13f, 0.22f, 0.012f);
    m_w.shoes({.surface = shoe(), .top = 1.40f, .offset = 0.010f});
    cloak(detail("cape"));
}

} // namespace

bool dressForRole(Wardrobe& wardrobe, const CharacterDesign& design) {
    RoleDresser dresser(wardrobe, design);
    const std::pair<Outfit, void (RoleDresser::*)()> cuts[] = {
        {Outfit::gown, &RoleDresser::gown},     {Outfit::longSkirt, &RoleDresser::longSkirt}, {Outfit::armour, &RoleDresser::armour},
        {Outfit::scrubs, &RoleDresser::scrubs}, {Outfit::shorts, &RoleDresser::shorts},       {Outfit::vest, &RoleDresser::vest},
        {Outfit::robot, &RoleDresser::robot},   {Outfit::trunks, &RoleDresser::trunks},       {Outfit::labCoat, &RoleDresser::labCoat},
        {Outfit::cape, &RoleDresser::cape}};
    for (const auto& [outfit, cut] : cuts)
        if (outfit == design.outfit) return (dresser.*cut)(), true;
    return false;
}

} // namespace rushes::figures
