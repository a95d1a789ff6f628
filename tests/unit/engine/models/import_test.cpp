// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/confined_child.h"
#include "engine/models/import.h"
#include "engine/models/limbs.h"
#include "engine/models/model_file.h"
#include "tests/unit/engine/models/small_models.h"
#include "tests/unit/engine/project/temporary_folder.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <unistd.h>

using namespace rushes;
using namespace rushes::models;
using test::TemporaryFolder;
using test::writeBytes;

namespace {

Result<Model> imported(const std::string& name, const std::string& bytes, FitOptions fit = {}) {
    const TemporaryFolder folder;
    writeBytes(folder / name, bytes);
    return importModel(folder / name, fit);
}

/// The sentence with which a file is refused.
std::string refusal(const std::string& name, const std::string& bytes) {
    const auto model = imported(name, bytes);
    REQUIRE_FALSE(model.has_value());
    CHECK(model.error().category == ErrorCategory::badInput);
    return model.error().text();
}

bool says(const Model& model, const std::string& words) {
    for (const auto& note : model.notes)
        if (note.find(words) != std::string::npos) return true;
    return false;
}

using Catch::Matchers::Contains;

} // namespace

TEST_CASE("A rigged glTF is read with its size, colour and skeleton", "[models]") {
    const auto model = imported("doll.gltf", test::doll().gltf().dump(), {.use = Use::figure});
    REQUIRE(model.has_value());
    CHECK(model->mesh.bounds.size().y == Approx(1.8f).margin(0.02));
    CHECK(model->mesh.bounds.low.y == Approx(0).margin(1e-4));
    CHECK(model->mesh.triangles() == 14 * 12);
    CHECK(model->shares.size() == model->mesh.positions.size());
    const Limbs limbs = limbsOf(model->joints);
    CHECK(limbs.whole());
    CHECK(model->joints[std::size_t(limbs.hand[0])].at.x > 0.7f);
    CHECK(model->materials.front().colour.b > 0.7f); // the file's linear 0.6
    CHECK(model->materials.front().tinted);
    CHECK(model->source == "doll.gltf");
}

TEST_CASE("A VRM is a GLB by another name", "[models]") {
    const std::string glb = test::doll(1, -1).glb(); // its front is to the back, as old VRMs have it
    for (const char* name : {"doll.glb", "doll.vrm", "doll.VRM"}) {
        INFO(name);
        const auto model = imported(name, glb, {.use = Use::figure});
        REQUIRE(model.has_value());
        CHECK(model->joints[std::size_t(limbsOf(model->joints).upperArm[0])].at.x > 0.1f);
    }
}

TEST_CASE("Figures that look back and are in centimetres are put right, and it is said", "[models]") {
    const auto model = imported("doll.gltf", test::doll(100, -1).gltf().dump(), {.use = Use::figure});
    REQUIRE(model.has_value());
    CHECK(model->mesh.bounds.size().y == Approx(1.8f).margin(0.02));
    CHECK(model->joints[std::size_t(limbsOf(model->joints).upperArm[0])].at.x > 0.1f);
    CHECK(says(*model, "centimetres"));
    CHECK(says(*model, "face the front"));
}

TEST_CASE("A skin caught in mid-step is put back to how it was bound", "[models]") {
    auto json = test::doll().gltf();
    for (auto& node : json["nodes"])
        if (node["name"] == "mixamorig:LeftUpLeg") node["rotation"] = {0.7071, 0, 0, 0.7071}; // kicks
    const auto model = imported("doll.gltf", json.dump(), {.use = Use::figure});
    REQUIRE(model.has_value());
    const Limbs limbs = limbsOf(model->joints);
    CHECK(model->joints[std::size_t(limbs.foot[0])].at.y == Approx(model->joints[std::size_t(limbs.foot[1])].at.y).margin(1e-3));
}

