// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"

#include <QObject>
#include <QSize>

#include <filesystem>
#include <memory>
#include <optional>

namespace rushes::studio {

/// What is set side by side for a painted shot.
struct CompareQuestion {
    std::filesystem::path painting; ///< empty: nobody painted yet
    std::int64_t paintedAt = 0;     ///< frame
    std::filesystem::path take;     ///< empty: none was shot with a look
    std::int64_t frame = 0;         ///< of the shot
    Image stage;                    ///< that frame as it would be staged now
    QSize room;                     ///< pixels to fill
};

/// Sets the painted frame, the take and the stage side by side as one picture, on a worker. A newer question replaces one that waits.
class LookCompare : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void ask(CompareQuestion question);
    /// No answer is wanted any more.
    void forget();

Q_SIGNALS:
    void composed(std::shared_ptr<const rushes::Image> picture);

private:
    void start(CompareQuestion question);

    std::optional<CompareQuestion> m_waiting;
    bool m_busy = false;
    bool m_wanted = false;
};

} // namespace rushes::studio
