// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/people_in_text.h"
#include "engine/script/shot_list.h"
#include "engine/script/speech_parts.h"

namespace rushes::script {

/// Walks the beats of one scene once and cuts them into set-ups, by the rules of README.md. Made for one scene; scene
/// and cast outlive it. scene_coverage.cpp holds the walk and the shots of place and action, scene_coverage_talk.cpp
/// the shots of talk.
class SceneCoverage {
public:
    SceneCoverage(const SceneBeats& scene, const Cast& cast, std::size_t index, const std::string& location);

    /// The shots, at least one. `recent` as in coverScene.
    std::vector<ScriptShot> run(std::vector<std::size_t>& recent);

private:
    using People = std::vector<std::size_t>;
    static constexpr std::size_t none = PeopleInText::none;

    const Beat& beat(std::size_t i) const { return m_scene.beats[i]; }
    bool isSpeech(std::size_t i) const { return i < m_scene.beats.size() && beat(i).kind == Beat::Kind::speech; }
    /// V.O., O.S. and the other end of a phone.
    bool isUnseen(std::size_t i) const { return beat(i).offscreen || m_farVoices[i]; }
    std::size_t firstShown() const;
    std::string cutFrom(const std::string& size, const People& who) const;
    CameraNote takePending();
    ScriptShot& add(SetUp setUp);

    // place and action; the add… functions take a beat and return the next one that is not told yet
    void addSilentMaster();
    std::size_t addAction(std::size_t i);
    std::size_t gather(std::size_t i, SetUp& setUp, double limit);
    bool joinsGroup(const Beat& next, const std::string& text, double limit) const;
    bool sameSubject(const std::string& text, const std::string& next) const;
    bool isOnlyCamera(const Beat& beat) const;
    void holdCamera(const Beat& beat);
    std::string actionSize(const SetUp& setUp, bool master) const;
    bool actsThenSpeaks(std::size_t speech, const SetUp& setUp) const;
    std::size_t addActAndSpeech(std::size_t speech, SetUp setUp);
    void addPendingAlone();
    void addEmptyScene();

    // talk
    std::size_t addUnseenSpeech(std::size_t i);
    void addUnderVoice(const Beat& speech, const std::string& text, double seconds);
    std::size_t listenerOf(std::size_t i) const;
    bool leadsIntoSpeech(std::size_t action, const SetUp& setUp) const;
    std::size_t addLedSpeech(std::size_t speech, const SetUp& lead);
    std::size_t addSpeech(std::size_t i);
    void addParts(const Beat& speech, std::size_t listener);
    bool fitsOneShot(std::size_t a, std::size_t b) const;
    std::size_t addPair(std::size_t i);
    void addSpeaker(const Beat& speech, const SpeechPart& part, std::size_t listener);
    void addReaction(const Beat& speech, const std::string& text, std::size_t listener);

    const SceneBeats& m_scene;
    const Cast& m_cast;
    PeopleInText m_people;
    ShotList m_shots;
    std::vector<bool> m_farVoices; ///< for each beat: the other end of a phone
    CameraNote m_pending;          ///< of a camera line that stands alone ("ON MARA"), for the next set-up
    People m_pendingPeople;
    int m_pendingLine = 1;
    std::string m_lastBody;     ///< of the newest action
    int m_exchange = 0;         ///< speech shots since the newest action
    bool m_lastWasPair = false; ///< the newest shot holds two lines
};

} // namespace rushes::script
