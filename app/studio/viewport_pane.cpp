// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/viewport_pane.h"

#include "app/studio/hud_words.h"
#include "app/studio/picture_view.h"
#include "ui/bridge/images.h"
#include "ui/bridge/words.h"
#include "ui/theme/tokens.h"

#ifdef RUSHES_STAGE
#include "ui/viewport/viewport_window.h"
#endif

#include <QAction>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QWindow>

namespace rushes::studio {

namespace token = ui::token;

ViewportPane::ViewportPane(ui::Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    setMinimumSize(token::takeWidth * 2, token::takes);
    if (!openVulkan()) fallBack({});
}

#ifdef RUSHES_STAGE

bool ViewportPane::openVulkan() {
    const QString platform = QGuiApplication::platformName();
    if (qEnvironmentVariable("RUSHES_PICTURE") == QLatin1String("painted")) return false;
    if (platform != QLatin1String("xcb") && !platform.startsWith(QLatin1String("wayland"))) return false;
    m_window = new ui::ViewportWindow(m_session.player()->player());
    m_container = QWidget::createWindowContainer(m_window, this);
    m_container->setAttribute(Qt::WA_DontCreateNativeAncestors);
    m_container->setAttribute(Qt::WA_NativeWindow);
    m_container->setFocusPolicy(Qt::NoFocus);
    m_column->addWidget(m_container);
    m_window->installEventFilter(this);
    connect(m_window, &ui::ViewportWindow::failed, this, [this](const Error& why) { fallBack(ui::qs(why.message)); }, Qt::QueuedConnection);
    connect(m_window, &ui::ViewportWindow::keyed, this, [this](QKeyEvent* event) { passKey(*event); });
    connect(m_window, &ui::ViewportWindow::pressed, this, [this] {
        if (auto* top = window()->windowHandle()) top->requestActivate(); // the keys stay with the main window
        window()->setFocus(Qt::MouseFocusReason);
    });
    auto* player = m_session.player();
    for (const auto signal : {&ui::PlayerObject::stateChanged, &ui::PlayerObject::sourceChanged, &ui::PlayerObject::pictureWanted})
        connect(player, signal, this, &ViewportPane::updateHud);
    connect(player, &ui::PlayerObject::moved, this, &ViewportPane::updateHud);
    connect(&m_session, &ui::Session::selectionChanged, this, &ViewportPane::updateHud);
    updateHud();
    return true;
}

void ViewportPane::updateHud() {
    if (!m_window) return;
    const HudWords words = hudWords(m_session);
    auto& hud = m_window->hud();
    hud.topLeft = (m_stillWords.isEmpty() ? words.topLeft : m_stillWords).toStdString();
    hud.topRight = words.topRight.toStdString();
    hud.timecode = words.timecode.toStdString();
    hud.bottomRight = words.bottomRight.toStdString();
    hud.message = words.message.toStdString();
    hud.guides = m_guides;
    m_window->refresh();
}

#else

bool ViewportPane::openVulkan() { return false; }
void ViewportPane::updateHud() {}

#endif

void ViewportPane::fallBack(const QString& reason) {
    if (m_painted != nullptr) return;
    m_window = nullptr;
    delete m_container; // with the window in it
    m_container = nullptr;
    m_painted = new PictureView(m_session);
    m_painted->setGuides(m_guides);
    m_painted->installEventFilter(this);
    m_painted->setMouseTracking(true);
    if (!reason.isEmpty()) m_painted->setReason(tr("Pictures are painted without Vulkan: %1").arg(reason));
    m_column->addWidget(m_painted);
}

/// What is dropped on the picture is dropped on the film. The viewport is no widget, so the main window does not get these by itself.
bool ViewportPane::eventFilter(QObject* watched, QEvent* event) {
    if (m_handling && handle(event)) return true;
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop) return QWidget::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);
    if (!drop->mimeData()->hasUrls()) return true;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop) Q_EMIT filesDropped(drop->mimeData()->urls());
    return true;
}

void ViewportPane::setStill(const Image& still, const QString& words) {
    m_stillWords = words;
    if (m_painted != nullptr) return m_painted->setStill(ui::toQImage(still), words);
#ifdef RUSHES_STAGE
    auto picture = std::make_shared<playback::Picture>();
    picture->frame = media::VideoFrame::fromImage(still);
    m_window->setStill(std::move(picture));
    updateHud();
#endif
}

void ViewportPane::clearStill() {
    if (m_stillWords.isEmpty()) return;
    m_stillWords.clear();
    if (m_painted != nullptr) return m_painted->setStill({}, {});
#ifdef RUSHES_STAGE
    m_window->setStill(nullptr);
    updateHud();
#endif
}

void ViewportPane::setHandling(bool on) {
    m_handling = on;
    if (!on) setHand(false);
}

void ViewportPane::setHand(bool open) {
    const Qt::CursorShape shape = open ? Qt::OpenHandCursor : Qt::ArrowCursor;
    if (m_painted != nullptr) return m_painted->setCursor(shape);
#ifdef RUSHES_STAGE
    m_window->setCursor(shape);
#endif
}

QSize ViewportPane::room() const { return size() * devicePixelRatioF(); }

void ViewportPane::resizeEvent(QResizeEvent*) { Q_EMIT roomChanged(); }

QPointF ViewportPane::placeOf(const QPointF& point) const {
    QRectF area;
    if (m_painted != nullptr) area = m_painted->pictureArea();
#ifdef RUSHES_STAGE
    else area = m_window->pictureArea();
#endif
    return area.isEmpty() ? QPointF(-1, -1) : QPointF((point.x() - area.left()) / area.width(), (point.y() - area.top()) / area.height());
}

/// The mouse directs; true when the event was its.
bool ViewportPane::handle(QEvent* event) {
    constexpr double kNotch = 120; // eighths of a degree, see QWheelEvent
    const auto* mouse = event->isPointerEvent() ? static_cast<QSinglePointEvent*>(event) : nullptr;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (mouse->button() != Qt::LeftButton) return false;
        Q_EMIT pressed(placeOf(mouse->position()));
        return true;
    case QEvent::MouseMove:
        if (mouse->buttons() & Qt::LeftButton) Q_EMIT dragged(placeOf(mouse->position()), mouse->modifiers());
        else Q_EMIT hovered(placeOf(mouse->position()));
        return true;
    case QEvent::MouseButtonRelease:
        if (mouse->button() == Qt::LeftButton) Q_EMIT released();
        return true;
    case QEvent::Wheel: {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        Q_EMIT wheeled(wheel->angleDelta().y() / kNotch, wheel->modifiers());
        return true;
    }
    default: return false;
    }
}

void ViewportPane::setGuides(bool on) {
    m_guides = on;
    if (m_painted != nullptr) m_painted->setGuides(on);
    updateHud();
}

/// The viewport is a window of its own: keys that land there do what they do in the main window.
void ViewportPane::passKey(const QKeyEvent& event) {
    const QKeySequence pressed(event.keyCombination());
    for (auto* action : window()->actions()) {
        if (!action->isEnabled() || !action->shortcuts().contains(pressed)) continue;
        action->trigger();
        return;
    }
}

} // namespace rushes::studio
