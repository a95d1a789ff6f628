// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <thread>

namespace rushes::look {

/// Shares out `count` pieces of work between this thread and one more, by turns: piece 0 here, piece 1 there, ….
template <class Work> void byTurns(int count, const Work& work) {
    std::thread other([&] {
        for (int i = 1; i < count; i += 2) work(i);
    });
    for (int i = 0; i < count; i += 2) work(i);
    other.join();
}

/// The same with bands of `band` rows: work(first, last).
template <class Work> void inBands(int height, int band, const Work& work) {
    byTurns((height + band - 1) / band, [&](int i) { work(i * band, std::min(height, (i + 1) * band)); });
}

} // namespace rushes::look
