// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <catch2/catch.hpp>

using namespace rushes::reading;

namespace {

CameraWords camera(const char* prompt) { return reader().read(prompt).camera; }

struct Expected {
    const char* prompt;
    Move move;
    std::optional<Direction> direction;
};

} // namespace

TEST_CASE("A head and a direction make one move", "[reading][camera]") {
    using enum Direction;
    const Expected cases[] = {
        {"Garden, pan left.", Move::pan, left},
        {"The camera pans up the tower.", Move::tilt, up},
        {"The camera tilts left.", Move::roll, counterclockwise},
        {"The camera dollies left past the crates.", Move::truck, left},
        {"The camera moves upward.", Move::pedestal, up},
        {"The camera goes around the statue clockwise.", Move::arc, clockwise},
        {"Arc left around the singer.", Move::arc, clockwise},
        {"Arc right around the singer.", Move::arc, counterclockwise},
        {"Follow the nurse from behind.", Move::tail, std::nullopt},
        {"The camera zooms in while dollying out.", Move::dollyZoom, out},
        {"Push in on her face.", Move::dolly, in},
        {"The camera does not move.", Move::fixed, std::nullopt},
        {"Rack focus to the door.", Move::rackFocus, std::nullopt},
    };
    for (const Expected& c : cases) {
        INFO(c.prompt);
        const auto moves = camera(c.prompt).moves;
        REQUIRE(moves.size() == 1);
        CHECK(moves[0].move == c.move);
        CHECK(moves[0].direction == c.direction);
    }
}

TEST_CASE("Film words that mean something else move nothing", "[reading][camera]") {
    for (const char* prompt : {"A truck overtaking on a wet highway", "A crane lifts a beam", "She walks toward the camera", "He turns right at the corner",
                               "An egg in a frying pan", "A doll lies on a dolly", "The ship rolls in the heavy sea", "She follows the trail to the left"}) {
        INFO(prompt);
        CHECK(camera(prompt).moves.empty());
    }
}

TEST_CASE("Negated moves are not made", "[reading][camera]") {
    const auto moves = camera("The camera moves backward (not zooming out).").moves;
    REQUIRE(moves.size() == 1);
    CHECK(moves[0].move == Move::dolly);
    CHECK(moves[0].direction == Direction::out);
}

TEST_CASE("Then orders moves, while joins them", "[reading][camera]") {
    const auto after = camera("The camera pans left, then tilts up.").moves;
    REQUIRE(after.size() == 2);
    CHECK(after[0].order == 0);
    CHECK(after[1].order == 1);
    const auto together = camera("The camera pans left while tilting up.").moves;
    REQUIRE(together.size() == 2);
    CHECK(together[1].order == 0);
}

TEST_CASE("Framing starts and ends", "[reading][camera]") {
    const auto c = camera("The shot begins as a wide shot at eye level and ends on a close-up of the ring.");
    CHECK(c.size == ShotSize::wide);
    CHECK(c.endSize == ShotSize::closeUp);
    CHECK(c.height == CameraHeight::eye);
    CHECK_FALSE(c.endHeight);
    CHECK(camera("Bird's-eye view of a crossroads").angle == CameraAngle::birdEye);
}

TEST_CASE("Lens, stop and sensor are numbers", "[reading][camera]") {
    const auto c = camera("Medium shot, 85 mm, f/1.4, Super 35.");
    CHECK(c.lensMm == 85.0);
    CHECK(c.stop == 1.4);
    CHECK(c.sensor == std::string("super35"));
    CHECK(c.size == ShotSize::medium);
    CHECK_FALSE(camera("shot on 35mm film").lensMm);
}

TEST_CASE("A camera that moves somehow goes slowly in, and says that it was assumed", "[reading][camera]") {
    const auto moves = camera("The camera moves.").moves;
    REQUIRE(moves.size() == 1);
    CHECK(moves[0].assumed);
    CHECK(moves[0].speed == MoveSpeed::slow);
}
