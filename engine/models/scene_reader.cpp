// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/folder_files.h"
#include "engine/models/raw_model.h"
#include "engine/models/textures.h"

#include <assimp/Importer.hpp>
#include <assimp/importerdesc.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <glm/common.hpp>
#include <glm/mat4x4.hpp>
#include <glm/matrix.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace rushes::models {
namespace {

tl::unexpected<Error> refuse(const std::string& why, const std::string& hint = "Export it anew, best as GLB.") { return fail(ErrorCategory::badInput, why, hint); }

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return text;
}

glm::mat4 matrixOf(const aiMatrix4x4& m) {
    return {{m.a1, m.b1, m.c1, m.d1}, {m.a2, m.b2, m.c2, m.d2}, {m.a3, m.b3, m.c3, m.d3}, {m.a4, m.b4, m.c4, m.d4}};
}

bool finite(const glm::vec3& v) { return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z); }

float largest(const glm::vec3& v) { return std::max({std::abs(v.x), std::abs(v.y), std::abs(v.z)}); }

float toSrgb(float linear) {
    linear = std::clamp(linear, 0.0f, 1.0f);
    return linear <= 0.0031308f ? linear * 12.92f : 1.055f * std::pow(linear, 1 / 2.4f) - 0.055f;
}

/// One scene of assimp's being flattened.
class Flattener {
public:
    Flattener(const aiScene& scene, const FolderFiles& files, bool gltf) : m_scene(scene), m_files(files), m_gltf(gltf) {}

    Result<RawModel> run() {
        if (auto done = visit(*m_scene.mRootNode, glm::mat4(1.0f), -1, 0); !done) return fail(done.error());
        if (m_triangles == 0) return refuse("it has no triangles (lines and points alone cannot be drawn)");
        readMaterials();
        findJoints();
        takeBindPose();
        for (const auto& placed : m_placed)
            if (auto done = setDown(placed); !done) return fail(done.error());
        readAxes();
        if (m_scene.mNumAnimations > 0) m_raw.notes.push_back("Its own animation is not used.");
        return std::move(m_raw);
    }

private:
    struct Placed {
        const aiMesh* mesh;
        int node;
        std::uint32_t part;
    };
    struct Node {
        std::string name;
        int parent;
        glm::mat4 world;
        glm::mat4 local{1.0f};
        int joint = -1; ///< itself or the nearest above
    };

    Result<void> visit(const aiNode& node, const glm::mat4& above, int parent, std::size_t depth) {
        if (depth > limits::depth) return refuse("its parts are nested more than " + std::to_string(limits::depth) + " deep");
        if (m_nodes.size() >= limits::nodes) return refuse("it has more than " + std::to_string(limits::nodes) + " nodes");
        const glm::mat4 world = above * matrixOf(node.mTransformation);
        const int own = int(m_nodes.size());
        m_nodes.push_back({node.mName.C_Str(), parent, world, matrixOf(node.mTransformation)});
        for (unsigned i = 0; i < node.mNumMeshes; ++i) {
            if (node.mMeshes[i] >= m_scene.mNumMeshes) return refuse("a part has no shape");
            const aiMesh& mesh = *m_scene.mMeshes[node.mMeshes[i]];
            if (!(mesh.mPrimitiveTypes & aiPrimitiveType_TRIANGLE) || mesh.mNumFaces == 0) continue;
            m_triangles += mesh.mNumFaces;
            if (m_triangles > limits::triangles)
                return refuse("it has more than " + std::to_string(limits::triangles) + " triangles", "Thin it out where it was made; a previs needs a hundredth of that.");
            if (m_raw.parts.size() >= limits::parts) return refuse("it has more than " + std::to_string(limits::parts) + " parts");
            m_placed.push_back({&mesh, own, std::uint32_t(m_raw.parts.size())});
            m_raw.parts.push_back(node.mName.length > 0 ? node.mName.C_Str() : mesh.mName.C_Str());
        }
        for (unsigned i = 0; i < node.mNumChildren; ++i)
            if (auto done = visit(*node.mChildren[i], world, own, depth + 1); !done) return done;
        return {};
    }

    /// The nodes that skins hang on; without skins every node, so that a jointed doll of stiff parts moves too.
    void findJoints() {
        std::set<std::string> bones;
        for (const auto& placed : m_placed)
            for (unsigned b = 0; b < placed.mesh->mNumBones; ++b) bones.insert(placed.mesh->mBones[b]->mName.C_Str());
        for (auto& node : m_nodes) {
            node.joint = node.parent >= 0 ? m_nodes[std::size_t(node.parent)].joint : -1;
            if (m_raw.joints.size() >= limits::joints || (!bones.empty() && !bones.contains(node.name)) || (bones.empty() && m_nodes.size() > limits::joints)) continue;
            const glm::vec3 at(node.world[3]);
            if (!finite(at)) continue;
            m_raw.joints.push_back({node.name, node.joint, at});
            node.joint = int(m_raw.joints.size()) - 1;
            m_jointOf.try_emplace(node.name, int(&node - m_nodes.data()));
        }
    }

