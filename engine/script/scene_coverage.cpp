// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/scene_coverage.h"

#include "engine/script/coverage.h"
#include "engine/script/letters.h"
#include "engine/script/phone_calls.h"
#include "engine/script/shot_sizes.h"
#include "engine/script/timing.h"

#include <algorithm>
#include <utility>

namespace rushes::script {

namespace {

// How many words one shot tells: some 7 to 9 seconds of action.
constexpr double wordsInGroup = 24, wordsInMaster = 30, shortSentence = 5;

} // namespace

std::vector<ScriptShot> coverScene(const SceneBeats& beats, const Cast& cast, std::size_t scene,
                                   const std::string& location, std::vector<std::size_t>& recent) {
    return SceneCoverage(beats, cast, scene, location).run(recent);
}

SceneCoverage::SceneCoverage(const SceneBeats& scene, const Cast& cast, std::size_t index, const std::string& location)
    : m_scene(scene), m_cast(cast), m_people(cast, scene.key()), m_shots(scene, cast, index, location),
      m_farVoices(findFarVoices(scene, cast)) {}

std::vector<ScriptShot> SceneCoverage::run(std::vector<std::size_t>& recent) {
    m_people.see(recent);
    if (isSpeech(firstShown())) addSilentMaster();
    for (std::size_t i = 0; i < m_scene.beats.size();) {
        switch (beat(i).kind) {
        case Beat::Kind::pause:
            if (!m_shots.empty()) m_shots.last().seconds = std::min(longestShot, m_shots.last().seconds + 1.2);
            ++i;
            break;
        case Beat::Kind::action:
            i = addAction(i);
            break;
        case Beat::Kind::speech:
            i = isUnseen(i) ? addUnseenSpeech(i) : addSpeech(i);
            break;
        }
    }
    if (m_pending.any()) addPendingAlone();
    if (m_shots.empty()) addEmptyScene();
    recent = m_people.recent();
    if (recent.size() > 3) recent.resize(3);
    return m_shots.finished();
}

std::size_t SceneCoverage::firstShown() const {
    std::size_t i = 0;
    while (i < m_scene.beats.size() && beat(i).kind == Beat::Kind::pause)
        ++i;
    return i;
}

std::string SceneCoverage::cutFrom(const std::string& size, const People& who) const {
    return m_shots.wouldJump(size, who) ? nextSize(size, who.size()) : size;
}

CameraNote SceneCoverage::takePending() {
    m_pendingPeople.clear();
    return std::exchange(m_pending, {});
}

ScriptShot& SceneCoverage::add(SetUp setUp) {
    m_people.see(setUp.who);
    m_lastWasPair = false;
    return m_shots.add(std::move(setUp));
}

/// A scene that starts with talk: one look at the place and at who is going to speak.
void SceneCoverage::addSilentMaster() {
    const std::size_t first = firstShown();
    SetUp master;
    for (std::size_t i = first; isSpeech(i) && i < first + 8 && master.who.size() < 3; ++i) {
        if (isUnseen(i)) continue;
        for (const std::size_t person : beat(i).speakers)
            if (std::find(master.who.begin(), master.who.end(), person) == master.who.end())
                master.who.push_back(person);
    }
    master.camera.size = "wide";
    if (!master.who.empty())
        master.body = capitalised(joinedNames(m_cast, master.who)) + (master.who.size() > 1 ? " talk." : ".");
    master.seconds = 2.5;
    master.firstLine = master.lastLine = beat(first).firstLine;
    add(master);
}

/// A camera line without anything to see in it ("ON MARA", "WIDER") frames what comes next.
bool SceneCoverage::isOnlyCamera(const Beat& line) const {
    if (!line.opens) return false;
    std::string rest = line.text;
    const std::vector<Cast::Mention> mentions = m_cast.mentionsIn(rest, m_scene.key());
    for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention)
        rest.erase(mention->begin, mention->end - mention->begin);
    const std::vector<Word> words = wordsOf(rest);
    const auto joins = [](const Word& w) { return equalsNoCase(w.core, "and") || equalsNoCase(w.core, "the"); };
    return words.size() <= mentions.size() && std::all_of(words.begin(), words.end(), joins);
}

void SceneCoverage::holdCamera(const Beat& line) {
    m_pending = line.camera;
    m_pendingPeople = m_people.seenIn(line.text);
    m_people.see(m_pendingPeople);
    m_pendingLine = line.firstLine;
}

bool SceneCoverage::joinsGroup(const Beat& next, const std::string& text, double limit) const {
    if (next.kind != Beat::Kind::action || next.opens || text.size() + next.text.size() > 1000) return false;
    if (!next.camera.move.empty() && text.find("camera") != std::string::npos) return false;
    const double words = wordCount(next.text), before = wordCount(text);
    if (next.paragraph) return before + words <= 14 && (words <= shortSentence || before <= shortSentence);
    if (words < shortSentence) return before + words <= limit + 2 * shortSentence;
    return before + words <= limit && (before < 8 || sameSubject(text, next.text));
}

/// A longer group goes on only with the same person, or with no one named anew.
bool SceneCoverage::sameSubject(const std::string& text, const std::string& next) const {
    const std::vector<Cast::Mention> now = m_cast.mentionsIn(text, m_scene.key()),
                                     then = m_cast.mentionsIn(next, m_scene.key());
    return then.empty() || now.empty() || then.front().person == now.front().person;
}

