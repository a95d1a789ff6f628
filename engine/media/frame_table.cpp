// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/frame_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace rushes::media {
namespace {

constexpr std::int64_t largestMeasured = std::int64_t(2) << 30; ///< bytes of file
constexpr std::size_t mostFrames = 20'000'000;

struct Stamp {
    std::int64_t pts, dts;
    bool key;
};

bool readStamps(MediaInput& input, std::vector<Stamp>& out) {
    PacketPtr packet(av_packet_alloc());
    const int stream = input.video()->index;
    while (av_read_frame(input.context(), packet.get()) >= 0) {
        const bool shown = packet->stream_index == stream && packet->size > 0 && !(packet->flags & AV_PKT_FLAG_DISCARD);
        const std::int64_t pts = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (shown && pts != AV_NOPTS_VALUE)
            out.push_back({pts, packet->dts != AV_NOPTS_VALUE ? packet->dts : pts, (packet->flags & AV_PKT_FLAG_KEY) != 0});
        av_packet_unref(packet.get());
        if (out.size() > mostFrames) return false;
    }
    return !input.expired();
}

Result<time::FrameRate> rateOf(AVRational rate) {
    if (rate.num <= 0 || rate.den <= 0) return fail(ErrorCategory::damaged, "no frame rate");
    int num = 0, den = 0;
    av_reduce(&num, &den, rate.num, rate.den, 1'000'000);
    return time::FrameRate::create(num, den);
}

/// The rate of the trade that a measured one means, when the stamps are too coarse to tell them apart.
std::optional<time::FrameRate> standardNear(double hz, double tolerance) {
    constexpr std::array known = {time::rate23976, time::rate24, time::rate25, time::rate2997, time::rate30, time::rate48, time::rate50, time::rate5994,
                                  time::rate60, time::FrameRate{12, 1}, time::FrameRate{15, 1}, time::FrameRate{120, 1}};
    std::optional<time::FrameRate> best;
    double nearest = tolerance;
    for (const auto& rate : known)
        if (const double off = std::abs(hz / rate.hz() - 1); off <= nearest) {
            nearest = off;
            best = rate;
        }
    return best;
}

} // namespace

Result<FrameTable> FrameTable::measure(MediaInput& input) {
    const AVStream* stream = input.video();
    FrameTable table;
    table.m_timeBase = stream->time_base;
    std::vector<Stamp> stamps;
    input.keepOnly(stream);
    if (input.bytes() <= largestMeasured && readStamps(input, stamps) && !stamps.empty()) {
        std::stable_sort(stamps.begin(), stamps.end(), [](const Stamp& a, const Stamp& b) { return a.pts < b.pts; });
        for (const auto& stamp : stamps) {
            if (!table.m_pts.empty() && table.m_pts.back() == stamp.pts) continue; // the second field of one picture
            if (stamp.key) table.m_keys.push_back({std::int64_t(table.m_pts.size()), stamp.pts, stamp.dts});
            table.m_pts.push_back(stamp.pts);
        }
        table.m_frames = std::int64_t(table.m_pts.size());
        table.m_start = table.m_pts.front();
    } else {
        table.m_start = stream->start_time != AV_NOPTS_VALUE ? stream->start_time : 0;
        table.m_frames = stream->nb_frames;
    }
    if (auto known = table.setRate(stream); !known) return failBecause(known.error(), input.path().string() + " cannot be played");
    if (table.m_frames <= 0 && stream->duration > 0)
        table.m_frames = std::llround(double(stream->duration) * av_q2d(stream->time_base) * table.m_rate.hz());
    if (table.m_frames <= 0)
        return fail(ErrorCategory::damaged, input.path().string() + " holds no frame that can be decoded", "Give an undamaged copy of the file.");
    return table;
}

Result<void> FrameTable::setRate(const AVStream* stream) {
    const auto average = rateOf(stream->avg_frame_rate);
    const auto guessed = rateOf(stream->r_frame_rate);
    m_rate = average ? *average : guessed ? *guessed : time::rate24;
    if (m_pts.size() < 2) return {};

    const std::int64_t span = m_pts.back() - m_pts.front();
    const auto steps = std::int64_t(m_pts.size()) - 1;
    if (span <= 0) return {};
    // Two stamps are each off by up to half a tick.
    const double tolerance = 1e-4 + 1.0 / double(span);
    const double hz = double(steps) / (double(span) * av_q2d(m_timeBase));
    if (const auto standard = standardNear(hz, tolerance)) m_rate = *standard;
    else if (!average || std::abs(average->hz() / hz - 1) > tolerance) {
        // The header contradicts the stamps (the last frame lasts longer, a nonsense rate): the stamps are what is played.
        int num = 0, den = 0;
        av_reduce(&num, &den, steps * m_timeBase.den, span * m_timeBase.num, 1'000'000);
        const auto measured = time::FrameRate::create(num, den);
        if (!measured) return fail(ErrorCategory::unsupported, fmt::format("it has {:.0f} frames a second", hz), "Convert it to at most 240.");
        m_rate = *measured;
    }
    const double step = double(span) / double(steps);
    for (std::size_t i = 1; i < m_pts.size() && m_even; ++i) m_even = std::abs(double(m_pts[i] - m_pts[i - 1]) - step) <= std::max(1.01, step * 0.02);
    return {};
}

std::int64_t FrameTable::pts(std::int64_t index) const {
    if (!m_pts.empty()) return m_pts[std::size_t(std::clamp<std::int64_t>(index, 0, m_frames - 1))];
    return m_start + av_rescale_q(index, {m_rate.den, m_rate.num}, m_timeBase);
}

std::int64_t FrameTable::indexOf(std::int64_t stamp) const {
    if (m_pts.empty()) return std::clamp<std::int64_t>(av_rescale_q(stamp - m_start, m_timeBase, {m_rate.den, m_rate.num}), 0, m_frames - 1);
    const auto after = std::lower_bound(m_pts.begin(), m_pts.end(), stamp);
    if (after == m_pts.begin()) return 0;
    if (after == m_pts.end()) return m_frames - 1;
    const auto index = std::int64_t(after - m_pts.begin());
    return *after - stamp <= stamp - *(after - 1) ? index : index - 1;
}

std::int64_t FrameTable::shownAt(std::int64_t stamp) const {
    if (m_pts.empty())
        return std::clamp<std::int64_t>(av_rescale_q_rnd(stamp - m_start, m_timeBase, {m_rate.den, m_rate.num}, AV_ROUND_DOWN), 0, m_frames - 1);
    const auto after = std::upper_bound(m_pts.begin(), m_pts.end(), stamp);
    return std::max<std::int64_t>(0, std::int64_t(after - m_pts.begin()) - 1);
}

FrameTable::Key FrameTable::keyBefore(std::int64_t index) const {
    if (m_keys.empty()) {
        const std::int64_t guess = m_pts.empty() ? std::max<std::int64_t>(0, index - 16) : 0;
        return {guess, pts(guess), pts(guess)};
    }
    const auto after = std::upper_bound(m_keys.begin(), m_keys.end(), index, [](std::int64_t i, const Key& key) { return i < key.index; });
    return after == m_keys.begin() ? m_keys.front() : *(after - 1);
}

} // namespace rushes::media
