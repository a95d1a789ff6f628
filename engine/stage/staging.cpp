// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/staging.h"

#include "engine/stage/block_people.h"
#include "engine/stage/block_props.h"
#include "engine/stage/camera_track.h"
#include "engine/stage/casting.h"
#include "engine/stage/easing.h"
#include "engine/stage/framing.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/set_choice.h"
#include "engine/stage/viewpoint.h"

#include <nlohmann/json.hpp>

#include <glm/geometric.hpp>

#include <algorithm>
#include <sstream>

namespace rushes::stage {
namespace {

using reading::Move;
using reading::ShotSize;

/// "slow dolly in" → the move it names. Nothing for words that are none.
std::optional<reading::CameraMove> moveOf(std::string text) {
    std::replace(text.begin(), text.end(), '-', '_');
    reading::CameraMove out;
    bool found = false;
    std::istringstream words(text);
    std::string word, joined;
    while (words >> word) {
        joined = joined.empty() ? word : joined + "_" + word;
        if (const auto move = reading::moveFrom(word)) out.move = *move, found = true;
        else if (const auto both = reading::moveFrom(joined)) out.move = *both, found = true;
        else if (const auto direction = reading::directionFrom(word)) out.direction = *direction;
        else if (const auto speed = reading::moveSpeedFrom(word)) out.speed = *speed;
        if (joined == "dolly_zoom") out.move = Move::dollyZoom;
    }
    return found ? std::optional(out) : std::nullopt;
}

void putChoices(const generate::CameraChoice& choice, reading::CameraWords& camera) {
    if (choice.size)
        if (const auto size = reading::shotSizeFrom(*choice.size)) camera.size = size;
    if (choice.angle)
        if (const auto angle = reading::cameraAngleFrom(*choice.angle)) camera.angle = angle;
    if (choice.lensMm && *choice.lensMm >= 4) camera.lensMm = choice.lensMm;
    if (choice.move)
        if (const auto move = moveOf(*choice.move); move && (move->move != Move::fixed || camera.moves.empty())) camera.moves = {*move};
}

/// Index of the person whom the shot is about: whom the framing names, who speaks, who acts, the first.
std::size_t mainPerson(const Blocking& blocking, const reading::ShotDescription& description) {
    const auto find = [&](const std::string& id) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < blocking.people.size(); ++i)
            if (!id.empty() && blocking.people[i].subject == id) return i;
        return std::nullopt;
    };
    const auto over = find(description.camera.over); // only their shoulder is in it
    const auto take = [&](const std::string& id) { const auto found = find(id); return found && found != over ? found : std::nullopt; };
    if (const auto named = take(description.camera.target)) return *named;
    for (const auto& line : description.dialogue)
        if (const auto speaker = take(line.subject)) return *speaker;
    for (const auto& action : description.actions)
        if (const auto actor = take(action.subject)) return *actor;
    return over == std::size_t(0) && blocking.people.size() > 1 ? 1 : 0;
}

ShotSize sizeOf(const reading::ShotDescription& description, std::size_t people) {
    if (description.camera.size) return *description.camera.size;
    if (people == 0) return description.subjects.empty() ? ShotSize::wide : ShotSize::full;
    if (people > 2) return ShotSize::wide;
    if (people == 2) return ShotSize::mediumFull;
    for (const auto& action : description.actions)
        if (playOf(action.motion).travels) return ShotSize::full;
    return description.dialogue.empty() ? ShotSize::medium : ShotSize::mediumCloseUp;
}

double lensOf(const reading::CameraWords& camera, ShotSize size, std::size_t people) {
    return camera.lensMm ? std::clamp(*camera.lensMm, 4.0, 1200.0) : defaultLens(size, people);
}

/// One shot being staged, in numbered steps.
class Staging {
public:
    Staging(StageLibrary& library, const generate::ShotRequest& request) : m_library(library), m_request(request) {}