/// Takes the sentences from `i` that one set-up tells; returns the first one that is left.
std::size_t SceneCoverage::gather(std::size_t i, SetUp& setUp, double limit) {
    const Beat& first = beat(i);
    setUp.body = m_people.resolveOther(m_people.resolve(first.text));
    setUp.camera = first.camera;
    setUp.firstLine = first.firstLine;
    setUp.lastLine = first.lastLine;
    m_people.remember(setUp.body);
    std::size_t next = i + 1;
    while (next < m_scene.beats.size() && joinsGroup(beat(next), setUp.body, limit)) {
        const Beat& more = beat(next++);
        setUp.body += " " + m_people.resolveAfter(setUp.body, more.text);
        setUp.camera.fillFrom(more.camera);
        setUp.lastLine = more.lastLine;
        m_people.remember(more.text);
    }
    setUp.who = m_people.seenIn(setUp.body);
    return next;
}

std::size_t SceneCoverage::addAction(std::size_t i) {
    m_exchange = 0;
    if (isOnlyCamera(beat(i))) {
        holdCamera(beat(i));
        return i + 1;
    }
    const bool master = m_shots.empty();
    SetUp setUp;
    const std::size_t next = gather(i, setUp, master ? wordsInMaster : wordsInGroup);
    if (setUp.who.empty()) setUp.who = m_pendingPeople;
    setUp.camera.fillFrom(takePending());
    if (!master && leadsIntoSpeech(next - 1, setUp)) return addLedSpeech(next, setUp);
    if (!master && actsThenSpeaks(next, setUp)) return addActAndSpeech(next, setUp);
    if (setUp.camera.size.empty()) setUp.camera.size = actionSize(setUp, master);
    m_lastBody = setUp.body;
    const bool brief = setUp.camera.pov || setUp.camera.size == "insert";
    setUp.seconds = std::min(actionSeconds(setUp.body), brief ? 6.0 : longestShot);
    add(setUp);
    return next;
}

std::string SceneCoverage::actionSize(const SetUp& setUp, bool master) const {
    if (master) return setUp.who.empty() && m_scene.info.setting == "EXT" ? "extreme_wide" : "wide";
    const std::string size = sizeOfAction(setUp.body, setUp.who.size());
    if (setUp.camera.pov) return size == "wide" ? "wide" : "medium";
    return cutFrom(size, setUp.who);
}

/// "Joe turns at the door." and then Joe speaks: one set-up.
bool SceneCoverage::actsThenSpeaks(std::size_t next, const SetUp& setUp) const {
    if (!isSpeech(next) || isUnseen(next) || setUp.camera.pov || setUp.who.size() != 1) return false;
    const Beat& speech = beat(next);
    return !speech.dual && speech.speakers == setUp.who && wordCount(setUp.body) <= 16 &&
           wordCount(speech.text) <= 14 && actionSeconds(setUp.body) + speechSeconds(speech.text, speech.pauses) <= 9.0;
}

std::size_t SceneCoverage::addActAndSpeech(std::size_t next, SetUp setUp) {
    const Beat& speech = beat(next);
    if (setUp.camera.size.empty()) {
        setUp.camera.size = cutFrom(sizeOfAction(setUp.body, setUp.who.size()), setUp.who);
        if (setUp.camera.size == "full" || setUp.camera.size == "wide") setUp.camera.size = "medium_full";
    }
    setUp.seconds = actionSeconds(setUp.body) * 0.8 + speechSeconds(speech.text, speech.pauses);
    setUp.body += " " + speechSentence(m_cast, speech, speech.text, std::nullopt);
    setUp.lastLine = speech.lastLine;
    add(setUp);
    m_shots.addLines(speech, speech.text);
    m_people.speaks(speech.speakers);
    ++m_exchange;
    return next + 1;
}

void SceneCoverage::addPendingAlone() {
    SetUp setUp;
    setUp.who = m_pendingPeople;
    setUp.camera = takePending();
    if (setUp.camera.size.empty()) setUp.camera.size = m_shots.empty() ? "wide" : "medium";
    if (!setUp.who.empty()) setUp.body = capitalised(joinedNames(m_cast, setUp.who)) + ".";
    setUp.seconds = 2.5;
    setUp.firstLine = setUp.lastLine = m_pendingLine;
    add(setUp);
}

/// Only a heading: the place, with its title cards or the first sentence of its synopsis.
void SceneCoverage::addEmptyScene() {
    SetUp setUp;
    setUp.camera.size = "wide";
    const std::vector<std::string> sentences = sentencesOf(m_scene.synopsis);
    if (!m_scene.cards.empty()) {
        setUp.body = "Title on screen: " + m_cast.plainText(m_scene.cards);
    } else if (!sentences.empty() && wordCount(sentences[0]) <= wordsInMaster) {
        setUp.body = m_cast.plainText(sentences[0]);
        setUp.who = m_people.seenIn(setUp.body);
    }
    setUp.seconds = setUp.body.empty() ? 3.0 : actionSeconds(setUp.body);
    setUp.firstLine = m_scene.firstLine;
    setUp.lastLine = m_scene.lastLine;
    add(setUp);
}

} // namespace rushes::script
