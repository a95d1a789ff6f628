// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/staging.h"

#include "engine/stage/act_size.h"
#include "engine/stage/afloat.h"
#include "engine/stage/block_people.h"
#include "engine/stage/block_props.h"
#include "engine/stage/casting.h"
#include "engine/stage/crowd.h"
#include "engine/stage/director_choices.h"
#include "engine/stage/fires.h"
#include "engine/stage/first_person.h"
#include "engine/stage/frame_people.h"
#include "engine/stage/frame_with_things.h"
#include "engine/stage/hand_people.h"
#include "engine/stage/hand_things.h"
#include "engine/stage/implied_seats.h"
#include "engine/stage/set_choice.h"
#include "engine/stage/thing_layout.h"
#include "engine/stage/thing_moves.h"
#include "engine/stage/thing_pose.h"
#include "engine/stage/shot_focus.h"
#include "engine/stage/shot_settings.h"
#include "engine/stage/track_shot.h"

#include <algorithm>
#include <numeric>

namespace rushes::stage {
namespace {

using reading::ShotSize;

/// One shot being staged, in numbered steps.
class Staging {
public:
    Staging(StageLibrary& library, const generate::ShotRequest& request) : m_library(library), m_request(request), m_settings(ShotSettings::of(request.settingsJson)) {}

    Result<StagedShot> run() {
        m_shot.description = describe(m_library, m_request);           // 1 read
        m_own = ownModels(m_library, m_request, m_shot.warnings);
        m_sets = m_own.props.empty() ? nullptr : m_library.sets().with(m_own.props);
        addImpliedRelations(m_shot.description, sets());
        addImpliedSeats(m_shot.description);
        if (auto done = openSet(); !done) return fail(done.error());   // 2 the set, its light and weather
        if (auto done = cast(); !done) return fail(done.error());      // 3 who is in it
        blockPeople(m_shot.blocking, sets(), m_shot.description, m_request, sceneSoFar(m_library, m_request), m_shot.warnings); // 4 where they stand and what they do
        clearOverhead();
        const HandStaging& hand = m_settings.hand;
        putPeopleByHand(m_shot, hand);
        if (!m_shot.blocking.people.empty()) putThingsByHand(m_shot, hand, 0);
        setAfloat(m_shot.blocking);
        if (m_shot.blocking.people.empty()) blockMainProp(m_shot.blocking, sets(), m_shot.description, m_shot.warnings);
        frame();                                                       // 5 size, lens, side
        const std::size_t brought = m_shot.blocking.props.size();
        blockProps(m_shot.blocking, sets(), m_shot.description, m_frame.view.camera, m_frame.view.pivot, m_shot.warnings); // 6 things, as seen
        setFires(m_shot.blocking, sets(), m_shot.description, m_frame.view.camera, m_frame.view.pivot);
        if (m_shot.blocking.people.empty()) frameAllThings();
        putThingsByHand(m_shot, hand, m_shot.blocking.people.empty() ? 0 : brought);
        if (!m_shot.blocking.people.empty() && !eyesOf(m_shot.blocking, m_shot.description)) openForThings(m_shot, m_frame);
        sayWhoIsAbsent(m_shot, hand);
        findEdges(m_shot.blocking);
        filmByHand(m_shot, hand, m_frame);
        trackShot(m_shot, m_frame, hand.set == m_shot.blocking.set->kit ? hand : HandStaging{}); // 7 the move
        fillCrowd(m_shot, std::move(m_extras));                        // 8 the crowd, where the camera looks
        numberObjects();
        return std::move(m_shot);
    }

private:
    static bool isLifted(const StagedPerson& person) { return std::any_of(person.beats.begin(), person.beats.end(), [](const Beat& beat) { return beat.lift > 0.1f && !beat.seat; }); }

    /// Who stands on a table has no lamp through the head.
    void clearOverhead() {
        constexpr float around = 0.35f, most = 1.5f; // metres: about the head, and of what hangs there
        for (const auto& person : m_shot.blocking.people) {
            if (!isLifted(person)) continue;
            const glm::vec3 feet = person.beats.front().path.front() + glm::vec3(0, person.beats.front().lift, 0), head = feet + glm::vec3(0, person.figure->height(), 0);
            for (const auto& info : m_shot.blocking.set->objects) {
                const auto& box = info.bounds;
                const bool hangs = box.low.y > feet.y + 0.5f && box.low.y < head.y + 0.2f && std::max(box.size().x, box.size().z) < most;
                if (hangs && head.x > box.low.x - around && head.x < box.high.x + around && head.z > box.low.z - around && head.z < box.high.z + around) m_shot.opened.push_back(info.object);
            }
        }
    }

