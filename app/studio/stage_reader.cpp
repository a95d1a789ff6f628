// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/stage_reader.h"

#include "app/papers/shot_papers.h"
#include "engine/gpu/device.h"
#include "engine/render/renderer.h"
#include "engine/stage/draw.h"
#include "engine/stage/hand_people.h"
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
        scene.hand = stage::HandStaging::of(request.settingsJson);
        scene.plan = app::floorPlanOf(shot, request.shotNumber, request.prompt);
        scene.set = shot.blocking.set->kit;
        scene.eye = shot.framed.eye;
        scene.target = shot.framed.eye + shot.framed.forward() * shot.framed.focusM;
        scene.lensMm = shot.framed.focalMm;
        scene.track = shot.camera;
        scene.duration = shot.duration;
        scene.things = stage::movablesOf(shot);
        for (std::size_t i = 0; i < shot.blocking.people.size(); ++i) {
            const auto& person = shot.blocking.people[i];
            scene.people.push_back(stage::markName(shot, i));
            StagedActor actor;
            actor.thing = int(stage::seatUnder(shot, i, scene.things).value_or(std::size_t(-1)));
            actor.ways = stage::waysOf(person);
            actor.keysToBegin = stage::keysAlong(person);
            for (std::size_t k = 0; k < person.beats.size(); ++k) {
                const auto& path = person.beats[k].path;
                if (path.size() > 1) actor.seats.push_back(stage::endsAtSeat(person, k) ? std::optional(glm::vec2(path.back().x, path.back().z)) : std::nullopt);
            }
            keepDrawnPoints(scene.hand.set == scene.set ? scene.hand.marks : none(), scene.people.back(), actor.ways);
            scene.actors.push_back(std::move(actor));
            for (const auto& beat : person.beats) scene.beats.push_back({int(i), beat.start, beat.end, beat.motion});
        }
        for (auto& thing : scene.things) keepDrawnPoints(scene.hand.set == scene.set ? scene.hand.things : none(), thing.key, thing.ways);
        follow(shot, scene);
    }

    static const std::map<std::string, stage::HandMark>& none() {
        static const std::map<std::string, stage::HandMark> empty;
        return empty;
    }

    /// Points that lie on a straight way are points too once the hand has put them there.
    static void keepDrawnPoints(const std::map<std::string, stage::HandMark>& marks, const std::string& key, std::vector<std::vector<glm::vec2>>& ways) {
        const auto mark = marks.find(key);
        for (std::size_t i = 0; mark != marks.end() && i < std::min(ways.size(), mark->second.ways.size()); ++i)
            if (!mark->second.ways[i].empty()) ways[i] = mark->second.ways[i];
    }

    /// Where the first people are all through the shot; of a crowd only where they begin.
    static void follow(const stage::StagedShot& shot, StagedScene& scene) {
        constexpr std::size_t kFollowed = 24, kMost = 720;
        scene.trackSeconds = std::max(1.0 / 12, shot.blocking.seconds / double(kMost));
        const auto first = stage::peopleAt(shot.blocking, 0);
        for (std::size_t i = 0; i < first.size(); ++i) scene.actors[i].at = {first[i].position.x, first[i].position.z}, scene.actors[i].yaw = first[i].yaw;
        stage::Blocking few = shot.blocking;
        few.people.resize(std::min(few.people.size(), kFollowed));
        for (double t = 0; t <= shot.blocking.seconds + 1e-6; t += scene.trackSeconds) {
            const auto moments = stage::peopleAt(few, t);
            for (std::size_t i = 0; i < moments.size(); ++i) {
                scene.actors[i].track.emplace_back(moments[i].position.x, moments[i].position.z);
                scene.actors[i].yaws.push_back(moments[i].yaw);
            }
        }
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
        describeThings(shot, *out);
        return std::shared_ptr<const StagedPicture>(std::move(out));
    }

    static void describeThings(const stage::StagedShot& shot, StagedPicture& out) {
        const double seconds = time::RationalTime{out.frame, shot.duration.rate}.seconds();
        for (const auto& thing : stage::movablesOf(shot)) {
            const auto& props = shot.blocking.props;
            const auto prop = std::find_if(props.begin(), props.end(), [&](const auto& one) { return one.object == thing.object; });
            out.thingFeet.push_back(prop == props.end() ? thing.position : stage::propAt(*prop, seconds, shot.blocking.seconds).first);
        }
        for (const auto& prop : shot.blocking.props)
            if (prop.holder) out.held.push_back({prop.object, int(*prop.holder)});
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
