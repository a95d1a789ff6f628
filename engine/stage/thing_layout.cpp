// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/thing_layout.h"

#include "engine/stage/easing.h"
#include "engine/stage/thing_pose.h"
#include "engine/stage/thing_shape.h"
#include "engine/stage/thing_stacks.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>

namespace rushes::stage {
namespace {

constexpr float leastShare = 0.005f;   ///< of the frame: more than twice what one needs to see that it is there
constexpr float leastBeside = 0.30f;   ///< of the main thing's length as seen: smaller ones come forward
constexpr float baseLine = -0.64f;     ///< where things in the foreground stand in the frame, -1 bottom … 1 top
constexpr float tableTop = 0.75f;      ///< metres

/// The frame of the layout: origin at the main thing's foot.
struct Axes {
    glm::vec3 origin{0}, right{1, 0, 0}, toCamera{0, 0, 1};
    glm::vec3 world(const glm::vec3& p) const { return origin + right * p.x + glm::vec3(0, p.y, 0) + toCamera * p.z; }
};

struct Optics {
    float tanX, tanY;
    explicit Optics(const geometry::Camera& c) : tanX(c.sensorWidthMm / (2 * c.focalMm)), tanY(c.sensorHeightMm / (2 * c.focalMm)) {}
    float area() const { return 4 * tanX * tanY; } ///< of the frame one metre away
    float farthest(float area_, float share) const { return std::sqrt(std::max(area_, 1e-8f) / (share * area())); }
};

/// Nearest eye from which all points lie inside the frame's part of ±margin, looking as `camera` does.
void fit(geometry::Camera& camera, const std::vector<glm::vec3>& points, float marginX, float marginY) {
    const Optics optics(camera);
    const glm::vec3 forward = camera.forward();
    const std::array<glm::vec3, 2> axes{camera.right, camera.up};
    const std::array<float, 2> slope{optics.tanX * marginX, optics.tanY * marginY};
    glm::vec2 middle{0};
    float eye = 1e9f;
    for (int k = 0; k < 2; ++k) {
        float above = -1e9f, below = -1e9f;
        for (const auto& p : points) {
            above = std::max(above, glm::dot(p, axes[std::size_t(k)]) - slope[std::size_t(k)] * glm::dot(p, forward));
            below = std::max(below, -glm::dot(p, axes[std::size_t(k)]) - slope[std::size_t(k)] * glm::dot(p, forward));
        }
        middle[k] = (above - below) * 0.5f;
        eye = std::min(eye, -(above + below) / (2 * slope[std::size_t(k)]));
    }
    camera.eye = camera.right * middle.x + camera.up * middle.y + forward * eye;
}

class Layout {
public:
    Layout(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, const geometry::Camera& view, reading::ShotSize size)
        : m_blocking(blocking), m_sets(sets), m_description(description), m_camera(view), m_optics(view), m_size(size) {
        const glm::vec3 flat(view.forward().x, 0, view.forward().z);
        m_axes.toCamera = glm::length(flat) > 0.05f ? -glm::normalize(flat) : glm::normalize(glm::vec3(view.up.x, 0, view.up.z)) * -1.0f;
        m_axes.right = glm::normalize(glm::cross(glm::vec3(0, 1, 0), m_axes.toCamera));
    }

    ThingView run() {
        const float asked = glm::degrees(std::asin(glm::clamp(-m_camera.forward().y, -1.0f, 1.0f)));
        m_stacks = stackThings(m_blocking, m_description, m_axes.toCamera, tilted() ? std::max(asked, 12.0f) : 12.0f);
        if (m_stacks.empty()) return {m_camera, m_blocking.set->heart};
        m_axes.origin = placeOf(m_stacks.front());
        m_raised = m_axes.origin.y > m_blocking.set->groundHeight(m_axes.origin.x, m_axes.origin.z) + 0.3f;
        sortByDepth();
        if (tilted()) asIs();
        else if (m_front.empty()) together();
        else before();
        return {m_camera, pivot()};
    }

private:
    /// The prompt asks for an angle, a height or an eye of its own.
    bool tilted() const {
        const auto& words = m_description.camera;
        const auto angle = words.angle.value_or(reading::CameraAngle::level);
        const bool level = angle == reading::CameraAngle::level || angle == reading::CameraAngle::dutch;
        return !level || (words.height && *words.height != reading::CameraHeight::eye) || words.pov.value_or(reading::PointOfView::objective) != reading::PointOfView::objective;
    }

