// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/word_forms.h"

#include <string>

namespace rushes::reading {

/// A motion and who does what with it.
struct ProposedMotion {
    std::string verb; ///< lemma
    std::string motion;
    const Subject* subject = nullptr; ///< null when nobody is known
    const Subject* object = nullptr;  ///< the verb's own object
    bool hasObject = false;           ///< there is one, though it may be no subject
};

/// The motion that this subject can make: persons do not flow, cats do not fly, vehicles drive, fly or row by their kind, a skier
/// who glides skis, and a hand that turns a knob reaches.
std::string fitMotion(FormTable& forms, const ProposedMotion& proposed);

} // namespace rushes::reading
