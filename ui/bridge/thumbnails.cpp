// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/thumbnails.h"

#include "engine/media/image_file.h"
#include "engine/media/movie_reader.h"
#include "ui/bridge/background.h"
#include "ui/bridge/images.h"

namespace rushes::ui {

namespace {

constexpr int thumbnailWidth = 480, thumbnailHeight = 270; // sharp at scale 2
constexpr int kept = 600, waiting = 400, workers = 1, tellPeriodMs = 15;

QImage decode(const std::filesystem::path& file, std::int64_t frame) {
    if (frame > 0) {
        if (auto reader = media::MovieReader::open(file, {.threads = 1})) {
            const auto& info = reader->info();
            auto picture = reader->frame(std::min(frame, std::max<std::int64_t>(info.frames - 1, 0)));
            if (picture) {
                const QSize size = QSize(picture->displayWidth(), picture->displayHeight()).scaled(thumbnailWidth, thumbnailHeight, Qt::KeepAspectRatio);
                media::FrameConverter converter;
                if (const auto image = converter.toImage(*picture, PixelFormat::bgra8, size.width(), size.height())) return toQImage(*image);
            }
        }
    }
    const auto image = media::readImage(file, thumbnailWidth, thumbnailHeight);
    return image ? toQImage(*image) : QImage();
}

} // namespace

Thumbnails::Thumbnails(QObject* parent) : QObject(parent) {
    m_tell.setSingleShot(true);
    m_tell.setInterval(tellPeriodMs);
    connect(&m_tell, &QTimer::timeout, this, &Thumbnails::ready);
}

QImage Thumbnails::picture(const std::filesystem::path& file, std::int64_t frame) {
    const QString path = QString::fromStdString(file.string());
    const QString key = path + QLatin1Char('#') + QString::number(frame);
    if (const auto found = m_pictures.constFind(key); found != m_pictures.constEnd()) return *found;
    if (m_asked.contains(key) || m_broken.contains(path)) return {};
    m_asked.insert(key);
    m_wanted.push_front({key, file, frame});
    if (int(m_wanted.size()) > waiting) {
        m_asked.remove(m_wanted.back().key);
        m_wanted.pop_back();
    }
    start();
    return {};
}

bool Thumbnails::broken(const std::filesystem::path& file) const { return m_broken.contains(QString::fromStdString(file.string())); }

void Thumbnails::retryBroken() { m_broken.clear(); }

void Thumbnails::start() {
    if (m_running >= workers || m_wanted.empty()) return;
    ++m_running;
    const Wanted next = m_wanted.front();
    m_wanted.pop_front();
    inBackground(
        this, [next] { return decode(next.file, next.frame); },
        [this, next](const QImage& picture) {
            --m_running;
            m_asked.remove(next.key);
            if (picture.isNull()) m_broken.insert(QString::fromStdString(next.file.string()));
            else store(next.key, picture);
            if (!m_tell.isActive()) m_tell.start();
            start();
        });
}

void Thumbnails::store(const QString& key, const QImage& picture) {
    m_pictures.insert(key, picture);
    m_used.push_front(key);
    while (int(m_used.size()) > kept) {
        m_pictures.remove(m_used.back());
        m_used.pop_back();
    }
}

} // namespace rushes::ui