    glm::vec3 placeOf(const Stack& stack) const {
        const StagedProp& prop = m_blocking.props[stack.things.front().prop];
        return prop.path.size() > 1 ? (prop.path.front() + prop.path.back()) * 0.5f : prop.path.front();
    }

    /// Which stand side by side with the main one, and which would be lost there.
    void sortByDepth() {
        const float main = m_stacks.front().length();
        m_onTable = fitOnTable();
        for (auto& stack : m_stacks) {
            const bool small = stack.length() < leastBeside * main && stack.slot != 0;
            if (small && m_onTable) stack.forward = 0.22f;
            (!m_onTable && (small || stack.below) ? m_front : m_row).push_back(&stack);
        }
    }

    void put(const Stack& stack, const glm::vec3& foot) {
        for (const Thing& t : stack.things) {
            StagedProp& prop = m_blocking.props[t.prop];
            if (prop.motion && prop.motion->unit == sets::ThingMotion::Unit::edge) prop.goes = glm::normalize(m_axes.toCamera + m_axes.right * 0.35f); // off the near edge
            const glm::vec3 to = m_axes.world(foot + t.offset) - middleOf(prop);
            if (prop.path.size() < 2) {
                prop.path = {to};
                continue;
            }
            const glm::vec3 by = to - (prop.path.front() + prop.path.back()) * 0.5f;
            for (auto& p : prop.path) p += by;
        }
        m_feet.push_back({&stack, foot});
    }

    /// From the prop's own origin to the middle of its foot, turned and scaled as it stands.
    static glm::vec3 middleOf(const StagedProp& prop) {
        const glm::vec3 centre = prop.prop->mesh->bounds.centre() * prop.scale;
        return heading(prop.yaw + 90) * centre.x + heading(prop.yaw) * centre.z + glm::vec3(0, prop.prop->mesh->bounds.low.y * prop.scale, 0);
    }

    float groundAt(const glm::vec3& local) const {
        const glm::vec3 p = m_axes.world(local);
        return m_blocking.set->groundHeight(p.x, p.z, m_axes.origin.y) - m_axes.origin.y;
    }

    /// Side by side, packed outwards from the main one.
    void layRow(float lift) {
        std::stable_sort(m_row.begin(), m_row.end(), [](const Stack* a, const Stack* b) { return std::abs(a->slot) < std::abs(b->slot); });
        float right = 0, left = 0;
        for (const Stack* stack : m_row) {
            const float width = stack->high.x - stack->low.x, gap = stack->laps ? -0.3f * width : std::max(0.025f, 0.14f * width);
            float x = 0;
            if (stack->slot > 0) x = right + gap - stack->low.x, right = x + stack->high.x;
            else if (stack->slot < 0) x = left - gap - stack->high.x, left = x + stack->low.x;
            else right = stack->high.x, left = stack->low.x;
            const bool afloat = stack->flies && m_row.size() == 1;
            const bool besideOnTable = m_raised && stack->forTable; // on the set's own table
            const float y = lift > 0 ? lift : stack->slot == 0 || besideOnTable ? 0.0f : groundAt({x, 0, stack->forward});
            put(*stack, {x, y + (afloat ? 1.6f : 0.0f), stack->forward});
        }
    }

    /// In the air for the whole shot: the ground below it need not be in the picture.
    bool isAloft(const Stack& stack) const { return m_blocking.props[stack.things.front().prop].altitude > 0 && stack.things.size() == 1; }

    std::vector<glm::vec3> corners() const {
        findEdges(m_blocking);
        std::vector<glm::vec3> points;
        for (const auto& [stack, foot] : m_feet)
            for (int c = 0; c < (isAloft(*stack) ? 0 : 8); ++c)
                points.push_back(m_axes.world(foot + glm::vec3(c & 1 ? stack->high.x : stack->low.x, c & 2 ? stack->high.y : stack->low.y, c & 4 ? stack->high.z : stack->low.z)));
        for (const auto& prop : m_blocking.props) addWay(prop, points);
        return points;
    }

    /// What moves by itself or flies is in the picture for most of its way.
    void addWay(const StagedProp& prop, std::vector<glm::vec3>& points) const {
        if (prop.path.size() > 1 && prop.altitude == 0) points.insert(points.end(), {prop.path.front(), prop.path.back()});
        if (!prop.motion && prop.altitude == 0 && !prop.reach) return;
        const glm::vec3 size = (prop.reach ? prop.reach->size() : prop.prop->size) * prop.scale;
        const float wide = std::max(size.x, size.z) * 0.5f, low = prop.reach ? prop.reach->low.y * prop.scale : 0.0f;
        for (const double share : {0.12, 0.3, 0.5, 0.7, 0.88}) {
            const glm::vec3 at = propAt(prop, share * m_blocking.seconds, m_blocking.seconds).first;
            for (const glm::vec3& side : {m_axes.right, -m_axes.right, m_axes.toCamera})
                for (const float up : {0.0f, 1.0f}) points.push_back(at + side * wide + glm::vec3(0, low + up * size.y, 0));
        }
    }

