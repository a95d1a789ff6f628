// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/process.h"

#include <array>
#include <csignal>
#include <cstring>
#include <map>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

extern char** environ;

namespace rushes::test {
namespace {

std::vector<std::string> environmentOf(const Command& command) {
    std::map<std::string, std::string> values;
    for (char** entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        const auto equals = text.find('=');
        if (equals != std::string::npos) values[text.substr(0, equals)] = text.substr(equals + 1);
    }
    for (const auto& [name, value] : command.environment) values[name] = value;
    std::vector<std::string> lines;
    for (const auto& [name, value] : values) lines.push_back(name + "=" + value);
    return lines;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (auto& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

std::string contentOf(int file) {
    std::string text;
    std::array<char, 4096> piece{};
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(file, piece.data(), piece.size(), at);
        if (got <= 0) return text;
        text.append(piece.data(), std::size_t(got));
        at += got;
    }
}

} // namespace

Process Process::start(const Command& command) {
    Process process;
    // Files in memory rather than pipes: the child never waits for a reader.
    process.m_out = ::memfd_create("out", MFD_CLOEXEC);
    process.m_err = ::memfd_create("err", MFD_CLOEXEC);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", 0, 0);
    posix_spawn_file_actions_adddup2(&actions, process.m_out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, process.m_err, STDERR_FILENO);
    if (!command.folder.empty()) posix_spawn_file_actions_addchdir_np(&actions, command.folder.c_str());
    auto arguments = command.arguments;
    auto environment = environmentOf(command);
    const int code = ::posix_spawnp(&process.m_pid, arguments.front().c_str(), &actions, nullptr, pointers(arguments).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) throw std::runtime_error("cannot start " + arguments.front() + ": " + std::strerror(code));
    process.m_ended = int(::syscall(SYS_pidfd_open, process.m_pid, 0));
    if (process.m_ended < 0) throw std::runtime_error("pidfd_open failed");
    return process;
}

Process::Process(Process&& other) noexcept
    : m_pid(other.m_pid), m_ended(std::exchange(other.m_ended, -1)), m_out(std::exchange(other.m_out, -1)), m_err(std::exchange(other.m_err, -1)),
      m_reaped(std::exchange(other.m_reaped, true)) {}

Process::~Process() {
    if (!m_reaped && m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    for (const int file : {m_ended, m_out, m_err})
        if (file >= 0) ::close(file);
}

bool Process::waitFor(std::chrono::milliseconds time) {
    pollfd watched{m_ended, POLLIN, 0};
    return ::poll(&watched, 1, int(time.count())) > 0;
}

void Process::signal(int number) const {
    if (!m_reaped) ::kill(m_pid, number);
}

Ended Process::finish(std::chrono::milliseconds atMost) {
    Ended ended;
    ended.timedOut = !waitFor(atMost);
    if (ended.timedOut) signal(SIGKILL);
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_reaped = true;
    if (WIFEXITED(status)) ended.exitCode = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
    ended.out = contentOf(m_out);
    ended.err = contentOf(m_err);
    return ended;
}

} // namespace rushes::test
