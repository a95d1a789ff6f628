// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/crowd.h"

#include "engine/reading/text.h"
#include "engine/stage/crowd_floor.h"
#include "engine/stage/easing.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/shot_focus.h"
#include "engine/stage/ways.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rushes::stage {
namespace {

using reading::Action;
using reading::isAny;

/// How a crowd takes its place.
enum class Manner {
    press,  ///< close together, all towards one point
    groups, ///< in twos and threes, towards one another
    march,  ///< all the same way
    stroll, ///< both ways past each other, some standing
    spread, ///< apart, each for themselves (dancing, lying on a beach)
    seated
};

struct CrowdPlan {
    Manner manner = Manner::groups;
    std::string motion = "stand";
    std::string mood;
    bool talks = false;
    float speed = 0; ///< metres a second
    std::size_t action = Beat::noAction;
};

float share(std::uint64_t seed, int which) { return float((seed * 0x9e3779b97f4a7c15ull + std::uint64_t(which) * 0xbf58476d1ce4e5b9ull) >> 40) / float(1u << 24); }

class CrowdFiller {
public:
    CrowdFiller(StagedShot& shot, std::vector<StagedPerson> extras) : m_shot(shot), m_floor(shot), m_extras(std::move(extras)), m_blocked(shot.blocking.people.size()) {}

    void run() {
        std::size_t from = 0, placed = 0;
        while (from < m_extras.size()) { // one kind of people after the other
            std::size_t to = from;
            while (to < m_extras.size() && m_extras[to].subject == m_extras[from].subject) ++to;
            placed += fill(from, to);
            from = to;
        }
        if (placed < m_extras.size())
            m_shot.warnings.push_back("The place has room for " + std::to_string(m_blocked + placed) + " of the " + std::to_string(m_blocked + m_extras.size()) + " people.");
    }

private:
    // ---- what they do

    /// What the crowd itself does, by the words.
    const Action* deedOf(const std::string& subject) const {
        for (const auto& action : m_shot.description.actions)
            if (action.subject == subject && action.motion != "stand") return &action;
        return nullptr;
    }

    /// Whether somebody of the shot speaks, sings or plays to them.
    bool watches(const std::string& subject) const {
        for (const auto& action : m_shot.description.actions)
            if (action.subject != subject && (action.target == subject || isAny(action.motion, {"sing", "play_instrument", "talk", "shout", "dance", "fight"}))) return true;
        return !m_shot.description.dialogue.empty();
    }

    CrowdPlan planFor(const std::string& subject) const {
        CrowdPlan plan;
        const auto* who = m_shot.description.subject(subject);
        const std::string noun = who ? who->noun : "", place = m_shot.description.place ? m_shot.description.place->kind : "";
        const auto& set = *m_shot.blocking.set;
        const bool rows = set.moreSeats.size() + std::size_t(std::count_if(set.marks.begin(), set.marks.end(), [](const auto& mark) { return mark.seat.has_value(); })) >= 12;
        if (const Action* deed = deedOf(subject)) {
            const MotionPlay& play = playOf(*deed);
            plan.motion = std::string(play.figure);
            plan.mood = std::string(play.mood);
            plan.talks = play.talks;
            plan.action = std::size_t(deed - m_shot.description.actions.data());
            plan.manner = play.travels ? Manner::march : play.seated ? Manner::seated : play.lies || deed->motion == "dance" ? Manner::spread : play.talks ? Manner::groups : Manner::press;
            plan.speed = play.travels ? play.speed * (deed->fast ? 1.35f : deed->slow ? 0.7f : 1.0f) : 0;
            if (rows && isAudience(noun) && plan.manner == Manner::press) plan.manner = Manner::seated;
            if (play.travels && isAny(deed->verb, {"stroll", "wander", "pass", "browse", "shop", "hurry", "bustle", "mill", "commute", "cross"})) plan.manner = Manner::stroll;
            return plan;
        }
        plan.motion = tradeMotion(noun);
        if (plan.motion != "stand") plan.manner = plan.motion == "dance" ? Manner::spread : Manner::press;
        else if (rows && (isAudience(noun) || isAny(place, {"theatre", "cinema", "church", "lecture_hall", "classroom", "courtroom"}))) plan.manner = Manner::seated;
        else if (m_blocked > 0 && watches(subject)) plan.manner = Manner::press, plan.motion = "listen";
        else if (isAny(place, {"beach", "park", "field", "lake", "island"})) plan.manner = Manner::spread;
        else if (isAny(place, {"street", "market", "square", "plaza", "station", "airport", "shopping_mall", "road", "railway_platform", "subway_station", "town"})) plan.manner = Manner::stroll, plan.speed = 1.25f;
        return plan;
    }

