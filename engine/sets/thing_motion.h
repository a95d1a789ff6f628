// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/node.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::sets {

/// How a thing moves by itself: it bounces, swings, drifts up, falls off a table, takes off.
struct ThingMotion {
    enum class Unit { metres, size, edge }; ///< edge: `go` in ways to the edge of what it stands on, `up` in the height of that
    enum class Pivot { base, middle, top, hinge };
    struct Key {
        double at = 0;                                   ///< seconds
        double go = 0, up = 0;                           ///< ahead and up
        double turn = 0, pitch = 0, tip = 0, stretch = 1; ///< degrees about up, nose up, onto its side; its height in times of its own
        int ease = 0;                                    ///< into this key: 0 even, 1 as it falls, 2 as it rises, 3 soft at both ends
    };
    double seconds = 1;
    bool loops = false;
    bool rolls = false;     ///< turns about its side as far as it goes
    bool flies = false;     ///< it is in the air, so the camera looks up
    bool crosses = false;   ///< starts as far behind its place as it will be ahead
    double bends = 0;       ///< seconds of one wave of what bends (a flag); 0: it does not
    Unit unit = Unit::metres;
    Pivot pivot = Pivot::base;
    std::string becomes;    ///< a prop that is there instead from `becomesAt` on: shards
    double becomesAt = 0;
    std::vector<Key> keys;

    Key at(double seconds) const;
};

/// The motions by name, and the verbs that they play.
class ThingMotions {
public:
    /// Throws ReadError.
    void read(const Node& file);
    const ThingMotion* find(std::string_view name) const;
    /// For a verb with a particle or alone ("take off", "bounce"), of a prop, its class or anything; null: none.
    const ThingMotion* forVerb(std::string_view verb, const std::vector<std::string>& with, const std::vector<std::string>& of) const;

private:
    std::map<std::string, ThingMotion, std::less<>> m_motions;
    std::map<std::string, std::string, std::less<>> m_verbs;
};

} // namespace rushes::sets
