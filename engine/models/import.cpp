// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/import.h"

#include "engine/models/confined_child.h"
#include "engine/models/finish.h"
#include "engine/models/model_file.h"

#include <algorithm>

namespace rushes::models {
namespace {

namespace fs = std::filesystem;

std::string extensionOf(const fs::path& file) {
    std::string text = file.extension().string();
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return text.empty() ? text : text.substr(1);
}

Result<void> checkFile(const fs::path& file) {
    std::error_code problem;
    const auto status = fs::status(file, problem);
    if (!fs::exists(status)) return fail(ErrorCategory::notFound, "There is no file " + file.string(), "Check its name.");
    if (!fs::is_regular_file(status)) return fail(ErrorCategory::badInput, file.string() + " is not a file", "Give a model's own file.");
    const auto size = fs::file_size(file, problem);
    if (problem) return fail(ErrorCategory::denied, file.string() + " cannot be read: " + problem.message());
    if (size == 0) return fail(ErrorCategory::badInput, "The model " + file.string() + " is empty", "Export it anew.");
    if (size > limits::fileBytes)
        return fail(ErrorCategory::badInput, "The model " + file.string() + " is larger than " + std::to_string(limits::fileBytes >> 20) + " MB", "Thin it out where it was made.");
    return {};
}

Result<void> checkEnding(const fs::path& file) {
    const auto& known = modelExtensions();
    if (std::find(known.begin(), known.end(), extensionOf(file)) == known.end())
        return fail(ErrorCategory::badInput, file.string() + " is no model that can be read", "Give a .glb, .gltf, .vrm, .fbx or .obj file.");
    return {};
}

Result<std::string> convert(const fs::path& file, const FitOptions& options) {
    auto raw = readScene(file);
    if (!raw) return fail(raw.error());
    paintPlain(*raw);
    fit(*raw, options);
    auto model = finish(std::move(*raw), options.use);
    if (!model) return fail(model.error());
    model->source = file.filename().string();
    return encode(*model);
}

} // namespace

const std::vector<std::string>& modelExtensions() {
    static const std::vector<std::string> known{"glb", "gltf", "vrm", "fbx", "obj"};
    return known;
}

Result<Model> importModel(const fs::path& file, const FitOptions& options) {
    if (auto there = checkFile(file); !there) return fail(there.error());
    if (isModelFile(file)) return readModelFile(file);
    if (auto known = checkEnding(file); !known) return fail(known.error());
    const auto bytes = runInChild([&] { return convert(file, options); });
    auto model = bytes ? decode(*bytes) : Result<Model>(fail(bytes.error()));
    if (!model) return fail(model.error().category, "The model " + file.string() + " cannot be used: " + model.error().message, model.error().hint);
    return model;
}

} // namespace rushes::models
