// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/own_models.h"

#include "engine/models/model_file.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <numeric>

namespace rushes::stage {
namespace {

using generate::ReferenceRole;

constexpr std::size_t mostPieces = 400; ///< of a place; what is beyond is one piece

/// One piece a part: what stands in the camera's way can be taken away by itself.
std::vector<sets::OwnPlace::Piece> piecesOf(const models::Model& model) {
    const auto& mesh = model.mesh;
    std::vector<std::vector<std::uint32_t>> triangles(std::min(model.parts.size(), mostPieces));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto part = std::min<std::size_t>(mesh.surfaces[mesh.surfaceOf[mesh.indices[i]]].part, triangles.size() - 1);
        triangles[part].insert(triangles[part].end(), mesh.indices.begin() + std::ptrdiff_t(i), mesh.indices.begin() + std::ptrdiff_t(i) + 3);
    }
    std::vector<sets::OwnPlace::Piece> pieces;
    for (std::size_t part = 0; part < triangles.size(); ++part) {
        if (triangles[part].empty()) continue;
        auto piece = std::make_shared<geometry::Mesh>();
        std::map<std::uint32_t, std::uint32_t> place;
        for (const auto i : triangles[part]) {
            const auto [it, fresh] = place.try_emplace(i, std::uint32_t(piece->positions.size()));
            if (fresh) {
                piece->positions.push_back(mesh.positions[i]);
                piece->normals.push_back(mesh.normals[i]);
                piece->surfaceOf.push_back(mesh.surfaceOf[i]);
            }
            piece->indices.push_back(it->second);
        }
        piece->surfaces = mesh.surfaces;
        piece->measure();
        pieces.push_back({model.parts[part], std::move(piece)});
    }
    return pieces;
}

std::shared_ptr<const std::vector<geometry::Material>> materialsOf(const std::shared_ptr<const models::Model>& model) { return {model, &model->materials}; }

models::Use useOf(ReferenceRole role) {
    return role == ReferenceRole::figureModel ? models::Use::figure : role == ReferenceRole::propModel ? models::Use::prop : models::Use::place;
}

bool isModel(ReferenceRole role) { return role == ReferenceRole::figureModel || role == ReferenceRole::propModel || role == ReferenceRole::placeModel; }

const char* usual(ReferenceRole role) { return role == ReferenceRole::figureModel ? "figure" : role == ReferenceRole::propModel ? "prop" : "set"; }

std::string insteadOf(const generate::Reference& reference, const std::string& why) {
    return "The model of " + reference.subject + " cannot be used, the usual " + usual(reference.role) + " stands in: " + why;
}

} // namespace

OwnModels ownModels(StageLibrary& library, const generate::ShotRequest& request, std::vector<std::string>& warnings) {
    OwnModels own;
    for (const auto& reference : request.references) {
        if (!isModel(reference.role)) continue;
        models::FitOptions fit;
        fit.use = useOf(reference.role);
        if (const auto match = library.sets().propFor(reference.subject); fit.use == models::Use::prop && match)
            if (const auto prop = library.sets().prop(match->name)) fit.expected = (*prop)->size;
        const auto model = library.model(reference.file, fit);
        if (!model) {
            warnings.push_back(insteadOf(reference, model.error().text()));
            continue;
        }
        const std::shared_ptr<const models::Model> read(*model, &(*model)->model);
        if (fit.use == models::Use::figure) own.figures[reading::lowerAscii(reference.subject)] = read;
        else if (fit.use == models::Use::prop) own.props.push_back({reference.subject, {read, &read->mesh}, materialsOf(read), (*model)->coarser});
        else own.place = sets::OwnPlace{reference.subject, reference.file.string() + reference.contentHash, piecesOf(*read), materialsOf(read)};
    }
    return own;
}

std::vector<std::string> brokenModels(const generate::ShotRequest& request) {
    std::vector<std::string> warnings;
    for (const auto& reference : request.references) {
        std::error_code problem;
        if (!isModel(reference.role)) continue;
        if (!std::filesystem::is_regular_file(reference.file, problem)) warnings.push_back(insteadOf(reference, "its file is missing."));
        else if (reference.file.extension() == ".model")
            if (const auto model = models::readModelFile(reference.file); !model) warnings.push_back(insteadOf(reference, model.error().text()));
    }
    return warnings;
}

} // namespace rushes::stage