    Result<StagedShot> run() {
        m_shot.description = describe(m_library, m_request);           // 1 read
        if (auto done = openSet(); !done) return fail(done.error());   // 2 the set, its light and weather
        if (auto done = cast(); !done) return fail(done.error());      // 3 who is in it
        blockPeople(m_shot.blocking, m_library.sets(), m_shot.description, m_request, m_shot.warnings); // 4 where they stand and what they do
        if (m_shot.blocking.people.empty()) blockMainProp(m_shot.blocking, m_library.sets(), m_shot.description, m_shot.warnings);
        frame();                                                       // 5 size, lens, side
        blockProps(m_shot.blocking, m_library.sets(), m_shot.description, m_view.camera, m_view.pivot, m_shot.warnings); // 6 things, as seen
        if (m_shot.blocking.people.empty()) frameAllThings();
        numberObjects();
        track();                                                       // 7 the move
        return std::move(m_shot);
    }

private:
    Result<void> openSet() {
        m_shot.duration = m_request.duration;
        m_shot.width = m_request.width;
        m_shot.height = m_request.height;
        m_shot.seed = m_request.seed;
        const auto settings = nlohmann::json::parse(m_request.settingsJson, nullptr, false);
        const std::string look = settings.is_object() ? settings.value("look", std::string("board")) : "board";
        m_shot.look = look == "clay" ? render::Look::clay : look == "colour" ? render::Look::colour : render::Look::board;
        auto chosen = chooseSet(m_library.sets(), m_shot.description, m_request, m_shot.warnings);
        if (!chosen) return fail(chosen.error());
        m_shot.blocking.set = chosen->set;
        m_shot.blocking.seconds = std::max(0.04, m_request.duration.seconds());
        m_shot.atmosphere = chosen->atmosphere;
        m_shot.lights = std::move(chosen->lights);
        return {};
    }

    Result<void> cast() {
        auto people = castPeople(m_library, m_shot.description, m_request, m_shot.warnings);
        if (!people) return fail(people.error());
        m_shot.blocking.people = std::move(*people);
        addShoulder();
        return {};
    }

    /// Over whose shoulder: the listener must be in the shot even when the prompt names the speaker alone.
    void addShoulder() {
        const auto pov = m_shot.description.camera.pov;
        if (pov != reading::PointOfView::overShoulder && pov != reading::PointOfView::overHip) return;
        if (m_shot.blocking.people.size() != 1 || m_request.cast.size() < 2) return;
        for (const auto& member : m_request.cast) {
            if (castIndex(m_request, member.name) == castIndex(m_request, m_shot.blocking.people.front().name)) continue;
            const auto listener = m_library.reader().read(member.name + " stands.", namesOf(m_request));
            auto person = castPeople(m_library, listener, m_request, m_shot.warnings);
            if (!person || person->empty()) return;
            person->front().subject = "listener";
            m_shot.blocking.people.push_back(std::move(person->front()));
            return;
        }
    }

    bool moves(std::initializer_list<Move> kinds) const {
        for (const auto& move : m_shot.description.camera.moves)
            for (const Move kind : kinds)
                if (move.move == kind) return true;
        return false;
    }

    void frame() {
        const auto& camera = m_shot.description.camera;
        m_size = sizeOf(m_shot.description, m_shot.blocking.people.size());
        CameraWish wish;
        wish.size = m_size;
        wish.angle = camera.angle.value_or(reading::CameraAngle::level);
        wish.height = camera.height;
        wish.pov = camera.pov.value_or(reading::PointOfView::objective);
        wish.lensMm = lensOf(camera, m_size, m_shot.blocking.people.size());
        wish.freeLens = !camera.lensMm;
        wish.aspect = double(m_shot.width) / double(m_shot.height);
        if (m_shot.blocking.people.empty()) return frameThings(wish);
        framePeople(wish);
    }

    /// The moment that the framing is made for: the end of a walk in, the start of a walk out.
    double keyMoment(const StagedPerson& person) const {
        const Beat& last = person.beats.back();
        if (moves({Move::follow, Move::lead, Move::tail, Move::sideTrack})) return m_shot.blocking.seconds * 0.5;
        if (person.beats.size() == 1 && last.path.size() > 1) return m_size >= ShotSize::mediumFull ? m_shot.blocking.seconds * 0.92 : m_shot.blocking.seconds * 0.62;
        return person.beats.size() > 1 ? m_shot.blocking.seconds * 0.5 : 0.0;
    }

    void framePeople(CameraWish wish) {
        auto& people = m_shot.blocking.people;
        const std::size_t main = mainPerson(m_shot.blocking, m_shot.description);
        const auto moments = peopleAt(m_shot.blocking, keyMoment(people[main]));
        std::vector<std::size_t> framed{main};
        const bool single = m_size >= ShotSize::mediumCloseUp || isShoulder(wish.pov);
        if (!single)
            for (std::size_t i = 0; i < people.size(); ++i)
                if (i != main && (m_size <= ShotSize::full || near(moments[i], moments[main]))) framed.push_back(i);
        std::vector<FrameSubject> subjects;
        for (const std::size_t i : framed) subjects.push_back(frameOfPerson(people[i], moments[i], m_size));
        m_subject = frameOfGroup(subjects);
        if (moves({Move::tail})) wish.aroundYaw = moments[main].yaw + 180;
        if (moves({Move::lead})) wish.aroundYaw = moments[main].yaw + 12;
        if (moves({Move::sideTrack})) wish.aroundYaw = moments[main].yaw + 90;
        if (isShoulder(wish.pov) && people.size() > 1) return frameOverShoulder(wish, moments, main);
        m_view = findViewpoint(m_shot.blocking, moments, m_subject, wish, framed);
        if (!m_view.clear) m_shot.warnings.push_back("Something of the set stands between the camera and the subject.");
    }

