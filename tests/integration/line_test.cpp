// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/image_file.h"
#include "engine/media/movie_reader.h"
#include "tests/integration/scene.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace rushes;
using namespace rushes::test;

namespace {

/// Mean and standard deviation of the picture's grey, 0 … 255.
std::pair<double, double> greyOf(const Image& image) {
    double sum = 0, squares = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const auto* pixel = image.rowAs<std::uint8_t>(y) + 4 * x;
            const double grey = (pixel[0] + pixel[1] + pixel[2]) / 3.0;
            sum += grey, squares += grey * grey;
        }
    const double n = double(image.width) * image.height, mean = sum / n;
    return {mean, std::sqrt(std::max(0.0, squares / n - mean * mean))};
}

double difference(const Image& a, const Image& b) {
    double sum = 0;
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width * 4; ++x) sum += std::abs(int(a.rowAs<std::uint8_t>(y)[x]) - int(b.rowAs<std::uint8_t>(y)[x]));
    return sum / (a.width * a.height * 3.0);
}

std::vector<Image> picturesOf(const std::filesystem::path& file) {
    auto reader = media::MovieReader::open(file);
    REQUIRE(reader);
    REQUIRE(reader->info().displayWidth == 160);
    REQUIRE(reader->info().displayHeight == 90);
    REQUIRE(reader->info().rate == time::rate24);
    std::vector<Image> pictures;
    media::FrameConverter converter;
    REQUIRE(reader->frames(0, reader->info().frames - 1, [&](media::VideoFrame frame) {
        auto image = converter.toImage(frame);
        REQUIRE(image);
        pictures.push_back(std::move(*image));
        return true;
    }));
    REQUIRE(std::int64_t(pictures.size()) == reader->info().frames);
    return pictures;
}

void checkShots(const Json& document) {
    REQUIRE(document["schema"] == 1);
    REQUIRE(document["rate"] == "24/1");
    REQUIRE(document["scenes"].size() == 2);
    for (const auto& scene : document["scenes"]) {
        REQUIRE(scene["id"].is_number_integer());
        for (const char* field : {"number", "heading", "synopsis"}) REQUIRE(scene[field].is_string());
    }
    REQUIRE(document["shots"].size() >= 4);
    for (const auto& shot : document["shots"]) {
        INFO(shot.dump());
        for (const char* field : {"id", "scene", "frames", "takes"}) REQUIRE(shot[field].is_number_integer());
        for (const char* field : {"number", "prompt", "location"}) REQUIRE(shot[field].is_string());
        for (const char* field : {"size", "angle", "move"}) REQUIRE((shot[field].is_string() || shot[field].is_null()));
        REQUIRE((shot["lensMm"].is_number() || shot["lensMm"].is_null()));
        REQUIRE((shot["circled"].is_number_integer() || shot["circled"].is_null()));
        REQUIRE(shot["source"] == "script");
        REQUIRE(shot["frames"] >= 12);
        REQUIRE(shot["prompt"].get<std::string>().size() > 20);
        for (const auto& name : shot["characters"]) REQUIRE(name.is_string());
        for (const auto& line : shot["dialogue"]) REQUIRE((line["character"].is_string() && line["text"].is_string()));
        REQUIRE(shot["lines"].size() == 2);
        REQUIRE(shot["lines"][0] <= shot["lines"][1]);
    }
}

/// Lines of the script, from 1, that hold the text.
int lineOf(const std::string& text) {
    const std::string script = lampScript;
    return 1 + int(std::count(script.begin(), script.begin() + std::ptrdiff_t(script.find(text)), '\n'));
}

} // namespace

TEST_CASE("A screenplay becomes a shot list as the contract says", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    write(rushes.at("lamp.fountain"), lampScript);
    rushes.ok({"new", "film.rushes", "--script", "lamp.fountain", "--size", "160x90"});
    const auto document = rushes.json({"shots", "film.rushes"});
    checkShots(document);
    REQUIRE(document["scenes"][0]["heading"] == "EXT. HARBOUR - NIGHT");
    bool spoken = false;
    for (const auto& shot : document["shots"])
        for (const auto& line : shot["dialogue"])
            if (line["text"].get<std::string>().find("No boats") != std::string::npos) {
                spoken = true;
                REQUIRE(shot["lines"][0] <= lineOf("No boats"));
                REQUIRE(shot["lines"][1] >= lineOf("No boats"));
                REQUIRE(shot["characters"].front() == "Mara");
                REQUIRE(shot["scene"] == document["scenes"][0]["id"]);
            }
    REQUIRE(spoken);
    REQUIRE(rushes.ok({"shots", "film.rushes"}).find("INT. OFFICE - DAY") != std::string::npos);
}

