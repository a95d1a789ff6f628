// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// Stages every shot of screenplays without drawing it and counts what is wrong.
// usage: staging_score [--list] [--half tuned|held_out] [--limit N] [--shot NUMBER,…] FILE-OR-FOLDER…
// Scenes are split in two halves by a hash of film and heading, so that repairs can be checked on what they were not made on.
#include "engine/base/paths.h"
#include "engine/edit/editor.h"
#include "engine/interchange/read_script.h"
#include "engine/project/store.h"
#include "engine/shoot/make_shot_request.h"
#include "engine/stage/easing.h"
#include "tests/eval/shot_audit.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <set>

using namespace rushes;

namespace {

struct Options {
    bool list = false;
    std::string half;
    std::set<std::string> shots; ///< empty: all
    int limit = 0;
    std::vector<std::filesystem::path> paths;
};

struct Score {
    int shots = 0, failed = 0, faulty = 0;
    std::map<std::string, int> kinds;
    eval::AxisWatch axis;
};

std::set<std::string> numbersIn(const std::string& list) {
    std::set<std::string> out;
    for (std::size_t from = 0; from < list.size();) {
        const auto to = std::min(list.find(',', from), list.size());
        out.insert(list.substr(from, to - from));
        from = to + 1;
    }
    return out;
}

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        if (!std::strcmp(argv[i], "--list")) options.list = true;
        else if (!std::strcmp(argv[i], "--half") && i + 1 < argc) options.half = argv[++i];
        else if (!std::strcmp(argv[i], "--limit") && i + 1 < argc) options.limit = std::atoi(argv[++i]);
        else if (!std::strcmp(argv[i], "--shot") && i + 1 < argc) options.shots = numbersIn(argv[++i]);
        else options.paths.emplace_back(argv[i]);
    }
    return options;
}

/// By scene, and the same for copies of a screenplay under slightly other names.
std::string halfOf(const std::filesystem::path& file, const std::string& scene) {
    std::string letters;
    for (const char c : file.stem().string() + scene)
        if (std::isalnum(static_cast<unsigned char>(c))) letters += char(std::tolower(static_cast<unsigned char>(c)));
    return (stage::seedOf(letters) >> 17) % 2 == 0 ? "tuned" : "held_out";
}

std::vector<std::filesystem::path> screenplays(const Options& options) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    for (const auto& path : options.paths) {
        if (fs::is_regular_file(path)) files.push_back(path);
        else
            for (const auto& entry : fs::recursive_directory_iterator(path))
                if (entry.is_regular_file() && entry.path().extension() == ".fountain") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void countNames(const std::string& names, std::map<std::string, int>& kinds) {
    for (std::size_t from = 0; from < names.size();) {
        const auto to = std::min(names.find(' ', from), names.size());
        ++kinds[names.substr(from, to - from)];
        from = to + 1;
    }
}

/// Stages the shots of one film; a screenplay that does not import counts as a failed shot.
void scoreFilm(stage::StageLibrary& library, const std::filesystem::path& file, const Options& options, std::map<std::string, Score>& halves) {
    const auto folder = std::filesystem::temp_directory_path() / ("staging_score_" + std::to_string(::getpid()) + ".rushes");
    std::filesystem::remove_all(folder);
    const auto script = interchange::readScript(file, time::rate24);
    if (!script) return; // no screenplay: the import's own tests judge that
    auto store = project::ProjectStore::create(folder);
    if (!store) return void(++halves["tuned"].failed);
    edit::Editor editor(**store);
    if (!edit::importScript(editor, *script)) return void(++halves["tuned"].failed);
    const auto& film = editor.project();
    int done = 0;
    for (const auto* shot : film.shots.of(project::mainSequence(film)->id)) {
        if (options.limit > 0 && done >= options.limit) break;
        const auto* scene = film.scenes.find(shot->scene);
        const std::string half = halfOf(file, scene ? scene->heading : "");
        if (!options.shots.empty() && !options.shots.contains(shot->number)) continue;
        if (!options.half.empty() && half != options.half) continue;
        ++done;
        Score& score = halves[half];
        ++score.shots;
        const auto request = shoot::makeShotRequest(film, shot->id);
        const auto staged = request ? stage::stageShot(library, *request) : Result<stage::StagedShot>(fail(request.error()));
        std::string names = "failed";
        std::vector<std::string> notes;
        if (!staged) ++score.failed;
        else {
            const auto faults = eval::audit(*staged);
            names = faults.names();
            notes = faults.notes;
            score.faulty += faults.any();
            const bool crosses = score.axis.add(file.string() + request->location + std::to_string(shot->scene.value), *staged);
            if (crosses) names += names.empty() ? "line-crossed" : " line-crossed";
        }
        countNames(names, score.kinds);
        if (options.list && !names.empty()) std::printf("%s %s [%s] %s\n", file.stem().c_str(), shot->number.c_str(), names.c_str(), shot->prompt.c_str());
        if (options.list && !names.empty())
            for (const auto& note : notes) std::printf("    %s\n", note.c_str());
    }
    store->reset();
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int argc, char** argv) {
    const Options options = parse(argc, argv);
    if (options.paths.empty()) {
        std::fprintf(stderr, "usage: staging_score [--list] [--half tuned|held_out] [--limit N] [--shot NUMBER] FILE-OR-FOLDER...\n");
        return 2;
    }
    auto library = stage::StageLibrary::load();
    if (!library) {
        std::fprintf(stderr, "%s\n", library.error().text().c_str());
        return 1;
    }
    std::map<std::string, Score> halves;
    for (const auto& file : screenplays(options)) scoreFilm(**library, file, options, halves);
    bool good = true;
    for (const auto& [half, score] : halves) {
        const double share = score.shots > 0 ? 100.0 * (score.failed + score.faulty) / score.shots : 0;
        std::printf("%s: %d shots, %d failed, %d faulty (%.1f %%); pairs' lines crossed %d of %d;", half.c_str(), score.shots, score.failed, score.faulty, share,
                    score.axis.crossings(), score.axis.shots());
        for (const auto& [kind, count] : score.kinds) std::printf(" %s %d", kind.c_str(), count);
        std::printf("\n");
        good = good && share <= 1;
    }
    return good ? 0 : 1;
}
