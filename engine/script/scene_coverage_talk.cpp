// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/letters.h"
#include "engine/script/scene_coverage.h"
#include "engine/script/shot_sizes.h"
#include "engine/script/timing.h"

#include <algorithm>

namespace rushes::script {

/// A voice from elsewhere runs over the picture before it while that is silent, then over those who hear it, or on over
/// the same picture.
std::size_t SceneCoverage::addUnseenSpeech(std::size_t i) {
    const Beat& speech = beat(i);
    for (const SpeechPart& part : partsOf(speech.text)) {
        const double seconds = speechSeconds(part.text, part.first ? speech.pauses : 0);
        ScriptShot* before = m_shots.empty() ? nullptr : &m_shots.last();
        const bool silent = before && before->dialogue.empty();
        const bool goesOn = before && !part.first && before->seconds + seconds <= longestShot;
        if (!silent && !goesOn) {
            addUnderVoice(speech, part.text, seconds);
            continue;
        }
        const double alone = std::min(seconds + 1.0, std::max(longestShot, seconds));
        before->seconds = silent ? std::max(before->seconds, alone) : before->seconds + seconds;
        before->lastLine = std::max(before->lastLine, speech.lastLine);
        m_shots.addLines(speech, part.text);
    }
    return i + 1;
}

void SceneCoverage::addUnderVoice(const Beat& speech, const std::string& text, double seconds) {
    const bool samePicture = speech.voiceOver && !m_lastBody.empty();
    const std::size_t listener = samePicture ? none : m_people.lastSeenExcept(speech.speakers);
    SetUp setUp;
    setUp.camera = takePending();
    if (listener != none) {
        setUp.who = {listener};
        setUp.body = capitalised(m_cast.inSentence(listener)) + (speech.voiceOver ? "." : " listens.");
    } else {
        setUp.body = m_lastBody;
        setUp.who = m_people.seenIn(setUp.body);
    }
    if (setUp.camera.size.empty() && listener != none) setUp.camera.size = cutFrom("medium_close_up", setUp.who);
    if (setUp.camera.size.empty())
        setUp.camera.size = nextSize(m_shots.empty() ? "full" : m_shots.last().size, setUp.who.size());
    setUp.seconds = seconds + 0.5;
    setUp.firstLine = speech.firstLine;
    setUp.lastLine = speech.lastLine;
    add(setUp);
    m_shots.addLines(speech, text);
}

/// Who the speaker talks to: the last other voice of the scene, else the next one of this exchange.
std::size_t SceneCoverage::listenerOf(std::size_t i) const {
    const Beat& speech = beat(i);
    if (const std::size_t before = m_people.lastSpeakerExcept(speech.speakers); before != none) return before;
    for (std::size_t k = i + 1; k < m_scene.beats.size() && k < i + 12 && beat(k).kind != Beat::Kind::action; ++k) {
        const bool other =
            isSpeech(k) && !isUnseen(k) && beat(k).speakers.size() == 1 && beat(k).speakers != speech.speakers;
        if (other) return beat(k).speakers[0];
    }
    return none;
}

/// "Taking the bait..." above a speech tells how the speaker speaks.
bool SceneCoverage::leadsIntoSpeech(std::size_t action, const SetUp& setUp) const {
    const std::size_t next = action + 1;
    if (!beat(action).leadsOn || !isSpeech(next) || isUnseen(next) || setUp.camera.any() || !setUp.who.empty())
        return false;
    return beat(next).manner.empty() && beat(next).speakers.size() == 1 && wordCount(setUp.body) <= 8 &&
           sentencesOf(setUp.body).size() == 1;
}

std::size_t SceneCoverage::addLedSpeech(std::size_t next, const SetUp& lead) {
    Beat speech = beat(next);
    speech.manner = lead.body.substr(0, lead.body.find_last_not_of(".!") + 1);
    if (!speech.manner.empty() && isUpper(codePointAt(speech.manner, 0).value))
        speech.manner = lowered(speech.manner.substr(0, 1)) + speech.manner.substr(1);
    speech.firstLine = lead.firstLine;
    addParts(speech, listenerOf(next));
    return next + 1;
}

std::size_t SceneCoverage::addSpeech(std::size_t i) {
    if (fitsOneShot(i, i + 1)) return addPair(i);
    const Beat& speech = beat(i);
    const bool alone = speech.speakers.size() != 1 || lowered(speech.manner).find("phone") != std::string::npos;
    addParts(speech, alone ? none : listenerOf(i));
    return i + 1;
}

/// The parts of a long speech; every third one plays on the listener.
void SceneCoverage::addParts(const Beat& speech, std::size_t listener) {
    for (const SpeechPart& part : partsOf(speech.text)) {
        if (part.number % 3 == 1 && listener != none) {
            addReaction(speech, part.text, listener);
        } else {
            addSpeaker(speech, part, listener);
        }
    }
    m_people.speaks(speech.speakers);
}

/// Two short lines, or two at the same time, play in one two-shot.
bool SceneCoverage::fitsOneShot(std::size_t i, std::size_t k) const {
    if (!isSpeech(k) || isUnseen(k)) return false;
    const Beat &a = beat(i), &b = beat(k);
    if (a.speakers.empty() || b.speakers.empty() || a.speakers == b.speakers) return false;
    if (a.dual && b.dual) return speechSeconds(a.text, 0) <= longestShot && speechSeconds(b.text, 0) <= longestShot;
    const bool brief = wordCount(a.text) <= 9 && wordCount(b.text) <= 9 && a.pauses + b.pauses == 0;
    return brief && !m_pending.any() && !m_lastWasPair && !isIntimate(a.manner) && !isIntimate(b.manner);
}

std::size_t SceneCoverage::addPair(std::size_t i) {
    const Beat &a = beat(i), &b = beat(i + 1);
    SetUp setUp;
    setUp.camera = takePending();
    if (setUp.camera.size.empty()) setUp.camera.size = "medium";
    setUp.who = a.speakers;
    for (const std::size_t person : b.speakers)
        if (std::find(setUp.who.begin(), setUp.who.end(), person) == setUp.who.end()) setUp.who.push_back(person);
    setUp.camera.twoShot = setUp.who.size() == 2;
    setUp.body =
        speechSentence(m_cast, a, a.text, std::nullopt) + " " + speechSentence(m_cast, b, b.text, std::nullopt);
    const double first = speechSeconds(a.text, 0), second = speechSeconds(b.text, 0);
    setUp.seconds = a.dual && b.dual ? std::max(first, second) : first + second;
    setUp.firstLine = a.firstLine;
    setUp.lastLine = b.lastLine;
    add(setUp);
    for (const Beat* speech : {&a, &b}) {
        m_shots.addLines(*speech, speech->text);
        m_people.speaks(speech->speakers);
    }
    ++m_exchange;
    m_lastWasPair = true;
    return i + 2;
}

void SceneCoverage::addSpeaker(const Beat& speech, const SpeechPart& part, std::size_t listener) {
    const bool intimate = isIntimate(speech.manner);
    SetUp setUp;
    setUp.camera = takePending();
    setUp.who = speech.speakers;
    const bool framed = setUp.camera.any();
    if (!framed && listener != none && part.first && !intimate) {
        setUp.camera.twoShot = m_exchange == 0;
        setUp.camera.overShoulder = m_exchange % 2 == 1;
    }
    std::optional<std::size_t> to;
    if ((setUp.camera.twoShot || setUp.camera.overShoulder) && listener != none) {
        to = listener;
        setUp.who.push_back(listener);
    }
    const bool wider = setUp.camera.twoShot || speech.speakers.size() > 1;
    if (setUp.camera.size.empty()) setUp.camera.size = wider ? "medium" : intimate ? "close_up" : "medium_close_up";
    if (!framed && !to) setUp.camera.size = cutFrom(setUp.camera.size, setUp.who);
    Beat said = speech;
    if (!part.first) said.manner.clear();
    setUp.body = speechSentence(m_cast, said, part.text, to);
    setUp.seconds = speechSeconds(part.text, part.first ? speech.pauses : 0);
    setUp.firstLine = speech.firstLine;
    setUp.lastLine = speech.lastLine;
    add(setUp);
    m_shots.addLines(speech, part.text);
    ++m_exchange;
}

void SceneCoverage::addReaction(const Beat& speech, const std::string& text, std::size_t listener) {
    SetUp setUp;
    setUp.camera.size = "close_up";
    setUp.who = {listener};
    setUp.body = capitalised(m_cast.inSentence(listener)) + " listens.";
    setUp.seconds = speechSeconds(text, 0);
    setUp.firstLine = speech.firstLine;
    setUp.lastLine = speech.lastLine;
    add(setUp);
    m_shots.addLines(speech, text);
}

} // namespace rushes::script