    /// Many files hold a skin in the midst of a step. Where the nodes are not as the skin was bound, they are put back to that: upright,
    /// limbs straight.
    void takeBindPose() {
        std::map<int, glm::mat4> bind; // node → its place when bound, in the first skin's own space
        std::optional<glm::mat4> first;
        bool moved = false;
        for (const auto& placed : m_placed)
            for (unsigned b = 0; b < placed.mesh->mNumBones; ++b) {
                const auto found = m_jointOf.find(placed.mesh->mBones[b]->mName.C_Str());
                const glm::mat4 offset = matrixOf(placed.mesh->mBones[b]->mOffsetMatrix);
                if (found == m_jointOf.end() || std::abs(glm::determinant(offset)) < 1e-20f) continue;
                const glm::mat4 skin = m_nodes[std::size_t(found->second)].world * offset;
                if (!first) first = skin;
                for (int k = 0; k < 3; ++k) moved = moved || glm::distance(glm::vec3(skin[k]), glm::vec3((*first)[k])) > 0.05f * glm::length(glm::vec3((*first)[k]));
                bind.try_emplace(found->second, glm::inverse(offset));
            }
        if (!moved || bind.empty()) return;
        const auto& [root, bound] = *bind.begin();
        const glm::mat4 space = squared(m_nodes[std::size_t(root)].world * glm::inverse(bound));
        std::vector<bool> changed(m_nodes.size(), false);
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            Node& node = m_nodes[i];
            const auto own = bind.find(int(i));
            changed[i] = own != bind.end() || (node.parent >= 0 && changed[std::size_t(node.parent)]);
            if (own != bind.end()) node.world = space * own->second;
            else if (changed[i]) node.world = m_nodes[std::size_t(node.parent)].world * node.local;
            if (node.joint >= 0 && m_raw.joints[std::size_t(node.joint)].name == node.name) m_raw.joints[std::size_t(node.joint)].at = glm::vec3(node.world[3]);
        }
    }

    /// The same scale, turned to the nearest of the axes: hips that lean in a step are upright when bound.
    static glm::mat4 squared(const glm::mat4& m) {
        glm::mat4 out(0.0f);
        std::array<bool, 3> taken{};
        for (int column = 0; column < 3; ++column) {
            int most = -1;
            for (int row = 0; row < 3; ++row)
                if (!taken[std::size_t(row)] && (most < 0 || std::abs(m[column][row]) > std::abs(m[column][most]))) most = row;
            taken[std::size_t(most)] = true;
            out[column][most] = std::copysign(glm::length(glm::vec3(m[column])), m[column][most]);
        }
        out[3] = m[3];
        return out;
    }

    Result<void> setDown(const Placed& placed) {
        const aiMesh& mesh = *placed.mesh;
        if (mesh.mMaterialIndex >= m_raw.materials.size()) return refuse("a part has no material");
        const auto base = std::uint32_t(m_raw.positions.size());
        const Node& node = m_nodes[std::size_t(placed.node)];
        const auto skin = skinOf(mesh);
        const bool flipped = glm::determinant(glm::mat3(node.world)) < 0 && skin.empty();
        for (unsigned i = 0; i < mesh.mNumVertices; ++i) {
            const glm::vec4 v(mesh.mVertices[i].x, mesh.mVertices[i].y, mesh.mVertices[i].z, 1);
            const glm::vec3 p = skin.empty() || skin[i].weight <= 0 ? glm::vec3(node.world * v) : glm::vec3(skin[i].matrix * v) / skin[i].weight;
            if (!finite(p) || largest(p) > 1e9f) return refuse("it has points that are not numbers, or are nowhere");
            m_raw.positions.push_back(p);
            m_raw.uv.push_back(mesh.mTextureCoords[0] ? glm::vec2(mesh.mTextureCoords[0][i].x, 1 - mesh.mTextureCoords[0][i].y) : glm::vec2(0));
            if (!m_raw.joints.empty()) m_raw.shares.push_back(skin.empty() || skin[i].weight <= 0 ? whole(node.joint) : skin[i].shares());
        }
        for (unsigned f = 0; f < mesh.mNumFaces; ++f) {
            const aiFace& face = mesh.mFaces[f];
            if (face.mNumIndices != 3) continue;
            std::array<std::uint32_t, 3> c{face.mIndices[0], face.mIndices[1], face.mIndices[2]};
            if (std::max({c[0], c[1], c[2]}) >= mesh.mNumVertices) return refuse("a triangle has no corner");
            if (flipped) std::swap(c[1], c[2]);
            m_raw.triangles.push_back({{base + c[0], base + c[1], base + c[2]}, placed.part, mesh.mMaterialIndex});
        }
        return {};
    }

    struct Held {
        glm::mat4 matrix{0.0f};
        float weight = 0;
        std::array<int, 4> joint{};
        std::array<float, 4> share{};

        void add(const glm::mat4& m, float w, int to) {
            matrix += m * w;
            weight += w;
            const auto least = std::size_t(std::min_element(share.begin(), share.end()) - share.begin());
            if (w > share[least]) share[least] = w, joint[least] = to;
        }
        Shares shares() const {
            const float sum = share[0] + share[1] + share[2] + share[3];
            Shares out;
            for (std::size_t k = 0; k < 4; ++k) {
                out.joint[k] = std::uint16_t(joint[k]);
                out.share[k] = std::uint8_t(std::lround(255 * share[k] / std::max(sum, 1e-6f)));
            }
            return out;
        }
    };

    /// Skinned points in the pose in which the file's nodes are. Empty without a skin.
    std::vector<Held> skinOf(const aiMesh& mesh) const {
        std::vector<Held> held;
        for (unsigned b = 0; b < mesh.mNumBones; ++b) {
            const aiBone& bone = *mesh.mBones[b];
            const auto found = m_jointOf.find(bone.mName.C_Str());
            if (found == m_jointOf.end()) continue;
            const Node& node = m_nodes[std::size_t(found->second)];
            const glm::mat4 m = node.world * matrixOf(bone.mOffsetMatrix);
            held.resize(mesh.mNumVertices);
            for (unsigned w = 0; w < bone.mNumWeights; ++w)
                if (const auto& weight = bone.mWeights[w]; weight.mVertexId < mesh.mNumVertices && weight.mWeight > 0 && std::isfinite(weight.mWeight))
                    held[weight.mVertexId].add(m, weight.mWeight, node.joint);
        }
        return held;
    }

    static Shares whole(int joint) {
        Shares out;
        out.joint[0] = std::uint16_t(std::max(0, joint));
        out.share[0] = joint >= 0 ? 255 : 0;
        return out;
    }

    void readMaterials() {
        for (unsigned i = 0; i < m_scene.mNumMaterials; ++i) {
            const aiMaterial& from = *m_scene.mMaterials[i];
            RawMaterial to;
            to.name = from.GetName().C_Str();
            aiColor4D colour(0.8f, 0.8f, 0.8f, 1);
            if (from.Get(AI_MATKEY_BASE_COLOR, colour) != aiReturn_SUCCESS) from.Get(AI_MATKEY_COLOR_DIFFUSE, colour);
            to.colour = m_gltf ? glm::vec3(toSrgb(colour.r), toSrgb(colour.g), toSrgb(colour.b)) : glm::vec3(colour.r, colour.g, colour.b);
            if (!finite(to.colour)) to.colour = glm::vec3(0.8f);
            to.colour = glm::clamp(to.colour, 0.0f, 1.0f);
            aiColor4D glow(0, 0, 0, 1);
            if (from.Get(AI_MATKEY_COLOR_EMISSIVE, glow) == aiReturn_SUCCESS) to.emits = std::max({glow.r, glow.g, glow.b}) > 0.6f && from.GetTextureCount(aiTextureType_EMISSIVE) == 0;
            to.texture = textureOf(from);
            if (to.texture >= 0 && largest(to.colour) < 0.02f) to.colour = glm::vec3(1); // some writers leave black beside a picture
            m_raw.materials.push_back(std::move(to));
        }
    }

    int textureOf(const aiMaterial& material) {
        aiString path;
        if (material.GetTexture(aiTextureType_BASE_COLOR, 0, &path) != aiReturn_SUCCESS && material.GetTexture(aiTextureType_DIFFUSE, 0, &path) != aiReturn_SUCCESS) return -1;
        const auto known = m_textures.find(path.C_Str());
        if (known != m_textures.end()) return known->second;
        int index = -1;
        std::optional<Texture> texture;
        if (const aiTexture* inside = m_scene.GetEmbeddedTexture(path.C_Str())) texture = textureInside(*inside);
        else if (const auto file = m_files.find(path.C_Str()); !file.empty()) texture = readTexture(file);
        if (texture) {
            index = int(m_raw.textures.size());
            m_raw.textures.push_back(std::move(*texture));
        } else {
            m_raw.notes.push_back("The picture " + std::string(path.C_Str()).substr(0, 80) + " of its surface is missing or cannot be read; the plain colour is used.");
        }
        m_textures[path.C_Str()] = index;
        return index;
    }

    static std::optional<Texture> textureInside(const aiTexture& from) {
        if (from.mHeight == 0) return decodeTexture(reinterpret_cast<const unsigned char*>(from.pcData), from.mWidth);
        Texture to{int(from.mWidth), int(from.mHeight), {}};
        for (std::size_t i = 0; i < std::size_t(from.mWidth) * from.mHeight; ++i)
            for (const auto value : {from.pcData[i].r, from.pcData[i].g, from.pcData[i].b, from.pcData[i].a}) to.rgba.push_back(value);
        return to;
    }

    void readAxes() {
        if (m_gltf) {
            m_raw.metresPerUnit = 1;
            m_raw.up = 'y';
        } else if (m_scene.mMetaData) {
            float centimetres = 0;
            double precise = 0;
            if (m_scene.mMetaData->Get("UnitScaleFactor", precise)) centimetres = float(precise);
            else m_scene.mMetaData->Get("UnitScaleFactor", centimetres);
            if (centimetres > 0 && std::isfinite(centimetres)) m_raw.metresPerUnit = centimetres * 0.01;
            int axis = -1;
            if (m_scene.mMetaData->Get("UpAxis", axis) && axis >= 0 && axis < 3) m_raw.up = "xyz"[axis];
        }
    }

    const aiScene& m_scene;
    const FolderFiles& m_files;
    const bool m_gltf;
    RawModel m_raw;
    std::vector<Node> m_nodes;
    std::vector<Placed> m_placed;
    std::size_t m_triangles = 0;
    std::map<std::string, int> m_jointOf; ///< node by name
    std::map<std::string, int> m_textures;
};

