// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/cancel_token.h"
#include "engine/base/image.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/generate/shot_request.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rushes::generate {

/// What a shot will cost, known before it starts.
struct Plan {
    double seconds = 0;
    std::uint64_t memoryBytes = 0;
    std::vector<std::string> warnings;
};

/// Receives frames in order from 0. A failure (disk full) stops the generator, which hands it back.
using FrameSink = std::function<Result<void>(std::int64_t frame, const Image& picture)>;

/// What a generator shows before its first frame is final.
struct Preview {
    Progress progress;      ///< of what goes before the frames ("Learning the look of 12A")
    std::int64_t frame = 0; ///< which frame the picture would be
    Image picture;          ///< as large as the shot; empty: nothing to see yet
};
using PreviewSink = std::function<void(const Preview&)>;

/// Makes a shot's frames from a request. Never sees a project. Used on the shoot thread only.
class Generator {
public:
    virtual ~Generator() = default;

    virtual std::string_view id() const = 0;
    virtual std::string version() const = 0;

    /// Checks the request and says what it will cost. Refuses what cannot be shot; quick (under 50 ms), touches no device.
    virtual Result<Plan> plan(const ShotRequest& request) const = 0;

    /// Shoots. Looks at `cancel` at least once a frame and then returns ErrorCategory::cancelled. The same request gives the same
    /// frames on the same kind of device.
    virtual Result<void> generate(const ShotRequest& request, const FrameSink& sink, const CancelToken& cancel) = 0;

    /// Who wants to see what goes before the first frame; called from generate(), at least once a second while that lasts. Generators
    /// that start with their first frame have nothing to show.
    virtual void showPreviews(PreviewSink) {}
};

/// The generators of this build, by id.
class GeneratorRegistry {
public:
    using Factory = std::function<Result<std::unique_ptr<Generator>>()>;

    void add(std::string id, Factory factory);
    std::vector<std::string> ids() const;
    /// Makes the generator (which may open a device). The error says which ids there are.
    Result<std::unique_ptr<Generator>> create(std::string_view id) const;

private:
    struct Entry {
        std::string id;
        Factory factory;
    };
    std::vector<Entry> m_entries;
};

} // namespace rushes::generate