    static bool isShoulder(reading::PointOfView pov) { return pov == reading::PointOfView::overShoulder || pov == reading::PointOfView::overHip; }

    static bool near(const PersonMoment& a, const PersonMoment& b) { return glm::distance(a.position, b.position) < 2.6f; }

    /// Behind the listener: their head and shoulder at one edge, the speaker in the rest. The camera stands where the size wants it on a
    /// line that passes the listener's ear.
    void frameOverShoulder(const CameraWish& wish, const std::vector<PersonMoment>& moments, std::size_t main) {
        const std::size_t other = main == 0 ? 1 : 0;
        const glm::vec3 speaker = m_subject.focus, listener = moments[other].position;
        const glm::vec3 axis(listener.x - speaker.x, 0, listener.z - speaker.z);
        const float apart = std::max(0.5f, glm::length(axis)), offset = glm::degrees(std::asin(std::min(0.6f, 0.36f / apart)));
        const float side = authoredOnLeft(axis) ? 1.0f : -1.0f;
        const glm::vec3 toCamera = heading(yawOf(axis) + side * offset);
        const float lens = wish.freeLens ? 50.0f : float(wish.lensMm);
        m_view.camera = solveCamera(m_subject, -toCamera, lens, wish.aspect, 0);
        const float past = glm::dot(m_view.camera.eye - speaker, toCamera) - apart;
        if (past < 0.75f) m_view.camera.eye += toCamera * (0.75f - past); // not inside the listener's head
        if (wish.pov == reading::PointOfView::overShoulder) lookOver(moments[other], speaker, int(other));
        if (wish.pov == reading::PointOfView::overHip) {
            m_view.camera.eye.y = moments[other].position.y + float(m_shot.blocking.people[other].figure->rest().hips) * 1.05f;
            const geometry::Camera aimed = geometry::Camera::lookAt(m_view.camera.eye, speaker);
            m_view.camera.right = aimed.right;
            m_view.camera.up = aimed.up;
        }
        m_view.pivot = speaker;
    }

    /// The camera looks over a tall listener's shoulder, not into the back: at least at the height of the mouth.
    void lookOver(const PersonMoment& listener, const glm::vec3& speaker, int other) {
        const auto& rest = m_shot.blocking.people[std::size_t(other)].figure->rest();
        const bool seated = listener.performance.motion.starts_with("sit");
        const float least = listener.position.y + float(rest.chin + 0.04) * (seated ? 0.72f : 1.0f);
        if (m_view.camera.eye.y >= least) return;
        const float tilt = (least - m_view.camera.eye.y) * 0.9f;
        m_view.camera.eye.y = least;
        geometry::Camera aimed = geometry::Camera::lookAt(m_view.camera.eye, m_view.camera.eye + m_view.camera.forward() * glm::distance(m_view.camera.eye, speaker) - glm::vec3(0, tilt, 0));
        m_view.camera.right = aimed.right;
        m_view.camera.up = aimed.up;
    }

