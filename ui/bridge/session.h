// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/editor.h"
#include "engine/edit/shot_commands.h"
#include "engine/edit/take_commands.h"
#include "engine/generate/generator.h"
#include "engine/playback/cut.h"
#include "engine/project/cut.h"
#include "engine/project/store.h"
#include "ui/bridge/freshness.h"
#include "ui/bridge/planner.h"
#include "ui/bridge/player_object.h"
#include "ui/bridge/prompt_reader.h"
#include "ui/bridge/queue_object.h"
#include "ui/bridge/thumbnails.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace rushes::ui {

struct SessionOptions {
    generate::GeneratorRegistry generators;
    bool sound = true;
};

/// What the studio works on: at most one open film with its editor, queue and player, the selection, and everything a view may ask for.
/// The one adaptor between the engine and Qt. Owned by the main window; ui thread. Edits are commands and return at once; opening,
/// importing, copying and exporting run on workers. Failures come as `failed`, never as a box.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(SessionOptions options, QObject* parent = nullptr);
    ~Session() override;

    // The film
    bool isOpen() const { return m_store != nullptr; }
    /// Something long runs that a new one may not disturb.
    bool isBusy() const { return m_busy; }
    const project::Project& film() const;
    const project::Sequence* sequence() const;
    QString title() const;
    time::FrameRate rate() const;
    void create(const std::filesystem::path& folder, const std::filesystem::path& script = {});
    void open(const std::filesystem::path& folder);
    void openSample();
    void importScript(const std::filesystem::path& script);
    void saveAs(const std::filesystem::path& folder);
    void close();

    // What belongs to it
    PlayerObject* player() const { return m_player; }
    QueueObject* queue() const { return m_queue.get(); }
    Thumbnails* thumbnails() const { return m_thumbnails; }
    Planner* planner() const { return m_planner; }
    PromptReader* promptReader() const { return m_reader; }
    Freshness* freshness() const { return m_freshness; }
    const generate::GeneratorRegistry& generators() const { return m_generators; }
    reading::Names names() const;
    const playback::Cut& cut() const { return m_cut; }
    const project::Cut& clips() const { return m_clips; }

    // Selection
    project::ShotId selected() const { return m_selected; }
    const std::set<project::ShotId>& alsoSelected() const { return m_alsoSelected; }
    const project::Shot* shot() const;
    void select(project::ShotId shot, bool seek = true);
    void toggleSelected(project::ShotId shot);
    void selectNext(int by);
    project::TakeId viewedTake() const { return m_viewed; }
    void viewTake(project::TakeId take);
    /// First frame of the shot in the cut, or -1.
    std::int64_t startOf(project::ShotId shot) const;

    // Edits
    void patch(project::ShotId shot, const edit::ShotPatch& patch, const std::string& mergeKey = {}, const std::string& label = {});
    void endMerge();
    void addShot();
    void duplicateShot();
    void deleteSelected();
    void moveShots(const std::vector<project::ShotId>& shots, project::ShotId after);
    void circle(project::TakeId take);
    void removeTake(project::TakeId take);
    void addReference(project::ShotId shot, const QString& file, const QString& role, const QString& subject = {});
    /// A painted frame that is safe in the media folder becomes a look of the shot; false when it was not taken or changed nothing.
    bool takePaintedFrame(project::ShotId shot, std::int64_t frame, const project::MediaFile& media, const QString& more);
    /// A look whose file is safe in the media folder is kept under its name; false when it was not.
    bool keepLook(const project::MediaFile& media, const edit::ReferencePatch& fields);
    /// The shot refers to a kept look.
    void useLook(project::ShotId shot, const edit::ReferencePatch& fields);
    /// Who painted it, and what it may be used for; nothing leaves it as it is.
    void sayArtist(project::ReferenceId reference, const std::optional<QString>& artist, const std::optional<QString>& consent);
    /// Somebody's own 3D model for the whole film: role figure_model, prop_model or place_model. Converted on a worker.
    void addModel(const QString& file, const QString& role, const QString& subject);
    void setReference(project::ReferenceId reference, const QString& role, const QString& subject = {});
    void removeReference(project::ReferenceId reference);
    void addNote(const QString& text);
    void setNoteDone(project::NoteId note, bool done);
    void undo();
    void redo();
    QString undoLabel() const;
    QString redoLabel() const;

    // Shooting
    void shoot(const std::vector<project::ShotId>& shots);
    void shootSelected();
    /// A take with the look that was painted for the shot, in place of a job that is on the shot: its painting changed. Nothing where this
    /// program has no such generator.
    void shootWithLook(project::ShotId shot);
    void shootMissing();
    /// Goes on with what waited when the film was closed.
    void carryOn();
    void shootAgain(project::TakeId take);
    /// For the queue list: checks the result and tells.
    void check(const Result<void>& result);

    // Export
    void exportMovie(const std::filesystem::path& file, bool burnIn);
    void cancelWork();

Q_SIGNALS:
    void opened();
    void closed();
    void changed();                        ///< the film's rows changed
    void structureChanged();               ///< shots or scenes came, went or moved
    void selectionChanged();
    void queueChanged();
    void liveFrame();
    void working(const QString& what, double fraction, bool canCancel); ///< fraction < 0: not known
    void workDone();
    void failed(const rushes::Error& error);
    void told(const QString& what, const QString& more);
    void shotsWait(int count); ///< the film was opened with jobs that wait
    void exported(const QString& file);

private:

    void begin(const QString& what, bool canCancel = false);
    void finish();
    void openThen(const std::filesystem::path& folder, std::function<void()> then);
    void adopt(std::unique_ptr<project::ProjectStore> store);

    void onChanges(const edit::Changes& changes);
    void rebuildCut();
    void stayInSelected(std::int64_t into);
    void followPlayhead(std::int64_t frame);
    void keepSelectionValid();
    bool addJob(project::ShotId shot, const Result<generate::ShotRequest>& request);
    void rememberPoster();

    generate::GeneratorRegistry m_generators;
    PlayerObject* m_player;
    Thumbnails* m_thumbnails;
    Planner* m_planner;
    PromptReader* m_reader;
    Freshness* m_freshness;

    std::unique_ptr<project::ProjectStore> m_store;
    std::unique_ptr<edit::Editor> m_editor;
    std::unique_ptr<QueueObject> m_queue;
    Connection m_changesConnection;
    playback::Cut m_cut;
    project::Cut m_clips;
    project::ShotId m_selected;
    std::set<project::ShotId> m_alsoSelected;
    project::TakeId m_viewed;
    CancelToken m_cancel;
    bool m_busy = false;
    bool m_following = false; ///< the selection moves because the playhead did
};

} // namespace rushes::ui
