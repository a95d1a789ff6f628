// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/neural/pixel_net.h"
#include "engine/neural/torch/seeded_draws.h"

#include <vector>

namespace rushes::neural {

/// The sheets that are learned from, and the patches cut out of them. Reading is for any number of threads.
class PatchSource {
public:
    explicit PatchSource(const PixelNetOptions& options) : m_options(options) {}

    /// Fails as `badInput` on sizes that contradict, sheets smaller than a patch, and numbers that are none; keeps the old sheets then.
    Result<void> setSheets(std::vector<PixelSheet> sheets);
    bool empty() const { return m_sheets.empty(); }

    /// Patch `index` of step `step`: patch x patch pixels of guides, `stride` floats from one to the next, shifted by noise and with the group dropped as the options say,
    /// and patch x patch x 3 colours. Every second patch is placed by the sheet's weights. Always the same for the same seed.
    void cut(std::int64_t step, int index, float* guides, std::int64_t stride, float* target) const;

    /// The same number of pixels as `tile` x `tile` pieces from as many places of the sheets, one after the other.
    void cutTiles(std::int64_t step, int index, int tile, float* guides, std::int64_t stride, float* target) const;
    const std::vector<PixelSheet>& sheets() const { return m_sheets; }

private:
    struct Piece {
        const PixelSheet& sheet;
        int x, y, side;
    };
    void copyPiece(const Piece& piece, SeededDraws& draws, float* guides, std::int64_t stride, float* target) const;
    Result<void> check(const PixelSheet& sheet) const;

    PixelNetOptions m_options;
    std::vector<PixelSheet> m_sheets;
    std::vector<std::vector<double>> m_sums; ///< a sheet's weights, added up; empty where it has none
};

} // namespace rushes::neural
