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
constexpr float kFarthestStep = 60;    ///< metres that one drag may move somebody
constexpr float kTurnNotch = 15, kTurnDrag = 360; ///< degrees: a notch of the wheel, a drag across the picture
constexpr auto kWheel = "hand camera", kLens = "hand lens"; ///< turns of the wheel become one edit
constexpr float kLensStep = 1.06f, kWidestLens = 8, kLongestLens = 400; ///< a notch; millimetres on Super 35

glm::vec2 vec(const QPointF& p) { return {float(p.x()), float(p.y())}; }

} // namespace

StageDirector::StageDirector(QObject* parent) : QObject(parent), m_reader(new StageReader(this)) {
    connect(m_reader, &StageReader::staged, this, [this](std::shared_ptr<const StagedScene> scene) {
        const auto before = std::exchange(m_scene, std::move(scene));
        keepChosen(before.get());
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
        choose({});
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

/// The same is chosen in a newer scene, if it is still there.
void StageDirector::keepChosen(const StagedScene* before) {
    if (!m_chosen) return;
    const Taken now = before == nullptr ? Taken{} : studio::find(*m_scene, m_chosen.kind, keyOf(*before, m_chosen));
    choose(now);
}

void StageDirector::choose(const Taken& what) {
    if (what == m_chosen) return;
    m_chosen = what;
    Q_EMIT chosenChanged(what);
}

void StageDirector::giveBackChosen() {
    if (!m_request || !m_scene || !m_chosen || !byHand(*m_scene, m_chosen)) return;
    Q_EMIT moved(givenBack(*m_scene, hand(), m_chosen), tr("Give back %1").arg(nameOf(*m_scene, m_chosen)), {});
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

/// What is in a hand is its person's.
Taken StageDirector::under(const QPointF& place) const {
    if (!m_scene || !m_scene->picture) return {};
    const auto& picture = *m_scene->picture;
    const int x = int(place.x() * picture.ids.width), y = int(place.y() * picture.ids.height);
    if (x < 0 || y < 0 || x >= picture.ids.width || y >= picture.ids.height) return {};
    const auto object = picture.ids.rowAs<std::uint16_t>(y)[x];
    if (object == 0) return {};
    const auto person = std::find(picture.objects.begin(), picture.objects.end(), object);
    if (person != picture.objects.end() && std::size_t(person - picture.objects.begin()) < m_scene->people.size()) return Taken::person(int(person - picture.objects.begin()));
    for (const auto& [thing, holder] : picture.held)
        if (thing == object) return Taken::person(holder);
    const auto thing = std::find_if(m_scene->things.begin(), m_scene->things.end(), [&](const auto& one) { return one.object == object; });
    return thing == m_scene->things.end() ? Taken{} : Taken::thing(int(thing - m_scene->things.begin()));
}

/// Where its foot is and is seen; false below the picture's edge and behind the camera.
bool StageDirector::grip(const Taken& what, const StagedPicture& picture, Grip& grip) const {
    const auto& feet = what.isPerson() ? picture.feet : picture.thingFeet;
    if (std::size_t(what.index) >= feet.size()) return false;
    grip.what = what;
    grip.feet = feet[std::size_t(what.index)];
    grip.yaw = yawOf(*m_scene, what, seconds());
    const auto seen = picture.camera.project(grip.feet, {1000, 1000});
    if (seen) grip.feetPlace = glm::vec2(*seen) / 1000.0f;
    return seen.has_value();
}

void StageDirector::press(const QPointF& place) {
    if (!m_request || !m_scene || !m_scene->picture) return;
    const auto& picture = *m_scene->picture;
    Grip held;
    held.scene = m_scene;
    held.place = vec(place);
    held.seen = picture.camera;
    held.hand = hand();
    held.camera = cameraNow();
    const Taken what = under(place);
    if (what && !grip(what, picture, held)) held.what = {}; // the camera turns instead
    choose(held.what);
    m_grip = std::move(held);
}

void StageDirector::dragTaken(const glm::vec2& place, bool turns) {
    if (turns) {
        m_grip->turned = (place.x - m_grip->place.x) * kTurnDrag;
        return tryTaken();
    }
    const auto to = stage::floorUnder(m_grip->seen, m_grip->feetPlace + place - m_grip->place, m_grip->feet.y);
    if (!to || glm::distance(*to, m_grip->feet) > kFarthestStep) return;
    m_grip->by = {to->x - m_grip->feet.x, to->z - m_grip->feet.z};
    tryTaken();
}

/// The hand as it would be if the mouse let go now.
void StageDirector::tryTaken() {
    const Grip& g = *m_grip;
    const bool goes = glm::length(g.by) > 1e-4f, turns = g.turned != 0;
    auto now = g.hand;
    if (goes) now = studio::moved(*g.scene, std::move(now), g.what, g.by, seconds());
    if (turns) now = studio::turned(*g.scene, std::move(now), g.what, g.yaw + g.turned, seconds());
    m_trying = std::move(now);
    if (m_trying->keys.empty()) m_trying->camera = g.camera; // or the framing would follow, and nothing would seem to move
    m_what = (goes ? tr("Move %1") : tr("Turn %1")).arg(nameOf(*g.scene, g.what));
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
    if (m_grip->what) dragTaken(vec(place), modifiers & Qt::ShiftModifier);
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
    if (!m_request || !m_scene) return;
    if (m_grip) { // held: it turns
        if (!m_grip->what) return;
        m_grip->turned += kTurnNotch * float(notches);
        tryTaken();
        return ask();
    }
    if (modifiers & Qt::ControlModifier) {
        m_trying = withLens(notches);
        Q_EMIT moved(*m_trying, notches > 0 ? tr("Longer lens") : tr("Shorter lens"), QString::fromLatin1(kLens));
        return;
    }
    m_trying = withCamera(hand(), stage::dollied(cameraNow(), kPerNotch * float(notches)));
    Q_EMIT moved(*m_trying, notches > 0 ? tr("Camera nearer") : tr("Camera farther"), QString::fromLatin1(kWheel));
}

void StageDirector::putKey(int person) {
    if (!m_request || !m_scene) return;
    if (person != camera) {
        if (person >= int(m_scene->people.size())) return;
        Q_EMIT moved(withKey(*m_scene, hand(), person, seconds()), tr("Key %1").arg(nameOf(*m_scene, Taken::person(person))), {});
        return;
    }
    auto keyed = hand();
    stage::HandCamera now = cameraNow();
    if (keyed.keys.empty() && m_frame < std::int64_t(m_scene->track.size())) { // where the prompt's move has it at the playhead
        const auto& seen = m_scene->track[std::size_t(m_frame)];
        now = {seen.eye, seen.eye + seen.forward() * std::max(0.5f, seen.focusM), now.lensMm};
    }
    keyed.putKey({seconds(), now}, frameSeconds() / 2);
    Q_EMIT moved(keyed, tr("Key the camera"), {});
}

void StageDirector::removeKey(int person, std::size_t index) {
    if (!m_request || !m_scene) return;
    if (person != camera) {
        Q_EMIT moved(withoutKey(*m_scene, hand(), person, index), tr("Remove a key of %1").arg(nameOf(*m_scene, Taken::person(person))), {});
        return;
    }
    auto keyed = hand();
    if (index >= keyed.keys.size()) return;
    keyed.keys.erase(keyed.keys.begin() + std::ptrdiff_t(index));
    Q_EMIT moved(keyed, tr("Remove a key"), {});
}

void StageDirector::moveKey(int person, std::size_t index, double at) {
    if (!m_request || !m_scene) return;
    if (person != camera) {
        Q_EMIT moved(withKeyAt(*m_scene, hand(), person, index, at), tr("Move a key of %1").arg(nameOf(*m_scene, Taken::person(person))), {});
        return;
    }
    auto keyed = hand();
    if (index >= keyed.keys.size()) return;
    auto key = keyed.keys[index];
    keyed.keys.erase(keyed.keys.begin() + std::ptrdiff_t(index));
    key.seconds = std::clamp(at, 0.0, std::max(0.0, m_request->duration.seconds() - frameSeconds()));
    keyed.putKey(key, frameSeconds() / 2);
    Q_EMIT moved(keyed, tr("Move a key"), {});
}

void StageDirector::setAct(int person, std::size_t index, const std::string& act) {
    if (!m_request || !m_scene) return;
    Q_EMIT moved(withKeyAct(*m_scene, hand(), person, index, act), tr("Change what %1 does").arg(nameOf(*m_scene, Taken::person(person))), {});
}

} // namespace rushes::studio