    /// Share of the frame that the whole takes, by size.
    float fill() const {
        static constexpr float shares[] = {0.14f, 0.40f, 0.72f, 0.76f, 0.80f, 0.84f, 0.94f, 1.25f, 0.92f};
        return shares[std::size_t(m_size)];
    }

    void look(float downDegrees) {
        const float e = glm::radians(downDegrees);
        const geometry::Camera aimed = geometry::Camera::lookAt({0, 0, 0}, -m_axes.toCamera * std::cos(e) - glm::vec3(0, std::sin(e), 0));
        m_camera.right = aimed.right;
        m_camera.up = aimed.up;
    }

    bool allForTable() const {
        return std::all_of(m_stacks.begin(), m_stacks.end(), [](const Stack& s) { return s.forTable; });
    }

    /// All of them together have room on one table, and something among them belongs there.
    bool fitOnTable() const {
        float width = 0;
        bool some = false;
        for (const auto& stack : m_stacks) {
            if ((!stack.forTable && stack.things.front().subject->kind != reading::SubjectKind::prop) || stack.high.y > 0.8f || stack.high.z - stack.low.z > 0.9f) return false;
            width += (stack.high.x - stack.low.x) * 1.14f;
            some = some || stack.forTable;
        }
        return some && width < 1.45f && !m_raised;
    }

    /// Flat things are seen from above, what stands up from the front.
    float naturalDown() const {
        const StagedProp& main = m_blocking.props[m_stacks.front().things.front().prop];
        if (main.altitude > 0) return -7;
        if (main.motion && main.motion->flies) return 0;
        if (main.prop->family == "snake" || main.prop->family == "bug") return 26;
        for (const auto& beat : main.acts)
            if (beat.act == "sleep" || beat.act == "lie" || beat.act == "roll") return 20;
        for (const auto& stack : m_stacks)
            for (const auto& t : stack.things) // what would hide the thing below it is seen from its edge
                if (t.offset.y > 0.01f && t.half.x > 1.25f * stack.things.front().half.x) return 3;
        float flat = 0;
        for (const auto& stack : m_stacks)
            for (const auto& t : stack.things) flat = std::max(flat, 1 - t.half.y / std::max(0.01f, std::min(t.half.x, t.half.z) * 2));
        if (allForTable()) return 15 + 20 * std::clamp(flat, 0.0f, 1.0f);
        return 5 + 14 * std::clamp(flat * 2 - 1, 0.0f, 1.0f);
    }

    void together() {
        layRow(m_onTable ? tableTop : 0);
        if (m_onTable)
            if (auto table = tableOf(m_sets, tableTop, yawOf(m_axes.toCamera) + 9)) {
                table->path = {m_axes.world({middleOfRow(), tableTop - table->prop->size.y * table->scale, 0})};
                m_blocking.props.push_back(std::move(*table));
            }
        look(naturalDown());
        close();
    }

    float middleOfRow() const {
        float low = 1e9f, high = -1e9f;
        for (const auto& [stack, foot] : m_feet) low = std::min(low, foot.x + stack->low.x), high = std::max(high, foot.x + stack->high.x);
        return (low + high) * 0.5f;
    }

    /// The asked angle stays; all things side by side.
    void asIs() {
        for (auto* stack : m_front) m_row.push_back(stack);
        layRow(0);
        close();
    }

