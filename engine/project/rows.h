// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace rushes::project {

/// All rows of one kind, by id, with each parent's children kept in order. T has `id`, and overloads of
/// `parentOf(const T&)` (an Id) and `orderOf(const T&)` beside it. Copies are deep.
template <class T> class Rows {
public:
    using Key = decltype(T::id);
    using Parent = decltype(parentOf(std::declval<const T&>()));

    /// Null when there is none. Valid until the next change.
    const T* find(Key id) const {
        const auto it = m_rows.find(id);
        return it == m_rows.end() ? nullptr : &it->second;
    }
    bool contains(Key id) const { return m_rows.contains(id); }
    std::size_t size() const { return m_rows.size(); }
    bool empty() const { return m_rows.empty(); }

    /// The children of `parent` in order. Pointers are valid until the next change.
    std::vector<const T*> of(Parent parent) const {
        std::vector<const T*> out;
        const auto it = m_children.find(parent);
        if (it == m_children.end()) return out;
        out.reserve(it->second.size());
        for (const auto& [key, id] : it->second) out.push_back(find(id));
        return out;
    }
    std::size_t countOf(Parent parent) const {
        const auto it = m_children.find(parent);
        return it == m_children.end() ? 0 : it->second.size();
    }
    /// The last child in order, or null.
    const T* lastOf(Parent parent) const {
        const auto it = m_children.find(parent);
        return it == m_children.end() ? nullptr : find(it->second.rbegin()->second);
    }

    /// Pairs (id, row) by id.
    auto begin() const { return m_rows.begin(); }
    auto end() const { return m_rows.end(); }

    /// Adds the row or replaces the one with its id.
    void put(T row) {
        const Key id = row.id;
        erase(id);
        m_children[parentOf(row)].emplace(keyOf(row), id);
        m_rows.emplace_hint(m_rows.end(), id, std::move(row));
    }
    void erase(Key id) {
        const auto it = m_rows.find(id);
        if (it == m_rows.end()) return;
        const auto parent = m_children.find(parentOf(it->second));
        parent->second.erase(keyOf(it->second));
        if (parent->second.empty()) m_children.erase(parent);
        m_rows.erase(it);
    }

    bool operator==(const Rows& other) const { return m_rows == other.m_rows; }

private:
    using OrderKey = std::pair<std::int64_t, std::int64_t>;
    static OrderKey keyOf(const T& row) { return {orderOf(row), row.id.value}; }

    std::map<Key, T> m_rows;
    std::map<Parent, std::map<OrderKey, Key>> m_children;
};

} // namespace rushes::project
