// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"

#include <memory>
#include <string>
#include <vector>

namespace rushes::sets {

/// A film's own model that stands for a word: on y = 0, centred, facing +Z.
struct OwnProp {
    std::string word; ///< "chair": the noun, in the singular
    std::shared_ptr<const geometry::Mesh> mesh;
    std::shared_ptr<const std::vector<geometry::Material>> materials;
    std::vector<std::shared_ptr<const geometry::Mesh>> coarser; ///< each about a third of the one before
};

/// A film's own model of a place: metres, floor at y = 0, one piece for each thing that may be taken away for the camera.
struct OwnPlace {
    struct Piece {
        std::string name;
        std::shared_ptr<const geometry::Mesh> mesh;
    };
    std::string name; ///< the location's
    std::string key;  ///< of its content: equal keys are one set
    std::vector<Piece> pieces;
    std::shared_ptr<const std::vector<geometry::Material>> materials;
};

} // namespace rushes::sets
