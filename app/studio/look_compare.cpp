// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/look_compare.h"

#include "engine/media/movie_reader.h"
#include "engine/media/painted_picture.h"
#include "ui/bridge/background.h"
#include "ui/bridge/images.h"

#include <QPainter>

#include <algorithm>
#include <memory>

namespace rushes::studio {
namespace {

constexpr int kGap = 12;

QImage paintingOf(const CompareQuestion& question) {
    if (question.painting.empty()) return {};
    const auto painted = media::readPainted(question.painting);
    return painted ? ui::toQImage(painted->picture) : QImage();
}

QImage takeFrame(const CompareQuestion& question) {
    if (question.take.empty()) return {};
    auto reader = media::MovieReader::open(question.take, {.threads = 1});
    if (!reader) return {};
    const auto frame = reader->frame(question.frame);
    if (!frame) return {};
    media::FrameConverter converter;
    const auto image = converter.toImage(*frame);
    return image ? ui::toQImage(*image) : QImage();
}

/// One of the pictures with its words below; without a picture a quiet frame that says what to do.
struct Panel {
    QImage picture;
    QString words, missing;
};

void drawPanel(QPainter& painter, const QRect& place, const Panel& panel) {
    painter.setPen(QColor(0xa8, 0xa8, 0xae));
    painter.drawText(QRect(place.left(), place.bottom() + 4, place.width(), 24), Qt::AlignHCenter | Qt::AlignTop, panel.words);
    if (!panel.picture.isNull()) return painter.drawImage(place, panel.picture.scaled(place.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setPen(QColor(0x4a, 0x4a, 0x50));
    painter.drawRect(place.adjusted(0, 0, -1, -1));
    painter.setPen(QColor(0xa8, 0xa8, 0xae));
    painter.drawText(place.adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, panel.missing);
}

/// Two above and one below where the room is as tall as a picture, else three in a row.
std::vector<QRect> places(const QSize& room, double aspect) {
    const int rowWidth = (room.width() - 4 * kGap) / 3, rowHeight = int(rowWidth / aspect);
    const int pairHeight = std::min((room.height() - 3 * kGap - 2 * 28) / 2, int((room.width() - 3 * kGap) / 2 / aspect)), pairWidth = int(pairHeight * aspect);
    if (pairWidth > rowWidth * 5 / 4) {
        const int left = (room.width() - 2 * pairWidth - kGap) / 2, top = (room.height() - 2 * pairHeight - 2 * 28 - kGap) / 2;
        return {{left, top, pairWidth, pairHeight}, {(room.width() - pairWidth) / 2, top + pairHeight + 28 + kGap, pairWidth, pairHeight}, {left + pairWidth + kGap, top, pairWidth, pairHeight}};
    }
    const int top = (room.height() - rowHeight - 28) / 2;
    return {{kGap, top, rowWidth, rowHeight}, {2 * kGap + rowWidth, top, rowWidth, rowHeight}, {3 * kGap + 2 * rowWidth, top, rowWidth, rowHeight}};
}

Image compose(const CompareQuestion& question) {
    const QSize room = question.room.expandedTo(QSize(480, 270));
    QImage canvas(room, QImage::Format_RGBA8888);
    canvas.fill(QColor(0x1b, 0x1b, 0x1e));
    const Panel panels[] = {{paintingOf(question), QObject::tr("Painted, frame %1").arg(question.paintedAt), QObject::tr("Paint one of the shot's frames")},
                            {takeFrame(question), QObject::tr("Take, frame %1").arg(question.frame), QObject::tr("Shoot the shot with its look")},
                            {ui::toQImage(question.stage), QObject::tr("Stage, frame %1").arg(question.frame), QObject::tr("Being staged")}};
    const double aspect = question.stage.empty() ? 16.0 / 9 : double(question.stage.width) / question.stage.height;
    const auto where = places(room, aspect);
    {
        QPainter painter(&canvas);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QFont font("Inter");
        font.setPixelSize(14);
        painter.setFont(font);
        for (std::size_t i = 0; i < where.size(); ++i) drawPanel(painter, where[i], panels[i]);
    }
    Image out = Image::create(room.width(), room.height(), PixelFormat::rgba8);
    for (int y = 0; y < out.height; ++y) std::copy_n(reinterpret_cast<const std::byte*>(canvas.constScanLine(y)), std::size_t(out.width) * 4, out.row(y));
    return out;
}

} // namespace

void LookCompare::ask(CompareQuestion question) {
    m_wanted = true;
    if (m_busy) m_waiting = std::move(question);
    else start(std::move(question));
}

void LookCompare::forget() {
    m_wanted = false;
    m_waiting.reset();
}

void LookCompare::start(CompareQuestion question) {
    m_busy = true;
    ui::inBackground(
        this, [question = std::move(question)] { return std::make_shared<const Image>(compose(question)); },
        [this](std::shared_ptr<const Image> picture) {
            m_busy = false;
            if (m_wanted && !m_waiting) Q_EMIT composed(picture);
            if (!m_waiting) return;
            CompareQuestion next = std::move(*m_waiting);
            m_waiting.reset();
            start(std::move(next));
        });
}

} // namespace rushes::studio
