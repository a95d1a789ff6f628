// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// How long a big project takes to open and an edit to be durable. project_bench [FOLDER [SHOTS]]: works in a new folder below FOLDER
// (the system's temporary one by default; give one on the disk that counts) and removes it.
#include "tests/bench/must.h"

#include "engine/edit/script_import.h"
#include "engine/edit/shot_commands.h"
#include "engine/edit/take_commands.h"
#include "engine/project/cut.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <unistd.h>

namespace {

using namespace rushes;
using Json = nlohmann::ordered_json;

template <class F> double milliseconds(F&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Json summary(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) { return times[std::min(times.size() - 1, std::size_t(part * double(times.size())))]; };
    return {{"count", times.size()}, {"median", at(0.5)}, {"p99", at(0.99)}, {"max", times.back()}};
}

/// A film of `shots` shots in scenes of ten, with dialogue, as a breakdown gives it.
edit::ScriptImport bigScript(int shots) {
    edit::ScriptImport script;
    script.fileName = "big.fountain";
    for (int i = 0; i < shots; ++i) {
        const int scene = i / 10;
        if (i % 10 == 0) script.scenes.push_back({std::to_string(scene + 1), "INT. ROOM " + std::to_string(scene % 40) + " - NIGHT", "", "ROOM", "NIGHT", {}});
        edit::ScriptImport::Shot shot;
        shot.scene = scene;
        shot.prompt = "Night, interior. MARA crosses room " + std::to_string(scene) + " to the window and looks down at the harbour, step " + std::to_string(i);
        shot.size = "medium";
        shot.characters = {"MARA", "TOM " + std::to_string(scene % 25)};
        shot.location = "ROOM " + std::to_string(scene % 40);
        shot.dialogue = {{"MARA", "The last ferry leaves at ten, number " + std::to_string(i)}};
        shot.lines = {i * 6 + 1, i * 6 + 5};
        script.text += "MARA crosses the room.\n";
        script.shots.push_back(std::move(shot));
    }
    return script;
}

/// One take for each shot of `count`, all of the same small file: rows are what is measured.
void addTakes(edit::Editor& editor, const std::filesystem::path& folder, std::size_t count) {
    std::ofstream(folder / "take.mp4") << "frames";
    project::TakeDraft draft;
    draft.media = must(editor.store().media().import(folder / "take.mp4"));
    draft.generator = "stage";
    draft.frames = 48;
    draft.rate = time::rate24;
    draft.width = 1280;
    draft.height = 720;
    draft.request = Json{{"schema", 1}, {"prompt", std::string(400, 'x')}}.dump();
    std::vector<project::ShotId> shots;
    for (const auto& [id, shot] : editor.project().shots) shots.push_back(id);
    for (std::size_t i = 0; i < std::min(count, shots.size()); ++i) {
        draft.shot = shots[i];
        must(edit::addTake(editor, draft));
    }
}

Json measure(const std::filesystem::path& folder, int shots) {
    const auto film = folder / "Big.rushes";
    Json json{{"bench", "project"}, {"shots", shots}};
    {
        const auto store = must(project::ProjectStore::create(film));
        edit::Editor editor(*store);
        const auto script = bigScript(shots);
        json["importMs"] = milliseconds([&] { must(edit::importScript(editor, script)); });
        json["importAgainMs"] = milliseconds([&] { must(edit::importScript(editor, script)); });
        addTakes(editor, folder, 1000);
        std::vector<double> edits, undos;
        std::vector<project::ShotId> ids;
        for (const auto& [id, shot] : store->project().shots) ids.push_back(id);
        for (std::size_t i = 0; i < 300; ++i) {
            edit::ShotPatch patch;
            patch.prompt = "Edited by hand, number " + std::to_string(i);
            edits.push_back(milliseconds([&] { must(edit::setShot(editor, ids[i * 7919 % ids.size()], patch)); }));
        }
        for (int i = 0; i < 50; ++i) undos.push_back(milliseconds([&] { must(editor.undo()); }));
        json["editMs"] = summary(edits);
        json["undoMs"] = summary(undos);
        json["cutMs"] = milliseconds([&] { project::cutOf(store->project()); });
    }
    json["databaseBytes"] = std::filesystem::file_size(film / "project.db");
    std::vector<double> opens;
    for (int i = 0; i < 5; ++i) opens.push_back(milliseconds([&] { must(project::ProjectStore::open(film)); }));
    json["openMs"] = summary(opens);
    json["targets"] = {{"openMs", 1000}, {"editMs", 50}};
    return json;
}

} // namespace

int main(int argc, char** argv) {
    const auto root = argc > 1 ? std::filesystem::path(argv[1]) : std::filesystem::temp_directory_path();
    const int shots = argc > 2 ? std::max(1, std::atoi(argv[2])) : 10'000;
    const auto folder = root / ("rushes-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::cout << measure(folder, shots).dump(2) << "\n";
    std::filesystem::remove_all(folder);
}
