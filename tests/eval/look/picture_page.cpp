// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/picture_page.h"

#include "engine/media/image_file.h"
#include "tests/eval/look/planes.h"

#include <algorithm>

namespace rushes::eval {

void PicturePage::addRow(const std::vector<const look::Plane*>& pictures) {
    auto& row = m_rows.emplace_back();
    for (const auto* picture : pictures) row.push_back(halvedPlane(*picture));
}

Result<void> PicturePage::write(const std::filesystem::path& file) const {
    constexpr int kGap = 4;
    const auto& first = m_rows.front().front();
    const int columns = int(m_rows.front().size()), stepX = first.width + kGap, stepY = first.height + kGap;
    look::Plane page = look::Plane::create(stepX * columns - kGap, stepY * int(m_rows.size()) - kGap, 3);
    std::fill(page.data.begin(), page.data.end(), 1.0f);
    for (std::size_t j = 0; j < m_rows.size(); ++j)
        for (std::size_t i = 0; i < m_rows[j].size(); ++i)
            for (int y = 0; y < first.height; ++y) {
                const float* from = m_rows[j][i].at(0, y);
                std::copy(from, from + 3 * first.width, page.at(int(i) * stepX, int(j) * stepY + y));
            }
    return media::writePng(file, imageOf(page));
}

} // namespace rushes::eval
