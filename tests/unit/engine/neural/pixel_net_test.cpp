// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#ifndef RUSHES_NO_TORCH
#include "engine/neural/pixel_net.h"

#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <cmath>
#include <limits>

using namespace rushes;
using namespace rushes::neural;

namespace {

constexpr int kSide = 48;
const PixelNetOptions kToy{.channels = 5, .hidden = 16, .layers = 2, .patch = 16, .batch = 4, .workers = 2, .seed = 7};

/// Two kinds of pixel (channel 3 or 4 set) with a colour each: the first keeps it, the second has red and blue change places.
PixelSheet swapSheet() {
    PixelSheet sheet{kSide, kSide, {}, {}, {}};
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const float r = float(std::sin(0.3 * x)), g = float(std::cos(0.2 * y)), b = float(std::sin(0.17 * (x + y)));
            const bool swapped = x / 8 % 2 == 1;
            for (const float v : {r, g, b, swapped ? 0.0f : 1.0f, swapped ? 1.0f : 0.0f}) sheet.guides.push_back(v);
            for (const float v : {swapped ? b : r, g, swapped ? r : b}) sheet.target.push_back(v * 0.8f);
            sheet.weight.push_back(swapped ? 2.0f : 1.0f);
        }
    return sheet;
}

std::unique_ptr<PixelNet> made(PixelNetOptions options) {
    auto net = makePixelNet(options);
    REQUIRE(net);
    REQUIRE((*net)->setSheets({swapSheet()}));
    return std::move(*net);
}

double meanError(const PixelNet& net) {
    const auto sheet = swapSheet();
    std::vector<float> out(sheet.target.size());
    REQUIRE(net.apply(sheet.guides.data(), out.size() / 3, out.data()));
    double sum = 0;
    for (std::size_t i = 0; i < out.size(); ++i) sum += std::abs(double(out[i]) - double(sheet.target[i]));
    return sum / double(out.size());
}

std::vector<std::byte> learned(PixelNetOptions options, std::vector<int> slices) {
    const auto net = made(options);
    int total = 0, first = 0;
    for (const int slice : slices) total += slice;
    for (const int slice : slices) {
        REQUIRE(net->learn(first, slice, total, {}));
        first += slice;
    }
    return net->save();
}

ErrorCategory categoryOf(const Result<void>& result) {
    REQUIRE_FALSE(result);
    return result.error().category;
}

} // namespace

TEST_CASE("A pixel net learns colours that hang on who is there", "[neural]") {
    const auto net = made(kToy);
    const double before = meanError(*net);
    REQUIRE(net->learn(0, 400, 400, {}));
    CHECK(net->steps() == 400);
    CHECK(before > 0.3);
    CHECK(meanError(*net) < 0.06);
}

TEST_CASE("The same seed gives the same bytes, for any number of workers and in any slices", "[neural]") {
    const auto bytes = learned(kToy, {60});
    CHECK(learned(kToy, {60}) == bytes);
    CHECK(learned(kToy, {1, 29, 30}) == bytes);
    for (const int workers : {1, 3, 4, 9}) {
        PixelNetOptions options = kToy;
        options.workers = workers;
        CHECK(learned(options, {60}) == bytes);
    }
    PixelNetOptions other = kToy;
    other.seed = 8;
    CHECK(learned(other, {60}) != bytes);
}

TEST_CASE("Saved weights carry on where they stopped", "[neural]") {
    const auto first = made(kToy);
    REQUIRE(first->learn(0, 30, 60, {}));
    const auto second = made({.channels = 5, .hidden = 16, .layers = 2, .patch = 16, .batch = 4, .seed = 7});
    REQUIRE(second->load(first->save()));
    CHECK(second->steps() == 30);
    CHECK(meanError(*second) == meanError(*first));
    REQUIRE(second->learn(30, 30, 60, {}));
    CHECK(second->save() == learned(kToy, {60}));
}

TEST_CASE("Weights of another shape and damaged ones are refused and nothing changes", "[neural]") {
    const auto net = made(kToy);
    const auto good = net->save();
    PixelNetOptions wider = kToy;
    wider.hidden = 24;
    CHECK(categoryOf(made(wider)->load(good)) == ErrorCategory::badInput);
    CHECK(categoryOf(net->load({})) == ErrorCategory::badInput);
    CHECK(categoryOf(net->load(std::span(good).first(good.size() - 1))) == ErrorCategory::badInput);
    auto damaged = good;
    std::fill(damaged.end() - 4, damaged.end(), std::byte(0xff));
    CHECK(categoryOf(net->load(damaged)) == ErrorCategory::badInput);
    CHECK(net->save() == good);
}

