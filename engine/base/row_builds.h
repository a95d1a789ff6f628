// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One build of a row function per vector width, chosen when the program starts. Results are the same in all of them, since
// multiply and add are never fused (-ffp-contract=off). Sanitizers do not get along with the choosing.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define RUSHES_ROWS __attribute__((target_clones("default", "avx2", "arch=x86-64-v4")))
#else
#define RUSHES_ROWS
#endif
// Before a loop whose lists do not overlap: too many of them for the compiler to check at run time.
#if defined(__GNUC__) && !defined(__clang__)
#define RUSHES_APART _Pragma("GCC ivdep")
#else
#define RUSHES_APART
#endif
#define RUSHES_INLINE inline __attribute__((always_inline))
