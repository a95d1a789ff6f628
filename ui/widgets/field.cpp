// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/field.h"

#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace rushes::ui {

ChoiceField::ChoiceField(const QString& name, QWidget* parent) : QWidget(parent), m_name(name) {
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name);
    setToolTip(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceField::setChoices(std::vector<Choice> choices) {
    m_choices = std::move(choices);
    update();
}

void ChoiceField::setCurrent(const QString& key) {
    m_key = key;
    setAccessibleDescription(shown());
    update();
}

void ChoiceField::setUnset(const QString& words) {
    m_unset = words;
    update();
}

void ChoiceField::setDetail(const QString& detail) {
    m_detail = detail;
    update();
}

void ChoiceField::setFace(Face face) { m_face = face; }

void ChoiceField::setExtra(const QString& word, std::function<void()> action) {
    m_extraWord = word;
    m_extra = std::move(action);
}

QSize ChoiceField::sizeHint() const { return {token::s64 + token::s24, token::fieldHeight}; }
QSize ChoiceField::minimumSizeHint() const { return {token::s64, token::fieldHeight}; }

QString ChoiceField::shown() const {
    for (const auto& choice : m_choices)
        if (choice.key == m_key && !m_key.isEmpty()) return choice.word;
    return m_key.isEmpty() ? m_unset : m_key.left(1).toUpper() + m_key.mid(1);
}

void ChoiceField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRound(painter, rect(), underMouse() && isEnabled() ? token::hover : token::raised, token::radiusField, hasFocus() ? token::faint : QColor());
    QRect inner = rect().adjusted(token::radiusLarge, 0, -token::radiusLarge, 0);
    if (!m_detail.isEmpty()) {
        painter.setFont(ui::font(Face::monoSmall));
        painter.setPen(token::dim);
        const int width = painter.fontMetrics().horizontalAdvance(m_detail);
        if (width + token::s64 < inner.width()) {
            painter.drawText(inner, Qt::AlignVCenter | Qt::AlignRight, m_detail);
            inner.setRight(inner.right() - width - token::s8);
        }
    }
    painter.setFont(ui::font(m_face));
    painter.setPen(!isEnabled() ? token::faint : m_key.isEmpty() ? token::dim : token::text);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(shown(), Qt::ElideRight, inner.width()));
}

void ChoiceField::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) openMenu();
}

void ChoiceField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return openMenu();
    case Qt::Key_Down: return step(1);
    case Qt::Key_Up: return step(-1);
    default: QWidget::keyPressEvent(event);
    }
}

void ChoiceField::step(int by) {
    int index = -1;
    for (int i = 0; i < int(m_choices.size()); ++i)
        if (m_choices[i].key == m_key) index = i;
    index += by;
    if (index < 0 || index >= int(m_choices.size())) return;
    setCurrent(m_choices[index].key);
    Q_EMIT chosen(m_key);
}

void ChoiceField::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setMinimumWidth(width());
    for (const auto& choice : m_choices) {
        QAction* action = menu->addAction(choice.hint.isEmpty() ? choice.word : choice.word + QLatin1Char('\t') + choice.hint);
        action->setCheckable(true);
        action->setChecked(choice.key == m_key);
        connect(action, &QAction::triggered, this, [this, key = choice.key] {
            if (key == m_key) return;
            setCurrent(key);
            Q_EMIT chosen(key);
        });
    }
    if (m_extra) {
        menu->addSeparator();
        connect(menu->addAction(m_extraWord), &QAction::triggered, this, [this] { m_extra(); });
    }
    menu->popup(mapToGlobal(QPoint(0, height() + token::s2)));
}

void ChoiceField::enterEvent(QEnterEvent*) { update(); }
void ChoiceField::leaveEvent(QEvent*) { update(); }

TextField::TextField(const QString& name, Face face, QWidget* parent) : QLineEdit(parent), m_name(name) {
    setFont(ui::font(face));
    setFrame(false);
    setFixedHeight(token::fieldHeight);
    setAccessibleName(name);
    setAlignment(name.isEmpty() ? Qt::AlignLeft : Qt::AlignRight);
    const int left = name.isEmpty() ? 0 : QFontMetrics(ui::font(Face::text)).horizontalAdvance(name) + token::s8;
    setTextMargins(token::s8 + left, 0, token::s8 - token::s2, 0);
    QPalette colours = palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    setPalette(colours);
    connect(this, &QLineEdit::returnPressed, this, &TextField::commit);
}

void TextField::showValue(const QString& value) {
    m_known = value;
    setText(value);
    setCursorPosition(0);
}

QSize TextField::sizeHint() const { return {token::s64 + token::s24, token::fieldHeight}; }

void TextField::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(this);
        fillRound(painter, rect(), token::raised, token::radiusField, hasFocus() ? token::faint : QColor());
        painter.setFont(ui::font(Face::text));
        painter.setPen(token::dim);
        painter.drawText(rect().adjusted(token::radiusLarge, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_name);
    }
    QLineEdit::paintEvent(event);
}

void TextField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        setText(m_known);
        return clearFocus();
    }
    QLineEdit::keyPressEvent(event);
}

void TextField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) commit();
}

void TextField::commit() {
    if (text() == m_known) return;
    m_known = text();
    Q_EMIT entered(m_known);
}

} // namespace rushes::ui
