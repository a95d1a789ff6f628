// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// The part of Session that opens, imports, copies and exports: all of it on workers.
#include "engine/base/paths.h"
#include "engine/edit/script_import.h"
#include "engine/export/export_movie.h"
#include "engine/interchange/read_script.h"
#include "engine/playback/project_cut.h"
#include "ui/bridge/background.h"
#include "ui/bridge/session.h"
#include "ui/bridge/words.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>

#include <algorithm>

namespace rushes::ui {

namespace {

namespace fs = std::filesystem;

constexpr int progressPeriodMs = 80;
constexpr auto sampleName = "The Last Ferry";

/// Carries a move-only result through a copyable function.
template <class T> using Box = std::shared_ptr<Result<T>>;

} // namespace

void Session::begin(const QString& what, bool canCancel) {
    m_busy = true;
    m_cancel = {};
    Q_EMIT working(what, -1, canCancel);
}

void Session::finish() {
    m_busy = false;
    Q_EMIT workDone();
}

void Session::cancelWork() { m_cancel.cancel(); }

void Session::open(const fs::path& folder) { openThen(folder, [] {}); }

/// `then` is called when this film, and no other, was opened.
void Session::openThen(const fs::path& folder, std::function<void()> then) {
    if (m_busy) return;
    begin(tr("Opening %1").arg(qs(folder.stem().string())));
    const bool same = m_store && m_store->folder() == fs::absolute(folder).lexically_normal();
    if (same) return finish();
    inBackground(
        this, [folder] { return std::make_shared<Result<std::unique_ptr<project::ProjectStore>>>(project::ProjectStore::open(folder)); },
        [this, then = std::move(then)](const Box<std::unique_ptr<project::ProjectStore>>& store) {
            finish();
            if (!*store) {
                Q_EMIT failed(store->error());
                return;
            }
            adopt(std::move(**store));
            then();
        });
}

void Session::create(const fs::path& folder, const fs::path& script) {
    if (m_busy) return;
    begin(script.empty() ? tr("Making %1").arg(qs(folder.stem().string())) : tr("Reading %1").arg(qs(script.filename().string())));
    struct Made {
        Result<std::unique_ptr<project::ProjectStore>> store = fail(ErrorCategory::internal, "");
        Result<void> imported;
    };
    inBackground(
        this,
        [folder, script] {
            auto made = std::make_shared<Made>();
            project::NewProject options;
            options.startFrames = 3600 * options.rate.nominal(); // 01:00:00:00, as films start
            edit::ScriptImport plan;
            if (!script.empty()) { // read before anything is made on disk
                auto read = interchange::readScript(script, options.rate);
                if (!read) {
                    made->store = fail(read.error());
                    return made;
                }
                plan = std::move(*read);
                if (!plan.title.empty()) options.name = plan.title;
            }
            std::error_code ignored;
            fs::create_directories(folder.parent_path(), ignored);
            made->store = project::ProjectStore::create(folder, options);
            if (!made->store || plan.shots.empty()) return made;
            edit::Editor editor(**made->store);
            if (const auto report = edit::importScript(editor, plan); !report) made->imported = fail(report.error());
            return made;
        },
        [this](const std::shared_ptr<Made>& made) {
            finish();
            if (!made->store) {
                Q_EMIT failed(made->store.error());
                return;
            }
            adopt(std::move(*made->store));
            if (!made->imported) Q_EMIT failed(made->imported.error());
        });
}

void Session::openSample() {
    const QString movies = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    const fs::path folder = fs::path(QDir(movies).filePath(QStringLiteral("Rushes/%1.rushes").arg(QLatin1String(sampleName))).toStdString());
    if (fs::exists(folder)) return open(folder);
    for (const char* name : {"samples/the_last_ferry.fountain", "samples/last_ferry.fountain", "samples/the-last-ferry.fountain"}) {
        if (const auto script = findAsset(name)) return create(folder, *script);
    }
    Q_EMIT failed(Error{ErrorCategory::notFound, "The sample film's script is not installed", {}, "Install Rushes again, or start from a script of your own"});
}

void Session::importScript(const fs::path& script) {
    if (m_busy || !isOpen()) return;
    begin(tr("Reading %1").arg(qs(script.filename().string())));
    inBackground(
        this, [script, rate = rate()] { return std::make_shared<Result<edit::ScriptImport>>(interchange::readScript(script, rate)); },
        [this, script](const Box<edit::ScriptImport>& plan) {
            finish();
            if (!*plan || !isOpen()) {
                if (!*plan) Q_EMIT failed(plan->error());
                return;
            }
            const auto report = edit::importScript(*m_editor, **plan);
            if (!report) {
                Q_EMIT failed(report.error());
                return;
            }
            Q_EMIT told(tr("Script %1 is in: %2 new shots, %3 changed, %4 of your own kept")
                            .arg(qs(script.filename().string()))
                            .arg(report->shotsAdded)
                            .arg(report->shotsReplanned)
                            .arg(report->shotsKept),
                        report->shotsRemoved > 0 ? tr("%1 shots that the script no longer has were removed; Undo brings them back").arg(report->shotsRemoved)
                                                 : QString());
        });
}

void Session::saveAs(const fs::path& folder) {
    if (m_busy || !isOpen()) return;
    begin(tr("Saving a copy as %1").arg(qs(folder.stem().string())));
    auto copy = m_store->copy(); // the store belongs to this thread; writing does not need it
    if (!copy) {
        finish();
        Q_EMIT failed(copy.error());
        return;
    }
    inBackground(
        this, [copy = std::move(*copy), folder] { return std::make_shared<Result<void>>(copy.write(folder)); },
        [this, folder](const Box<void>& written) {
            finish();
            if (!*written) {
                Q_EMIT failed(written->error());
                return;
            }
            openThen(folder, [this, folder] {
                Q_EMIT told(tr("You are in the copy %1 now").arg(qs(folder.stem().string())), tr("The film you came from stays as it was"));
            });
        });
}

void Session::exportMovie(const fs::path& file, bool burnIn) {
    if (m_busy || !isOpen()) return;
    begin(tr("Exporting %1").arg(qs(file.filename().string())), true);
    exports::ExportOptions options;
    options.burnIn = burnIn;
    if (m_player->hasIn() || m_player->hasOut()) options.range = {m_player->in(), m_player->out()};
    auto last = std::make_shared<QElapsedTimer>();
    last->start();
    const ProgressSink progress = [owner = QPointer<QObject>(this), this, last, name = tr("Exporting %1").arg(qs(file.filename().string()))](const Progress& at) {
        if (last->elapsed() < progressPeriodMs) return;
        last->restart();
        onUiThread(owner, [this, at, name] { if (m_busy) Q_EMIT working(name, at.fraction(), true); });
    };
    inBackground(
        this,
        [cut = playback::cutOfProject(film()), file, options, progress, cancel = m_cancel] {
            return std::make_shared<Result<exports::ExportResult>>(exports::exportMovie(cut, file, options, progress, cancel));
        },
        [this, file](const Box<exports::ExportResult>& result) {
            finish();
            if (!*result) {
                if (result->error().category == ErrorCategory::cancelled) Q_EMIT told(tr("The export was stopped"), tr("Nothing was written"));
                else Q_EMIT failed(result->error());
                return;
            }
            Q_EMIT told(tr("%1 is ready: %2 frames in %3").arg(qs(file.filename().string())).arg((*result)->frames).arg(spentWord((*result)->seconds)),
                        (*result)->warnings.empty() ? QString() : qs((*result)->warnings.front()));
            Q_EMIT exported(qs(file.string()));
        });
}

} // namespace rushes::ui
