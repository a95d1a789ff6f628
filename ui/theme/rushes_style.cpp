// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/rushes_style.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolTip>

namespace rushes::ui {

namespace {

void fillRound(QPainter* painter, const QRectF& rect, const QColor& fill, int radius, const QColor& edge = {}) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge.isValid() ? QPen(edge) : QPen(Qt::NoPen));
    const qreal inset = edge.isValid() ? token::hairline / 2.0 : 0.0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawMenuItem(const QStyleOptionMenuItem& item, QPainter* painter) {
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(item.rect.left() + token::s12, item.rect.center().y(), item.rect.width() - token::s24, token::hairline), token::line);
        return;
    }
    const bool enabled = item.state & QStyle::State_Enabled;
    if ((item.state & QStyle::State_Selected) && enabled)
        fillRound(painter, QRectF(item.rect).adjusted(token::s4, 0, -token::s4, 0), token::hover, token::radiusSmall);
    QRect rect = item.rect.adjusted(token::s12, 0, -token::s12, 0);
    const bool marks = item.menuHasCheckableItems || item.maxIconWidth > 0;
    if (item.checked)
        painter->drawPixmap(rect.left(), rect.center().y() - token::icon / 2,
                            iconPixmap(QStringLiteral("check"), token::text, token::icon, painter->device()->devicePixelRatioF()));
    else if (!item.icon.isNull())
        item.icon.paint(painter, QRect(rect.left(), rect.center().y() - token::icon / 2, token::icon, token::icon), Qt::AlignCenter,
                        enabled ? QIcon::Normal : QIcon::Disabled);
    if (marks) rect.setLeft(rect.left() + token::icon + token::s8);
    const QStringList parts = item.text.split(QLatin1Char('\t'));
    painter->setFont(font(Face::text));
    painter->setPen(enabled ? token::text : token::faint);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, parts.value(0));
    if (parts.size() > 1) {
        painter->setFont(font(Face::small));
        painter->setPen(enabled ? token::dim : token::faint);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, parts.value(1));
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        painter->drawPixmap(rect.right() - token::icon + token::s4, rect.center().y() - token::icon / 2,
                            iconPixmap(QStringLiteral("chevron-right"), token::dim, token::icon, painter->device()->devicePixelRatioF()));
}

void drawScrollBar(const QStyleOptionSlider& bar, QPainter* painter, const QRect& thumb) {
    painter->fillRect(bar.rect, Qt::transparent);
    if (bar.minimum >= bar.maximum) return;
    const bool active = bar.activeSubControls & QStyle::SC_ScrollBarSlider && bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QRectF inner = QRectF(thumb).adjusted(token::s2 + 1, token::s2, -token::s2, -token::s2);
    fillRound(painter, inner, active ? token::faint : token::line, token::radiusSmall);
}

} // namespace

RushesStyle::RushesStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void RushesStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QScrollBar*>(widget) != nullptr) widget->setAttribute(Qt::WA_Hover);
    if (auto* menu = qobject_cast<QMenu*>(widget)) menu->setContentsMargins(0, token::s4, 0, token::s4);
}

int RushesStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent: return token::scrollBar;
    case PM_ScrollBarSliderMin: return token::scrollThumbMin;
    case PM_SplitterWidth: return token::splitter;
    case PM_SmallIconSize: return token::icon;
    case PM_MenuPanelWidth: return token::hairline;
    case PM_MenuVMargin: return token::s4;
    case PM_MenuHMargin: return 0;
    case PM_DefaultFrameWidth: return token::hairline;
    case PM_ToolTipLabelFrameWidth: return token::s8;
    case PM_TextCursorWidth: return token::hairline;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int RushesStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
    case SH_ScrollBar_Transient: return 0;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_UnderlineShortcut: return 0;
    case SH_ScrollView_FrameOnlyAroundContents: return 0;
    case SH_Menu_SubMenuPopupDelay: return token::hoverTime;
    case SH_ToolTip_WakeUpDelay: return token::typingPause;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize RushesStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
    if (type == CT_MenuItem) {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item == nullptr) return size;
        if (item->menuItemType == QStyleOptionMenuItem::Separator) return {size.width(), token::s8 + token::hairline};
        const QStringList parts = item->text.split(QLatin1Char('\t'));
        int width = 2 * token::s12 + QFontMetrics(font(Face::text)).horizontalAdvance(parts.value(0)) + token::s24;
        if (parts.size() > 1) width += token::s24 + QFontMetrics(font(Face::small)).horizontalAdvance(parts.value(1));
        if (item->menuHasCheckableItems || item->maxIconWidth > 0) width += token::icon + token::s8;
        return {width, token::menuItem};
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

void RushesStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
    case PE_PanelMenu: painter->fillRect(option->rect, token::raised); return;
    case PE_FrameMenu:
        painter->setPen(token::line);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth == 0) return; // a field that draws its own ground
        const bool focus = option->state & State_HasFocus;
        fillRound(painter, option->rect, token::window, token::radiusField, focus ? token::faint : token::line);
        return;
    }
    case PE_PanelTipLabel: fillRound(painter, option->rect, token::hover, token::radiusSmall); return;
    case PE_FrameFocusRect: return; // each widget shows its own focus
    case PE_Frame:
    case PE_FrameGroupBox: return;
    case PE_IndicatorItemViewItemDrop:
        painter->setPen(QPen(token::accent, token::selection));
        painter->drawRect(option->rect);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void RushesStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) drawMenuItem(*item, painter);
        return;
    case CE_MenuEmptyArea: painter->fillRect(option->rect, token::raised); return;
    case CE_Splitter: painter->fillRect(option->rect, token::window); return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void RushesStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            drawScrollBar(*bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect RushesStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const {
    if (control != CC_ScrollBar) return QProxyStyle::subControlRect(control, option, part, widget);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar == nullptr) return {};
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const int thumb = range > 0 ? std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)), token::scrollThumbMin, length) : length;
    const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return across ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                      : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
    };
    switch (part) {
    case SC_ScrollBarSlider: return piece(at, thumb);
    case SC_ScrollBarGroove: return bar->rect;
    case SC_ScrollBarSubPage: return piece(0, at);
    case SC_ScrollBarAddPage: return piece(at + thumb, length - at - thumb);
    default: return {};
    }
}

void applyTheme(QApplication& app) {
    loadFonts();
    QApplication::setStyle(new RushesStyle);
    QPalette palette;
    palette.setColor(QPalette::Window, token::panel);
    palette.setColor(QPalette::WindowText, token::text);
    palette.setColor(QPalette::Base, token::window);
    palette.setColor(QPalette::AlternateBase, token::panel);
    palette.setColor(QPalette::Text, token::text);
    palette.setColor(QPalette::PlaceholderText, token::faint);
    palette.setColor(QPalette::Button, token::raised);
    palette.setColor(QPalette::ButtonText, token::text);
    palette.setColor(QPalette::BrightText, token::text);
    palette.setColor(QPalette::Highlight, token::clipEdge);
    palette.setColor(QPalette::HighlightedText, token::text);
    palette.setColor(QPalette::ToolTipBase, token::hover);
    palette.setColor(QPalette::ToolTipText, token::text);
    palette.setColor(QPalette::Link, token::accent);
    palette.setColor(QPalette::Light, token::hover);
    palette.setColor(QPalette::Dark, token::window);
    palette.setColor(QPalette::Mid, token::line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) palette.setColor(QPalette::Disabled, role, token::faint);
    QApplication::setPalette(palette);
    QApplication::setFont(font(Face::text));
    QToolTip::setFont(font(Face::small));
    QToolTip::setPalette(palette);
    app.setCursorFlashTime(0); // nothing blinks
}

} // namespace rushes::ui
