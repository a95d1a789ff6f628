// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/breakdown.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// libFuzzer: any bytes are read or refused, and what is read breaks down.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document = rushes::script::parseFountain(std::string_view(reinterpret_cast<const char*>(data), size));
    if (document) (void)rushes::script::breakDown(*document);
    return 0;
}
