// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/workspace.h"

#include "app/studio/notes_panel.h"
#include "app/studio/script_panel.h"
#include "app/studio/transport_bar.h"
#include "app/studio/viewport_pane.h"
#include "ui/bridge/words.h"
#include "ui/shot/shot_inspector.h"
#include "ui/storyboard/storyboard_panel.h"
#include "ui/takes/takes_strip.h"
#include "ui/timeline/timeline_view.h"

#include <QPainter>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rushes::studio {

namespace token = ui::token;

namespace {

/// A splitter whose handle is a line of one pixel with a wider grip.
class ThinSplitter : public QSplitter {
public:
    explicit ThinSplitter(Qt::Orientation orientation) : QSplitter(orientation) {
        setHandleWidth(token::splitter);
        setChildrenCollapsible(false);
    }
};

QString key(Page page, const char* what) {
    const char* names[] = {"write", "draw", "direct", "review"};
    return QStringLiteral("window/%1/%2").arg(QLatin1String(names[int(page)]), QLatin1String(what));
}

} // namespace

Workspace::Workspace(ui::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_rows(new ThinSplitter(Qt::Vertical)), m_columns(new ThinSplitter(Qt::Horizontal)), m_left(new QStackedWidget),
      m_right(new QStackedWidget), m_storyboard(new ui::StoryboardPanel(session)), m_inspector(new ui::ShotInspector(session)),
      m_takes(new ui::TakesStrip(session)), m_timeline(new ui::TimelineView(session)), m_transport(new TransportBar(session)), m_picture(new ViewportPane(session)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* script = new ScriptPanel(session);
    m_left->addWidget(m_storyboard);
    m_left->addWidget(script);
    m_right->addWidget(m_inspector);
    m_right->addWidget(new NotesPanel(session));
    m_columns->addWidget(m_left);
    m_columns->addWidget(makeMiddle());
    m_columns->addWidget(m_right);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_columns->setStretchFactor(2, 0);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_timeline);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    column->addWidget(m_rows);
    connect(m_storyboard, &ui::StoryboardPanel::importWanted, this, &Workspace::importWanted);
    connect(script, &ScriptPanel::importWanted, this, &Workspace::importWanted);
    connect(m_storyboard->view(), &ui::StoryboardView::shotMenuWanted, this, &Workspace::shotMenuWanted);
    connect(m_timeline, &ui::TimelineView::shotMenuWanted, this, &Workspace::shotMenuWanted);
    connect(m_storyboard->view(), &ui::StoryboardView::promptWanted, m_inspector->prompt(), [this] { m_inspector->prompt()->setFocus(Qt::OtherFocusReason); });
    connect(m_transport, &TransportBar::guidesToggled, m_picture, &ViewportPane::setGuides);
    connect(m_picture, &ViewportPane::filesDropped, this, &Workspace::filesDropped);
    addDirecting();
    restore();
}

Workspace::~Workspace() { remember(); }

QWidget* Workspace::makeMiddle() {
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_picture, 1);
    m_middle = column;
    column->addWidget(m_transport);
    column->addWidget(m_takes);
    return middle;
}

void Workspace::setPage(Page page) {
    if (page == m_page) return;
    m_inspector->commit();
    remember();
    m_page = page;
    restore();
}

void Workspace::toggleGuides() { m_transport->guides()->toggle(); }

void Workspace::remember() {
    QSettings settings;
    settings.setValue(key(m_page, "columns"), m_columns->saveState());
    settings.setValue(key(m_page, "rows"), m_rows->saveState());
}

void Workspace::restore() {
    m_left->setCurrentIndex(m_page == Page::write ? 1 : 0);
    m_left->setVisible(m_page != Page::review);
    m_right->setCurrentIndex(m_page == Page::review ? 1 : 0);
    m_takes->setVisible(m_page == Page::direct);
    const QSettings settings;
    const bool known = m_columns->restoreState(settings.value(key(m_page, "columns")).toByteArray());
    const bool knownRows = m_rows->restoreState(settings.value(key(m_page, "rows")).toByteArray());
    m_columns->setHandleWidth(token::splitter);
    m_rows->setHandleWidth(token::splitter);
    if (!known) {
        const int left = m_page == Page::write ? token::startSide : token::boardWidth;
        const int right = m_page == Page::review ? token::noteWidth : token::inspectorWidth;
        m_columns->setSizes({left, token::windowWidth - left - right, right});
    }
    if (!knownRows) {
        const int timeline = m_page == Page::direct ? token::timelineHeight - token::dialogueTrack : token::ruler + token::pictureTrack + token::dialogueTrack;
        m_rows->setSizes({token::windowHeight - token::topBar - token::status - timeline, timeline});
    }
}

} // namespace rushes::studio