/// Only the readers that are promised, so that a file named .obj is never taken for one of fifty other formats.
void keepReaders(Assimp::Importer& importer) {
    const std::set<std::string> wanted{"gltf", "glb", "vrm", "fbx", "obj"};
    for (std::size_t i = importer.GetImporterCount(); i-- > 0;) {
        const aiImporterDesc* about = importer.GetImporterInfo(i);
        std::string extensions = about && about->mFileExtensions ? about->mFileExtensions : "";
        bool keep = false;
        for (std::size_t at = 0; at < extensions.size();) {
            const auto end = std::min(extensions.find(' ', at), extensions.size());
            keep = keep || wanted.contains(lower(extensions.substr(at, end - at)));
            at = end + 1;
        }
        if (!keep) importer.UnregisterLoader(importer.GetImporter(i));
    }
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < 3; ++i) text += (i ? ", " : "") + names[i].substr(0, 120);
    return text + (names.size() > 3 ? " …" : "");
}

} // namespace

geometry::Bounds RawModel::bounds() const {
    geometry::Bounds box;
    for (const auto& t : triangles)
        for (const auto c : t.corner) box.add(positions[c]);
    return box;
}

Result<RawModel> readScene(const std::filesystem::path& file) {
    Assimp::Importer importer;
    keepReaders(importer);
    auto* files = new FolderFiles(file); // the importer's
    importer.SetIOHandler(files);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_PRESERVE_PIVOTS, false);
    importer.SetPropertyInteger(AI_CONFIG_PP_SBP_REMOVE, aiPrimitiveType_LINE | aiPrimitiveType_POINT);
    const aiScene* scene = importer.ReadFile(files->mainName(), aiProcess_Triangulate | aiProcess_SortByPType | aiProcess_ValidateDataStructure);
    const std::string outside = files->outside().empty() ? "" : "it asks for files outside its folder: " + listed(files->outside());
    if (!scene || !scene->mRootNode) {
        if (!outside.empty()) return refuse(outside, "Put all its files into one folder, or export it as GLB.");
        const bool needed = file.extension() != ".obj" && file.extension() != ".OBJ"; // without its colours an OBJ is whole
        if (needed && !files->missing().empty()) return refuse("a file that belongs to it is missing: " + listed(files->missing()), "Put all its files into one folder, or export it as GLB.");
        return refuse(std::string("it cannot be read: ") + importer.GetErrorString());
    }
    const std::string extension = lower(file.extension().string());
    auto raw = Flattener(*scene, *files, extension == ".gltf" || extension == ".glb" || extension == ".vrm").run();
    if (raw && !outside.empty()) raw->notes.push_back("What it asks for outside its folder was left out: " + listed(files->outside()) + ".");
    if (raw && !files->missing().empty()) raw->notes.push_back("Missing beside it: " + listed(files->missing()) + ".");
    return raw;
}

} // namespace rushes::models
