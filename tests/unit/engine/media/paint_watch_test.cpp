// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/paint_watch.h"
#include "media_fixture.h"

#include <fstream>

using namespace rushes;
using namespace rushes::media;
using Answer = PaintWatch::Answer;

namespace {

constexpr auto quiet = std::chrono::milliseconds(400);

struct Watched {
    ScratchFolder folder;
    std::filesystem::path file = folder / "f.ora";
    PaintWatch::Clock::time_point now{};

    void put(const std::string& bytes) { std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes; }
    void append(const std::string& bytes) { std::ofstream(file, std::ios::binary | std::ios::app) << bytes; }
    Answer later(PaintWatch& watch, std::chrono::milliseconds by = quiet) {
        now += by;
        return watch.look(now);
    }
};

} // namespace

TEST_CASE("A save counts once it has been quiet, and once only", "[media][watch]") {
    Watched w;
    w.put("stage");
    PaintWatch watch(w.file);
    CHECK(w.later(watch) == Answer::nothing);
    w.put("painted");
    CHECK(w.later(watch) == Answer::settling);
    CHECK(w.later(watch, quiet / 2) == Answer::settling);
    CHECK(w.later(watch) == Answer::settled);
    CHECK(w.later(watch) == Answer::nothing);
    w.append(", and more");
    CHECK(w.later(watch) == Answer::settling);
    w.append(", in pieces"); // the quiet begins again
    CHECK(w.later(watch) == Answer::settling);
    CHECK(w.later(watch) == Answer::settled);
    CHECK(w.later(watch) == Answer::nothing);
}

TEST_CASE("Saving by renaming and by deleting first is seen", "[media][watch]") {
    Watched w;
    w.put("stage");
    PaintWatch watch(w.file);
    std::ofstream(w.folder / "f.ora.tmp") << "renamed";
    std::ofstream(w.folder / ".~lock.f.ora#") << "somebody";
    CHECK(w.later(watch) == Answer::nothing);
    std::filesystem::rename(w.folder / "f.ora.tmp", w.file);
    CHECK(w.later(watch) == Answer::settling);
    CHECK(w.later(watch) == Answer::settled);
    std::filesystem::remove(w.file);
    CHECK(w.later(watch) == Answer::missing);
    CHECK(w.later(watch) == Answer::missing);
    w.put("written anew");
    CHECK(w.later(watch) == Answer::settling);
    CHECK(w.later(watch) == Answer::settled);
}

TEST_CASE("The same content saved again is nothing new", "[media][watch]") {
    Watched w;
    w.put("stage");
    PaintWatch watch(w.file);
    std::filesystem::remove(w.file);
    w.put("stage");
    while (w.later(watch) == Answer::settling) {}
    CHECK(w.later(watch) == Answer::nothing);
    PaintWatch fresh(w.file, true);
    CHECK(w.later(fresh) == Answer::settling);
    CHECK(w.later(fresh) == Answer::settled);
}
