// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/top_view_reader.h"

#include "app/papers/shot_papers.h"
#include "ui/bridge/background.h"

namespace rushes::studio {

struct TopViewReader::Shared {
    std::shared_ptr<stage::StageLibrary> library; ///< one worker at a time touches it

    Result<std::shared_ptr<const TopViewScene>> scene(const generate::ShotRequest& request) {
        if (!library) {
            auto loaded = stage::StageLibrary::load();
            if (!loaded) return fail(loaded.error());
            library = *loaded;
        }
        const auto shot = stage::stageShot(*library, request);
        if (!shot) return fail(shot.error());
        auto scene = std::make_shared<TopViewScene>();
        scene->plan = app::floorPlanOf(*shot, request.shotNumber, request.prompt);
        const auto moments = stage::peopleAt(shot->blocking, 0);
        for (std::size_t i = 0; i < shot->blocking.people.size(); ++i) {
            scene->people.push_back(stage::markName(*shot, i));
            scene->yaws.push_back(moments[i].yaw);
        }
        scene->set = shot->blocking.set->kit;
        const auto& camera = shot->camera.front();
        scene->eye = camera.eye;
        scene->target = camera.eye + camera.forward() * std::max(0.5f, camera.focusM);
        scene->hand = stage::HandStaging::of(request.settingsJson);
        return std::shared_ptr<const TopViewScene>(std::move(scene));
    }
};

TopViewReader::TopViewReader(QObject* parent) : QObject(parent), m_shared(std::make_shared<Shared>()) {}

void TopViewReader::ask(const generate::ShotRequest& request) {
    m_wanted = true;
    if (m_busy) m_waiting = request;
    else start(request);
}

void TopViewReader::forget() {
    m_waiting.reset();
    m_wanted = false;
}

void TopViewReader::start(const generate::ShotRequest& request) {
    m_busy = true;
    ui::inBackground(
        this, [shared = m_shared, request] { return shared->scene(request); },
        [this](const Result<std::shared_ptr<const TopViewScene>>& scene) {
            m_busy = false;
            if (m_waiting) return start(*std::exchange(m_waiting, std::nullopt));
            if (!m_wanted) return;
            if (scene) Q_EMIT staged(*scene);
            else Q_EMIT refused(scene.error());
        });
}

} // namespace rushes::studio
