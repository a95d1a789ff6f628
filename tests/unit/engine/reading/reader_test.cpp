// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <thread>
#include <vector>

using namespace rushes::reading;

namespace {

const Subject& only(const ShotDescription& d, const std::string& noun) {
    for (const Subject& s : d.subjects) {
        if (s.noun == noun) return s;
    }
    FAIL("no " << noun << " in " << d.toJson());
    return d.subjects.front();
}

} // namespace

TEST_CASE("Noun phrases give colour, count, age, build, size and material", "[reading]") {
    const auto d = reader().read("Three tall old women and a tiny blue wooden boat on a giant table");
    const Subject& women = only(d, "old woman");
    CHECK(women.count == 3);
    CHECK(women.build == "tall");
    CHECK(women.age == AgeClass::old);
    CHECK(women.sex == Sex::female);
    const Subject& boat = only(d, "boat");
    CHECK(boat.colour == "blue");
    CHECK(boat.material == "wooden");
    CHECK(boat.sizeFactor == 0.5);
    CHECK(only(d, "table").sizeFactor == 2.5);
}

TEST_CASE("Fruits are colours only before a noun", "[reading]") {
    CHECK(only(reader().read("An orange cat drinks from a glass"), "cat").colour == "orange");
    CHECK(only(reader().read("An orange on a plate"), "orange").kind == SubjectKind::prop);
}

TEST_CASE("Groups pass to what they are of, vases stay", "[reading]") {
    CHECK(only(reader().read("A flock of birds over the sea"), "bird").count == 12);
    const auto d = reader().read("A vase of roses on a piano");
    REQUIRE(d.relations.size() == 1);
    CHECK(d.relations[0].a == only(d, "vase").id);
    CHECK(d.relations[0].relation == RelationKind::on);
}

TEST_CASE("The same thing is one subject, another one is new", "[reading]") {
    CHECK(reader().read("A dog runs. The dog barks.").subjects.size() == 1);
    CHECK(reader().read("One person hugs another person.").subjects.size() == 2);
}

TEST_CASE("Garments are worn, not standing about", "[reading]") {
    const auto d = reader().read("A man wears a black leather jacket and a hat.");
    const Subject& man = only(d, "man");
    REQUIRE(man.wears.size() == 2);
    CHECK(man.outfit == "leather");
    CHECK(only(d, "hat").worn);
    CHECK(d.actions.empty());
}

TEST_CASE("Characters are known by the film's names", "[reading]") {
    const auto d = reader().read("Old Tom looks at Mara's hands. Mara says \"No.\"", filmNames());
    REQUIRE(d.subjects.size() == 2);
    CHECK(d.subjects[0].name == "OLD TOM");
    CHECK(d.subjects[0].age == AgeClass::old);
    CHECK(d.subjects[1].name == "Mara");
    CHECK(d.subjects[1].ageYears == 34);
    CHECK(d.subjects[1].sex == Sex::female);
    CHECK(d.subjects[1].say == "No.");
    CHECK(d.subjects[1].outfit == "raincoat");
}

TEST_CASE("Dialogue is cut: its words move no camera and make no things", "[reading]") {
    const auto d = reader().read("Anna says \"Zoom in on that red truck!\" at the window.");
    CHECK(d.camera.moves.empty());
    REQUIRE(d.dialogue.size() == 1);
    CHECK(d.dialogue[0].text == "Zoom in on that red truck!");
    CHECK(d.dialogue[0].subject == d.subjects[0].id);
    CHECK(d.subjects.size() == 2);
}

TEST_CASE("A rare verb behind one person is a verb, and says its act", "[reading]") {
    const auto ladles = reader().read("A street vendor ladles soup into a bowl as steam rises around him.");
    REQUIRE(ladles.actions.size() >= 1);
    CHECK(ladles.actions[0].verb == "ladle");
    CHECK(ladles.actions[0].act == "pour");
    const auto jots = reader().read("A scientist peers into a test tube and jots down notes.");
    REQUIRE(jots.actions.size() == 2);
    CHECK(jots.actions[1].act == "write_standing");
    CHECK_FALSE(jots.actions[1].actByVerb);
    CHECK(reader().read("A cyclist races down the road.").actions.at(0).motion == "ride"); // a trade says more than a rare verb
    CHECK(reader().read("A dog rummages through the bin.").actions.at(0).act.empty());     // acts are for people
}

