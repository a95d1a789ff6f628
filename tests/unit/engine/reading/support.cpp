// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <stdexcept>

const rushes::reading::Reader& reader() {
    static const auto made = rushes::reading::Reader::create();
    if (!made) throw std::runtime_error(made.error().text());
    return **made;
}

rushes::reading::Names filmNames() {
    rushes::reading::Names names;
    names.cast.push_back({.name = "Mara", .sex = rushes::reading::Sex::female, .ageYears = 34, .description = "a ferry captain in oilskins"});
    names.cast.push_back({.name = "OLD TOM", .description = "60s, white beard, a fisherman"});
    names.cast.push_back({.name = "KIT", .sex = rushes::reading::Sex::female, .age = rushes::reading::AgeClass::child});
    names.cast.push_back({.name = "Harbour Master", .sex = rushes::reading::Sex::male});
    names.locations.push_back({"THE WINDLASS", "a harbour bar"});
    return names;
}
