// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/film_words.h"

#include "engine/reading/shot_description.h"

#include <array>

namespace rushes::reading {

namespace {

template <std::size_t N> using Spellings = std::array<std::string_view, N>;

template <class Value, std::size_t N> std::string_view spell(const Spellings<N>& spellings, Value value) {
    return spellings[static_cast<std::size_t>(value)];
}

template <class Value, std::size_t N> std::optional<Value> find(const Spellings<N>& spellings, std::string_view text) {
    for (std::size_t i = 0; i < N; ++i) {
        if (spellings[i] == text) return static_cast<Value>(i);
    }
    return std::nullopt;
}

// Each in the order of its enumeration.
constexpr Spellings<9> sizes = {"extreme_wide", "wide", "full", "medium_full", "medium", "medium_close_up", "close_up", "extreme_close_up", "insert"};
constexpr Spellings<6> angles = {"level", "high", "low", "bird_eye", "worm_eye", "dutch"};
constexpr Spellings<7> heights = {"ground", "hip", "eye", "overhead", "aerial", "water", "underwater"};
constexpr Spellings<9> povs = {"objective", "first_person", "over_shoulder", "over_hip", "drone", "selfie", "dashcam", "overhead", "locked_on"};
constexpr Spellings<19> moves = {"static", "pan",      "tilt",   "roll", "dolly", "truck", "pedestal",   "arc",    "crane",   "zoom",
                                 "dolly_zoom", "handheld", "follow", "lead", "tail",  "side_track", "reveal", "whip_pan", "rack_focus"};
constexpr Spellings<8> directions = {"left", "right", "up", "down", "in", "out", "clockwise", "counterclockwise"};
constexpr Spellings<3> speeds = {"slow", "normal", "fast"};
constexpr Spellings<6> times = {"dawn", "morning", "day", "golden_hour", "dusk", "night"};
constexpr Spellings<7> weathers = {"clear", "cloud", "rain", "storm", "snow", "fog", "wind"};
constexpr Spellings<4> seasons = {"spring", "summer", "autumn", "winter"};
constexpr Spellings<7> kinds = {"person", "animal", "vehicle", "prop", "plant", "structure", "effect"};
constexpr Spellings<13> relations = {"left_of", "right_of", "above",  "below",   "on",     "under", "in",
                                     "behind",  "in_front_of", "beside", "between", "facing", "around"};
constexpr Spellings<7> ages = {"baby", "child", "teen", "young", "adult", "middle", "old"};

} // namespace

std::string_view word(ShotSize v) { return spell(sizes, v); }
std::string_view word(CameraAngle v) { return spell(angles, v); }
std::string_view word(CameraHeight v) { return spell(heights, v); }
std::string_view word(PointOfView v) { return spell(povs, v); }
std::string_view word(Move v) { return spell(moves, v); }
std::string_view word(Direction v) { return spell(directions, v); }
std::string_view word(MoveSpeed v) { return spell(speeds, v); }
std::string_view word(TimeOfDay v) { return spell(times, v); }
std::string_view word(Weather v) { return spell(weathers, v); }
std::string_view word(Season v) { return spell(seasons, v); }
std::string_view word(SubjectKind v) { return spell(kinds, v); }
std::string_view word(RelationKind v) { return spell(relations, v); }
std::string_view word(AgeClass v) { return spell(ages, v); }

std::optional<ShotSize> shotSizeFrom(std::string_view text) { return find<ShotSize>(sizes, text); }
std::optional<CameraAngle> cameraAngleFrom(std::string_view text) { return find<CameraAngle>(angles, text); }
std::optional<CameraHeight> cameraHeightFrom(std::string_view text) { return find<CameraHeight>(heights, text); }
std::optional<PointOfView> pointOfViewFrom(std::string_view text) { return find<PointOfView>(povs, text); }
std::optional<Move> moveFrom(std::string_view text) { return find<Move>(moves, text); }
std::optional<Direction> directionFrom(std::string_view text) { return find<Direction>(directions, text); }
std::optional<MoveSpeed> moveSpeedFrom(std::string_view text) { return find<MoveSpeed>(speeds, text); }
std::optional<TimeOfDay> timeOfDayFrom(std::string_view text) { return find<TimeOfDay>(times, text); }
std::optional<Weather> weatherFrom(std::string_view text) { return find<Weather>(weathers, text); }
std::optional<Season> seasonFrom(std::string_view text) { return find<Season>(seasons, text); }
std::optional<SubjectKind> subjectKindFrom(std::string_view text) { return find<SubjectKind>(kinds, text); }
std::optional<RelationKind> relationFrom(std::string_view text) { return find<RelationKind>(relations, text); }
std::optional<AgeClass> ageClassFrom(std::string_view text) { return find<AgeClass>(ages, text); }

} // namespace rushes::reading
