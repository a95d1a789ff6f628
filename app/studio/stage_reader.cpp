// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/stage_reader.h"

#include "app/papers/shot_papers.h"
#include "engine/gpu/device.h"
#include "engine/render/renderer.h"
#include "engine/stage/draw.h"
#include "ui/bridge/background.h"

#include <algorithm>

namespace rushes::studio {

/// One worker at a time touches it.
struct StageReader::Shared {
    std::shared_ptr<stage::StageLibrary> library;
    std::unique_ptr<render::Renderer> renderer;

    Result<std::shared_ptr<const StagedScene>> scene(const Question& question) {
        if (!library) {
            auto loaded = stage::StageLibrary::load();
            if (!loaded) return fail(loaded.error());
            library = *loaded;
        }
        const auto shot = stage::stageShot(*library, question.request);
        if (!shot) return fail(shot.error());
        auto scene = std::make_shared<StagedScene>();
        describe(*shot, question.request, *scene);
        if (question.wish) {
            auto drawn = picture(*shot, *question.wish);
            if (!drawn) return fail(drawn.error());
            scene->picture = *drawn;
        }
        return std::shared_ptr<const StagedScene>(std::move(scene));
    }

private:
    static void describe(const stage::StagedShot& shot, const generate::ShotRequest& request, StagedScene& scene) {
        scene.plan = app::floorPlanOf(shot, request.shotNumber, request.prompt);
        const auto moments = stage::peopleAt(shot.blocking, 0);
        for (std::size_t i = 0; i < shot.blocking.people.size(); ++i) {
            scene.people.push_back(stage::markName(shot, i));
            scene.yaws.push_back(moments[i].yaw);
            for (const auto& beat : shot.blocking.people[i].beats) scene.beats.push_back({int(i), beat.start, beat.end, beat.motion});
        }
        scene.set = shot.blocking.set->kit;
        scene.eye = shot.framed.eye;
        scene.target = shot.framed.eye + shot.framed.forward() * shot.framed.focusM;
        scene.lensMm = shot.framed.focalMm;
        scene.track = shot.camera;
        scene.duration = shot.duration;
        scene.hand = stage::HandStaging::of(request.settingsJson);
    }

    Result<std::shared_ptr<const StagedPicture>> picture(const stage::StagedShot& shot, const PictureWish& wish) {
        if (!renderer) {
            auto device = gpu::Device::create({});
            if (!device) return fail(device.error());
            auto made = render::Renderer::create(*device);
            if (!made) return fail(made.error());
            renderer = std::move(*made);
        }
        auto out = std::make_shared<StagedPicture>();
        out->frame = std::clamp<std::int64_t>(wish.frame, 0, shot.duration.value - 1);
        const stage::ShotDrawer drawer(*library, shot);
        auto drawn = renderer->draw(drawer.view(out->frame, wish.width, wish.height), {.colour = true, .id = true});
        if (!drawn) return fail(drawn.error());
        out->colour = std::move(drawn->colour);
        out->ids = std::move(drawn->id);
        out->camera = shot.camera[std::size_t(out->frame)];
        out->camera.fitSensor(wish.width, wish.height);
        for (const auto& moment : stage::peopleAt(shot.blocking, time::RationalTime{out->frame, shot.duration.rate}.seconds())) out->feet.push_back(moment.position);
        for (const auto& person : shot.blocking.people) out->objects.push_back(person.object);
        return std::shared_ptr<const StagedPicture>(std::move(out));
    }
};

StageReader::StageReader(QObject* parent) : QObject(parent), m_shared(std::make_shared<Shared>()) {}

void StageReader::ask(const generate::ShotRequest& request, const std::optional<PictureWish>& wish) {
    m_wanted = true;
    if (m_busy) m_waiting = {request, wish};
    else start({request, wish});
}

void StageReader::forget() {
    m_waiting.reset();
    m_wanted = false;
}

void StageReader::start(const Question& question) {
    m_busy = true;
    ui::inBackground(
        this, [shared = m_shared, question] { return shared->scene(question); },
        [this, shot = question.request.shotNumber](const Result<std::shared_ptr<const StagedScene>>& scene) {
            m_busy = false;
            const auto next = std::exchange(m_waiting, std::nullopt);
            if (next) start(*next);
            if (!m_wanted || (next && next->request.shotNumber != shot)) return; // of the same shot it shows how a drag goes on
            if (scene) Q_EMIT staged(*scene);
            else Q_EMIT refused(scene.error());
        });
}

} // namespace rushes::studio
