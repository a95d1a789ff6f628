// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/time/rational_time.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rushes::generate {

/// What a reference is for: a picture, or with the last three somebody's own 3D model that stands for a character, a word or a place.
enum class ReferenceRole { first, last, frame, character, location, prop, look, depth, pose, figureModel, propModel, placeModel };

std::string_view name(ReferenceRole role);
Result<ReferenceRole> referenceRole(std::string_view name);

struct Reference {
    ReferenceRole role = ReferenceRole::look;
    std::filesystem::path file; ///< absolute, readable when the shot is taken
    std::string contentHash;    ///< of the file, as the project names it
    std::string subject;        ///< the character, location or prop it shows
    std::int64_t atFrame = 0;   ///< for ReferenceRole::frame, and for a look that is painted over a frame
    double strength = 1.0;      ///< 0..1
    bool painted = false;       ///< a look painted over the frame `atFrame` of this shot, point for point; else a loose picture
    std::string artist;         ///< who painted it
    std::string consent;        ///< the artist's words on what it may be used for
};

/// A person of the film, the same in every shot. Empty fields are left to the generator's choice from `name` and the seed.
struct CastMember {
    std::string name;        ///< as in the prompt
    std::string description; ///< "MARA, 30s, a ferry clerk in a red coat"
    bool seen = true;        ///< false: in the same scenes, not in this shot; keeps everyone's place from shot to shot
};

struct DialogueLine {
    std::string character;
    std::string text;
};

/// What the director set by hand. It outranks the words of the prompt. Values are the words of the shot.json contract.
struct CameraChoice {
    std::optional<std::string> size;  ///< wide, medium, close_up …
    std::optional<std::string> angle; ///< level, high, low …
    std::optional<double> lensMm;
    std::optional<std::string> move; ///< "dolly in", "static" …

    bool operator==(const CameraChoice&) const = default;
};

/// Everything a generator is told, as a plain value. It is kept with the take as its slate, so the take can be shot again.
struct ShotRequest {
    std::string shotNumber; ///< "12A", for titles and messages only
    std::string prompt;
    CameraChoice camera;
    std::string location; ///< the film's name for the place; every shot with the same name sees the same set
    std::vector<CastMember> cast; ///< of the place, in the order of their first appearance there
    std::vector<DialogueLine> dialogue;
    std::vector<Reference> references;
    time::RationalTime duration; ///< frames at the take's rate
    int width = 1280;
    int height = 720;
    std::uint64_t seed = 1;
    std::string generator = "stage";
    std::string generatorVersion; ///< filled when shot
    std::string settingsJson = "{}"; ///< the generator's own settings, one JSON object
    std::vector<std::string> earlier; ///< prompts of the scene's shots before this one, in order, the last few: who sat down sits, and who
                                      ///< went out to one side comes in from the other

    std::string toJson() const;
    static Result<ShotRequest> fromJson(std::string_view json);
};

} // namespace rushes::generate
