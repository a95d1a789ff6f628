// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/beats.h"

namespace rushes::script {

/// For every beat of the scene, whether it is spoken by the other end of a line: someone whom no action of the scene
/// names, while the newest action was at a phone or radio.
std::vector<bool> findFarVoices(const SceneBeats& scene, const Cast& cast);

} // namespace rushes::script
