// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/read_script.h"

#include "engine/base/paths.h"
#include "engine/script/text_decoding.h"

#include <algorithm>

namespace rushes::interchange {
namespace {

constexpr std::size_t longestName = 200; ///< bytes that the film keeps of a person's or a place's name

/// Cut between two characters.
std::string shortName(const std::string& name) {
    if (name.size() <= longestName) return name;
    std::size_t end = longestName;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) --end;
    return name.substr(0, end);
}

std::optional<std::string> word(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

edit::ScriptImport::Shot shotOf(const script::ScriptShot& shot, time::FrameRate rate) {
    edit::ScriptImport::Shot out;
    out.scene = int(shot.scene);
    out.prompt = shot.prompt;
    out.size = word(shot.size);
    out.angle = word(shot.angle);
    out.lensMm = shot.lensMm;
    out.move = word(shot.move);
    out.frames = std::max<std::int64_t>(1, time::fromSeconds(shot.seconds, rate).value);
    for (const auto& name : shot.characters) out.characters.push_back(shortName(name));
    out.location = shortName(shot.location);
    for (const auto& line : shot.dialogue) out.dialogue.push_back({shortName(line.character), line.text});
    out.lines = {shot.firstLine, shot.lastLine};
    return out;
}

} // namespace

edit::ScriptImport importOf(const script::Breakdown& breakdown, time::FrameRate rate) {
    edit::ScriptImport out;
    out.title = breakdown.title;
    for (const auto& scene : breakdown.scenes)
        out.scenes.push_back({scene.number, scene.heading, scene.synopsis, scene.place, scene.timeOfDay, {scene.firstLine, scene.lastLine}});
    for (const auto& shot : breakdown.shots) out.shots.push_back(shotOf(shot, rate));
    for (const auto& character : breakdown.characters) out.characters.push_back({shortName(character.name), character.description});
    for (const auto& location : breakdown.locations) out.locations.push_back({shortName(location.name), {}});
    return out;
}

Result<edit::ScriptImport> readScript(const std::filesystem::path& file, time::FrameRate rate) {
    auto bytes = readFile(file, script::maxScriptBytes);
    if (!bytes) return fail(bytes.error());
    auto text = script::decodeText(*bytes, file.filename().string());
    if (!text) return fail(text.error());
    const auto document = script::parseFountain(*bytes, file.filename().string());
    if (!document) return fail(document.error());
    auto out = importOf(script::breakDown(*document), rate);
    out.fileName = file.filename().string();
    out.text = std::move(text->utf8);
    return out;
}

} // namespace rushes::interchange
