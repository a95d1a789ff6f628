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

/// Where a mesh lies on the device.
struct MeshOnDevice {
    VkBuffer buffer = VK_NULL_HANDLE;
    VkDeviceSize vertices = 0, indices = 0, detailVertices = 0, detailIndices = 0; ///< offsets in bytes
    PackedCounts counts;
    const std::byte* bytes = nullptr; ///< of the buffer, mapped; slow to read where the device is a card
    std::uint32_t vertexCount = 0, detailVertexCount = 0;
    /// One entry for each triangle of the index list, see geometry::closedTriangles(). Null for a streamed mesh whose maker does not say.
    const std::uint8_t* closed = nullptr;
};

/// Keeps meshes on the device. A mesh that comes a second time (same pointers, still alive) gets a lasting place; one that
/// is new is written into a stream that the next frame overwrites: people change shape every frame, sets do not.
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
    struct Entry {
        std::weak_ptr<const geometry::Mesh> mesh;
        std::weak_ptr<const std::vector<geometry::Material>> materials;
        std::shared_ptr<Block> block; ///< null while streamed
        std::vector<std::uint8_t> closed;
        MeshOnDevice place;
        long frame = 0;
    };
    using Key = std::pair<const void*, const void*>;

    Result<std::shared_ptr<Block>> room(std::vector<std::shared_ptr<Block>>& blocks, std::size_t bytes);
    static MeshOnDevice write(Block& block, const PackedMesh& packed);
    void dropDead();

    std::shared_ptr<gpu::Device> m_device;
    std::map<Key, Entry> m_entries;
    std::vector<std::shared_ptr<Block>> m_lasting, m_stream;
    long m_frame = 0;
};

} // namespace rushes::render
