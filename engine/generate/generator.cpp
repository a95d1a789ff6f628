// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/generate/generator.h"

namespace rushes::generate {

void GeneratorRegistry::add(std::string id, Factory factory) { m_entries.push_back({std::move(id), std::move(factory)}); }

std::vector<std::string> GeneratorRegistry::ids() const {
    std::vector<std::string> out;
    for (const auto& entry : m_entries) out.push_back(entry.id);
    return out;
}

Result<std::unique_ptr<Generator>> GeneratorRegistry::create(std::string_view id) const {
    std::string known;
    for (const auto& entry : m_entries) {
        if (entry.id == id) return entry.factory();
        known += (known.empty() ? "" : ", ") + entry.id;
    }
    return fail(ErrorCategory::notFound, "There is no generator \"" + std::string(id) + "\" in this build",
                "Choose one of: " + (known.empty() ? "none" : known) + ".");
}

} // namespace rushes::generate
