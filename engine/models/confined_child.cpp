// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/confined_child.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <new>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define RUSHES_NO_MEMORY_LIMIT // sanitizers reserve terabytes of address space
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define RUSHES_NO_MEMORY_LIMIT
#endif
#endif

namespace rushes::models {
namespace {

/// First byte of an answer.
constexpr char good = '+', bad = '-';

std::size_t addressSpaceNow() {
    unsigned long pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
        std::fclose(file);
    }
    return pages * std::size_t(sysconf(_SC_PAGESIZE));
}

void confine(const ChildLimits& limits) {
    const rlimit time{rlim_t(limits.seconds), rlim_t(limits.seconds) + 1}, none{0, 0};
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_FSIZE, &none); // it has nothing to write but its answer, into a pipe
#ifndef RUSHES_NO_MEMORY_LIMIT
    const rlim_t space = addressSpaceNow() + limits.memoryBytes;
    const rlimit memory{space, space};
    setrlimit(RLIMIT_AS, &memory);
#endif
}

std::string answerOf(const std::function<Result<std::string>()>& work) {
    try {
        auto made = work();
        return made ? good + *made : bad + made.error().text();
    } catch (const std::bad_alloc&) {
        return std::string(1, bad) + "it needs more memory than a model may take";
    } catch (const std::exception& e) {
        return std::string(1, bad) + "its reader gave up: " + e.what();
    } catch (...) {
        return std::string(1, bad) + "its reader gave up";
    }
}

[[noreturn]] void runChild(int out, const std::function<Result<std::string>()>& work, const ChildLimits& limits) {
    for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTERM, SIGINT}) std::signal(signal, SIG_DFL);
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere >= 0) dup2(nowhere, 1), dup2(nowhere, 2); // a reader's grumbling is not for the user
    confine(limits);
    const std::string answer = answerOf(work);
    std::size_t sent = 0;
    while (sent < answer.size()) {
        const ssize_t n = write(out, answer.data() + sent, answer.size() - sent);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        sent += std::size_t(n);
    }
    _exit(0); // no destructors: what they would free belongs to the parent
}

/// Reads to the end; false when it took too long or was too much.
bool readAll(int in, std::string& answer, const ChildLimits& limits) {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + std::chrono::seconds(limits.seconds + 2);
    char buffer[1 << 16];
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        pollfd wait{in, POLLIN, 0};
        const int ready = left > 0 ? poll(&wait, 1, int(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        const ssize_t n = read(in, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        if (n == 0) return true;
        if (answer.size() + std::size_t(n) > limits.answerBytes) return false;
        answer.append(buffer, std::size_t(n));
    }
}

} // namespace

Result<std::string> runInChild(const std::function<Result<std::string>()>& work, const ChildLimits& limits) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return fail(ErrorCategory::noSpace, "A file cannot be read now: too many are open", "Close something and try again.");
    const pid_t child = fork();
    if (child < 0) {
        close(ends[0]), close(ends[1]);
        return fail(ErrorCategory::noSpace, "A file cannot be read now: no process can be started", "Close something and try again.");
    }
    if (child == 0) {
        close(ends[0]);
        runChild(ends[1], work, limits);
    }
    close(ends[1]);
    std::string answer;
    const bool whole = readAll(ends[0], answer, limits);
    close(ends[0]);
    if (!whole) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (!whole || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)))
        return fail(ErrorCategory::badInput, "it takes too long to read", "Make it simpler, or export it anew as GLB.");
    if (WIFSIGNALED(status) || answer.empty()) return fail(ErrorCategory::badInput, "it is broken in a way that its reader cannot cope with", "Export it anew, best as GLB.");
    if (answer[0] != good) return fail(ErrorCategory::badInput, answer.substr(1));
    return answer.substr(1);
}

} // namespace rushes::models
