// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/generate/shot_request.h"
#include "engine/interchange/floor_plan.h"
#include "engine/stage/hand_staging.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rushes::studio {

/// A shot as the stage would block and film it, seen from above.
struct TopViewScene {
    interchange::FloorPlan plan;
    std::vector<std::string> people; ///< what the first marks of the plan go by (stage::markName)
    std::string set;                 ///< of BuiltSet::kit
    std::vector<float> yaws;         ///< degrees, of the people at the shot's start
    glm::vec3 eye{0}, target{0};     ///< of the first frame's camera; the target is what is sharp
    stage::HandStaging hand;         ///< what of it was moved by hand
};

/// Stages shots on a worker without drawing them. A newer question replaces one that waits; the people and places are loaded on first use.
class TopViewReader : public QObject {
    Q_OBJECT
public:
    explicit TopViewReader(QObject* parent = nullptr);

    void ask(const generate::ShotRequest& request);
    /// No answer is wanted any more.
    void forget();

Q_SIGNALS:
    void staged(std::shared_ptr<const rushes::studio::TopViewScene> scene);
    void refused(const rushes::Error& why);

private:
    struct Shared;
    void start(const generate::ShotRequest& request);

    std::shared_ptr<Shared> m_shared;
    std::optional<generate::ShotRequest> m_waiting;
    bool m_busy = false;
    bool m_wanted = false;
};

} // namespace rushes::studio
