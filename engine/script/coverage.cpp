// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/coverage.h"

#include "engine/script/letters.h"
#include "engine/script/people_in_text.h"
#include "engine/script/prompt.h"
#include "engine/script/shot_sizes.h"
#include "engine/script/speech_parts.h"
#include "engine/script/timing.h"

#include <algorithm>
#include <array>
#include <set>

namespace rushes::script {

namespace {

constexpr double wordsInGroup = 24, wordsInMaster = 30, shortSentence = 5;
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Walks the beats of one scene and cuts them into set-ups. The steps are the rules of README.md.
class Coverage {
public:
    Coverage(const SceneBeats& scene, const Cast& cast, std::size_t index, const std::string& location)
        : m_scene(scene), m_cast(cast), m_people(cast, scene.key()), m_index(index), m_location(location), m_where(wherePhrase(scene.info, scene.weather, cast)) {}

    std::vector<ScriptShot> run(std::vector<std::size_t>& recent) {
        m_people.see(recent);
        m_onTheLine = onTheLine();
        const bool opensWithSpeech = !m_scene.beats.empty() && firstShown() < m_scene.beats.size() && m_scene.beats[firstShown()].kind == Beat::Kind::speech;
        if (opensWithSpeech) addSilentMaster();
        for (std::size_t i = 0; i < m_scene.beats.size();) {
            switch (m_scene.beats[i].kind) {
            case Beat::Kind::pause:
                if (!m_shots.empty()) m_shots.back().seconds = std::min(longestShot, m_shots.back().seconds + 1.2);
                ++i;
                break;
            case Beat::Kind::action: i = addAction(i); break;
            case Beat::Kind::speech: i = isUnseen(i) ? addUnseenSpeech(i) : addSpeech(i); break;
            }
        }
        if (m_pending.any()) addPendingAlone();
        if (m_shots.empty()) addEmptyScene();
        recent = m_people.recent();
        if (recent.size() > 3) recent.resize(3);
        for (ScriptShot& shot : m_shots) shot.seconds = tenths(std::max(shot.seconds, shortestShot));
        return std::move(m_shots);
    }

private:
    bool isUnseen(std::size_t i) const { return m_scene.beats[i].offscreen || m_onTheLine[i]; }

    std::size_t firstShown() const {
        std::size_t i = 0;
        while (i < m_scene.beats.size() && m_scene.beats[i].kind == Beat::Kind::pause) ++i;
        return i;
    }

    // --- shots of place and action -----------------------------------------------------------------------------------------------------

    /// A scene that starts with talk: one look at the place and at who is going to speak.
    void addSilentMaster() {
        std::vector<std::size_t> who;
        for (std::size_t i = firstShown(); i < m_scene.beats.size() && i < firstShown() + 8 && m_scene.beats[i].kind == Beat::Kind::speech && who.size() < 3; ++i) {
            if (isUnseen(i)) continue;
            for (const std::size_t person : m_scene.beats[i].speakers)
                if (std::find(who.begin(), who.end(), person) == who.end()) who.push_back(person);
        }
        CameraNote camera;
        camera.size = "wide";
        const std::string body = who.empty() ? "" : capitalised(joinedNames(m_cast, who)) + (who.size() > 1 ? " talk." : ".");
        const Beat& first = m_scene.beats[firstShown()];
        add(camera, body, 2.5, who, first.firstLine, first.firstLine);
    }

    /// A script's camera line without anything to see in it ("ON MARA", "WIDER") frames what comes next.
    bool isOnlyCamera(const Beat& beat) const {
        if (!beat.opens) return false;
        std::string rest = beat.text;
        const std::vector<Cast::Mention> mentions = m_cast.mentionsIn(rest, m_scene.key());
        for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) rest.erase(mention->begin, mention->end - mention->begin);
        const std::vector<Word> words = wordsOf(rest);
        return words.size() <= mentions.size() && std::all_of(words.begin(), words.end(), [](const Word& w) { return equalsNoCase(w.core, "and") || equalsNoCase(w.core, "the"); });
    }

