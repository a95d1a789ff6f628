// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shot/references_row.h"

#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/paint.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainterPath>

#include <algorithm>

namespace rushes::ui {

namespace {

constexpr int rowHeight = token::referencePicture + token::s4 + token::smallLine;

QStringList filesOf(const QMimeData* data) {
    QStringList files;
    for (const auto& url : data->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

bool isModel(const project::Reference& reference) { return reference.role.ends_with("_model"); }

bool isKeptLook(const project::Reference& reference) { return reference.media.ends_with(".rlook"); }

bool isModelFile(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    return QStringList{QStringLiteral("glb"), QStringLiteral("gltf"), QStringLiteral("vrm"), QStringLiteral("fbx"), QStringLiteral("obj")}.contains(ending);
}

} // namespace

ReferencesRow::ReferencesRow(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setAcceptDrops(true);
    setMouseTracking(true);
    setAccessibleName(tr("References"));
    setToolTip(tr("Pictures for this shot: a first or last frame, a face, a place, a look. Drop files here."));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const auto refresh = [this] {
        updateGeometry();
        update();
    };
    connect(&session, &Session::changed, this, refresh);
    connect(&session, &Session::opened, this, refresh);
    connect(&session, &Session::selectionChanged, this, refresh);
    connect(session.thumbnails(), &Thumbnails::ready, this, [this] { update(); });
}

std::vector<const project::Reference*> ReferencesRow::references() const {
    auto own = m_session.film().references.of(m_session.selected());
    const auto* shot = m_session.shot();
    if (shot == nullptr) return {};
    for (const auto* shared : m_session.film().references.of(project::ShotId{})) {
        const bool seen = std::any_of(shot->characters.begin(), shot->characters.end(), [&](auto id) {
            const auto* character = m_session.film().characters.find(id);
            return character != nullptr && character->name == shared->subject;
        });
        const auto* place = m_session.film().locations.find(shot->location);
        const bool named = shared->role == "prop_model" && qs(shot->prompt).contains(qs(shared->subject), Qt::CaseInsensitive);
        if (seen || named || (place != nullptr && place->name == shared->subject)) own.push_back(shared);
    }
    return own;
}

int ReferencesRow::columns(int width) const { return std::max(1, (width + token::s8) / (token::referenceWidth + token::s8)); }

int ReferencesRow::heightForWidth(int width) const {
    const int rows = (int(references().size()) + columns(width)) / columns(width);
    return rows * (rowHeight + token::s8) - token::s8;
}

QSize ReferencesRow::sizeHint() const { return {4 * (token::referenceWidth + token::s8), heightForWidth(std::max(width(), token::referenceWidth))}; }

QRect ReferencesRow::place(int index) const {
    const int column = index % columns(width()), row = index / columns(width());
    return {column * (token::referenceWidth + token::s8), row * (rowHeight + token::s8), token::referenceWidth, token::referencePicture};
}

int ReferencesRow::at(const QPoint& point) const {
    for (int i = 0; i <= int(references().size()); ++i)
        if (place(i).contains(point)) return i;
    return -1;
}

QString ReferencesRow::wordOf(const project::Reference& reference) const {
    if (isKeptLook(reference)) return qs(reference.subject);
    if (!reference.subject.empty()) return QLatin1Char('@') + qs(reference.subject);
    if (reference.painted) return tr("Painted %1").arg(reference.atFrame);
    if (reference.role == "first") return tr("First");
    if (reference.role == "last") return tr("Last");
    return roleWord(reference.role);
}

void ReferencesRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto rows = references();
    for (int i = 0; i <= int(rows.size()); ++i) {
        const QRect box = place(i);
        const bool add = i == int(rows.size());
        if (add) {
            QPen pen(m_over ? token::accent : i == m_hot ? token::faint : token::line, token::hairline, Qt::DashLine);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), token::radiusSmall + 1, token::radiusSmall + 1);
            painter.drawPixmap(box.center() - QPoint(token::icon / 2, token::icon / 2), iconPixmap(QStringLiteral("plus"), m_over ? token::accent : token::faint, token::icon, devicePixelRatioF()));
        } else {
            QPainterPath corners;
            corners.addRoundedRect(box, token::radiusSmall + 1, token::radiusSmall + 1);
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setClipPath(corners);
            painter.fillRect(box, token::window);
            if (isModel(*rows[std::size_t(i)]) || isKeptLook(*rows[std::size_t(i)])) {
                painter.setPen(token::dim);
                painter.setFont(ui::font(Face::small));
                painter.drawText(box, Qt::AlignCenter, isModel(*rows[std::size_t(i)]) ? tr("3D") : tr("Kept look"));
            } else
                drawCover(painter, box, m_session.thumbnails()->picture(project::mediaPath(m_session.film(), rows[std::size_t(i)]->media), 0));
            painter.restore();
            if (i == m_hot) fillRound(painter, box, Qt::transparent, token::radiusSmall + 1, token::dim);
        }
        painter.setFont(ui::font(Face::small));
        painter.setPen(add ? token::faint : token::dim);
        const QRect line(box.left(), box.bottom() + 1 + token::s4, box.width(), token::smallLine);
        const QString word = add ? tr("Add") : wordOf(*rows[std::size_t(i)]);
        painter.drawText(line, Qt::AlignCenter, painter.fontMetrics().elidedText(word, Qt::ElideRight, line.width()));
    }
}

