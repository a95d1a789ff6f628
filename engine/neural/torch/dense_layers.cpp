// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/torch/dense_layers.h"

#include "engine/neural/torch/seeded_draws.h"

#include <ATen/Parallel.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/relu.h>
#include <ATen/ops/sum.h>
#include <ATen/ops/threshold_backward.h>
#include <ATen/ops/zeros.h>

#include <cmath>

namespace rushes::neural {
namespace {

constexpr std::int64_t kAlign = 16; ///< floats: a matrix starts on a cache line, wherever its row of weights lies

std::int64_t aligned(std::int64_t floats) { return (floats + kAlign - 1) / kAlign * kAlign; }

} // namespace

void keepTorchOnThisThread() {
    thread_local const bool done = (at::set_num_threads(1), true);
    (void)done;
}

DenseLayers::DenseLayers(int channels, int hidden, int layers, std::uint64_t seed) {
    std::int64_t in = channels;
    for (int l = 0; l <= layers; ++l) {
        // Products with an odd number of columns cost half as much again: the guides' are filled up with zeros.
        const std::int64_t out = l == layers ? 3 : hidden, stride = l == 0 ? aligned(in) : in;
        m_layers.push_back({in, stride, out, m_count});
        m_count += aligned(stride * out) + aligned(out);
        in = out;
    }
    m_weights = at::zeros({m_count}, at::kFloat);
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const Layer& layer = m_layers[l];
        // Even within 1/sqrt(inputs), offsets too, as the prototype's layers start.
        SeededDraws draws(seed, ~std::uint64_t(0), l);
        const double reach = 1.0 / std::sqrt(double(layer.in));
        float* at = weights() + layer.offset;
        for (std::int64_t o = 0; o < layer.out; ++o)
            for (std::int64_t i = 0; i < layer.in; ++i) at[o * layer.stride + i] = float((draws.unit() * 2 - 1) * reach);
        at += aligned(layer.stride * layer.out);
        for (std::int64_t i = 0; i < layer.out; ++i) at[i] = float((draws.unit() * 2 - 1) * reach);
    }
}

at::Tensor DenseLayers::matrix(const at::Tensor& row, const Layer& layer) const {
    return row.narrow(0, layer.offset, layer.stride * layer.out).view({layer.out, layer.stride});
}

at::Tensor DenseLayers::constants(const at::Tensor& row, const Layer& layer) const {
    return row.narrow(0, layer.offset + aligned(layer.stride * layer.out), layer.out);
}

DenseBand DenseLayers::band(std::int64_t pixels, bool forLearning) const {
    DenseBand band;
    band.values.push_back(forLearning ? at::zeros({pixels, guideStride()}, at::kFloat) : at::Tensor());
    for (const Layer& layer : m_layers) band.values.push_back(at::empty({pixels, layer.out}, at::kFloat));
    if (forLearning)
        for (const Layer& layer : m_layers) band.slopes.push_back(at::empty({pixels, layer.out}, at::kFloat));
    return band;
}

void DenseLayers::forward(DenseBand& band) const { forward(band, band.values.front()); }

void DenseLayers::forward(DenseBand& band, const float* guides, std::int64_t pixels) const {
    forward(band, at::from_blob(const_cast<float*>(guides), {pixels, m_layers.front().in}, at::kFloat)); // only read
}

void DenseLayers::forward(DenseBand& band, const at::Tensor& guides) const {
    const std::int64_t pixels = guides.size(0);
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const at::Tensor in = l == 0 ? guides : band.values[l].narrow(0, 0, pixels);
        at::Tensor out = band.values[l + 1].narrow(0, 0, pixels);
        at::addmm_out(out, constants(m_weights, m_layers[l]), in, matrix(m_weights, m_layers[l]).narrow(1, 0, in.size(1)).t());
        if (l + 1 < m_layers.size()) at::relu_(out);
    }
}

void DenseLayers::backward(DenseBand& band, const at::Tensor& slopes) const {
    for (std::size_t l = m_layers.size(); l-- > 0;) {
        at::Tensor byMatrix = matrix(slopes, m_layers[l]), byConstants = constants(slopes, m_layers[l]);
        at::mm_out(byMatrix, band.slopes[l].t(), band.values[l]);
        at::sum_out(byConstants, band.slopes[l], at::IntArrayRef({0}));
        if (l == 0) break;
        at::mm_out(band.slopes[l - 1], band.slopes[l], matrix(m_weights, m_layers[l]));
        at::threshold_backward_out(band.slopes[l - 1], band.slopes[l - 1], band.values[l], 0);
    }
}

} // namespace rushes::neural
