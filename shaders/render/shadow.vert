// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// Depth from the light.
#version 450

layout(push_constant) uniform Push { mat4 clip; } push;
layout(location = 0) in vec3 position;

void main() { gl_Position = push.clip * vec4(position, 1.0); }
