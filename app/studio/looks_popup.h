// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifdef RUSHES_STAGE

#include "ui/bridge/session.h"
#include "ui/widgets/list_popup.h"

#include <QHash>
#include <QImage>
#include <QSet>

namespace rushes::studio {

/// The looks that the film keeps: each with what was painted, by whom and on what terms, a way to use it on the selected shot or no longer,
/// and to take it off the film. Pictures are read on a worker.
class LooksPopup : public ui::ListPopup {
    Q_OBJECT
public:
    explicit LooksPopup(ui::Session& session, QWidget* parent = nullptr);

    void openUnder(QWidget* button);
    /// Where the row's "use" and bin are, for those who press them.
    QRect useRect(int row) const;
    QRect removeRect(int row) const;

Q_SIGNALS:
    void used(rushes::project::ShotId shot, const QString& name);

protected:
    int count() const override { return int(rows().size()); }
    QString title() const override { return tr("Kept looks"); }
    QString emptyWords() const override { return tr("The film keeps no look. Paint a frame of a shot, then keep its look."); }
    void paintRow(QPainter& painter, int row) override;
    void pressRow(int row, const QPoint& point) override;
    QString tipAt(int row, const QPoint& point) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What a look's file says.
    struct Contents {
        QImage picture;
        QString words; ///< "2 painted frames of 12A", or what is wrong with the file
        bool broken = false;
    };
    std::vector<const project::Reference*> rows() const;
    const Contents* contentsOf(const project::Reference& look);
    void toggle(const project::Reference& look);

    ui::Session& m_session;
    QHash<QString, Contents> m_contents; ///< by media
    QSet<QString> m_asked;
};

} // namespace rushes::studio

#endif
