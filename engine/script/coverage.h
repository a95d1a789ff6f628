// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/beats.h"

namespace rushes::script {

/// The shots of one scene, at least one. `scene` and `location` go into every shot; numbers are left to the caller.
/// `recent` is who was there last, newest first: in, of the scene before, so that a scene may start with "She"; out, of
/// this one.
std::vector<ScriptShot> coverScene(const SceneBeats& beats, const Cast& cast, std::size_t scene,
                                   const std::string& location, std::vector<std::size_t>& recent);

} // namespace rushes::script