    Result<void> openSet() {
        m_shot.duration = m_request.duration;
        m_shot.width = m_request.width;
        m_shot.height = m_request.height;
        m_shot.seed = m_request.seed;
        m_shot.look = m_settings.look;
        auto chosen = chooseSet(sets(), m_shot.description, m_request, m_own, m_shot.warnings);
        if (!chosen) return fail(chosen.error());
        m_shot.blocking.set = setByHand(chosen->set, m_settings.hand);
        m_shot.blocking.seconds = std::max(0.04, m_request.duration.seconds());
        m_shot.atmosphere = chosen->atmosphere;
        m_shot.lights = std::move(chosen->lights);
        return {};
    }

    Result<void> cast() {
        auto people = castPeople(m_library, m_shot.description, m_request, m_own, m_shot.warnings);
        if (!people) return fail(people.error());
        m_shot.blocking.people = std::move(*people);
        auto extras = castExtras(m_library, m_shot.description, m_request, m_own);
        if (!extras) return fail(extras.error());
        m_extras = std::move(*extras);
        addShoulder();
        return {};
    }

    /// Over whose shoulder: the listener must be in the shot even when the prompt names the speaker alone.
    void addShoulder() {
        const auto pov = m_shot.description.camera.pov;
        if (pov != reading::PointOfView::overShoulder && pov != reading::PointOfView::overHip) return;
        if (m_shot.blocking.people.size() != 1) return;
        if (m_request.cast.size() < 2) return addListener(m_request.prompt.find("her shoulder") != std::string::npos ? "A woman stands." : "A man stands.");
        for (const auto& member : m_request.cast) {
            if (castIndex(m_request, member.name) == castIndex(m_request, m_shot.blocking.people.front().name)) continue;
            return addListener(member.name + " stands.");
        }
    }

    void addListener(const std::string& who) {
        const auto listener = m_library.reader().read(who, namesOf(m_request));
        auto person = castPeople(m_library, listener, m_request, m_own, m_shot.warnings);
        if (!person || person->empty()) return;
        person->front().subject = "listener";
        m_shot.blocking.people.push_back(std::move(person->front()));
    }

    void frame() {
        const auto& camera = m_shot.description.camera;
        m_frame.size = sizeOf(m_shot.description, framedPeople());
        if (m_frame.size == ShotSize::medium && !camera.size) m_frame.size = sizeShowing(m_shot.blocking, m_shot.description, mainPerson(m_shot.blocking, m_shot.description), sets());
        if (!camera.size && m_frame.size > ShotSize::full && std::any_of(m_shot.blocking.people.begin(), m_shot.blocking.people.end(), [](const auto& p) { return isLifted(p); })) m_frame.size = ShotSize::full; // with what they stand on
        if (!camera.size && isMainAboard()) m_frame.size = m_shot.description.dialogue.empty() && !talks() ? ShotSize::full : ShotSize::medium;
        if (!camera.size && camera.endSize) m_frame.size = startFor(m_frame.size, *camera.endSize, camera.moves);
        CameraWish wish;
        wish.size = m_frame.size;
        wish.angle = camera.angle.value_or(reading::CameraAngle::level);
        wish.height = camera.height;
        wish.pov = camera.pov.value_or(reading::PointOfView::objective);
        wish.lensMm = lensOf(camera, m_frame.size, framedPeople());
        wish.freeLens = !camera.lensMm;
        wish.aspect = double(m_shot.width) / double(m_shot.height);
        m_shot.sensor = sensorOf(camera);
        if (camera.lensMm) wish.lensMm /= focalFactor(m_shot.sensor, wish.aspect); // framings are solved on Super 35
        if (m_shot.blocking.people.empty()) return frameThings(wish);
        if (const auto eyes = eyesOf(m_shot.blocking, m_shot.description)) return frameEyes(*eyes, wish);
        // A crowd is looked over, so that the rows behind the first are seen.
        if (m_frame.size <= ShotSize::full) wish.lift = std::min(11.0f, 0.12f * float(m_extras.size()));
        framePeople(m_shot, wish, m_frame);
    }

    void frameEyes(std::size_t person, const CameraWish& wish) {
        geometry::Camera optics;
        optics.sensorHeightMm = optics.sensorWidthMm / float(wish.aspect);
        optics.focalMm = wish.freeLens ? eyesLensMm : float(wish.lensMm);
        m_frame.view.camera = throughEyes(m_shot.blocking, person, m_shot.blocking.seconds * 0.5, optics);
        m_frame.view.pivot = m_frame.view.camera.eye + m_frame.view.camera.forward() * m_frame.view.camera.focusM;
    }

    bool isMainAboard() const { return !m_shot.blocking.people.empty() && m_shot.blocking.people[mainPerson(m_shot.blocking, m_shot.description)].aboard; }

    bool talks() const {
        return std::any_of(m_shot.blocking.people.begin(), m_shot.blocking.people.end(), [](const auto& person) { return person.beats.front().talking; });
    }

    /// How many the picture is about: where there is anybody else, a crowd is behind them.
    std::size_t framedPeople() const {
        const auto& people = m_shot.blocking.people;
        const auto others = std::size_t(std::count_if(people.begin(), people.end(), [&](const auto& person) { return !isOfCrowd(m_shot.description, person); }));
        return others > 0 ? others : people.size();
    }

