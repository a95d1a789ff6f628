// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rushes::script {

/// What a line of action tells the camera. Empty fields were not said; the words are those of the stage contract.
struct CameraNote {
    std::string size;
    std::string angle;
    std::string move; ///< "dolly in", "pan"
    std::optional<double> lensMm;
    bool pov = false;
    bool overShoulder = false;
    bool twoShot = false;

    bool any() const {
        return !size.empty() || !angle.empty() || !move.empty() || lensMm || pov || overShoulder || twoShot;
    }
    /// Takes what `other` says and this does not.
    void fillFrom(const CameraNote& other);
};

struct CameraReading {
    CameraNote note;
    bool opens = false; ///< the sentence starts a new set-up ("CLOSE ON …", "MARA'S POV")
    std::string text;   ///< what is left to see, with moves as "the camera pushes in on …"; may be empty
};

/// Reads camera words in capitals, or behind "we" and "the camera". Takes the framing off the start, turns "we PULL
/// BACK" into "the camera pulls back" and drops "we see".
CameraReading readCamera(std::string_view sentence);

/// "CLOSE ON THE GUN", "ANGLE ON:", "MARA'S POV", "ON MARA": a line in capitals that is no name.
bool startsWithCameraWords(std::string_view line);

} // namespace rushes::script
