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

template <class T> std::size_t bytesOf(std::size_t count) { return aligned(count * sizeof(T)); }
std::size_t indexBytes(const PackedTopology& t) { return bytesOf<std::uint32_t>(t.indices.size()) + bytesOf<std::uint32_t>(t.detailIndices.size()); }
std::size_t vertexBytes(const PackedTopology& t) { return bytesOf<PackedVertex>(t.vertices) + bytesOf<PackedDetailVertex>(t.details.size()); }

/// As the packed triangles lie.
std::vector<std::uint8_t> closedOf(const geometry::Mesh& mesh, const PackedTopology& packed) {
    const auto closed = geometry::closedTriangles(mesh);
    std::vector<std::uint8_t> sorted;
    sorted.reserve(packed.sources.size());
    for (const std::uint32_t triangle : packed.sources) sorted.push_back(closed[triangle]);
    return sorted;
}

/// Takes the next bytes of a block.
template <class Block> OnDevice take(Block& block, std::size_t bytes) {
    const OnDevice place{block.buffer.handle(), block.used, static_cast<const std::byte*>(block.buffer.data()) + block.used};
    block.used += aligned(bytes);
    return place;
}

template <class T> T* writable(const OnDevice& place) { return reinterpret_cast<T*>(const_cast<std::byte*>(place.bytes)); }

template <class Block> OnDevice put(Block& block, const std::vector<std::uint32_t>& list) {
    const OnDevice place = take(block, list.size() * sizeof(list[0]));
    if (!list.empty()) std::memcpy(writable<std::byte>(place), list.data(), list.size() * sizeof(list[0]));
    return place;
}

template <class Block> void putIndices(Block& block, const PackedTopology& packed, MeshOnDevice& place) {
    place.counts = packed.counts;
    place.indices = put(block, packed.indices);
    place.detailIndices = put(block, packed.detailIndices);
}

template <class Block> void putVertices(Block& block, const geometry::Mesh& mesh, const PackedTopology& packed, MeshOnDevice& place) {
    place.vertexCount = packed.vertices;
    place.detailVertexCount = std::uint32_t(packed.details.size());
    place.vertices = take(block, packed.vertices * sizeof(PackedVertex));
    place.detailVertices = take(block, packed.details.size() * sizeof(PackedDetailVertex));
    packVertices(mesh, packed, writable<PackedVertex>(place.vertices), writable<PackedDetailVertex>(place.detailVertices));
}

} // namespace

MeshStore::MeshStore(std::shared_ptr<gpu::Device> device) : m_device(std::move(device)) {}

void MeshStore::beginFrame() {
    ++m_frame;
    for (auto& block : m_stream) block->used = 0;
    dropDead();
}

void MeshStore::dropDead() {
    const auto dead = [](const auto& item) { return item.second.mesh.expired() || item.second.materials.expired(); };
    std::erase_if(m_entries, dead);
    std::erase_if(m_topologies, dead);
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

Result<const MeshStore::Topology*> MeshStore::topologyOf(const MeshPointer& mesh, const MaterialsPointer& materials) {
    const auto [at, isNew] = m_topologies.try_emplace(Key{mesh->closed.get(), materials.get()});
    Topology& topology = at->second;
    if (isNew) {
        auto packed = packTopology(*mesh, *materials);
        auto block = packed ? room(m_lasting, indexBytes(*packed)) : Result<std::shared_ptr<Block>>(fail(packed.error()));
        if (!block) {
            m_topologies.erase(at);
            return fail(block.error());
        }
        topology = {mesh->closed, materials, *block, std::move(*packed), {}};
        putIndices(**block, topology.packed, topology.place);
        topology.place.closed = topology.packed.closed.data();
    }
    const std::size_t points = topology.packed.vertices;
    if (mesh->positions.size() != points || mesh->normals.size() != points || mesh->surfaceOf.size() != points)
        return fail(ErrorCategory::badInput, "A mesh cannot be drawn: it shares its closed triangles with another mesh of other points", "This is a defect of what made the mesh");
    return &topology;
}

Result<void> MeshStore::fill(Entry& entry, const MeshPointer& mesh, const MaterialsPointer& materials, bool lasts) {
    auto& blocks = lasts ? m_lasting : m_stream;
    std::shared_ptr<Block> used;
    if (mesh->closed) {
        const auto topology = topologyOf(mesh, materials);
        if (!topology) return fail(topology.error());
        auto block = room(blocks, vertexBytes((*topology)->packed));
        if (!block) return fail(block.error());
        entry.place = (*topology)->place;
        putVertices(**block, *mesh, (*topology)->packed, entry.place);
        used = *block;
    } else {
        auto packed = packTopology(*mesh, *materials);
        if (!packed) return fail(packed.error());
        auto block = room(blocks, indexBytes(*packed) + vertexBytes(*packed));
        if (!block) return fail(block.error());
        putIndices(**block, *packed, entry.place);
        putVertices(**block, *mesh, *packed, entry.place);
        if (lasts) entry.closed = closedOf(*mesh, *packed); // to find it out for one frame would cost more than it saves
        entry.place.closed = lasts ? entry.closed.data() : nullptr;
        used = *block;
    }
    if (lasts) entry.block = used;
    return {};
}

Result<MeshOnDevice> MeshStore::place(const MeshPointer& mesh, const MaterialsPointer& materials) {
    const auto [at, isNew] = m_entries.try_emplace(Key{mesh.get(), materials.get()});
    Entry& entry = at->second;
    if (!isNew && (entry.block || entry.frame == m_frame)) return entry.place;
    if (auto ok = fill(entry, mesh, materials, !isNew); !ok) {
        m_entries.erase(at);
        return fail(ok.error());
    }
    entry.mesh = mesh;
    entry.materials = materials;
    entry.frame = m_frame;
    return entry.place;
}

} // namespace rushes::render