    /// Fits all, then nearer where the smallest would be lost: part of what carries it may leave the frame.
    void close() {
        fit(m_camera, corners(), fill(), fill());
        for (const auto& prop : m_blocking.props)
            if (prop.motion) return finish(); // its way is as much the picture as the thing
        const float distance = glm::dot(pivot() - m_camera.eye, m_camera.forward());
        float nearest = distance;
        glm::vec3 small = pivot();
        for (const auto& [stack, foot] : m_feet)
            for (const Thing& t : stack->things) {
                if (isAloft(*stack)) continue;
                const float most = std::max(m_optics.farthest(t.area, leastShare), t.half.x / (0.7f * m_optics.tanX));
                if (most < nearest) nearest = most, small = m_axes.world(foot + t.offset + glm::vec3(0, t.half.y * 0.5f, 0));
            }
        if (nearest < distance && m_size <= reading::ShotSize::medium && m_size >= reading::ShotSize::full) {
            const glm::vec3 from = pivot() - m_camera.forward() * nearest, to = small - from;
            const float limitX = 0.55f * m_optics.tanX * nearest, limitY = 0.55f * m_optics.tanY * nearest;
            const float x = glm::dot(to, m_camera.right), y = glm::dot(to, m_camera.up);
            m_camera.eye = from + m_camera.right * (x - std::clamp(x, -limitX, limitX)) + m_camera.up * (y - std::clamp(y, -limitY, limitY));
        }
        finish();
    }

    void finish() {
        keepAbove();
        m_camera.focusM = std::max(0.1f, glm::dot(pivot() - m_camera.eye, m_camera.forward()));
    }

    void keepAbove() {
        const float floor = m_blocking.set->groundHeight(m_camera.eye.x, m_camera.eye.z, m_axes.origin.y) + 0.12f;
        m_camera.eye.y = std::max(m_camera.eye.y, floor);
    }

    glm::vec3 pivot() const {
        if (m_feet.empty()) return m_axes.origin;
        const auto& [stack, foot] = m_feet.front();
        const StagedProp& main = m_blocking.props[stack->things.front().prop];
        if (main.altitude > 0 || main.motion) return propAt(main, m_blocking.seconds * 0.5, m_blocking.seconds).first + glm::vec3(0, stack->high.y * 0.5f, 0);
        return m_axes.world(foot + glm::vec3(0, (stack->low.y + stack->high.y) * 0.5f, 0));
    }

    /// Small things in the foreground at the frame's lower edge, the large ones behind them, a level camera at the height that suits both.
    void before() {
        const float lift = hiddenByTable() ? tableTop : 0.0f;
        layRow(lift);
        if (lift > 0) addSupport({middleOfRow(), lift, 0}, 0);
        look(0);
        float low = 1e9f, high = -1e9f, top = 0, front = 0;
        for (const auto& [stack, foot] : m_feet) {
            low = std::min(low, foot.x + stack->low.x), high = std::max(high, foot.x + stack->high.x);
            top = std::max(top, foot.y + stack->high.y), front = std::max(front, foot.z + stack->high.z);
        }
        const float share = std::min(fill(), 0.9f);
        float distance = front + (high - low) * 0.5f / (share * m_optics.tanX), height = 1.2f;
        for (int round = 0; round < 6; ++round) {
            height = eyeHeight(distance);
            distance = std::max({front + (high - low) * 0.5f / (share * m_optics.tanX), front + (top - height) / (0.86f * m_optics.tanY),
                                 front + height / (0.9f * m_optics.tanY)});
        }
        m_camera.eye = m_axes.world({(low + high) * 0.5f, height, distance});
        m_camera.focusM = distance;
        for (const int side : {-1, 1}) layFront(side, distance);
    }

    /// A low thing behind a table in the foreground goes on a table itself.
    bool hiddenByTable() const {
        const Stack& main = m_stacks.front();
        const bool table = std::any_of(m_front.begin(), m_front.end(), [](const Stack* s) { return s->forTable; });
        return table && m_row.size() == 1 && main.high.y < 0.95f && main.things.front().subject->kind == reading::SubjectKind::prop && !m_raised &&
               main.high.x - main.low.x < 1.7f;
    }

    float depthOf(const Stack& stack, float distance) const {
        float area = 0, wide = stack.high.x - stack.low.x;
        for (const auto& t : stack.things) area = std::max(area, t.area);
        const float asked = distance * stack.length() / (leastBeside * m_stacks.front().length());
        return std::max({std::min({asked, m_optics.farthest(area, leastShare * 1.6f), distance * 0.8f}), wide / (0.8f * m_optics.tanX), 0.3f});
    }

    /// So low that the foreground's floor or table shows.
    float eyeHeight(float distance) const {
        float height = 2.2f;
        for (const Stack* stack : m_front) {
            const float base = stack->flies ? 1.2f : stack->forTable ? tableTop : 0.0f;
            height = std::min(height, base - baseLine * m_optics.tanY * depthOf(*stack, distance));
        }
        return std::max(height, 0.12f);
    }

