// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/editor.h"
#include "engine/interchange/read_script.h"
#include "tests/integration/scene.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::test;

namespace {

std::vector<std::filesystem::path> screenplaysUnder(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code code;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, code))
        if (entry.is_regular_file() && entry.path().extension() == ".fountain" && entry.file_size() > 0) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Read as the command line reads it, put into a film on disk, and read from there again.
void checkImports(const std::filesystem::path& file, const std::filesystem::path& folder) {
    INFO(file);
    const auto script = interchange::readScript(file, time::rate24);
    if (!script) FAIL(script.error().text());
    std::size_t scenes = 0, shots = 0;
    {
        auto store = project::ProjectStore::create(folder);
        REQUIRE(store);
        edit::Editor editor(**store);
        const auto report = edit::importScript(editor, *script);
        if (!report) FAIL(report.error().text());
        scenes = editor.project().scenes.size(), shots = editor.project().shots.size();
        REQUIRE(scenes == script->scenes.size());
        REQUIRE(shots == script->shots.size());
        for (const auto& [id, shot] : editor.project().shots) {
            REQUIRE(shot.frames >= 1);
            REQUIRE_FALSE(shot.prompt.empty());
        }
    }
    auto again = project::ProjectStore::open(folder);
    REQUIRE(again);
    REQUIRE((*again)->project().scenes.size() == scenes);
    REQUIRE((*again)->project().shots.size() == shots);
    again->reset();
    std::filesystem::remove_all(folder);
}

} // namespace

TEST_CASE("The sample film's screenplay imports", "[integration]") {
    TemporaryFolder folder;
    const auto files = screenplaysUnder("assets/samples");
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) checkImports(file, folder.path() / "film.rushes");
}

TEST_CASE("Every screenplay at hand imports", "[integration]") {
    const auto files = screenplaysUnder("../shared/inputs/screenplays");
    if (files.empty()) {
        WARN("no screenplays beside the source tree");
        return;
    }
    TemporaryFolder folder;
    for (const auto& file : files) checkImports(file, folder.path() / "film.rushes");
}
