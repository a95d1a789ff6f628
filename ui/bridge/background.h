// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/thread_priority.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace rushes::ui {

/// Runs `work` on a worker thread and hands its result to `then` on the ui thread, unless `owner` is gone by then. For everything
/// that may take over 50 ms: opening, importing, exporting, decoding thumbnails.
template <class Work, class Then> void inBackground(QObject* owner, Work work, Then then) {
    using Value = decltype(work());
    auto workPointer = std::make_shared<Work>(std::move(work));
    auto thenPointer = std::make_shared<Then>(std::move(then));
    QThreadPool::globalInstance()->start([owner = QPointer<QObject>(owner), workPointer, thenPointer] {
        static thread_local const bool polite = (leaveProcessorToOthers(), true);
        static_cast<void>(polite);
        auto value = std::make_shared<Value>((*workPointer)());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [owner, thenPointer, value] {
                if (owner) (*thenPointer)(std::move(*value));
            },
            Qt::QueuedConnection);
    });
}

/// Calls `what` on the ui thread soon, from any thread, unless `owner` is gone.
inline void onUiThread(QPointer<QObject> owner, std::function<void()> what) {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [owner = std::move(owner), what = std::move(what)] { if (owner) what(); }, Qt::QueuedConnection);
}

} // namespace rushes::ui
