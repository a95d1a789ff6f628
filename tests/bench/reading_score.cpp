// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// reading_score [PROMPTS-FOLDER]: how well and how fast prompts are read, as JSON. Times are this process's own CPU time.
#include "engine/reading/reader.h"
#include "tests/unit/engine/reading/prompt_scores.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>

namespace {

double cpuMs() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double readMs(const rushes::reading::Reader& reader, const std::string& prompt, int times) {
    const double begin = cpuMs();
    for (int i = 0; i < times; ++i) (void)reader.read(prompt);
    return (cpuMs() - begin) / times;
}

/// Resident memory in MB, from the kernel.
double residentMb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : "../shared/inputs/prompts";
    const double begin = cpuMs();
    const auto reader = rushes::reading::Reader::create();
    const double loadMs = cpuMs() - begin;
    if (!reader) {
        std::cerr << reader.error().text() << "\n";
        return 1;
    }
    const std::string sentence = "Medium close-up. Mara says \"No boats tonight.\" at the harbour at night in the rain. Slow dolly in, low angle, 35mm. ";
    std::string text;
    while (text.size() < 10000) text += sentence + "An old sailor in a yellow raincoat opens the door of the lighthouse, sees an empty room and sits down. ";
    text.resize(10000);
    const double coldMs = readMs(**reader, text, 1);
    nlohmann::ordered_json out = {{"load_ms", loadMs}, {"sentence_ms", readMs(**reader, sentence, 200)}, {"characters_10000_first_ms", coldMs},
                                  {"characters_10000_ms", readMs(**reader, text, 5)}, {"resident_mb", residentMb()}, {"wordnet", (*reader)->hasWordNet()}};
    if (std::filesystem::exists(folder / "vbench.jsonl")) {
        for (const DimensionScore& score : scorePrompts(**reader, folder)) {
            out["scores"][score.dimension] = {{"good", score.good}, {"all", score.all}, {"misses", score.misses}};
        }
    }
    std::cout << out.dump(1) << "\n";
    return 0;
}
