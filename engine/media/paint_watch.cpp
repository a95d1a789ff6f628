// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/paint_watch.h"

#include "engine/base/paths.h"

#include <xxhash.h>

#include <sys/stat.h>

namespace rushes::media {

PaintWatch::PaintWatch(std::filesystem::path file, bool fresh, Clock::duration quiet) : m_file(std::move(file)), m_quiet(quiet) {
    if (fresh) return;
    m_seen = see();
    m_taken = contentHash();
}

std::optional<PaintWatch::Sight> PaintWatch::see() const {
    struct stat status {};
    if (::stat(m_file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
    return Sight{std::uintmax_t(status.st_size), status.st_mtim.tv_sec * std::int64_t(1000000000) + status.st_mtim.tv_nsec, status.st_ino};
}

std::optional<std::uint64_t> PaintWatch::contentHash() const {
    const auto bytes = readFile(m_file, std::uintmax_t(512) << 20);
    if (!bytes) return {};
    return XXH3_64bits(bytes->data(), bytes->size());
}

PaintWatch::Answer PaintWatch::look(Clock::time_point now) {
    const auto sight = see();
    if (!sight) {
        m_seen.reset();
        m_open = false;
        return Answer::missing;
    }
    if (sight != m_seen) {
        m_seen = sight;
        m_seenHash = contentHash();
        m_since = now;
        m_open = true;
        return Answer::settling;
    }
    if (!m_open) return Answer::nothing;
    if (now - m_since < m_quiet) return Answer::settling;
    const auto hash = contentHash();
    if (!hash || hash != m_seenHash) { // written through a mapping, or within one tick of the file system's clock
        m_seenHash = hash;
        m_since = now;
        return Answer::settling;
    }
    m_open = false;
    if (hash == m_taken) return Answer::nothing;
    m_taken = hash;
    return Answer::settled;
}

} // namespace rushes::media