TEST_CASE("Actions have an order, a target and a subject's own motion", "[reading]") {
    const auto d = reader().read("A dog chases a ball, then sleeps under the table.");
    REQUIRE(d.actions.size() == 2);
    CHECK(d.actions[0].motion == "run");
    CHECK(d.actions[0].target == only(d, "ball").id);
    CHECK(d.actions[1].order == 1);
    CHECK(reader().read("A taxi turns left").actions.at(0).motion == "drive");
    CHECK(reader().read("A skier glides down the slope").actions.at(0).motion == "ski");
}

TEST_CASE("Passives, joined subjects and negations", "[reading]") {
    const auto passive = reader().read("A rabbit is chased by a fox");
    REQUIRE(passive.actions.size() == 1);
    CHECK(passive.actions[0].subject == only(passive, "fox").id);
    CHECK(passive.actions[0].target == only(passive, "rabbit").id);
    CHECK(reader().read("A cat and a dog sleep on a sofa").actions.size() == 2);
    CHECK(reader().read("The detective does not smoke").actions.empty());
}

TEST_CASE("A part of the body acts for its owner", "[reading]") {
    const auto kneading = reader().read("A baker's hands knead the dough.");
    REQUIRE(kneading.actions.size() == 1);
    CHECK(kneading.actions[0].part == "hand");
    CHECK(kneading.actions[0].motion == "cook");
    CHECK(kneading.subject(kneading.actions[0].subject)->noun == "baker");
    CHECK(reader().read("Her eyes dart around the room.").actions[0].motion == "look");
    CHECK(reader().read("Tears roll down her cheeks.").actions[0].motion == "cry");
}

TEST_CASE("A particle belongs to a verb that moves a garment or a limb, not to a way", "[reading]") {
    const auto act = [](const char* prompt) { return reader().read(prompt).actions.at(0); };
    CHECK(act("A man throws up his hands.").particle == "up");
    CHECK(act("A man throws up his hands.").object == "hands");
    CHECK(act("A boy pulls on his boots.").particle == "on");
    CHECK(act("A policeman kicks down a door.").object == "door");
    CHECK(act("A man walks up the stairs.").particle.empty());
    CHECK(act("A woman slips out of her shoes.").object == "shoe");
}

TEST_CASE("Words that are things as often as verbs make no actions", "[reading]") {
    const auto verbs = [](const char* prompt) {
        std::string out;
        for (const auto& action : reader().read(prompt).actions) out += action.verb + " ";
        return out;
    };
    CHECK(verbs("A man wearing overalls and cowboy boots taking a stroll.") == "take ");
    CHECK(verbs("A woman in climbing boots stands on a rock.") == "stand ");
    CHECK(verbs("A person riding a bicycle on a tightrope strung between two towers.").starts_with("ride "));
    CHECK(verbs("A person slicing a loaf of freshly baked bread.") == "slice ");
    CHECK(verbs("A crowd cheers, waving their arms.").starts_with("cheer "));
}

TEST_CASE("What is felt is read from adverbs, feelings and what faces do", "[reading]") {
    const auto feels = [](const char* prompt) { return reader().read(prompt).subjects.at(0).expression; };
    CHECK(feels("A man stares in disbelief.") == "surprised");
    CHECK(feels("Close-up of a man's face, eyes narrowed in fury.") == "angry");
    CHECK(feels("A woman scowls at the camera.") == "angry");
    CHECK(feels("A girl looks frightened.") == "afraid");
    CHECK(feels("A man walks along the street.").empty());
}

TEST_CASE("Parts of a face are described, and a square jaw is no square", "[reading]") {
    const auto shot = reader().read("Close-up of a man with a hooked nose and a square jaw.");
    REQUIRE(shot.subjects.size() == 1);
    CHECK(shot.subjects[0].face == std::vector<std::string>{"hooked nose", "square jaw"});
    CHECK((!shot.place || shot.place->inferred)); // no town square
    Names names;
    names.cast.push_back({.name = "Vera", .description = "50s, thin lips, deep-set eyes"});
    CHECK(reader().read("Vera waits.", names).subjects[0].face == std::vector<std::string>{"thin lips", "deep-set eyes"});
}

TEST_CASE("Names in capitals are people, also those that mean something else", "[reading]") {
    CHECK(reader().read("Close-up of VIKTOR").subjects.at(0).kind == SubjectKind::person);
    CHECK(reader().read("Close-up of OLD TOM").subjects.at(0).kind == SubjectKind::person);
    CHECK(reader().read("Close-up of a CAT").subjects.at(0).kind == SubjectKind::animal);
}

TEST_CASE("Pronouns make people when there are none", "[reading]") {
    const auto d = reader().read("She opens the door.");
    REQUIRE(d.subjects.size() == 2);
    CHECK(only(d, "woman").implied);
    CHECK(only(reader().read("His hands tremble."), "man").implied);
}

