// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifdef RUSHES_STAGE

#include "app/papers/brush_painting.h"
#include "ui/bridge/session.h"
#include "ui/draw/brush_panel.h"
#include "ui/draw/paint_canvas.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel_head.h"

#include <QTimer>

namespace rushes::studio {

/// The Draw page: one frame of a shot painted over with the brushes inside. Saving makes it the shot's look. Strokes that are not saved are
/// written beside it whenever the hand rests, so that nothing is lost, and are there again the next time. Staging, reading and writing run on
/// workers.
class PaintRoom : public QWidget {
    Q_OBJECT
public:
    explicit PaintRoom(ui::Session& session, QWidget* parent = nullptr);

    /// Paints that frame; goes on where it is the one that is being painted.
    void open(const project::Shot& shot, std::int64_t frame);
    void save();
    void undo();
    void redo();
    /// The page is left: strokes are written now, and it is said that they are no look yet.
    void leave();
    /// Strokes are written before it returns; for when the program ends.
    void finish();
    bool unsaved() const { return m_strokes != m_saved; }

    ui::PaintCanvas* canvas() const { return m_canvas; }
    ui::BrushPanel* panel() const { return m_panel; }
    ui::Button* saveButton() const { return m_save; }

Q_SIGNALS:
    /// The painting of that frame is the shot's look now.
    void paintedFrameSaved(rushes::project::ShotId shot, std::int64_t frame);
    /// Back to directing.
    void doneWanted();
    /// The page was left with strokes that are no look yet.
    void leftUnsaved(const QString& number, std::int64_t frame);
    /// Strokes of an earlier time that are no look yet are here again.
    void unsavedFound(const QString& number, std::int64_t frame);

public Q_SLOTS:
    /// Lays unsaved strokes that were found aside, and begins from the last painting or the stage.
    void beginAnew();

private:
    /// What is painted on; shared with workers, never changed.
    using Layers = std::shared_ptr<const app::BrushPainting>;
    struct Place {
        project::ShotId shot;
        QString number;
        std::int64_t frame = -1;
        std::filesystem::path film;
        bool operator==(const Place&) const = default;
    };
    /// A painting that was read, with what the screen needs of it; made on a worker.
    struct Opened {
        Layers layers;
        Image paint;
        QImage ground, lines;
        std::vector<QColor> palette;
    };
    static std::shared_ptr<const Opened> opened(app::BrushPainting painting);
    QWidget* makeSide();
    void makeKeys();
    void showPainting(const Opened& opened);
    void showState();
    void stroked();
    /// What is painted, with the layers as they are shown; the parts are put together where they are written.
    struct Current {
        Layers layers;
        bool groundShown = true, linesShown = false;
        Image paint;
        app::BrushPainting whole() const;
    };
    Current shownNow() const;
    /// The painting as it is now; `then` comes back on the ui thread.
    void current(std::function<void(std::shared_ptr<const Current>)> then);
    void writeUnsaved();
    void keep(std::shared_ptr<const Current> now, const Place& place, int strokes);

    ui::Session& m_session;
    ui::PaintCanvas* m_canvas;
    ui::BrushPanel* m_panel;
    ui::PanelHead* m_head;
    ui::Button* m_save;
    ui::Label* m_state;
    Place m_place;
    Layers m_layers; ///< null: being staged, or it cannot be painted
    int m_strokes = 0, m_saved = 0, m_written = 0; ///< counts of strokes: made, in the look, on the disk
    bool m_writing = false, m_saving = false;
    QTimer m_rest;
};

} // namespace rushes::studio

#endif
