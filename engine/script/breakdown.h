// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/fountain.h"

#include <optional>
#include <string>
#include <vector>

namespace rushes::script {

/// What stands between two headings. `place`, `setting` and `timeOfDay` are what the heading says, and empty when it
/// says nothing.
struct ScriptScene {
    std::string number;  ///< the script's own, else counted from 1
    std::string heading; ///< "EXT. HARBOUR - NIGHT", empty for text before any heading
    std::string setting; ///< "INT", "EXT", "INT/EXT" or empty
    std::string place;   ///< "Harbour"; a name of Breakdown::locations
    std::string
        timeOfDay; ///< "night": a word of the stage contract (dawn, morning, day, golden_hour, dusk, night), or empty
    std::string synopsis; ///< of the = lines, joined by a blank
    int firstLine = 1;
    int lastLine = 1;
};

struct ShotDialogue {
    std::string character; ///< a name of Breakdown::characters
    std::string text;
};

/// One camera set-up. The words of size, angle and move are those of the stage contract ("medium_close_up", "low",
/// "dolly in").
struct ScriptShot {
    std::size_t scene = 0; ///< index into Breakdown::scenes
    std::string number; ///< "12" for the first shot of scene 12, then "12A", "12B", … (I and O are left out, as on set)
    std::string prompt; ///< director's words: framing, who, what, where, when, weather
    std::string size;
    std::string angle;
    std::optional<double> lensMm;        ///< only when the script says so
    std::string move;                    ///< "static" when the script asks for none
    double seconds = 0;                  ///< whole tenths, 1.0 to 12.0, longer only for a speech that cannot be split
    std::vector<std::string> characters; ///< names of who is seen, in order of appearance
    std::string location;                ///< a name of Breakdown::locations, or empty
    std::vector<ShotDialogue> dialogue;  ///< what is heard, also of people who are not seen
    int firstLine = 1;
    int lastLine = 1;
};

struct ScriptCharacter {
    std::string name;        ///< as in prompts: "Mara", "Second Sailor"
    std::string description; ///< from the introduction: "30s, a ferry clerk in a red coat", may be empty
};

struct ScriptLocation {
    std::string name;    ///< "Harbour"
    std::string setting; ///< "INT", "EXT", "INT/EXT" or empty
};

/// A script as a shot list. Everything is in the script's order.
struct Breakdown {
    std::string title;
    std::vector<ScriptScene> scenes;
    std::vector<ScriptShot> shots;
    std::vector<ScriptCharacter> characters;
    std::vector<ScriptLocation> locations;
    std::vector<ScriptWarning> warnings;
};

/// Plans the shots of a script by fixed rules (README.md of this folder): the same script gives the same list. Invents
/// nothing that the script does not say. A script without headings is one scene; a scene without text is one shot.
Breakdown breakDown(const Document& document);

} // namespace rushes::script
