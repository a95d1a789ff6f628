// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/guide_frame.h"

#include <memory>
#include <vector>

namespace rushes::look {

/// For every pixel of one frame its place in another: the same point of the same surface.
struct Correspondence {
    int width = 0, height = 0;  ///< of the frame that asks
    std::vector<float> x, y;    ///< pixel centres of the other frame are at whole numbers; meaningless where not seen
    std::vector<std::uint8_t> seen;
};

/// Finds points of a frame by the surfaces' rest points. Built once a painted frame; find() may be called from several threads.
/// A point is looked for among pixels of the same part nearest at rest, then placed between pixels by the slope of the rest points
/// there (one Gauss-Newton step of a plane fitted to the neighbours), so that the result is exact on flat surfaces.
class KeyPoints {
public:
    explicit KeyPoints(const GuideFrame& key);
    ~KeyPoints();
    Correspondence find(const GuideFrame& from) const;

private:
    class Index;
    std::unique_ptr<Index> m_index;
};

/// KeyPoints(key).find(from).
Correspondence correspond(const GuideFrame& from, const GuideFrame& key);

/// Seen, less about `radius` pixels at its border, softly: 0..1. With 0 as it is.
std::vector<float> softened(const std::vector<std::uint8_t>& seen, int width, int height, int radius = 2);

} // namespace rushes::look
