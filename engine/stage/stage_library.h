// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/figures/figure.h"
#include "engine/figures/figure_library.h"
#include "engine/models/import.h"
#include "engine/reading/reader.h"
#include "engine/sets/set_library.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace rushes::stage {

/// Somebody's own model, with its coarser levels as meshes of their own.
struct LoadedModel {
    models::Model model;
    std::vector<std::shared_ptr<const geometry::Mesh>> coarser;
};

/// What the stage draws from: the prompt reader, the people and the places, loaded once. Any thread; it lives as long as someone
/// stages.
class StageLibrary {
public:
    static Result<std::shared_ptr<StageLibrary>> load();

    const reading::Reader& reader() const { return *m_reader; }
    const sets::SetLibrary& sets() const { return *m_sets; }
    const std::shared_ptr<const figures::FigureLibrary>& figureLibrary() const { return m_figures; }

    /// The person of this design; made once, then the same in every shot. An extra's figure has no level finer than `finest`.
    Result<std::shared_ptr<const figures::Figure>> figure(const figures::CharacterDesign& design, figures::Lod finest = figures::Lod::close);

    /// Somebody's own model; the last dozen are kept while their files stay as they are.
    Result<std::shared_ptr<const LoadedModel>> model(const std::filesystem::path& file, const models::FitOptions& fit);

private:
    StageLibrary() = default;
    std::unique_ptr<reading::Reader> m_reader;
    std::shared_ptr<const sets::SetLibrary> m_sets;
    std::shared_ptr<const figures::FigureLibrary> m_figures;
    struct Shared {
        std::mutex mutex;
        std::map<std::string, std::shared_ptr<const figures::Figure>> figures; ///< by design key; at most some dozens
        std::map<std::string, std::shared_ptr<const LoadedModel>> models; ///< by use, path, size and time
    } m_shared;
};

} // namespace rushes::stage
