// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/buffer.h"
#include "engine/render/packed_mesh.h"

#include <cstddef>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace rushes::render {

/// A list on the device.
struct OnDevice {
    VkBuffer buffer = VK_NULL_HANDLE;
    VkDeviceSize offset = 0;          ///< bytes
    const std::byte* bytes = nullptr; ///< mapped; slow to read where the device is a card
};

/// Where a mesh lies on the device.
struct MeshOnDevice {
    OnDevice vertices, indices, detailVertices, detailIndices;
    PackedCounts counts;
    std::uint32_t vertexCount = 0, detailVertexCount = 0;
    /// One entry for each triangle of the index list, see geometry::closedTriangles(). Null for a streamed mesh whose maker does not say.
    const std::uint8_t* closed = nullptr;
};

/// Keeps meshes on the device. A mesh that comes a second time (same pointers, still alive) gets a lasting place; one that
/// is new is written into a stream that the next frame overwrites: people change shape every frame, sets do not. Of people only the
/// points are new each time; what stays of them is known by the list of closed triangles that their meshes share.
/// One thread; the device must be idle between beginFrame() calls.
class MeshStore {
public:
    explicit MeshStore(std::shared_ptr<gpu::Device> device);

    void beginFrame();
    /// Twice in one frame gives the same place.
    Result<MeshOnDevice> place(const std::shared_ptr<const geometry::Mesh>& mesh, const std::shared_ptr<const std::vector<geometry::Material>>& materials);

private:
    /// A buffer that is filled from the front; emptied when nothing in it is used any more.
    struct Block {
        gpu::Buffer buffer;
        std::size_t used = 0;
    };
    /// The part of a mesh that stays.
    struct Topology {
        std::weak_ptr<const void> mesh; ///< the mesh, or the list of closed triangles that it shares with others
        std::weak_ptr<const std::vector<geometry::Material>> materials;
        std::shared_ptr<Block> block;
        PackedTopology packed;
        MeshOnDevice place; ///< without vertices
    };
    struct Entry {
        std::weak_ptr<const geometry::Mesh> mesh;
        std::weak_ptr<const std::vector<geometry::Material>> materials;
        std::shared_ptr<Block> block; ///< null while streamed
        std::vector<std::uint8_t> closed;
        MeshOnDevice place;
        long frame = 0;
    };
    using Key = std::pair<const void*, const void*>;
    using MeshPointer = std::shared_ptr<const geometry::Mesh>;
    using MaterialsPointer = std::shared_ptr<const std::vector<geometry::Material>>;

    Result<std::shared_ptr<Block>> room(std::vector<std::shared_ptr<Block>>& blocks, std::size_t bytes);
    Result<void> fill(Entry& entry, const MeshPointer& mesh, const MaterialsPointer& materials, bool lasts);
    Result<const Topology*> topologyOf(const MeshPointer& mesh, const MaterialsPointer& materials);
    void dropDead();

    std::shared_ptr<gpu::Device> m_device;
    std::map<Key, Entry> m_entries;
    std::map<Key, Topology> m_topologies; ///< of meshes that are bent
    std::vector<std::shared_ptr<Block>> m_lasting, m_stream;
    long m_frame = 0;
};

} // namespace rushes::render
