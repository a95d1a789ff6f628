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

Result<std::shared_ptr<const figures::Figure>> StageLibrary::figure(const figures::CharacterDesign& design, figures::Lod finest) {
    const std::string key = design.key() + "/" + std::to_string(int(finest));
    {
        const std::lock_guard lock(m_shared.mutex);
        if (const auto found = m_shared.figures.find(key); found != m_shared.figures.end()) return found->second;
    }
    auto made = figures::Figure::create(m_figures, design, finest);
    if (!made) return fail(made.error());
    const std::lock_guard lock(m_shared.mutex);
    if (m_shared.figures.size() > 72) m_shared.figures.clear();
    return m_shared.figures.emplace(key, *made).first->second;
}

Result<std::shared_ptr<const LoadedModel>> StageLibrary::model(const std::filesystem::path& file, const models::FitOptions& fit) {
    std::error_code problem;
    const auto bytes = std::filesystem::file_size(file, problem);
    const auto changed = std::filesystem::last_write_time(file, problem).time_since_epoch().count();
    const std::string key = std::string(models::name(fit.use)) + " " + file.string() + " " + std::to_string(bytes) + " " + std::to_string(changed);
    {
        const std::lock_guard lock(m_shared.mutex);
        if (const auto found = m_shared.models.find(key); found != m_shared.models.end()) return found->second;
    }
    auto made = models::importModel(file, fit);
    if (!made) return fail(made.error());
    if (made->use != fit.use)
        return fail(ErrorCategory::badInput, "The model " + file.string() + " was added as a " + std::string(models::name(made->use)), "Add it again for what it stands for.");
    auto loaded = std::make_shared<LoadedModel>(LoadedModel{std::move(*made), {}});
    for (std::size_t level = 1; fit.use == models::Use::prop && level <= loaded->model.coarser.size(); ++level)
        loaded->coarser.push_back(std::make_shared<const geometry::Mesh>(loaded->model.level(level)));
    const std::lock_guard lock(m_shared.mutex);
    if (m_shared.models.size() >= 12) m_shared.models.clear();
    return m_shared.models.emplace(key, std::move(loaded)).first->second;
}

} // namespace rushes::stage
