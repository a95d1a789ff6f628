// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/image_file.h"
#include "engine/media/movie_reader.h"
#include "tests/integration/scene.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace rushes;
using namespace rushes::test;

namespace {

const char* const walk = "A man in a red coat walks along a street at night. The camera dollies in.";

using Names = std::set<std::string>;

Names namesOf(const Json& object) {
    Names names;
    for (const auto& [name, value] : object.items()) names.insert(name);
    return names;
}

void checkDescription(const Json& description) {
    REQUIRE(namesOf(description) == Names{"subjects", "actions", "relations", "place", "conditions", "camera", "style", "unknown"});
    for (const auto& subject : description["subjects"])
        REQUIRE(namesOf(subject) == Names{"id", "noun", "kind", "model", "count", "colour", "name", "span"});
    for (const auto& action : description["actions"]) REQUIRE(namesOf(action) == Names{"subject", "verb", "motion", "target", "order", "span"});
    for (const auto& relation : description["relations"]) REQUIRE(namesOf(relation) == Names{"a", "b", "relation", "order", "span"});
    REQUIRE(namesOf(description["place"]) == Names{"kind", "setting", "span"});
    REQUIRE(namesOf(description["conditions"]) == Names{"time", "weather", "season", "light"});
    REQUIRE(namesOf(description["camera"]) ==
            Names{"size", "angle", "height", "pov", "lensMm", "sensor", "stop", "moves", "endSize", "endAngle", "endHeight"});
    for (const auto& move : description["camera"]["moves"]) REQUIRE(namesOf(move) == Names{"move", "direction", "speed", "order", "span"});
    for (const auto& word : description["unknown"]) REQUIRE(namesOf(word) == Names{"word", "span", "takenFor"});
}

double length(const Json& v) { return std::sqrt(v[0].get<double>() * v[0].get<double>() + v[1].get<double>() * v[1].get<double>() + v[2].get<double>() * v[2].get<double>()); }

void checkCamera(const Json& camera, std::size_t frames) {
    REQUIRE(namesOf(camera) == Names{"sensorWidthMm", "sensorHeightMm", "samples"});
    REQUIRE(camera["samples"].size() == frames);
    for (std::size_t i = 0; i < frames; ++i) {
        const auto& sample = camera["samples"][i];
        REQUIRE(namesOf(sample) == Names{"frame", "eye", "right", "up", "focalMm", "focusM", "stop"});
        REQUIRE(sample["frame"] == i);
        REQUIRE(length(sample["right"]) == Approx(1).margin(1e-4));
        REQUIRE(length(sample["up"]) == Approx(1).margin(1e-4));
        REQUIRE(sample["focalMm"] > 4);
    }
}

void checkBlocking(const Json& shot, std::size_t frames) {
    REQUIRE(namesOf(shot["blocking"]) == Names{"objects", "tracks"});
    std::set<int> ids;
    std::set<std::string> subjects;
    for (const auto& subject : shot["description"]["subjects"]) subjects.insert(subject["id"].get<std::string>());
    for (const auto& object : shot["blocking"]["objects"]) {
        REQUIRE(namesOf(object) == Names{"id", "subject", "part", "model", "colour", "carried"});
        REQUIRE(Names{"figure", "prop", "set", "effect"}.contains(object["part"]));
        REQUIRE(ids.insert(object["id"].get<int>()).second);
        REQUIRE((object["subject"].is_null() || subjects.contains(object["subject"])));
    }
    for (const auto& track : shot["blocking"]["tracks"]) {
        REQUIRE(namesOf(track) == Names{"object", "samples"});
        REQUIRE(ids.contains(track["object"]));
        REQUIRE(track["samples"].size() == frames);
        for (const auto& sample : track["samples"]) REQUIRE(namesOf(sample) == Names{"frame", "position", "facing", "motion"});
    }
    for (const auto& frame : shot["seen"]["frames"]) {
        REQUIRE(namesOf(frame) == Names{"frame", "objects"});
        for (const auto& [id, box] : frame["objects"].items()) {
            REQUIRE(ids.contains(std::stoi(id)));
            REQUIRE(box.size() == 5);
            REQUIRE(box[0] > 0);
            REQUIRE((box[1] >= 0 && box[1] < box[3] && box[3] <= 160));
            REQUIRE((box[2] >= 0 && box[2] < box[4] && box[4] <= 90));
        }
    }
}

/// The object that draws the first subject.
int figureOf(const Json& shot) {
    for (const auto& object : shot["blocking"]["objects"])
        if (object["subject"] == shot["description"]["subjects"][0]["id"]) return object["id"];
    return -1;
}

std::vector<std::string> stageLine(const std::string& out, std::vector<std::string> more) {
    std::vector<std::string> line{"stage", "--prompt", walk, "--frames", "6", "--size", "160x90", "--out", out};
    line.insert(line.end(), more.begin(), more.end());
    return line;
}

} // namespace