std::vector<ReferencesRow::Role> ReferencesRow::roles() const {
    std::vector<Role> out{{QStringLiteral("first"), {}, tr("First frame")}, {QStringLiteral("last"), {}, tr("Last frame")}, {QStringLiteral("look"), {}, tr("The look")}};
    const auto* shot = m_session.shot();
    if (shot == nullptr) return out;
    for (const auto id : shot->characters)
        if (const auto* character = m_session.film().characters.find(id))
            out.push_back({QStringLiteral("character"), qs(character->name), tr("%1's face and clothes").arg(qs(character->name))});
    if (const auto* place = m_session.film().locations.find(shot->location)) out.push_back({QStringLiteral("location"), qs(place->name), tr("The place: %1").arg(qs(place->name))});
    out.push_back({QStringLiteral("prop"), {}, tr("A prop")});
    out.push_back({QStringLiteral("depth"), {}, tr("Depth to follow")});
    out.push_back({QStringLiteral("pose"), {}, tr("Poses to follow")});
    return out;
}

void ReferencesRow::offer(const QStringList& files, const QPoint& global) {
    if (files.isEmpty() || m_session.shot() == nullptr) return;
    if (isModelFile(files.front())) return offerModel(files.front(), global);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto shot = m_session.selected();
    for (const auto& role : roles())
        connect(menu->addAction(role.word), &QAction::triggered, this, [this, files, shot, role] {
            for (const auto& file : files) m_session.addReference(shot, file, role.role, role.subject);
        });
    menu->popup(global);
}

/// For whom or what a 3D model stands: somebody of the shot, its place, or the thing that the file is named after.
void ReferencesRow::offerModel(const QString& file, const QPoint& global) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& word, const QString& role, const QString& subject) {
        connect(menu->addAction(word), &QAction::triggered, this, [this, file, role, subject] { m_session.addModel(file, role, subject); });
    };
    const auto* shot = m_session.shot();
    for (const auto id : shot->characters)
        if (const auto* character = m_session.film().characters.find(id)) add(qs(character->name), QStringLiteral("figure_model"), qs(character->name));
    if (const auto* place = m_session.film().locations.find(shot->location)) add(tr("The place: %1").arg(qs(place->name)), QStringLiteral("place_model"), qs(place->name));
    const QString noun = QFileInfo(file).completeBaseName().toLower().replace(QLatin1Char('_'), QLatin1Char(' '));
    add(tr("Every “%1”").arg(noun), QStringLiteral("prop_model"), noun);
    menu->popup(global);
}

void ReferencesRow::openFor(const project::Reference& reference, const QPoint& global) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (isModel(reference)) {
        connect(menu->addAction(tr("Take it off the film")), &QAction::triggered, this, [this, id = reference.id] { m_session.removeReference(id); });
        return menu->popup(global);
    }
    if (reference.painted)
        connect(menu->addAction(tr("Go to frame %1").arg(reference.atFrame)), &QAction::triggered, this, [this, shot = reference.shot, at = reference.atFrame] {
            if (const auto start = m_session.startOf(shot); start >= 0) m_session.player()->seek(start + at);
        });
    for (const auto& role : isKeptLook(reference) ? std::vector<Role>{} : roles()) {
        QAction* action = menu->addAction(role.word);
        action->setCheckable(true);
        action->setChecked(qs(reference.role) == role.role && qs(reference.subject) == role.subject);
        connect(action, &QAction::triggered, this, [this, id = reference.id, role] { m_session.setReference(id, role.role, role.subject); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Take it off this shot")), &QAction::triggered, this, [this, id = reference.id] { m_session.removeReference(id); });
    menu->popup(global);
}

void ReferencesRow::choose() {
    auto* dialog = new QFileDialog(this, tr("Choose reference pictures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pictures, movies and 3D models (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.exr *.mp4 *.mov *.glb *.gltf *.vrm *.fbx *.obj);;All files (*)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) { offer(files, QCursor::pos()); });
    dialog->open();
}

void ReferencesRow::mousePressEvent(QMouseEvent* event) {
    const int index = at(event->position().toPoint());
    const auto rows = references();
    if (index < 0) return;
    if (index == int(rows.size())) return choose();
    openFor(*rows[std::size_t(index)], event->globalPosition().toPoint());
}

void ReferencesRow::mouseMoveEvent(QMouseEvent* event) {
    const int hot = at(event->position().toPoint());
    setCursor(hot >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (hot == m_hot) return;
    m_hot = hot;
    update();
}

void ReferencesRow::leaveEvent(QEvent*) {
    m_hot = -1;
    update();
}

void ReferencesRow::dragEnterEvent(QDragEnterEvent* event) {
    if (filesOf(event->mimeData()).isEmpty() || m_session.shot() == nullptr) return;
    m_over = true;
    update();
    event->acceptProposedAction();
}

void ReferencesRow::dragLeaveEvent(QDragLeaveEvent*) {
    m_over = false;
    update();
}

void ReferencesRow::dropEvent(QDropEvent* event) {
    m_over = false;
    update();
    event->acceptProposedAction();
    offer(filesOf(event->mimeData()), mapToGlobal(event->position().toPoint()));
}

} // namespace rushes::ui
