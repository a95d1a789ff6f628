// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/look/guide_frame.h"

#include <filesystem>
#include <vector>

namespace rushes::eval {

/// Rows of pictures side by side, each drawn half as large: stage, painted frame, network, result, truth.
class PicturePage {
public:
    void addRow(const std::vector<const look::Plane*>& pictures);
    bool empty() const { return m_rows.empty(); }
    Result<void> write(const std::filesystem::path& file) const;

private:
    std::vector<std::vector<look::Plane>> m_rows;
};

} // namespace rushes::eval
