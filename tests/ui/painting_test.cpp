// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/window_test.h"

#ifdef RUSHES_STAGE

#include "app/papers/film_looks.h"
#include "app/papers/painting_check.h"
#include "app/studio/frame_painter.h"
#include "app/studio/look_shelf.h"
#include "app/studio/looks_popup.h"
#include "app/studio/paint_room.h"
#include "app/studio/transport_bar.h"
#include "app/studio/workspace.h"
#include "engine/media/image_file.h"
#include "engine/media/open_raster.h"
#include "engine/shoot/make_shot_request.h"

#include <QDir>
#include <QMenu>
#include <QtTest>

#include <future>

namespace rushes::test {

/// One window for all steps, in the order a user would take them.
class PaintingTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        openWindow();
        openFilm();
        m_meter->reset();
    }

    void aFrameIsPaintedOverAndComesBackWithEachSave() {
        auto* work = m_window->workspace();
        auto* painter = m_window->painter();
        QString file;
        painter->setOpener([&](const QString& opened) { return file = opened, true; });
        QSignalSpy saved(painter, &studio::FramePainter::paintedFrameSaved);
        const auto shot = session().selected();
        session().player()->seek(session().startOf(shot) + 2);
        const auto paintOutside = [&] {
            QTest::mouseClick(work->transport()->paintButton(), Qt::LeftButton);
            QVERIFY(m_window->paintMenu() != nullptr && m_window->paintMenu()->isVisible());
            QTest::keyClick(m_window->paintMenu(), Qt::Key_Down);
            QTest::keyClick(m_window->paintMenu(), Qt::Key_Return);
        };
        paintOutside();
        QTRY_VERIFY_WITH_TIMEOUT(!file.isEmpty(), patience);
        QVERIFY(QFile::exists(file) && file.endsWith(QStringLiteral("_f002.ora")));
        const auto paintings = [&] {
            std::vector<const project::Reference*> rows;
            for (const auto* row : session().film().references.of(shot))
                if (row->painted) rows.push_back(row);
            return rows;
        };
        QTest::qWait(700);
        QVERIFY(paintings().empty()); // what Rushes wrote is no painting
        const auto* sequence = project::mainSequence(session().film());
        for (int save = 1; save <= 2; ++save) {
            media::OpenRaster raster{sequence->width / 4, sequence->height / 4, {{"painted", Image::create(sequence->width / 4, sequence->height / 4, PixelFormat::rgba8)}}};
            auto& data = raster.layers[0].picture.data;
            for (std::size_t at = 0; at < data.size(); ++at) data[at] = std::byte(at % 4 == 3 ? 255 : (at * std::size_t(save) / 64) & 255);
            QVERIFY(media::writeOpenRaster(file.toStdString(), raster)); // renamed into place, as Krita does
            QTRY_COMPARE_WITH_TIMEOUT(saved.count(), save, patience);
            QCOMPARE(paintings().size(), std::size_t(1));
            QCOMPARE(paintings().front()->atFrame, std::int64_t(2));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_window->messages()->actionWords(), QStringLiteral("Take it out"), patience); // stripes are no harbour
        m_window->messages()->dismiss();
        session().undo();
        session().undo();
        QVERIFY(paintings().empty());
        file.clear();
        paintOutside(); // not written over: it is painted on
        QVERIFY(!file.isEmpty());
        QCOMPARE(saved.count(), 2);
        m_window->activateWindow(); // the menu had the keys
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void aFrameIsPaintedHere() {
        if (!brush::canPaint()) QSKIP("built without libmypaint");
        const auto shot = session().selected();
        session().player()->seek(session().startOf(shot) + 3);
        QTest::keyClick(m_window.get(), Qt::Key_2);
        auto* room = m_window->paintRoom();
        QVERIFY(room != nullptr && room->isVisible());
        auto* canvas = room->canvas();
        QTRY_VERIFY_WITH_TIMEOUT(canvas->isOpen(), patience);
        QVERIFY(!room->saveButton()->isEnabled()); // nothing painted yet
        room->panel()->setKind(brush::BrushKind::ink);
        room->panel()->setColour(QColor(200, 30, 40));
        for (int i = 0; i < 12; ++i) QTest::keyClick(canvas, Qt::Key_BracketRight);
        QVERIFY(room->panel()->tip().radius > 10);
        // Places of the picture: it moves in its window when a message comes or goes.
        const auto middle = [&] { return canvas->toWidget({500.5, 400.5}); };
        const auto shown = [&] { return canvas->colourAt(middle()); };
        const QColor before = shown();
        const auto stroke = [&] {
            const QPoint from = canvas->toWidget({300, 300}).toPoint(), to = canvas->toWidget({700, 500}).toPoint();
            QTest::mousePress(canvas, Qt::LeftButton, {}, from);
            for (int i = 1; i <= 20; ++i) QTest::mouseMove(canvas, from + (to - from) * i / 20);
            QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
        };
        const auto isRed = [&] { const QColor at = shown(); return at.red() > 150 && at.green() < 90; };
        stroke();
        QTRY_VERIFY_WITH_TIMEOUT(isRed(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(room->panel()->undoButton()->isEnabled(), patience);
        QVERIFY(room->unsaved() && room->saveButton()->isEnabled());
        if (const QString folder = qEnvironmentVariable("RUSHES_SHOTS_OUT"); !folder.isEmpty()) QVERIFY(m_window->grab().save(folder + QStringLiteral("/11-draw.png")));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), before, patience);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(isRed(), patience);
        const auto shots = session().film().shots.size();
        QTest::keyClick(canvas, Qt::Key_Delete); // the shot is not at hand here
        QCOMPARE(session().film().shots.size(), shots);
        room->panel()->setColour(QColor(0, 0, 0));
        QTest::mouseClick(canvas, Qt::LeftButton, Qt::AltModifier, middle().toPoint());
        QVERIFY(room->panel()->tip().colour[0] > 0.6f);

        QPointingDevice pen(QStringLiteral("pen"), 7, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Eraser, QInputDevice::Capability::Pressure, 1, 1);
        const auto penAt = [&](QEvent::Type type, const QPointF& at, Qt::MouseButtons buttons) {
            QTabletEvent event(type, &pen, at, canvas->mapToGlobal(at), 1.0, 0, 0, 0, 0, 0, {}, type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton, buttons);
            QApplication::sendEvent(canvas, &event);
        };
        penAt(QEvent::TabletPress, middle() - QPointF(15, 8), Qt::LeftButton); // with its eraser's end
        for (int i = -14; i <= 15; ++i) penAt(QEvent::TabletMove, middle() + QPointF(i, i / 2.0), Qt::LeftButton);
        penAt(QEvent::TabletRelease, middle() + QPointF(15, 8), Qt::NoButton);
        const auto isGone = [&] { return std::abs(shown().red() - before.red()) + std::abs(shown().green() - before.green()) < 60; }; // its edge is soft
        QTRY_VERIFY_WITH_TIMEOUT(isGone() && !isRed(), patience);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(isRed(), patience);
        m_window->messages()->dismiss(); // a warning about the painting before may have come late

        QTest::keyClick(canvas, Qt::Key_Escape);
        QVERIFY(m_window->workspace()->isVisible() && m_window->messages()->actionWords().startsWith(QStringLiteral("Save")));
        const QDir folder(QString::fromStdString((session().film().folder / "paint").string()));
        const auto files = [&](const char* ending) { return folder.entryList({QLatin1String(ending)}).size(); };
        QTRY_COMPARE_WITH_TIMEOUT(files("*_f003_brush.unsaved.ora"), 1, patience);
        QTest::keyClick(m_window.get(), Qt::Key_2);
        QVERIFY(room->isVisible() && isRed()); // as it was left
        QSignalSpy saved(room, &studio::PaintRoom::paintedFrameSaved);
        QTest::keyClick(canvas, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, patience);
        QVERIFY(!room->unsaved());
        QTRY_VERIFY_WITH_TIMEOUT(files("*_f003_brush.ora") == 1 && files("*.unsaved.ora") == 0, patience);
        const project::Reference* painted = nullptr;
        for (const auto* row : session().film().references.of(shot)) painted = row->painted ? row : painted;
        QVERIFY(painted != nullptr && painted->atFrame == 3);
        QTest::keyClick(canvas, Qt::Key_3);
        session().undo();
        for (const auto* row : session().film().references.of(shot)) QVERIFY(!row->painted);
        m_window->messages()->dismiss();
    }

    void aPaintingOfAnotherShotIsNoticed() {
        const auto shots = session().film().shots.of(session().sequence()->id);
        const auto* own = shots.front();
        const auto* other = shots.back();
        const auto request = shoot::makeShotRequest(session().film(), other->id);
        const auto file = m_folder.filePath(QStringLiteral("of_other.png")).toStdString();
        const auto strange = [&](const project::Shot& of) {
            const auto check = app::paintingCheck(session().film(), of, 4, file);
            return std::async(std::launch::async, [&] { return app::whatIsStrange(check); }).get();
        };
        const auto opened = std::async(std::launch::async, [&] {
            return app::openBrushPainting({*request, 4, request->width, request->height, (m_folder.path() + QStringLiteral("/none")).toStdString(), {}});
        }).get();
        QVERIFY(opened && media::writePng(file, opened->ground));
        QVERIFY(strange(*other).empty());
        QVERIFY(strange(*own).find("shot " + other->number) != std::string::npos);
    }

    void strokesOutliveTheirWindow() {
        if (!brush::canPaint()) QSKIP("built without libmypaint");
        const auto& shot = *session().shot();
        const auto request = shoot::makeShotRequest(session().film(), shot.id);
        const auto from = [&](const std::filesystem::path& painting) {
            const app::BrushQuestion question{*request, 5, request->width, request->height, session().film().folder / "paint", painting};
            const auto opened = std::async(std::launch::async, [&] { return app::openBrushPainting(question); }).get(); // on a worker, as the page does
            return opened ? std::optional(opened->from) : std::nullopt;
        };
        using From = app::BrushPainting::From;
        QVERIFY(from({}) == From::stage);
        {
            studio::PaintRoom room(session());
            QSignalSpy found(&room, &studio::PaintRoom::unsavedFound);
            room.resize(1200, 700);
            room.open(shot, 5);
            QTRY_VERIFY_WITH_TIMEOUT(room.canvas()->isOpen(), patience);
            QCOMPARE(found.count(), 0);
            QTest::mousePress(room.canvas(), Qt::LeftButton, {}, QPoint(300, 300));
            QTest::mouseMove(room.canvas(), QPoint(400, 320));
            QTest::mouseRelease(room.canvas(), Qt::LeftButton, {}, QPoint(400, 320));
            room.finish(); // as when the program ends
        }
        QVERIFY(from({}) == From::unsaved);
        studio::PaintRoom room(session());
        QSignalSpy found(&room, &studio::PaintRoom::unsavedFound), saved(&room, &studio::PaintRoom::paintedFrameSaved);
        room.open(shot, 5);
        QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, patience);
        QVERIFY(room.unsaved());
        room.save();
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, patience);
        const project::Reference* painted = nullptr;
        for (const auto* row : session().film().references.of(shot.id)) painted = row->painted ? row : painted;
        QVERIFY(painted != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(from(project::mediaPath(session().film(), painted->media)) == From::layers, patience); // its own layers
        const QString other = m_folder.filePath(QStringLiteral("other.png"));
        QImage picture(request->width, request->height, QImage::Format_RGB32);
        picture.fill(Qt::gray);
        picture.setPixel(3, 3, qRgb(255, 255, 255));
        QVERIFY(picture.save(other));
        QVERIFY(from(other.toStdString()) == From::painting); // somebody painted it elsewhere since
        session().undo();
        m_window->messages()->dismiss();
    }

    void aLookIsKeptUsedAndRemoved() {
        auto* shelf = m_window->workspace()->looks();
        QVERIFY(!shelf->isVisible()); // nothing painted, nothing kept
        const auto painted = session().selected();
        const QString file = m_folder.filePath(QStringLiteral("painted.png"));
        const auto* sequence = project::mainSequence(session().film());
        QImage picture(sequence->width / 4, sequence->height / 4, QImage::Format_RGB32);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) picture.setPixel(x, y, qRgb(x & 255, y & 255, 90));
        QVERIFY(picture.save(file));
        const auto media = project::MediaFolder(session().film().folder / "media").import(file.toStdString());
        QVERIFY(media && session().takePaintedFrame(painted, 1, *media, {}));
        QVERIFY(shelf->isVisible());
        QTest::mouseClick(shelf->artist(), Qt::LeftButton);
        QTest::keyClicks(shelf->artist(), QStringLiteral("Ana"));
        QTest::keyClick(shelf->artist(), Qt::Key_Return);
        QTest::mouseClick(shelf->consent(), Qt::LeftButton);
        QTest::keyClicks(shelf->consent(), QStringLiteral("this film only"));
        QTest::keyClick(shelf->consent(), Qt::Key_Return);
        const auto row = [&] {
            for (const auto* each : session().film().references.of(painted))
                if (each->painted) return each;
            return static_cast<const project::Reference*>(nullptr);
        };
        QVERIFY(row()->artist == "Ana" && row()->consent == "this film only");
        session().undo();
        QVERIFY(row()->consent.empty() && row()->artist == "Ana");
        session().redo();
        const auto keep = [&](const char* name) {
            QTest::mouseClick(shelf->keepButton(), Qt::LeftButton);
            QVERIFY(shelf->lookName()->isVisible());
            QTest::keyClicks(shelf->lookName(), QLatin1String(name));
            QTest::keyClick(shelf->lookName(), Qt::Key_Return);
        };
        const auto kept = [&] { return app::keptLooks(session().film()); };
        keep("Harbour ink");
        QTRY_COMPARE_WITH_TIMEOUT(kept().size(), std::size_t(1), patience);
        QVERIFY(kept()[0]->subject == "Harbour ink" && kept()[0]->artist == "Ana" && kept()[0]->consent == "this film only");
        keep("harbour INK"); // taken
        QTRY_VERIFY_WITH_TIMEOUT(m_window->messages()->words().contains(QStringLiteral("already")), patience);
        m_window->messages()->dismiss();
        session().selectNext(session().shot() == session().film().shots.of(sequence->id).front() ? 1 : -1);
        const auto other = session().selected();
        QVERIFY(other != painted && shelf->isVisible() && !shelf->artist()->isVisible()); // nothing painted here, but there is a look to use
        QTest::mouseClick(shelf->listButton(), Qt::LeftButton);
        auto* popup = shelf->popup();
        QVERIFY(popup->isVisible());
        QTest::qWait(200);
        if (const QString folder = qEnvironmentVariable("RUSHES_SHOTS_OUT"); !folder.isEmpty()) popup->grab().save(folder + QStringLiteral("/10-looks.png"));
        QTest::mouseClick(popup, Qt::LeftButton, {}, popup->useRect(0).center());
        QVERIFY(app::useOf(session().film(), other, *kept()[0]) != nullptr);
        QVERIFY(m_window->messages()->actionWords().startsWith(QStringLiteral("Shoot")));
        QTest::mouseClick(popup, Qt::LeftButton, {}, popup->useRect(0).center());
        QVERIFY(app::useOf(session().film(), other, *kept()[0]) == nullptr);
        QTest::mouseClick(popup, Qt::LeftButton, {}, popup->removeRect(0).center());
        QVERIFY(kept().empty());
        session().undo();
        QCOMPARE(kept().size(), std::size_t(1));
        popup->close();
        session().undo(); // no longer used, used
        session().undo();
        session().undo(); // kept
        QVERIFY(kept().empty());
        session().select(painted);
        session().undo(); // consent, artist, the painting
        session().undo();
        session().undo();
        QVERIFY(row() == nullptr && !shelf->isVisible());
        m_window->messages()->dismiss();
    }

    void theUiWasNeverDeafForLong() { checkNeverDeaf(); }
    void cleanup() { measure(); }
    void cleanupTestCase() { closeWindow(); }
};

int runPaintingTest(int argc, char** argv) {
    PaintingTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace rushes::test

#include "painting_test.moc"

#else

namespace rushes::test {
int runPaintingTest(int, char**) { return 0; }
} // namespace rushes::test

#endif
