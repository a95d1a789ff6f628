// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// An eye's variants are rim, iris, pupil, highlight; hair's is the stroke. Angles are those of a real eye, see facts on figures.
#version 450
#extension GL_GOOGLE_include_directive : require
#include "surface.glsl"

layout(location = 0) flat in uint id;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 place;
layout(location = 3) flat in uint firstVariant;
layout(location = 0) out uint target;

uint eyeId() {
    float s = length(place);
    if (length(place - vec2(0.10, 0.12)) < 0.065) return firstVariant + 3u;
    if (s < 0.1822) return firstVariant + 2u;  // sin 10.5 degrees
    if (s > 0.4147) return id;                 // sin 24.5 degrees
    return s > 0.3584 ? firstVariant : firstVariant + 1u;
}

bool onStroke(float turn, float fall, float each, float width, float seed) {
    float q = turn / each + 0.35 * sin(fall * 5.0 + seed + radians(turn * 2.0));
    float gate = sin(floor(q) * 12.9898 + seed) * 0.5 + 0.5;
    return abs(fract(q) - 0.5) < width && fall > gate * 0.75 && fall < gate * 1.25 + 0.42;
}

uint hairId() {
    float turn = degrees(atan(place.y, place.x)) + 180.0, fall = length(place) - 1.0;
    return onStroke(turn, fall, 9.0, 0.07, 0.0) || onStroke(turn, fall, 5.3, 0.05, 2.1) ? firstVariant : id;
}

void main() {
    uint chosen = push.idMask == 0u ? id : push.rows[0].w < 1.5 ? eyeId() : hairId();
    target = octEncode(normal) | (chosen & 0xffffu);
}
