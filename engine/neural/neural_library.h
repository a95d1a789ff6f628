// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/neural/pixel_net.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace rushes::neural {

/// Raised whenever an interface that crosses into the library changes: PixelNet, its options, or NeuralEntry.
constexpr std::uint32_t kNeuralAbi = 2;

/// What the library offers: its one symbol, `rushesNeural`, returns this. `abi` stays the first member for ever.
struct NeuralEntry {
    std::uint32_t abi;
    const char* version; ///< "torch 2.11.0"
    Result<std::unique_ptr<PixelNet>> (*makePixelNet)(const PixelNetOptions&);
};

/// Where the neural library lies: the file $RUSHES_NEURAL names, or librushes_neural.so in ../lib/rushes, in ../lib or beside the
/// program. Opens nothing. Fails as `unsupported` with the places looked at and what to do.
Result<std::filesystem::path> findNeuralLibrary();

/// Opens the library, once for the life of the program, from any thread. Fails as `unsupported`.
Result<const NeuralEntry*> neuralLibrary();

/// The same from a file of one's own choice; every call opens it.
Result<const NeuralEntry*> openNeuralLibrary(const std::filesystem::path& file);

/// The library's version ("torch 2.11.0"); opens it.
Result<std::string> neuralVersion();

} // namespace rushes::neural
