// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/hand_edits.h"

#include "ui/bridge/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace rushes::studio {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("hand", text); }

double frameOf(const StagedScene& scene) { return 1 / scene.duration.rate.hz(); }

/// The mark of a person or a thing; one is made where they stand now.
stage::HandMark& markOf(const StagedScene& scene, stage::HandStaging& hand, const Taken& what) {
    auto& marks = what.isPerson() ? hand.marks : hand.things;
    const auto [it, fresh] = marks.try_emplace(keyOf(scene, what));
    if (fresh) it->second.at = placeOf(scene, what, 0);
    return it->second;
}

const std::vector<std::vector<glm::vec2>>& waysOf(const StagedScene& scene, const Taken& what) {
    return what.isPerson() ? scene.actors[std::size_t(what.index)].ways : scene.things[std::size_t(what.index)].ways;
}

/// The points of one way, to be changed.
std::vector<glm::vec2>& pointsOf(const StagedScene& scene, stage::HandStaging& hand, const Taken& what, std::size_t way) {
    auto& mark = markOf(scene, hand, what);
    if (mark.ways.size() <= way) mark.ways.resize(way + 1);
    if (mark.ways[way].empty()) mark.ways[way] = waysOf(scene, what)[way];
    return mark.ways[way];
}

std::vector<stage::PersonKey>* keysOf(const StagedScene& scene, stage::HandStaging& hand, int person) {
    const auto keys = hand.people.find(scene.people[std::size_t(person)]);
    return keys == hand.people.end() ? nullptr : &keys->second;
}

/// The key at the playhead, made there where there is none.
stage::PersonKey& keyAt(const StagedScene& scene, stage::HandStaging& hand, int person, double seconds) {
    const std::string& who = scene.people[std::size_t(person)];
    auto& keys = hand.people[who];
    const auto near = [&](const auto& key) { return std::abs(key.seconds - seconds) <= frameOf(scene) / 2; };
    if (std::none_of(keys.begin(), keys.end(), near)) hand.putKey(who, {seconds, scene.placeOf(std::size_t(person), seconds), {}, {}}, 0);
    return *std::find_if(keys.begin(), keys.end(), near);
}

/// "tree:oak:9:2 7" is a tree by its parameters and number: "tree 7".
QString wordsOf(const QString& thing) { return QString(thing).remove(QRegularExpression(QStringLiteral(":\\S*"))); }

} // namespace

stage::HandStaging handIn(const StagedScene& scene) {
    stage::HandStaging hand = scene.hand.set == scene.set ? scene.hand : stage::HandStaging{};
    hand.set = scene.set;
    return hand;
}

std::string keyOf(const StagedScene& scene, const Taken& what) {
    return what.isPerson() ? scene.people[std::size_t(what.index)] : what.isThing() ? scene.things[std::size_t(what.index)].key : std::string();
}

QString nameOf(const StagedScene& scene, const Taken& what) {
    const std::string key = keyOf(scene, what);
    if (!what.isThing()) return ui::qs(key);
    const QString name = wordsOf(ui::qs(key.starts_with("set ") ? key.substr(4) : key));
    return key.starts_with("set ") ? tr("the set's %1").arg(name) : tr("the %1").arg(name);
}

Taken find(const StagedScene& scene, Taken::Kind kind, const std::string& key) {
    if (kind == Taken::Kind::person) {
        const auto found = std::find(scene.people.begin(), scene.people.end(), key);
        return found == scene.people.end() ? Taken{} : Taken::person(int(found - scene.people.begin()));
    }
    const auto found = std::find_if(scene.things.begin(), scene.things.end(), [&](const auto& thing) { return thing.key == key; });
    return kind == Taken::Kind::nothing || found == scene.things.end() ? Taken{} : Taken::thing(int(found - scene.things.begin()));
}

bool byHand(const StagedScene& scene, const Taken& what) {
    if (scene.hand.set != scene.set) return false;
    const std::string key = keyOf(scene, what);
    if (what.isThing()) return scene.hand.things.contains(key);
    return what.isPerson() && (scene.hand.marks.contains(key) || isKeyed(scene, what));
}

bool isKeyed(const StagedScene& scene, const Taken& what) {
    if (!what.isPerson() || scene.hand.set != scene.set) return false;
    const auto keys = scene.hand.people.find(keyOf(scene, what));
    return keys != scene.hand.people.end() && !keys->second.empty();
}

Taken movedWith(const StagedScene& scene, const Taken& what) {
    if (!what.isPerson() || isKeyed(scene, what)) return what;
    const int thing = scene.actors[std::size_t(what.index)].thing;
    return thing < 0 ? what : Taken::thing(thing);
}

glm::vec2 placeOf(const StagedScene& scene, const Taken& what, double seconds) {
    if (what.isThing()) return {scene.things[std::size_t(what.index)].position.x, scene.things[std::size_t(what.index)].position.z};
    if (isKeyed(scene, what)) return scene.placeOf(std::size_t(what.index), seconds);
    return scene.actors[std::size_t(what.index)].at;
}

