// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/draw/brush_thread.h"

#include "engine/base/log.h"

#include <QMetaObject>

namespace rushes::ui {

BrushThread::BrushThread(QObject* parent) : QObject(parent), m_thread([this] { run(); }) {}

BrushThread::~BrushThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void BrushThread::ask(Job job) {
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

/// Many points that came while it was busy are one change for the screen.
void BrushThread::run() {
    for (;;) {
        std::deque<Job> jobs;
        {
            std::unique_lock lock(m_mutex);
            m_working = false;
            if (m_jobs.empty()) m_idle.notify_all();
            m_wake.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
            if (m_jobs.empty()) return; // what was asked before the end is done
            jobs.swap(m_jobs);
            m_working = true;
        }
        brush::PixelRect area;
        for (const auto& job : jobs) area = area.united(job(m_layer.get()));
        if (m_layer) tell(area);
    }
}

void BrushThread::tell(const brush::PixelRect& area) {
    const auto& tiles = m_layer->tiles();
    const int of = m_opened;
    const bool undo = tiles.canUndo(), redo = tiles.canRedo();
    auto shown = std::make_shared<const Image>(tiles.shown(area));
    const QPoint corner(area.x, area.y);
    QMetaObject::invokeMethod(
        this,
        [this, of, undo, redo, corner, shown] {
            {
                const std::lock_guard lock(m_mutex);
                if (of != m_opened) return;
            }
            if (!shown->empty())
                Q_EMIT changed(corner, QImage(reinterpret_cast<const uchar*>(shown->data.data()), shown->width, shown->height, qsizetype(shown->stride), QImage::Format_ARGB32_Premultiplied));
            Q_EMIT stepped(undo, redo);
        },
        Qt::QueuedConnection);
}

void BrushThread::open(int width, int height, const Image& paint) {
    ask([this, width, height, paint](brush::PaintLayer*) -> brush::PixelRect {
        auto layer = brush::PaintLayer::create(width, height);
        if (!layer) {
            log::warning(layer.error().text());
            m_layer.reset();
            return {};
        }
        m_layer = std::move(*layer);
        {
            const std::lock_guard lock(m_mutex);
            ++m_opened;
        }
        if (!paint.empty()) m_layer->tiles().load(paint);
        m_layer->tiles().forgetSteps();
        return {0, 0, paint.empty() ? 0 : width, height};
    });
}

void BrushThread::begin(const brush::BrushTip& tip) {
    ask([tip](brush::PaintLayer* layer) {
        if (layer != nullptr) layer->begin(tip);
        return brush::PixelRect{};
    });
}

void BrushThread::strokeTo(const brush::StrokePoint& point) {
    ask([point](brush::PaintLayer* layer) { return layer != nullptr ? layer->strokeTo(point) : brush::PixelRect{}; });
}

void BrushThread::end() {
    ask([](brush::PaintLayer* layer) { return layer != nullptr ? layer->end() : brush::PixelRect{}; });
}

void BrushThread::undo() {
    ask([](brush::PaintLayer* layer) { return layer != nullptr ? layer->tiles().undo() : brush::PixelRect{}; });
}

void BrushThread::redo() {
    ask([](brush::PaintLayer* layer) { return layer != nullptr ? layer->tiles().redo() : brush::PixelRect{}; });
}

void BrushThread::clear() {
    ask([](brush::PaintLayer* layer) {
        if (layer == nullptr || !layer->tiles().clear()) return brush::PixelRect{};
        return brush::PixelRect{0, 0, layer->tiles().width(), layer->tiles().height()};
    });
}

void BrushThread::picture(std::function<void(Image)> take) {
    ask([take = std::move(take)](brush::PaintLayer* layer) {
        take(layer != nullptr ? layer->tiles().picture() : Image());
        return brush::PixelRect{};
    });
}

void BrushThread::finish() {
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_jobs.empty() && !m_working; });
}

} // namespace rushes::ui
