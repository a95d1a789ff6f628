// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/media_pool.h"

#include "engine/playback/hash.h"

#include <list>
#include <mutex>
#include <optional>

#include <sys/stat.h>

namespace rushes::playback {
namespace {

/// One open file: whoever uses it holds `busy`.
template <class Reader> struct Slot {
    std::mutex busy;
    std::filesystem::path file;
    std::uint64_t content = 0;
    std::optional<Result<Reader>> reader; ///< empty: not tried yet
};

/// The open files of one kind, the one used last in front.
template <class Reader> struct Shelf {
    std::mutex mutex;
    std::list<std::shared_ptr<Slot<Reader>>> slots;

    std::shared_ptr<Slot<Reader>> take(const std::filesystem::path& file, std::uint64_t content, int maxOpen) {
        const std::lock_guard lock(mutex);
        for (auto it = slots.begin(); it != slots.end(); ++it) {
            if ((*it)->file != file) continue;
            if ((*it)->content != content) { // replaced on disk: the old one closes when its user is done
                slots.erase(it);
                break;
            }
            slots.splice(slots.begin(), slots, it);
            return slots.front();
        }
        auto slot = std::make_shared<Slot<Reader>>();
        slot->file = file;
        slot->content = content;
        slots.push_front(slot);
        while (int(slots.size()) > maxOpen) slots.pop_back();
        return slot;
    }

    template <class Open, class Use> Result<void> with(const std::filesystem::path& file, int maxOpen, const Open& open, const Use& use) {
        const auto slot = take(file, MediaPool::contentId(file), maxOpen);
        const std::lock_guard lock(slot->busy);
        if (!slot->reader) slot->reader.emplace(open(file));
        if (!*slot->reader) return fail(Error(slot->reader->error()));
        return use(**slot->reader);
    }
};

} // namespace

struct MediaPool::Shared {
    MediaPoolOptions options;
    Shelf<media::MovieReader> movies;
    Shelf<media::AudioReader> sounds;
};

MediaPool::MediaPool(MediaPoolOptions options) : m_shared(std::make_unique<Shared>()) { m_shared->options = options; }
MediaPool::~MediaPool() = default;

Result<void> MediaPool::withMovie(const std::filesystem::path& file, const std::function<Result<void>(media::MovieReader&)>& use) {
    const media::MovieReaderOptions options{m_shared->options.decoderThreads};
    return m_shared->movies.with(file, m_shared->options.maxOpen, [&](const auto& path) { return media::MovieReader::open(path, options); }, use);
}

Result<void> MediaPool::withSound(const std::filesystem::path& file, const std::function<Result<void>(media::AudioReader&)>& use) {
    return m_shared->sounds.with(file, m_shared->options.maxOpen, [](const auto& path) { return media::AudioReader::open(path); }, use);
}

std::uint64_t MediaPool::contentId(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return 0;
    std::uint64_t id = hashOf(file.native());
    id = hashOf(std::uint64_t(status.st_size), id);
    id = hashOf(std::uint64_t(status.st_mtim.tv_sec), id);
    id = hashOf(std::uint64_t(status.st_mtim.tv_nsec), id);
    return hashOf(std::uint64_t(status.st_ino), id) | 1;
}

} // namespace rushes::playback
