// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/brush/paint_layer.h"

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rushes::ui {

/// The layer that is painted on, on a thread of its own: strokes go in, changed pixels come out. What is asked is done in the order in which it
/// was asked. Functions return at once; ui thread.
class BrushThread : public QObject {
    Q_OBJECT
public:
    explicit BrushThread(QObject* parent = nullptr);
    ~BrushThread() override;

    /// A new layer; an empty picture is a blank one. What it was like before it cannot be undone.
    void open(int width, int height, const Image& paint);
    void begin(const brush::BrushTip& tip);
    void strokeTo(const brush::StrokePoint& point);
    void end();
    void undo();
    void redo();
    void clear();
    /// The layer after everything that was asked so far; `take` is called on the thread.
    void picture(std::function<void(Image)> take);
    /// Waits until everything that was asked is done.
    void finish();

Q_SIGNALS:
    /// Pixels of the layer that are different now, premultiplied. Those of a layer that was replaced meanwhile do not come.
    void changed(const QPoint& corner, const QImage& pixels);
    /// After each step: what can be undone and redone.
    void stepped(bool undo, bool redo);

private:
    using Job = std::function<brush::PixelRect(brush::PaintLayer*)>;
    void ask(Job job);
    void run();
    void tell(const brush::PixelRect& area);

    std::mutex m_mutex;
    std::condition_variable m_wake, m_idle;
    std::deque<Job> m_jobs; ///< guarded, and so the next three
    bool m_stop = false, m_working = false;
    int m_opened = 0;                           ///< how many layers there were
    std::unique_ptr<brush::PaintLayer> m_layer; ///< the thread's
    std::thread m_thread;                       ///< last: it uses all of the above
};

} // namespace rushes::ui
