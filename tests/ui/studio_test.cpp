// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// The studio driven as a user drives it: mouse and keys on the real window. Screenshots land in $RUSHES_SHOTS_OUT when it is set.
#include "app/studio/main_window.h"
#ifdef RUSHES_STAGE
#include "app/studio/shot_keys.h"
#include "app/studio/stage_director.h"
#include "app/studio/top_view.h"
#endif
#include "app/studio/start_page.h"
#include "app/studio/transport_bar.h"
#include "app/studio/workspace.h"
#include "tests/ui/painting_test.h"
#include "tests/ui/toy_generator.h"
#include "ui/bridge/stall_meter.h"
#include "ui/shot/shot_inspector.h"
#include "ui/storyboard/storyboard_panel.h"
#include "ui/takes/takes_strip.h"
#include "ui/theme/rushes_style.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace rushes::test {

namespace {

constexpr int patience = 30000;

const char* const script = R"(Title: Two Lamps

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

} // namespace

/// One window for all steps, in the order a user would take them.
class StudioTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
        m_window = std::make_unique<studio::MainWindow>(ui::SessionOptions{toyGenerators(), false});
        m_window->resize(1680, 1050);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_meter = std::make_unique<ui::StallMeter>();
        QTest::qWait(50);
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

#ifdef RUSHES_STAGE
    void draggingInTheTopViewMovesByHand() {
        auto scene = std::make_shared<studio::StagedScene>();
        scene->set = "park";
        scene->people = {"Mara", "Tom"};
        scene->yaws = {0, 180};
        scene->plan.marks = {{"Mara", {{0, 0}}, 0, true}, {"Tom", {{0, 2}}, 180, true}};
        scene->eye = {4, 1.6f, 1};
        scene->target = {0, 1.5f, 1};
        studio::TopView view(m_window.get()); // a window of its own would take the keys
        view.resize(400, 300);
        view.setScene(scene);
        view.show();
        stage::HandStaging got;
        QString what;
        connect(&view, &studio::TopView::moved, this, [&](const stage::HandStaging& hand, const QString& words) { got = hand, what = words; });
        const auto drag = [&view](const QPointF& from, const QPointF& by) {
            QTest::mousePress(&view, Qt::LeftButton, {}, from.toPoint());
            QTest::mouseMove(&view, (from + by / 2).toPoint());
            QTest::mouseMove(&view, (from + by).toPoint());
            QTest::mouseRelease(&view, Qt::LeftButton, {}, (from + by).toPoint());
        };
        const QPointF metre = view.personAt("Tom") - view.personAt("Mara"); // two metres down the page
        drag(view.personAt("Tom"), metre / 2);
        QCOMPARE(what, QStringLiteral("Move Tom"));
        QVERIFY(got.set == "park" && got.marks.size() == 1 && !got.camera);
        QVERIFY(std::abs(got.marks["Tom"].at.y - 3) < 0.1f && std::abs(got.marks["Tom"].at.x) < 0.1f);
        QVERIFY(!got.marks["Tom"].yaw);
        drag(view.cameraAt(), metre / 2);
        QVERIFY(got.camera && std::abs(got.camera->eye.z - 2) < 0.1f && std::abs(got.camera->eye.y - 1.6f) < 1e-3f);
        QTest::keyClick(&view, Qt::Key_Right); // the camera is still chosen
        QVERIFY(got.camera && std::abs(got.camera->eye.x - 4.1f) < 0.1f);
        scene = std::make_shared<studio::StagedScene>(*scene);
        scene->hand = got;
        view.setScene(scene);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.cameraAt().toPoint());
        QVERIFY(!got.camera);
    }

    void draggingInTheLivePictureDirects() {
        studio::StageDirector director;
        std::shared_ptr<const studio::StagedScene> scene;
        stage::HandStaging got;
        QString what;
        connect(&director, &studio::StageDirector::staged, this, [&](const auto& staged) { scene = staged; });
        connect(&director, &studio::StageDirector::moved, this, [&](const stage::HandStaging& hand, const QString& words) { got = hand, what = words; });
        generate::ShotRequest request;
        request.prompt = "A man stands in a park. Full shot.";
        request.duration = {48, time::rate24};
        request.width = 640;
        request.height = 360;
        director.setRoom({320, 180});
        director.setRequest(request);
        director.setLive(true);
        QTRY_VERIFY_WITH_TIMEOUT(scene && scene->picture, patience);
        QCOMPARE(scene->picture->colour.width, 320);
        const auto* first = scene->picture->ids.rowAs<std::uint16_t>(0);
        const auto at = std::find(first, first + 320 * 180, scene->picture->objects.front()) - first;
        QVERIFY(at < 320 * 180);
        const QPointF man((double(at % 320) + 0.5) / 320, (double(at / 320) + 0.5) / 180);
        QVERIFY(director.overPerson(man) && !director.overPerson({0.02, 0.02}));
        const auto before = scene->picture->feet.front();
        director.press(man);
        director.drag(man + QPointF(0.1, 0), {});
        director.release();
        QVERIFY(got.marks.size() == 1 && got.camera && what.startsWith(QStringLiteral("Move")));
        const auto mark = got.marks.begin()->second.at;
        QVERIFY(std::abs(mark.x - before.x) + std::abs(mark.y - before.z) > 0.1f);
        request.settingsJson = got.into(request.settingsJson);
        director.setRequest(request);
        QTRY_VERIFY_WITH_TIMEOUT(glm::distance(scene->picture->feet.front(), glm::vec3(mark.x, before.y, mark.y)) < 0.05f, patience); // the film follows the hand
        director.press({0.02, 0.02});
        director.drag({0.1, 0.02}, Qt::ShiftModifier);
        director.release();
        QVERIFY(got.camera && got.marks.size() == 1 && what == QStringLiteral("Move the camera"));
        request.settingsJson = got.into(request.settingsJson);
        director.setRequest(request);
        director.setFrame(24);
        director.putKey();
        QVERIFY(got.keys.size() == 1 && std::abs(got.keys.front().seconds - 1) < 1e-6);
        request.settingsJson = got.into(request.settingsJson);
        director.setRequest(request);
        director.setFrame(0);
        director.wheel(1);
        QCOMPARE(got.keys.size(), std::size_t(2)); // where there are keys, one is set at the playhead
        request.settingsJson = got.into(request.settingsJson);
        director.setRequest(request);
        QTRY_COMPARE_WITH_TIMEOUT(scene->hand.keys.size(), std::size_t(2), patience);
        const float before35 = *got.keys.back().camera.lensMm;
        director.wheel(5, Qt::ControlModifier); // at the first key: from there the lens goes to the second's
        QCOMPARE(what, QStringLiteral("Longer lens"));
        QVERIFY(got.keys.size() == 2 && *got.keys.front().camera.lensMm > 1.2f * before35 && *got.keys.back().camera.lensMm == before35);
        request.settingsJson = got.into(request.settingsJson);
        director.setRequest(request);
        QTRY_VERIFY_WITH_TIMEOUT(scene->lensAt(0) > 1.2f * scene->lensAt(1), patience);
        QVERIFY(scene->lensAt(0.5) < scene->lensAt(0) && scene->lensAt(0.5) > scene->lensAt(1));
        director.setLive(false);
        QTRY_VERIFY_WITH_TIMEOUT(!scene->hand.keys.empty(), patience);
    }

    void theSmallTimelineMovesKeys() {
        auto scene = std::make_shared<studio::StagedScene>();
        scene->set = scene->hand.set = "park";
        scene->people = {"Mara"};
        scene->duration = {96, time::rate24};
        scene->beats = {{0, 0, 4, "walk"}};
        for (const double at : {0.5, 2.0}) scene->hand.putKey({at, {{0, 1, 4}, {0, 1, 0}, {}}}, 0.01);
        studio::ShotKeys keys(m_window.get());
        keys.resize(400, 60);
        keys.setScene(scene);
        keys.show();
        double sought = -1, moved = -1;
        int removed = -1, wanted = 0;
        connect(&keys, &studio::ShotKeys::seekWanted, this, [&](double at) { sought = at; });
        connect(&keys, &studio::ShotKeys::keyMoved, this, [&](std::size_t, double at) { moved = at; });
        connect(&keys, &studio::ShotKeys::keyRemoved, this, [&](std::size_t i) { removed = int(i); });
        connect(&keys, &studio::ShotKeys::keyWanted, this, [&] { ++wanted; });
        const auto point = [&keys](double seconds) { return keys.placeOf(seconds).toPoint(); };
        QTest::mousePress(&keys, Qt::LeftButton, {}, point(2));
        QVERIFY(std::abs(sought - 2) < 1e-6);
        QTest::mouseMove(&keys, (point(2) + point(3)) / 2);
        QTest::mouseMove(&keys, point(3));
        QTest::mouseRelease(&keys, Qt::LeftButton, {}, point(3));
        QVERIFY(std::abs(moved - 3) < 0.05);
        QTest::mouseClick(&keys, Qt::LeftButton, {}, point(0.5));
        QTest::keyClick(&keys, Qt::Key_Delete);
        QCOMPARE(removed, 0);
        QTest::mouseDClick(&keys, Qt::LeftButton, {}, point(1.2));
        QCOMPARE(wanted, 1);
    }
