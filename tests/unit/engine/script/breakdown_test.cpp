// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/breakdown.h"
#include "engine/script/speech_parts.h"
#include "engine/script/timing.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::script;

namespace {

Breakdown plan(std::string_view text) {
    const auto document = parseFountain(text);
    REQUIRE(document);
    return breakDown(*document);
}

std::string prompts(const Breakdown& b) {
    std::string out;
    for (const ScriptShot& shot : b.shots)
        out += shot.number + " " + shot.prompt + "\n";
    return out;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("A scene opens wide and goes in", "[script]") {
    const Breakdown b = plan("EXT. HARBOUR - NIGHT\n\nRain falls on the quay. MARA, 30s, a ferry clerk in a red coat, "
                             "locks the window.\n\nMARA\nNo boats tonight.\n\nJON, 40s, nods.\n\nJON\nThen I wait.\n");
    INFO(prompts(b));
    REQUIRE(b.shots.size() >= 3);
    CHECK(b.shots[0].size == "wide");
    CHECK(b.shots[0].prompt == "Wide shot at the harbour at night in the rain. Rain falls on the quay. Mara "
                               "locks the window."); // who she is, the cast says
    CHECK(b.shots[1].prompt == "Medium close-up at the harbour at night in the rain. Mara says, \"No boats tonight.\"");
    CHECK(b.shots[1].characters == Names{"Mara"});
    REQUIRE(b.shots[1].dialogue.size() == 1);
    CHECK(b.shots[1].dialogue[0].character == "Mara");
    CHECK(b.shots[1].dialogue[0].text == "No boats tonight.");
    CHECK(b.shots[1].location == "Harbour");
    CHECK(b.shots[1].firstLine == 5);
    CHECK(b.shots[1].lastLine == 6);
    REQUIRE(b.characters.size() == 2);
    CHECK(b.characters[0].name == "Mara");
    CHECK(b.characters[0].description == "30s, a ferry clerk in a red coat");
    CHECK(b.locations.size() == 1);
    CHECK(b.scenes[0].timeOfDay == "night");
}

TEST_CASE("Talk alternates between two-shots, shoulders and singles", "[script]") {
    const std::string a = "MARA\nI have been waiting here for the boat since this morning, you know.\n\n",
                      c = "JON\nThe boat is not going to come tonight, and you know that too.\n\n";
    const Breakdown b = plan("INT. BAR - NIGHT\n\nMara and Jon sit at the bar.\n\n" + a + c + a + c);
    INFO(prompts(b));
    REQUIRE(b.shots.size() == 5);
    CHECK(b.shots[1].prompt.find("Medium two-shot") == 0);
    CHECK(b.shots[1].characters == Names{"Mara", "Jon"});
    CHECK(b.shots[2].prompt.find("Over-the-shoulder medium close-up") == 0);
    CHECK(b.shots[2].prompt.find("Jon says to Mara") != std::string::npos);
    CHECK(b.shots[3].size == "medium_close_up");
    CHECK(b.shots[3].characters == Names{"Mara"});
}

TEST_CASE("Two short lines share a two-shot", "[script]") {
    const Breakdown b = plan("INT. BAR - NIGHT\n\nMara and Jon sit.\n\nMARA\nAre they cold?\n\nJON\nVery.\n");
    REQUIRE(b.shots.size() == 2);
    CHECK(b.shots[1].dialogue.size() == 2);
    CHECK(b.shots[1].prompt ==
          "Medium two-shot in the bar at night. Mara asks, \"Are they cold?\" Jon says, \"Very.\"");
}

TEST_CASE("Dual dialogue is heard at once", "[script]") {
    const Breakdown b = plan("INT. BAR - NIGHT\n\nThey sit.\n\nMARA\nThis is a rather long line to be said at the same "
                             "time.\n\nJON ^\nIndeed.\n");
    REQUIRE(b.shots.size() == 2);
    CHECK(b.shots[1].seconds ==
          Approx(tenths(speechSeconds("This is a rather long line to be said at the same time.", 0))));
    CHECK(b.shots[1].dialogue.size() == 2);
}

TEST_CASE("Voices that are not there are heard over the picture", "[script]") {
    const Breakdown over =
        plan("EXT. SEA - DAY\n\nA boat far out.\n\nMARA (V.O.)\nThat was the year the boats stopped.\n");
    REQUIRE(over.shots.size() == 1);
    CHECK(over.shots[0].characters.empty());
    CHECK(over.shots[0].dialogue.size() == 1);
    CHECK(over.shots[0].prompt.find("Mara") == std::string::npos);
    CHECK(over.shots[0].seconds > 3.0);
    const Breakdown off = plan("INT. BAR - NIGHT\n\nMara waits.\n\nMARA\nHello there, is someone at the door "
                               "tonight?\n\nJON (O.S.)\nOpen up.\n");
    INFO(prompts(off));
    CHECK(off.shots.back().prompt == "Close-up in the bar at night. Mara listens.");
    CHECK(off.shots.back().characters == Names{"Mara"});
    CHECK(off.shots.back().dialogue[0].character == "Jon");
    const Breakdown phone = plan("INT. HALL - DAY\n\nKate grabs the phone and dials.\n\nBURTON\nYes, who is speaking "
                                 "there?\n\nKATE\nIt is me.\n");
    for (const ScriptShot& shot : phone.shots)
        CHECK(shot.characters == Names{"Kate"});
}

TEST_CASE("Camera words in the text are obeyed", "[script]") {
    const Breakdown b =
        plan("INT. BAR - NIGHT\n\nThe bar is empty.\n\nCLOSE ON Mara. We PUSH IN on her face.\n\nLOW ANGLE. JON, 40s, "
             "enters.\n\nMARA'S POV: the glass.\n\nINSERT: a ticket, 85mm.\n\nON MARA\n\nMARA\nWho are you?\n");
    INFO(prompts(b));
    REQUIRE(b.shots.size() == 6);
    CHECK(b.shots[1].size == "close_up");
    CHECK(b.shots[1].move == "dolly in");
    CHECK(b.shots[2].angle == "low");
    CHECK(b.shots[2].prompt.find(", low angle.") != std::string::npos);
    CHECK(b.shots[3].prompt.find("First-person POV shot") == 0);
    CHECK(b.shots[3].characters.empty());
    CHECK(b.shots[4].size == "insert");
    CHECK(b.shots[4].lensMm == 85.0);
    CHECK(b.shots[5].size == "medium");
    CHECK(b.shots[5].dialogue.size() == 1);
}

TEST_CASE("Pronouns find their person", "[script]") {
    const Breakdown b = plan("INT. HALL - DAY\n\nJOE, a man in boots, and his wife KATE wait by the long wall of the "
                             "hall.\n\nKate reads a letter by the window in the morning light, alone.\n\n"
                             "JOE\nNext weekend, I promise, we go out to the sea together.\n\nHe kisses her cheek and "
                             "heads for the door without another word.\n");
    INFO(prompts(b));
    CHECK(b.shots.back().prompt ==
          "Full shot in the hall by day. Joe kisses Kate's cheek and heads for the door without another word.");
    CHECK(b.shots.back().characters == Names{"Joe", "Kate"});
}

TEST_CASE("What is only for the page makes no shot", "[script]") {
    const Breakdown b = plan("FADE IN:\n\nINT. BAR - NIGHT\n\nMara "
                             "waits.\n\n12.\n\nCONTINUED:\n\n(CONTINUED)\n\nMARA\nHello\n(MORE)\n\nMARA "
                             "(CONT'D)\nthere.\n\nSUPER: 1962\n\nCUT TO:\n\nLATER\n\n> FADE OUT.\n");
    INFO(prompts(b));
    REQUIRE(b.scenes.size() == 1);
    REQUIRE(b.shots.size() == 2);
    CHECK(b.shots[1].dialogue.size() == 1);
    CHECK(b.shots[1].dialogue[0].text == "Hello there.");
    CHECK(b.characters.size() == 1);
}

TEST_CASE("Capitals for sounds and things are no people", "[script]") {
    const Breakdown b = plan("INT. BAR - NIGHT\n\nThe PHONE RINGS. MARA picks up. A LOUD BANG. A SAILOR and two NURSES "
                             "run in.\n\nMARA\nYes?\n");
    Names names;
    for (const ScriptCharacter& c : b.characters)
        names.push_back(c.name);
    CHECK(names == Names{"Mara", "Sailor"});
    CHECK(b.shots[0].prompt.find("The phone rings.") != std::string::npos);
}

TEST_CASE("Scripts without headings, scenes without text", "[script]") {
    const Breakdown bare = plan("Mara walks.\n\nMARA\nYes.\n");
    REQUIRE(bare.scenes.size() == 1);
    CHECK(bare.scenes[0].number == "1");
    CHECK(bare.scenes[0].heading.empty());
    CHECK(bare.warnings.size() == 1);
    const Breakdown empty = plan("INT. BAR - NIGHT\n\nEXT. QUAY - DAY\n\n= Mara waits for the boat.\n");
    REQUIRE(empty.shots.size() == 2);
    CHECK(empty.shots[0].prompt == "Wide shot in the bar at night.");
    CHECK(empty.shots[1].prompt.find("Mara waits for the boat.") != std::string::npos);
    CHECK(empty.warnings.size() == 1);
    const Breakdown none = plan("Title: Nothing\n\n# Only\n\n## An outline\n");
    CHECK(none.scenes.empty());
    CHECK(none.shots.empty());
    CHECK(none.warnings.size() == 1);
    const Breakdown front = plan("A motto.\n\n===\n\nINT. BAR - DAY\n\nMara waits.\n");
    CHECK(front.scenes.size() == 1);
    CHECK(front.warnings.size() == 1);
}

TEST_CASE("Scene and shot numbers never come twice", "[script]") {
    const Breakdown b =
        plan("INT. A\n\nx y.\n\nINT. B #1#\n\nx y.\n\nINT. C #3#\n\nx y.\n\nINT. D #1A#\n\nx y.\n\nINT. E\n\nx y.\n");
    Names scenes, shots;
    for (const ScriptScene& scene : b.scenes)
        scenes.push_back(scene.number);
    for (const ScriptShot& shot : b.shots)
        shots.push_back(shot.number);
    CHECK(scenes[1] == "1");
    CHECK(scenes[2] == "3");
    CHECK(scenes[3] == "1A");
    CHECK(shots[3] == "1A-1");
    for (Names* list : {&scenes, &shots}) {
        std::sort(list->begin(), list->end());
        CHECK(std::adjacent_find(list->begin(), list->end()) == list->end());
    }
    std::string many = "INT. A\n\n";
    for (int i = 0; i < 60; ++i)
        many += "CLOSE ON Mara.\n\nINSERT: a ticket number " + std::to_string(i) + ".\n\n";
    const Breakdown long_ = plan(many);
    CHECK(long_.shots[1].number == "1A");
    CHECK(long_.shots[9].number == "1J"); // A to H, then J
    std::vector<std::string> numbers;
    for (const ScriptShot& shot : long_.shots)
        numbers.push_back(shot.number);
    std::sort(numbers.begin(), numbers.end());
    CHECK(std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end());
}

TEST_CASE("Lengths follow the words", "[script]") {
    CHECK(speechSeconds("one two three four five six seven", 0) == Approx(3.0));
    CHECK(speechSeconds("one two three four five six seven", 2) == Approx(5.0));
    CHECK(actionSeconds("Beer flies.") == Approx(2.0));
    CHECK(actionSeconds(std::string(400, 'a') + " b") == Approx(2.0));
    std::string words;
    for (int i = 0; i < 100; ++i)
        words += "word ";
    CHECK(actionSeconds(words) == Approx(longestShot));
}

TEST_CASE("Long speeches are cut between sentences, with the listener between", "[script]") {
    std::string speech;
    for (int i = 0; i < 6; ++i)
        speech += "This is one sentence of ten words, no more, no less. ";
    const Breakdown b = plan(
        "INT. BAR - NIGHT\n\nMara and Jon sit.\n\nJON\nTell me everything that you know about the ferry.\n\nMARA\n" +
        speech + "\n");
    double total = 0;
    std::string said;
    bool reaction = false;
    for (const ScriptShot& shot : b.shots) {
        CHECK(shot.seconds <= longestShot);
        for (const ShotDialogue& line : shot.dialogue)
            if (line.character == "Mara") {
                said += line.text + " ";
                total += shot.seconds;
            }
        reaction =
            reaction || (shot.characters == Names{"Jon"} && shot.prompt.find("Jon listens.") != std::string::npos);
    }
    CHECK(said == speech);
    CHECK(reaction);
    CHECK(total > 20);
    CHECK(partsOf("Short.").size() == 1);
}

TEST_CASE("A place seen from inside and outside is two locations", "[script]") {
    const Breakdown b = plan("EXT. BAR - DAY\n\nx y.\n\nINT. BAR - DAY\n\nx y.\n\nEXT. BAR - NIGHT\n\nx y.\n");
    REQUIRE(b.locations.size() == 2);
    CHECK(b.locations[1].name == "Bar (INT)");
    CHECK(b.shots[2].location == "Bar");
}

TEST_CASE("The same script gives the same shots", "[script]") {
    const char* script =
        "INT. BAR - NIGHT\n\nMARA, 30s, waits. JON, 40s, enters and sits down.\n\nMARA\nYes?\n\nJON\nNo.\n";
    CHECK(prompts(plan(script)) == prompts(plan(script)));
}
