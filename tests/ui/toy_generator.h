// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/generator.h"

#include <memory>

namespace rushes::test {

/// A generator that draws stripes which move with the frame and shift with the seed: quick, exact, different for every shot.
class ToyGenerator : public generate::Generator {
public:
    std::string_view id() const override { return "stage"; }
    std::string version() const override { return "toy-1"; }

    Result<generate::Plan> plan(const generate::ShotRequest& request) const override {
        return generate::Plan{double(request.duration.value) * 0.02, 1 << 20, {}};
    }

    Result<void> generate(const generate::ShotRequest& request, const generate::FrameSink& sink, const CancelToken& cancel) override {
        for (std::int64_t frame = 0; frame < request.duration.value; ++frame) {
            if (cancel.cancelled()) return fail(ErrorCategory::cancelled, "Stopped");
            Image picture = Image::create(request.width, request.height, PixelFormat::rgba8);
            for (int y = 0; y < picture.height; ++y) {
                auto* row = picture.rowAs<std::uint8_t>(y);
                for (int x = 0; x < picture.width; ++x) {
                    const bool stripe = (std::uint64_t(x + y) + std::uint64_t(frame) * 8 + request.seed * 7) / 96 % 2 == 0;
                    row[x * 4] = stripe ? 200 : 60;
                    row[x * 4 + 1] = std::uint8_t(80 + request.seed * 37 % 120);
                    row[x * 4 + 2] = std::uint8_t(y / 4);
                    row[x * 4 + 3] = 255;
                }
            }
            if (auto written = sink(frame, picture); !written) return written;
        }
        return {};
    }
};

inline generate::GeneratorRegistry toyGenerators() {
    generate::GeneratorRegistry registry;
    registry.add("stage", []() -> Result<std::unique_ptr<generate::Generator>> { return std::make_unique<ToyGenerator>(); });
    return registry;
}

} // namespace rushes::test
