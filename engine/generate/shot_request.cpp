// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/generate/shot_request.h"

#include <nlohmann/json.hpp>

#include <array>

namespace rushes::generate {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 12> roleNames{"first", "last", "frame", "character",    "location",   "prop",
                                                       "look",  "depth", "pose", "figure_model", "prop_model", "place_model"};

template <class T> void put(Json& json, const char* key, const std::optional<T>& value) {
    if (value) json[key] = *value;
}

template <class T> std::optional<T> take(const Json& json, const char* key) {
    if (!json.contains(key) || json[key].is_null()) return std::nullopt;
    return json[key].get<T>();
}

Json cameraJson(const CameraChoice& camera) {
    Json json = Json::object();
    put(json, "size", camera.size);
    put(json, "angle", camera.angle);
    put(json, "lensMm", camera.lensMm);
    put(json, "move", camera.move);
    return json;
}

Json referenceJson(const Reference& reference) {
    Json json{{"role", name(reference.role)}, {"file", reference.file.string()}, {"hash", reference.contentHash},
              {"subject", reference.subject}, {"at", reference.atFrame},          {"strength", reference.strength}};
    if (reference.painted) json["painted"] = true;
    if (!reference.artist.empty()) json["artist"] = reference.artist;
    if (!reference.consent.empty()) json["consent"] = reference.consent;
    return json;
}

Result<Reference> referenceFrom(const Json& json) {
    const auto role = referenceRole(json.at("role").get<std::string>());
    if (!role) return fail(role.error());
    return Reference{*role,
                     json.at("file").get<std::string>(),
                     json.value("hash", std::string{}),
                     json.value("subject", std::string{}),
                     json.value("at", std::int64_t(0)),
                     json.value("strength", 1.0),
                     json.value("painted", false),
                     json.value("artist", std::string{}),
                     json.value("consent", std::string{})};
}

Result<ShotRequest> read(const Json& json) {
    ShotRequest request;
    request.shotNumber = json.value("shot", std::string{});
    request.prompt = json.at("prompt").get<std::string>();
    const Json& camera = json.at("camera");
    request.camera = {take<std::string>(camera, "size"), take<std::string>(camera, "angle"), take<double>(camera, "lensMm"),
                      take<std::string>(camera, "move")};
    request.location = json.value("location", std::string{});
    for (const auto& member : json.at("cast")) request.cast.push_back({member.at("name"), member.value("description", std::string{}), member.value("seen", true)});
    for (const auto& line : json.at("dialogue")) request.dialogue.push_back({line.at("character"), line.at("text")});
    for (const auto& item : json.at("references")) {
        auto reference = referenceFrom(item);
        if (!reference) return fail(reference.error());
        request.references.push_back(std::move(*reference));
    }
    const auto rate = time::FrameRate::parse(json.at("rate").get<std::string>());
    if (!rate) return fail(rate.error());
    request.duration = {json.at("frames").get<std::int64_t>(), *rate};
    request.width = json.at("width");
    request.height = json.at("height");
    request.seed = json.at("seed");
    request.generator = json.at("generator");
    request.generatorVersion = json.value("generatorVersion", std::string{});
    request.settingsJson = json.at("settings").dump();
    request.earlier = json.value("earlier", std::vector<std::string>{});
    return request;
}

} // namespace

std::string_view name(ReferenceRole role) { return roleNames[std::size_t(role)]; }

Result<ReferenceRole> referenceRole(std::string_view text) {
    for (std::size_t i = 0; i < roleNames.size(); ++i)
        if (roleNames[i] == text) return ReferenceRole(i);
    return fail(ErrorCategory::badInput, "\"" + std::string(text) + "\" is not a role of a reference",
                "Use first, last, frame, character, location, prop, look, depth, pose, figure_model, prop_model or place_model.");
}

std::string ShotRequest::toJson() const {
    Json json{{"schema", 1}, {"shot", shotNumber}, {"prompt", prompt}, {"camera", cameraJson(camera)}, {"location", location}};
    json["cast"] = Json::array();
    for (const auto& member : cast) json["cast"].push_back({{"name", member.name}, {"description", member.description}, {"seen", member.seen}});
    if (!earlier.empty()) json["earlier"] = earlier;
    json["dialogue"] = Json::array();
    for (const auto& line : dialogue) json["dialogue"].push_back({{"character", line.character}, {"text", line.text}});
    json["references"] = Json::array();
    for (const auto& reference : references) json["references"].push_back(referenceJson(reference));
    json["frames"] = duration.value;
    json["rate"] = duration.rate.text();
    json["width"] = width;
    json["height"] = height;
    json["seed"] = seed;
    json["generator"] = generator;
    json["generatorVersion"] = generatorVersion;
    json["settings"] = Json::parse(settingsJson, nullptr, false);
    if (json["settings"].is_discarded()) json["settings"] = Json::object();
    return json.dump();
}

Result<ShotRequest> ShotRequest::fromJson(std::string_view text) {
    try {
        return read(Json::parse(text));
    } catch (const Json::exception& exception) {
        return fail(ErrorCategory::damaged, std::string("A take's slate does not read: ") + exception.what(),
                    "The take still plays; it cannot be shot again from its slate.");
    }
}

} // namespace rushes::generate