TEST_CASE("stage writes what the contract says", "[integration][stage]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.ok(stageLine("shot", {"--passes", "depth,normal,id,pose,lines,motion,rest", "--movie", "--arrows"}));
    const auto shot = Json::parse(read(rushes.at("shot/shot.json")));
    REQUIRE(namesOf(shot) == Names{"description", "camera", "blocking", "seen", "warnings"});
    checkDescription(shot["description"]);
    checkCamera(shot["camera"], 6);
    checkBlocking(shot, 6);
    REQUIRE(shot["seen"]["frames"].size() == 6);
    REQUIRE(shot["description"]["subjects"][0]["noun"] == "man");
    REQUIRE(shot["description"]["conditions"]["time"] == "night");
    REQUIRE(shot["description"]["camera"]["moves"][0]["move"] == "dolly");
    REQUIRE(Json::parse(rushes.ok({"shot", "explain", "--prompt", walk})) == shot["description"]);

    const auto figure = figureOf(shot);
    REQUIRE(figure > 0);
    for (int frame = 0; frame < 6; ++frame) {
        const std::string number = "0000" + std::to_string(frame);
        const auto picture = media::readImage(rushes.at("shot/frames/" + number + ".png"));
        REQUIRE(picture);
        REQUIRE((picture->width == 160 && picture->height == 90));
        const auto depth = media::readExr(rushes.at("shot/passes/depth/" + number + ".exr"));
        REQUIRE(depth);
        REQUIRE((depth->format == PixelFormat::grey32f && depth->width == 160));
        for (int x = 0; x < 160; ++x) REQUIRE(depth->rowAs<float>(89)[x] > 0.05f); // metres to the ground
        REQUIRE(shot["seen"]["frames"][std::size_t(frame)]["objects"].contains(std::to_string(figure)));
        const auto bytes = read(rushes.at("shot/passes/id/" + number + ".png"));
        REQUIRE(bytes[24] == 16); // IHDR: bits, then colour type 0, grey
        REQUIRE(bytes[25] == 0);
        for (const char* pass : {"normal", "lines", "pose"}) REQUIRE(media::readImage(rushes.at("shot/passes") / pass / (number + ".png")));
    }
    REQUIRE(media::readImage(rushes.at("shot/panel.png")));
    // Floats of every pixel: two of motion, three of rest coordinates.
    REQUIRE(std::filesystem::file_size(rushes.at("shot/passes/motion/00005.exr")) > 160 * 90 * 2 * 4);
    REQUIRE(media::probe(rushes.at("shot/passes/rest/00005.exr")));
    REQUIRE_FALSE(std::filesystem::exists(rushes.at("shot/frames/00006.png")));
    const auto movie = media::probe(rushes.at("shot/shot.mp4"));
    REQUIRE(movie);
    REQUIRE(movie->frames == 6);
}

TEST_CASE("stage makes the same bytes from the same seed", "[integration][stage]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    for (const char* out : {"a", "b"}) rushes.ok(stageLine(out, {"--passes", "depth,id", "--seed", "5"}));
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(rushes.at("a"))) {
        if (!entry.is_regular_file()) continue;
        const auto name = std::filesystem::relative(entry.path(), rushes.at("a"));
        INFO(name);
        REQUIRE(read(entry.path()) == read(rushes.at("b") / name));
        ++files;
    }
    REQUIRE(files == 1 + 3 * 6);
    rushes.ok(stageLine("c", {"--seed", "6"}));
    REQUIRE(read(rushes.at("a/shot.json")) != read(rushes.at("c/shot.json")));
}

TEST_CASE("stage without frames still says what is seen", "[integration][stage]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.ok(stageLine("shot", {"--no-frames"}));
    REQUIRE_FALSE(std::filesystem::exists(rushes.at("shot/frames")));
    const auto shot = Json::parse(read(rushes.at("shot/shot.json")));
    checkCamera(shot["camera"], 6);
    checkBlocking(shot, 6);
    REQUIRE_FALSE(shot["seen"]["frames"].empty());
    REQUIRE(shot["seen"]["frames"][0]["objects"].contains(std::to_string(figureOf(shot))));
    rushes.ok(stageLine("movie", {"--no-frames", "--movie"}));
    REQUIRE_FALSE(std::filesystem::exists(rushes.at("movie/frames")));
    REQUIRE(media::probe(rushes.at("movie/shot.mp4"))->frames == 6);
}

TEST_CASE("stage takes many prompts, and words that it does not know", "[integration][stage]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    write(rushes.at("p.jsonl"), "{\"id\": \"one\", \"prompt\": \"A woman sits in a bar.\", \"frames\": 2}\n\n{\"text\": \"Glorps fnord under blivets.\"}\n{\"prompt\": \"\"}\n"
                                "{\"id\": \"../up\", \"text\": \"A dog.\"}\n");
    rushes.ok({"stage", "--prompts", "p.jsonl", "--frames", "1", "--size", "64x36", "--out", "out"});
    REQUIRE(Json::parse(read(rushes.at("out/one/shot.json")))["camera"]["samples"].size() == 2);
    REQUIRE(Json::parse(read(rushes.at("out/3/shot.json")))["camera"]["samples"].size() == 1);
    REQUIRE(std::filesystem::exists(rushes.at("out/4/shot.json")));
    REQUIRE_FALSE(std::filesystem::exists(rushes.at("up"))); // an id is a name, not a path
    std::size_t folders = 0;
    for (const auto& entry : std::filesystem::directory_iterator(rushes.at("out"))) folders += entry.is_directory();
    REQUIRE(folders == 4);
}
