// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/console.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace rushes::app {
namespace {

constexpr double terminalPeriod = 0.1, plainPeriod = 5.0; ///< seconds between progress lines

CancelToken interruptToken;

void onSignal(int) { interruptToken.cancel(); }

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

} // namespace

const CancelToken& Console::interrupted() {
    static const bool installed = [] {
        struct sigaction action {};
        action.sa_handler = onSignal;
        action.sa_flags = int(SA_RESETHAND); // a second Ctrl-C ends the program at once
        sigaction(SIGINT, &action, nullptr);
        sigaction(SIGTERM, &action, nullptr);
        return true;
    }();
    (void)installed;
    return interruptToken;
}

void Console::print(const std::string& text) const { std::fwrite(text.data(), 1, text.size(), stdout); }

void Console::message(const std::string& text) const {
    if (!quiet) fmt::print(stderr, "{}\n", text);
}

void Console::warning(const std::string& text) {
    ++m_warnings;
    fmt::print(stderr, "warning: {}\n", text);
}

int Console::failed(const Error& error) const {
    if (error.category == ErrorCategory::cancelled) {
        fmt::print(stderr, "Stopped. {}\n", error.hint);
        return exitInterrupted;
    }
    fmt::print(stderr, "rushes: {}\n", error.text());
    return exitFailed;
}

int Console::done() const { return strict && m_warnings > 0 ? exitWarnings : exitDone; }

void Console::progress(const Progress& progress) {
    if (quiet) return;
    const bool terminal = isatty(STDERR_FILENO) != 0;
    const double time = now();
    const bool last = progress.total > 0 && progress.done >= progress.total;
    if (time - m_lastPrint < (terminal ? terminalPeriod : plainPeriod) && !(last && terminal)) return;
    m_lastPrint = time;
    const std::string left = progress.secondsLeft ? fmt::format(", {} left", minutes(*progress.secondsLeft)) : "";
    const std::string text = fmt::format("{} {:3.0f} %{}", progress.what, progress.fraction() * 100, left);
    if (terminal) fmt::print(stderr, "\r\x1b[K{}", text);
    else fmt::print(stderr, "{}\n", text);
    std::fflush(stderr);
    m_line = terminal;
}

void Console::endProgress() {
    if (m_line) fmt::print(stderr, "\r\x1b[K");
    m_line = false;
}

std::string minutes(double seconds) {
    const long long whole = seconds < 0 ? 0 : (long long)(seconds + 0.5);
    if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

} // namespace rushes::app
