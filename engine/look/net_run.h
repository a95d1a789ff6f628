// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/cancel_token.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/look/net_guides.h"
#include "engine/neural/pixel_net.h"

#include <vector>

namespace rushes::look {

/// Guides and what is to come out, for the network to learn from.
neural::PixelSheet sheetOf(const NetGuides& guides, const GuideFrame& frame, std::vector<float> target, std::vector<float> weight);

/// What the network says of a frame: 3 channels, -1.1..1.1.
Result<Plane> runNet(const NetGuides& guides, const neural::PixelNet& net, const GuideFrame& frame);

/// Takes `count` more steps of a schedule of `total`, in slices, and counts them in `taken`, so that a stop in between can be carried on.
Result<void> learnInSlices(neural::PixelNet& net, int count, int total, int& taken, const CancelToken& cancel);

/// A picture as colours -1..1, and back (rounded, cut off).
Plane planeOf(const Image& picture);
Image imageOf(const Plane& colours);

} // namespace rushes::look