TEST_CASE("An OBJ takes size and up from what the word usually means", "[models]") {
    const auto chair = imported("chair.obj", test::chairObj(), {.use = Use::prop, .expected = {0.45f, 0.9f, 0.5f}});
    REQUIRE(chair.has_value());
    CHECK(chair->mesh.bounds.size().y == Approx(1.1f).margin(0.01));
    CHECK(says(*chair, "Z was taken"));
    CHECK(says(*chair, "centimetres"));
    const auto odd = imported("chair.obj", test::objBox({0, 0, 0}, {7, 14, 7}, 0), {.use = Use::prop, .expected = {0.45f, 0.9f, 0.5f}});
    REQUIRE(odd.has_value());
    CHECK(odd->mesh.bounds.size().y < 2); // some unit or the word's own size, never 14 m
    const auto told = imported("chair.obj", test::chairObj(), {.use = Use::prop, .heightM = 2, .up = 'z'});
    REQUIRE(told.has_value());
    CHECK(told->mesh.bounds.size().y == Approx(2).margin(1e-3));
}

TEST_CASE("The floor of a place comes to lie at nought", "[models]") {
    const auto room = imported("room.obj", test::roomObj(), {.use = Use::place});
    REQUIRE(room.has_value());
    CHECK(room->mesh.bounds.low.y == Approx(-0.1f).margin(0.06));
    CHECK(room->mesh.bounds.centre().x == Approx(0).margin(1e-3));
    CHECK(room->parts.size() == 9);
}

TEST_CASE("Heavy models are thinned out and get coarser levels", "[models]") {
    std::string text;
    constexpr int n = 200; // 79,202 triangles of a gentle hill
    for (int z = 0; z < n; ++z)
        for (int x = 0; x < n; ++x) text += "v " + std::to_string(x * 0.005) + " " + std::to_string(0.1 * std::sin(x * 0.05) * std::cos(z * 0.05)) + " " + std::to_string(z * 0.005) + "\n";
    for (int z = 0; z + 1 < n; ++z)
        for (int x = 0; x + 1 < n; ++x) {
            const int i = z * n + x + 1;
            text += "f " + std::to_string(i) + " " + std::to_string(i + n) + " " + std::to_string(i + n + 1) + " " + std::to_string(i + 1) + "\n";
        }
    const auto model = imported("hill.obj", text);
    REQUIRE(model.has_value());
    CHECK(model->trianglesRead == 2 * (n - 1) * (n - 1));
    CHECK(model->mesh.triangles() <= limits::budget(Use::prop) * 5 / 4);
    CHECK(says(*model, "Thinned out"));
    REQUIRE_FALSE(model->coarser.empty());
    const auto coarse = model->level(1);
    CHECK(coarse.triangles() < model->mesh.triangles() / 2);
    CHECK(coarse.bounds.size().x == Approx(model->mesh.bounds.size().x).margin(0.05));
}

TEST_CASE("Hostile files are refused with a sentence", "[models]") {
    CHECK_THAT(refusal("empty.glb", ""), Contains("empty"));
    CHECK_THAT(refusal("text.txt", "hello"), Contains("no model"));
    const std::string whole = test::doll().gltf().dump();
    CHECK_THAT(refusal("cut.gltf", whole.substr(0, whole.size() / 2)), Contains("cannot be read"));
    CHECK_THAT(refusal("noise.glb", std::string("glTF\2\0\0\0\xff\xff\xff\xff", 12) + std::string(500, '\x7f')), Contains("cannot be used"));
    CHECK_THAT(refusal("noise.fbx", "Kaydara FBX Binary  " + std::string("\0\x1a\0\xe8\x1c\0\0", 7) + std::string(3000, '\x55')), Contains("cannot be used"));
    CHECK_THAT(refusal("points.obj", "v 0 0 0\nv 1 0 0\n"), Contains("cannot be used"));
    CHECK_THAT(refusal("nest.gltf", "{\"a\":" + std::string(3'000'000, '[')), Contains("cannot be used"));
    auto nan = test::doll();
    nan.points()[3][1] = std::nanf("");
    CHECK_THAT(refusal("nan.gltf", nan.gltf().dump()), Contains("not numbers"));
    auto deep = test::doll().gltf();
    const auto first = deep["nodes"].size();
    for (std::size_t i = 0; i < 400; ++i) deep["nodes"].push_back({{"children", {first + i + 1}}});
    deep["nodes"].push_back({{"mesh", 0}});
    deep["scenes"][0]["nodes"].push_back(first);
    CHECK_THAT(refusal("deep.gltf", deep.dump()), Contains("nested"));
    auto many = test::doll().gltf();
    for (std::size_t i = 0; i < 15'000; ++i) {
        many["scenes"][0]["nodes"].push_back(many["nodes"].size());
        many["nodes"].push_back({{"mesh", 0}});
    }
    CHECK_THAT(refusal("many.gltf", many.dump()), Contains("triangles"));
    CHECK(importModel("/nowhere/at/all.glb", {}).error().category == ErrorCategory::notFound);
}

