// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/papers/painting_check.h"

#include "app/papers/paint_layers.h"
#include "engine/media/painted_picture.h"
#include "engine/media/structure.h"
#include "engine/shoot/make_shot_request.h"
#include "engine/stage/draw.h"
#include "engine/stage/open_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>

namespace rushes::app {
namespace {

// Measured on eight shots of look_eval with six ways of painting: a painting is at least 0.46 like its own frame and at most 0.16 like one of another shot.
constexpr double kFits = 0.32, kFound = 0.3, kClearly = 0.12, kNothing = 0.2;
constexpr std::size_t kMostOthers = 24;
constexpr int kWidth = 320; ///< pixels of what is drawn to compare

struct Match {
    double likeness = -1;
    std::string shot;
    std::int64_t frame = 0;
};

class Comparer {
public:
    Comparer(stage::OpenStage& stage, media::Structure painting) : m_stage(stage), m_painting(std::move(painting)) {}

    /// The most alike of some frames of a shot; nothing where it cannot be staged or drawn.
    std::optional<Match> best(const generate::ShotRequest& request, const std::set<std::int64_t>& frames) const {
        const auto shot = stage::stageShot(*m_stage.library, request);
        if (!shot) return std::nullopt;
        const stage::ShotDrawer drawer(*m_stage.library, *shot);
        const int height = std::max(1, kWidth * request.height / std::max(1, request.width));
        std::optional<Match> best;
        for (const auto frame : frames) {
            const auto drawn = m_stage.renderer->draw(drawer.view(std::clamp<std::int64_t>(frame, 0, shot->duration.value - 1), kWidth, height), {.colour = true});
            if (!drawn) return best;
            const double likeness = m_painting.likeness(media::Structure::of(drawn->colour));
            if (!best || likeness > best->likeness) best = Match{likeness, request.shotNumber, frame};
        }
        return best;
    }

private:
    stage::OpenStage& m_stage;
    media::Structure m_painting;
};

/// Frames over a shot's time, and the one that was asked for.
std::set<std::int64_t> samples(const generate::ShotRequest& request, std::int64_t frame) {
    const std::int64_t last = std::max<std::int64_t>(0, request.duration.value - 1);
    return {0, last / 3, last * 2 / 3, last, std::clamp<std::int64_t>(frame, 0, last)};
}

} // namespace

PaintingCheck paintingCheck(const project::Project& film, const project::Shot& shot, std::int64_t frame, const std::filesystem::path& painting) {
    PaintingCheck check{painting, {}, frame, {}};
    if (auto own = shoot::makeShotRequest(film, shot.id)) check.own = std::move(*own);
    const auto shots = film.shots.of(shot.sequence);
    const auto here = std::find_if(shots.begin(), shots.end(), [&](const auto* other) { return other->id == shot.id; }) - shots.begin();
    std::vector<std::ptrdiff_t> order;
    for (std::ptrdiff_t i = 0; i < std::ssize(shots); ++i)
        if (i != here) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [here](auto a, auto b) { return std::abs(a - here) < std::abs(b - here); });
    for (const auto i : order) {
        if (check.others.size() == kMostOthers) break;
        if (auto other = shoot::makeShotRequest(film, shots[std::size_t(i)]->id)) check.others.push_back(std::move(*other));
    }
    return check;
}

std::string whatIsStrange(const PaintingCheck& check) {
    const auto painted = media::readPainted(check.painting);
    stage::OpenStage stage;
    if (!painted || check.own.width < 1 || !stage.open()) return {};
    const Comparer comparer(stage, media::Structure::of(painted->picture));
    const auto own = comparer.best(check.own, {check.frame});
    if (!own || own->likeness >= kFits) return {};
    Match best = *own;
    bool ownShot = true;
    if (const auto later = comparer.best(check.own, samples(check.own, check.frame)); later && later->likeness > best.likeness) best = *later;
    for (const auto& other : check.others) {
        if (best.likeness >= kFits + kClearly) break; // it is found
        const auto match = comparer.best(other, samples(other, check.frame));
        if (!match || match->likeness <= best.likeness) continue;
        best = *match;
        ownShot = false;
    }
    if (best.likeness >= kFound && best.likeness - own->likeness >= kClearly)
        return ownShot ? fmt::format("It looks like frame {} of {} rather than frame {}.", best.frame, best.shot, check.frame)
                       : fmt::format("It looks like a frame of shot {} rather than of {}.", best.shot, check.own.shotNumber);
    if (own->likeness >= kNothing) return {};
    return fmt::format("Next to no line of frame {} of {} is in it: if it is not painted over that frame, use it as a loose picture.", check.frame, check.own.shotNumber);
}

} // namespace rushes::app
