// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"

#include "assets/bake/base_mesh.h"
#include <nlohmann/json.hpp>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace rushes::bake {
namespace {

/// The text of a plain or gzipped file (zlib reads both).
Result<std::string> readMaybeZipped(const std::filesystem::path& file) {
    gzFile in = gzopen(file.c_str(), "rb");
    if (!in) return fail(ErrorCategory::notFound, "Cannot read " + file.string());
    std::string out;
    char buffer[65536];
    int got = 0;
    while ((got = gzread(in, buffer, sizeof buffer)) > 0)
        out.append(buffer, std::size_t(got));
    gzclose(in);
    if (got < 0) return fail(ErrorCategory::damaged, file.string() + " is no whole gzip file");
    return out;
}

} // namespace

Result<figures::CodedTarget> readTarget(const std::filesystem::path& file, const Kept& kept, float leastDm) {
    const auto text = readMaybeZipped(file);
    if (!text) return fail(text.error());
    std::map<std::uint32_t, glm::dvec3> moves;
    const auto vertices =
        std::uint32_t(std::count_if(kept.newIndex.begin(), kept.newIndex.end(), [](auto i) { return i >= 0; }));
    std::istringstream lines(*text);
    std::string line;
    while (std::getline(lines, line)) {
        if (line.empty() || line[0] == '#' || line[0] == '"') continue;
        std::istringstream words(line);
        std::size_t vertex = 0;
        glm::dvec3 d;
        if (!(words >> vertex >> d.x >> d.y >> d.z) || vertex >= kept.newIndex.size()) continue;
        if (const auto at = kept.newIndex[vertex]; at >= 0) moves[std::uint32_t(at)] += d;
        for (const int joint : kept.jointsOf[vertex])
            moves[vertices + std::uint32_t(joint)] += d / double(kept.corners[std::size_t(joint)]);
    }
    std::vector<std::pair<std::uint32_t, glm::ivec3>> steps;
    for (const auto& [point, d] : moves) {
        const glm::ivec3 q(int(std::lround(d.x * 1000)), int(std::lround(d.y * 1000)), int(std::lround(d.z * 1000)));
        if (std::max({std::abs(d.x), std::abs(d.y), std::abs(d.z)}) >= double(leastDm) && q != glm::ivec3(0))
            steps.push_back({point, q});
    }
    return figures::CodedTarget::encode(steps);
}

Result<void> readWeights(const std::filesystem::path& json, const Kept& kept, figures::BakedData& out) {
    const auto text = readFile(json);
    if (!text) return fail(text.error());
    const auto document = nlohmann::json::parse(*text, nullptr, false);
    if (!document.is_object() || !document.contains("weights"))
        return fail(ErrorCategory::damaged, json.string() + " holds no weights");
    std::vector<std::map<int, double>> byVertex(out.vertices.size());
    for (const auto& [name, list] : document["weights"].items()) {
        const int bone = figures::boneByName(name);
        if (bone < 0) return fail(ErrorCategory::damaged, json.string() + " names an unknown bone " + name);
        for (const auto& entry : list) {
            const auto vertex = entry.at(0).get<std::size_t>();
            if (vertex < kept.newIndex.size() && kept.newIndex[vertex] >= 0)
                byVertex[std::size_t(kept.newIndex[vertex])][bone] += entry.at(1).get<double>();
        }
    }
    for (int side = 0; side < 2; ++side) {
        const auto g = std::size_t(figures::Group::leftEye) + std::size_t(side);
        for (std::uint32_t i = 0; i < out.vertexCount[g]; ++i)
            byVertex[out.firstVertex[g] + i] = {{figures::bones::eye(side), 1.0}};
    }
    out.weights.resize(out.vertices.size());
    for (std::size_t v = 0; v < byVertex.size(); ++v) {
        std::vector<std::pair<double, int>> sorted;
        for (const auto& [bone, w] : byVertex[v])
            sorted.push_back({-w, bone});
        std::sort(sorted.begin(), sorted.end());
        sorted.resize(std::min<std::size_t>(sorted.size(), 4));
        double sum = 0;
        for (const auto& [w, bone] : sorted)
            sum -= w;
        if (sum < 1e-6)
            return fail(ErrorCategory::damaged, json.string() + ": vertex " + std::to_string(v) + " has no weight");
        int left = 255;
        for (std::size_t k = sorted.size(); k-- > 0;) {
            const int share = k == 0 ? left : int(std::lround(-sorted[k].first / sum * 255));
            out.weights[v].bone[k] = std::uint8_t(sorted[k].second);
            out.weights[v].share[k] = std::uint8_t(share);
            left -= share;
        }
    }
    return {};
}

} // namespace rushes::bake
