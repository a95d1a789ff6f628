// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// Points that are in clip space already, with a value to interpolate.
#version 450

layout(location = 0) in vec4 clip;
layout(location = 1) in vec4 value;
layout(location = 0) out vec4 traced;

void main() {
    traced = value;
    gl_Position = clip;
}
