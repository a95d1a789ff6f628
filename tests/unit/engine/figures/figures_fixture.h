// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/figure.h"
#include "engine/figures/figure_library.h"
#include "engine/figures/performance.h"

#include <catch2/catch.hpp>

#include <memory>

namespace rushes::figures::testing {

/// The baked library of this build; the test fails with the loader's own words when there is none.
inline std::shared_ptr<const FigureLibrary> library() {
    static const auto loaded = FigureLibrary::load();
    if (!loaded) FAIL(loaded.error().text());
    return *loaded;
}

inline std::shared_ptr<const Figure> make(const CharacterDesign& design) {
    const auto figure = Figure::create(library(), design);
    if (!figure) FAIL(figure.error().text());
    return *figure;
}

/// A man in T-shirt and jeans, made once.
inline const Figure& man() {
    static const auto figure = [] {
        CharacterDesign design;
        design.heightM = 1.78;
        return make(design);
    }();
    return *figure;
}

inline const Figure& child() {
    static const auto figure = [] {
        CharacterDesign design;
        design.maleness = 0;
        design.ageYears = 6;
        design.heightM = 0.95;
        design.outfit = Outfit::childDress;
        design.hair = Hair::pigtails;
        return make(design);
    }();
    return *figure;
}

} // namespace rushes::figures::testing
