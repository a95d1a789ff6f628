// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// Curved surfaces: the normal is interpolated.
#version 450
#extension GL_GOOGLE_include_directive : require
#include "surface.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in uint packed;
layout(location = 0) flat out uint id;
layout(location = 1) out vec3 normal;

void main() {
    normal = normalize(toWorld(octDecode(packed)));
    id = (push.firstId + (packed & push.idMask)) & 0xffffu;
    gl_Position = push.clip * vec4(position, 1.0);
}
