// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/staged_scene.h"
#include "engine/base/error.h"
#include "engine/generate/shot_request.h"

#include <QObject>

#include <memory>
#include <optional>

namespace rushes::studio {

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