TEST_CASE("A model opens nothing outside its folder", "[models]") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "in");
    auto json = test::doll().gltf();
    const std::string uri = json["buffers"][0]["uri"];
    json["buffers"][0]["uri"] = "../secret.bin";
    writeBytes(folder / "secret.bin", std::string(100'000, '\0'));
    writeBytes(folder / "in/doll.gltf", json.dump());
    CHECK_THAT(importModel(folder / "in/doll.gltf", {}).error().text(), Contains("outside its folder"));
    json["buffers"][0]["uri"] = "http://example.org/doll.bin";
    writeBytes(folder / "in/doll.gltf", json.dump());
    CHECK_THAT(importModel(folder / "in/doll.gltf", {}).error().text(), Contains("outside its folder"));
    json["buffers"][0]["uri"] = "linked.bin";
    std::filesystem::create_symlink(folder / "secret.bin", folder / "in/linked.bin");
    writeBytes(folder / "in/doll.gltf", json.dump());
    CHECK_THAT(importModel(folder / "in/doll.gltf", {}).error().text(), Contains("outside its folder"));
    writeBytes(folder / "in/box.obj", "mtllib /etc/passwd\nusemtl a\n" + test::objBox({0, 0, 0}, {1, 1, 1}, 0));
    const auto box = importModel(folder / "in/box.obj", {});
    REQUIRE(box.has_value()); // colours may be missing, the shape is whole
    CHECK(says(*box, "outside its folder"));
}

TEST_CASE("What crashes or hangs ends a child, not the program", "[models]") {
    const auto crash = runInChild([]() -> Result<std::string> { raise(SIGSEGV); return std::string(); });
    REQUIRE_FALSE(crash.has_value());
    CHECK_THAT(crash.error().text(), Contains("broken"));
    const auto hang = runInChild([]() -> Result<std::string> { while (true) pause(); }, {.seconds = -1});
    REQUIRE_FALSE(hang.has_value());
    CHECK_THAT(hang.error().text(), Contains("too long"));
    const auto flood = runInChild([]() -> Result<std::string> { return std::string(5000, 'x'); }, {.answerBytes = 4096});
    CHECK_FALSE(flood.has_value());
    CHECK(*runInChild([]() -> Result<std::string> { return std::string("made"); }) == "made");
}

TEST_CASE("Every byte of a kept model is checked", "[models]") {
    const auto model = imported("doll.gltf", test::doll().gltf().dump(), {.use = Use::figure});
    REQUIRE(model.has_value());
    const std::string bytes = encode(*model);
    const auto again = decode(bytes);
    REQUIRE(again.has_value());
    CHECK(encode(*again) == bytes);
    CHECK(again->joints == model->joints);
    CHECK_FALSE(decode(bytes.substr(0, bytes.size() - 1)).has_value());
    CHECK_FALSE(decode(bytes + "x").has_value());
    CHECK_FALSE(decode("").has_value());
    std::size_t refused = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 13) { // no broken copy may crash or hold what cannot be drawn
        std::string broken = bytes;
        broken[i] = char(~broken[i]);
        const auto read = decode(broken);
        if (!read) ++refused;
        else if (std::any_of(read->mesh.indices.begin(), read->mesh.indices.end(), [&](auto index) { return index >= read->mesh.positions.size(); })) FAIL("byte " << i);
    }
    CHECK(refused > 100);
}

