// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace rushes::log {
namespace {

spdlog::logger& logger() {
    static const auto instance = [] {
        auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
        sink->set_level(spdlog::level::warn);
        auto made = std::make_shared<spdlog::logger>("rushes", sink);
        made->set_level(spdlog::level::debug);
        made->set_pattern("%H:%M:%S.%e %l %v");
        return made;
    }();
    return *instance;
}

} // namespace

void debug(std::string_view message) { logger().debug(message); }
void info(std::string_view message) { logger().info(message); }
void warning(std::string_view message) { logger().warn(message); }
void error(std::string_view message) { logger().error(message); }

void open(const std::filesystem::path& file, bool verbose) {
    logger().sinks().front()->set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
    if (file.empty()) return;
    try {
        logger().sinks().push_back(std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.string()));
    } catch (const spdlog::spdlog_ex& exception) {
        warning(exception.what());
    }
}

} // namespace rushes::log
