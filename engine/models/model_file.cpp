// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/model_file.h"

#include "engine/base/paths.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>

namespace rushes::models {
namespace {

using Json = nlohmann::json;

static_assert(std::endian::native == std::endian::little, "the arrays are written as they lie in memory");
static_assert(sizeof(glm::vec3) == 12 && sizeof(Shares) == 12);

constexpr std::string_view magic = "RUSHMDL1";
constexpr std::size_t mostHeader = 16u << 20, mostFile = 256u << 20;

template <class T> void append(std::string& out, const std::vector<T>& list) {
    if (!list.empty()) out.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
}

/// Takes arrays off the front of the bytes.
class Arrays {
public:
    explicit Arrays(std::string_view bytes) : m_left(bytes) {}
    template <class T> bool take(std::vector<T>& list, std::size_t count) {
        if (count > m_left.size() / sizeof(T)) return false;
        list.resize(count);
        if (count > 0) std::memcpy(list.data(), m_left.data(), count * sizeof(T));
        m_left.remove_prefix(count * sizeof(T));
        return true;
    }
    bool done() const { return m_left.empty(); }

private:
    std::string_view m_left;
};

Json headerOf(const Model& model) {
    Json json{{"source", model.source}, {"use", int(model.use)}, {"parts", model.parts}, {"notes", model.notes}, {"read", model.trianglesRead}};
    json["points"] = model.mesh.positions.size();
    json["indices"] = Json::array({model.mesh.indices.size()});
    for (const auto& level : model.coarser) json["indices"].push_back(level.size());
    json["materials"] = Json::array();
    for (const auto& m : model.materials)
        json["materials"].push_back({{"name", m.name}, {"rgb", {m.colour.r, m.colour.g, m.colour.b}}, {"tone", m.tone}, {"tinted", m.tinted}, {"emits", m.emits}});
    json["surfaces"] = Json::array();
    for (const auto& s : model.mesh.surfaces) json["surfaces"].push_back({s.part, s.material});
    json["joints"] = Json::array();
    for (const auto& j : model.joints) json["joints"].push_back({{"name", j.name}, {"parent", j.parent}, {"at", {j.at.x, j.at.y, j.at.z}}});
    return json;
}

bool finite(const glm::vec3& v) { return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z); }

glm::vec3 vector(const Json& json) { return {json.at(0).get<float>(), json.at(1).get<float>(), json.at(2).get<float>()}; }

struct Counts {
    std::size_t points = 0;
    std::vector<std::size_t> indices;
};

Counts readHeader(const Json& json, Model& model) {
    model.source = json.at("source").get<std::string>();
    const int use = json.at("use").get<int>();
    if (use < 0 || use > int(Use::place)) throw std::runtime_error("its use is unknown");
    model.use = Use(use);
    model.parts = json.at("parts").get<std::vector<std::string>>();
    model.notes = json.at("notes").get<std::vector<std::string>>();
    model.trianglesRead = json.at("read").get<std::size_t>();
    for (const auto& from : json.at("materials")) {
        geometry::Material m;
        m.name = from.at("name").get<std::string>();
        m.colour = vector(from.at("rgb"));
        m.tone = from.at("tone").get<float>();
        m.tinted = from.at("tinted").get<bool>();
        m.emits = from.at("emits").get<bool>();
        model.materials.push_back(std::move(m));
    }
    for (const auto& from : json.at("surfaces")) model.mesh.surfaces.push_back({from.at(0).get<std::uint32_t>(), from.at(1).get<std::uint32_t>()});
    for (const auto& from : json.at("joints")) model.joints.push_back({from.at("name").get<std::string>(), from.at("parent").get<int>(), vector(from.at("at"))});
    return {json.at("points").get<std::size_t>(), json.at("indices").get<std::vector<std::size_t>>()};
}

/// What is wrong with the numbers; null when nothing is.
const char* wrongIn(const Model& model) {
    const auto& mesh = model.mesh;
    if (mesh.indices.empty()) return "it has no triangles";
    if (model.materials.empty() || model.materials.size() > limits::materials || mesh.surfaces.empty() || mesh.surfaces.size() > 65'535) return "it has no surfaces, or too many";
    for (const auto& m : model.materials)
        if (!finite(m.colour) || !std::isfinite(m.tone)) return "a colour is not a number";
    for (const auto& s : mesh.surfaces)
        if (s.part >= model.parts.size() || s.material >= model.materials.size()) return "a surface has no material";
    for (const auto& p : mesh.positions)
        if (!finite(p) || std::max({std::abs(p.x), std::abs(p.y), std::abs(p.z)}) > limits::metres) return "a point is nowhere";
    for (const auto& n : mesh.normals)
        if (!finite(n)) return "a normal is not a number";
    for (const auto s : mesh.surfaceOf)
        if (s >= mesh.surfaces.size()) return "a point has no surface";
    const auto outside = [&](const std::vector<std::uint32_t>& list) {
        for (const auto i : list)
            if (i >= mesh.positions.size()) return true;
        return list.size() % 3 != 0;
    };
    if (outside(mesh.indices)) return "a triangle has no corner";
    for (const auto& level : model.coarser)
        if (outside(level)) return "a triangle has no corner";
    for (std::size_t i = 0; i < model.joints.size(); ++i)
        if (model.joints[i].parent < -1 || model.joints[i].parent >= int(i) || !finite(model.joints[i].at)) return "its skeleton is out of order";
    for (const auto& s : model.shares)
        for (int k = 0; k < 4; ++k)
            if (s.share[std::size_t(k)] > 0 && s.joint[std::size_t(k)] >= model.joints.size()) return "a point hangs on no joint";
    return nullptr;
}

tl::unexpected<Error> damaged(const std::string& why) {
    return fail(ErrorCategory::damaged, "The model is damaged: " + why, "Add the model again from its own file.");
}

} // namespace

std::string encode(const Model& model) {
    const std::string header = headerOf(model).dump(-1, ' ', false, Json::error_handler_t::replace);
    const auto length = std::uint32_t(header.size());
    std::string out(magic);
    out.append(reinterpret_cast<const char*>(&length), sizeof length);
    out += header;
    append(out, model.mesh.positions);
    append(out, model.mesh.normals);
    append(out, model.mesh.surfaceOf);
    append(out, model.shares);
    append(out, model.mesh.indices);
    for (const auto& level : model.coarser) append(out, level);
    return out;
}

Result<Model> decode(std::string_view bytes) {
    std::uint32_t length = 0;
    if (bytes.size() < magic.size() + sizeof length || bytes.substr(0, magic.size()) != magic) return damaged("it does not begin as one");
    std::memcpy(&length, bytes.data() + magic.size(), sizeof length);
    bytes.remove_prefix(magic.size() + sizeof length);
    if (length > bytes.size() || length > mostHeader) return damaged("it is cut off");
    Model model;
    Counts counts;
    try {
        counts = readHeader(Json::parse(bytes.substr(0, length)), model);
    } catch (const std::exception&) {
        return damaged("its header cannot be read");
    }
    if (counts.indices.empty() || counts.indices.size() > limits::levels || model.joints.size() > limits::joints || model.parts.size() > limits::parts)
        return damaged("it is larger than a model may be");
    Arrays arrays(bytes.substr(length));
    bool whole = arrays.take(model.mesh.positions, counts.points) && arrays.take(model.mesh.normals, counts.points) && arrays.take(model.mesh.surfaceOf, counts.points) &&
                 arrays.take(model.shares, model.joints.empty() ? 0 : counts.points) && arrays.take(model.mesh.indices, counts.indices[0]);
    for (std::size_t i = 1; whole && i < counts.indices.size(); ++i) whole = arrays.take(model.coarser.emplace_back(), counts.indices[i]);
    if (!whole || !arrays.done()) return damaged("it is cut off, or has something behind its end");
    if (const char* wrong = wrongIn(model)) return damaged(wrong);
    model.mesh.measure();
    return model;
}

Result<Model> readModelFile(const std::filesystem::path& file) {
    const auto bytes = readFile(file, mostFile);
    if (!bytes) return fail(bytes.error());
    auto model = decode(*bytes);
    if (!model) return failBecause(model.error(), "The model " + file.string() + " cannot be used");
    return model;
}

bool isModelFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    char first[8] = {};
    return in.read(first, sizeof first) && std::string_view(first, sizeof first) == magic;
}

} // namespace rushes::models
