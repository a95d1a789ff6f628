// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/fountain.h"

namespace rushes::script {

struct DecodedText {
    std::string utf8; ///< without BOM; every line end is '\n'
    Encoding encoding = Encoding::utf8;
    std::vector<ScriptWarning> warnings;
};

/// Bytes of a text file to UTF-8 with plain line ends. Refuses what is no text (see parseFountain).
Result<DecodedText> decodeText(std::string_view bytes, std::string_view sourceName);

} // namespace rushes::script