#endif

    void aBadScriptIsAMessageAndNothingElse() {
        const QString file = m_folder.filePath(QStringLiteral("binary.fountain"));
        write(file, QByteArray("\0\1\2\3PNG\0\0", 10));
        m_window->openPath(file);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->messages()->words().isEmpty(), patience);
        QVERIFY(!m_window->session().isOpen());
        shoot("2-failure");
        m_window->messages()->dismiss();
    }

    void aMissingFilmIsAMessage() {
        m_window->openPath(m_folder.filePath(QStringLiteral("nowhere.rushes")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->messages()->words().isEmpty(), patience);
        m_window->messages()->dismiss();
    }

    void aScriptBecomesShots() {
        const QString file = m_folder.filePath(QStringLiteral("lamps.fountain"));
        write(file, script);
        session().create(m_folder.filePath(QStringLiteral("Lamps.rushes")).toStdString(), file.toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(session().isOpen() && session().film().shots.size() > 2, patience);
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
        const QString file = m_folder.filePath(QStringLiteral("lantern.obj"));
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
        const QString file = m_folder.filePath(QStringLiteral("lamps.mp4"));
        session().exportMovie(file.toStdString(), false);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(file).size() > 1000 && !session().isBusy(), 3 * patience);
    }

    void theUiWasNeverDeafForLong() {
        // Screenshots are made on the same thread, so only a run without them says something. Processor time, since other programs may
        // share the processors.
        qInfo("busiest stretch of the ui thread: %.1f ms", m_worst);
        if (!qEnvironmentVariableIsSet("RUSHES_SHOTS_OUT")) QVERIFY2(m_worst < 50, "the ui thread was blocked");
    }

    /// What each step cost the event loop.
    void cleanup() {
        if (!m_meter) return;
        qInfo("event loop: longest gap %.0f ms, busiest %.0f ms", m_meter->longestMs(), m_meter->busiestMs());
        m_worst = std::max(m_worst, m_meter->busiestMs());
        m_meter->reset();
    }

    void cleanupTestCase() {
        m_window->close();
        m_window.reset();
    }

private:
    ui::Session& session() { return m_window->session(); }

    static void write(const QString& file, const QByteArray& bytes) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    void shoot(const char* name) {
        const QString folder = qEnvironmentVariable("RUSHES_SHOTS_OUT");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        QVERIFY(m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<studio::MainWindow> m_window;
    std::unique_ptr<ui::StallMeter> m_meter;
    double m_worst = 0;
};

} // namespace rushes::test

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Rushes"));
    QApplication::setApplicationName(QStringLiteral("rushes-studio-test"));
    rushes::ui::applyTheme(app);
    rushes::test::StudioTest test;
    const int failed = QTest::qExec(&test, argc, argv);
    return failed + rushes::test::runPaintingTest(argc, argv);
}

#include "studio_test.moc"
