// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/look_generator.h"

#include "engine/look/kept_look.h"
#include "engine/look/look_settings.h"
#include "engine/media/painted_picture.h"
#include "engine/media/video_frame.h"
#include "engine/neural/neural_library.h"
#include "engine/stage/stage_generator.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <set>

namespace rushes::look {
namespace {

constexpr int kLongestSide = 4096; ///< guides are drawn at twice the size
constexpr std::size_t kMostPaintings = 12;

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Of more paintings of the shot than can be learned from, as many as can, spread over its time.
void spread(std::vector<const generate::Reference*>& own, std::size_t most) {
    if (own.size() <= most) return;
    std::vector<const generate::Reference*> some;
    for (std::size_t i = 0; i < most; ++i) some.push_back(own[most > 1 ? (i * (own.size() - 1) + (most - 1) / 2) / (most - 1) : own.size() / 2]);
    own = std::move(some);
}

/// The look references that count: kept looks, then paintings of the shot's own frames, of two of one frame the later one.
std::vector<const generate::Reference*> paintingsOf(const generate::ShotRequest& request) {
    std::vector<const generate::Reference*> kept, own;
    std::set<std::int64_t> taken;
    for (auto at = request.references.rbegin(); at != request.references.rend(); ++at) {
        if (at->role != generate::ReferenceRole::look) continue;
        if (isKeptLook(at->file)) kept.push_back(&*at);
        else if (at->painted && taken.insert(at->atFrame).second) own.push_back(&*at);
    }
    // The shot's own come first: what the network takes for the usual depth is theirs.
    std::sort(own.begin(), own.end(), [](const auto* a, const auto* b) { return a->atFrame < b->atFrame; });
    if (kept.size() < kMostPaintings) spread(own, kMostPaintings - kept.size());
    own.insert(own.end(), kept.begin(), kept.end());
    return own;
}

/// The last loose picture among the look references; null: none.
const generate::Reference* moodOf(const generate::ShotRequest& request) {
    const generate::Reference* mood = nullptr;
    for (const auto& reference : request.references)
        if (reference.role == generate::ReferenceRole::look && !reference.painted && !isKeptLook(reference.file)) mood = &reference;
    return mood;
}

Error noPainting(const generate::ShotRequest& request) {
    return {ErrorCategory::badInput, "Shot " + request.shotNumber + " has no painted frame or picture to take the look from", {},
            "Paint over one of its frames (Paint this frame, or `rushes frame --layers`), then add the painting as a look reference at that frame."};
}

} // namespace

Result<std::unique_ptr<generate::Generator>> LookGenerator::create() { return std::unique_ptr<generate::Generator>(new LookGenerator); }

std::string LookGenerator::version() const { return "1"; }

Result<generate::Plan> LookGenerator::plan(const generate::ShotRequest& request) const {
    if (request.duration.value < 1) return fail(ErrorCategory::badInput, "A shot needs at least one frame", "Set its length in frames.");
    if (request.width < 64 || request.height < 64 || request.width > kLongestSide || request.height > kLongestSide)
        return fail(ErrorCategory::badInput, "A look cannot be painted at " + std::to_string(request.width) + "x" + std::to_string(request.height), "Choose 64 to 4096 pixels each way.");
    if (auto library = neural::findNeuralLibrary(); !library) return fail(library.error());
    const auto paintings = paintingsOf(request);
    if (paintings.empty() && !moodOf(request)) return tl::unexpected(noPainting(request));
    if (paintings.size() > kMostPaintings)
        return fail(ErrorCategory::badInput, "Shot " + request.shotNumber + " uses " + std::to_string(paintings.size()) + " paintings and kept looks; " + std::to_string(kMostPaintings) + " can be learned from", "Keep those that differ most.");
    const double pixels = double(request.width) * request.height, small = 640.0 * 360.0, frames = double(request.duration.value);
    generate::Plan plan;
    plan.seconds = 2 + LookSettings::of(request.settingsJson).steps / 150.0 + frames * 0.2 * pixels / small;
    plan.memoryBytes = std::uint64_t(700e6 + pixels * (900 + 600 * double(paintings.size())));
    const auto painted = std::count_if(request.references.begin(), request.references.end(), [](const auto& reference) { return reference.role == generate::ReferenceRole::look && (reference.painted || isKeptLook(reference.file)); });
    if (std::size_t(painted) > paintings.size() && paintings.size() == kMostPaintings)
        plan.warnings.push_back("Of " + std::to_string(painted) + " painted frames " + std::to_string(kMostPaintings) + ", spread over the shot, are learned from.");
    if (!paintings.empty() && moodOf(request)) plan.warnings.push_back("The shot has painted frames; the loose picture is left out.");
    for (const auto* painting : paintings)
        if (!isKeptLook(painting->file) && (painting->atFrame < 0 || painting->atFrame >= request.duration.value))
            plan.warnings.push_back("The painting of frame " + std::to_string(painting->atFrame) + " lies outside the shot's " + std::to_string(request.duration.value) + " frames; the nearest frame is taken.");
    return plan;
}

Result<void> LookGenerator::addKept(const Work& work, const std::filesystem::path& file, std::vector<PaintedFrame>& frames) {
    const auto kept = readKeptLook(file);
    if (!kept) return fail(kept.error());
    for (const auto& frame : kept->frames) {
        if (work.cancel.cancelled()) return fail(ErrorCategory::cancelled, "Shooting was stopped");
        const std::string what = "A painted frame of the look " + kept->name;
        auto painted = media::decodePainted({reinterpret_cast<const char*>(frame.picture.data()), frame.picture.size()}, frame.fileName, work.request.width, work.request.height);
        if (!painted) return failBecause(painted.error(), what + " cannot be used");
        const auto shot = stage::stageShot(*m_stage.library, frame.request);
        if (!shot) return failBecause(shot.error(), what + " cannot be staged again");
        auto guides = GuideDrawer(*m_stage.library, *m_stage.renderer, *shot).frame(std::clamp<std::int64_t>(frame.at, 0, frame.request.duration.value - 1), work.request.width, work.request.height);
        if (!guides) return fail(guides.error());
        frames.push_back({std::move(*guides), std::move(painted->picture)});
    }
    return {};
}

Result<std::vector<PaintedFrame>> LookGenerator::readPaintings(const Work& work) {
    std::vector<PaintedFrame> frames;
    for (const auto* reference : paintingsOf(work.request)) {
        if (isKeptLook(reference->file)) {
            if (auto added = addKept(work, reference->file, frames); !added) return fail(added.error());
            continue;
        }
        auto painted = media::readPainted(reference->file, work.request.width, work.request.height);
        if (!painted) return failBecause(painted.error(), "The painting of frame " + std::to_string(reference->atFrame) + " cannot be used");
        auto guides = work.guides.frame(std::clamp<std::int64_t>(reference->atFrame, 0, work.request.duration.value - 1), work.request.width, work.request.height);
        if (!guides) return fail(guides.error());
        frames.push_back({std::move(*guides), std::move(painted->picture)});
    }
    return frames;
}

void LookGenerator::preview(const Work& work, LookPainter* look, double secondsLeft, const GuideFrame* guides) {
    if (!m_preview) return;
    generate::Preview preview;
    preview.progress.what = "Learning the look of " + work.request.shotNumber;
    preview.progress.secondsLeft = secondsLeft;
    if (look && guides)
        if (auto picture = look->paintImage(*guides)) preview.picture = std::move(*picture);
    m_preview(preview);
}

/// Learns in slices of about half a second, and shows the shot's first frame after each, so that somebody who watches sees it become.
Result<void> LookGenerator::learn(const Work& work, LookPainter& look) {
    const int total = look.stepsInAll();
    auto shown = work.guides.frame(0, work.request.width, work.request.height);
    if (!shown) return fail(shown.error());
    const auto start = Clock::now();
    int slice = 60;
    while (look.stepsTaken() < total) {
        const auto before = Clock::now();
        if (auto ok = look.learn(slice, work.cancel); !ok) return ok;
        const double took = secondsSince(before);
        slice = std::clamp(int(slice * 0.6 / std::max(took, 0.01)), 10, 400);
        preview(work, &look, secondsSince(start) / look.stepsTaken() * (total - look.stepsTaken()), &*shown);
    }
    return {};
}

/// One frame's guides are drawn while the one before is painted.
Result<void> LookGenerator::paintAll(const Work& work, LookPainter& look, const generate::FrameSink& sink) {
    const auto draw = [&](std::int64_t frame) { return work.guides.frame(frame, work.request.width, work.request.height); };
    auto next = std::async(std::launch::async, draw, 0);
    for (std::int64_t frame = 0; frame < work.request.duration.value; ++frame) {
        auto guides = next.get();
        if (!guides) return failBecause(guides.error(), "Frame " + std::to_string(frame) + " of shot " + work.request.shotNumber + " could not be drawn");
        if (work.cancel.cancelled()) return fail(ErrorCategory::cancelled, "Shooting was stopped");
        if (frame + 1 < work.request.duration.value) next = std::async(std::launch::async, draw, frame + 1);
        auto picture = look.paintImage(*guides);
        auto taken = picture ? sink(frame, *picture) : Result<void>(tl::unexpected(picture.error()));
        if (taken) continue;
        if (next.valid()) next.wait();
        return taken;
    }
    return {};
}

Result<std::unique_ptr<LookPainter>> LookGenerator::painted(const Work& work) {
    auto frames = readPaintings(work);
    if (!frames) return fail(frames.error());
    const LookSettings settings = LookSettings::of(work.request.settingsJson);
    LookOptions options{.steps = settings.steps, .looseness = {}, .seed = work.request.seed};
    if (settings.looseness) options.looseness = Looseness{float(*settings.looseness), float(*settings.looseness)};
    auto look = LearnedLook::create(std::move(*frames), options);
    if (!look) return fail(look.error());
    return std::unique_ptr<LookPainter>(std::move(*look));
}

Result<std::unique_ptr<LookPainter>> LookGenerator::inMood(const Work& work, const generate::Reference& mood) {
    auto picture = media::readPainted(mood.file);
    if (!picture) return failBecause(picture.error(), "The picture for the mood cannot be used");
    constexpr int kWidth = 640; // patches of a few pixels are to mean about the same in every picture
    Image& image = picture->picture;
    if (image.width > kWidth) {
        const int height = std::max(32, image.height * kWidth / image.width);
        auto smaller = media::FrameConverter().toImage(media::VideoFrame::fromImage(std::move(image)), PixelFormat::rgba8, kWidth, height);
        if (!smaller) return fail(smaller.error());
        image = std::move(*smaller);
    }
    std::vector<GuideFrame> frames;
    const std::int64_t last = work.request.duration.value - 1;
    for (const std::int64_t at : std::set<std::int64_t>{0, last / 2, last}) {
        auto guides = work.guides.frame(at, work.request.width, work.request.height);
        if (!guides) return fail(guides.error());
        frames.push_back(std::move(*guides));
    }
    auto look = MoodLook::create(frames, {std::move(image), mood.strength}, work.request.seed);
    if (!look) return fail(look.error());
    return std::unique_ptr<LookPainter>(std::move(*look));
}

Result<void> LookGenerator::generate(const generate::ShotRequest& request, const generate::FrameSink& sink, const CancelToken& cancel) {
    if (auto ready = m_stage.open(); !ready) return ready;
    auto shot = stage::stageShot(*m_stage.library, request);
    if (!shot) return failBecause(shot.error(), "Shot " + request.shotNumber + " cannot be staged");
    GuideDrawer guides(*m_stage.library, *m_stage.renderer, *shot);
    const Work work{request, *shot, guides, cancel};
    preview(work, nullptr, 0, nullptr);
    auto look = paintingsOf(request).empty() ? inMood(work, *moodOf(request)) : painted(work);
    if (!look) return failBecause(look.error(), "The look of shot " + request.shotNumber + " cannot be learned");
    if (auto learned = learn(work, **look); !learned) return learned;
    return paintAll(work, **look, sink);
}

void registerGenerator(generate::GeneratorRegistry& registry) { registry.add("look", [] { return LookGenerator::create(); }); }

} // namespace rushes::look
