// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/reader.h"

#include <filesystem>
#include <string>
#include <vector>

/// How many prompts of one benchmark dimension are read as their labels say.
struct DimensionScore {
    std::string dimension;
    int good = 0;
    int all = 0;
    std::vector<std::string> misses;
};

/// Scores VBench, VBench-2 and CameraBench prompts (vbench.jsonl, vbench2.jsonl, camera_language_labels.jsonl in `folder`) from the
/// description alone; what the camera would do is simulated from its moves. Dimensions in alphabetical order.
std::vector<DimensionScore> scorePrompts(const rushes::reading::Reader& reader, const std::filesystem::path& folder);
