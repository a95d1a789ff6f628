// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rushes::sets {

/// Smooth noise of the place language, from a sine hash so that the heights match the authored ones.
double hashNoise(double i, double j);            ///< [0, 1), for whole numbers
double valueNoise(double x, double y);           ///< [0, 1)
double fbm(double x, double y, int octaves = 4); ///< about -1 … 1
double ridgeNoise(double x, double y, int octaves = 4);

} // namespace rushes::sets
