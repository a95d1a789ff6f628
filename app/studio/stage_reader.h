// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/base/image.h"
#include "engine/generate/shot_request.h"
#include "engine/interchange/floor_plan.h"
#include "engine/stage/movables.h"

#include <QObject>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rushes::studio {

/// One frame of a staged shot, drawn to be directed in.
struct StagedPicture {
    Image colour, ids;           ///< rgba8; object numbers, grey16, of the same size
    std::int64_t frame = 0;      ///< of the shot
    geometry::Camera camera;     ///< of that frame
    std::vector<glm::vec3> feet; ///< of the people then, metres, in the order of StagedScene::people
    std::vector<std::uint16_t> objects; ///< their numbers in `ids`
};

/// What somebody does from one second of the shot to another.
struct StagedBeat {
    int person = 0;
    double start = 0, end = 0;
    std::string what;
};

/// A shot as the stage would block and film it: seen from above, along its time, and one frame of it where one was asked for.
struct StagedScene {
    interchange::FloorPlan plan;
    std::vector<std::string> people; ///< what the first marks of the plan go by (stage::markName)
    std::string set;                 ///< of BuiltSet::kit
    std::vector<float> yaws;         ///< degrees, of the people at the shot's start
    glm::vec3 eye{0}, target{0};     ///< of the framing that the moves pass through, or of the first key
    float lensMm = 35;               ///< of the framing, on Super 35
    std::vector<geometry::Camera> track; ///< one a frame
    /// Millimetres on the shot's sensor at a moment; 0 without a track.
    float lensAt(double seconds) const { return track.empty() ? 0 : track[std::size_t(std::clamp(seconds * duration.rate.hz(), 0.0, double(track.size() - 1)))].focalMm; }
    std::vector<StagedBeat> beats;
    time::RationalTime duration;
    stage::HandStaging hand;         ///< what of it was moved by hand
    std::shared_ptr<const StagedPicture> picture;
};

/// A frame to draw with the scene.
struct PictureWish {
    std::int64_t frame = 0;
    int width = 0, height = 0;
};

/// Stages shots on a worker, and draws one frame of them where that is wished for. A newer question replaces one that waits; the people and places, and the device, are
/// loaded on first use.
class StageReader : public QObject {
    Q_OBJECT
public:
    explicit StageReader(QObject* parent = nullptr);

    void ask(const generate::ShotRequest& request, const std::optional<PictureWish>& wish = {});
    /// No answer is wanted any more.
    void forget();

Q_SIGNALS:
    void staged(std::shared_ptr<const rushes::studio::StagedScene> scene);
    void refused(const rushes::Error& why);

private:
    struct Shared;
    struct Question {
        generate::ShotRequest request;
        std::optional<PictureWish> wish;
    };
    void start(const Question& question);

    std::shared_ptr<Shared> m_shared;
    std::optional<Question> m_waiting;
    bool m_busy = false;
    bool m_wanted = false;
};

} // namespace rushes::studio
