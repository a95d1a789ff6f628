// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// Eyes and hair: an attribute says where on the eye or the head a pixel lies.
#version 450
#extension GL_GOOGLE_include_directive : require
#include "surface.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in uint packed;
layout(location = 2) in vec2 detail;
layout(location = 3) in uint variants; // number of the surface's first variant, counted from firstId
layout(location = 0) flat out uint id;
layout(location = 1) out vec3 normal;
layout(location = 2) out vec2 place;
layout(location = 3) flat out uint firstVariant;

void main() {
    normal = normalize(toWorld(octDecode(packed)));
    id = (push.firstId + (packed & push.idMask)) & 0xffffu;
    firstVariant = (push.firstId + (variants & push.idMask)) & 0xffffu;
    place = detail;
    gl_Position = push.clip * vec4(position, 1.0);
}
