// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/unet/patch_unet.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numbers>
#include <random>

namespace rushes::eval {
namespace {

namespace nn = torch::nn;
constexpr int kWidth = 32, kPatch = 32, kBatch = 16, kBlocks = 3, kWarmUpSteps = 30;
constexpr double kRate = 4e-4;

nn::Conv2d convolution(int in, int out, int side, int stride = 1) { return nn::Conv2d(nn::Conv2dOptions(in, out, side).stride(stride).padding(side / 2)); }

torch::Tensor doubled(const torch::Tensor& x) { return torch::upsample_nearest2d(x, {x.size(2) * 2, x.size(3) * 2}); }

torch::Tensor slopes(const torch::Tensor& error) {
    const auto width = error.size(3), height = error.size(2);
    return (error.narrow(3, 1, width - 1) - error.narrow(3, 0, width - 1)).abs().mean() + (error.narrow(2, 1, height - 1) - error.narrow(2, 0, height - 1)).abs().mean();
}

/// Mean difference, and a quarter of the slopes' at full and at half size.
torch::Tensor lossOf(const torch::Tensor& out, const torch::Tensor& target) {
    const auto error = out - target;
    return error.abs().mean() + 0.25 * (slopes(error) + slopes(torch::avg_pool2d(error, 2)));
}

torch::Tensor tensorOf(const look::Plane& plane) {
    return torch::from_blob(const_cast<float*>(plane.data.data()), {plane.height, plane.width, plane.channels}, torch::kFloat).permute({2, 0, 1}).unsqueeze(0).clone();
}

double cpuSecondsNow() { return double(std::clock()) / CLOCKS_PER_SEC; }

/// What torch throws, as an error.
template <class Work> auto guarded(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::exception& error) {
        return fail(ErrorCategory::internal, std::string("The U-Net failed: ") + error.what());
    }
}

} // namespace

struct PatchUnet::Network : nn::Module {
    explicit Network(int channels)
        : first(convolution(channels, kWidth, 7)), down(convolution(kWidth, 2 * kWidth, 3, 2)), lower(convolution(2 * kWidth, 4 * kWidth, 3, 2)), up(convolution(6 * kWidth, 2 * kWidth, 3)),
          upper(convolution(3 * kWidth, kWidth, 3)), last(convolution(kWidth + channels, 3, 3)) {
        for (int i = 0; i < 2 * kBlocks; ++i) blocks->push_back(convolution(4 * kWidth, 4 * kWidth, 3));
        register_module("first", first), register_module("down", down), register_module("lower", lower), register_module("blocks", blocks);
        register_module("up", up), register_module("upper", upper), register_module("last", last);
    }
    torch::Tensor forward(const torch::Tensor& x) {
        const auto a = torch::relu(first(x)), b = torch::relu(down(a));
        auto c = torch::relu(lower(b));
        for (std::size_t i = 0; i < 2 * kBlocks; i += 2) c = c + blocks[i + 1]->as<nn::Conv2d>()->forward(torch::relu(blocks[i]->as<nn::Conv2d>()->forward(c)));
        c = torch::relu(up(torch::cat({doubled(c), b}, 1)));
        c = torch::relu(upper(torch::cat({doubled(c), a}, 1)));
        return last(torch::cat({c, x}, 1));
    }
    nn::Conv2d first, down, lower;
    nn::ModuleList blocks;
    nn::Conv2d up, upper, last;
};

PatchUnet::PatchUnet(int channels, std::uint64_t seed) : m_seed(seed) {
    torch::manual_seed(seed);
    m_network = std::make_unique<Network>(channels);
}

PatchUnet::~PatchUnet() = default;

Result<int> PatchUnet::learn(const look::Plane& guides, const look::Plane& painted, double cpuSeconds) {
    return guarded([&]() -> Result<int> {
        torch::set_num_threads(1);
        const auto inputs = tensorOf(guides), targets = tensorOf(painted);
        torch::optim::Adam optimiser(m_network->parameters(), torch::optim::AdamOptions(kRate).betas({0.9, 0.99}));
        std::mt19937_64 draws(m_seed);
        const double start = cpuSecondsNow();
        int steps = 0;
        for (double spent = 0; spent < cpuSeconds; spent = cpuSecondsNow() - start, ++steps) {
            const double rate = kRate * std::min(1.0, double(steps + 1) / kWarmUpSteps) * (0.5 + 0.49 * std::cos(std::numbers::pi * spent / cpuSeconds));
            static_cast<torch::optim::AdamOptions&>(optimiser.param_groups().front().options()).lr(rate);
            std::vector<torch::Tensor> in, out;
            for (int i = 0; i < kBatch; ++i) {
                const auto x = std::int64_t(draws() % std::uint64_t(guides.width - kPatch + 1)), y = std::int64_t(draws() % std::uint64_t(guides.height - kPatch + 1));
                in.push_back(inputs.narrow(2, y, kPatch).narrow(3, x, kPatch));
                out.push_back(targets.narrow(2, y, kPatch).narrow(3, x, kPatch));
            }
            optimiser.zero_grad();
            lossOf(m_network->forward(torch::cat(in)), torch::cat(out)).backward();
            optimiser.step();
        }
        return steps;
    });
}

Result<look::Plane> PatchUnet::apply(const look::Plane& guides) const {
    return guarded([&]() -> Result<look::Plane> {
        const torch::NoGradGuard noSlopes;
        const auto out = m_network->forward(tensorOf(guides)).clamp(-1, 1).squeeze(0).permute({1, 2, 0}).contiguous();
        look::Plane plane = look::Plane::create(guides.width, guides.height, 3);
        std::copy_n(out.const_data_ptr<float>(), plane.data.size(), plane.data.begin());
        return plane;
    });
}

} // namespace rushes::eval