    bool joinsGroup(const Beat& beat, const std::string& text, double limit) const {
        if (beat.kind != Beat::Kind::action || beat.opens || (!beat.camera.move.empty() && text.find("camera") != std::string::npos)) return false;
        if (text.size() + beat.text.size() > 1000) return false;
        const double words = wordCount(beat.text), before = wordCount(text);
        if (!beat.paragraph) return (words < shortSentence && before + words <= limit + 2 * shortSentence) || (before + words <= limit && sameSubject(text, beat.text, before));
        return before + words <= 14 && (words <= shortSentence || before <= shortSentence);
    }

    /// A longer group goes on only with the same person, or with no one named anew.
    bool sameSubject(const std::string& text, const std::string& next, double before) const {
        const std::vector<Cast::Mention> now = m_cast.mentionsIn(text, m_scene.key()), then = m_cast.mentionsIn(next, m_scene.key());
        return before < 8 || then.empty() || now.empty() || then.front().person == now.front().person;
    }

    std::size_t addAction(std::size_t i) {
        const Beat& first = m_scene.beats[i];
        m_exchange = 0;
        if (isOnlyCamera(first)) {
            m_pending = first.camera;
            m_pendingPeople = m_people.seenIn(first.text);
            m_people.see(m_pendingPeople);
            m_pendingLine = first.firstLine;
            return i + 1;
        }
        const bool master = m_shots.empty();
        std::string body = m_people.resolveOther(m_people.resolve(first.text));
        CameraNote camera = first.camera;
        int lastLine = first.lastLine;
        std::size_t next = i + 1;
        std::string previous = first.text;
        m_people.remember(body);
        while (next < m_scene.beats.size() && joinsGroup(m_scene.beats[next], body, master ? wordsInMaster : wordsInGroup)) {
            const Beat& beat = m_scene.beats[next++];
            body += " " + m_people.resolveAfter(body, beat.text);
            camera.fillFrom(beat.camera);
            lastLine = beat.lastLine;
            m_people.remember(beat.text);
        }
        camera.fillFrom(m_pending);
        std::vector<std::size_t> who = m_people.seenIn(body);
        if (who.empty()) who = m_pendingPeople;
        clearPending();
        if (camera.pov && !who.empty() && first.camera.pov && first.text.empty()) who.clear();
        if (!master && !camera.any() && who.empty() && next < m_scene.beats.size() && leadsIntoSpeech(m_scene.beats[next - 1], m_scene.beats[next], body) && !isUnseen(next))
            return addSpeech(next, body, first.firstLine);
        const bool explicitSize = !camera.size.empty();
        if (!explicitSize && camera.pov && !master) camera.size = sizeOfAction(body, who.size()) == "wide" ? "wide" : "medium";
        if (camera.size.empty()) camera.size = master ? masterSize(who) : cutFrom(sizeOfAction(body, who.size()), who);
        if (!master && !camera.pov && next < m_scene.beats.size() && actsThenSpeaks(m_scene.beats[next], body, who)) return addActAndSpeech(next, camera, explicitSize, body, who, first.firstLine);
        m_lastBody = body;
        const double limit = camera.pov || camera.size == "insert" ? 6.0 : longestShot;
        add(camera, body, std::min(actionSeconds(body), limit), who, first.firstLine, lastLine);
        return next;
    }

    std::string masterSize(const std::vector<std::size_t>& who) const { return who.empty() && m_scene.info.setting == "EXT" ? "extreme_wide" : "wide"; }

    std::string cutFrom(const std::string& size, const std::vector<std::size_t>& who) const {
        const bool sameFrame = !m_shots.empty() && m_shots.back().size == size && m_shots.back().characters == names(who);
        return sameFrame ? nextSize(size, who.size()) : size;
    }

    /// "Joe turns at the door." and then Joe speaks: one set-up.
    bool actsThenSpeaks(const Beat& speech, const std::string& body, const std::vector<std::size_t>& who) const {
        return speech.kind == Beat::Kind::speech && !speech.offscreen && !speech.dual && speech.speakers.size() == 1 && who.size() == 1 && who[0] == speech.speakers[0] && wordCount(body) <= 16 &&
               wordCount(speech.text) <= 14 && actionSeconds(body) + speechSeconds(speech.text, speech.pauses) <= 9.0;
    }

