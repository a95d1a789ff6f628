// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"

#include "assets/bake/base_mesh.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include <algorithm>
#include <cstring>
#include <memory>

namespace rushes::bake {
namespace {

struct Grey {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
};

struct FreeContext {
    void operator()(AVCodecContext* c) const { avcodec_free_context(&c); }
};
struct FreeFrame {
    void operator()(AVFrame* f) const { av_frame_free(&f); }
};
struct FreePacket {
    void operator()(AVPacket* p) const { av_packet_free(&p); }
};

/// The brightness of a JPEG: the first plane of what the decoder gives.
Result<Grey> readGrey(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    if (!bytes) return fail(bytes.error());
    const auto broken = [&] { return fail(ErrorCategory::damaged, file.string() + " does not decode as a JPEG"); };
    const AVCodec* codec = avcodec_find_decoder(AV_CODEC_ID_MJPEG);
    std::unique_ptr<AVCodecContext, FreeContext> context(codec ? avcodec_alloc_context3(codec) : nullptr);
    std::unique_ptr<AVPacket, FreePacket> packet(av_packet_alloc());
    std::unique_ptr<AVFrame, FreeFrame> frame(av_frame_alloc());
    if (!context || avcodec_open2(context.get(), codec, nullptr) < 0 ||
        av_new_packet(packet.get(), int(bytes->size())) < 0)
        return broken();
    std::memcpy(packet->data, bytes->data(), bytes->size());
    if (avcodec_send_packet(context.get(), packet.get()) < 0 || avcodec_send_packet(context.get(), nullptr) < 0)
        return broken();
    if (avcodec_receive_frame(context.get(), frame.get()) < 0) return broken();
    Grey out{frame->width, frame->height, {}};
    for (int y = 0; y < out.height; ++y)
        out.pixels.insert(out.pixels.end(), frame->data[0] + std::ptrdiff_t(y) * frame->linesize[0],
                          frame->data[0] + std::ptrdiff_t(y) * frame->linesize[0] + out.width);
    return out;
}

} // namespace

Result<void> readMasks(const std::filesystem::path& textures, const BaseMesh& mesh, figures::BakedData& out) {
    static const std::pair<const char*, std::uint8_t> pictures[] = {
        {"mpfb_lips.jpg", figures::faceMask::lips},
        {"mpfb_inside-mouth.jpg", figures::faceMask::insideMouth},
        {"mpfb_eyelids.jpg", figures::faceMask::eyelids},
        {"mpfb_fingernails.jpg", figures::faceMask::nails}};
    const auto& quads = mesh.groups.at("body");
    out.bodyMask.assign(quads.size() * 2, 0);
    for (const auto& [name, bit] : pictures) {
        const auto picture = readGrey(textures / name);
        if (!picture) return fail(picture.error());
        for (std::size_t q = 0; q < quads.size(); ++q) {
            glm::vec2 uv(0);
            for (const auto corner : quads[q].uv)
                uv += mesh.uvs[corner] * 0.25f;
            const int x = std::clamp(int(uv.x * float(picture->width)), 0, picture->width - 1);
            const int y = std::clamp(int((1 - uv.y) * float(picture->height)), 0, picture->height - 1);
            if (picture->pixels[std::size_t(y) * std::size_t(picture->width) + std::size_t(x)] <= 127) continue;
            out.bodyMask[q * 2] |= bit;
            out.bodyMask[q * 2 + 1] |= bit;
        }
    }
    return {};
}

} // namespace rushes::bake
