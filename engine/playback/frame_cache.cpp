// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/frame_cache.h"

#include <algorithm>

namespace rushes::playback {

double utility(std::int64_t frame, const PlayWindow& window) {
    constexpr double behindCost = 4;
    std::int64_t ahead = (frame - window.position) * (window.direction < 0 ? -1 : 1);
    const bool inside = frame >= window.in && frame <= window.out;
    if (!inside) return 1.0 / double(2 + std::abs(ahead));
    if (ahead >= 0) return 1 + 1.0 / double(1 + ahead);
    const double behind = 1.0 / (1 + behindCost * double(-ahead));
    if (!window.loop) return 1 + behind;
    return 1 + std::max(behind, 1.0 / double(1 + ahead + window.out - window.in + 1)); // it comes round again
}

const media::VideoFrame* FrameCache::find(const Key& key, std::int64_t frame) {
    const auto found = m_entries.find(key);
    if (found == m_entries.end()) return nullptr;
    found->second.frame = frame;
    return &found->second.picture;
}

FrameCache::Entries::const_iterator FrameCache::leastWorth(const PlayWindow& window) const {
    return std::min_element(m_entries.begin(), m_entries.end(),
                            [&](const auto& a, const auto& b) { return utility(a.second.frame, window) < utility(b.second.frame, window); });
}

void FrameCache::insert(const Key& key, media::VideoFrame picture, std::int64_t frame, const PlayWindow& window) {
    const std::size_t size = picture.bytes();
    auto& entry = m_entries[key];
    if (entry.picture) m_bytes -= entry.picture.bytes();
    entry = {std::move(picture), frame};
    m_bytes += size;
    m_largest = std::max(m_largest, size);
    while (m_bytes > m_budget && m_entries.size() > 1) {
        const auto out = leastWorth(window);
        m_bytes -= out->second.picture.bytes();
        m_entries.erase(out);
    }
}

bool FrameCache::hasRoomFor(std::int64_t frame, std::size_t bytes, const PlayWindow& window) const {
    if (m_bytes + bytes <= m_budget || m_entries.empty()) return true;
    return utility(leastWorth(window)->second.frame, window) < utility(frame, window);
}

void FrameCache::keepOnly(PictureTarget target) {
    std::erase_if(m_entries, [&](const auto& entry) {
        if (entry.first.target == target) return false;
        m_bytes -= entry.second.picture.bytes();
        return true;
    });
    m_largest = 0;
    for (const auto& entry : m_entries) m_largest = std::max(m_largest, entry.second.picture.bytes());
}

} // namespace rushes::playback
