// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/torch/patch_source.h"

#include <algorithm>
#include <cmath>

namespace rushes::neural {
namespace {

bool allFinite(const std::vector<float>& values) {
    float sum = 0; // anything infinite or undefined times nothing is undefined, and stays so
    for (const float v : values) sum += v * 0.0f;
    return sum == 0;
}

std::string sizeText(int width, int height) { return std::to_string(width) + "x" + std::to_string(height); }

std::vector<double> addedUp(const std::vector<float>& weights) {
    std::vector<double> sums(weights.size());
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sums[i] = sum += double(weights[i]);
    return sum > 0 ? sums : std::vector<double>{};
}

} // namespace

Result<void> PatchSource::check(const PixelSheet& sheet) const {
    const int patch = m_options.patch;
    if (sheet.width < patch || sheet.height < patch)
        return fail(ErrorCategory::badInput, "A picture of " + sizeText(sheet.width, sheet.height) + " is too small to learn from: at least " + sizeText(patch, patch) + " is needed");
    const std::size_t pixels = std::size_t(sheet.width) * std::size_t(sheet.height);
    if (sheet.guides.size() != pixels * std::size_t(m_options.channels) || sheet.target.size() != pixels * 3 ||
        (!sheet.weight.empty() && sheet.weight.size() != pixels))
        return fail(ErrorCategory::badInput, "The guides, colours or weights of a sheet do not fit its size of " + sizeText(sheet.width, sheet.height) + " with " +
                                                 std::to_string(m_options.channels) + " channels");
    if (!allFinite(sheet.guides) || !allFinite(sheet.target) || !allFinite(sheet.weight))
        return fail(ErrorCategory::badInput, "A sheet to learn from holds values that are no numbers");
    if (std::any_of(sheet.weight.begin(), sheet.weight.end(), [](float w) { return w < 0; }))
        return fail(ErrorCategory::badInput, "A weight of a sheet is below nothing");
    return {};
}

Result<void> PatchSource::setSheets(std::vector<PixelSheet> sheets) {
    if (sheets.empty()) return fail(ErrorCategory::badInput, "There is no picture to learn from");
    for (const auto& sheet : sheets)
        if (auto good = check(sheet); !good) return good;
    std::vector<std::vector<double>> sums;
    for (const auto& sheet : sheets) sums.push_back(addedUp(sheet.weight));
    m_sheets = std::move(sheets);
    m_sums = std::move(sums);
    return {};
}

void PatchSource::cut(std::int64_t step, int index, float* guides, std::int64_t stride, float* target) const {
    SeededDraws draws(m_options.seed, std::uint64_t(step), std::uint64_t(index));
    const int patch = m_options.patch;
    const std::size_t which = std::size_t(draws.below(int(m_sheets.size())));
    const PixelSheet& sheet = m_sheets[which];
    int x = draws.below(sheet.width - patch + 1), y = draws.below(sheet.height - patch + 1);
    if (const auto& sums = m_sums[which]; index % 2 == 0 && !sums.empty()) {
        const auto at = std::upper_bound(sums.begin(), sums.end(), draws.unit() * sums.back()) - sums.begin();
        const int centre = int(std::min<std::ptrdiff_t>(at, std::ptrdiff_t(sums.size()) - 1));
        x = std::clamp(centre % sheet.width - draws.below(patch), 0, sheet.width - patch);
        y = std::clamp(centre / sheet.width - draws.below(patch), 0, sheet.height - patch);
    }
    copyPiece({sheet, x, y, patch}, draws, guides, stride, target);
}

void PatchSource::cutTiles(std::int64_t step, int index, int tile, float* guides, std::int64_t stride, float* target) const {
    SeededDraws draws(m_options.seed, std::uint64_t(step), std::uint64_t(index));
    const std::int64_t pixels = std::int64_t(tile) * tile, tiles = std::int64_t(m_options.patch) * m_options.patch / pixels;
    for (std::int64_t i = 0; i < tiles; ++i) {
        const PixelSheet& sheet = m_sheets[std::size_t(draws.below(int(m_sheets.size())))];
        const int x = draws.below(sheet.width - tile + 1), y = draws.below(sheet.height - tile + 1);
        copyPiece({sheet, x, y, tile}, draws, guides + i * pixels * stride, stride, target + i * pixels * 3);
    }
}

void PatchSource::copyPiece(const Piece& piece, SeededDraws& draws, float* guides, std::int64_t stride, float* target) const {
    const int channels = m_options.channels;
    std::vector<float> shift(std::size_t(channels), 0.0f), keep(std::size_t(channels), 1.0f);
    for (float& s : shift) s = draws.normal() * float(m_options.noise);
    if (draws.unit() < m_options.drop) std::fill_n(keep.begin() + m_options.dropFirst, m_options.dropCount, 0.0f);
    for (int row = 0; row < piece.side; ++row) {
        const std::size_t from = std::size_t(piece.y + row) * std::size_t(piece.sheet.width) + std::size_t(piece.x);
        const float* source = piece.sheet.guides.data() + from * std::size_t(channels);
        for (int column = 0; column < piece.side; ++column, source += channels, guides += stride)
            for (int c = 0; c < channels; ++c) guides[c] = (source[c] + shift[std::size_t(c)]) * keep[std::size_t(c)];
        target = std::copy_n(piece.sheet.target.data() + from * 3, piece.side * 3, target);
    }
}

} // namespace rushes::neural
