// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/staging.h"

#include <map>
#include <string>
#include <vector>

namespace rushes::eval {

/// What is wrong with the staging of one shot, seen without drawing it: by projection, and by rays through the set.
struct ShotFaults {
    bool outOfFrame = false;   ///< the main person's face is outside of the picture half of the time or more
    bool cutAtEdge = false;    ///< the picture's edge runs through the main face at some moment, and nobody comes in or goes out
    bool behindSet = false;    ///< more than half of the face samples have something of the set before them
    bool behindPerson = false; ///< more than half have another person before them
    bool backTurned = false;   ///< a single of a face that shows the back of the head, and no move or words ask for it
    bool cameraInside = false; ///< a surface within 12 cm of the camera, or a body within 35 cm, at some moment
    bool peopleMeet = false;   ///< two bodies stand in one another
    bool inFurniture = false;  ///< something of the set runs through a standing body
    bool badShoulder = false;  ///< an over-the-shoulder whose listener is not in the picture or fills it

    std::vector<std::string> notes; ///< who, what and when, once a kind and pair

    bool any() const { return outOfFrame || behindSet || behindPerson || cameraInside || peopleMeet || inFurniture; }
    std::string names() const;
};

ShotFaults audit(const stage::StagedShot& shot);

/// Whether the camera changes sides of a pair's line from shot to shot. `place` is the scene.
class AxisWatch {
public:
    /// True when this shot is filmed from the other side of its pair's line than the scene's first one with that pair.
    bool add(const std::string& place, const stage::StagedShot& shot);
    int shots() const { return m_shots; }     ///< that have a pair
    int crossings() const { return m_crossings; }

private:
    std::map<std::string, std::map<std::string, int>> m_sides; ///< scene → pair → side
    int m_shots = 0, m_crossings = 0;
};

} // namespace rushes::eval
