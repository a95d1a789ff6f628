// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/cancel_token.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/look/guide_frame.h"

namespace rushes::look {

/// What learns a look in steps and paints frames with it, at any time and better the more it learned. One thread at a time; inside it
/// uses two. The same input gives the same bytes.
class LookPainter {
public:
    virtual ~LookPainter() = default;

    /// Up to `steps` more steps of the whole. Cancelled between steps; what was learned stays and can be painted with.
    virtual Result<void> learn(int steps, const CancelToken& cancel) = 0;
    virtual int stepsTaken() const = 0;
    virtual int stepsInAll() const = 0;
    /// A frame of any size as a picture.
    virtual Result<Image> paintImage(const GuideFrame& frame) = 0;
};

} // namespace rushes::look