    std::size_t addActAndSpeech(std::size_t i, CameraNote camera, bool explicitSize, const std::string& body, const std::vector<std::size_t>& who, int firstLine) {
        const Beat& speech = m_scene.beats[i];
        if (!explicitSize && (camera.size == "full" || camera.size == "wide")) camera.size = "medium_full";
        ScriptShot& shot = add(camera, body + " " + speechSentence(m_cast, speech, speech.text, std::nullopt), actionSeconds(body) * 0.8 + speechSeconds(speech.text, speech.pauses), who, firstLine, speech.lastLine);
        shot.dialogue = lines(speech, speech.text);
        m_people.speaks(speech.speakers);
        ++m_exchange;
        return i + 1;
    }

    void addPendingAlone() {
        const std::vector<std::size_t> who = m_pendingPeople;
        CameraNote camera = m_pending;
        clearPending();
        if (camera.size.empty()) camera.size = m_shots.empty() ? "wide" : "medium";
        add(camera, who.empty() ? "" : capitalised(joinedNames(m_cast, who)) + ".", 2.5, who, m_pendingLine, m_pendingLine);
    }

    void addEmptyScene() {
        CameraNote camera;
        camera.size = "wide";
        std::string body;
        const std::vector<std::string> sentences = sentencesOf(m_scene.synopsis);
        if (!m_scene.cards.empty()) {
            body = "Title on screen: " + m_cast.plainText(m_scene.cards);
        } else if (!sentences.empty() && wordCount(sentences[0]) <= wordsInMaster) {
            body = m_cast.plainText(sentences[0]);
        }
        const std::vector<std::size_t> who = m_scene.cards.empty() ? m_people.seenIn(body) : std::vector<std::size_t>{};
        add(camera, body, body.empty() ? 3.0 : actionSeconds(body), who, m_scene.firstLine, m_scene.lastLine);
    }

    // --- shots of talk -----------------------------------------------------------------------------------------------------------------

    /// A voice from elsewhere runs over the picture before it while that is silent, then over those who hear it, or on over the same picture.
    std::size_t addUnseenSpeech(std::size_t i) {
        const Beat& speech = m_scene.beats[i];
        for (const SpeechPart& part : partsOf(speech.text)) {
            const double seconds = speechSeconds(part.text, part.first ? speech.pauses : 0);
            ScriptShot* before = m_shots.empty() ? nullptr : &m_shots.back();
            const bool silent = before && before->dialogue.empty();
            const bool goesOn = before && !part.first && before->seconds + seconds <= longestShot;
            if (silent || goesOn) {
                before->seconds = silent ? std::max(before->seconds, std::min(seconds + 1.0, std::max(longestShot, seconds))) : before->seconds + seconds;
                appendLines(*before, speech, part.text);
                before->lastLine = std::max(before->lastLine, speech.lastLine);
            } else {
                addUnderVoice(speech, part.text, seconds);
            }
        }
        return i + 1;
    }

    void addUnderVoice(const Beat& speech, const std::string& text, double seconds) {
        const std::size_t listener = speech.voiceOver && !m_lastBody.empty() ? none : m_people.lastSeenExcept(speech.speakers);
        CameraNote camera = m_pending;
        clearPending();
        std::vector<std::size_t> who;
        std::string body = m_lastBody;
        if (listener != none) {
            who = {listener};
            body = capitalised(m_cast.inSentence(listener)) + (speech.voiceOver ? "." : " listens.");
        } else {
            who = m_people.seenIn(body);
        }
        if (camera.size.empty()) camera.size = listener == none ? nextSize(m_shots.empty() ? "full" : m_shots.back().size, who.size()) : cutFrom("medium_close_up", who);
        ScriptShot& shot = add(camera, body, seconds + 0.5, who, speech.firstLine, speech.lastLine);
        appendLines(shot, speech, text);
    }

    /// Beats of someone whom no action of the scene names, spoken when the newest action was at a phone: the other end of the line.
    std::vector<bool> onTheLine() const {
        static constexpr std::array<std::string_view, 6> devices{"phone", "telephone", "dials", "receiver", "radio", "intercom"};
        std::set<std::size_t> named;
        for (const Beat& beat : m_scene.beats)
            if (beat.kind == Beat::Kind::action)
                for (const Cast::Mention& mention : m_cast.mentionsIn(beat.text, m_scene.key())) named.insert(mention.person);
        std::vector<bool> out(m_scene.beats.size(), false);
        bool phone = false;
        for (std::size_t i = 0; i < m_scene.beats.size(); ++i) {
            const Beat& beat = m_scene.beats[i];
            if (beat.kind == Beat::Kind::action) {
                const std::vector<Word> words = wordsOf(beat.text);
                phone = std::any_of(words.begin(), words.end(), [](const Word& w) { return isOneOf(w.core, devices); });
            }
            out[i] = phone && beat.kind == Beat::Kind::speech && beat.speakers.size() == 1 && !named.contains(beat.speakers[0]);
        }
        return out;
    }

