// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace rushes {

/// The identity of one kind of thing in a project: positive, stable for the life of the project, never used again.
/// Zero is "none". struct ShotTag; using ShotId = Id<ShotTag>;
template <class Tag> struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

} // namespace rushes

template <class Tag> struct std::hash<rushes::Id<Tag>> {
    std::size_t operator()(const rushes::Id<Tag>& id) const { return std::hash<std::int64_t>{}(id.value); }
};
