// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/stage_director.h"

#include "engine/stage/hand_drag.h"
#include "engine/stage/key_track.h"
#include "ui/bridge/words.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::studio {
namespace {

constexpr int kWidest = 960;           ///< pixels: larger pictures would come too late for a drag
constexpr float kPerNotch = 0.12f;     ///< of the way to the aim
constexpr float kLowest = 0.12f;       ///< metres over the floor
constexpr float kFarthestStep = 60;    ///< metres that one drag may move a person
constexpr auto kWheel = "hand camera", kLens = "hand lens"; ///< turns of the wheel become one edit
constexpr float kLensStep = 1.06f, kWidestLens = 8, kLongestLens = 400; ///< a notch; millimetres on Super 35

glm::vec2 vec(const QPointF& p) { return {float(p.x()), float(p.y())}; }

} // namespace

StageDirector::StageDirector(QObject* parent) : QObject(parent), m_reader(new StageReader(this)) {
    connect(m_reader, &StageReader::staged, this, [this](std::shared_ptr<const StagedScene> scene) {
        m_scene = std::move(scene);
        Q_EMIT staged(m_scene);
    });
    connect(m_reader, &StageReader::refused, this, &StageDirector::refused);
}

void StageDirector::setRequest(const std::optional<generate::ShotRequest>& request) {
    const bool other = !request || !m_request || request->shotNumber != m_request->shotNumber;
    m_request = request;
    m_trying.reset();
    if (other) {
        m_grip.reset();
        m_scene.reset();
    }
    if (request) ask();
    else m_reader->forget();
}

void StageDirector::setFrame(std::int64_t frame) {
    if (frame == m_frame) return;
    m_frame = frame;
    if (m_live) ask();
}

void StageDirector::setLive(bool live) {
    if (live == m_live) return;
    m_live = live;
    m_grip.reset();
    if (live) ask();
    Q_EMIT liveChanged(live);
}

void StageDirector::setRoom(const QSize& pixels) {
    if (pixels == m_room || pixels.isEmpty()) return;
    m_room = pixels;
    if (m_live) ask();
}

double StageDirector::frameSeconds() const { return m_request ? 1 / m_request->duration.rate.hz() : 1.0 / 24; }
double StageDirector::seconds() const { return double(m_frame) * frameSeconds(); }

void StageDirector::ask() {
    if (!m_request) return;
    generate::ShotRequest request = *m_request;
    if (m_trying) request.settingsJson = m_trying->into(request.settingsJson);
    std::optional<PictureWish> wish;
    if (m_live) {
        const double scale = std::min({double(m_room.width()) / request.width, double(m_room.height()) / request.height, double(kWidest) / request.width});
        wish = PictureWish{m_frame, std::max(16, int(std::lround(request.width * scale))), std::max(16, int(std::lround(request.height * scale)))};
    }
    m_reader->ask(request, wish);
}

/// What the hand has moved in this set.
stage::HandStaging StageDirector::hand() const {
    auto hand = m_trying ? *m_trying : stage::HandStaging::of(m_request->settingsJson);
    if (hand.set != m_scene->set) hand = {};
    hand.set = m_scene->set;
    return hand;
}

/// The hand's camera at the playhead: a key's or between two, else the framing.
stage::HandCamera StageDirector::cameraNow() const {
    const auto now = hand();
    if (!now.keys.empty()) return stage::keyedAt(now.keys, seconds());
    return now.camera.value_or(stage::HandCamera{m_scene->eye, m_scene->target, m_scene->lensMm});
}

stage::HandStaging StageDirector::withCamera(stage::HandStaging hand, const stage::HandCamera& camera) const {
    if (hand.keys.empty()) hand.camera = camera;
    else hand.putKey({seconds(), camera}, frameSeconds() / 2);
    return hand;
}

int StageDirector::personAt(const QPointF& place) const {
    if (!m_scene || !m_scene->picture) return -1;
    const auto& picture = *m_scene->picture;
    const int x = int(place.x() * picture.ids.width), y = int(place.y() * picture.ids.height);
    if (x < 0 || y < 0 || x >= picture.ids.width || y >= picture.ids.height) return -1;
    const auto found = std::find(picture.objects.begin(), picture.objects.end(), picture.ids.rowAs<std::uint16_t>(y)[x]);
    return found == picture.objects.end() ? -1 : int(found - picture.objects.begin());
}

bool StageDirector::overPerson(const QPointF& place) const { return personAt(place) >= 0; }

void StageDirector::press(const QPointF& place) {
    if (!m_request || !m_scene || !m_scene->picture) return;
    const auto& picture = *m_scene->picture;
    Grip grip{personAt(place), vec(place), {}, {}, {}, picture.camera, hand(), cameraNow()};
    if (grip.person >= 0) {
        grip.feet = picture.feet[std::size_t(grip.person)];
        grip.start = m_scene->plan.marks[std::size_t(grip.person)].path.front();
        const auto seen = picture.camera.project(grip.feet, {1000, 1000});
        if (seen) grip.feetPlace = glm::vec2(*seen) / 1000.0f;
        else grip.person = -1; // below the picture's edge and behind the camera: the camera turns instead
    }
    m_grip = std::move(grip);
}

