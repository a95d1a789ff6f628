// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/mount.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace rushes::test {
namespace {

/// A mount namespace of this program's own, once. Empty: done.
std::string ownNamespace() {
    static const std::string why = [] {
        const auto user = ::geteuid(), group = ::getegid();
        if (user != 0) {
            if (::unshare(CLONE_NEWUSER) != 0) return std::string("user namespaces are not allowed: ") + std::strerror(errno);
            std::ofstream("/proc/self/setgroups") << "deny";
            std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
            std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
        }
        if (::unshare(CLONE_NEWNS) != 0) return std::string("mount namespaces are not allowed: ") + std::strerror(errno);
        if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return std::string("mounts are not allowed: ") + std::strerror(errno);
        return std::string();
    }();
    return why;
}

std::string sizeOption(std::size_t kilobytes) { return "size=" + std::to_string(kilobytes) + "k"; }

} // namespace

SmallDisk::SmallDisk(const std::filesystem::path& folder, std::size_t kilobytes) : m_folder(folder), m_why(ownNamespace()) {
    if (!m_why.empty()) return;
    std::filesystem::create_directories(folder);
    if (::mount("small", folder.c_str(), "tmpfs", 0, sizeOption(kilobytes).c_str()) != 0) m_why = std::string("tmpfs cannot be mounted: ") + std::strerror(errno);
}

SmallDisk::~SmallDisk() {
    if (mounted()) ::umount2(m_folder.c_str(), MNT_DETACH);
}

bool SmallDisk::setReadOnly(bool readOnly) const {
    return ::mount("small", m_folder.c_str(), "tmpfs", MS_REMOUNT | (readOnly ? MS_RDONLY : 0), "") == 0;
}

void SmallDisk::resize(std::size_t kilobytes) const {
    if (::mount("small", m_folder.c_str(), "tmpfs", MS_REMOUNT, sizeOption(kilobytes).c_str()) != 0) throw std::runtime_error("tmpfs cannot be resized");
}

std::size_t SmallDisk::freeBytes() const {
    struct statvfs info {};
    ::statvfs(m_folder.c_str(), &info);
    return std::size_t(info.f_bavail) * info.f_frsize;
}

} // namespace rushes::test