    void frameThings(CameraWish wish) {
        const auto& set = *m_shot.blocking.set;
        if (!m_shot.blocking.props.empty()) {
            const StagedProp& main = m_shot.blocking.props.front();
            const auto [position, yaw] = propAt(main, m_shot.blocking.seconds * 0.5, m_shot.blocking.seconds);
            geometry::Bounds box;
            const glm::vec3 half = main.prop->size * main.scale * 0.5f;
            box.add(position - glm::vec3(half.x, 0, half.z));
            box.add(position + glm::vec3(half.x, half.y * 2, half.z));
            m_frame.subject = frameOfBox(box, m_frame.size, yaw);
            m_frame.view = findViewpoint(m_shot.blocking, {}, m_frame.subject, wish, {});
            return;
        }
        // Nobody and nothing: the place itself, as its author composed it.
        if (!set.shots.empty()) {
            const auto& shot = set.shots.front();
            m_frame.view.camera = geometry::Camera::lookAt(shot.eye, shot.target);
            m_frame.view.camera.sensorHeightMm = m_frame.view.camera.sensorWidthMm / float(wish.aspect);
            m_frame.view.camera.focalMm = m_frame.view.camera.sensorHeightMm / (2 * std::tan(glm::radians(shot.verticalFov) * 0.5f));
            if (m_shot.description.camera.lensMm) m_frame.view.camera.focalMm = float(wish.lensMm);
            m_frame.view.pivot = shot.target;
            return;
        }
        geometry::Bounds box;
        box.add(set.heart - glm::vec3(2, 0, 2));
        box.add(set.heart + glm::vec3(2, 2.5f, 2));
        m_frame.subject = frameOfBox(box, m_frame.size, 0);
        m_frame.view = findViewpoint(m_shot.blocking, {}, m_frame.subject, wish, {});
    }

    /// Things alone are laid out for the camera, and it for them, from the side that was found for the largest.
    void frameAllThings() {
        if (m_shot.blocking.props.empty()) return;
        const ThingView view = layThings(m_shot.blocking, sets(), m_shot.description, m_frame.view.camera, m_frame.size);
        m_frame.view.camera = view.camera;
        m_frame.view.pivot = view.pivot;
        comeOutOfTheLand();
    }

    /// A very wide view from afar can end behind a mountain, or in it: the camera comes as near as it must to see what it looks at.
    void comeOutOfTheLand() {
        constexpr float kFree = 0.92f; // of the way to what is in between
        const glm::vec3 back = m_frame.view.camera.eye - m_frame.view.pivot;
        const float distance = glm::length(back);
        const float largest = std::transform_reduce(m_shot.blocking.props.begin(), m_shot.blocking.props.end(), 0.0f, [](float a, float b) { return std::max(a, b); },
                                                    [](const StagedProp& p) { return 0.6f * glm::length(p.prop->size) * p.scale; });
        if (m_shot.blocking.set->environment.interior || distance < 2 * largest + 20) return;
        const glm::vec3 out = back / distance, from = m_frame.view.pivot + out * largest;
        const auto met = m_shot.blocking.set->hit(from, out, distance - largest);
        if (!met) return;
        const float left = largest + kFree * *met;
        m_frame.view.camera.eye = m_frame.view.pivot + out * left;
        m_frame.view.camera.focusM *= left / distance;
    }

    void numberObjects() {
        auto next = std::uint16_t(m_shot.blocking.set->objects.size() + 1);
        for (auto& person : m_shot.blocking.people) person.object = next++;
        for (auto& prop : m_shot.blocking.props) prop.object = next++;
    }

    /// The library, with the film's own props where it has some.
    const sets::SetLibrary& sets() const { return m_sets ? *m_sets : m_library.sets(); }

    StageLibrary& m_library;
    const generate::ShotRequest& m_request;
    const ShotSettings m_settings;
    OwnModels m_own;
    std::shared_ptr<const sets::SetLibrary> m_sets;
    StagedShot m_shot;
    ShotFrame m_frame;
    std::vector<StagedPerson> m_extras; ///< of crowds: they find their places last
};

} // namespace

reading::ShotDescription describe(const StageLibrary& library, const generate::ShotRequest& request) {
    auto description = library.reader().read(request.prompt, namesOf(request));
    putChoices(request.camera, description.camera);
    putSettings(ShotSettings::of(request.settingsJson), description.camera);
    return description;
}

Result<StagedShot> stageShot(StageLibrary& library, const generate::ShotRequest& request) {
    if (request.duration.value < 1)
        return fail(ErrorCategory::badInput, "A shot needs at least one frame", "Set its length in frames.");
    if (request.width < 16 || request.height < 16 || request.width > 8192 || request.height > 8192)
        return fail(ErrorCategory::badInput, "A picture of " + std::to_string(request.width) + "x" + std::to_string(request.height) + " cannot be drawn",
                    "Choose 16 to 8192 pixels each way, such as 1280x720.");
    return Staging(library, request).run();
}

} // namespace rushes::stage
