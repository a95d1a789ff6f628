// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/media/stack_xml.h"

#include <vector>

namespace rushes::media {

/// Layers laid over each other: premultiplied floats while it is worked on (SVG Compositing 1.0, src-over and multiply; other blends as
/// src-over).
class LayerCanvas {
public:
    LayerCanvas(int width, int height);

    /// Lays a picture (rgba8, straight alpha) over what is there, its corner at x, y.
    void lay(const Image& picture, int x, int y, double opacity, LayerBlend blend);
    /// Lays a group of the same size over it.
    void lay(const LayerCanvas& group, double opacity, LayerBlend blend);
    /// rgba8, straight alpha.
    Image image() const;

private:
    int m_width, m_height;
    std::vector<float> m_pixels;
};

} // namespace rushes::media