TEST_CASE("Skeletons are told by the names of many tools", "[models]") {
    const auto named = [](const std::vector<std::pair<std::string, int>>& names) {
        std::vector<Joint> joints;
        for (const auto& [name, parent] : names) joints.push_back({name, parent, {}});
        return limbsOf(joints);
    };
    const auto sided = [&](const std::string& hips, const std::string& neck, const std::array<std::string, 6>& left, const std::array<std::string, 6>& right) {
        std::vector<std::pair<std::string, int>> names{{hips, -1}, {"spine_01", 0}, {neck, 1}};
        for (const auto& side : {left, right}) {
            const int n = int(names.size());
            names.insert(names.end(), {{side[0], 1}, {side[1], n}, {side[2], n + 1}, {side[3], 0}, {side[4], n + 3}, {side[5], n + 4}});
        }
        return named(names);
    };
    CHECK(sided("Hips", "Neck", {"LeftArm", "LeftForeArm", "LeftHand", "LeftUpLeg", "LeftLeg", "LeftFoot"}, {"RightArm", "RightForeArm", "RightHand", "RightUpLeg", "RightLeg", "RightFoot"}).whole());
    CHECK(sided("pelvis", "neck_01", {"upperarm_l", "lowerarm_l", "hand_l", "thigh_l", "calf_l", "foot_l"}, {"upperarm_r", "lowerarm_r", "hand_r", "thigh_r", "calf_r", "foot_r"}).whole());
    CHECK(sided("J_Bip_C_Hips", "J_Bip_C_Neck", {"J_Bip_L_UpperArm", "J_Bip_L_LowerArm", "J_Bip_L_Hand", "J_Bip_L_UpperLeg", "J_Bip_L_LowerLeg", "J_Bip_L_Foot"},
                {"J_Bip_R_UpperArm", "J_Bip_R_LowerArm", "J_Bip_R_Hand", "J_Bip_R_UpperLeg", "J_Bip_R_LowerLeg", "J_Bip_R_Foot"}).whole());
    CHECK(sided("DEF-spine", "DEF-neck", {"DEF-upper_arm.L", "DEF-forearm.L", "DEF-hand.L", "DEF-thigh.L", "DEF-shin.L", "DEF-foot.L"}, {"DEF-upper_arm.R", "DEF-forearm.R", "DEF-hand.R", "DEF-thigh.R", "DEF-shin.R", "DEF-foot.R"}).whole());
    CHECK(sided("root", "neck01", {"upperarm01.L", "lowerarm01.L", "wrist.L", "upperleg01.L", "lowerleg01.L", "foot.L"}, {"upperarm01.R", "lowerarm01.R", "wrist.R", "upperleg01.R", "lowerleg01.R", "foot.R"}).whole());
    CHECK(sided("hip", "neck", {"lShldrBend", "lForearmBend", "lHand", "lThighBend", "lShin", "lFoot"}, {"rShldrBend", "rForearmBend", "rHand", "rThighBend", "rShin", "rFoot"}).whole());
    CHECK(sided("Bip01 Pelvis", "Bip01 Neck", {"Bip01 L UpperArm", "Bip01 L Forearm", "Bip01 L Hand", "Bip01 L Thigh", "Bip01 L Calf", "Bip01 L Foot"},
                {"Bip01 R UpperArm", "Bip01 R Forearm", "Bip01 R Hand", "Bip01 R Thigh", "Bip01 R Calf", "Bip01 R Foot"}).whole());
    CHECK(sided("Hips", "Neck", {"Left arm", "Left elbow", "Left wrist", "Left leg", "Left knee", "Left ankle"}, {"Right arm", "Right elbow", "Right wrist", "Right leg", "Right knee", "Right ankle"}).whole());
    CHECK_FALSE(named({{"bone_001", -1}, {"bone_002", 0}, {"tail", 1}}).whole());
}
