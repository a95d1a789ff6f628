// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/main_window.h"
#include "ui/bridge/stall_meter.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace rushes::test {

constexpr int patience = 30000; ///< ms: until something that takes its time must be there

/// The script of the tests: a walk, two who talk, a thing alone, somebody at a table.
extern const char* const twoLamps;

/// What tests of the whole window share: one window with a toy generator, a folder, the longest that the ui thread was busy. Tests run in
/// the order in which a user would take their steps; QTest runs the slots of the derived class.
class WindowTest : public QObject {
public:
    using QObject::QObject;

protected:
    void openWindow();
    /// A new film from `twoLamps` in the open window.
    void openFilm();
    void closeWindow();
    /// What a step cost the event loop; call it after each.
    void measure();
    /// Fails the test when the ui thread was ever busy for 50 ms. Screenshots are made on that thread: a run with them says nothing.
    void checkNeverDeaf() const;

    ui::Session& session() { return m_window->session(); }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    /// A screenshot into $RUSHES_SHOTS_OUT where that is set.
    void shoot(const char* name);
    static void write(const QString& file, const QByteArray& bytes);
    /// Press, move in two steps, let go.
    static void drag(QWidget* on, const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = {});

    QTemporaryDir m_folder;
    std::unique_ptr<studio::MainWindow> m_window;
    std::unique_ptr<ui::StallMeter> m_meter;
    double m_worst = 0;
};

/// The programs' parts. Each returns how many tests failed.
int runDirectingTest(int argc, char** argv);
int runPaintingTest(int argc, char** argv);

} // namespace rushes::test
