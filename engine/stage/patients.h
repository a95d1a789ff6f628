// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/worker.h"

namespace rushes::stage {

/// Puts those to whom something is done where it can be done to them: the patient on the operating table, the child in its bed, the prisoner
/// on the chair, the dead on the floor; who does it stands beside. Gives them a posture and brings what they lie or sit on.
void layPatients(BlockingWork& work);

/// A baby that somebody holds, carries or feeds is in their arms, not on its feet.
bool isInArms(const reading::ShotDescription& description, const reading::Subject& subject);

} // namespace rushes::stage
