// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/staging.h"

#include <catch2/catch.hpp>

#include <string>

namespace rushes::stage::test {

/// People and places, loaded once for all tests of the program.
inline StageLibrary& library() {
    static const auto loaded = StageLibrary::load();
    if (!loaded) FAIL(loaded.error().text());
    return **loaded;
}

/// A small request for a prompt alone, at 24 frames a second.
inline generate::ShotRequest requestFor(std::string prompt, int frames = 12, int width = 320, int height = 180) {
    generate::ShotRequest request;
    request.prompt = std::move(prompt);
    request.duration = {frames, time::rate24};
    request.width = width;
    request.height = height;
    return request;
}

inline StagedShot staged(const generate::ShotRequest& request) {
    auto shot = stageShot(library(), request);
    if (!shot) FAIL(shot.error().text());
    return std::move(*shot);
}

inline StagedShot staged(std::string prompt, int frames = 12) { return staged(requestFor(std::move(prompt), frames)); }

} // namespace rushes::stage::test
