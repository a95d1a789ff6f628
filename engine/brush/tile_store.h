// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

namespace rushes::brush {

/// Pixels of a picture from its top left.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;

    bool empty() const { return width <= 0 || height <= 0; }
    PixelRect united(const PixelRect& other) const;
    PixelRect within(int pictureWidth, int pictureHeight) const;
    bool operator==(const PixelRect&) const = default;
};

/// A layer of paint in squares that are copied when a stroke first touches them, so that a step of the history keeps only what it changed.
/// One thread.
class TileStore {
public:
    static constexpr int kSide = 64; ///< pixels; libmypaint's
    static constexpr int kFull = 1 << 15; ///< of a channel
    /// R G B A, premultiplied, 0..kFull.
    using Tile = std::array<std::uint16_t, std::size_t(kSide) * kSide * 4>;

    /// `mostBytes`: what the history may hold; its oldest steps are forgotten beyond.
    TileStore(int width, int height, std::size_t mostBytes = std::size_t(256) << 20);

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// Tiles outside the picture are blank and swallow what is written.
    const Tile& tile(int column, int row) const;
    Tile& tileToPaint(int column, int row);

    void beginStep();
    /// Whether anything was touched since; then it can be undone, and what was undone before is forgotten.
    bool endStep();
    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    /// What changed; nothing when there is nothing to undo or redo.
    PixelRect undo();
    PixelRect redo();

    /// rgba8 with straight alpha.
    Image picture() const;
    /// A part as bgra8 with premultiplied alpha, as screens want it.
    Image shown(const PixelRect& part) const;
    /// Replaces everything by a picture of the same size (rgba8, straight alpha) as one step.
    void load(const Image& picture);
    /// What was done so far can be undone no more.
    void forgetSteps();
    /// Everything gone, as one step; whether there was anything.
    bool clear();

private:
    struct Change {
        std::size_t at;
        std::shared_ptr<Tile> before, after; ///< null: blank
    };
    using Step = std::vector<Change>;
    PixelRect areaOf(const Step& step) const;
    void forgetOldest();

    int m_width, m_height, m_columns, m_rows;
    std::size_t m_most;
    std::vector<std::shared_ptr<Tile>> m_tiles; ///< null: blank
    std::unique_ptr<Tile> m_outside;            ///< what is painted beside the picture
    std::vector<bool> m_touched;                ///< by the step that goes on
    Step m_open;
    std::deque<Step> m_steps;
    std::size_t m_done = 0; ///< how many of them are done; the rest were undone
};

} // namespace rushes::brush
