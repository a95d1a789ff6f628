// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/part_folder.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace rushes::project {

namespace fs = std::filesystem;

Result<fs::path> freeTarget(const fs::path& folder) {
    std::error_code code;
    fs::path target = fs::absolute(folder, code).lexically_normal();
    if (code || folder.empty()) return fail(ErrorCategory::badInput, "\"" + folder.string() + "\" is no name for a project", "Give one such as Film.rushes.");
    if (target.filename().empty()) target = target.parent_path();
    if (fs::exists(fs::symlink_status(target, code)))
        return fail(ErrorCategory::exists, target.string() + " exists already", "Choose another name, or remove it first.");
    return target;
}

PartFolder::PartFolder(const fs::path& target)
    : m_prefix("." + target.filename().string() + ".part-"), m_path(target.parent_path() / (m_prefix + std::to_string(::getpid()))) {}

PartFolder::~PartFolder() {
    std::error_code ignored;
    if (!m_path.empty()) fs::remove_all(m_path, ignored);
}

Result<void> PartFolder::make() {
    std::error_code code;
    fs::remove_all(m_path, code);
    removeAbandoned();
    if (fs::create_directory(m_path, code) && fs::create_directory(m_path / "media", code)) return {};
    const bool full = code == std::errc::no_space_on_device;
    return fail(full ? ErrorCategory::noSpace : ErrorCategory::denied, "Cannot make a project in " + m_path.parent_path().string() + ": " + code.message(),
                full ? "Free some space on the disk." : "Choose a folder that exists and that you can write to.");
}

Result<void> PartFolder::keepAs(const fs::path& target) {
    std::error_code code;
    fs::rename(m_path, target, code);
    if (code) return fail(ErrorCategory::internal, "Cannot make " + target.string() + ": " + code.message(), "Choose another name.");
    m_path.clear();
    if (const int parent = ::open(target.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); parent >= 0) {
        ::fsync(parent);
        ::close(parent);
    }
    return {};
}

/// What a program that was killed in here left for the same target.
void PartFolder::removeAbandoned() const {
    std::error_code code;
    std::vector<fs::path> abandoned;
    for (fs::directory_iterator entry(m_path.parent_path(), code), end; !code && entry != end; entry.increment(code)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(m_prefix)) continue;
        const int pid = std::atoi(name.c_str() + m_prefix.size());
        if (pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH) abandoned.push_back(entry->path());
    }
    for (const auto& path : abandoned) fs::remove_all(path, code);
}

} // namespace rushes::project
