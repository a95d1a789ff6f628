// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace rushes::ui {

/// The strip on top of a panel: its name, a dim detail, and room at the right for what belongs to it.
class PanelHead : public QWidget {
    Q_OBJECT
public:
    explicit PanelHead(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title) { m_title->setText(title); }
    void setDetail(const QString& detail) { m_detail->setText(detail); }
    QHBoxLayout* row() const { return m_row; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    Label* m_title;
    Label* m_detail;
};

} // namespace rushes::ui
