// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace rushes::media {

/// Tells when a painter has saved a file: asked now and then, it answers `settled` once for each new content. No thread, no clock of its
/// own. A save is over when size, time stamp and content were found the same twice, at least `quiet` apart, so that painters that write in
/// pieces, rename a temporary file into place, or delete and write anew all count as one save. Other files beside it (locks, backups) are not looked at.
class PaintWatch {
public:
    using Clock = std::chrono::steady_clock;
    enum class Answer {
        nothing,  ///< as it was when it was taken last
        missing,  ///< not there now: being replaced, or deleted
        settling, ///< changed; ask again after `quiet`
        settled,  ///< new content, complete as far as can be seen
    };

    /// What the file holds now counts as taken; with `fresh` it counts as new.
    explicit PaintWatch(std::filesystem::path file, bool fresh = false, Clock::duration quiet = std::chrono::milliseconds(400));

    Answer look(Clock::time_point now);
    const std::filesystem::path& file() const { return m_file; }
    Clock::duration quiet() const { return m_quiet; }

private:
    struct Sight {
        std::uintmax_t bytes = 0;
        std::int64_t changed = 0; ///< nanoseconds
        std::uint64_t node = 0;   ///< the inode: a file renamed into place is another one
        bool operator==(const Sight&) const = default;
    };
    std::optional<Sight> see() const;
    std::optional<std::uint64_t> contentHash() const;

    std::filesystem::path m_file;
    Clock::duration m_quiet;
    std::optional<Sight> m_seen;
    std::optional<std::uint64_t> m_seenHash, m_taken;
    Clock::time_point m_since{};
    bool m_open = false; ///< a change is being followed
};

} // namespace rushes::media
