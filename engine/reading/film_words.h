// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace rushes::reading {

// The closed vocabularies of a shot. `word()` gives the contract's spelling ("extreme_wide", "static"), the `…From()` functions
// read it back (absent for anything else).

enum class ShotSize { extremeWide, wide, full, mediumFull, medium, mediumCloseUp, closeUp, extremeCloseUp, insert };
enum class CameraAngle { level, high, low, birdEye, wormEye, dutch };
enum class CameraHeight { ground, hip, eye, overhead, aerial, water, underwater };
enum class PointOfView { objective, firstPerson, overShoulder, overHip, drone, selfie, dashcam, overhead, lockedOn };
enum class Move {
    fixed, ///< "static"
    pan, tilt, roll, dolly, truck, pedestal, arc, crane, zoom, dollyZoom, handheld, follow, lead, tail, sideTrack, reveal, whipPan, rackFocus
};
enum class Direction { left, right, up, down, in, out, clockwise, counterclockwise };
enum class MoveSpeed { slow, normal, fast };
enum class TimeOfDay { dawn, morning, day, goldenHour, dusk, night };
enum class Weather { clear, cloud, rain, storm, snow, fog, wind };
enum class Season { spring, summer, autumn, winter };
enum class SubjectKind;
enum class RelationKind;
enum class AgeClass;

std::string_view word(ShotSize);
std::string_view word(CameraAngle);
std::string_view word(CameraHeight);
std::string_view word(PointOfView);
std::string_view word(Move);
std::string_view word(Direction);
std::string_view word(MoveSpeed);
std::string_view word(TimeOfDay);
std::string_view word(Weather);
std::string_view word(Season);
std::string_view word(SubjectKind);
std::string_view word(RelationKind);
std::string_view word(AgeClass);

std::optional<ShotSize> shotSizeFrom(std::string_view);
std::optional<CameraAngle> cameraAngleFrom(std::string_view);
std::optional<CameraHeight> cameraHeightFrom(std::string_view);
std::optional<PointOfView> pointOfViewFrom(std::string_view);
std::optional<Move> moveFrom(std::string_view);
std::optional<Direction> directionFrom(std::string_view);
std::optional<MoveSpeed> moveSpeedFrom(std::string_view);
std::optional<TimeOfDay> timeOfDayFrom(std::string_view);
std::optional<Weather> weatherFrom(std::string_view);
std::optional<Season> seasonFrom(std::string_view);
std::optional<SubjectKind> subjectKindFrom(std::string_view);
std::optional<RelationKind> relationFrom(std::string_view);
std::optional<AgeClass> ageClassFrom(std::string_view);

} // namespace rushes::reading
