// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/engine/edit/film.h"

#include <set>

using namespace rushes;
using namespace rushes::edit;
using namespace rushes::project;
using test::must;

namespace {

/// splitmix64 (Steele, Lea and Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::int64_t below(std::int64_t n) { return std::int64_t(next() % std::uint64_t(n)); }
    template <class T> decltype(T::id) pick(const Rows<T>& rows) {
        if (rows.empty() || below(8) == 0) return {}; // sometimes none, which is allowed or refused
        auto it = rows.begin();
        std::advance(it, below(std::int64_t(rows.size())));
        return it->first;
    }

private:
    std::uint64_t m_state;
};

ScriptImport randomScript(Random& random) {
    ScriptImport script;
    script.fileName = "random.fountain";
    for (std::int64_t i = random.below(4) + 1; i > 0; --i) script.scenes.push_back({"", "INT. ROOM " + std::to_string(random.below(4)), "", "", "", {}});
    for (std::int64_t i = random.below(9); i > 0; --i) {
        ScriptImport::Shot shot;
        shot.scene = int(random.below(std::int64_t(script.scenes.size())));
        shot.prompt = "Someone does thing " + std::to_string(random.below(12)) + " with " + std::to_string(random.below(5));
        shot.characters = {"C" + std::to_string(random.below(3))};
        script.shots.push_back(shot);
    }
    return script;
}

/// One random command; refusals are as good as successes.
void step(test::Film& t, Random& random, const std::string& media) {
    Editor& e = *t.editor;
    const Project& film = t.film();
    NewShot shot;
    switch (random.below(20)) {
    case 0:
    case 1:
    case 2:
        shot.after = random.pick(film.shots);
        shot.scene = random.pick(film.scenes);
        shot.fields.prompt = "Shot " + std::to_string(random.next() % 1000);
        (void)addShot(e, shot);
        break;
    case 3: (void)removeShots(e, {random.pick(film.shots), random.pick(film.shots)}); break;
    case 4: (void)moveShots(e, {random.pick(film.shots), random.pick(film.shots)}, random.pick(film.shots)); break;
    case 5: (void)setShot(e, random.pick(film.shots), test::patchOf("frames", std::to_string(random.below(90))), random.below(2) ? "drag" : ""); break;
    case 6: (void)setShot(e, random.pick(film.shots), test::patchOf("characters", "C" + std::to_string(random.below(9)))); break;
    case 7: (void)splitShot(e, random.pick(film.shots), random.below(50)); break;
    case 8:
    case 9: {
        TakeDraft draft;
        draft.shot = random.pick(film.shots);
        draft.media = {{}, media, 7};
        draft.frames = 10;
        (void)addTake(e, draft);
        break;
    }
    case 10: (void)removeTake(e, random.pick(film.takes)); break;
    case 11: (void)circleTake(e, random.pick(film.shots), random.pick(film.takes)); break;
    case 12: (void)addPanel(e, random.pick(film.shots), {.media = media}, random.pick(film.panels)); break;
    case 13: (void)addReference(e, random.pick(film.shots), {.media = media, .subject = "C1"}); break;
    case 14: (void)addNote(e, random.pick(film.shots), {.text = "note"}, random.pick(film.takes)); break;
    case 15: (void)clipOf(e, random.pick(film.shots)); break;
    case 16: (void)trimClip(e, random.pick(film.clips), random.below(20), random.below(40), "trim"); break;
    case 17: (void)moveClip(e, random.pick(film.clips), random.pick(film.clips)); break;
    case 18: (void)(random.below(2) ? placeTake(e, random.pick(film.clips), random.pick(film.takes)) : removeClip(e, random.pick(film.clips))); break;
    case 19: (void)importScript(e, randomScript(random)); break;
    }
}

/// What must hold of any film.
void checkFilm(const Project& film) {
    std::set<std::string> numbers;
    for (const auto& [id, shot] : film.shots) {
        CHECK(numbers.insert(shot.number).second);
        CHECK(shot.frames > 0);
        if (shot.circled) CHECK((film.takes.find(shot.circled) && film.takes.find(shot.circled)->shot == id));
        if (shot.scene) CHECK(film.scenes.contains(shot.scene));
    }
    for (const auto& [id, take] : film.takes) CHECK(film.shots.contains(take.shot));
    for (const auto& [id, clip] : film.clips) CHECK(film.shots.contains(clip.shot));
    std::int64_t at = 0;
    for (const auto& clip : cutOf(film).clips) {
        CHECK(clip.range.start.value == at);
        at += clip.range.duration.value;
    }
}

} // namespace

TEST_CASE("Undoing all gives the first film, redoing all the last, whatever was done", "[edit][property]") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        INFO("seed " << seed);
        test::Film t;
        test::writeBytes(t.folder / "m.png", "picture");
        const std::string media = must(t.store->adoptMedia(t.folder / "m.png")).name;
        const Project first = t.film();
        Random random(seed);
        for (int i = 0; i < 150; ++i) {
            step(t, random, media);
            if (random.below(10) == 0) (void)t.editor->undo();
            if (random.below(12) == 0) (void)t.editor->redo();
            if (random.below(60) == 0) t.reopen();
        }
        checkFilm(t.film());
        const Project last = t.film();
        t.reopen();
        REQUIRE(t.film() == last); // what is in memory is what is on disk
        while (t.editor->redo()) {}
        const Project newest = t.film();
        std::size_t steps = 0;
        while (t.editor->undo()) {
            checkFilm(t.film());
            ++steps;
        }
        CHECK(steps > 40);
        CHECK(t.film() == first);
        t.reopen();
        CHECK(t.film() == first);
        while (t.editor->redo()) {}
        CHECK(t.film() == newest);
        CHECK(must(t.store->verify()).empty());
    }
}
