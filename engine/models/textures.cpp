// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/textures.h"

#include "engine/base/paths.h"

#include <climits>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wpedantic"
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_TGA
#define STBI_ONLY_BMP
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 8192
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

namespace rushes::models {

std::optional<Texture> decodeTexture(const unsigned char* bytes, std::size_t size) {
    if (size > std::size_t(INT_MAX)) return std::nullopt;
    Texture texture;
    int channels = 0;
    stbi_uc* pixels = stbi_load_from_memory(bytes, int(size), &texture.width, &texture.height, &channels, 4);
    if (!pixels) return std::nullopt;
    texture.rgba.assign(pixels, pixels + std::size_t(texture.width) * std::size_t(texture.height) * 4);
    stbi_image_free(pixels);
    return texture;
}

std::optional<Texture> readTexture(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    if (!bytes) return std::nullopt;
    return decodeTexture(reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size());
}

} // namespace rushes::models
