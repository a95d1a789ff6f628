// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "prompt_scores.h"
#include "support.h"

#include <catch2/catch.hpp>

#include <map>

// Benchmarks' prompts, where they lie beside the checkout.
TEST_CASE("Benchmark prompts read as their labels say", "[reading][shared]") {
    const std::filesystem::path folder = "../shared/inputs/prompts";
    if (!std::filesystem::exists(folder / "vbench.jsonl")) {
        WARN("no prompts at " << folder << ": only the checkout's own tests ran");
        return;
    }
    const std::map<std::string, double> bars = {{"object_class", 0.97}, {"multiple_objects", 0.97}, {"color", 0.97}, {"spatial_relationship", 0.95},
                                                {"scene", 0.90}, {"human_action", 0.92}, {"vbench2_camera", 0.97}, {"motion_order", 0.93},
                                                {"camerabench_motion", 0.95}, {"camerabench_framing", 0.95}, {"camerabench_start_end", 0.90}};
    const auto scores = scorePrompts(reader(), folder);
    CHECK(scores.size() == bars.size());
    for (const DimensionScore& score : scores) {
        INFO(score.dimension << " " << score.good << "/" << score.all);
        CHECK(score.good >= bars.at(score.dimension) * score.all);
    }
}
