// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/shot_commands.h"

#include "engine/edit/fields.h"

#include <array>

namespace rushes::edit {
namespace {

using Setter = Result<void> (*)(ShotPatch&, const std::string&);

/// Puts a checked value into a member of the patch.
template <class T, class Member> Result<void> put(Result<T> value, Member& member) {
    if (!value) return fail(value.error());
    member = std::move(*value);
    return {};
}

/// As `put`, for a field that an empty value gives back to the prompt.
template <class T> Result<void> putOrClear(const std::string& text, Result<T> (*check)(const std::string&), std::optional<std::optional<T>>& member) {
    if (text.empty()) {
        member.emplace();
        return {};
    }
    auto value = check(text);
    if (!value) return fail(value.error());
    member.emplace(std::move(*value));
    return {};
}

Result<std::string> readSize(const std::string& text) { return checkWord("size", text, shotSizes()); }
Result<std::string> readAngle(const std::string& text) { return checkWord("angle", text, shotAngles()); }
Result<std::string> readMove(const std::string& text) { return checkMove(text); }
Result<double> readLens(const std::string& text) { return parseNumber("lensMm", text); }

Result<void> readDialogue(ShotPatch& patch, const std::string& text) {
    std::vector<project::DialogueLine> lines;
    for (const auto& part : splitTrimmed(text, '|')) {
        const std::size_t colon = part.find(':');
        if (colon == std::string::npos || trimmed(part.substr(0, colon)).empty())
            return fail(ErrorCategory::badInput, "dialogue has \"" + part + "\", which names no speaker", "Write \"MARA: Hello | TOM: Hi\".");
        lines.push_back({trimmed(part.substr(0, colon)), trimmed(part.substr(colon + 1))});
    }
    patch.dialogue = std::move(lines);
    return {};
}

struct Field {
    std::string name;
    Setter set;
};

const std::array<Field, 13>& fields() {
    static const std::array<Field, 13> list{{
        {"prompt", [](ShotPatch& p, const std::string& v) { return put(Result<std::string>(v), p.prompt); }},
        {"size", [](ShotPatch& p, const std::string& v) { return putOrClear(v, readSize, p.size); }},
        {"angle", [](ShotPatch& p, const std::string& v) { return putOrClear(v, readAngle, p.angle); }},
        {"lensMm", [](ShotPatch& p, const std::string& v) { return putOrClear(v, readLens, p.lensMm); }},
        {"move", [](ShotPatch& p, const std::string& v) { return putOrClear(v, readMove, p.move); }},
        {"frames", [](ShotPatch& p, const std::string& v) { return put(parseInteger("frames", v), p.frames); }},
        {"generator", [](ShotPatch& p, const std::string& v) { return put(Result<std::string>(v), p.generator); }},
        {"seed",
         [](ShotPatch& p, const std::string& v) {
             return put(parseInteger("seed", v).and_then([](std::int64_t n) { return checkRange("seed", n, 0, INT64_MAX); }), p.seed);
         }},
        {"settings", [](ShotPatch& p, const std::string& v) { return put(checkSettings(v), p.settingsJson); }},
        {"characters", [](ShotPatch& p, const std::string& v) { return put(Result<std::vector<std::string>>(splitTrimmed(v, ',')), p.characters); }},
        {"location", [](ShotPatch& p, const std::string& v) { return put(Result<std::string>(v), p.location); }},
        {"dialogue", [](ShotPatch& p, const std::string& v) { return readDialogue(p, v); }},
        {"number", [](ShotPatch& p, const std::string& v) { return put(Result<std::string>(v), p.number); }},
    }};
    return list;
}

} // namespace

const std::vector<std::string>& shotFieldNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const auto& field : fields()) out.push_back(field.name);
        return out;
    }();
    return names;
}

Result<void> setField(ShotPatch& patch, std::string_view field, std::string_view value) {
    const std::string wanted = lowerCase(trimmed(field));
    std::string known;
    for (const auto& entry : fields()) {
        if (lowerCase(entry.name) == wanted) return entry.set(patch, trimmed(value));
        known += (known.empty() ? "" : ", ") + entry.name;
    }
    return fail(ErrorCategory::badInput, "A shot has no field \"" + std::string(field) + "\"", "Set one of: " + known + ".");
}

} // namespace rushes::edit
