// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/media/video_frame.h"

#include <QImage>

namespace rushes::ui {

/// A copy of the pixels as a QImage that draws fast. 8-bit formats only; others come back null.
QImage toQImage(const Image& image);

/// The frame as a QImage; packed BGRA frames are wrapped without a copy and keep the frame alive.
QImage toQImage(const media::VideoFrame& frame);

} // namespace rushes::ui
