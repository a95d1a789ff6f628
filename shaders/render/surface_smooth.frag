// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#version 450
#extension GL_GOOGLE_include_directive : require
#include "surface.glsl"

layout(location = 0) flat in uint id;
layout(location = 1) in vec3 normal;
layout(location = 0) out uint target;

void main() { target = octEncode(normal) | id; }
