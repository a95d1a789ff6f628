// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/shot_settings.h"

#include <nlohmann/json.hpp>

namespace rushes::stage {

ShotSettings ShotSettings::of(const std::string& settingsJson) {
    ShotSettings out;
    out.hand = HandStaging::of(settingsJson);
    const auto settings = nlohmann::json::parse(settingsJson, nullptr, false);
    if (!settings.is_object()) return out;
    const auto word = [&](const char* key) {
        const auto found = settings.find(key);
        return found != settings.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const std::string look = word("look");
    out.look = look == "clay" ? render::Look::clay : look == "colour" ? render::Look::colour : render::Look::board;
    out.sensor = word("sensor");
    if (const auto stop = settings.find("stop"); stop != settings.end() && stop->is_number() && stop->get<double>() >= 0.7) out.stop = stop->get<double>();
    return out;
}

} // namespace rushes::stage
