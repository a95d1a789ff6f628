// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::reading;

namespace {

/// The acts and motions of somebody, in order: "hands_up_high".
std::vector<std::string> actsOf(const ShotDescription& shot, const std::string& noun) {
    std::vector<std::string> acts;
    for (const Action& action : shot.actions)
        if (const Subject* who = shot.subject(action.subject); who && who->noun == noun) acts.push_back(action.act.empty() ? action.motion : action.act);
    return acts;
}

bool does(const std::string& prompt, const std::string& noun, const std::string& act) {
    const auto acts = actsOf(reader().read(prompt), noun);
    return std::find(acts.begin(), acts.end(), act) != acts.end();
}

Sex sexOf(const std::string& prompt, const std::string& noun) {
    const auto shot = reader().read(prompt);
    for (const Subject& s : shot.subjects)
        if (s.noun == noun) return s.sex;
    return Sex::unknown;
}

} // namespace

TEST_CASE("Adjectives say what people do of whom no verb says anything", "[reading][bearing]") {
    CHECK(does("A thief tiptoes past a sleeping couple.", "couple", "sleep"));
    CHECK(does("A boxer stands over his fallen opponent.", "opponent", "lie_back"));
    CHECK(does("A man walks past a kneeling soldier.", "soldier", "kneel_down"));
    CHECK(actsOf(reader().read("A charming man smiles."), "man").size() == 1);
    CHECK_FALSE(does("A sleeping dog runs.", "dog", "sleep")); // a verb says more
}

TEST_CASE("Parts of the body said to be somewhere, or done something with", "[reading][bearing]") {
    CHECK(does("A knight stands with his arms raised.", "knight", "hands_up_high"));
    CHECK(does("A priest, head bowed, kneels.", "priest", "bow_head"));
    CHECK(does("A man with his hands in his pockets leans against a wall.", "man", "hands_in_pockets"));
    CHECK(does("A woman stands in the doorway, hands on hips.", "woman", "hands_on_hips"));
    CHECK(does("A soldier stands guard with his hands behind his back.", "soldier", "hands_behind_back"));
    CHECK(does("He sits on the bed with his head in his hands.", "man", "cover_face"));
    CHECK_FALSE(does("A man puts his hands on her shoulders.", "man", "hands_on_hips"));
    CHECK(reader().read("A man with his hands in his pockets waits.").subjects.size() == 1);
    CHECK(reader().read("A soldier stands guard.").subjects.size() == 1);
}

TEST_CASE("Pronouns say the sex that nouns leave open", "[reading][bearing]") {
    CHECK(sexOf("A doctor takes off her glasses.", "doctor") == Sex::female);
    CHECK(sexOf("A manager behind a desk shakes her head.", "manager") == Sex::female);
    CHECK(sexOf("A judge stands. He leaves.", "judge") == Sex::male);
    CHECK(sexOf("The nurse checks his pulse.", "nurse") == Sex::female);
    CHECK(sexOf("A waiter brings her coffee.", "waiter") == Sex::male);
    CHECK(sexOf("The prince kisses her hand.", "prince") == Sex::male);
    CHECK(sexOf("A detective follows a woman to her car.", "detective") == Sex::male);
}

TEST_CASE("Who is made to do something does it", "[reading][bearing]") {
    const auto shot = reader().read("A father teaches his son to ride a bike on a beach.");
    const auto rides = std::find_if(shot.actions.begin(), shot.actions.end(), [](const Action& a) { return a.motion == "ride"; });
    REQUIRE(rides != shot.actions.end());
    CHECK(shot.subject(rides->subject)->noun == "son");
}

TEST_CASE("Who rides after somebody rides, and the other runs", "[reading][bearing]") {
    const auto shot = reader().read("A boy on a bicycle chases a dog down a street.");
    CHECK(actsOf(shot, "boy") == std::vector<std::string>{"ride"});
    CHECK(actsOf(shot, "dog") == std::vector<std::string>{"run"});
}

TEST_CASE("Places: the next building is none, the sky is looked at, a dark room is lit so", "[reading][bearing]") {
    const auto roof = reader().read("A man runs across the roof and leaps to the next building.");
    CHECK(roof.actions.size() == 2);
    const auto kids = reader().read("Three kids lie on the grass and look up at the sky.");
    REQUIRE(kids.place);
    CHECK(kids.place->kind == "park");
    const auto dark = reader().read("A thief climbs through a window into a dark bedroom.");
    CHECK(dark.conditions.time == TimeOfDay::night);
    CHECK(dark.conditions.light == std::vector<std::string>{"low_key"});
    CHECK(reader().read("A dark bedroom at dawn.").conditions.time == TimeOfDay::dawn);
    const auto table = reader().read("An old woman sits at a kitchen table.");
    REQUIRE(table.place);
    CHECK(table.place->kind == "kitchen");
}

TEST_CASE("A move to a size ends there", "[reading][bearing]") {
    const auto in = reader().read("The camera pushes in to a close-up of Anna.").camera;
    CHECK_FALSE(in.size);
    CHECK(in.endSize == ShotSize::closeUp);
    const auto out = reader().read("A woman reads. The camera slowly pulls back to a wide shot.").camera;
    CHECK_FALSE(out.size);
    CHECK(out.endSize == ShotSize::wide);
    const auto both = reader().read("Wide shot of Anna in a field. Push in to a close-up.").camera;
    CHECK(both.size == ShotSize::wide);
    CHECK(both.endSize == ShotSize::closeUp);
    const auto reveals = reader().read("The camera pulls back from a close-up of a child to reveal her mother.").camera;
    CHECK(reveals.size == ShotSize::closeUp);
    CHECK(reveals.endSize == ShotSize::full);
    CHECK_FALSE(reader().read("Close-up of a man who runs to a close friend.").camera.endSize);
}

TEST_CASE("The two of a couple act apart where the words part them", "[reading][couples]") {
    const std::string prompt = "An old couple sits on a bench. He reads a newspaper and she sleeps.";
    const auto shot = reader().read(prompt);
    CHECK(actsOf(shot, "old man").size() == 2);
    CHECK(actsOf(shot, "old woman").size() == 2);
    CHECK(does(prompt, "old woman", "sleep"));
    for (const Subject& s : shot.subjects)
        if (s.kind == SubjectKind::person) CHECK(prompt.substr(s.span.begin, s.span.end - s.span.begin) == "An old couple"); // the bytes that were written
    CHECK(reader().read("A couple sleeps in bed. The husband wakes up.").subjects.size() == 3);
    CHECK(reader().read("A young couple dances in the rain.").subjects.size() == 1);
    CHECK(reader().read("A couple of dogs bark. He runs.").subjects.size() == 2);
}

TEST_CASE("Headings of scripts place a shot before a house or in a train", "[reading][place]") {
    const auto kindOf = [](const char* prompt) {
        const auto shot = reader().read(prompt);
        return shot.place ? shot.place->kind : std::string("none");
    };
    CHECK(kindOf("INT. TRAIN - DAY. Two passengers talk.") == "train_interior");
    CHECK(kindOf("INT. BANK - DAY. A clerk counts money.") == "bank");
    CHECK(kindOf("EXT. BANK - DAY. Robbers run to a van.") == "street");
    CHECK(kindOf("EXTREME CLOSE-UP of a clerk in a bank.") == "bank");
    CHECK_FALSE(reader().read("EXT. CHURCH - DAY. A bride and a groom come out of the church.").place->interior);
    CHECK(kindOf("EXT. FOREST - DAY. A man runs.") == "forest");
    CHECK(kindOf("Close-up of a woman's eyes, then pull back to reveal she is behind bars.") == "prison");
}
