// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/paint_room.h"

#ifdef RUSHES_STAGE

#include "app/papers/paint_layers.h"
#include "engine/base/log.h"
#include "engine/shoot/make_shot_request.h"
#include "ui/bridge/background.h"
#include "ui/bridge/words.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <cmath>
#include <future>

namespace rushes::studio {

namespace token = ui::token;
namespace fs = std::filesystem;
using ui::PaintCanvas;
using From = app::BrushPainting::From;

namespace {

constexpr int restMs = 1500; ///< of the hand before strokes are written
constexpr int paletteSize = 12;

QImage imageOf(const Image& picture, QImage::Format format) {
    const QImage wrapped(reinterpret_cast<const uchar*>(picture.data.data()), picture.width, picture.height, qsizetype(picture.stride), QImage::Format_RGBA8888);
    return wrapped.convertToFormat(format);
}

} // namespace

PaintRoom::PaintRoom(ui::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_canvas(new PaintCanvas), m_panel(new ui::BrushPanel), m_head(new ui::PanelHead({})),
      m_save(new ui::Button(tr("Save"), ui::Button::Kind::main)), m_state(new ui::Label({}, ui::Face::small, token::dim)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(token::splitter);
    row->addWidget(m_canvas, 1);
    row->addWidget(makeSide());
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &PaintRoom::writeUnsaved);
    connect(m_panel, &ui::BrushPanel::tipChanged, m_canvas, &PaintCanvas::setTip);
    connect(m_panel, &ui::BrushPanel::shownChanged, this, [this](PaintCanvas::Layer layer, bool shown) {
        m_canvas->setShown(layer, shown);
        if (m_layers && layer != PaintCanvas::paint && m_strokes > 0) stroked(); // it will be saved like that
    });
    connect(m_panel, &ui::BrushPanel::undoWanted, m_canvas, &PaintCanvas::undo);
    connect(m_panel, &ui::BrushPanel::redoWanted, m_canvas, &PaintCanvas::redo);
    connect(m_panel, &ui::BrushPanel::clearWanted, m_canvas->thread(), &ui::BrushThread::clear);
    connect(m_panel, &ui::BrushPanel::fitWanted, m_canvas, &PaintCanvas::fit);
    connect(m_canvas, &PaintCanvas::picked, m_panel, &ui::BrushPanel::setColour);
    connect(m_canvas, &PaintCanvas::sizeStepped, m_panel, &ui::BrushPanel::stepSize);
    connect(m_canvas, &PaintCanvas::strokeBegan, &m_rest, &QTimer::stop);
    connect(m_canvas, &PaintCanvas::strokeEnded, this, &PaintRoom::stroked);
    connect(m_canvas->thread(), &ui::BrushThread::stepped, m_panel, &ui::BrushPanel::setHistory);
    for (const auto signal : {&ui::BrushPanel::undoWanted, &ui::BrushPanel::redoWanted, &ui::BrushPanel::clearWanted}) connect(m_panel, signal, this, &PaintRoom::stroked);
    connect(m_save, &QAbstractButton::clicked, this, &PaintRoom::save);
    connect(&session, &ui::Session::closed, this, [this] {
        writeUnsaved();
        m_place = {};
        m_layers.reset();
        m_canvas->closeWith({});
    });
    m_canvas->setTip(m_panel->tip());
    setFocusPolicy(Qt::StrongFocus); // what is pressed beside the picture leaves the keys with it
    setFocusProxy(m_canvas);
    makeKeys();
}

QWidget* PaintRoom::makeSide() {
    auto* side = new QWidget;
    side->setFixedWidth(token::inspectorWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* done = new ui::Button(tr("Done"), ui::Button::Kind::text);
    done->setFace(ui::Face::small);
    done->setToolTip(tr("Back to directing (Escape); strokes that are not saved stay here"));
    connect(done, &QAbstractButton::clicked, this, &PaintRoom::doneWanted);
    m_head->row()->addWidget(done);
    column->addWidget(m_head);
    column->addWidget(m_panel, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(token::s12, 0, token::s12, token::s12);
    foot->setSpacing(token::s8);
    m_save->setToolTip(tr("Put the painting into the shot as its look, and shoot the shot with it (Ctrl+S)"));
    foot->addWidget(m_save);
    foot->addWidget(m_state);
    column->addLayout(foot);
    return side;
}

void PaintRoom::makeKeys() {
    const auto key = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut); // of a page that is not seen it is none
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const auto text = [](const char* keys) { return QKeySequence(QLatin1String(keys)); };
    const auto middle = [this] { return QPointF(m_canvas->rect().center()); };
    key(QKeySequence::Save, [this] { save(); });
    key(text("["), [this] { m_panel->stepSize(-1); });
    key(text("]"), [this] { m_panel->stepSize(1); });
    key(text("E"), [this] { m_panel->toggleEraser(); });
    key(text("N"), [this] { m_panel->setKind(brush::BrushKind::pencil); });
    key(text("I"), [this] { m_panel->setKind(brush::BrushKind::ink); });
    key(text("M"), [this] { m_panel->setKind(brush::BrushKind::marker); });
    key(text("B"), [this] { m_panel->setKind(brush::BrushKind::gouache); });
    key(text("A"), [this] { m_panel->setKind(brush::BrushKind::air); });
    key(text("0"), [this] { m_canvas->fit(); });
    key(text("+"), [this, middle] { m_canvas->zoomBy(std::sqrt(2.0), middle()); });
    key(text("="), [this, middle] { m_canvas->zoomBy(std::sqrt(2.0), middle()); });
    key(text("-"), [this, middle] { m_canvas->zoomBy(1 / std::sqrt(2.0), middle()); });
    key(text("Escape"), [this] { Q_EMIT doneWanted(); });
}

void PaintRoom::open(const project::Shot& shot, std::int64_t frame) {
    m_canvas->setFocus(Qt::OtherFocusReason);
    const Place place{shot.id, ui::qs(shot.number), frame, m_session.film().folder};
    if (place == m_place && m_layers) return;
    writeUnsaved();
    m_place = place;
    m_layers.reset();
    m_strokes = m_saved = m_written = 0;
    m_head->setTitle(place.number);
    m_head->setDetail(tr("frame %1").arg(frame));
    const auto request = shoot::makeShotRequest(m_session.film(), shot.id);
    const auto able = brush::canPaint();
    const auto* problem = !able ? &able.error() : !request ? &request.error() : nullptr;
    m_canvas->closeWith(problem == nullptr ? tr("The frame is being staged") : ui::qs(problem->text()));
    showState();
    if (problem != nullptr) return;
    app::BrushQuestion question{*request, frame, request->width, request->height, place.film / "paint", {}};
    for (const auto* reference : m_session.film().references.of(shot.id))
        if (reference->role == "look" && reference->painted && reference->atFrame == frame) question.painting = project::mediaPath(m_session.film(), reference->media);
    struct Answer {
        std::shared_ptr<const Opened> opened; ///< null: it failed
        Error why;
    };
    ui::inBackground(
        this,
        [question] {
            auto painting = app::openBrushPainting(question);
            return painting ? Answer{opened(std::move(*painting)), {}} : Answer{nullptr, painting.error()};
        },
        [this, place](const Answer& answer) {
            if (!(place == m_place) || m_layers) return; // another frame was asked for meanwhile
            if (answer.opened) return showPainting(*answer.opened);
            m_canvas->closeWith(ui::qs(answer.why.text()));
            Q_EMIT m_session.failed(answer.why);
        });
}

std::shared_ptr<const PaintRoom::Opened> PaintRoom::opened(app::BrushPainting painting) {
    auto out = std::make_shared<Opened>();
    out->paint = std::exchange(painting.paint, {});
    out->ground = imageOf(painting.ground, QImage::Format_RGB32);
    if (!painting.lines.empty()) out->lines = imageOf(painting.lines, QImage::Format_ARGB32_Premultiplied);
    out->palette = ui::paletteOf(out->ground, paletteSize);
    out->layers = std::make_shared<const app::BrushPainting>(std::move(painting));
    return out;
}

void PaintRoom::showPainting(const Opened& opened) {
    m_layers = opened.layers;
    const bool found = m_layers->from == From::unsaved;
    m_panel->setLinesAvailable(!opened.lines.isNull());
    m_panel->setShown(PaintCanvas::paint, true);
    m_panel->setShown(PaintCanvas::ground, m_layers->groundShown);
    m_panel->setShown(PaintCanvas::lines, m_layers->linesShown);
    m_panel->setPalette(opened.palette);
    m_canvas->open(opened.ground, opened.lines, opened.paint);
    m_strokes = m_written = found ? 1 : 0;
    m_saved = 0;
    showState();
    if (found) Q_EMIT unsavedFound(m_place.number, m_place.frame);
}

void PaintRoom::showState() {
    m_save->setText(tr("Save as the look of %1").arg(m_place.number));
    m_save->setEnabled(m_layers && unsaved() && !m_saving);
    m_save->updateGeometry();
    m_save->update();
    if (!m_layers) m_state->setText({});
    else if (m_saving) m_state->setText(tr("Being saved"));
    else if (unsaved()) m_state->setText(tr("Kept as you paint; not the look yet"));
    else if (m_saved > 0) m_state->setText(tr("Saved: it is the look of %1").arg(m_place.number));
    else if (m_layers->from == From::layers) m_state->setText(tr("As you left it"));
    else if (m_layers->from == From::painting) m_state->setText(tr("Over the last painting of this frame"));
    else m_state->setText(tr("Over the stage's frame"));
}

void PaintRoom::stroked() {
    if (!m_layers) return;
    ++m_strokes;
    m_rest.start();
    showState();
}

app::BrushPainting PaintRoom::Current::whole() const {
    app::BrushPainting painting = *layers;
    painting.paint = paint;
    painting.groundShown = groundShown;
    painting.linesShown = linesShown;
    return painting;
}

PaintRoom::Current PaintRoom::shownNow() const {
    return {m_layers, m_panel->layerButton(PaintCanvas::ground)->isChecked(), m_panel->layerButton(PaintCanvas::lines)->isChecked(), {}};
}

void PaintRoom::current(std::function<void(std::shared_ptr<const Current>)> then) {
    const auto now = std::make_shared<Current>(shownNow());
    m_canvas->thread()->picture([owner = QPointer<QObject>(this), now, then = std::move(then)](Image paint) {
        now->paint = std::move(paint);
        ui::onUiThread(owner, [now, then] { then(now); });
    });
}

/// Into a file of their own beside the painting's; the painting itself stays as it was saved.
void PaintRoom::writeUnsaved() {
    m_rest.stop();
    if (!m_layers || !unsaved() || m_written == m_strokes || m_saving) return;
    if (m_writing) return m_rest.start();
    m_writing = true;
    current([this, place = m_place, strokes = m_strokes](const std::shared_ptr<const Current>& now) {
        ui::inBackground(
            this, [now] { return app::writeBrushPainting(now->whole(), app::unsavedFile(now->layers->file)); },
            [this, place, strokes](const Result<void>& written) {
                m_writing = false;
                if (!written) Q_EMIT m_session.failed(written.error());
                else if (place == m_place) m_written = std::max(m_written, strokes);
            });
    });
}

void PaintRoom::undo() {
    if (m_panel->undoButton()->isEnabled() || m_canvas->stroking()) m_panel->undoButton()->click();
}

void PaintRoom::redo() { m_panel->redoButton()->click(); }

void PaintRoom::save() {
    if (!m_layers || m_saving || !unsaved()) return;
    if (m_writing) return QTimer::singleShot(token::readPause, this, &PaintRoom::save); // the file for unsaved strokes goes when they are saved
    m_rest.stop();
    m_saving = true;
    showState();
    current([this, place = m_place, strokes = m_strokes](const std::shared_ptr<const Current>& now) { keep(now, place, strokes); });
}

void PaintRoom::keep(std::shared_ptr<const Current> now, const Place& place, int strokes) {
    const auto folder = project::MediaFolder(place.film / "media");
    const fs::path file = now->layers->file;
    ui::inBackground(
        this,
        [now = std::move(now), folder] {
            const auto painting = now->whole();
            const auto written = app::writeBrushPainting(painting, painting.file);
            auto kept = written ? app::keepPainting(painting.file, painting.width, painting.height, folder) : Result<app::KeptPainting>(fail(written.error()));
            return std::make_shared<Result<app::KeptPainting>>(std::move(kept));
        },
        [this, place, file, strokes](const std::shared_ptr<Result<app::KeptPainting>>& kept) {
            m_saving = false;
            if (!*kept) Q_EMIT m_session.failed(kept->error());
            if (!*kept || place.film != m_session.film().folder) return showState();
            const bool taken = m_session.takePaintedFrame(place.shot, place.frame, (*kept)->media, tr("The shot is shot anew with it. On the other pages Undo (Ctrl+Z) takes it out again"));
            if (m_session.film().shots.contains(place.shot)) ui::inBackground(this, [file] { std::error_code ignored; return fs::remove(app::unsavedFile(file), ignored); }, [](bool) {});
            if (place == m_place) m_saved = strokes;
            if (unsaved()) m_rest.start();
            showState();
            if (taken) Q_EMIT paintedFrameSaved(place.shot, place.frame);
        });
}

void PaintRoom::leave() {
    if (m_canvas->stroking()) m_canvas->clearFocus();
    writeUnsaved();
    if (m_layers && unsaved() && !m_saving) Q_EMIT leftUnsaved(m_place.number, m_place.frame);
}

void PaintRoom::finish() {
    m_rest.stop();
    if (!m_layers || !unsaved() || m_written == m_strokes) return;
    Current now = shownNow();
    m_canvas->thread()->picture([&now](Image picture) { now.paint = std::move(picture); });
    m_canvas->thread()->finish();
    const auto written = std::async(std::launch::async, [&now] { return app::writeBrushPainting(now.whole(), app::unsavedFile(now.layers->file)); }).get();
    if (written) m_written = m_strokes;
    else log::warning(written.error().text());
}

void PaintRoom::beginAnew() {
    if (!m_layers || m_layers->from != From::unsaved) return;
    const auto* shot = m_session.film().shots.find(m_place.shot);
    if (shot == nullptr) return;
    const auto aside = app::putUnsavedAside(m_layers->file);
    if (!aside) {
        Q_EMIT m_session.failed(aside.error());
        return;
    }
    const auto frame = m_place.frame;
    m_strokes = m_saved = m_written = 0;
    m_place = {};
    open(*shot, frame);
    Q_EMIT m_session.told(tr("The strokes are put aside as %1").arg(ui::qs(aside->filename().string())), tr("It lies in %1").arg(ui::qs(aside->parent_path().string())));
}

} // namespace rushes::studio

#endif
