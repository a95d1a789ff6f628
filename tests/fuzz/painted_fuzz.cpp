// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/painted_picture.h"
#include "engine/media/stack_xml.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// libFuzzer: any bytes are a painted picture (OpenRaster among them) or refused, and so is any stack.xml.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)rushes::media::decodePainted(bytes, "fuzz");
    (void)rushes::media::parseStack(bytes);
    return 0;
}