    /// On which side of the line from speaker to listener the set was composed to be seen from.
    bool authoredOnLeft(const glm::vec3& axis) const {
        if (m_shot.blocking.set->shots.empty()) return true;
        const auto& authored = m_shot.blocking.set->shots.front();
        return glm::dot(authored.eye - authored.target, glm::vec3(axis.z, 0, -axis.x)) >= 0;
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
            m_subject = frameOfBox(box, m_size, yaw);
            m_view = findViewpoint(m_shot.blocking, {}, m_subject, wish, {});
            return;
        }
        // Nobody and nothing: the place itself, as its author composed it.
        if (!set.shots.empty()) {
            const auto& shot = set.shots.front();
            m_view.camera = geometry::Camera::lookAt(shot.eye, shot.target);
            m_view.camera.sensorHeightMm = m_view.camera.sensorWidthMm / float(wish.aspect);
            m_view.camera.focalMm = m_view.camera.sensorHeightMm / (2 * std::tan(glm::radians(shot.verticalFov) * 0.5f));
            if (m_shot.description.camera.lensMm) m_view.camera.focalMm = float(wish.lensMm);
            m_view.pivot = shot.target;
            return;
        }
        geometry::Bounds box;
        box.add(set.heart - glm::vec3(2, 0, 2));
        box.add(set.heart + glm::vec3(2, 2.5f, 2));
        m_subject = frameOfBox(box, m_size, 0);
        m_view = findViewpoint(m_shot.blocking, {}, m_subject, wish, {});
    }

    /// When things were put beside the main one, the frame opens to hold them all, from the same side.
    void frameAllThings() {
        if (m_shot.blocking.props.size() < 2 || m_size >= ShotSize::closeUp) return;
        geometry::Bounds box;
        for (const auto& prop : m_shot.blocking.props) {
            const auto [position, yaw] = propAt(prop, m_shot.blocking.seconds * 0.5, m_shot.blocking.seconds);
            const glm::vec3 half = prop.prop->size * prop.scale * 0.5f;
            box.add(position - glm::vec3(std::max(half.x, half.z), 0, std::max(half.x, half.z)));
            box.add(position + glm::vec3(std::max(half.x, half.z), half.y * 2, std::max(half.x, half.z)));
        }
        m_subject = frameOfBox(box, m_size, 0);
        const double aspect = double(m_shot.width) / double(m_shot.height);
        m_view.camera = solveCamera(m_subject, m_view.camera.forward(), m_view.camera.focalMm, aspect, 0);
        m_view.pivot = m_subject.focus;
    }

    void numberObjects() {
        auto next = std::uint16_t(m_shot.blocking.set->objects.size() + 1);
        for (auto& person : m_shot.blocking.people) person.object = next++;
        for (auto& prop : m_shot.blocking.props) prop.object = next++;
    }

    void track() {
        TrackOptions options;
        options.camera = m_view.camera;
        options.pivot = m_view.pivot;
        options.duration = m_request.duration;
        options.moves = m_shot.description.camera.moves;
        options.seed = m_request.seed;
        if (m_shot.description.camera.stop) options.camera.stop = float(*m_shot.description.camera.stop);
        const auto& end = m_shot.description.camera.endSize;
        if (end && !m_shot.blocking.people.empty()) options.endScale = endScale(*end);
        if (end && *end != m_size && options.moves.empty())
            options.moves.push_back({Move::dolly, options.endScale < 1 ? reading::Direction::in : reading::Direction::out});
        followSubject(options);
        options.floor = m_shot.blocking.set->groundHeight(m_view.camera.eye.x, m_view.camera.eye.z, m_view.pivot.y - 1.0f) + 0.12f;
        if (m_shot.description.camera.height == reading::CameraHeight::underwater) options.floor = -1e9f;
        m_shot.camera = layTrack(options, m_shot.warnings);
    }

    float endScale(ShotSize end) const {
        const std::size_t main = mainPerson(m_shot.blocking, m_shot.description);
        const auto moments = peopleAt(m_shot.blocking, m_shot.blocking.seconds);
        const auto height = [&](ShotSize size) {
            const auto frame = frameOfPerson(m_shot.blocking.people[main], moments[main], size);
            return (frame.top.y - frame.bottom.y) / (frame.share < 1 ? frame.share : 1 - frame.headroom);
        };
        return std::clamp(height(end) / std::max(0.05f, height(m_size)), 0.08f, 12.0f);
    }

    void followSubject(TrackOptions& options) {
        if (!moves({Move::follow, Move::lead, Move::tail, Move::sideTrack})) return;
        const Blocking* blocking = &m_shot.blocking;
        if (!blocking->people.empty()) {
            const std::size_t main = mainPerson(*blocking, m_shot.description);
            options.followed = [blocking, main](double seconds) { return peopleAt(*blocking, seconds)[main].position; };
        } else if (!blocking->props.empty()) {
            options.followed = [blocking](double seconds) { return propAt(blocking->props.front(), seconds, blocking->seconds).first; };
        }
    }

    StageLibrary& m_library;
    const generate::ShotRequest& m_request;
    StagedShot m_shot;
    ShotSize m_size = ShotSize::medium;
    FrameSubject m_subject;
    Viewpoint m_view;
};

} // namespace

reading::ShotDescription describe(const StageLibrary& library, const generate::ShotRequest& request) {
    auto description = library.reader().read(request.prompt, namesOf(request));
    putChoices(request.camera, description.camera);
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