void StageDirector::dragPerson(const glm::vec2& place) {
    const auto to = stage::floorUnder(m_grip->seen, m_grip->feetPlace + place - m_grip->place, m_grip->feet.y);
    if (!to || glm::distance(*to, m_grip->feet) > kFarthestStep) return;
    const auto person = std::size_t(m_grip->person);
    const std::string& who = m_scene->people[person];
    const auto kept = m_grip->hand.marks.find(who);
    stage::HandMark mark = kept != m_grip->hand.marks.end() ? kept->second : stage::HandMark{m_grip->start, {}};
    mark.at += glm::vec2(to->x - m_grip->feet.x, to->z - m_grip->feet.z);
    m_trying = m_grip->hand;
    m_trying->marks[who] = mark;
    if (m_trying->keys.empty()) m_trying->camera = m_grip->camera; // or the framing would follow, and nothing would seem to move
    m_what = tr("Move %1").arg(ui::qs(who));
}

void StageDirector::dragCamera(const glm::vec2& place, Qt::KeyboardModifiers modifiers) {
    const Grip& g = *m_grip;
    stage::HandCamera camera;
    if (modifiers & Qt::ShiftModifier) camera = stage::trucked(g.camera, g.seen, g.place, place, kLowest);
    else if (modifiers & Qt::ControlModifier) camera = stage::orbited(g.camera, g.place, place, kLowest);
    else camera = stage::turned(g.camera, g.seen, g.place, place);
    m_trying = withCamera(g.hand, camera);
    m_what = modifiers & (Qt::ShiftModifier | Qt::ControlModifier) ? tr("Move the camera") : tr("Turn the camera");
}

void StageDirector::drag(const QPointF& place, Qt::KeyboardModifiers modifiers) {
    if (!m_grip || !m_request || !m_scene) return;
    if (m_grip->person >= 0) dragPerson(vec(place));
    else dragCamera(vec(place), modifiers);
    ask();
}

void StageDirector::release() {
    if (!std::exchange(m_grip, std::nullopt) || !m_trying) return;
    Q_EMIT moved(*m_trying, m_what, {});
}

/// The lens at the playhead longer by so many notches. Keys that had the framing's lens say so from now on, or it would jump between them.
stage::HandStaging StageDirector::withLens(double notches) const {
    auto now = hand();
    for (auto& key : now.keys)
        if (!key.camera.lensMm) key.camera.lensMm = m_scene->lensMm;
    auto camera = cameraNow();
    camera.lensMm = std::clamp(camera.lensMm.value_or(m_scene->lensMm) * std::pow(kLensStep, float(notches)), kWidestLens, kLongestLens);
    return withCamera(std::move(now), camera);
}

void StageDirector::wheel(double notches, Qt::KeyboardModifiers modifiers) {
    if (!m_request || !m_scene || m_grip) return;
    if (modifiers & Qt::ControlModifier) {
        m_trying = withLens(notches);
        Q_EMIT moved(*m_trying, notches > 0 ? tr("Longer lens") : tr("Shorter lens"), QString::fromLatin1(kLens));
        return;
    }
    m_trying = withCamera(hand(), stage::dollied(cameraNow(), kPerNotch * float(notches)));
    Q_EMIT moved(*m_trying, notches > 0 ? tr("Camera nearer") : tr("Camera farther"), QString::fromLatin1(kWheel));
}

void StageDirector::putKey() {
    if (!m_request || !m_scene) return;
    auto keyed = hand();
    stage::HandCamera camera = cameraNow();
    if (keyed.keys.empty() && m_frame < std::int64_t(m_scene->track.size())) { // where the prompt's move has it at the playhead
        const auto& now = m_scene->track[std::size_t(m_frame)];
        camera = {now.eye, now.eye + now.forward() * std::max(0.5f, now.focusM), camera.lensMm};
    }
    keyed.putKey({seconds(), camera}, frameSeconds() / 2);
    Q_EMIT moved(keyed, tr("Key the camera"), {});
}

void StageDirector::removeKey(std::size_t index) {
    if (!m_request || !m_scene) return;
    auto keyed = hand();
    if (index >= keyed.keys.size()) return;
    keyed.keys.erase(keyed.keys.begin() + std::ptrdiff_t(index));
    Q_EMIT moved(keyed, tr("Remove a key"), {});
}

void StageDirector::moveKey(std::size_t index, double at) {
    if (!m_request || !m_scene) return;
    auto keyed = hand();
    if (index >= keyed.keys.size()) return;
    auto key = keyed.keys[index];
    keyed.keys.erase(keyed.keys.begin() + std::ptrdiff_t(index));
    key.seconds = std::clamp(at, 0.0, std::max(0.0, m_request->duration.seconds() - frameSeconds()));
    keyed.putKey(key, frameSeconds() / 2);
    Q_EMIT moved(keyed, tr("Move a key"), {});
}

} // namespace rushes::studio
