// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/shot_patch.h"

#include "engine/edit/fields.h"

#include <algorithm>

namespace rushes::edit {

using namespace project;

namespace {

/// Checks an optional value in place.
template <class T, class Check> Result<void> checkIn(std::optional<T>& value, Check&& check) {
    if (!value) return {};
    auto checked = check(*value);
    if (!checked) return fail(checked.error());
    *value = std::move(*checked);
    return {};
}

/// The same for a value that may be given back to the prompt.
template <class T, class Check> Result<void> checkIn(std::optional<std::optional<T>>& value, Check&& check) {
    return value ? checkIn(*value, check) : Result<void>{};
}

Result<std::string> checkName(std::string_view field, const std::string& value, std::size_t most) {
    const std::string name = trimmed(value);
    if (name.empty()) return fail(ErrorCategory::badInput, std::string(field) + " is empty", "Give a name.");
    return checkText(field, name, most);
}

Result<std::vector<DialogueLine>> checkDialogue(const std::vector<DialogueLine>& lines) {
    for (const auto& line : lines) {
        if (auto name = checkText("dialogue", line.character, 200); !name) return fail(name.error());
        if (auto text = checkText("dialogue", line.text); !text) return fail(text.error());
    }
    return lines;
}

Result<std::vector<std::string>> checkNames(const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const auto& name : names) {
        auto checked = checkName("characters", name, 200);
        if (!checked) return fail(checked.error());
        out.push_back(std::move(*checked));
    }
    return out;
}

/// Sets a member and remembers its name when that changed anything.
template <class T> void change(T& member, const T& value, const char* field, std::vector<std::string>& changed) {
    if (member == value) return;
    member = value;
    changed.emplace_back(field);
}

} // namespace

bool guardsShot(std::string_view field) { return field != "generator" && field != "seed" && field != "settings" && field != "number"; }

Result<ShotPatch> checkPatch(const ShotPatch& patch) {
    ShotPatch out = patch;
    const Result<void> checks[] = {
        checkIn(out.prompt, [](const std::string& v) { return checkText("prompt", v); }),
        checkIn(out.size, [](const std::string& v) { return checkWord("size", v, shotSizes()); }),
        checkIn(out.angle, [](const std::string& v) { return checkWord("angle", v, shotAngles()); }),
        checkIn(out.lensMm, [](double v) { return checkRange("lensMm", v, 4.0, 2000.0); }),
        checkIn(out.move, [](const std::string& v) { return checkMove(v); }),
        checkIn(out.frames, [](std::int64_t v) { return checkRange("frames", v, 1, mostFrames); }),
        checkIn(out.generator, [](const std::string& v) { return checkName("generator", v, 100); }),
        checkIn(out.settingsJson, [](const std::string& v) { return checkSettings(v); }),
        checkIn(out.characters, checkNames),
        checkIn(out.location, [](const std::string& v) { return checkText("location", trimmed(v), 200); }),
        checkIn(out.dialogue, checkDialogue),
        checkIn(out.number, [](const std::string& v) { return checkName("number", v, 40); }),
    };
    for (const auto& check : checks)
        if (!check) return fail(check.error());
    return out;
}

Result<std::vector<std::string>> applyPatch(Transaction& transaction, Shot& shot, const ShotPatch& patch) {
    std::vector<std::string> changed;
    if (patch.number && *patch.number != shot.number) {
        if (ShotNumbers(transaction.project(), shot.sequence).taken(*patch.number))
            return fail(ErrorCategory::exists, "There is a shot " + *patch.number + " already", "Choose a number that is free.");
        change(shot.number, *patch.number, "number", changed);
    }
    if (patch.prompt) change(shot.prompt, *patch.prompt, "prompt", changed);
    if (patch.size) change(shot.size, *patch.size, "size", changed);
    if (patch.angle) change(shot.angle, *patch.angle, "angle", changed);
    if (patch.lensMm) change(shot.lensMm, *patch.lensMm, "lensMm", changed);
    if (patch.move) change(shot.move, *patch.move, "move", changed);
    if (patch.frames) change(shot.frames, *patch.frames, "frames", changed);
    if (patch.generator) change(shot.generator, *patch.generator, "generator", changed);
    if (patch.seed) change(shot.seed, *patch.seed, "seed", changed);
    if (patch.settingsJson) change(shot.settingsJson, *patch.settingsJson, "settings", changed);
    if (patch.dialogue) change(shot.dialogue, *patch.dialogue, "dialogue", changed);
    if (patch.characters) {
        const auto ids = charactersNamed(transaction, *patch.characters);
        if (!ids) return fail(ids.error());
        change(shot.characters, *ids, "characters", changed);
    }
    if (patch.location) {
        const auto id = locationNamed(transaction, *patch.location);
        if (!id) return fail(id.error());
        change(shot.location, *id, "location", changed);
    }
    return changed;
}

} // namespace rushes::edit
