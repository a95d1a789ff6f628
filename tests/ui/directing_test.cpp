// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/window_test.h"

#ifdef RUSHES_STAGE

#include "app/studio/shot_keys.h"
#include "app/studio/stage_director.h"
#include "app/studio/top_view.h"
#include "app/studio/transport_bar.h"
#include "app/studio/workspace.h"

#include <QSignalSpy>
#include <QtTest>

namespace rushes::test {

namespace {

using studio::Taken;

studio::StagedActor actor(const glm::vec2& at, float yaw) {
    studio::StagedActor one;
    one.at = at;
    one.yaw = yaw;
    one.keysToBegin = {{0, at, {}, {}}};
    return one;
}

/// Two people in a park, a table that the prompt names and a bench of the set.
std::shared_ptr<studio::StagedScene> twoInAPark() {
    auto scene = std::make_shared<studio::StagedScene>();
    scene->set = "park";
    scene->people = {"Mara", "Tom"};
    scene->actors = {actor({0, 0}, 0), actor({0, 2}, 180)};
    scene->plan.marks = {{"Mara", {{0, 0}}, 0, true}, {"Tom", {{0, 2}}, 180, true}};
    scene->things = {{"table", 51, {2, 0, 2}, 0, false, {}}, {"set bench", 7, {-2, 0, 1}, 0, true, {}}};
    const auto box = [](const glm::vec2& at, float half) { return std::vector<glm::vec2>{at + glm::vec2(-half, -half), at + glm::vec2(half, -half), at + half, at + glm::vec2(-half, half)}; };
    scene->plan.outlines = {{box({-2, 1}, 0.4f), "bench", false, false, 7}, {box({2, 2}, 0.5f), {}, false, false, 51}};
    scene->eye = {4, 1.6f, 1};
    scene->target = {0, 1.5f, 1};
    scene->duration = {96, time::rate24};
    return scene;
}

} // namespace

/// Directing by hand: views one by one with scenes made here, then the whole window with a shot of a film.
class DirectingTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openWindow(); }

    void init() {
        m_got = {};
        m_what.clear();
    }

    void peopleAndCameraAreDraggedInTheTopView() {
        auto scene = twoInAPark();
        studio::TopView view(m_window.get()); // a window of its own would take the keys
        show(view, scene);
        const QPointF metre = (view.personAt("Tom") - view.personAt("Mara")) / 2; // two metres down the page
        drag(&view, view.personAt("Tom"), view.personAt("Tom") + metre);
        QCOMPARE(m_what, QStringLiteral("Move Tom"));
        QVERIFY(m_got.set == "park" && m_got.marks.size() == 1 && !m_got.camera);
        QVERIFY(std::abs(m_got.marks["Tom"].at.y - 3) < 0.1f && std::abs(m_got.marks["Tom"].at.x) < 0.1f);
        QVERIFY(!m_got.marks["Tom"].yaw);
        drag(&view, view.cameraAt(), view.cameraAt() + metre);
        QVERIFY(m_got.camera && std::abs(m_got.camera->eye.z - 2) < 0.1f && std::abs(m_got.camera->eye.y - 1.6f) < 1e-3f);
        QTest::keyClick(&view, Qt::Key_Right); // the camera is still chosen
        QVERIFY(m_got.camera && std::abs(m_got.camera->eye.x - 4.1f) < 0.1f);
        scene = std::make_shared<studio::StagedScene>(*scene);
        scene->hand = m_got;
        view.setScene(scene);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.cameraAt().toPoint());
        QVERIFY(!m_got.camera);
    }

    void thingsAreDraggedTurnedAndGivenBackInTheTopView() {
        auto scene = twoInAPark();
        studio::TopView view(m_window.get());
        show(view, scene);
        const QPointF metre = (view.personAt("Tom") - view.personAt("Mara")) / 2;
        drag(&view, view.thingAt("table"), view.thingAt("table") + metre);
        QCOMPARE(m_what, QStringLiteral("Move the table"));
        QVERIFY(m_got.marks.empty() && std::abs(m_got.things["table"].at.y - 3) < 0.1f && std::abs(m_got.things["table"].at.x - 2) < 0.1f);
        drag(&view, view.thingAt("set bench"), view.thingAt("set bench") + metre);
        QCOMPARE(m_what, QStringLiteral("Move the set's bench"));
        view.setScene(scene);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.thingAt("table").toPoint());
        drag(&view, view.facingAt(Taken::thing(0)), view.thingAt("table") + QPointF(4 * metre.y(), 0)); // to the right of the page
        QCOMPARE(m_what, QStringLiteral("Turn the table"));
        QVERIFY(std::abs(*m_got.things["table"].yaw - 90) < 4);
        QTest::keyClick(&view, Qt::Key_BracketLeft);
        QVERIFY(std::abs(*m_got.things["table"].yaw - 15) < 0.1f);
        scene = std::make_shared<studio::StagedScene>(*scene);
        scene->hand = m_got;
        view.setScene(scene);
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(m_what, QStringLiteral("Give back the table"));
        QVERIFY(m_got.things.empty());
    }

    void whoSitsTakesTheChairAlong() {
        auto scene = twoInAPark();
        scene->actors[1].thing = 1;
        studio::TopView view(m_window.get());
        show(view, scene);
        const QPointF metre = (view.personAt("Tom") - view.personAt("Mara")) / 2;
        drag(&view, view.personAt("Tom"), view.personAt("Tom") + metre);
        QVERIFY(m_got.marks.empty());
        QVERIFY(std::abs(m_got.things["set bench"].at.y - 2) < 0.1f);
    }

    void waysGetAndLosePoints() {
        auto scene = twoInAPark();
        scene->actors[0].ways = {{{2, 0}, {2, -2}}};
        studio::TopView view(m_window.get());
        show(view, scene);
        const Taken mara = Taken::person(0);
        const QPointF corner = view.pointAt(mara, 0, 0);
        drag(&view, corner, corner + QPointF(10, 0));
        QCOMPARE(m_what, QStringLiteral("Change the way of Mara"));
        QCOMPARE(m_got.marks["Mara"].ways.size(), std::size_t(1));
        QVERIFY(m_got.marks["Mara"].ways[0][0].x > 2.05f && m_got.marks["Mara"].ways[0][1] == glm::vec2(2, -2));
        view.setScene(scene);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.at({1.2f, 0}).toPoint());
        QCOMPARE(m_got.marks["Mara"].ways[0].size(), std::size_t(3));
        QVERIFY(std::abs(m_got.marks["Mara"].ways[0][0].x - 1.2f) < 0.1f);
        view.setScene(scene);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.pointAt(mara, 0, 0).toPoint());
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(m_what, QStringLiteral("Take a point from the way of Mara"));
        QVERIFY(m_got.marks["Mara"].ways[0] == std::vector<glm::vec2>({{2, -2}}));
    }

    void keysOfPeopleAreSetMovedAndDragged() {
        auto scene = twoInAPark();
        scene->hand.set = "park";
        scene->hand.people["Mara"] = {{0, {0, 0}, {}, {}}, {2, {1, -1}, {}, {}}};
        for (int i = 0; i <= 48; ++i) scene->actors[0].track.push_back(glm::vec2(1, -1) * std::min(1.0f, float(i) / 24));
        studio::TopView view(m_window.get());
        show(view, scene);
        view.setSeconds(1);
        QVERIFY(QLineF(view.personAt("Mara"), view.at({0.5f, -0.5f})).length() < 2); // where she is then
        drag(&view, view.personAt("Mara"), view.at({0.5f, 0.4f}));
        QCOMPARE(m_got.people["Mara"].size(), std::size_t(3));
        QVERIFY(m_got.marks.empty() && std::abs(m_got.people["Mara"][1].seconds - 1) < 1e-6 && std::abs(m_got.people["Mara"][1].at.y - 0.4f) < 0.1f);
        view.setScene(scene);
        drag(&view, view.keyAt("Mara", 1), view.at({1.5f, -1}));
        QVERIFY(m_got.people["Mara"].size() == 2 && std::abs(m_got.people["Mara"][1].at.x - 1.5f) < 0.1f);
    }

    void theSmallTimelineMovesKeys() {
        auto scene = twoInAPark();
        scene->hand.set = "park";
        scene->beats = {{0, 0, 4, "walk"}};
        for (const double at : {0.5, 2.0}) scene->hand.putKey({at, {{0, 1, 4}, {0, 1, 0}, {}}}, 0.01);
        scene->hand.people["Tom"] = {{0, {0, 2}, {}, {}}, {1, {1, 2}, {}, {}}};
        studio::ShotKeys keys(m_window.get());
        keys.resize(400, 60);
        keys.setScene(scene);
        keys.show();
        double sought = -1, moved = -1;
        int removed = -1, wanted = -2, row = -2;
        connect(&keys, &studio::ShotKeys::seekWanted, this, [&](double at) { sought = at; });
        connect(&keys, &studio::ShotKeys::keyMoved, this, [&](int who, std::size_t, double at) { row = who, moved = at; });
        connect(&keys, &studio::ShotKeys::keyRemoved, this, [&](int who, std::size_t i) { row = who, removed = int(i); });
        connect(&keys, &studio::ShotKeys::keyWanted, this, [&](int who) { wanted = who; });
        for (const int who : {studio::ShotKeys::camera, 1}) {
            const double key = who == 1 ? 1 : 2;
            const auto point = [&](double seconds) { return keys.placeOf(seconds, who); };
            drag(&keys, point(key), point(3));
            QVERIFY(std::abs(sought - key) < 1e-6 && std::abs(moved - 3) < 0.05);
            QCOMPARE(row, who);
            QTest::mouseClick(&keys, Qt::LeftButton, {}, point(who == 1 ? 0 : 0.5).toPoint());
            QTest::keyClick(&keys, Qt::Key_Delete);
            QCOMPARE(removed, 0);
            QCOMPARE(row, who);
            QTest::mouseDClick(&keys, Qt::LeftButton, {}, point(1.5).toPoint());
            QCOMPARE(wanted, who);
        }
    }

    void draggingInTheLivePictureDirects() {
        request("A man stands in a park. Full shot.", 48);
        QTRY_VERIFY_WITH_TIMEOUT(m_scene && m_scene->picture, patience);
        QCOMPARE(m_scene->picture->colour.width, 320);
        const QPointF man = *seen(m_scene->picture->objects.front());
        QVERIFY(m_director->under(man).isPerson() && !m_director->under({0.02, 0.02}).isPerson());
        const auto before = m_scene->picture->feet.front();
        m_director->press(man);
        m_director->drag(man + QPointF(0.1, 0), {});
        m_director->release();
        QVERIFY(m_got.marks.size() == 1 && m_got.camera && m_what.startsWith(QStringLiteral("Move")));
        QVERIFY(m_director->chosen().isPerson());
        const auto mark = m_got.marks.begin()->second.at;
        QVERIFY(std::abs(mark.x - before.x) + std::abs(mark.y - before.z) > 0.1f);
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(glm::distance(m_scene->picture->feet.front(), glm::vec3(mark.x, before.y, mark.y)) < 0.05f, patience); // the film follows the hand
        m_director->press({0.02, 0.02});
        m_director->drag({0.1, 0.02}, Qt::ShiftModifier);
        m_director->release();
        QVERIFY(m_got.camera && m_got.marks.size() == 1 && m_what == QStringLiteral("Move the camera"));
        keep();
        m_director->setFrame(24);
        m_director->putKey();
        QVERIFY(m_got.keys.size() == 1 && std::abs(m_got.keys.front().seconds - 1) < 1e-6);
        keep();
        m_director->setFrame(0);
        m_director->wheel(1);
        QCOMPARE(m_got.keys.size(), std::size_t(2)); // where there are keys, one is set at the playhead
        keep();
        QTRY_COMPARE_WITH_TIMEOUT(m_scene->hand.keys.size(), std::size_t(2), patience);
        const float before35 = *m_got.keys.back().camera.lensMm;
        m_director->wheel(5, Qt::ControlModifier); // at the first key: from there the lens goes to the second's
        QCOMPARE(m_what, QStringLiteral("Longer lens"));
        QVERIFY(m_got.keys.size() == 2 && *m_got.keys.front().camera.lensMm > 1.2f * before35 && *m_got.keys.back().camera.lensMm == before35);
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(m_scene->lensAt(0) > 1.2f * m_scene->lensAt(1), patience);
        QVERIFY(m_scene->lensAt(0.5) < m_scene->lensAt(0) && m_scene->lensAt(0.5) > m_scene->lensAt(1));
        m_director->setLive(false);
        QTRY_VERIFY_WITH_TIMEOUT(!m_scene->hand.keys.empty(), patience);
    }

    void thingsAreTakenInTheLivePicture() {
        request("Wide shot. A man stands in a park beside a red car.", 24);
        QTRY_VERIFY_WITH_TIMEOUT(m_scene && m_scene->picture, patience);
        const Taken car = studio::find(*m_scene, Taken::Kind::thing, "car");
        QVERIFY(car.isThing());
        const auto place = seen(m_scene->things[std::size_t(car.index)].object);
        QVERIFY(place);
        QCOMPARE(m_director->under(*place), car);
        const glm::vec2 was = studio::placeOf(*m_scene, car, 0);
        m_director->press(*place);
        m_director->drag(*place + QPointF(0.06, 0), {});
        QTRY_VERIFY_WITH_TIMEOUT(glm::distance(studio::placeOf(*m_scene, car, 0), was) > 0.1f, patience);
        m_director->drag(*place + QPointF(0.08, 0), {}); // what was tried does not add up
        m_director->release();
        QCOMPARE(m_what, QStringLiteral("Move the car"));
        const glm::vec2 to = m_got.things["car"].at;
        QVERIFY(m_got.marks.empty() && m_got.camera && glm::distance(to, was) > 0.1f);
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(glm::distance(studio::placeOf(*m_scene, car, 0), to) < 0.02f, patience);
        const float yaw = studio::yawOf(*m_scene, car, 0);
        m_director->press(*seen(m_scene->things[std::size_t(car.index)].object));
        m_director->wheel(2); // while it is held
        m_director->release();
        QCOMPARE(m_what, QStringLiteral("Turn the car"));
        QVERIFY(std::abs(std::remainder(*m_got.things["car"].yaw - yaw - 30, 360.0f)) < 0.5f);
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(studio::byHand(*m_scene, car), patience);
        m_director->giveBackChosen();
        QVERIFY(m_got.things.empty());
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(glm::distance(studio::placeOf(*m_scene, car, 0), was) < 0.02f, patience);
    }

    void aChangedPromptKeepsWhatStillApplies() {
        request("Wide shot. A man stands in a park beside a red car.", 24);
        QTRY_VERIFY_WITH_TIMEOUT(m_scene && m_scene->picture, patience);
        const Taken car = studio::find(*m_scene, Taken::Kind::thing, "car");
        m_got = studio::moved(*m_scene, studio::handIn(*m_scene), car, {1, 0.5f}, 0);
        const glm::vec2 to = m_got.things["car"].at;
        const std::string act = m_scene->beats.front().what;
        m_request.prompt = "Full shot. A man waves in a park at night beside a red car.";
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(!does(act) && m_scene->hand.things.contains("car"), patience);
        QVERIFY(glm::distance(studio::placeOf(*m_scene, studio::find(*m_scene, Taken::Kind::thing, "car"), 0), to) < 0.02f);
        m_request.prompt = "Full shot. A man waves in a park.";
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(!studio::find(*m_scene, Taken::Kind::thing, "car"), patience);
        QVERIFY(m_scene->hand.things.contains("car")); // it rests
        m_request.prompt = "Full shot. A man sleeps in a park beside a car.";
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(studio::byHand(*m_scene, studio::find(*m_scene, Taken::Kind::thing, "car")), patience);
    }

    void aPersonIsKeyedInTheLivePicture() {
        request("Wide shot. A man stands in a park.", 96);
        QTRY_VERIFY_WITH_TIMEOUT(m_scene && m_scene->picture, patience);
        m_director->setFrame(72);
        m_director->choose(Taken::person(0));
        m_director->putKeyOfChosen();
        QCOMPARE(m_what, QStringLiteral("Key man"));
        QCOMPARE(m_got.people["man"].size(), std::size_t(2)); // one keeps him where he began
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(studio::isKeyed(*m_scene, Taken::person(0)) && m_scene->picture->frame == 72, patience);
        const QPointF man = *seen(m_scene->picture->objects.front());
        const glm::vec3 was = m_scene->picture->feet.front();
        m_director->press(man);
        m_director->drag(man + QPointF(0.12, 0), {});
        m_director->release();
        QCOMPARE(m_got.people["man"].size(), std::size_t(2));
        QVERIFY(std::abs(m_got.people["man"][1].seconds - 3) < 1e-6);
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(glm::distance(m_scene->picture->feet.front(), was) > 0.2f, patience);
        QVERIFY(does("walk"));
        m_director->setAct(0, 1, "wave");
        keep();
        QTRY_VERIFY_WITH_TIMEOUT(m_scene->beats.back().what == "wave", patience);
        m_director->removeKey(0, 1);
        QCOMPARE(m_got.people["man"].size(), std::size_t(1));
    }

    void theWindowTakesItAllIntoTheFilm() {
        openFilm();
        auto* work = m_window->workspace();
        auto* view = work->findChild<studio::TopView*>();
        QVERIFY(view != nullptr);
        const auto handOf = [this] { return stage::HandStaging::of(session().shot()->settingsJson); };
        QTRY_VERIFY_WITH_TIMEOUT(!view->personAt("Mara").isNull(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(view->isVisible(), patience);
        drag(view, view->personAt("Mara"), view->personAt("Mara") + QPointF(20, 8));
        QVERIFY(handOf().marks.contains("MARA") || handOf().marks.contains("Mara"));
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ShiftModifier);
        QVERIFY(!handOf().people.empty()); // she was chosen
        shoot("10-directing");
        session().undo();
        session().undo();
        QVERIFY(handOf().empty());
        work->transport()->live()->setChecked(true);
        auto* keys = work->findChild<studio::ShotKeys*>();
        QTRY_VERIFY_WITH_TIMEOUT(keys->isVisible(), patience);
        const auto keyOnce = [&] { // the first clicks can come before the row is there
            if (handOf().people.empty()) QTest::mouseDClick(keys, Qt::LeftButton, {}, keys->placeOf(1, 0).toPoint());
            return handOf().people.size() == 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(keyOnce(), patience);
        shoot("11-keys");
        work->transport()->live()->setChecked(false);
    }

    void theUiWasNeverDeafForLong() { checkNeverDeaf(); }

    void cleanup() {
        m_director.reset();
        m_scene.reset();
        measure();
    }

    void cleanupTestCase() { closeWindow(); }

private:
    bool does(const std::string& what) const {
        return std::any_of(m_scene->beats.begin(), m_scene->beats.end(), [&](const auto& beat) { return beat.what == what; });
    }

    void show(studio::TopView& view, const std::shared_ptr<const studio::StagedScene>& scene) {
        view.resize(400, 300);
        view.setScene(scene);
        view.show();
        connect(&view, &studio::TopView::moved, this, [this](const stage::HandStaging& hand, const QString& what) { m_got = hand, m_what = what; });
    }

    /// A director of its own on a shot of these words.
    void request(const char* prompt, int frames) {
        m_director = std::make_unique<studio::StageDirector>();
        connect(m_director.get(), &studio::StageDirector::staged, this, [this](const auto& staged) { m_scene = staged; });
        connect(m_director.get(), &studio::StageDirector::moved, this, [this](const stage::HandStaging& hand, const QString& what) { m_got = hand, m_what = what; });
        m_request = {};
        m_request.prompt = prompt;
        m_request.duration = {frames, time::rate24};
        m_request.width = 640;
        m_request.height = 360;
        m_director->setRoom({320, 180});
        m_director->setRequest(m_request);
        m_director->setLive(true);
    }

    /// What was moved becomes the shot's, as an edit would make it.
    void keep() {
        m_request.settingsJson = m_got.into(m_request.settingsJson);
        m_director->setRequest(m_request);
    }

    /// A place in the picture where an object is seen, the middle of its rows.
    std::optional<QPointF> seen(std::uint16_t object) const {
        const auto& ids = m_scene->picture->ids;
        std::vector<QPointF> places;
        for (int y = 0; y < ids.height; ++y)
            for (int x = 0; x < ids.width; ++x)
                if (ids.rowAs<std::uint16_t>(y)[x] == object) places.emplace_back((x + 0.5) / ids.width, (y + 0.5) / ids.height);
        return places.empty() ? std::nullopt : std::optional(places[places.size() / 2]);
    }

    std::unique_ptr<studio::StageDirector> m_director;
    std::shared_ptr<const studio::StagedScene> m_scene;
    generate::ShotRequest m_request;
    stage::HandStaging m_got;
    QString m_what;
};

int runDirectingTest(int argc, char** argv) {
    DirectingTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace rushes::test

#include "directing_test.moc"

#else

namespace rushes::test {
int runDirectingTest(int, char**) { return 0; }
} // namespace rushes::test

#endif