TEST_CASE("Light is how it is lit: no thing, and nothing that somebody does", "[reading]") {
    const auto stage = reader().read("Close-up of a young violinist playing on stage, spotlight");
    CHECK(stage.subjects.size() == 1);
    REQUIRE(stage.conditions.light.size() == 1);
    CHECK(stage.conditions.light[0] == "spot");
    for (const char* prompt : {"An old woman sits at a table and cries, morning light through the window", "An old woman sits and cries by candlelight", "A man waits and smokes, neon light on his face"}) {
        INFO(prompt);
        const auto d = reader().read(prompt);
        for (const auto& action : d.actions) CHECK(action.verb != "light");
        for (const auto& subject : d.subjects) CHECK(subject.noun != "candlelight");
    }
    const auto lit = reader().read("A stagehand turns the spotlight");
    CHECK(lit.subjects.size() == 2);
}

TEST_CASE("Trades do by their verbs what they do, and have their tools", "[reading]") {
    const auto act = [](const char* prompt) { return reader().read(prompt).actions.at(0).act; };
    CHECK(act("A drummer drumming on stage") == "drums");
    CHECK(act("A photographer shoots a wedding") == "photograph");
    CHECK(act("A saxophonist plays on a rooftop") == "saxophone");
    CHECK(act("A painter paints at her easel") == "paint_canvas");
    CHECK(act("A sniper shoots a man") != "photograph");
    CHECK(only(reader().read("A waiter stands by the door"), "waiter").holds == "tray");
    CHECK(only(reader().read("A pianist waits"), "pianist").holds.empty());
}

TEST_CASE("Glasses on a person are worn, glasses on a table are not", "[reading]") {
    for (const char* prompt : {"A man in glasses reads", "A woman with thick glasses laughs", "An old man adjusts his glasses"}) {
        INFO(prompt);
        const auto d = reader().read(prompt);
        CHECK(only(d, "glasses").count == 1);
        CHECK(only(d, "glasses").category == "clothing");
    }
    CHECK(reader().read("Two glasses on a table").subjects.at(0).model == "glass");
}

TEST_CASE("Somebody who is seen to do something does it", "[reading]") {
    const auto d = reader().read("Over the sheriff's shoulder we see the outlaw draw his gun");
    REQUIRE(d.actions.size() == 1);
    CHECK(d.actions[0].verb == "draw");
    CHECK(only(d, "outlaw").id == d.actions[0].subject);
}

TEST_CASE("Camera words know what they are about", "[reading][camera]") {
    const auto d = reader().read("Close-up of Mara's hands. The camera pans from the gun to the ferry.", filmNames());
    CHECK(d.camera.target == only(d, "woman").id);
    REQUIRE(d.camera.moves.size() == 1);
    CHECK(d.camera.moves[0].target == only(d, "ferry").id);
    const auto over = reader().read("Over Mara's shoulder we see Kit.", filmNames());
    CHECK(over.camera.pov == PointOfView::overShoulder);
    CHECK(over.camera.over == over.subjects.at(0).id);
    const auto shoulder = reader().read("Over the shoulder of Kit in a bar. Mara talks.", filmNames());
    CHECK(shoulder.camera.pov == PointOfView::overShoulder);
    REQUIRE(shoulder.subjects.size() >= 2);
    CHECK(shoulder.camera.over == shoulder.subjects.at(0).id);
    CHECK(shoulder.camera.target.empty());
    CHECK(reader().read("Over-the-shoulder shot of Mara.", filmNames()).camera.over.empty()); // she is whom it shows
}

TEST_CASE("Lines are said one after the other, and an apposition is the one it describes", "[reading]") {
    const auto d = reader().read("Mara asks, \"Who is there?\" Kit, 9, a girl in a yellow raincoat, says, \"Me.\"", filmNames());
    REQUIRE(d.actions.size() == 2);
    CHECK(d.actions[1].order == 1);
    CHECK(d.subjects.at(1).name == "KIT");
    CHECK(d.subjects.at(1).wears.size() == 1);
}

TEST_CASE("A garment and a verb are no furniture", "[reading]") {
    const auto d = reader().read("An old sailor in a coat stands on the deck.");
    for (const auto& subject : d.subjects) CHECK(subject.noun != "coat stand");
    REQUIRE(d.actions.size() == 1);
    CHECK(d.actions[0].subject == d.subjects.at(0).id);
    CHECK(only(reader().read("Two coat stands in a hall."), "coat stand").count == 2);
}

TEST_CASE("Places, time, weather", "[reading]") {
    const auto d = reader().read("A man in a kitchen at night, rain on the window");
    REQUIRE(d.place);
    CHECK(d.place->kind == "kitchen");
    CHECK(d.place->interior);
    CHECK(d.conditions.time == TimeOfDay::night);
    CHECK(d.conditions.weather == std::vector<Weather>{Weather::rain});
}