    /// Who the speaker talks to: the last other voice of the scene, else the next one of this exchange.
    std::size_t listenerOf(std::size_t i) const {
        const Beat& speech = m_scene.beats[i];
        const std::size_t before = m_people.lastSpeakerExcept(speech.speakers);
        if (before != none) return before;
        for (std::size_t k = i + 1; k < m_scene.beats.size() && k < i + 12 && m_scene.beats[k].kind != Beat::Kind::action; ++k) {
            const Beat& other = m_scene.beats[k];
            if (other.kind == Beat::Kind::speech && !isUnseen(k) && other.speakers.size() == 1 && other.speakers != speech.speakers) return other.speakers[0];
        }
        return none;
    }

    /// "Taking the bait..." above a speech tells how the speaker speaks.
    static bool leadsIntoSpeech(const Beat& action, const Beat& speech, const std::string& body) {
        return action.leadsOn && speech.kind == Beat::Kind::speech && speech.manner.empty() && speech.speakers.size() == 1 && wordCount(body) <= 8 && sentencesOf(body).size() == 1;
    }

    std::size_t addSpeech(std::size_t i, const std::string& manner, int firstLine) {
        Beat speech = m_scene.beats[i];
        speech.manner = manner.substr(0, manner.find_last_not_of(".!") + 1);
        if (!speech.manner.empty() && isUpper(codePointAt(speech.manner, 0).value)) speech.manner = lowered(speech.manner.substr(0, 1)) + speech.manner.substr(1);
        speech.firstLine = firstLine;
        addParts(speech, listenerOf(i));
        return i + 1;
    }

    std::size_t addSpeech(std::size_t i) {
        const Beat& speech = m_scene.beats[i];
        if (i + 1 < m_scene.beats.size() && !isUnseen(i + 1) && fitsOneShot(speech, m_scene.beats[i + 1])) return addPair(i);
        const bool alone = speech.speakers.size() != 1 || lowered(speech.manner).find("phone") != std::string::npos;
        addParts(speech, alone ? none : listenerOf(i));
        return i + 1;
    }

