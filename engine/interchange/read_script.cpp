// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/read_script.h"

#include "engine/base/paths.h"
#include "engine/script/text_decoding.h"

#include <algorithm>

namespace rushes::interchange {
namespace {

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
    out.characters = shot.characters;
    out.location = shot.location;
    for (const auto& line : shot.dialogue) out.dialogue.push_back({line.character, line.text});
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
    for (const auto& character : breakdown.characters) out.characters.push_back({character.name, character.description});
    for (const auto& location : breakdown.locations) out.locations.push_back({location.name, {}});
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
