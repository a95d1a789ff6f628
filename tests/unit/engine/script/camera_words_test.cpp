// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/camera_words.h"

#include <catch2/catch.hpp>

using namespace rushes::script;

TEST_CASE("Framings at the start of a line open a set-up", "[script]") {
    struct Case {
        const char *line, *size, *angle, *rest;
    };
    for (const Case& c :
         {Case{"CLOSE ON Mara, smiling.", "close_up", "", "Mara, smiling."},
          Case{"CLOSE ON: the gun", "close_up", "", "The gun"},
          Case{"EXTREME CLOSE UP - an eye", "extreme_close_up", "", "An eye"},
          Case{"ANGLE ON Mara.", "medium", "", "Mara."}, Case{"WIDE SHOT: the quay.", "wide", "", "The quay."},
          Case{"INSERT: The ticket.", "insert", "", "The ticket."},
          Case{"LOW ANGLE. The man stands.", "", "low", "The man stands."},
          Case{"HIGH ANGLE, CLOSE ON Mara.", "close_up", "high", "Mara."},
          Case{"AERIAL SHOT of the town.", "extreme_wide", "high", "The town."}, Case{"ON MARA", "medium", "", "MARA"},
          Case{"MEDIUM CLOSE-UP of Mara.", "medium_close_up", "", "Mara."},
          Case{"DUTCH ANGLE on the stairs.", "", "dutch", "The stairs."},
          Case{"ESTABLISHING SHOT", "extreme_wide", "", ""}}) {
        INFO(c.line);
        const CameraReading r = readCamera(c.line);
        CHECK(r.opens);
        CHECK(r.note.size == c.size);
        CHECK(r.note.angle == c.angle);
        CHECK(r.text == c.rest);
    }
}

TEST_CASE("Points of view and shoulders", "[script]") {
    CHECK(readCamera("MARA'S POV: the boat.").note.pov);
    CHECK(readCamera("MARA'S POV: the boat.").text == "The boat.");
    CHECK(readCamera("POV - the door opens").text == "The door opens");
    CHECK(readCamera("OVER MARA'S SHOULDER, the letter.").note.overShoulder);
    CHECK(readCamera("TWO SHOT of Mara and Jon.").note.twoShot);
}

TEST_CASE("Moves become what the camera does", "[script]") {
    struct Case {
        const char *line, *move, *text;
    };
    for (const Case& c : {Case{"PAN LEFT to the boats.", "pan left", "The camera pans LEFT to the boats."},
                          Case{"We PUSH IN on Mara.", "dolly in", "The camera pushes IN on Mara."},
                          Case{"As we PULL BACK, Mara waves.", "dolly out", "As the camera pulls BACK, Mara waves."},
                          Case{"The camera slowly circles the table.", "arc", "The camera slowly circles the table."},
                          Case{"Slowly TILT UP to the light.", "tilt up", "Slowly the camera tilts UP to the light."},
                          Case{"TRACKING along the wall.", "side_track", "The camera tracks along the wall."},
                          Case{"we follow Mara down the street.", "follow", "The camera follows Mara down the street."},
                          Case{"TRUCK RIGHT past the cars.", "truck right", "The camera trucks RIGHT past the cars."},
                          Case{"CRANE DOWN to the quay.", "crane down", "The camera cranes DOWN to the quay."},
                          Case{"ZOOM OUT.", "zoom out", "The camera zooms OUT."}}) {
        INFO(c.line);
        const CameraReading r = readCamera(c.line);
        CHECK(r.note.move == c.move);
        CHECK(r.text == c.text);
    }
}

TEST_CASE("People who move are no camera", "[script]") {
    for (const char* line :
         {"She pushes in front of him.", "He pulls back the curtain.", "A truck follows the bus.",
          "The frying pan falls.", "Mara tracks mud across the floor.", "They FOLLOW the crowd.", "Close the door.",
          "He is close on her heels.", "A wide street.", "Mara DOLLIES the crate."}) {
        INFO(line);
        const CameraReading r = readCamera(line);
        CHECK_FALSE(r.note.any());
        CHECK(r.text == line);
    }
}

TEST_CASE("The teller's we falls away, and lenses are read", "[script]") {
    CHECK(readCamera("We see Mara at the door.").text == "Mara at the door.");
    CHECK(readCamera("To the left, we spot Mara.").text == "To the left, Mara.");
    CHECK(readCamera("CLOSE ON Mara, 85mm.").note.lensMm == 85.0);
    CHECK(readCamera("A 35 mm lens.").note.lensMm == 35.0);
    CHECK_FALSE(readCamera("An old 35mm film.").note.lensMm);
    CHECK(readCamera("We LOOK DOWN at the river.").note.angle == "high");
}

TEST_CASE("Camera lines in capitals are no speakers", "[script]") {
    for (const char* line : {"CLOSE ON THE GUN", "ANGLE ON MARA", "MARA'S POV", "ON MARA AND JON", "WIDER",
                             "BACK TO MARA", "INSERT - LETTER"})
        CHECK(startsWithCameraWords(line));
    for (const char* line : {"MARA", "CLOSET MONSTER", "WIDOW", "INSPECTOR", "DETAILER", "ONDINE", "Close on"})
        CHECK_FALSE(startsWithCameraWords(line));
}