TEST_CASE("Sheets and options that contradict are refused", "[neural]") {
    const auto net = made(kToy);
    CHECK(categoryOf(net->setSheets({})) == ErrorCategory::badInput);
    for (const int wrong : {0, 1, 2, 3, 4}) {
        auto sheet = swapSheet();
        if (wrong == 0) sheet.guides.pop_back();
        if (wrong == 1) sheet.target.pop_back();
        if (wrong == 2) sheet.weight.pop_back();
        if (wrong == 3) sheet.target[5] = std::numeric_limits<float>::quiet_NaN();
        if (wrong == 4) sheet.weight[5] = -1;
        CHECK(categoryOf(net->setSheets({std::move(sheet)})) == ErrorCategory::badInput);
    }
    PixelSheet small{8, 8, std::vector<float>(8 * 8 * 5), std::vector<float>(8 * 8 * 3), {}};
    CHECK(categoryOf(net->setSheets({small})) == ErrorCategory::badInput);
    CHECK(net->learn(0, 1, 1, {})); // what was there before is still there
    CHECK(categoryOf(net->learn(0, 2, 1, {})) == ErrorCategory::badInput);
    CHECK(categoryOf(net->learn(-1, 1, 1, {})) == ErrorCategory::badInput);
    CHECK_FALSE(makePixelNet({.channels = 0}));
    CHECK_FALSE(makePixelNet({.channels = 4, .dropFirst = 3, .dropCount = 2}));
    CHECK_FALSE(makePixelNet({.patch = 7}));
    auto bare = makePixelNet(kToy);
    REQUIRE(bare);
    CHECK(categoryOf((*bare)->learn(0, 1, 1, {})) == ErrorCategory::badInput);
}

TEST_CASE("Learning stops between steps when cancelled", "[neural]") {
    const auto net = made(kToy);
    CancelToken cancel;
    cancel.cancel();
    CHECK(categoryOf(net->learn(0, 1000, 1000, cancel)) == ErrorCategory::cancelled);
    CHECK(net->steps() == 0);
    CHECK(net->learn(0, 5, 1000, {}));
}

TEST_CASE("More pixels than a band are painted as they are one by one", "[neural]") {
    const auto net = made(kToy);
    constexpr std::size_t count = 10001;
    std::vector<float> guides(count * 5), out(count * 3);
    for (std::size_t i = 0; i < guides.size(); ++i) guides[i] = float(std::sin(double(i)));
    REQUIRE(net->apply(guides.data(), count, out.data()));
    for (const std::size_t i : {std::size_t(0), std::size_t(4095), std::size_t(4096), count - 1}) {
        float alone[3];
        REQUIRE(net->apply(guides.data() + i * 5, 1, alone));
        for (std::size_t c = 0; c < 3; ++c) CHECK(out[i * 3 + c] == Approx(alone[c]).margin(1e-5));
    }
    CHECK(net->apply(guides.data(), 0, out.data()));
}

TEST_CASE("No memory comes back as an error", "[neural]") {
    const auto net = made(kToy);
    float guides[5]{}, out[3]{};
    rlimit before{};
    getrlimit(RLIMIT_AS, &before);
    const rlimit none{1 << 20, before.rlim_max}; // less than is in use: every further mapping fails
    auto wide = makePixelNet({.channels = 5, .hidden = 1024, .layers = 2, .patch = 256, .batch = 2, .workers = 1});
    REQUIRE(wide);
    PixelSheet sheet{256, 256, std::vector<float>(256 * 256 * 5), std::vector<float>(256 * 256 * 3), {}};
    REQUIRE((*wide)->setSheets({std::move(sheet)}));
    setrlimit(RLIMIT_AS, &none);
    const auto result = (*wide)->learn(0, 1, 1, {});
    setrlimit(RLIMIT_AS, &before);
    REQUIRE_FALSE(result);
    CHECK(result.error().category == ErrorCategory::noSpace);
    CHECK(net->apply(guides, 1, out));
}
#endif
