// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/stage_library.h"

namespace rushes::stage {

Result<std::shared_ptr<StageLibrary>> StageLibrary::load() {
    std::shared_ptr<StageLibrary> library(new StageLibrary);
    auto reader = reading::Reader::create();
    if (!reader) return failBecause(reader.error(), "The stage cannot read prompts");
    auto sets = sets::SetLibrary::load();
    if (!sets) return failBecause(sets.error(), "The stage has no places");
    auto figures = figures::FigureLibrary::load();
    if (!figures) return failBecause(figures.error(), "The stage has no people");
    library->m_reader = std::move(*reader);
    library->m_sets = std::move(*sets);
    library->m_figures = std::move(*figures);
    return library;
}

Result<std::shared_ptr<const figures::Figure>> StageLibrary::figure(const figures::CharacterDesign& design) {
    const std::string key = design.key();
    {
        const std::lock_guard lock(m_shared.mutex);
        if (const auto found = m_shared.figures.find(key); found != m_shared.figures.end()) return found->second;
    }
    auto made = figures::Figure::create(m_figures, design);
    if (!made) return fail(made.error());
    const std::lock_guard lock(m_shared.mutex);
    if (m_shared.figures.size() > 48) m_shared.figures.clear();
    return m_shared.figures.emplace(key, *made).first->second;
}

} // namespace rushes::stage
