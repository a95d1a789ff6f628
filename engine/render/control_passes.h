// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/geometry_pass.h"
#include "engine/render/picture.h"
#include "engine/render/worker_pool.h"

#include <vector>

namespace rushes::render {

/// Depth, normals, object numbers and boxes, from the samples of the geometry pass. With two samples a pixel the upper left one is
/// taken: depths and numbers must not be mixed.
void fillControlPasses(const View& view, const GeometryFrame& geometry, const SurfaceTable& table, int samples, const Passes& passes, WorkerPool& pool, Picture& picture);

} // namespace rushes::render
