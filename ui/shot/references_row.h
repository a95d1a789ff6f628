// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

#include <QWidget>

namespace rushes::ui {

/// The pictures that tell the generator something about this shot. Drop a picture file here and say what it is for; press one to change
/// that or take it away.
class ReferencesRow : public QWidget {
    Q_OBJECT
public:
    explicit ReferencesRow(Session& session, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// Asks what the file is for and adds it.
    void offer(const QStringList& files, const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Role {
        QString role, subject, word;
    };
    std::vector<const project::Reference*> references() const;
    std::vector<Role> roles() const;
    QRect place(int index) const;
    int columns(int width) const;
    int at(const QPoint& point) const;
    void openFor(const project::Reference& reference, const QPoint& global);
    void choose();
    void offerModel(const QString& file, const QPoint& global);
    QString wordOf(const project::Reference& reference) const;

    Session& m_session;
    int m_hot = -1;
    bool m_over = false;
};

} // namespace rushes::ui
