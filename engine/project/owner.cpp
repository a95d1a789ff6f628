// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/owner.h"

#include "engine/base/paths.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <pwd.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace rushes::project {
namespace {

namespace fs = std::filesystem;

std::string firstLine(const char* file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown host";
}

std::string userName() {
    std::array<char, 4096> buffer{};
    passwd entry{}, *found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found) return found->pw_name;
    return "user " + std::to_string(::geteuid());
}

} // namespace

Owner Owner::self() {
    return {hostName(), userName(), firstLine("/proc/self/comm"), ::getpid(), firstLine("/proc/sys/kernel/random/boot_id")};
}

std::optional<Owner> Owner::read(const fs::path& folder) {
    const auto text = readFile(folder / "owner.json", 1 << 16);
    if (!text) return std::nullopt;
    try {
        const auto json = nlohmann::json::parse(*text);
        return Owner{json.at("host"), json.at("user"), json.at("program"), json.at("pid"), json.at("boot")};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt; // cut off by a crash: the lock still tells that someone is there
    }
}

Result<void> Owner::write(const fs::path& folder) const {
    const nlohmann::ordered_json json{{"host", host}, {"user", user}, {"program", program}, {"pid", pid}, {"boot", bootId}};
    return writeFileAtomically(folder / "owner.json", json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void Owner::remove(const fs::path& folder) {
    std::error_code ignored;
    fs::remove(folder / "owner.json", ignored);
}

std::string Owner::text() const { return program + " (process " + std::to_string(pid) + ") of " + user + " on " + host; }

bool onNetworkShare(const fs::path& folder) {
    // From statfs(2): NFS, SMB, SMB2, CIFS, FUSE (sshfs and its like), AFS, Ceph, 9p.
    constexpr std::array<std::uint32_t, 8> kinds{0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546, 0x5346414f, 0x00c36400, 0x01021997};
    struct statfs info {};
    if (::statfs(folder.c_str(), &info) != 0) return false;
    return std::find(kinds.begin(), kinds.end(), std::uint32_t(info.f_type)) != kinds.end();
}

} // namespace rushes::project
