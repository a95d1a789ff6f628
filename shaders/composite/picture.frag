// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#version 450
// Planar YCbCr to display RGB, scaled by the samplers.
layout(location = 0) in vec2 uv;
layout(location = 0) out vec4 colour;
layout(set = 0, binding = 0) uniform sampler2D planeY;
layout(set = 0, binding = 1) uniform sampler2D planeU;
layout(set = 0, binding = 2) uniform sampler2D planeV;
layout(push_constant) uniform Constants {
    vec4 toRed;    // rows of the matrix on (Y, Cb, Cr, 1)
    vec4 toGreen;
    vec4 toBlue;
    vec4 chromaShift; // x: MPEG-2 siting, chroma lies on the left luma column; y: 1 when one plane of RGB is given
} c;
void main() {
    if (c.chromaShift.y > 0.5) {
        colour = vec4(texture(planeY, uv).rgb, 1.0);
        return;
    }
    vec2 chroma = uv + vec2(c.chromaShift.x, 0.0);
    vec4 ycc = vec4(texture(planeY, uv).r, texture(planeU, chroma).r, texture(planeV, chroma).r, 1.0);
    colour = vec4(dot(c.toRed, ycc), dot(c.toGreen, ycc), dot(c.toBlue, ycc), 1.0);
}
