// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// Rest: the value itself. Motion: the value is the clip position of the frame before; the target gets pixels gone since.
#version 450

layout(push_constant) uniform Push {
    vec2 size; // of the picture in pixels
    float motion;
} push;
layout(location = 0) in vec4 traced;
layout(location = 0) out vec4 target;

void main() {
    vec2 before = (traced.xy / max(traced.w, 1e-6) * 0.5 + 0.5) * push.size;
    target = push.motion > 0.5 ? vec4(gl_FragCoord.xy - before, 0.0, 1.0) : vec4(traced.xyz, 1.0);
}
