// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/window_test.h"

#include "tests/ui/toy_generator.h"

#include <QDir>
#include <QtTest>

namespace rushes::test {

const char* const twoLamps = R"(Title: Two Lamps

EXT. HARBOUR - NIGHT

Mara walks along the quay in the rain.

MARA
No boats tonight?

FERRYMAN
Not for you.

CLOSE ON a lantern that goes out.

INT. TICKET OFFICE - NIGHT

The ferryman counts coins at a table.
)";

void WindowTest::openWindow() {
    m_window = std::make_unique<studio::MainWindow>(ui::SessionOptions{toyGenerators(), false});
    m_window->resize(1680, 1050);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_meter = std::make_unique<ui::StallMeter>();
    QTest::qWait(50);
}

void WindowTest::openFilm() {
    const QString file = path("lamps.fountain");
    write(file, twoLamps);
    session().create(path("Lamps.rushes").toStdString(), file.toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(session().isOpen() && session().film().shots.size() > 1, patience);
}

void WindowTest::closeWindow() {
    m_window->close();
    m_window.reset();
}

void WindowTest::measure() {
    if (!m_meter) return;
    qInfo("event loop: longest gap %.0f ms, busiest %.0f ms", m_meter->longestMs(), m_meter->busiestMs());
    m_worst = std::max(m_worst, m_meter->busiestMs());
    m_meter->reset();
}

void WindowTest::checkNeverDeaf() const {
    // Processor time, since other programs may share the processors.
    qInfo("busiest stretch of the ui thread: %.1f ms", m_worst);
    if (!qEnvironmentVariableIsSet("RUSHES_SHOTS_OUT")) QVERIFY2(m_worst < 50, "the ui thread was blocked");
}

void WindowTest::shoot(const char* name) {
    const QString folder = qEnvironmentVariable("RUSHES_SHOTS_OUT");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    QTest::qWait(800); // for the eye only: what moves comes to rest
    QVERIFY(m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
}

void WindowTest::write(const QString& file, const QByteArray& bytes) {
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

void WindowTest::drag(QWidget* on, const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers) {
    QTest::mousePress(on, Qt::LeftButton, modifiers, from.toPoint());
    for (const QPointF& place : {(from + to) / 2, to}) { // QTest's own moves know no modifiers
        QMouseEvent move(QEvent::MouseMove, place, on->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(on, &move);
    }
    QTest::mouseRelease(on, Qt::LeftButton, modifiers, to.toPoint());
}

} // namespace rushes::test
