// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/floor_plan.h"

#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::interchange {
namespace {

constexpr float pageWidth = 842, pageHeight = 595, margin = 30, head = 58, foot = 44; ///< A4 landscape, points
constexpr float pointsPerMetre = 72 / 0.0254f;
const glm::vec3 black(0.05f), grey(0.45f), cameraBlue(0.05f, 0.3f, 0.75f), figureRed(0.75f, 0.15f, 0.1f);

glm::vec2 turned(const glm::vec2& v, float degrees) {
    const float a = glm::radians(degrees), c = std::cos(a), s = std::sin(a);
    return {c * v.x - s * v.y, s * v.x + c * v.y};
}

class Drawing {
public:
    explicit Drawing(const FloorPlan& plan) : m_plan(plan), m_page(pageWidth, pageHeight) { fit(); }

    Page run() {
        for (const auto& outline : m_plan.outlines) drawOutline(outline);
        drawFrame();
        drawCamera();
        for (const auto& mark : m_plan.marks) drawMark(mark);
        drawWords();
        return std::move(m_page);
    }

private:
    /// The scale from what matters, marks and camera with room about them; walls that reach beyond are cut by the frame.
    void fit() {
        glm::vec2 low(1e9f), high(-1e9f);
        const auto hold = [&](const glm::vec2& p, float room) {
            low = glm::min(low, p - room);
            high = glm::max(high, p + room);
        };
        for (const auto& mark : m_plan.marks)
            for (const auto& point : mark.path) hold(point, 1.6f);
        for (const auto& camera : m_plan.camera) hold(camera.eye, 1.2f);
        if (low.x > high.x) hold({0, 0}, 5);
        const glm::vec2 room(pageWidth - 2 * margin, pageHeight - head - foot - margin), size = glm::max(high - low, glm::vec2(3));
        const float most = std::min(room.x / size.x, room.y / size.y);
        for (const float ratio : {5000.0f, 2000.0f, 1000.0f, 500.0f, 250.0f, 200.0f, 150.0f, 100.0f, 75.0f, 50.0f, 25.0f}) // a ruler's scales
            if (pointsPerMetre / ratio <= most || ratio == 5000.0f) m_scale = pointsPerMetre / ratio;
        m_centre = (low + high) * 0.5f;
        m_middle = {pageWidth * 0.5f, head + room.y * 0.5f};
        m_low = {margin, head};
        m_high = {pageWidth - margin, head + room.y};
    }

    glm::vec2 at(const glm::vec2& p) const { return m_middle + (p - m_centre) * m_scale; }
    bool onPage(const glm::vec2& p) const { return p.x >= m_low.x && p.x <= m_high.x && p.y >= m_low.y && p.y <= m_high.y; }

    /// Cut to the frame, edge by edge (Sutherland and Hodgman 1974).
    std::vector<glm::vec2> clipped(std::vector<glm::vec2> points) const {
        for (int edge = 0; edge < 4; ++edge) {
            const int axis = edge / 2;
            const bool lower = edge % 2 == 0;
            const float limit = lower ? m_low[axis] : m_high[axis];
            const auto inside = [&](const glm::vec2& p) { return lower ? p[axis] >= limit : p[axis] <= limit; };
            std::vector<glm::vec2> kept;
            for (std::size_t i = 0; i < points.size(); ++i) {
                const glm::vec2 a = points[i], b = points[(i + 1) % points.size()];
                if (inside(a)) kept.push_back(a);
                if (inside(a) != inside(b)) kept.push_back(a + (b - a) * ((limit - a[axis]) / (b[axis] - a[axis])));
            }
            points = std::move(kept);
        }
        return points;
    }

    void drawOutline(const FloorPlan::Outline& outline) {
        std::vector<glm::vec2> points;
        for (const auto& p : outline.points) points.push_back(at(p));
        points = clipped(std::move(points));
        if (points.size() < 2) return;
        Ink ink{outline.wall ? black : grey, outline.wall ? glm::vec3(0.2f) : glm::vec3(0.5f), outline.wall ? 1.1f : 0.6f, outline.wall ? 0.35f : 0.12f, outline.opened};
        if (outline.opened) ink.fillAlpha = 0;
        glm::vec2 low = points[0], high = points[0];
        for (const auto& p : points) low = glm::min(low, p), high = glm::max(high, p);
        m_page.polyline(points, ink, true);
        const bool roomy = high.x - low.x > textWidth(outline.name, 6) + 4 && high.y - low.y > 9;
        if (!outline.name.empty() && (roomy || outline.opened)) m_page.text((low + high) * 0.5f + glm::vec2(0, 2), 6, outline.opened ? outline.name + " (out)" : outline.name, Align::centre, grey);
    }

    void drawFrame() { m_page.rectangle(m_low, m_high, {black, glm::vec3(1), 0.8f}); }

    void drawCamera() {
        if (m_plan.camera.empty()) return;
        std::vector<glm::vec2> path;
        for (const auto& camera : m_plan.camera) path.push_back(at(camera.eye));
        const bool moves = glm::distance(path.front(), path.back()) > 2 || path.size() > 2;
        if (moves) m_page.polyline(path, {cameraBlue, {}, 1.0f, 0, true});
        drawView(m_plan.camera.front(), false);
        if (m_plan.camera.size() > 1) drawView(m_plan.camera.back(), true);
        if (moves && glm::distance(path.front(), path.back()) > 8) arrow(path[path.size() - 2], path.back(), cameraBlue);
    }

