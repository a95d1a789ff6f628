// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/frame_painter.h"

#ifdef RUSHES_STAGE

#include "app/papers/brush_painting.h"
#include "app/papers/paint_layers.h"
#include "app/papers/painting_check.h"
#include "engine/shoot/make_shot_request.h"
#include "engine/stage/open_stage.h"
#include "ui/bridge/background.h"
#include "ui/bridge/words.h"

#include <QDesktopServices>
#include <QUrl>

#include <fmt/format.h>

#include <algorithm>

namespace rushes::studio {
namespace {

namespace fs = std::filesystem;
using Answer = media::PaintWatch::Answer;

constexpr int soonMs = 200, slowMs = 3000; ///< between looks: after a sign of a change, and where the file system gives none
constexpr int idleLooks = 5;               ///< without a change before it goes back to waiting for signs

Result<void> writeFrame(const generate::ShotRequest& request, std::int64_t frame, const fs::path& file) {
    std::error_code problem;
    fs::create_directories(file.parent_path(), problem);
    if (problem) return fail(ErrorCategory::denied, "Cannot make the folder " + file.parent_path().string() + ": " + problem.message(), "Check that the film's folder can be written to.");
    stage::OpenStage stage;
    if (auto opened = stage.open(); !opened) return fail(opened.error());
    const auto layers = app::paintLayers(*stage.library, *stage.renderer, request, frame, request.width, request.height);
    if (!layers) return fail(layers.error());
    return media::writeOpenRaster(file, *layers);
}

} // namespace

FramePainter::FramePainter(ui::Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_open([](const QString& file) { return QDesktopServices::openUrl(QUrl::fromLocalFile(file)); }) {
    m_soon.setInterval(soonMs);
    m_slow.setInterval(slowMs);
    connect(&m_soon, &QTimer::timeout, this, &FramePainter::look);
    connect(&m_slow, &QTimer::timeout, this, &FramePainter::look);
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, &FramePainter::wake);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &FramePainter::wake);
    connect(&session, &ui::Session::closed, this, [this] {
        m_watched.clear();
        m_soon.stop();
        m_slow.stop();
        const QStringList paths = m_files.files() + m_files.directories();
        if (!paths.isEmpty()) m_files.removePaths(paths);
    });
}

void FramePainter::paint(const project::Shot& shot, std::int64_t frame) {
    if (m_busy) return;
    const fs::path file = m_session.film().folder / "paint" / fmt::format("{}_f{:03}.ora", app::plainName(shot.number), frame);
    std::error_code ignored;
    if (fs::exists(file, ignored)) return openAndWatch(shot.id, frame, file, true); // somebody's paint is on it
    const auto request = shoot::makeShotRequest(m_session.film(), shot.id);
    if (!request) {
        Q_EMIT m_session.failed(request.error());
        return;
    }
    m_busy = true;
    Q_EMIT m_session.told(tr("Frame %1 of %2 is being drawn").arg(frame).arg(ui::qs(shot.number)), tr("It opens in your painting program in a moment"));
    ui::inBackground(
        this, [request = *request, frame, file] { return writeFrame(request, frame, file); },
        [this, id = shot.id, frame, file](const Result<void>& written) {
            m_busy = false;
            if (written) openAndWatch(id, frame, file, false);
            else Q_EMIT m_session.failed(written.error());
        });
}

void FramePainter::openAndWatch(project::ShotId shot, std::int64_t frame, const fs::path& file, bool wasThere) {
    const bool known = std::any_of(m_watched.begin(), m_watched.end(), [&](const auto& w) { return w->watch.file() == file; });
    if (!known) m_watched.push_back(std::make_shared<Watched>(Watched{shot, frame, media::PaintWatch(file)}));
    m_files.addPath(ui::qs(file.parent_path().string()));
    m_files.addPath(ui::qs(file.string()));
    m_slow.start();
    const QString place = ui::qs(file.string());
    if (m_open(place)) {
        Q_EMIT m_session.told(wasThere ? tr("%1 is open again, as it was painted").arg(ui::qs(file.filename().string())) : tr("%1 is ready to be painted").arg(ui::qs(file.filename().string())),
                              tr("Save it there, and the shot takes it back each time. It lies in %1").arg(ui::qs(file.parent_path().string())));
    } else {
        Q_EMIT m_session.told(tr("Nothing here opens OpenRaster files"), tr("Open %1 with Krita, GIMP or MyPaint; each save comes back").arg(place));
    }
}

void FramePainter::wake() {
    for (const auto& watched : m_watched) watched->idle = 0;
    m_soon.start();
}

void FramePainter::look() {
    bool idle = true;
    for (const auto& watched : m_watched) {
        idle &= watched->idle >= idleLooks;
        if (watched->asked) continue;
        watched->asked = true;
        ui::inBackground(
            this, [watched] { return watched->watch.look(media::PaintWatch::Clock::now()); },
            [this, watched](Answer answer) {
                watched->asked = false;
                watched->idle = answer == Answer::nothing || answer == Answer::missing ? watched->idle + 1 : 0;
                if (answer == Answer::settling && !m_soon.isActive()) m_soon.start();
                // A file that was renamed into place is another one to the system: it is watched anew.
                const QString file = ui::qs(watched->watch.file().string());
                if (answer != Answer::missing && !m_files.files().contains(file)) m_files.addPath(file);
                if (answer == Answer::settled) keep(watched);
            });
    }
    if (idle) m_soon.stop();
}

void FramePainter::keep(const std::shared_ptr<Watched>& watched) {
    const auto& film = m_session.film();
    const auto* shot = film.shots.find(watched->shot);
    const auto* sequence = shot ? film.sequences.find(shot->sequence) : nullptr;
    if (!sequence) return; // the shot is gone; its painting stays where it is
    ui::inBackground(
        this,
        [file = watched->watch.file(), width = sequence->width, height = sequence->height, folder = project::MediaFolder(film.folder / "media")] {
            return std::make_shared<Result<app::KeptPainting>>(app::keepPainting(file, width, height, folder));
        },
        [this, watched](const std::shared_ptr<Result<app::KeptPainting>>& kept) {
            if (!*kept) {
                Q_EMIT m_session.failed(kept->error());
                return;
            }
            QStringList more;
            for (const auto& warning : (*kept)->warnings) more << ui::qs(warning);
            if (!m_session.takePaintedFrame(watched->shot, watched->frame, (*kept)->media, more.join(QLatin1Char(' ')))) return;
            Q_EMIT paintedFrameSaved(watched->shot, watched->frame);
            check(watched, (*kept)->media.name);
        });
}

/// Beside all else: a painting of another shot is taken, and said.
void FramePainter::check(const std::shared_ptr<Watched>& watched, const std::string& media) {
    const auto* shot = m_session.film().shots.find(watched->shot);
    if (watched->fits || shot == nullptr) return;
    ui::inBackground(
        this, [question = app::paintingCheck(m_session.film(), *shot, watched->frame, project::mediaPath(m_session.film(), media))] { return app::whatIsStrange(question); },
        [this, watched](const std::string& strange) {
            watched->fits = strange.empty();
            if (!watched->fits) Q_EMIT looksStrange(watched->shot, watched->frame, ui::qs(strange));
        });
}

} // namespace rushes::studio

#endif
