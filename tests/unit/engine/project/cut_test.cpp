// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/cut.h"

#include <catch2/catch.hpp>

using namespace rushes;
using namespace rushes::project;

namespace {

Project threeShots() {
    Project film;
    film.sequences.put({.id = {1}, .rate = time::rate24});
    film.tracks.put({.id = {1}, .sequence = {1}});
    film.shots.put({.id = {1}, .sequence = {1}, .order = 30, .number = "1C", .frames = 10});
    film.shots.put({.id = {2}, .sequence = {1}, .order = 10, .number = "1A", .frames = 24});
    film.shots.put({.id = {3}, .sequence = {1}, .order = 20, .number = "1B", .frames = 48});
    film.takes.put({.id = {1}, .shot = {2}, .number = 1});
    film.takes.put({.id = {2}, .shot = {2}, .number = 2});
    return film;
}

} // namespace

TEST_CASE("An untouched cut follows the shots with their chosen takes", "[project]") {
    Project film = threeShots();
    Cut cut = cutOf(film);
    REQUIRE(cut.clips.size() == 3);
    CHECK(cut.clips[0].shot == ShotId{2});
    CHECK(cut.clips[0].take == TakeId{2}); // the newest
    CHECK(cut.clips[1].shot == ShotId{3});
    CHECK_FALSE(cut.clips[1].take);
    CHECK(cut.clips[2].range.start.value == 72);
    CHECK(cut.duration().value == 82);

    Shot shot = *film.shots.find({2});
    shot.circled = {1};
    film.shots.put(shot);
    CHECK(cutOf(film).clips[0].take == TakeId{1});
}

TEST_CASE("The clip at a time is found, and none outside", "[project]") {
    const Cut cut = cutOf(threeShots());
    CHECK(cut.clipAt({0, cut.rate}) == 0);
    CHECK(cut.clipAt({23, cut.rate}) == 0);
    CHECK(cut.clipAt({24, cut.rate}) == 1);
    CHECK(cut.clipAt({81, cut.rate}) == 2);
    CHECK(cut.clipAt({82, cut.rate}) == -1);
    CHECK(cut.clipAt({-1, cut.rate}) == -1);
    CHECK(Cut{}.clipAt({0, time::rate24}) == -1);
}

TEST_CASE("Clips override the shots: order, trim, pinned take, panel", "[project]") {
    Project film = threeShots();
    film.panels.put({.id = {4}, .shot = {3}, .media = "drawing.png"});
    film.clips.put({.id = {1}, .track = {1}, .order = 2, .shot = {2}, .take = {1}, .sourceStart = 4, .frames = 8});
    film.clips.put({.id = {2}, .track = {1}, .order = 1, .shot = {3}, .sourceStart = 8});
    const Cut cut = cutOf(film);
    REQUIRE(cut.clips.size() == 2);
    CHECK(cut.clips[0].panel == PanelId{4});
    CHECK(cut.clips[0].source.duration.value == 40);
    CHECK(cut.clips[1].take == TakeId{1});
    CHECK(cut.clips[1].range == time::TimeRange{{40, cut.rate}, {8, cut.rate}});
}

TEST_CASE("Rows keep children in order through changes", "[project]") {
    Rows<Shot> rows;
    for (std::int64_t i = 1; i <= 5; ++i) rows.put({.id = {i}, .sequence = {1}, .order = 10 - i});
    REQUIRE(rows.of({1}).size() == 5);
    CHECK(rows.of({1}).front()->id == ShotId{5});
    Shot moved = *rows.find({5});
    moved.order = 100;
    rows.put(moved);
    CHECK(rows.lastOf({1})->id == ShotId{5});
    moved.sequence = {2};
    rows.put(moved);
    CHECK(rows.countOf({1}) == 4);
    rows.erase({5});
    CHECK(rows.of({2}).empty());
    CHECK(rows.find({5}) == nullptr);
    const Rows<Shot> copy = rows;
    rows.erase({4});
    CHECK(copy.countOf({1}) == 4);
    CHECK_FALSE(copy == rows);
}
