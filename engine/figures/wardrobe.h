// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/garment.h"

#include <optional>
#include <string>
#include <vector>

namespace rushes::figures {

struct VNeck {
    float depth = 0.3f, width = 0.09f;
};

/// Cuts measure along the limb (arm: 1 elbow, 2 wrist; leg: 1 knee, 2 ankle) and up the torso (0 hips, 1 neck); offsets
/// in metres.
struct TopOptions {
    std::uint16_t surface = 0;
    float sleeve = 0.55f, hem = 0.1f, neck = 0.8f; ///< neck: radius of the neck hole in dm, 0 a turtle neck
    float offset = 0.006f, flare = 0.012f, hemFlare = 0;
    int smooth = 2;
    std::optional<VNeck> vNeck;
    std::optional<std::uint16_t> closure; ///< surface of the wearer's left half: its border is the closing line
    bool covers = true;
};
struct TrouserOptions {
    std::uint16_t surface = 0;
    float cut = 1.93f, waist = 0.2f, offset = 0.008f, flare = 0.012f;
    int smooth = 2;
};
struct SkirtOptions {
    std::uint16_t surface = 0;
    float cut = 0.6f, offset = 0.006f, flare = 0.2f;
    int smooth = 2;
    std::optional<std::uint16_t> closure;
};
struct ShoeOptions {
    std::uint16_t surface = 0;
    std::optional<std::uint16_t> sole;
    float top = 1.9f, offset = 0.006f, soleHeight = 0.018f, toe = 0.012f;
    int smooth = 1;
};

/// Dresses one body at one level of detail, from the skin outwards. A later garment hides what lies well inside it.
class Wardrobe {
public:
    Wardrobe(const Tailor& tailor, Palette& palette) : m_tailor(tailor), m_palette(palette) {}

    const Tailor& tailor() const { return m_tailor; }
    Palette& palette() { return m_palette; }

    void top(const TopOptions& options);
    void trousers(const TrouserOptions& options);
    void skirt(const SkirtOptions& options);
    void shoes(const ShoeOptions& options);
    void gloves(std::uint16_t surface, float top, float offset);
    void belt(std::uint16_t surface, float from, float to, float offset, int smooth = 2);
    /// On a skirt: part of the skirt's own sheet, or it would vanish inside.
    void skirtBelt(std::uint16_t surface, float to, float offset);
    void collar(std::uint16_t surface, float offset, float low, float high);
    /// Any piece cut from a group by a field; a `fine` one is cut finer than the rest.
    void piece(Group group, const Field& field, std::uint16_t surface, const Field& offset, int smooth, bool covers,
               bool fine = true);
    /// The last piece is only a stopgap: wherever anything is worn over it, it is dropped.
    void yieldToAll() { m_worn.back().hiddenFrom = 0.002f; }
    /// Nothing is seen there, but the skin below is left out too.
    void cover(Field field) { m_covers.push_back({std::move(field), exactMargin}); }
    void add(Layer layer) { m_layers.push_back(std::move(layer)); }

    /// Where the skin shows: below what every covering garment leaves.
    Field bareSkin() const;
    float soleHeight() const { return m_sole; } ///< metres at 1.72 m
    /// Drops faces that a later garment hides and hands the layers over.
    std::vector<Layer> finish();

    Field fill(float value) const { return Field(m_tailor.data.vertices.size(), value); }
    template <class F> Field field(F of) const {
        Field out(m_tailor.data.vertices.size());
        for (std::size_t v = 0; v < out.size(); ++v)
            out[v] = of(v);
        return out;
    }
    float sleeveCut(std::size_t v, float cut) const;
    float legCut(std::size_t v, float cut) const;
    float neckHole(std::size_t v, float radius) const;

private:
    struct Worn {
        std::size_t layer;
        Field field;
        bool covers;
        float hiddenFrom = 0.07f; ///< how deep inside others its faces are dropped
    };
    void wear(Layer layer, Field field, bool covers, float margin);

    struct Cover {
        Field field;
        float margin; ///< how far the skin reaches under the garment's edge
    };
    static constexpr float exactMargin = 0.05f;
    /// On a coarse mesh the cut lies less exactly: the skin reaches further under the hem.
    float margin() const { return m_tailor.level < 2 ? exactMargin : 0.20f; }

    const Tailor& m_tailor;
    Palette& m_palette;
    std::vector<Layer> m_layers;
    std::vector<Worn> m_worn;
    std::vector<Cover> m_covers;
    float m_sole = 0;
};

/// The clothes of a design, underlayer first.
void dress(Wardrobe& wardrobe, const CharacterDesign& design);

} // namespace rushes::figures
