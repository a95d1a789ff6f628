// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/beats.h"

namespace rushes::script {

/// " in the bar at night", " at the harbour at dusk in the rain": behind the framing of every prompt of the scene. May
/// be empty.
std::string wherePhrase(const HeadingInfo& info, const std::vector<std::string>& weather, const Cast& cast);

/// "Medium close-up", "Over-the-shoulder medium close-up", "Medium two-shot", "First-person POV shot".
std::string framingPhrase(const CameraNote& camera);

/// "Medium close-up in the bar at night, low angle. Mara says "No boats." The camera dollies in."
std::string promptText(const CameraNote& camera, const std::string& where, const std::string& body);

/// `Mara, crying, says to Jon, "No boats."`
std::string speechSentence(const Cast& cast, const Beat& beat, const std::string& text,
                           std::optional<std::size_t> listener);

/// "Mara", "Mara and Jon", "Mara, Jon and the Ferryman".
std::string joinedNames(const Cast& cast, const std::vector<std::size_t>& people);

} // namespace rushes::script
