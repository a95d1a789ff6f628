// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/generators.h"

#ifdef RUSHES_STAGE
#include "engine/look/look_generator.h"
#include "engine/stage/stage_generator.h"
#endif

namespace rushes::app {

generate::GeneratorRegistry makeRegistry() {
    generate::GeneratorRegistry registry;
#ifdef RUSHES_STAGE
    stage::registerGenerator(registry);
    look::registerGenerator(registry);
#endif
    return registry;
}

} // namespace rushes::app
