// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/message_bar.h"

#include "ui/theme/icons.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QLabel>

namespace rushes::ui {

namespace {

QColor ground(MessageBar::Weight weight) {
    switch (weight) {
    case MessageBar::Weight::news: return token::newsBack;
    case MessageBar::Weight::warning: return token::warnBack;
    case MessageBar::Weight::error: return token::errorBack;
    }
    return token::newsBack;
}

QColor mark(MessageBar::Weight weight) {
    switch (weight) {
    case MessageBar::Weight::news: return token::info;
    case MessageBar::Weight::warning: return token::warn;
    case MessageBar::Weight::error: return token::error;
    }
    return token::info;
}

QString sentence(QString text) {
    if (!text.isEmpty() && !QStringLiteral(".!?").contains(text.back())) text += QLatin1Char('.');
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel), m_text(new QLabel), m_action(new Button({}, Button::Kind::plain)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(token::s12, token::s8, token::s12, token::s8);
    row->setSpacing(token::s12);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setFace(Face::small);
    auto* close = new IconButton(QStringLiteral("x"), tr("Put this message away"));
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(close, 0, Qt::AlignVCenter);
    connect(close, &QAbstractButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        const auto act = m_act;
        dismiss();
        if (act) act();
    });
    m_away.setSingleShot(true);
    m_away.setInterval(token::newsTime);
    connect(&m_away, &QTimer::timeout, this, &MessageBar::dismiss);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setVisible(false);
}

void MessageBar::tell(Weight weight, const QString& what, const QString& more, const QString& action, std::function<void()> act) {
    if (isVisible() && int(weight) < int(m_weight)) return;
    m_weight = weight;
    m_icon->setPixmap(iconPixmap(weight == Weight::news ? QStringLiteral("info") : QStringLiteral("warning"), mark(weight), token::icon, devicePixelRatioF()));
    QString text = QStringLiteral("<span style=\"font-weight:600\">%1</span>").arg(sentence(what).toHtmlEscaped());
    if (!more.isEmpty()) text += QStringLiteral(" <span style=\"color:%1\">%2</span>").arg(token::dim.name(), sentence(more).toHtmlEscaped());
    m_text->setText(text);
    setAccessibleName(what + QLatin1Char(' ') + more);
    m_act = std::move(act);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(true);
    weight == Weight::news && action.isEmpty() ? m_away.start() : m_away.stop();
    update();
}

void MessageBar::showError(const Error& error, const QString& action, std::function<void()> act) {
    if (error.category == ErrorCategory::cancelled) return;
    QString more;
    for (const auto& reason : error.reasons) more += sentence(QString::fromStdString(reason)) + QLatin1Char(' ');
    more += sentence(QString::fromStdString(error.hint));
    tell(Weight::error, QString::fromStdString(error.message), more.trimmed(), action, std::move(act));
}

void MessageBar::dismiss() {
    setVisible(false);
    m_act = {};
}

QString MessageBar::words() const { return isHidden() ? QString() : accessibleName(); }

void MessageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ground(m_weight));
    painter.fillRect(0, 0, token::selection, height(), mark(m_weight));
}

} // namespace rushes::ui
