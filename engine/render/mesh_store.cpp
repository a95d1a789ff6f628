// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/mesh_store.h"

#include "engine/geometry/closed_parts.h"

#include <algorithm>
#include <cstring>

namespace rushes::render {
namespace {

constexpr std::size_t kBlockBytes = 8u << 20;

std::size_t aligned(std::size_t bytes) { return (bytes + 15) & ~std::size_t(15); }

template <class T> std::size_t bytesOf(const std::vector<T>& list) { return aligned(list.size() * sizeof(T)); }

std::size_t bytesOf(const PackedMesh& packed) {
    return bytesOf(packed.vertices) + bytesOf(packed.indices) + bytesOf(packed.detailVertices) + bytesOf(packed.detailIndices);
}

/// As the packed triangles lie.
std::vector<std::uint8_t> closedOf(const geometry::Mesh& mesh, const PackedMesh& packed) {
    const auto closed = mesh.closed ? *mesh.closed : geometry::closedTriangles(mesh);
    std::vector<std::uint8_t> sorted;
    sorted.reserve(packed.sources.size());
    for (const std::uint32_t triangle : packed.sources) sorted.push_back(closed[triangle]);
    return sorted;
}

} // namespace

MeshStore::MeshStore(std::shared_ptr<gpu::Device> device) : m_device(std::move(device)) {}

void MeshStore::beginFrame() {
    ++m_frame;
    for (auto& block : m_stream) block->used = 0;
    dropDead();
}

void MeshStore::dropDead() {
    std::erase_if(m_entries, [](const auto& item) { return item.second.mesh.expired() || item.second.materials.expired(); });
    for (auto& block : m_lasting)
        if (block.use_count() == 1) block->used = 0;
}

Result<std::shared_ptr<MeshStore::Block>> MeshStore::room(std::vector<std::shared_ptr<Block>>& blocks, std::size_t bytes) {
    for (auto& block : blocks)
        if (block->buffer.bytes() - block->used >= bytes) return block;
    auto buffer = gpu::Buffer::create(m_device, {.bytes = std::max(kBlockBytes, bytes), .usage = VK_BUFFER_USAGE_VERTEX_BUFFER_BIT | VK_BUFFER_USAGE_INDEX_BUFFER_BIT,
                                                 .memory = gpu::BufferMemory::upload});
    if (!buffer) return fail(buffer.error());
    auto block = std::make_shared<Block>();
    block->buffer = std::move(*buffer);
    blocks.push_back(block);
    return block;
}

MeshOnDevice MeshStore::write(Block& block, const PackedMesh& packed) {
    MeshOnDevice place;
    place.buffer = block.buffer.handle();
    place.counts = packed.counts;
    place.bytes = static_cast<const std::byte*>(block.buffer.data());
    place.vertexCount = std::uint32_t(packed.vertices.size());
    place.detailVertexCount = std::uint32_t(packed.detailVertices.size());
    const auto put = [&](const auto& list) {
        const std::size_t at = block.used;
        if (!list.empty()) std::memcpy(static_cast<std::byte*>(block.buffer.data()) + at, list.data(), list.size() * sizeof(list[0]));
        block.used += bytesOf(list);
        return VkDeviceSize(at);
    };
    place.vertices = put(packed.vertices);
    place.indices = put(packed.indices);
    place.detailVertices = put(packed.detailVertices);
    place.detailIndices = put(packed.detailIndices);
    return place;
}

Result<MeshOnDevice> MeshStore::place(const std::shared_ptr<const geometry::Mesh>& mesh, const std::shared_ptr<const std::vector<geometry::Material>>& materials) {
    const auto [at, isNew] = m_entries.try_emplace(Key{mesh.get(), materials.get()});
    Entry& entry = at->second;
    if (!isNew && (entry.block || entry.frame == m_frame)) return entry.place;
    auto packed = packMesh(*mesh, *materials);
    if (!packed) {
        m_entries.erase(at);
        return fail(packed.error());
    }
    auto block = room(isNew ? m_stream : m_lasting, bytesOf(*packed));
    if (!block) {
        m_entries.erase(at);
        return fail(block.error());
    }
    entry.mesh = mesh;
    entry.materials = materials;
    entry.frame = m_frame;
    entry.place = write(**block, *packed);
    if (!isNew) entry.block = *block;
    if (!isNew || mesh->closed) { // finding it out for one frame would cost more than it saves
        entry.closed = closedOf(*mesh, *packed);
        entry.place.closed = entry.closed.data();
    }
    return entry.place;
}

} // namespace rushes::render
