// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#version 450

layout(location = 0) flat in uint word;
layout(location = 0) out uint target;

void main() { target = word; }
