// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"

#include <vector>

namespace rushes::media {

/// Where a picture has edges and which way they run, coarsely: what stays when it is painted over. Colours, tones and textures hardly count.
/// Cells of gradient directions without sign (after N. Dalal, B. Triggs, "Histograms of Oriented Gradients for Human Detection", 2005), with
/// strengths taken relative to their surroundings.
class Structure {
public:
    /// Of a picture of any size, rgba8; two pictures are compared as if they had the same shape.
    static Structure of(const Image& picture);

    /// 1: the same edges; around 0: no more alike than any two pictures.
    double likeness(const Structure& other) const;

private:
    std::vector<float> m_cells; ///< of unit length; empty for a picture without edges
};

} // namespace rushes::media
