// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::script {

/// What a paragraph of a screenplay is. Values follow fountain.io/syntax; `boneyard` is what the writer commented out.
enum class ElementType {
    sceneHeading,
    action,
    character,
    parenthetical,
    dialogue,
    lyrics,
    transition,
    centred,
    pageBreak,
    section,
    synopsis,
    note,
    boneyard,
};

std::string_view name(ElementType type);

/// A run of emphasised text: [begin, end) in bytes of the element's text. Runs are in order and do not overlap.
struct EmphasisSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool bold = false;
    bool italic = false;
    bool underline = false;

    bool operator==(const EmphasisSpan&) const = default;
};

/// One element in the order of the script. The text carries no marks of the syntax (no @ . > ~ # =, no emphasis signs,
/// no scene number, no notes); lines of one paragraph are joined by '\n'. A note or boneyard inside a paragraph follows
/// the element that it stands in.
struct Element {
    ElementType type = ElementType::action;
    std::string text; ///< UTF-8
    std::vector<EmphasisSpan> emphasis;
    std::string sceneNumber; ///< sceneHeading: what stands between #…#, else empty
    std::string extension;   ///< character: "V.O.", "CONT'D"; several are joined by ", "; `text` is the bare name
    int depth = 0;           ///< section: 1 for #, 2 for ##, …
    bool dual = false;       ///< character and its speech: either side of a dual dialogue
    bool forced = false;     ///< made what it is by ! . @ > or ~
    int firstLine = 1;       ///< line numbers of the file, from 1
    int lastLine = 1;

    bool operator==(const Element&) const = default;
};

/// "Title", {"The Last Ferry"}. Keys keep the spelling of the file.
struct TitleEntry {
    std::string key;
    std::vector<std::string> values;
    int firstLine = 1;
    int lastLine = 1;

    bool operator==(const TitleEntry&) const = default;
};

enum class Encoding { utf8, utf8Bom, utf16le, utf16be, latin1 };

/// Something the writer should know that did not stop the reading. `line` is from 1, 0 for the whole file.
struct ScriptWarning {
    int line = 0;
    std::string text;

    bool operator==(const ScriptWarning&) const = default;
};

struct Document {
    std::vector<TitleEntry> titlePage;
    std::vector<Element> elements;
    Encoding encoding = Encoding::utf8;
    std::vector<ScriptWarning> warnings;

    /// The first value of a title page key ("title"), in any case; empty when there is none.
    std::string titleValue(std::string_view key) const;
};

/// The largest script that is read. The longest known feature is under 1 MB.
inline constexpr std::uintmax_t maxScriptBytes = 32u << 20;

/// Reads Fountain 1.1 text: UTF-8 with or without BOM, UTF-16 with BOM, else Latin-1 (Windows-1252); any line ends.
/// `sourceName` is only used in messages. Refuses with badInput: nothing but blank space, more than maxScriptBytes, NUL
/// bytes and other signs of a binary file, XML (Final Draft). Every other text has a reading. Time and memory are
/// linear in the bytes.
Result<Document> parseFountain(std::string_view bytes, std::string_view sourceName = "the script");

/// Reads a file from disk; refuses one above maxScriptBytes before it is loaded.
Result<Document> readFountain(const std::string& path);

} // namespace rushes::script
