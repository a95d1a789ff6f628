// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "assets/bake/base_mesh.h"

#include "engine/base/paths.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace rushes::bake {

using figures::Group;

namespace {

const char* const groupNames[figures::groupCount][4] = {{"body"},
                                                        {"helper-tongue"},
                                                        {"helper-l-eye"},
                                                        {"helper-r-eye"},
                                                        {"helper-l-eyelashes-2", "helper-r-eyelashes-2"},
                                                        {"helper-lower-teeth"},
                                                        {"helper-upper-teeth"},
                                                        {"helper-tights"},
                                                        {"helper-skirt"}};

void readCorner(const std::string& word, std::uint32_t& vertex, std::uint32_t& uv) {
    vertex = std::uint32_t(std::strtoul(word.c_str(), nullptr, 10)) - 1;
    const auto slash = word.find('/');
    uv = slash == std::string::npos ? 0 : std::uint32_t(std::strtoul(word.c_str() + slash + 1, nullptr, 10)) - 1;
}

} // namespace

Result<BaseMesh> BaseMesh::read(const std::filesystem::path& obj) {
    const auto text = readFile(obj);
    if (!text) return fail(text.error());
    BaseMesh out;
    std::istringstream lines(*text);
    std::string line, group;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string kind;
        words >> kind;
        if (kind == "v") {
            glm::vec3 p;
            words >> p.x >> p.y >> p.z;
            out.vertices.push_back(p);
        } else if (kind == "vt") {
            glm::vec2 p;
            words >> p.x >> p.y;
            out.uvs.push_back(p);
        } else if (kind == "g") {
            words >> group;
        } else if (kind == "f") {
            Quad quad;
            std::string corner;
            int k = 0;
            for (; k < 4 && (words >> corner); ++k)
                readCorner(corner, quad.vertex[std::size_t(k)], quad.uv[std::size_t(k)]);
            if (k != 4) return fail(ErrorCategory::damaged, obj.string() + " has a face that is no quad: " + line);
            out.groups[group].push_back(quad);
        }
    }
    for (const auto& [name, quads] : out.groups)
        for (const auto& quad : quads)
            for (std::size_t k = 0; k < 4; ++k)
                if (quad.vertex[k] >= out.vertices.size() || quad.uv[k] >= out.uvs.size())
                    return fail(ErrorCategory::damaged,
                                obj.string() + ": a face of " + name + " points outside the file");
    return out;
}

std::vector<std::uint32_t> BaseMesh::verticesOf(const std::string& group) const {
    std::vector<std::uint32_t> out;
    if (const auto found = groups.find(group); found != groups.end())
        for (const auto& quad : found->second)
            out.insert(out.end(), quad.vertex.begin(), quad.vertex.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Result<Kept> keepGroups(const BaseMesh& mesh, figures::BakedData& out) {
    Kept kept;
    kept.newIndex.assign(mesh.vertices.size(), -1);
    kept.jointsOf.resize(mesh.vertices.size());
    for (std::size_t g = 0; g < figures::groupCount; ++g) {
        out.firstVertex[g] = std::uint32_t(out.vertices.size());
        for (const char* name : groupNames[g]) {
            if (!name) break;
            if (!mesh.groups.contains(name))
                return fail(ErrorCategory::damaged, std::string("The base mesh has no group ") + name);
            for (const auto v : mesh.verticesOf(name)) {
                if (kept.newIndex[v] >= 0) continue;
                kept.newIndex[v] = std::int32_t(out.vertices.size());
                out.vertices.push_back(mesh.vertices[v]);
            }
            for (const auto& quad : mesh.groups.at(name)) {
                std::array<std::uint16_t, 4> q;
                for (std::size_t k = 0; k < 4; ++k)
                    q[k] = std::uint16_t(kept.newIndex[quad.vertex[k]]);
                out.triangles[g].push_back({q[0], q[1], q[2]});
                out.triangles[g].push_back({q[0], q[2], q[3]});
            }
        }
        out.vertexCount[g] = std::uint32_t(out.vertices.size()) - out.firstVertex[g];
    }
    for (int j = 0; j < figures::jointCount; ++j) {
        const std::string name(figures::jointName(j));
        if (name.empty()) continue;
        const auto corners = mesh.verticesOf(name);
        if (corners.empty()) return fail(ErrorCategory::damaged, "The base mesh has no joint cube " + name);
        for (const auto v : corners) {
            kept.jointsOf[v].push_back(j);
            out.joints[std::size_t(j)] += mesh.vertices[v] / float(corners.size());
        }
        kept.corners[std::size_t(j)] = int(corners.size());
    }
    return kept;
}

} // namespace rushes::bake
