// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/shot_list.h"

#include "engine/script/timing.h"

#include <algorithm>

namespace rushes::script {

ShotList::ShotList(const SceneBeats& scene, const Cast& cast, std::size_t index, std::string location)
    : m_cast(cast), m_index(index), m_location(std::move(location)),
      m_where(wherePhrase(scene.info, scene.weather, cast)) {}

ScriptShot& ShotList::add(SetUp setUp) {
    if (setUp.camera.size.empty()) setUp.camera.size = "medium";
    const CameraNote& camera = setUp.camera;
    ScriptShot shot;
    shot.scene = m_index;
    shot.prompt = promptText(camera, m_where, setUp.body);
    shot.size = camera.size;
    shot.angle = camera.angle.empty() ? "level" : camera.angle;
    shot.move = camera.move.empty() ? "static" : camera.move;
    shot.lensMm = camera.lensMm;
    shot.seconds = setUp.seconds;
    shot.characters = names(setUp.who);
    shot.location = m_location;
    shot.firstLine = setUp.firstLine;
    shot.lastLine = std::max(setUp.firstLine, setUp.lastLine);
    m_shots.push_back(std::move(shot));
    return m_shots.back();
}

void ShotList::addLines(const Beat& speech, const std::string& text) {
    std::vector<ShotDialogue>& lines = m_shots.back().dialogue;
    if (speech.speakers.empty()) lines.push_back({speech.cue, text});
    for (const std::size_t person : speech.speakers)
        lines.push_back({m_cast.people()[person].name, text});
}

bool ShotList::wouldJump(const std::string& size, const std::vector<std::size_t>& who) const {
    return !m_shots.empty() && m_shots.back().size == size && m_shots.back().characters == names(who);
}

std::vector<ScriptShot> ShotList::finished() {
    for (ScriptShot& shot : m_shots)
        shot.seconds = tenths(std::max(shot.seconds, shortestShot));
    return std::move(m_shots);
}

std::vector<std::string> ShotList::names(const std::vector<std::size_t>& who) const {
    std::vector<std::string> out;
    for (const std::size_t person : who)
        if (std::find(out.begin(), out.end(), m_cast.people()[person].name) == out.end())
            out.push_back(m_cast.people()[person].name);
    return out;
}

} // namespace rushes::script