    void addParts(const Beat& speech, std::size_t listener) {
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
    bool fitsOneShot(const Beat& a, const Beat& b) const {
        if (b.kind != Beat::Kind::speech || b.offscreen || a.speakers.empty() || b.speakers.empty() || a.speakers == b.speakers) return false;
        if (a.dual && b.dual) return speechSeconds(a.text, 0) <= longestShot && speechSeconds(b.text, 0) <= longestShot;
        const bool brief = wordCount(a.text) <= 9 && wordCount(b.text) <= 9 && a.pauses + b.pauses == 0 && !m_pending.any();
        return brief && !m_lastWasPair && !isIntimate(a.manner) && !isIntimate(b.manner);
    }

    std::size_t addPair(std::size_t i) {
        const Beat &a = m_scene.beats[i], &b = m_scene.beats[i + 1];
        CameraNote camera = m_pending;
        clearPending();
        if (camera.size.empty()) camera.size = "medium";
        std::vector<std::size_t> who = a.speakers;
        for (const std::size_t person : b.speakers)
            if (std::find(who.begin(), who.end(), person) == who.end()) who.push_back(person);
        camera.twoShot = who.size() == 2;
        const double both = a.dual && b.dual ? std::max(speechSeconds(a.text, 0), speechSeconds(b.text, 0)) : speechSeconds(a.text, 0) + speechSeconds(b.text, 0);
        ScriptShot& shot = add(camera, speechSentence(m_cast, a, a.text, std::nullopt) + " " + speechSentence(m_cast, b, b.text, std::nullopt), both, who, a.firstLine, b.lastLine);
        shot.dialogue = lines(a, a.text);
        appendLines(shot, b, b.text);
        m_people.speaks(a.speakers);
        m_people.speaks(b.speakers);
        ++m_exchange;
        m_lastWasPair = true;
        return i + 2;
    }

    void addSpeaker(const Beat& speech, const SpeechPart& part, std::size_t listener) {
        CameraNote camera = m_pending;
        std::vector<std::size_t> who = speech.speakers;
        std::optional<std::size_t> to;
        const bool framed = camera.any();
        clearPending();
        if (!framed && listener != none && part.first && !isIntimate(speech.manner)) {
            camera.twoShot = m_exchange == 0;
            camera.overShoulder = m_exchange % 2 == 1;
        }
        if (camera.twoShot || camera.overShoulder) {
            if (listener != none) {
                to = listener;
                who.push_back(listener);
            }
        }
        if (camera.size.empty()) camera.size = camera.twoShot || speech.speakers.size() > 1 ? "medium" : isIntimate(speech.manner) ? "close_up" : "medium_close_up";
        if (!framed && !camera.twoShot && !camera.overShoulder) camera.size = cutFrom(camera.size, who);
        Beat said = speech;
        if (!part.first) said.manner.clear();
        ScriptShot& shot = add(camera, speechSentence(m_cast, said, part.text, to), speechSeconds(part.text, part.first ? speech.pauses : 0), who, speech.firstLine, speech.lastLine);
        shot.dialogue = lines(speech, part.text);
        ++m_exchange;
    }

    void addReaction(const Beat& speech, const std::string& text, std::size_t listener) {
        CameraNote camera;
        camera.size = "close_up";
        ScriptShot& shot = add(camera, capitalised(m_cast.inSentence(listener)) + " listens.", speechSeconds(text, 0), {listener}, speech.firstLine, speech.lastLine);
        appendLines(shot, speech, text);
    }

    // --- the list ----------------------------------------------------------------------------------------------------------------------

    ScriptShot& add(CameraNote camera, const std::string& body, double seconds, const std::vector<std::size_t>& who, int firstLine, int lastLine) {
        if (camera.size.empty()) camera.size = "medium";
        ScriptShot shot;
        shot.scene = m_index;
        shot.prompt = promptText(camera, m_where, body);
        shot.size = camera.size;
        shot.angle = camera.angle.empty() ? "level" : camera.angle;
        shot.move = camera.move.empty() ? "static" : camera.move;
        shot.lensMm = camera.lensMm;
        shot.seconds = seconds;
        shot.characters = names(who);
        shot.location = m_location;
        shot.firstLine = firstLine;
        shot.lastLine = std::max(firstLine, lastLine);
        m_shots.push_back(std::move(shot));
        m_people.see(who);
        m_lastWasPair = false;
        return m_shots.back();
    }

    std::vector<std::string> names(const std::vector<std::size_t>& who) const {
        std::vector<std::string> out;
        for (const std::size_t person : who)
            if (std::find(out.begin(), out.end(), m_cast.people()[person].name) == out.end()) out.push_back(m_cast.people()[person].name);
        return out;
    }

    std::vector<ShotDialogue> lines(const Beat& speech, const std::string& text) const {
        if (speech.speakers.empty()) return {{speech.cue, text}};
        std::vector<ShotDialogue> out;
        for (const std::size_t person : speech.speakers) out.push_back({m_cast.people()[person].name, text});
        return out;
    }

    void appendLines(ScriptShot& shot, const Beat& speech, const std::string& text) const {
        for (ShotDialogue& line : lines(speech, text)) shot.dialogue.push_back(std::move(line));
    }

    void clearPending() {
        m_pending = {};
        m_pendingPeople.clear();
    }

    const SceneBeats& m_scene;
    const Cast& m_cast;
    PeopleInText m_people;
    std::size_t m_index = 0;
    std::string m_location;
    std::string m_where;
    std::vector<ScriptShot> m_shots;
    CameraNote m_pending; ///< of a camera line that stands alone
    std::vector<std::size_t> m_pendingPeople;
    int m_pendingLine = 1;
    std::string m_lastBody; ///< of the newest action
    std::vector<bool> m_onTheLine; ///< for each beat
    int m_exchange = 0; ///< speech shots since the last action
    bool m_lastWasPair = false;
};

} // namespace

std::vector<ScriptShot> coverScene(const SceneBeats& beats, const Cast& cast, std::size_t scene, const std::string& location, std::vector<std::size_t>& recent) {
    return Coverage(beats, cast, scene, location).run(recent);
}

} // namespace rushes::script