TEST_CASE("What is not understood is said", "[reading]") {
    const auto d = reader().read("Девушка holds a gribblex 猫");
    REQUIRE(d.unknown.size() == 3);
    CHECK(d.unknown[0].word == "Девушка");
    CHECK_FALSE(d.unknown[0].takenFor);
    CHECK(d.unknown[1].takenFor == std::string("box"));
}

TEST_CASE("Odd input never fails", "[reading]") {
    std::string deep;
    for (int i = 0; i < 2000; ++i) deep += "(not \"";
    for (const std::string& prompt : {std::string(), std::string("\""), std::string("..."), std::string("\xff\xc3(\0x", 5), std::string("asdf qwer"),
                                      std::string("'s 's"), std::string("between and"), std::string("f/"), std::string("35mm"), deep, std::string(20000, 'a')}) {
        const auto d = reader().read(prompt);
        CHECK_FALSE(d.toJson().empty());
        for (const Subject& s : d.subjects) CHECK(s.span.end <= prompt.size());
    }
}

TEST_CASE("The description prints exactly the contract's keys in its order", "[reading]") {
    const auto json = nlohmann::ordered_json::parse(reader().read("Close-up. A red cat runs left of a tree at night.").toJson());
    const auto keys = [](const nlohmann::ordered_json& object) {
        std::string all;
        for (const auto& [key, value] : object.items()) all += key + " ";
        return all;
    };
    CHECK(keys(json) == "subjects actions relations place conditions camera style unknown ");
    CHECK(keys(json["subjects"][0]) == "id noun kind model count colour name span ");
    CHECK(keys(json["actions"][0]) == "subject verb motion target order span ");
    CHECK(keys(json["camera"]) == "size angle height pov lensMm sensor stop moves endSize endAngle endHeight ");
    CHECK(json["subjects"][0]["colour"] == "red");
    CHECK(json["subjects"][0]["name"].is_null());
    CHECK(json["conditions"]["time"] == "night");
}

TEST_CASE("Many threads read the same", "[reading]") {
    const std::string prompt = "A woman in a red coat walks across the bridge and waves to a man on a bicycle. Pan left.";
    const auto expected = reader().read(prompt);
    std::vector<int> same(4, 0);
    std::vector<std::thread> threads;
    for (int& result : same) threads.emplace_back([&] { result = reader().read(prompt) == expected; });
    for (std::thread& thread : threads) thread.join();
    CHECK(same == std::vector<int>(4, 1));
}

TEST_CASE("Without WordNet all but guessing works", "[reading]") {
    const auto bare = Reader::create({.wordnet = std::filesystem::path("no/such/folder")});
    REQUIRE(bare);
    CHECK_FALSE((*bare)->hasWordNet());
    const auto d = (*bare)->read("Close-up. A sad woman sits on a chair in a kitchen, a dog runs. Slow dolly in.");
    CHECK(only(d, "woman").expression == "sad");
    CHECK(d.actions.size() == 2);
    REQUIRE(d.place);
    CHECK(d.place->kind == "kitchen");
    CHECK(d.camera.moves.size() == 1);
}

TEST_CASE("A place that nobody names is inferred, without words of its own", "[reading][place]") {
    const auto kindOf = [](const char* prompt) {
        const auto shot = reader().read(prompt);
        return shot.place ? shot.place->kind : std::string("none");
    };
    const auto bench = reader().read("An old couple sits on a park bench feeding pigeons.");
    REQUIRE(bench.place);
    CHECK(bench.place->kind == "park");
    CHECK(bench.place->inferred);
    CHECK(bench.place->span == Span{});
    CHECK(kindOf("A priest prays.") == "church");
    CHECK(kindOf("A soldier digs in the mud.") == "trench");
    CHECK(kindOf("Two women argue.") == "living_room");
    CHECK(kindOf("A vase beside a cup.") == "none"); // things at rest may lie on a bare floor
    CHECK_FALSE(reader().read("An old couple sits in a kitchen feeding pigeons.").place->inferred);
}

TEST_CASE("A place that no table lists is taken for the nearest above it, and one that is left is outside", "[reading][place]") {
    const auto in = reader().read("A man waits in a brasserie.");
    REQUIRE(in.place);
    CHECK(in.place->kind == "restaurant");
    CHECK_FALSE(in.place->inferred);
    const auto out = reader().read("A man walks out of a bank.");
    REQUIRE(out.place);
    CHECK_FALSE(out.place->interior);
}
