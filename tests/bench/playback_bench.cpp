// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// How fast media is read, played and exported, the ffmpeg program doing the same work beside it. playback_bench [WIDTHxHEIGHT [FRAMES]],
// 1920x1080 and 240 by default. Compare the ratios, not the absolute figures: machines differ.
#include "tests/bench/must.h"

#include "engine/export/export_movie.h"
#include "engine/media/movie_reader.h"
#include "engine/media/movie_writer.h"
#include "engine/playback/player.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace {

using namespace rushes;
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

template <class F> double seconds(F&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Gradients and discs that move, with a hair of grain: neither flat nor noise, somewhat like a drawn frame.
void paint(Image& image, int frame) {
    std::uint32_t random = 17u + std::uint32_t(frame) * 977u;
    for (int y = 0; y < image.height; ++y) {
        auto* row = image.rowAs<std::uint8_t>(y);
        for (int x = 0; x < image.width; ++x) {
            random = random * 1664525u + 1013904223u;
            const int grain = random >> 27 == 0;
            const int disc = (x - frame * 7) % 320, line = (y + frame * 3) % 240;
            const bool inside = (disc - 160) * (disc - 160) + (line - 120) * (line - 120) < 6400;
            row[x * 4] = std::uint8_t(std::clamp((inside ? 200 : x * 160 / image.width + 40) + grain, 0, 255));
            row[x * 4 + 1] = std::uint8_t(std::clamp((inside ? 120 : y * 160 / image.height + 40) + grain, 0, 255));
            row[x * 4 + 2] = std::uint8_t(std::clamp((inside ? 60 : 110) + grain, 0, 255));
            row[x * 4 + 3] = 255;
        }
    }
}

Json writeTake(const fs::path& file, int width, int height, int frames) {
    auto writer = must(media::MovieWriter::create(file, {width, height}));
    Image image = Image::create(width, height, PixelFormat::rgba8);
    double busy = 0;
    for (int i = 0; i < frames; ++i) {
        paint(image, i);
        busy += seconds([&] { must(writer.append(image)); });
    }
    busy += seconds([&] { must(writer.finish()); });
    return {{"fps", frames / busy}, {"megabytes", double(fs::file_size(file)) / 1e6}};
}

Json measureSeeks(const fs::path& file, int frames) {
    auto reader = must(media::MovieReader::open(file));
    std::vector<double> times;
    std::uint32_t random = 1;
    for (int i = 0; i < 40; ++i) {
        random = random * 1664525u + 1013904223u;
        times.push_back(1000 * seconds([&] { must(reader.frame(std::int64_t(random >> 8) % frames)); }));
    }
    std::sort(times.begin(), times.end());
    double sum = 0;
    for (const double time : times) sum += time;
    return {{"count", times.size()}, {"mean_ms", sum / double(times.size())}, {"median_ms", times[times.size() / 2]}, {"worst_ms", times.back()}};
}

Json measureDecoding(const fs::path& file, int width, int height, int frames) {
    Json result;
    result["open_ms"] = 1000 * seconds([&] { must(media::MovieReader::open(file)); });
    auto reader = must(media::MovieReader::open(file));
    result["decode_fps"] = frames / seconds([&] { must(reader.frames(0, frames - 1, [](media::VideoFrame) { return true; })); });
    media::FrameConverter converter;
    Image image = Image::create(width, height, PixelFormat::bgra8);
    double converting = 0;
    const double all = seconds([&] {
        must(reader.frames(0, frames - 1, [&](media::VideoFrame frame) {
            converting += seconds([&] { must(converter.convert(frame, PixelFormat::bgra8, width, height, image.data.data(), image.stride)); });
            return true;
        }));
    });
    result["decode_bgra_fps"] = frames / all;
    result["bgra_ms"] = 1000 * converting / frames;
    return result;
}

/// Plays in real time as a viewport does, asking at 60 Hz.
Json measurePlaying(const fs::path& file, int width, int height, int frames) {
    playback::PlayerOptions options;
    options.sound = false;
    playback::Player player(options);
    player.setTarget({width, height});
    Json result;
    result["first_picture_ms"] = 1000 * seconds([&] {
        player.setSource(must(playback::openMovieSource(file)));
        while (!player.currentFrame()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    });
    player.play();
    auto next = std::chrono::steady_clock::now();
    while (player.state().playing) {
        player.currentFrame();
        std::this_thread::sleep_until(next += std::chrono::microseconds(16667));
    }
    const auto counters = player.state().counters;
    result.update({{"frames", frames}, {"shown", counters.shown}, {"dropped", counters.dropped}, {"late", counters.late}});
    std::vector<double> steps;
    for (int i = 0; i < 24; ++i)
        steps.push_back(1000 * seconds([&] {
            player.step(-1);
            while (player.currentFrame()->index != player.state().position) std::this_thread::sleep_for(std::chrono::microseconds(200));
        }));
    std::sort(steps.begin(), steps.end());
    result["back_step_median_ms"] = steps[steps.size() / 2];
    result["back_step_worst_ms"] = steps.back();
    return result;
}

/// The same cut by the ffmpeg program: concatenated, decoded and encoded with the same settings.
double ffmpegSeconds(const fs::path& folder, const fs::path& file, int times) {
    std::ofstream list(folder / "list.txt");
    for (int i = 0; i < times; ++i) list << "file '" << file.string() << "'\n";
    list.close();
    const std::string command = "ffmpeg -nostdin -loglevel error -y -f concat -safe 0 -i '" + (folder / "list.txt").string() +
                                "' -an -c:v libx264 -preset veryfast -crf 18 -g 12 -bf 0 -threads 2 -pix_fmt yuv420p -movflags +faststart '" +
                                (folder / "ffmpeg.mp4").string() + "'";
    int code = 0;
    const double time = seconds([&] { code = std::system(command.c_str()); });
    return code == 0 ? time : 0;
}

Json measureExport(const fs::path& folder, const fs::path& file, int width, int height, int frames) {
    playback::Cut cut;
    cut.width = width;
    cut.height = height;
    cut.items.resize(2);
    for (auto& item : cut.items) {
        item.media = file;
        item.frames = frames;
    }
    cut.items[1].start = frames;
    const auto once = [&](bool labels) {
        exports::ExportOptions options;
        options.burnIn = labels;
        return seconds([&] { must(exports::exportMovie(cut, folder / "export.mp4", options)); });
    };
    // In turn, so that what else the machine does falls on both.
    const double first = once(false), firstFfmpeg = ffmpegSeconds(folder, file, 2), ours = std::min(first, once(false));
    Json result{{"frames", 2 * frames}, {"fps", 2 * frames / ours}, {"burn_in_fps", 2 * frames / once(true)}};
    if (firstFfmpeg > 0) {
        const double theirs = std::min(firstFfmpeg, ffmpegSeconds(folder, file, 2));
        result["ffmpeg_fps"] = 2 * frames / theirs;
        result["time_against_ffmpeg"] = ours / theirs;
    }
    return result;
}

} // namespace

int main(int count, char** arguments) {
    int width = 1920, height = 1080;
    if (count > 1 && std::sscanf(arguments[1], "%dx%d", &width, &height) != 2) {
        std::cerr << "playback_bench [WIDTHxHEIGHT [FRAMES]]\n";
        return 2;
    }
    const int frames = count > 2 ? std::max(24, std::atoi(arguments[2])) : 240;
    std::string name = (fs::temp_directory_path() / "rushes-bench-XXXXXX").string();
    if (!mkdtemp(name.data())) return 1;
    const fs::path folder = name, file = folder / "take.mp4";
    Json result{{"schema", 1}, {"bench", "playback"}, {"size", std::to_string(width) + "x" + std::to_string(height)}, {"frames", frames}, {"gop", 12}};
    result["write"] = writeTake(file, width, height, frames);
    result["seek"] = measureSeeks(file, frames);
    result["decode"] = measureDecoding(file, width, height, frames);
    result["play"] = measurePlaying(file, width, height, frames);
    result["export"] = measureExport(folder, file, width, height, frames);
    fs::remove_all(folder);
    std::cout << result.dump(2) << "\n";
}
