// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/look_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rushes::look {

LookSettings LookSettings::of(const std::string& settingsJson) {
    LookSettings out;
    const auto settings = nlohmann::json::parse(settingsJson, nullptr, false);
    if (!settings.is_object()) return out;
    if (const auto found = settings.find("looseness"); found != settings.end() && found->is_number()) out.looseness = std::clamp(found->get<double>(), 0.0, 1.0);
    if (const auto found = settings.find("lookSteps"); found != settings.end() && found->is_number_integer()) out.steps = std::clamp(found->get<int>(), 100, 5000);
    return out;
}

} // namespace rushes::look
