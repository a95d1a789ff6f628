// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifdef RUSHES_STAGE

#include "engine/media/paint_watch.h"
#include "ui/bridge/session.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace rushes::studio {

/// Frames that are painted over in a program of the user's: writes one as layers into the film's folder, opens it, and takes it back each
/// time the painter saves. Staging, drawing and reading run on workers. Owned by the window; ui thread.
class FramePainter : public QObject {
    Q_OBJECT
public:
    explicit FramePainter(ui::Session& session, QObject* parent = nullptr);

    /// Writes paint/12A_f024.ora unless it is there already, opens it and watches it.
    void paint(const project::Shot& shot, std::int64_t frame);
    /// How a file is opened; the desktop's way unless a test says otherwise. False when nothing can be started.
    void setOpener(std::function<bool(const QString& file)> opener) { m_open = std::move(opener); }

Q_SIGNALS:
    /// The painting of that frame is the shot's look now.
    void paintedFrameSaved(rushes::project::ShotId shot, std::int64_t frame);
    /// It does not look to be painted over that frame; a whole sentence says why. It was taken all the same.
    void looksStrange(rushes::project::ShotId shot, std::int64_t frame, const QString& why);

private:
    struct Watched {
        project::ShotId shot;
        std::int64_t frame = 0;
        media::PaintWatch watch;
        bool asked = false; ///< a worker looks at it
        int idle = 0;       ///< looks in a row that found nothing
        bool fits = false;  ///< it was seen to be of its frame
    };
    void openAndWatch(project::ShotId shot, std::int64_t frame, const std::filesystem::path& file, bool wasThere);
    void wake();
    void look();
    void keep(const std::shared_ptr<Watched>& watched);
    void check(const std::shared_ptr<Watched>& watched, const std::string& media);

    ui::Session& m_session;
    QFileSystemWatcher m_files;
    QTimer m_soon, m_slow;
    std::vector<std::shared_ptr<Watched>> m_watched;
    std::function<bool(const QString&)> m_open;
    bool m_busy = false; ///< a frame is being written
};

} // namespace rushes::studio

#endif