    // ---- where they are

    float spacingOf(const CrowdPlan& plan) const {
        switch (plan.manner) {
        case Manner::press: return 1.0f;
        case Manner::march: return plan.speed > 2 ? 1.7f : 1.25f;
        case Manner::stroll: return 1.9f;
        case Manner::groups: return 1.3f;
        case Manner::spread: return plan.motion == "stand" ? 2.6f : 1.6f;
        case Manner::seated: return 1.2f;
        }
        return 1.3f;
    }

    /// Which way a crowd goes: with those who were blocked, else the longest free way through the focus, towards the camera.
    glm::vec3 directionOf(const std::string& subject) const {
        for (const auto& person : m_shot.blocking.people)
            for (const Beat& beat : person.beats)
                if (person.subject == subject && beat.path.size() > 1) return unit(beat.path.back() - beat.path.front());
        const auto& camera = m_shot.camera.front();
        float best = -1;
        glm::vec3 way(0, 0, 1);
        for (float yaw = 0; yaw < 360; yaw += 15) {
            float free = 0;
            while (free < 14 && m_shot.blocking.set->pathClear(m_floor.focus(), m_floor.focus() + heading(yaw) * (free + 1))) free += 1;
            const float score = free - 1.5f * glm::dot(heading(yaw), camera.forward());
            if (score > best) best = score, way = heading(yaw);
        }
        return way;
    }

    static glm::vec3 unit(const glm::vec3& v) {
        const glm::vec3 flat(v.x, 0, v.z);
        return glm::length(flat) > 1e-3f ? glm::normalize(flat) : glm::vec3(0, 0, 1);
    }

    std::size_t fill(std::size_t from, std::size_t to) {
        const std::string& subject = m_extras[from].subject;
        CrowdPlan plan = planFor(subject);
        const std::size_t count = to - from;
        std::vector<CrowdFloor::Spot> spots;
        const bool spectators = isSpectator(nounOf(subject), plan.motion);
        if (plan.manner == Manner::seated) spots = m_floor.seats();
        if (spectators && !m_shot.blocking.set->environment.interior && spots.size() < count) {
            auto tiers = m_floor.tiers();
            const auto unseen = std::find_if(tiers.begin(), tiers.end(), [](const auto& spot) { return !spot.seen; });
            if (std::size_t(unseen - tiers.begin()) >= count - spots.size()) tiers.erase(unseen, tiers.end());
            addSome(spots, tiers, count - spots.size());
        }
        const float seconds = float(m_shot.blocking.seconds);
        const glm::vec3 walk = plan.speed > 0 ? directionOf(subject) * std::min(plan.speed * seconds, 11.0f) : glm::vec3(0);
        if (spots.size() < count) addStanding(spots, plan, walk, count);
        std::size_t placed = 0;
        for (; placed < std::min(count, spots.size()); ++placed) put(m_extras[from + placed], plan, spots[placed], walk);
        return placed;
    }

    std::string nounOf(const std::string& subject) const {
        const auto* who = m_shot.description.subject(subject);
        return who ? who->noun : std::string();
    }

    /// So many of them, spread evenly over the list.
    static void addSome(std::vector<CrowdFloor::Spot>& spots, const std::vector<CrowdFloor::Spot>& more, std::size_t count) {
        if (more.size() <= count) return void(spots.insert(spots.end(), more.begin(), more.end()));
        for (std::size_t i = 0; i < count; ++i) spots.push_back(more[i * more.size() / count]);
    }

