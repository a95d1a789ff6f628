// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/key_sheet.h"

#include "ui/widgets/paint.h"

#include <QCoreApplication>

#include <vector>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;

namespace {

struct Key {
    const char* keys;
    const char* what;
};
struct Group {
    const char* name;
    std::vector<Key> keys;
};

const std::vector<Group>& groups() {
    static const std::vector<Group> all{
        {QT_TRANSLATE_NOOP("keys", "Play"),
         {{"Space", "Play, pause"}, {"J  K  L", "Back, stop, on; again for faster"}, {"Left  Right", "One frame"}, {"Shift+Left  Right", "One second"},
          {"Up  Down", "Previous, next shot"}, {"Home  End", "Start, end"}, {"I  O", "Mark in, out"}, {"X", "Clear the marks"}, {"Ctrl+L", "Loop"}}},
        {QT_TRANSLATE_NOOP("keys", "Shots"),
         {{"Ctrl+Return", "Shoot"}, {"Ctrl+Shift+Return", "Shoot all without a take"}, {"C", "Circle the take in view"}, {"Q", "The shot queue"},
          {"Ctrl+Shift+N", "Add a shot"}, {"Ctrl+D", "Duplicate the shot"}, {"Delete", "Delete the shot"}, {"Arrows  Delete", "In the top view: nudge, give back"}, {"[  ]", "In the top view: turn"}, {"D", "Live: drag people, things and camera in the picture"}, {"Shift+K", "Key who is chosen, else the camera"}, {"Ctrl+wheel", "Live: longer, shorter lens"}, {"P", "Edit the prompt"}, {"Shift+P", "Paint this frame"}, {"Ctrl+F", "Filter the storyboard"}}},
        {QT_TRANSLATE_NOOP("keys", "Film"),
         {{"Ctrl+N  Ctrl+O", "New, open"}, {"Ctrl+Shift+S", "Save a copy as"}, {"Ctrl+I", "Import a script"}, {"Ctrl+E", "Export the movie"},
          {"Ctrl+Z  Ctrl+Shift+Z", "Undo, redo"}, {"1  2  3  5", "Write, Draw, Direct, Review"}, {"+  -  0", "Timeline: closer, wider, all"}, {"G", "Guides"}, {"F", "Full screen"}}},
        {QT_TRANSLATE_NOOP("keys", "Draw"),
         {{"N  I  M", "Pencil, ink, marker"}, {"B  A  E", "Gouache, airbrush, eraser"}, {"[  ]", "Smaller, larger"}, {"Alt+click", "Take a colour from the picture"}, {"Ctrl+Z  Ctrl+Shift+Z", "Stroke back, again"},
          {"Wheel  +  -  0", "Closer, wider, all"}, {"Space+drag", "Move the picture"}, {"Ctrl+S", "Save as the look"}, {"Escape", "Back to directing"}}}};
    return all;
}

constexpr int columnGap = token::s24, lineHeight = token::fieldHeight, columns = 3;

} // namespace

KeySheet::KeySheet(QWidget* parent) : QWidget(parent, Qt::Popup) {
    setAccessibleName(tr("Keys"));
    setFixedSize(token::sheetWidth + 2 * token::takeWidth, token::head + token::s24 + 20 * lineHeight + token::s24);
}

void KeySheet::openOver(QWidget* window) {
    move(window->mapToGlobal(window->rect().center()) - rect().center());
    show();
    setFocus();
}

void KeySheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), token::raised);
    painter.setPen(token::line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setFont(ui::font(Face::title));
    painter.setPen(token::text);
    painter.drawText(QRect(token::s24, token::s12, width(), token::head), Qt::AlignVCenter, tr("Keys"));
    const int column = (width() - 2 * token::s24 - (columns - 1) * columnGap) / columns;
    for (int g = 0; g < int(groups().size()); ++g) {
        const Group& group = groups()[std::size_t(g)];
        const int left = token::s24 + g % columns * (column + columnGap);
        int top = token::s12 + token::head + (g < columns ? 0 : (int(groups()[std::size_t(g - columns)].keys.size()) + 1) * lineHeight + token::s8);
        painter.setFont(ui::font(Face::small));
        painter.setPen(token::dim);
        painter.drawText(QRect(left, top, column, lineHeight), Qt::AlignVCenter, QCoreApplication::translate("keys", group.name));
        for (const auto& key : group.keys) {
            top += lineHeight;
            painter.setFont(ui::font(Face::text));
            painter.setPen(token::text);
            painter.drawText(QRect(left, top, column, lineHeight), Qt::AlignVCenter, QCoreApplication::translate("keys", key.what));
            painter.setFont(ui::font(Face::monoSmall));
            painter.setPen(token::dim);
            painter.drawText(QRect(left, top, column, lineHeight), Qt::AlignVCenter | Qt::AlignRight, QLatin1String(key.keys));
        }
    }
}

void KeySheet::keyPressEvent(QKeyEvent*) { close(); }
void KeySheet::mousePressEvent(QMouseEvent*) { close(); }

} // namespace rushes::studio
