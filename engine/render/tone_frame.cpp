// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/tone_frame.h"

#include <algorithm>
#include <cstring>

namespace rushes::render {

void BytePlane::fit(int width, int height) {
    if (m_width == width && m_height == height) return;
    m_width = width;
    m_height = height;
    m_stride = std::size_t(width) + 2 * kRowPad;
    m_bytes.assign(m_stride * std::size_t(height), 0);
}

std::uint8_t* BytePlane::row(int y) { return m_bytes.data() + m_stride * std::size_t(std::clamp(y, 0, m_height - 1)) + kRowPad; }
const std::uint8_t* BytePlane::row(int y) const { return const_cast<BytePlane*>(this)->row(y); }

void BytePlane::pad(int y) {
    std::uint8_t* r = row(y);
    std::memset(r - kRowPad, r[0], kRowPad);
    std::memset(r + m_width, r[m_width - 1], kRowPad);
}

RowCamera rowCamera(const geometry::Camera& camera, int width, int height) {
    RowCamera row{camera.eye, camera.right, camera.up, camera.forward(), float(width) / 2, float(height) / 2, 0, 0, 0};
    row.perX = camera.sensorWidthMm / camera.focalMm / float(width);
    row.perY = camera.sensorHeightMm / camera.focalMm / float(height);
    row.pixelsPerUnit = 1 / row.perY;
    return row;
}

} // namespace rushes::render
