// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/guide_frame.h"

#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace rushes::look {

/// Turns a GuideFrame into what the network reads, one list of numbers a pixel. Everything that must be the same in all frames (how
/// deep is deep, how large an object is, which surfaces were painted) is taken from the painted frames, when it is made.
/// The channels and their scales: recipe of the `look` prototype, with distances to shadow edges added.
class NetGuides {
public:
    static constexpr int kCode = 11;     ///< of object and part
    static constexpr int kTones = 9;     ///< the arriving light as so many steps from dark to bright: painters change tone along thresholds of it
    static constexpr int kChannels = 3 + 3 + 2 + kTones + 3 + 3 + 1 + 1 + 3 * kLineKinds + kCode;

    /// `keys` must outlive the call only; at least one.
    explicit NetGuides(const std::vector<const GuideFrame*>& keys);

    /// Rows `first` to before `last`; `out` takes (last - first) x width x kChannels floats.
    void fill(const GuideFrame& frame, int first, int last, float* out) const;

private:
    struct Painted { ///< a surface that is in a painted frame
        std::uint32_t object = 0, part = 0;
        std::array<float, 3> albedo{};
        bool figure = false;
        double count = 0;
    };
    using Code = std::array<float, kCode>;

    void listPainted(const std::vector<const GuideFrame*>& keys);
    Code codeOf(const GuideFrame& frame, std::size_t pixel) const;
    const Painted* likest(const GuideFrame& frame, std::size_t pixel) const;

    float m_logDepth = 0; ///< of the median of the first painted frame
    std::map<std::uint64_t, Painted> m_painted;
};

} // namespace rushes::look
