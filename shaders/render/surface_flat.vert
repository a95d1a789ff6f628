// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// Triangles whose three normals agree: the whole word is made per vertex.
#version 450
#extension GL_GOOGLE_include_directive : require
#include "surface.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in uint packed; // oct normal | surface
layout(location = 0) flat out uint word;

void main() {
    word = octEncode(toWorld(octDecode(packed))) | ((push.firstId + (packed & push.idMask)) & 0xffffu);
    gl_Position = push.clip * vec4(position, 1.0);
}