    /// Standing room: closer together until all have a place.
    void addStanding(std::vector<CrowdFloor::Spot>& spots, const CrowdPlan& plan, const glm::vec3& walk, std::size_t count) {
        std::vector<CrowdFloor::Spot> found;
        const std::size_t wanted = count - spots.size();
        float spacing = spacingOf(plan);
        for (int tries = 0; tries < 4; ++tries) {
            auto open = m_floor.standing(spacing, walk);
            std::erase_if(open, [&](const auto& spot) {
                return std::any_of(m_taken.begin(), m_taken.end(), [&](const auto& other) { return glm::distance(spot.position, other) < 0.6f; });
            });
            if (open.size() > found.size()) found = std::move(open);
            const auto seen = std::count_if(found.begin(), found.end(), [](const auto& spot) { return spot.seen; });
            if (std::size_t(seen) >= wanted || spacing < 0.7f) break;
            spacing = std::max(0.62f, spacing * 0.76f);
        }
        if (plan.manner == Manner::stroll) std::erase_if(found, [&](const auto& spot) { return std::abs(laneOf(spot.position, walk).second) > 0.62f; });
        rank(found, plan);
        found.resize(std::min(found.size(), wanted));
        spots.insert(spots.end(), found.begin(), found.end());
    }

    /// A mass is nearest to what it is about; others are as many in the depth of the picture as before.
    void rank(std::vector<CrowdFloor::Spot>& spots, const CrowdPlan& plan) const {
        const bool mass = isAmongManners(plan.manner, {Manner::press, Manner::march});
        const auto key = [&](const CrowdFloor::Spot& spot) {
            const float away = glm::distance(spot.position, m_floor.focus());
            const float chance = share(std::uint64_t(std::int64_t(spot.position.x * 97)) ^ (std::uint64_t(std::int64_t(spot.position.z * 89)) << 20), 3);
            return (spot.seen ? 0.0f : 1000.0f) + (mass ? away : away * 0.35f + chance * 16);
        };
        std::stable_sort(spots.begin(), spots.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    }

    static bool isAmongManners(Manner manner, std::initializer_list<Manner> list) { return std::find(list.begin(), list.end(), manner) != list.end(); }

    // ---- one of them

    void put(StagedPerson& person, const CrowdPlan& plan, const CrowdFloor::Spot& spot, const glm::vec3& walk) {
        Beat beat;
        // Begun some time before the shot, so that no two keep time.
        beat.start = -0.3 - 2.7 * double(share(person.seed, 1));
        beat.end = m_shot.blocking.seconds;
        beat.motion = plan.motion;
        beat.mood = plan.mood;
        beat.talking = plan.talks && share(person.seed, 2) < 0.4f;
        beat.path = {spot.position};
        beat.action = plan.action;
        beat.yaw = yawOf(m_floor.focus() - spot.position);
        const bool walks = walk != glm::vec3(0) && !spot.seat && !spot.yaw && (plan.manner != Manner::stroll || laneKind(spot.position, walk) < 0.7f);
        if (walks) walkBy(beat, plan, spot, walk);
        else stay(beat, person, plan, spot);
        person.beats = {beat};
        m_taken.push_back(spot.position);
        m_shot.blocking.people.push_back(person);
    }

    /// The lane of a stroll that a spot is in, and the metres from its middle. Everybody in a lane goes the same way or stands, so that
    /// nobody meets anybody.
    static std::pair<int, float> laneOf(const glm::vec3& spot, const glm::vec3& walk) {
        constexpr float wide = 1.9f;
        const glm::vec3 side(-walk.z, 0, walk.x);
        const float across = glm::dot(spot, side) / std::max(0.1f, glm::length(side)) / wide, lane = std::floor(across);
        return {int(lane), (across - lane - 0.5f) * wide};
    }

    /// 0 … 0.35: they come towards, … 0.7: they go the other way, above: they stand.
    static float laneKind(const glm::vec3& spot, const glm::vec3& walk) { return share(std::uint64_t(laneOf(spot, walk).first + 4096), 5); }

    void walkBy(Beat& beat, const CrowdPlan& plan, const CrowdFloor::Spot& spot, const glm::vec3& walk) const {
        const glm::vec3 way = plan.manner == Manner::stroll && laneKind(spot.position, walk) < 0.35f ? -walk : walk;
        const float seconds = float(m_shot.blocking.seconds), before = float(-beat.start) * glm::length(walk) / std::max(0.1f, seconds);
        const glm::vec3 from = spot.position - way * 0.5f;
        beat.path = onGround(*m_shot.blocking.set, {from, from + way});
        // The steps before the shot, so that they come walking into it; flat, since nobody sees them.
        beat.path.front() -= unit(way) * before;
        if (plan.manner == Manner::stroll && plan.motion == "stand") beat.motion = "walk";
    }

    void stay(Beat& beat, const StagedPerson& person, const CrowdPlan& plan, const CrowdFloor::Spot& spot) const {
        const float jitter = (share(person.seed, 6) - 0.5f) * 30;
        if (spot.yaw) beat.yaw = *spot.yaw + (spot.seat ? 0 : jitter * 0.5f);
        else beat.yaw += jitter;
        if (plan.speed > 0) beat.motion = "stand"; // of those who go by, this one stops
        if (spot.seat) {
            beat.seat = spot.seat;
            if (!figures::motionInfo(*person.figure, beat.motion).seated && beat.motion != "clap") beat.motion = "sit";
            return;
        }
        if (plan.manner == Manner::seated) beat.motion = m_shot.blocking.set->environment.interior ? "stand" : "sit_ground";
        if (plan.manner == Manner::groups || (plan.manner == Manner::stroll && !spot.yaw)) gather(beat, person);
        if (plan.manner == Manner::spread && plan.motion != "stand") beat.yaw = share(person.seed, 7) * 360;
        if (plan.manner == Manner::spread && plan.motion == "stand") idle(beat, person);
        if (plan.manner == Manner::press && !spot.yaw) face(beat, jitter);
    }

    /// Towards the next one who is already there, else towards the middle.
    void gather(Beat& beat, const StagedPerson& person) const {
        const glm::vec3& here = beat.path.back();
        const glm::vec3* next = nullptr;
        for (const auto& other : m_taken)
            if (glm::distance(other, here) < 2.4f && (!next || glm::distance(other, here) < glm::distance(*next, here))) next = &other;
        if (next) beat.yaw = yawOf(*next - here);
        static constexpr std::array<const char*, 6> ways{"stand", "talk", "listen", "stand", "look_around", "talk"};
        if (beat.motion == "stand") beat.motion = ways[std::size_t(share(person.seed, 8) * 5.99f)];
        beat.talking = beat.talking || beat.motion == "talk";
    }

    /// What people do who have nothing to do, out of doors.
    static void idle(Beat& beat, const StagedPerson& person) {
        static constexpr std::array<const char*, 6> ways{"lie_back", "sit_ground", "stand", "look_around", "sit_ground", "talk"};
        beat.motion = ways[std::size_t(share(person.seed, 8) * 5.99f)];
        beat.yaw = share(person.seed, 7) * 360;
        beat.talking = beat.motion == "talk";
    }

    /// A press looks at whom the shot is about, or with those who lead it.
    void face(Beat& beat, float jitter) const {
        const auto& people = m_shot.blocking.people;
        if (m_blocked == 0) return;
        const std::size_t main = mainPerson(m_shot.blocking, m_shot.description);
        const Beat& lead = people[main].beats.back();
        if (people[main].subject == m_extras.front().subject) {
            beat.yaw = lead.yaw + jitter;
            return;
        }
        beat.yaw = yawOf(lead.path.back() - beat.path.back()) + jitter * 0.4f;
        beat.lookAt = lead.path.back() + glm::vec3(0, people[main].figure->rest().eyes, 0);
    }

    StagedShot& m_shot;
    CrowdFloor m_floor;
    std::vector<StagedPerson> m_extras;
    std::size_t m_blocked; ///< people of the shot who are no extras
    std::vector<glm::vec3> m_taken;
};

} // namespace

bool isAudience(std::string_view noun) {
    return isAny(noun, {"audience", "spectator", "fan", "congregation", "passenger", "student", "guest", "viewer", "listener", "supporter", "pupil", "diner", "juror"});
}

bool isSpectator(std::string_view noun, std::string_view motion) { return isAudience(noun) || noun == "crowd" || isAny(motion, {"cheer", "clap", "wave"}); }

void fillCrowd(StagedShot& shot, std::vector<StagedPerson> extras) {
    if (!extras.empty()) CrowdFiller(shot, std::move(extras)).run();
}

} // namespace rushes::stage
