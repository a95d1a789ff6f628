// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/neural_library.h"
#include "engine/neural/torch/torch_pixel_net.h"

#include <torch/version.h>

extern "C" __attribute__((visibility("default"))) const rushes::neural::NeuralEntry* rushesNeural() {
    static const rushes::neural::NeuralEntry entry{rushes::neural::kNeuralAbi, "torch " TORCH_VERSION, &rushes::neural::TorchPixelNet::create};
    return &entry;
}