    void layFront(int side, float distance) {
        std::vector<const Stack*> here;
        for (const Stack* stack : m_front)
            if ((stack->slot < 0) == (side < 0)) here.push_back(stack);
        std::stable_sort(here.begin(), here.end(), [](const Stack* a, const Stack* b) { return std::abs(a->slot) < std::abs(b->slot); });
        const glm::vec3 eye{glm::dot(m_camera.eye - m_axes.origin, m_axes.right), m_camera.eye.y - m_axes.origin.y, distance};
        for (std::size_t i = 0; i < here.size(); ++i) {
            const Stack& stack = *here[i];
            const float depth = depthOf(stack, distance), half = (stack.high.x - stack.low.x) * 0.5f / (m_optics.tanX * depth);
            const float across = std::min(here.size() == 1 ? 0.58f : 0.32f + 0.4f * float(i) / float(here.size() - 1), std::max(0.05f, 0.95f - half));
            glm::vec3 foot{eye.x + float(side) * across * m_optics.tanX * depth, eye.y + baseLine * m_optics.tanY * depth, eye.z - depth};
            const float ground = groundAt(foot);
            if (stack.flies) foot.y = eye.y + 0.05f * m_optics.tanY * depth;
            else if (!stack.forTable || foot.y - ground < 0.15f) foot.y = ground;
            else addSupport(foot, ground);
            put(stack, foot);
        }
    }

    void addSupport(const glm::vec3& foot, float ground) {
        auto table = tableOf(m_sets, foot.y - ground, yawOf(m_axes.toCamera) + 8);
        if (!table) return;
        table->path = {m_axes.world({foot.x, foot.y - table->prop->size.y * table->scale, foot.z})};
        m_blocking.props.push_back(std::move(*table));
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    geometry::Camera m_camera;
    Optics m_optics;
    reading::ShotSize m_size;
    Axes m_axes;
    std::vector<Stack> m_stacks;
    bool m_onTable = false;
    bool m_raised = false; ///< the main thing stands on something of the set
    std::vector<Stack*> m_row, m_front;
    std::vector<std::pair<const Stack*, glm::vec3>> m_feet;
};

} // namespace

std::optional<StagedProp> tableOf(const sets::SetLibrary& sets, float height, float yaw) {
    struct Kind {
        const char* name;
        float top;
    };
    for (const Kind kind : {Kind{"coffee table", 0.42f}, Kind{"table", tableTop}, Kind{"pedestal", 1.16f}}) {
        const bool last = kind.name == std::string_view("pedestal");
        if (height > kind.top + 0.005f && !last) continue;
        auto prop = sets.prop(kind.name);
        if (!prop) continue;
        StagedProp staged;
        staged.model = kind.name;
        staged.prop = *prop;
        staged.yaw = yaw;
        staged.scale = last ? std::max(1.0f, height / (*prop)->size.y) : 1.0f;
        return staged;
    }
    return std::nullopt;
}

ThingView layThings(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, const geometry::Camera& view,
                    reading::ShotSize size) {
    return Layout(blocking, sets, description, view, size).run();
}

float frameShare(const StagedProp& prop, const geometry::Camera& camera, float distance) {
    return shownArea(*prop.prop, prop.scale, prop.yaw, camera.forward()) / (Optics(camera).area() * distance * distance);
}

std::optional<StagedProp> foregroundSpot(StagedProp& prop, const Blocking& blocking, const sets::SetLibrary& sets, const geometry::Camera& camera,
                                         float subjectDistance, float side) {
    const Optics optics(camera);
    const glm::vec3 toCamera = glm::normalize(glm::vec3(-camera.forward().x, 0, -camera.forward().z));
    const float area = shownArea(*prop.prop, prop.scale, prop.yaw, camera.forward());
    const glm::vec3 size = prop.prop->size * prop.scale;
    const float depth = std::clamp(optics.farthest(area, leastShare * 1.6f), std::max(0.3f, std::max(size.x, size.z) / (0.6f * optics.tanX)), subjectDistance * 0.8f);
    const glm::vec3 foot = camera.eye + camera.forward() * depth + camera.right * (side * 0.62f * optics.tanX * depth) + camera.up * (-0.72f * optics.tanY * depth);
    const float ground = blocking.set->groundHeight(foot.x, foot.z, blocking.set->heart.y);
    prop.path = {{foot.x, std::max(foot.y, ground), foot.z}};
    if (foot.y - ground < 0.15f) return std::nullopt;
    auto table = tableOf(sets, foot.y - ground, yawOf(toCamera) + 8);
    if (table) table->path = {{foot.x, foot.y - table->prop->size.y * table->scale, foot.z}};
    return table;
}

} // namespace rushes::stage
