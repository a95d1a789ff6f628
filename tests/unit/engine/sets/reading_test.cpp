// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"

#include "sets_support.h"

#include <filesystem>
#include <fstream>

using namespace rushes;
using namespace rushes::sets;
namespace fs = std::filesystem;

namespace {

/// Copies of the folders that ship, with one file changed.
class Folders {
public:
    Folders()
        : m_root(fs::temp_directory_path() / ("rushes_sets_" + std::to_string(counter()++) + "_" +
                                              std::to_string(std::hash<std::string>{}(fs::current_path().string())))) {
        fs::create_directories(m_root);
        fs::copy(*findAsset("props"), m_root / "props", fs::copy_options::recursive);
        fs::create_directories(m_root / "kits");
        fs::copy_file(*findAsset("kits/_materials.json"), m_root / "kits/_materials.json");
    }
    ~Folders() { fs::remove_all(m_root); }

    void write(const std::string& file, const std::string& text) { std::ofstream(m_root / file) << text; }
    Result<std::shared_ptr<const SetLibrary>> load() {
        return SetLibrary::load((m_root / "kits").string(), (m_root / "props").string());
    }
    std::string message() {
        const auto result = load();
        return result ? "" : result.error().message;
    }

private:
    static int& counter() {
        static int n = 0;
        return n;
    }
    fs::path m_root;
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("A mistake in a kit is an error that names file, place and key", "[sets]") {
    Folders folders;
    struct Case {
        const char *text, *place, *what;
    };
    for (
        const Case& c : {
            Case{R"({"elements": [{"type": "prop", "name": "chair", "at": [0, 0], "yow": 3}]})", "elements[0]",
                 "`yow`"},
            Case{R"({"elements": [{"type": "prop", "name": "chaise", "at": [0, 0]}]})", "elements[0].name",
                 "no prop `chaise`"},
            Case{R"({"elements": [], "weather": 1})", "top", "`weather`"},
            Case{R"({"elements": [{"type": "castle"}]})", "elements[0].type", "`castle`"},
            Case{R"({"elements": [{"type": "ribbon", "path": [[0, 0], [1, 1]], "w": 2, "mat": "marbel"}]})",
                 "elements[0].mat", "no material `marbel`"},
            Case{R"({"elements": [{"type": "prop", "name": "chair"}]})", "elements[0]", "`at` is missing"},
            Case{R"({"elements": [{"type": "prop", "name": "chair", "at": ["a", 0]}]})", "elements[0].at[0]", "number"},
            Case{
                R"({"elements": [{"type": "room", "size": [4, 3], "openings": [{"kind": "door", "wall": "n", "at": 3.9}]}]})",
                "openings[0]", "does not fit"},
            Case{R"({"elements": [{"type": "ops", "ops": [{"op": "cyl", "r": 1, "h": 1, "n": 2}]}]})",
                 "elements[0].ops[0]", "`n`"},
            Case{R"({"marks": [{"name": "a", "at": [0, 0], "yaw": 0, "pose": "fly"}], "elements": []})",
                 "marks[0].pose", "`fly`"},
            Case{R"({"elements": [)", "pub.json", "line"},
            Case{R"([])", "pub.json", "object"},
        }) {
        folders.write("kits/pub.json", c.text);
        const std::string message = folders.message();
        INFO(c.text << " -> " << message);
        CHECK(holds(message, "pub.json"));
        CHECK(holds(message, c.place));
        CHECK(holds(message, c.what));
    }
}

TEST_CASE("A mistake in a prop is an error too", "[sets]") {
    Folders folders;
    folders.write("kits/pub.json", R"({"elements": []})");
    struct Case {
        const char *text, *what;
    };
    for (const Case& c : {
             Case{R"({"thing": {"ops": [{"op": "box", "size": [1, 1, 1], "bevvel": 2}]}})", "`bevvel`"},
             Case{R"({"thing": {"ops": [{"op": "box", "size": [1, 1]}]}})", "3 numbers"},
             Case{R"({"thing": {"ops": [{"op": "use", "prop": "thung"}]}})", "`thung`"},
             Case{R"({"thing": {"ops": [{"op": "use", "prop": "thing"}]}})", "uses itself"},
             Case{R"({"thing": {"ops": [{"op": "quad", "species": "gnu"}]}})", "`gnu`"},
             Case{R"({"chair": {"ops": []}})", "exists already"},
             Case{R"({"thing": {"ops": [{"op": "sweep", "path": [[0, 0, 0], [0, 1, 0], [0, 2, 0]], "r": [1, 2]}]}})",
                  "radius"},
         }) {
        folders.write("props/zz_own.json", c.text);
        const std::string message = folders.message();
        INFO(c.text << " -> " << message);
        CHECK(holds(message, c.what));
    }
}

TEST_CASE("An author's own kit and prop work", "[sets]") {
    Folders folders;
    folders.write(
        "props/zz_own.json",
        R"({"soap box": {"seat": 0.4, "hold": "two", "ops": [{"op": "box", "size": [0.6, 0.4, 0.4], "mat": "wood", "bevel": 0.01}]}})");
    folders.write(
        "kits/stall.json",
        R"({"class": "exterior", "ground": {"mat": "ground"}, "marks": [{"name": "talk_a", "at": [0, 0], "yaw": 90}],
        "elements": [{"type": "prop", "name": "soap box", "at": [1, 1], "yaw": 30}, {"type": "light", "at": [0, 3, 0], "r": 4, "colour": [1, 0.5, 0.2]},
                     {"type": "around", "prop": "chair", "at": [3, 3], "n": 4, "r": 1.2}],
        "shots": [{"name": "wide", "eye": [0, 1.6, 5], "at": [0, 1, 0], "fov": 40}]})");
    const auto own = folders.load();
    REQUIRE(own);
    BuildOptions night;
    night.night = 1;
    const auto set = (*own)->build("stall", 0, night);
    REQUIRE(set);
    CHECK((*set)->objects.size() == 6);
    CHECK((*set)->mark("sit_1"));
    CHECK((*set)->environment.lamps.size() == 1);
    CHECK((*own)->prop("soap box").value()->hold == Hold::twoHands);
}

TEST_CASE("A folder that is not there is an error", "[sets]") {
    const auto none = SetLibrary::load("/nowhere/kits", "/nowhere/props");
    REQUIRE_FALSE(none);
    CHECK(holds(none.error().text(), "/nowhere/kits"));
}
