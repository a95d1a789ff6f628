// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <filesystem>
#include <list>

namespace rushes::ui {

/// Small pictures of media files, decoded on worker threads and kept (the ones used longest ago go first). Ui thread.
class Thumbnails : public QObject {
    Q_OBJECT
public:
    explicit Thumbnails(QObject* parent = nullptr);

    /// The picture of a frame, or null: then it has been asked for, and `ready` comes. A file that cannot be read gives null for good;
    /// `broken` says so.
    QImage picture(const std::filesystem::path& file, std::int64_t frame);
    bool broken(const std::filesystem::path& file) const;
    /// Forgets what is known of broken files: media may have come back.
    void retryBroken();

Q_SIGNALS:
    void ready();

private:
    void start();
    void store(const QString& key, const QImage& picture);

    struct Wanted {
        QString key;
        std::filesystem::path file;
        std::int64_t frame = 0;
    };
    QHash<QString, QImage> m_pictures;
    std::list<QString> m_used; ///< newest first
    QSet<QString> m_asked;
    QSet<QString> m_broken;
    std::list<Wanted> m_wanted; ///< newest first: what is on screen now comes before what was
    int m_running = 0;
    QTimer m_tell; ///< several pictures that come at once are one `ready`
};

} // namespace rushes::ui
