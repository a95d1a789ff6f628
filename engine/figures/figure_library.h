// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::figures {

struct BakedData; // baked_data.h
class PoseBook;   // pose_book.h
class ActBook;    // act_book.h

/// The files of a library. Without `motions` a walk and a run of our own serve. `acts` is acts.json beside `poses` when
/// it is empty.
struct FigureFiles {
    std::filesystem::path bodies, poses, motions;
    std::filesystem::path acts = {};
};

/// The people's shared data: base body, morph targets, face units, clips and poses. Immutable after loading, so any
/// thread may read it; every Figure keeps it alive.
class FigureLibrary {
public:
    /// Reads figures.bin, motions.bin poses/poses.json and poses/acts.json through findAsset. Errors: notFound when the build made
    /// none, damaged when the checksum or a size is wrong.
    static Result<std::shared_ptr<const FigureLibrary>> load();
    static Result<std::shared_ptr<const FigureLibrary>> load(const FigureFiles& files);
    ~FigureLibrary();
    FigureLibrary(const FigureLibrary&) = delete;
    FigureLibrary& operator=(const FigureLibrary&) = delete;

    /// Everything a Performance may name: poses ("stand", "sit_chair", "point" …), gaits ("walk", "run" …), clips
    /// ("jump", "dance_a" …), acts ("chop", "throw" …) and acted motions ("talk", "sit", "listen"), sorted.
    const std::vector<std::string>& motions() const { return m_motions; }
    bool has(std::string_view motion) const;

    const BakedData& data() const { return *m_data; }
    const PoseBook& poses() const { return *m_poses; }
    const ActBook& acts() const { return *m_acts; }

private:
    FigureLibrary();
    std::unique_ptr<BakedData> m_data;
    std::unique_ptr<PoseBook> m_poses;
    std::unique_ptr<ActBook> m_acts;
    std::vector<std::string> m_motions;
};

} // namespace rushes::figures
