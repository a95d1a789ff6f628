// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/kept_look.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace rushes::look {
namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kMostBytes = 512u << 20;
constexpr std::size_t kMostFrames = 30;

Error damaged(const std::filesystem::path& file, const std::string& what) {
    return {ErrorCategory::damaged, file.filename().string() + " is not a kept look that can be read: " + what, {}, "Keep the look again from the shot that was painted."};
}

Result<KeptFrame> frameOf(const Json& json, const std::filesystem::path& file) {
    if (!json.is_object() || !json.contains("request") || !json["request"].is_string() || !json.contains("at") || !json["at"].is_number_integer() || !json.contains("file") ||
        !json["file"].is_string() || !json.contains("picture") || !json["picture"].is_binary())
        return tl::unexpected(damaged(file, "a frame lacks its request, number or picture"));
    auto request = generate::ShotRequest::fromJson(json["request"].get<std::string>());
    if (!request) return failBecause(request.error(), file.filename().string() + " holds a shot that cannot be read");
    return KeptFrame{std::move(*request), json["at"].get<std::int64_t>(), json["file"].get<std::string>(), json["picture"].get_binary()};
}

} // namespace

bool isKeptLook(const std::filesystem::path& file) { return file.extension() == kKeptLookExtension; }

Result<void> writeKeptLook(const KeptLook& look, const std::filesystem::path& file) {
    if (look.name.empty()) return fail(ErrorCategory::badInput, "A kept look needs a name", "Give it one, such as the artist's or the sequence's.");
    if (look.frames.empty()) return fail(ErrorCategory::badInput, "There is no painted frame to keep", "Add a painting of one of the shot's frames as a look reference first.");
    Json json{{"rushesLook", 1}, {"name", look.name}, {"artist", look.artist}, {"consent", look.consent}, {"frames", Json::array()}};
    for (const auto& frame : look.frames)
        json["frames"].push_back({{"request", frame.request.toJson()}, {"at", frame.at}, {"file", frame.fileName}, {"picture", Json::binary(frame.picture)}});
    const std::vector<std::uint8_t> bytes = Json::to_cbor(json);
    auto part = file;
    part += ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
        out.flush();
        if (!out) {
            std::error_code ignored;
            std::filesystem::remove(part, ignored);
            return fail(ErrorCategory::noSpace, file.string() + " could not be written", "Check that there is room and that the folder may be written to.");
        }
    }
    std::error_code failed;
    std::filesystem::rename(part, file, failed);
    if (failed) return fail(ErrorCategory::denied, file.string() + " could not be put in place: " + failed.message(), "Check that the folder may be written to.");
    return {};
}

Result<KeptLook> readKeptLook(const std::filesystem::path& file) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed) return fail(ErrorCategory::notFound, file.string() + " cannot be read: " + failed.message(), "Check the path.");
    if (size > kMostBytes) return tl::unexpected(damaged(file, "it is larger than 512 MB"));
    std::ifstream in(file, std::ios::binary);
    std::vector<std::uint8_t> bytes(size);
    if (!in.read(reinterpret_cast<char*>(bytes.data()), std::streamsize(size))) return tl::unexpected(damaged(file, "it ends early"));
    const Json json = Json::from_cbor(bytes, true, false);
    if (!json.is_object() || json.value("rushesLook", Json()) != 1) return tl::unexpected(damaged(file, "it is no kept look of this version"));
    const auto text = [&json](const char* key) { return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string(); };
    KeptLook look{text("name"), text("artist"), text("consent"), {}};
    if (!json.contains("frames") || !json["frames"].is_array() || json["frames"].empty()) return tl::unexpected(damaged(file, "it has no painted frame"));
    if (json["frames"].size() > kMostFrames) return tl::unexpected(damaged(file, "it has more than 30 painted frames"));
    for (const auto& entry : json["frames"]) {
        auto frame = frameOf(entry, file);
        if (!frame) return fail(frame.error());
        look.frames.push_back(std::move(*frame));
    }
    return look;
}

} // namespace rushes::look
