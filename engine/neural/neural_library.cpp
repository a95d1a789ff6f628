// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/neural_library.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <cstdlib>
#include <mutex>

namespace rushes::neural {
namespace {

constexpr const char* kName = "librushes_neural.so";
constexpr const char* kHint = "Run packaging/setup (it fetches libtorch) and build again, or let RUSHES_NEURAL name the library. All else works without it.";

std::string lastLoaderError() {
    const char* text = dlerror();
    return text ? text : "the loader gives no reason";
}

} // namespace

Result<std::filesystem::path> findNeuralLibrary() {
    namespace fs = std::filesystem;
    std::error_code error;
    if (const char* named = std::getenv("RUSHES_NEURAL"); named && *named) {
        if (fs::is_regular_file(named, error)) return fs::path(named);
        return fail(ErrorCategory::unsupported, fmt::format("There is no neural library at {}, which RUSHES_NEURAL names", named), kHint);
    }
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    std::string looked;
    for (const fs::path& folder : {program / "../lib/rushes", program / "../lib", program}) {
        const fs::path file = (folder / kName).lexically_normal();
        if (fs::is_regular_file(file, error)) return file;
        looked += (looked.empty() ? "" : ", ") + file.string();
    }
    return fail(ErrorCategory::unsupported, fmt::format("This build has no neural library (looked for {})", looked), kHint);
}

Result<const NeuralEntry*> openNeuralLibrary(const std::filesystem::path& file) {
    // Local: what torch defines stays out of everybody else's way. Never closed, for torch keeps threads and per-thread data.
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) return fail(ErrorCategory::unsupported, fmt::format("The neural library {} does not open: {}", file.string(), lastLoaderError()), kHint);
    auto* entry = reinterpret_cast<const NeuralEntry* (*)()>(dlsym(library, "rushesNeural"));
    if (!entry) return fail(ErrorCategory::unsupported, fmt::format("{} is no neural library of Rushes", file.string()), kHint);
    if (entry()->abi != kNeuralAbi)
        return fail(ErrorCategory::unsupported, fmt::format("The neural library {} belongs to another version of Rushes ({} for {})", file.string(),
                                                            entry()->abi, kNeuralAbi), "Install the two together.");
    return entry();
}

Result<const NeuralEntry*> neuralLibrary() {
    static std::mutex mutex;
    static const NeuralEntry* opened = nullptr;
    const std::scoped_lock lock(mutex);
    if (opened) return opened;
    const auto file = findNeuralLibrary();
    if (!file) return fail(file.error());
    const auto entry = openNeuralLibrary(*file);
    if (entry) opened = *entry;
    return entry;
}

Result<std::string> neuralVersion() {
    const auto library = neuralLibrary();
    if (!library) return fail(library.error());
    return std::string((*library)->version);
}

Result<std::unique_ptr<PixelNet>> makePixelNet(const PixelNetOptions& options) {
    const auto library = neuralLibrary();
    if (!library) return fail(library.error());
    return (*library)->makePixelNet(options);
}

} // namespace rushes::neural
