// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// How quick the look's network learns and paints, with made-up guides of the real shape.
// usage: look_net_bench [STEPS] [CHANNELS] [WORKERS] [WIDTH] [HEIGHT]. Prints one JSON document.
#include "engine/neural/neural_library.h"
#include "tests/bench/must.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <thread>

using namespace rushes;

namespace {

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Milliseconds that all threads of the program computed so far: what a busy machine does not change much.
double cpuMs() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) * 1e-6;
}

neural::PixelSheet madeUpSheet(int width, int height, int channels) {
    neural::PixelSheet sheet{width, height, {}, {}, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            for (int c = 0; c < channels; ++c) sheet.guides.push_back(float(std::sin(0.01 * x * (c % 7 + 1) + 0.013 * y * (c % 5 + 1) + c)));
            for (int c = 0; c < 3; ++c) sheet.target.push_back(float(0.8 * std::sin(0.02 * x + 0.03 * y + c)));
            sheet.weight.push_back(1);
        }
    return sheet;
}

struct ApplyTime {
    double wallMs = 1e9, cpuMs = 1e9;
};

/// The quickest of some runs over the whole picture, its rows shared by `threads`.
ApplyTime applyTime(const neural::PixelNet& net, const neural::PixelSheet& sheet, int channels, int threads) {
    std::vector<float> out(sheet.target.size());
    ApplyTime best;
    for (int run = 0; run < 8; ++run) {
        const double cpu = cpuMs();
        const auto start = std::chrono::steady_clock::now();
        {
            std::vector<std::jthread> workers;
            for (int t = 0; t < threads; ++t)
                workers.emplace_back([&, t] {
                    const std::size_t pixels = out.size() / 3, from = pixels * std::size_t(t) / std::size_t(threads), to = pixels * std::size_t(t + 1) / std::size_t(threads);
                    must(net.apply(sheet.guides.data() + from * std::size_t(channels), to - from, out.data() + from * 3));
                });
        }
        best = {std::min(best.wallMs, secondsSince(start) * 1000), std::min(best.cpuMs, cpuMs() - cpu)};
    }
    return best;
}

} // namespace

int main(int argc, char** argv) {
    const auto number = [&](int at, int otherwise) { return argc > at ? std::atoi(argv[at]) : otherwise; };
    const int steps = number(1, 600), channels = number(2, 52), workers = number(3, 2), width = number(4, 640), height = number(5, 360);
    const auto opening = std::chrono::steady_clock::now();
    const std::string version = must(neural::neuralVersion());
    const double openMs = secondsSince(opening) * 1000;
    const auto net = must(neural::makePixelNet({.channels = channels, .workers = workers}));
    const neural::PixelSheet sheet = madeUpSheet(width, height, channels);
    must(net->setSheets({sheet}));
    must(net->learn(0, 20, steps + 20, {}));
    const double cpu = cpuMs();
    const auto start = std::chrono::steady_clock::now();
    must(net->learn(20, steps, steps + 20, {}));
    const double seconds = secondsSince(start), cpuAStep = (cpuMs() - cpu) / steps;
    const ApplyTime one = applyTime(*net, sheet, channels, 1), two = applyTime(*net, sheet, channels, 2);
    const double moodAt = cpuMs();
    must(net->setMood({width, height, sheet.target, 1}));
    const double setMoodMs = cpuMs() - moodAt, moodCpu = cpuMs();
    must(net->learn(0, 100, 100, {}));
    const double moodAStep = (cpuMs() - moodCpu) / 100;
    nlohmann::ordered_json json{{"library", version}, {"open_ms", openMs}, {"channels", channels}, {"workers", workers}, {"steps_per_s", steps / seconds}, {"cpu_ms_a_step", cpuAStep},
                                {"width", width}, {"height", height}, {"apply_ms_1_thread", one.wallMs},
                                {"apply_ms_2_threads", two.wallMs}, {"apply_cpu_ms", one.cpuMs},
                                {"set_mood_cpu_ms", setMoodMs}, {"mood_cpu_ms_a_step", moodAStep}};
    std::printf("%s\n", json.dump(1).c_str());
    return 0;
}
