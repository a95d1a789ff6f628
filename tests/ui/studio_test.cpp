// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// The studio driven as a user drives it: mouse and keys on the real window. Screenshots land in $RUSHES_SHOTS_OUT when it is set.
#include "app/studio/start_page.h"
#include "app/studio/transport_bar.h"
#include "app/studio/workspace.h"
#include "tests/ui/window_test.h"
#include "ui/shot/shot_inspector.h"
#include "ui/storyboard/storyboard_panel.h"
#include "ui/takes/takes_strip.h"
#include "ui/theme/rushes_style.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QSettings>
#include <QtTest>

namespace rushes::test {

/// One window for all steps, in the order a user would take them.
class StudioTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        openWindow();
        shoot("1-start");
    }

    void theTimelineCountsFramesAndPixelsAlike() {
        const ui::TimelineScale scale{2.5, 128, 40};
        for (const std::int64_t frame : {0, 1, 7, 240, 86400}) QCOMPARE(scale.frame(scale.x(frame) + 1), frame);
        QCOMPARE(ui::rulerStep(100, 24, 90), std::int64_t(1));
        QCOMPARE(ui::rulerStep(4, 24, 90), std::int64_t(24));
        QCOMPARE(ui::rulerStep(2, 24, 90), std::int64_t(48));
        QCOMPARE(ui::rulerStep(0.05, 25, 90), std::int64_t(120 * 25));
    }

    void aBadScriptIsAMessageAndNothingElse() {
        const QString file = path("binary.fountain");
        write(file, QByteArray("\0\1\2\3PNG\0\0", 10));
        m_window->openPath(file);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->messages()->words().isEmpty(), patience);
        QVERIFY(!m_window->session().isOpen());
        shoot("2-failure");
        m_window->messages()->dismiss();
    }

    void aMissingFilmIsAMessage() {
        m_window->openPath(path("nowhere.rushes"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->messages()->words().isEmpty(), patience);
        m_window->messages()->dismiss();
    }

    void aScriptBecomesShots() {
        openFilm();
        QTRY_VERIFY(m_window->workspace() != nullptr && m_window->workspace()->isVisible());
        QCOMPARE(session().title(), QStringLiteral("Two Lamps"));
        QVERIFY(session().selected());
        QTest::qWait(100);
        shoot("3-film");
    }

    void aPressOnACardSelectsItsShot() {
        auto* board = m_window->workspace()->storyboard()->view();
        const auto shots = session().film().shots.of(session().sequence()->id);
        const QRect card = board->cardRect(shots[1]->id);
        QVERIFY(!card.isNull());
        QTest::mouseClick(board->viewport(), Qt::LeftButton, {}, card.center());
        QCOMPARE(session().selected().value, shots[1]->id.value);
        QCOMPARE(session().player()->position(), session().startOf(shots[1]->id));
    }

    void aRightClickCorrectsAReading() {
        auto* prompt = m_window->workspace()->inspector()->prompt();
        QPoint place;
        const auto read = [&] {
            for (int x = 6; x < prompt->viewport()->width(); x += 6)
                for (int y = 8; y < prompt->viewport()->height(); y += 10)
                    if (prompt->readingAt({x, y}) != nullptr) {
                        place = {x, y};
                        return true;
                    }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(read(), patience);
        const std::string before = session().shot()->settingsJson;
        m_window->workspace()->inspector()->correct(prompt->readingAt(place)->what, QStringLiteral("lantern"));
        QVERIFY(session().shot()->settingsJson.find("lantern") != std::string::npos);
        session().undo();
        QTRY_VERIFY_WITH_TIMEOUT(session().shot()->settingsJson == before, patience);
    }

    void typingEditsThePromptAndUndoTakesItBack() {
        auto* prompt = m_window->workspace()->inspector()->prompt();
        const std::string before = session().shot()->prompt;
        QTest::mouseClick(prompt->viewport(), Qt::LeftButton, {}, QPoint(20, 20));
        QTest::keyClick(prompt, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(prompt, QStringLiteral(" A red boat leaves."));
        QCOMPARE(session().shot()->prompt, before);
        QTRY_VERIFY_WITH_TIMEOUT(session().shot()->prompt.ends_with("A red boat leaves."), patience);
        QVERIFY(session().undoLabel().contains(QStringLiteral("prompt"), Qt::CaseInsensitive));
        QTest::keyClick(prompt, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(session().shot()->prompt, before, patience);
        QCOMPARE(prompt->prompt().toStdString(), before);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(session().shot()->prompt.ends_with("A red boat leaves."), patience);
        QTest::keyClick(prompt, Qt::Key_Escape);
        QVERIFY(!prompt->hasFocus());
    }

    void aModelStandsForAThingOfTheFilm() {
        const QString file = path("lantern.obj");
        write(file, QByteArray("v 0 0 0\nv 10 0 0\nv 0 30 0\nv 0 0 10\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n"));
        const auto models = [&] {
            int count = 0;
            for (const auto* row : session().film().references.of(project::ShotId{})) count += row->role == "prop_model" && row->subject == "lantern";
            return count;
        };
        session().addModel(file, QStringLiteral("prop_model"), QStringLiteral("lantern"));
        QTRY_COMPARE_WITH_TIMEOUT(models(), 1, patience);
        session().undo();
        QCOMPARE(models(), 0);
        m_window->messages()->dismiss();
        write(file, QByteArray("this is no model\n"));
        session().addModel(file, QStringLiteral("prop_model"), QStringLiteral("lantern"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->messages()->words().isEmpty(), patience);
        QVERIFY(m_window->messages()->words().contains(QStringLiteral("cannot be used")));
        QCOMPARE(models(), 0);
        m_window->messages()->dismiss();
    }

    void shootingMakesATakeThatIsCircledAndOnScreen() {
        const auto shot = session().selected();
        QTest::mouseClick(m_window->workspace()->inspector()->shootButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(session().queue()->running() != nullptr || session().film().takes.countOf(shot) == 1, patience);
        QTest::qWait(60);
        shoot("4-shooting");
        QTRY_COMPARE_WITH_TIMEOUT(session().film().takes.countOf(shot), std::size_t(1), patience);
        QVERIFY(session().film().shots.find(shot)->circled);
        const auto* take = project::chosenTake(session().film(), shot);
        QCOMPARE(take->frames, session().film().shots.find(shot)->frames);
        QCOMPARE(m_window->workspace()->takes()->count(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(session().player()->player()->currentFrame() != nullptr, patience);
    }

    void shootAllFillsTheFilm() {
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(session().queue()->waiting() > 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(session().film().takes.size(), session().film().shots.size(), 3 * patience);
        QTest::qWait(300);
        shoot("5-film-shot");
    }

    void spacePlaysAndStops() {
        m_window->setFocus();
        session().player()->seek(0);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(session().player()->playing(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(session().player()->position() > 10, patience);
        shoot("6-playing");
        QTest::keyClick(m_window.get(), Qt::Key_K);
        QTRY_VERIFY_WITH_TIMEOUT(!session().player()->playing(), patience);
        const auto at = session().player()->position();
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        QCOMPARE(session().player()->position(), at + 1);
        QTest::keyClick(m_window.get(), Qt::Key_Home);
        QCOMPARE(session().player()->position(), std::int64_t(0));
    }

    void draggingAClipsEndMakesItsShotLonger() {
        auto* line = m_window->workspace()->timeline();
        const QRect clip = line->clipRect(0);
        const auto shot = session().clips().clips[0].shot;
        const auto before = session().film().shots.find(shot)->frames;
        const QPoint end(clip.right() - 2, clip.center().y());
        QTest::mousePress(line->viewport(), Qt::LeftButton, {}, end);
        QTest::mouseMove(line->viewport(), end + QPoint(20, 0));
        QTest::mouseMove(line->viewport(), end + QPoint(60, 0));
        QTest::mouseRelease(line->viewport(), Qt::LeftButton, {}, end + QPoint(60, 0));
        QVERIFY(session().film().shots.find(shot)->frames > before);
        QTRY_VERIFY_WITH_TIMEOUT(session().freshness()->outOfDate(shot), patience);
        shoot("7-out-of-date");
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(session().film().shots.find(shot)->frames, before);
        QTRY_VERIFY_WITH_TIMEOUT(!session().freshness()->outOfDate(shot), patience);
    }

    void scrubbingMovesThePlayheadAndTheSelection() {
        auto* line = m_window->workspace()->timeline();
        const auto& last = session().clips().clips.back();
        const int x = line->xOf(last.range.start.value + last.range.duration.value / 2);
        QTest::mouseClick(line->viewport(), Qt::LeftButton, {}, QPoint(x, 8));
        QCOMPARE(session().selected().value, last.shot.value);
    }

    void duplicateAndDelete() {
        const auto count = session().film().shots.size();
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(session().film().shots.size(), count + 1);
        QTest::keyClick(m_window.get(), Qt::Key_Delete);
        QCOMPARE(session().film().shots.size(), count);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(session().film().shots.size(), count + 1);
        m_window->messages()->dismiss();
    }

    void everyPageShows() {
        QTest::keyClick(m_window.get(), Qt::Key_1);
        QTest::qWait(50);
        QVERIFY(m_window->workspace()->page() == studio::Page::write);
        shoot("8-write");
        QTest::keyClick(m_window.get(), Qt::Key_5);
        session().addNote(QStringLiteral("Hold on her a little longer."));
        QTest::qWait(50);
        QVERIFY(m_window->workspace()->page() == studio::Page::review);
        QCOMPARE(session().film().notes.size(), std::size_t(1));
        shoot("9-review");
        QTest::keyClick(m_window.get(), Qt::Key_3);
        QVERIFY(m_window->workspace()->page() == studio::Page::direct);
    }

    void exportWritesTheMovie() {
        const QString file = path("lamps.mp4");
        session().exportMovie(file.toStdString(), false);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(file).size() > 1000 && !session().isBusy(), 3 * patience);
    }

    void theUiWasNeverDeafForLong() { checkNeverDeaf(); }
    void cleanup() { measure(); }
    void cleanupTestCase() { closeWindow(); }
};

} // namespace rushes::test

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Rushes"));
    QApplication::setApplicationName(QStringLiteral("rushes-studio-test"));
    rushes::ui::applyTheme(app);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    rushes::test::StudioTest test;
    int failed = QTest::qExec(&test, argc, argv);
    failed += rushes::test::runDirectingTest(argc, argv);
    return failed + rushes::test::runPaintingTest(argc, argv);
}

#include "studio_test.moc"
