// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/fountain.h"

#include "engine/base/paths.h"
#include "engine/script/element_reader.h"
#include "engine/script/letters.h"
#include "engine/script/text_decoding.h"
#include "engine/script/title_page.h"

#include <filesystem>
#include <iterator>

namespace rushes::script {

std::string_view name(ElementType type) {
    switch (type) {
    case ElementType::sceneHeading:
        return "scene heading";
    case ElementType::action:
        return "action";
    case ElementType::character:
        return "character";
    case ElementType::parenthetical:
        return "parenthetical";
    case ElementType::dialogue:
        return "dialogue";
    case ElementType::lyrics:
        return "lyrics";
    case ElementType::transition:
        return "transition";
    case ElementType::centred:
        return "centred";
    case ElementType::pageBreak:
        return "page break";
    case ElementType::section:
        return "section";
    case ElementType::synopsis:
        return "synopsis";
    case ElementType::note:
        return "note";
    case ElementType::boneyard:
        return "boneyard";
    }
    return "action";
}

std::string Document::titleValue(std::string_view key) const {
    for (const TitleEntry& entry : titlePage)
        if (equalsNoCase(entry.key, key) && !entry.values.empty()) return entry.values.front();
    return {};
}

Result<Document> parseFountain(std::string_view bytes, std::string_view sourceName) {
    auto decoded = decodeText(bytes, sourceName);
    if (!decoded) return fail(decoded.error());
    Document document;
    document.encoding = decoded->encoding;
    LogicalText text = splitLines(decoded->utf8);
    document.warnings = std::move(decoded->warnings);
    document.warnings.insert(document.warnings.end(), std::make_move_iterator(text.warnings.begin()),
                             std::make_move_iterator(text.warnings.end()));
    const std::size_t titleLines = readTitlePage(text.lines, document.titlePage);
    document.elements = readElements(std::span(text.lines).subspan(titleLines), text.cuts);
    return document;
}

Result<Document> readFountain(const std::string& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error && size > maxScriptBytes) {
        return fail(ErrorCategory::badInput,
                    path + " has " + std::to_string(size >> 20) + " MB; a script may have at most " +
                        std::to_string(maxScriptBytes >> 20) + " MB",
                    "Check that it is the screenplay; a feature film has less than 1 MB.");
    }
    auto bytes = readFile(path, maxScriptBytes);
    if (!bytes) return fail(bytes.error());
    return parseFountain(*bytes, path);
}

} // namespace rushes::script
