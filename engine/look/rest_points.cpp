// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/rest_points.h"

#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::look {
namespace {

constexpr float kNearM = 0.05f;

/// A mesh's point on the picture: pixels, and one over the distance along the view axis (0: behind the camera).
struct Corner {
    float x, y, inverse;
};

class RestRaster {
public:
    RestRaster(const geometry::Camera& camera, const DrawnDepth& drawn) : m_camera(camera), m_drawn(drawn), m_width(drawn.depth->width), m_height(drawn.depth->height) {
        m_points.resize(std::size_t(m_width) * std::size_t(m_height), glm::vec3(0));
        m_off.resize(m_points.size(), 1e30f);
    }

    void add(const MovingSurface& surface) {
        const auto& mesh = *surface.instance->mesh;
        const auto& rest = surface.rest ? *surface.rest : mesh.positions;
        if (rest.size() != mesh.positions.size()) return;
        std::vector<Corner> corners;
        corners.reserve(rest.size());
        m_forward = m_camera.forward();
        for (const auto& p : mesh.positions) corners.push_back(cornerOf(glm::vec3(surface.instance->transform * glm::vec4(p, 1))));
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
            const std::uint32_t* t = mesh.indices.data() + i;
            const Corner three[3] = {corners[t[0]], corners[t[1]], corners[t[2]]};
            const glm::vec3 points[3] = {rest[t[0]], rest[t[1]], rest[t[2]]};
            triangle(three, points, surface.instance->object);
        }
    }
    std::vector<glm::vec3> take() { return std::move(m_points); }

private:
    Corner cornerOf(const glm::vec3& world) const {
        const glm::vec3 d = world - m_camera.eye;
        const float z = glm::dot(d, m_forward);
        if (z < kNearM) return {0, 0, 0};
        const float k = m_camera.focalMm / z;
        return {(glm::dot(d, m_camera.right) * k / m_camera.sensorWidthMm + 0.5f) * float(m_width) - 0.5f, (0.5f - glm::dot(d, m_camera.up) * k / m_camera.sensorHeightMm) * float(m_height) - 0.5f, 1 / z};
    }

    void triangle(const Corner (&c)[3], const glm::vec3 (&rest)[3], std::uint16_t object) {
        if (c[0].inverse <= 0 || c[1].inverse <= 0 || c[2].inverse <= 0) return;
        const float area = (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[2].x - c[0].x) * (c[1].y - c[0].y);
        if (std::fabs(area) < 1e-6f) return;
        const auto bound = [](float v, int most) { return int(std::clamp(v, -1.0f, float(most))); };
        const int x0 = std::max(0, bound(std::ceil(std::min({c[0].x, c[1].x, c[2].x})), m_width)), x1 = std::min(m_width - 1, bound(std::floor(std::max({c[0].x, c[1].x, c[2].x})), m_width));
        const int y0 = std::max(0, bound(std::ceil(std::min({c[0].y, c[1].y, c[2].y})), m_height)), y1 = std::min(m_height - 1, bound(std::floor(std::max({c[0].y, c[1].y, c[2].y})), m_height));
        const float per = 1 / area;
        for (int y = y0; y <= y1; ++y)
            for (int x = x0; x <= x1; ++x) {
                const float px = float(x), py = float(y);
                const float a = ((c[1].x - px) * (c[2].y - py) - (c[2].x - px) * (c[1].y - py)) * per, b = ((c[2].x - px) * (c[0].y - py) - (c[0].x - px) * (c[2].y - py)) * per, d = 1 - a - b;
                if (a < -1e-4f || b < -1e-4f || d < -1e-4f) continue;
                if (m_drawn.id->rowAs<std::uint16_t>(y)[x] != object) continue;
                const float wa = a * c[0].inverse, wb = b * c[1].inverse, wd = d * c[2].inverse, inverse = wa + wb + wd;
                const auto i = std::size_t(y) * std::size_t(m_width) + std::size_t(x);
                const float off = std::fabs(inverse - 1 / m_drawn.depth->rowAs<float>(y)[x]);
                if (off >= m_off[i]) continue;
                m_off[i] = off;
                m_points[i] = (rest[0] * wa + rest[1] * wb + rest[2] * wd) / inverse;
            }
    }

    const geometry::Camera& m_camera;
    const DrawnDepth& m_drawn;
    int m_width, m_height;
    glm::vec3 m_forward{0};
    std::vector<glm::vec3> m_points;
    std::vector<float> m_off; ///< how far from the drawn depth the point so far is, as one over metres
};

} // namespace

std::vector<glm::vec3> restPoints(const std::vector<MovingSurface>& surfaces, const geometry::Camera& camera, const DrawnDepth& drawn) {
    RestRaster raster(camera, drawn);
    for (const auto& surface : surfaces) raster.add(surface);
    return raster.take();
}

} // namespace rushes::look