float yawOf(const StagedScene& scene, const Taken& what, double seconds) {
    if (what.isThing()) return scene.things[std::size_t(what.index)].yaw;
    return isKeyed(scene, what) ? scene.yawOf(std::size_t(what.index), seconds) : scene.actors[std::size_t(what.index)].yaw;
}

stage::HandStaging moved(const StagedScene& scene, stage::HandStaging hand, const Taken& taken, const glm::vec2& by, double seconds) {
    const Taken what = movedWith(scene, taken);
    if (isKeyed(scene, what)) {
        const glm::vec2 from = scene.placeOf(std::size_t(what.index), seconds);
        keyAt(scene, hand, what.index, seconds).at = from + by;
        return hand;
    }
    auto& mark = markOf(scene, hand, what);
    mark.at += by;
    for (auto& way : mark.ways)
        for (auto& point : way) point += by;
    if (what != taken) // who sits on it and has a mark of their own goes along
        if (const auto own = hand.marks.find(keyOf(scene, taken)); own != hand.marks.end()) own->second.at += by;
    return hand;
}

stage::HandStaging turned(const StagedScene& scene, stage::HandStaging hand, const Taken& taken, float yaw, double seconds) {
    const Taken what = movedWith(scene, taken);
    yaw = std::remainder(yaw, 360.0f);
    if (isKeyed(scene, what)) keyAt(scene, hand, what.index, seconds).yaw = yaw;
    else if (what == taken) markOf(scene, hand, what).yaw = yaw;
    else markOf(scene, hand, what).yaw = std::remainder(yawOf(scene, what, 0) + yaw - yawOf(scene, taken, 0), 360.0f);
    return hand;
}

stage::HandStaging givenBack(const StagedScene& scene, stage::HandStaging hand, const Taken& what) {
    if (what.isPerson()) hand.forgetPerson(keyOf(scene, what));
    if (what.isThing()) hand.things.erase(keyOf(scene, what));
    return hand;
}

stage::HandStaging withPoint(const StagedScene& scene, stage::HandStaging hand, const Taken& what, std::size_t way, std::size_t point, const glm::vec2& at) {
    auto& points = pointsOf(scene, hand, what, way);
    if (point < points.size()) points[point] = at;
    return hand;
}

stage::HandStaging withNewPoint(const StagedScene& scene, stage::HandStaging hand, const Taken& what, std::size_t way, std::size_t before, const glm::vec2& at) {
    auto& points = pointsOf(scene, hand, what, way);
    points.insert(points.begin() + std::ptrdiff_t(std::min(before, points.size())), at);
    return hand;
}

stage::HandStaging withoutPoint(const StagedScene& scene, stage::HandStaging hand, const Taken& what, std::size_t way, std::size_t point) {
    auto& points = pointsOf(scene, hand, what, way);
    if (points.size() > 1 && point < points.size()) points.erase(points.begin() + std::ptrdiff_t(point));
    return hand;
}

stage::HandStaging withKey(const StagedScene& scene, stage::HandStaging hand, int person, double seconds) {
    const std::string& who = scene.people[std::size_t(person)];
    const auto& actor = scene.actors[std::size_t(person)];
    if (keysOf(scene, hand, person) == nullptr)
        for (const auto& key : actor.keysToBegin) hand.putKey(who, key, frameOf(scene) / 2);
    keyAt(scene, hand, person, std::clamp(seconds, 0.0, std::max(0.0, scene.duration.seconds() - frameOf(scene))));
    return hand;
}

stage::HandStaging withoutKey(const StagedScene& scene, stage::HandStaging hand, int person, std::size_t key) {
    auto* keys = keysOf(scene, hand, person);
    if (keys == nullptr || key >= keys->size()) return hand;
    keys->erase(keys->begin() + std::ptrdiff_t(key));
    if (keys->empty()) hand.people.erase(scene.people[std::size_t(person)]);
    return hand;
}

stage::HandStaging withKeyAt(const StagedScene& scene, stage::HandStaging hand, int person, std::size_t index, double seconds) {
    auto* keys = keysOf(scene, hand, person);
    if (keys == nullptr || index >= keys->size()) return hand;
    stage::PersonKey key = (*keys)[index];
    keys->erase(keys->begin() + std::ptrdiff_t(index));
    key.seconds = std::clamp(seconds, 0.0, std::max(0.0, scene.duration.seconds() - frameOf(scene)));
    hand.putKey(scene.people[std::size_t(person)], key, frameOf(scene) / 2);
    return hand;
}

stage::HandStaging withKeyPlace(const StagedScene& scene, stage::HandStaging hand, int person, std::size_t key, const glm::vec2& at) {
    if (auto* keys = keysOf(scene, hand, person); keys != nullptr && key < keys->size()) (*keys)[key].at = at;
    return hand;
}

stage::HandStaging withKeyAct(const StagedScene& scene, stage::HandStaging hand, int person, std::size_t key, const std::string& act) {
    if (auto* keys = keysOf(scene, hand, person); keys != nullptr && key < keys->size()) (*keys)[key].act = act;
    return hand;
}

} // namespace rushes::studio