TEST_CASE("A film is shot, exported, and read back to the frame", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(6);
    rushes.ok({"shot", "set", "film.rushes", "1A", "frames=9"});
    const auto plan = rushes.json({"generate", "film.rushes", "--dry-run"});
    const auto shots = rushes.json({"shots", "film.rushes"})["shots"];
    REQUIRE(plan["shots"].size() == shots.size());
    REQUIRE(rushes.json({"takes", "film.rushes"})["takes"].empty());
    rushes.ok({"generate", "film.rushes", "--size", "160x90"});

    const auto takes = rushes.json({"takes", "film.rushes"})["takes"];
    REQUIRE(takes.size() == shots.size());
    for (std::size_t i = 0; i < takes.size(); ++i) {
        INFO(takes[i].dump());
        REQUIRE(takes[i]["shot"] == shots[i]["id"]);
        REQUIRE(takes[i]["frames"] == shots[i]["frames"]);
        REQUIRE(takes[i]["number"] == 1);
        REQUIRE(takes[i]["generator"] == "stage");
        REQUIRE(takes[i]["size"] == Json{160, 90});
        REQUIRE(takes[i]["rate"] == "24/1");
        REQUIRE(takes[i]["seed"].is_number_integer());
        REQUIRE(takes[i]["circled"] == true);
        REQUIRE(takes[i]["seconds"].is_number());
        REQUIRE(takes[i]["request"]["prompt"] == shots[i]["prompt"]);
        const auto info = media::probe(rushes.at("film.rushes") / takes[i]["media"].get<std::string>());
        REQUIRE(info);
        REQUIRE(info->frames == takes[i]["frames"].get<int>());
    }

    rushes.ok({"export", "film.rushes", "film.mp4"});
    const auto pictures = picturesOf(rushes.at("film.mp4"));
    int frames = 0;
    std::vector<Image> firsts;
    for (const auto& shot : shots) {
        firsts.push_back(pictures.at(std::size_t(frames)));
        frames += shot["frames"].get<int>();
    }
    REQUIRE(int(pictures.size()) == frames);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        INFO("frame " << i);
        const auto [mean, spread] = greyOf(pictures[i]);
        REQUIRE(mean > 12);
        REQUIRE(spread > 6);
    }
    for (std::size_t a = 0; a < firsts.size(); ++a)
        for (std::size_t b = a + 1; b < firsts.size(); ++b) {
            INFO("shots " << a << " and " << b);
            REQUIRE(difference(firsts[a], firsts[b]) > 2);
        }

    rushes.ok({"export", "film.rushes", "part.mp4", "--range", "3-10", "--burn-in"});
    REQUIRE(picturesOf(rushes.at("part.mp4")).size() == 8);
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
    REQUIRE(leftovers(folder.path()).empty());
}

TEST_CASE("Takes are made once, and again alike from the same seed", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(4);
    rushes.ok({"generate", "film.rushes"});
    const auto first = rushes.json({"takes", "film.rushes"});
    const auto idle = rushes.run({"generate", "film.rushes"});
    REQUIRE(idle.exitCode == 0);
    REQUIRE(idle.err.find("--again") != std::string::npos);
    REQUIRE(rushes.json({"takes", "film.rushes"}) == first);

    rushes.ok({"generate", "film.rushes", "--again", "--shot", "2A"});
    auto takes = rushes.json({"takes", "film.rushes", "--shot", "2A"})["takes"];
    REQUIRE(takes.size() == 2);
    REQUIRE(takes[0]["media"] == takes[1]["media"]); // named by content: the same bytes
    REQUIRE(takes[0]["id"] != takes[1]["id"]);
    REQUIRE(takes[0]["circled"] == true);

    rushes.ok({"circle", "film.rushes", "2A-2"});
    REQUIRE(rushes.shot("2A")["circled"] == takes[1]["id"]);
    rushes.ok({"circle", "film.rushes", takes[0]["id"].dump()});
    REQUIRE(rushes.shot("2A")["circled"] == takes[0]["id"]);

    rushes.ok({"shot", "set", "film.rushes", "2A", "prompt=A woman in a blue coat walks along a street at night."});
    rushes.ok({"generate", "film.rushes", "--again", "--shot", "2A"});
    takes = rushes.json({"takes", "film.rushes", "--shot", "2A"})["takes"];
    REQUIRE(takes.size() == 3);
    REQUIRE(takes[2]["media"] != takes[0]["media"]);
    for (const auto& job : rushes.list("jobs", {"queue", "film.rushes"})) REQUIRE(job["state"] == "done");
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}

TEST_CASE("Shots without a take show a card", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(3);
    rushes.ok({"export", "film.rushes", "cards.mp4"});
    const auto pictures = picturesOf(rushes.at("cards.mp4"));
    REQUIRE(pictures.size() == 18);
    for (const auto& picture : pictures) REQUIRE(greyOf(picture).second > 3); // letters on it
    REQUIRE(difference(pictures.front(), pictures.back()) > 0.5);
}