    void drawView(const FloorPlan::CameraMark& camera, bool end) {
        const glm::vec2 eye = at(camera.eye);
        const float reach = m_plan.reach * m_scale;
        const auto cone = clipped({eye, eye + turned(camera.forward, -camera.horizontalAngle * 0.5f) * reach, eye + turned(camera.forward, camera.horizontalAngle * 0.5f) * reach});
        if (cone.size() > 2) m_page.polyline(cone, {cameraBlue, cameraBlue, 0.5f, end ? 0.0f : 0.08f, end}, true);
        // The body of a camera: a box with its lens.
        const glm::vec2 f = camera.forward, s(-f.y, f.x);
        m_page.polyline({eye - f * 12.0f - s * 4.0f, eye - f * 3.0f - s * 4.0f, eye - s * 2.0f, eye + s * 2.0f, eye - f * 3.0f + s * 4.0f, eye - f * 12.0f + s * 4.0f},
                        {cameraBlue, end ? glm::vec3(1) : cameraBlue, 0.8f, 1}, true);
    }

    void arrow(const glm::vec2& from, const glm::vec2& to, const glm::vec3& colour) {
        if (glm::distance(from, to) < 1e-3f) return;
        const glm::vec2 d = glm::normalize(to - from), s(-d.y, d.x);
        m_page.polyline({to - d * 6.0f + s * 2.6f, to, to - d * 6.0f - s * 2.6f}, {colour, colour, 0.8f, 1}, true);
    }

    void drawMark(const FloorPlan::Mark& mark) {
        if (mark.path.empty()) return;
        std::vector<glm::vec2> path;
        for (const auto& p : mark.path) path.push_back(at(p));
        const glm::vec2 last = path.back();
        if (!onPage(last)) return;
        const glm::vec3 colour = mark.figure ? figureRed : grey;
        if (path.size() > 1) {
            m_page.polyline(path, {colour, {}, 0.9f, 0, true});
            m_page.circle(path.front(), 2.2f, {colour, glm::vec3(1), 0.8f, 1});
            arrow(path[path.size() - 2], last, colour);
        }
        if (mark.figure) {
            const float a = glm::radians(mark.yaw), radius = std::clamp(0.23f * m_scale, 4.0f, 12.0f);
            const glm::vec2 faces(std::sin(a), std::cos(a)), side(-faces.y, faces.x);
            m_page.circle(last, radius, {colour, glm::vec3(1), 1.1f, 1});
            m_page.polyline({last + side * radius * 0.6f + faces * radius * 0.75f, last + faces * radius * 1.7f, last - side * radius * 0.6f + faces * radius * 0.75f}, {colour, colour, 0.8f, 1}, true);
            m_page.text(last + glm::vec2(0, -radius - 4), 8, mark.name, Align::centre, colour, true);
        } else {
            m_page.rectangle(last - 2.5f, last + 2.5f, {colour, glm::vec3(1), 0.8f, 1});
            m_page.text(last + glm::vec2(5, 2), 6, mark.name, Align::left, colour);
        }
    }

    void drawWords() {
        m_page.text({margin, 26}, 14, m_plan.title, Align::left, black, true);
        float y = 38;
        for (const auto& line : wrapped(m_plan.subtitle, 7.5f, pageWidth - 2 * margin, 2)) m_page.text({margin, y}, 7.5f, line, Align::left, grey), y += 9;
        const float base = pageHeight - foot - 4;
        m_page.text({margin, base}, 9, m_plan.lens, Align::left, cameraBlue, true);
        y = base + 11;
        for (const auto& note : m_plan.notes)
            for (const auto& line : wrapped(note, 7, pageWidth - 2 * margin - 180, 2))
                if (y < pageHeight - 8) m_page.text({margin, y}, 7, line, Align::left, grey), y += 9;
        drawScaleBar({pageWidth - margin, base + 4});
    }

    /// A bar of a round length, metres.
    void drawScaleBar(const glm::vec2& right) {
        float length = 1;
        for (const float tried : {0.5f, 1.0f, 2.0f, 5.0f, 10.0f, 20.0f, 50.0f, 100.0f})
            if (tried * m_scale < 150) length = tried;
        const float wide = length * m_scale;
        for (int i = 0; i < 4; ++i)
            m_page.rectangle(right + glm::vec2(-wide * (1 - 0.25f * float(i)), 0), right + glm::vec2(-wide * (0.75f - 0.25f * float(i)), 4), {black, i % 2 ? glm::vec3(1) : black, 0.6f, 1});
        m_page.text(right + glm::vec2(-wide, 13), 7, "0", Align::centre);
        m_page.text(right + glm::vec2(0, 13), 7, fmt::format("{:g} m", length), Align::right);
        m_page.text(right + glm::vec2(0, 23), 7, fmt::format("1 : {:.0f} on A4", pointsPerMetre / m_scale), Align::right, grey);
    }

    const FloorPlan& m_plan;
    Page m_page;
    float m_scale = 20; ///< points per metre
    glm::vec2 m_centre{0}, m_middle{0}, m_low{0}, m_high{0};
};

} // namespace

Page drawFloorPlan(const FloorPlan& plan) { return Drawing(plan).run(); }

std::vector<glm::vec2> convexHull(std::vector<glm::vec2> points) {
    std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    std::vector<glm::vec2> hull;
    const auto half = [&](auto begin, auto end) {
        const std::size_t base = hull.size();
        for (auto it = begin; it != end; ++it) {
            while (hull.size() >= base + 2) {
                const glm::vec2 a = hull[hull.size() - 1] - hull[hull.size() - 2], b = *it - hull[hull.size() - 2];
                if (a.x * b.y - a.y * b.x > 0) break;
                hull.pop_back();
            }
            hull.push_back(*it);
        }
        hull.pop_back(); // the other half begins with it
    };
    half(points.begin(), points.end());
    half(points.rbegin(), points.rend());
    return hull;
}

} // namespace rushes::interchange
