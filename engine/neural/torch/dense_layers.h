// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace rushes::neural {

/// The calling thread's matrix products stay on that thread: the pool's barrier collapses when another program runs beside it.
void keepTorchOnThisThread();

/// Scratch of one thread: what the layers give for a band of pixels, and the slopes by it.
struct DenseBand {
    std::vector<at::Tensor> values; ///< of every layer, guides first: pixels x width
    std::vector<at::Tensor> slopes;
};

/// Matrices and offsets with ReLU between: a stack of 1x1 convolutions. All weights lie in one row of floats, and so do their slopes.
/// The pass back is written out: three products a layer, without the bookkeeping that costs a small network more than its sums.
class DenseLayers {
public:
    DenseLayers(int channels, int hidden, int layers, std::uint64_t seed);

    std::int64_t weightCount() const { return m_count; }
    /// Floats from a pixel's guides to the next one's in a band for learning; what lies past the channels stays zero.
    std::int64_t guideStride() const { return m_layers.front().stride; }
    float* weights() { return m_weights.data_ptr<float>(); }
    const float* weights() const { return m_weights.const_data_ptr<float>(); }

    DenseBand band(std::int64_t pixels, bool forLearning) const;
    /// From the guides in band.values.front() to the colours in band.values.back().
    void forward(DenseBand& band) const;
    /// The same from `guides` (pixels x channels) of the caller; `pixels` at most the band's.
    void forward(DenseBand& band, const float* guides, std::int64_t pixels) const;
    /// From band.slopes.back() to the slopes of all weights, written over `slopes` (weightCount() floats). After forward().
    void backward(DenseBand& band, const at::Tensor& slopes) const;

private:
    struct Layer {
        std::int64_t in = 0, stride = 0, out = 0, offset = 0;
    };
    void forward(DenseBand& band, const at::Tensor& guides) const;
    at::Tensor matrix(const at::Tensor& row, const Layer& layer) const;
    at::Tensor constants(const at::Tensor& row, const Layer& layer) const;

    std::vector<Layer> m_layers;
    std::int64_t m_count = 0;
    at::Tensor m_weights;
};

} // namespace rushes::neural
