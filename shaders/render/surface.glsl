// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// One word a pixel: oct normal 16 bits (8 + 8, zero at 128) | surface number 16 bits. Used by all passes that fill it.

layout(push_constant) uniform Push {
    mat4 clip;       // model to clip space
    vec4 rows[3];    // model to world for normals, by rows; w of row 0: the kind of detail
    uint firstId;    // number of the mesh's first surface
    uint idMask;     // 0xffff, or 0 when the numbers ran out and the whole instance shares one
} push;

vec3 octDecode(uint word) {
    vec2 e = (vec2(float(word >> 24), float((word >> 16) & 255u)) - 128.0) / 127.0;
    vec3 n = vec3(e, 1.0 - abs(e.x) - abs(e.y));
    float t = max(-n.z, 0.0);
    n.x += n.x >= 0.0 ? -t : t;
    n.y += n.y >= 0.0 ? -t : t;
    return n;
}

uint octEncode(vec3 n) {
    n /= max(abs(n.x) + abs(n.y) + abs(n.z), 1e-9);
    vec2 folded = (1.0 - abs(n.yx)) * vec2(n.x >= 0.0 ? 1.0 : -1.0, n.y >= 0.0 ? 1.0 : -1.0);
    vec2 e = n.z >= 0.0 ? n.xy : folded;
    uvec2 q = uvec2(clamp(e * 127.0 + 128.5, 1.0, 255.0));
    return (q.x << 24) | (q.y << 16);
}

vec3 toWorld(vec3 n) { return vec3(dot(push.rows[0].xyz, n), dot(push.rows[1].xyz, n), dot(push.rows[2].xyz, n)); }
