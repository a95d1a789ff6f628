// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/beats.h"

#include "engine/script/letters.h"
#include "engine/script/line_forms.h"
#include "engine/script/speech_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rushes::script {

namespace {

std::string bareKey(std::string_view text) {
    std::string key = lowered(squeezed(text));
    while (!key.empty() && std::string_view(".:()*_-! ").find(key.back()) != std::string_view::npos)
        key.pop_back();
    while (!key.empty() && std::string_view("(*_- ").find(key.front()) != std::string_view::npos)
        key.erase(0, 1);
    return key;
}

/// Lines that belong to the page and not to the film.
bool isPageMatter(std::string_view text) {
    static constexpr std::array<std::string_view, 26> words{
        "fade in",       "fade out",   "fade to black", "fade to white", "cut to black", "cut to",        "continued",
        "cont'd",        "more",       "the end",       "end",           "omitted",      "back to scene", "later",
        "moments later", "continuous", "meanwhile",     "same time",     "end credits",  "roll credits",  "end titles",
        "black",         "blackout",   "montage",       "end montage",   "smash cut"};
    const std::string key = bareKey(text);
    if (key.empty() || !hasLetter(key)) return wordCount(text) <= 2; // a page number
    if (std::find(words.begin(), words.end(), key) != words.end()) return true;
    if (key.rfind("page ", 0) == 0 && key.find_first_not_of("0123456789.", 5) == std::string::npos) return true;
    const std::string_view bare = trimmed(text);
    const bool japaneseFade = bare.substr(0, 12) == "\u30D5\u30A7\u30FC\u30C9"; // フェード
    const bool colon = bare.back() == ':' || (bare.size() >= 3 && bare.substr(bare.size() - 3) == "\uFF1A");
    if (japaneseFade && wordCount(text) <= 5) return true;
    if (!isAllCaps(text)) return false;
    const bool dissolve = key.rfind("dissolve", 0) == 0 || key.rfind("crossfade", 0) == 0 ||
                          key.rfind("cross fade", 0) == 0 || key.rfind("match cut", 0) == 0 ||
                          key.rfind("smash cut", 0) == 0;
    const bool title = key.rfind("super", 0) == 0 || key.rfind("title", 0) == 0 || key.rfind("intercut", 0) == 0 ||
                       key.rfind("card:", 0) == 0;
    return dissolve || title || looksLikeTransition(trimmed(text)) ||
           (colon && wordCount(text) <= 4 && !startsWithCameraWords(text));
}

bool isPauseSentence(std::string_view sentence) {
    static constexpr std::array<std::string_view, 16> words{
        "a beat",       "beat",       "a long beat",  "long beat",    "a pause",           "pause",
        "a long pause", "silence",    "a moment",     "a beat, then", "a long beat, then", "another beat",
        "then",         "long pause", "a short beat", "a silence"};
    const std::string key = bareKey(sentence);
    return std::find(words.begin(), words.end(), key) != words.end();
}

/// Notes that the reader left in the text because an empty line cut them in two.
std::string withoutBrokenNotes(const std::string& text, bool& inNote) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (inNote) {
            const std::size_t close = text.find("]]", i);
            if (close == std::string::npos) return out;
            inNote = false;
            i = close + 2;
        } else {
            const std::size_t open = std::min(text.find("[[", i), text.size());
            out.append(text, i, open - i);
            inNote = open < text.size();
            i = inNote ? open + 2 : open;
        }
    }
    return out;
}

/// "…, but mercifully we..." leads over the cut; the picture ends before it.
std::string withoutOpenEnd(const std::string& sentence) {
    for (const std::string_view tail :
         {" we...", " we--", " we --", " we -", " we \u2026", " we\u2026", " to...", " and...", " where..."}) {
        if (sentence.size() <= tail.size() || sentence.compare(sentence.size() - tail.size(), tail.size(), tail) != 0)
            continue;
        const std::size_t comma = sentence.rfind(',');
        return comma == std::string::npos || wordCount(std::string_view(sentence).substr(comma)) > 6
                   ? sentence.substr(0, sentence.size() - tail.size())
                   : sentence.substr(0, comma);
    }
    return sentence;
}

class BeatReader {
public:
    BeatReader(const Document& document, const Cast& cast, std::vector<ScriptWarning>& warnings)
        : m_document(document), m_cast(cast), m_warnings(warnings) {}

    std::vector<SceneBeats> run() {
        for (std::size_t i = 0; i < m_document.elements.size(); ++i) {
            const Element& element = m_document.elements[i];
            switch (element.type) {
            case ElementType::sceneHeading:
                startScene(element);
                break;
            case ElementType::action:
                readAction(element);
                break;
            case ElementType::character:
                i = readSpeech(i);
                break;
            case ElementType::synopsis:
                readSynopsis(element);
                break;
            case ElementType::centred:
                readCard(element);
                break;
            case ElementType::pageBreak:
                dropFrontMatter(element);
                break;
            case ElementType::lyrics:
                addAction("A song: \"" + squeezed(element.text) + "\"", element, true);
                break;
            default:
                break;
            }
        }
        for (SceneBeats& scene : m_scenes)
            finish(scene);
        return std::move(m_scenes);
    }

private:
    void startScene(const Element& heading) {
        SceneBeats scene;
        scene.heading = squeezed(heading.text);
        scene.number = heading.sceneNumber;
        scene.info = readHeading(scene.heading);
        if (scene.info.timeOfDay.empty() && scene.info.continues && !m_scenes.empty())
            scene.info.timeOfDay = m_scenes.back().info.timeOfDay;
        scene.firstLine = heading.firstLine;
        scene.lastLine = heading.lastLine;
        if (!m_orphanSynopsis.empty()) scene.synopsis = std::exchange(m_orphanSynopsis, {});
        m_scenes.push_back(std::move(scene));
        m_inBrokenNote = false;
    }

    SceneBeats& scene(const Element& element) {
        if (m_scenes.empty()) {
            SceneBeats first;
            first.firstLine = element.firstLine;
            m_scenes.push_back(std::move(first));
        }
        m_scenes.back().lastLine = std::max(m_scenes.back().lastLine, element.lastLine);
        return m_scenes.back();
    }

    /// What stands before the first heading and above a page break is a motto or a cast list.
    void dropFrontMatter(const Element& pageBreak) {
        if (m_scenes.size() != 1 || !m_scenes[0].heading.empty()) return;
        m_warnings.push_back({m_scenes[0].firstLine, "text above the page break in line " +
                                                         std::to_string(pageBreak.firstLine) +
                                                         " was taken as front matter; it makes no shot"});
        m_scenes.clear();
    }

    void readSynopsis(const Element& element) {
        std::string& to = m_scenes.empty() ? m_orphanSynopsis : m_scenes.back().synopsis;
        to += (to.empty() ? "" : " ") + squeezed(element.text);
    }

    void readCard(const Element& element) {
        if (m_scenes.empty() || isPageMatter(element.text)) return;
        std::string& cards = scene(element).cards;
        cards += (cards.empty() ? "" : " ") + squeezed(element.text);
    }

    void readAction(const Element& element) {
        const std::string text = withoutBrokenNotes(element.text, m_inBrokenNote);
        if (trimmed(text).empty() || (!element.forced && isPageMatter(text)) ||
            (element.forced && bareKey(text).rfind("fade", 0) == 0))
            return;
        bool first = true;
        for (const std::string& sentence : sentencesOf(text)) {
            if (isPageMatter(sentence) && isAllCaps(sentence)) continue;
            if (isPauseSentence(sentence)) {
                Beat pause;
                pause.kind = Beat::Kind::pause;
                add(std::move(pause), element);
                continue;
            }
            for (const std::string& piece : piecesOf(sentence)) {
                addAction(piece, element, first);
                first = false;
            }
        }
    }

    void addAction(const std::string& sentence, const Element& element, bool first) {
        const std::vector<Word> words = wordsOf(sentence);
        const bool teller = words.size() <= 2 && !words.empty() &&
                            (equalsNoCase(words[0].core, "we") ||
                             equalsNoCase(words[0].core, "we're")); // "We are..." leads over the cut
        if (teller) return;
        CameraReading reading = readCamera(m_cast.withoutIntroductions(withoutOpenEnd(sentence)));
        Beat beat;
        beat.camera = reading.note;
        beat.opens = reading.opens;
        beat.paragraph = first;
        for (const std::string_view tail : {"...", "--", "\u2026", "\u2014"})
            beat.leadsOn = beat.leadsOn || (sentence.size() > tail.size() &&
                                            sentence.compare(sentence.size() - tail.size(), tail.size(), tail) == 0);
        beat.text = hasLetter(reading.text) || wordCount(reading.text) > 0
                        ? m_cast.plainText(reading.text, m_scenes.empty() ? 0 : m_scenes.back().key())
                        : "";
        if (beat.text.empty() && !beat.camera.any()) return;
        add(std::move(beat), element);
    }

    /// Reads cue and speech from element `i`; returns the last element that belongs to it.
    std::size_t readSpeech(std::size_t i) {
        const Element& cue = m_document.elements[i];
        if (!isSpeakerName(cue.text)) return readNamelessCue(i);
        Beat beat;
        beat.kind = Beat::Kind::speech;
        beat.speakers = m_cast.ofCue(cue.text);
        beat.cue = capitalised(titleCased(squeezed(cue.text)));
        beat.offscreen = isOffscreen(cue.extension) || isDeviceVoice(cue.text);
        beat.voiceOver = isVoiceOver(cue.extension);
        if (lowered(cue.extension).find("phone") != std::string::npos && !beat.offscreen) beat.manner = "on the phone";
        beat.firstLine = cue.firstLine;
        beat.lastLine = cue.lastLine;
        beat.dual =
            cue.dual && !m_scenes.empty() && !m_scenes.back().beats.empty() && m_scenes.back().beats.back().dual;
        std::size_t last = i;
        for (std::size_t k = i + 1; k < m_document.elements.size(); ++k) {
            const Element& part = m_document.elements[k];
            if (part.type == ElementType::note || part.type == ElementType::boneyard) continue;
            if (part.type == ElementType::parenthetical) {
                readManner(part.text, beat);
            } else if (part.type == ElementType::dialogue || part.type == ElementType::lyrics) {
                beat.text += (beat.text.empty() ? "" : " ") + squeezed(part.text);
            } else {
                break;
            }
            beat.lastLine = part.lastLine;
            last = k;
        }
        if (cue.dual) beat.dual = true;
        if (!trimmed(beat.text).empty()) addSpeech(std::move(beat), cue);
        return last;
    }

    /// "CLOSE ON THE GUN" or "LATER" with text right below it: a line of action that looked like a cue.
    std::size_t readNamelessCue(std::size_t i) {
        const Element& cue = m_document.elements[i];
        std::string text;
        std::size_t last = i;
        for (std::size_t k = i + 1;
             k < m_document.elements.size() && m_document.elements[k].type == ElementType::dialogue; ++k) {
            text += (text.empty() ? "" : " ") + m_document.elements[k].text;
            last = k;
        }
        if (startsWithCameraWords(cue.text)) addAction(cue.text, cue, true);
        bool first = true;
        for (const std::string& sentence : sentencesOf(text))
            for (const std::string& piece : piecesOf(sentence))
                addAction(piece, m_document.elements[last], std::exchange(first, false));
        return last;
    }

    void addSpeech(Beat beat, const Element& cue) {
        const Element& element = cue;
        SceneBeats& in = scene(element);
        in.lastLine = std::max(in.lastLine, beat.lastLine);
        const bool continued = lowered(cue.extension).find("cont") != std::string::npos && !in.beats.empty() &&
                               in.beats.back().kind == Beat::Kind::speech &&
                               in.beats.back().speakers == beat.speakers &&
                               in.beats.back().offscreen == beat.offscreen && !beat.dual;
        if (!continued) {
            in.beats.push_back(std::move(beat));
            return;
        }
        Beat& before = in.beats.back(); // broken by a page: one speech
        before.text += " " + beat.text;
        before.pauses += beat.pauses;
        before.lastLine = beat.lastLine;
        if (before.manner.empty()) before.manner = beat.manner;
    }

    static bool isOffscreen(std::string_view extension) {
        const std::string low = lowered(replacedAll(replacedAll(std::string(extension), ".", ""), " ", ""));
        for (const std::string_view mark :
             {"vo", "os", "oc", "voiceover", "offscreen", "offcamera", "filtered", "prelap", "pre-lap", "throughphone",
              "overphone", "onradio", "onspeaker", "ontv", "overradio", "throughdoor", "fromradio"}) {
            std::size_t at = low.find(mark);
            const bool whole = mark.size() > 2 || at == 0 || (at != std::string::npos && low[at - 1] == ',');
            const bool ends = at != std::string::npos && (mark.size() > 2 || at + mark.size() == low.size() ||
                                                          low[at + mark.size()] == ',' || low[at + mark.size()] == '/');
            if (at != std::string::npos && whole && ends) return true;
        }
        return false;
    }

    static bool isVoiceOver(std::string_view extension) {
        const std::string low = lowered(replacedAll(replacedAll(std::string(extension), ".", ""), " ", ""));
        return low.rfind("vo", 0) == 0 || low.find(",vo") != std::string::npos ||
               low.find("voiceover") != std::string::npos || low.find("prelap") != std::string::npos ||
               low.find("pre-lap") != std::string::npos;
    }

    static void readManner(std::string_view parenthetical, Beat& beat) {
        static constexpr std::array<std::string_view, 12> noise{
            "more", "cont'd",    "continuing",           "cont",  "continued", "then", "re", "o.s",
            "v.o",  "subtitled", "quickly interrupting", "a beat"};
        static constexpr std::array<std::string_view, 12> interjections{"oh",   "ah",  "uh",   "um",   "wow", "hey",
                                                                        "what", "huh", "well", "okay", "no",  "yes"};
        std::string text = squeezed(parenthetical);
        const std::size_t end = std::min({text.find(';'), text.find(". "), text.size()});
        const std::string key = bareKey(text);
        if (isPauseSentence(text) || key.find("beat") != std::string::npos || key.find("pause") == 0) {
            ++beat.pauses;
            return;
        }
        text = text.substr(0, end);
        if (const std::size_t subtitled = lowered(text).find("subtitled"); subtitled != std::string::npos)
            text = text.substr(0, subtitled);
        while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ' '))
            text.pop_back();
        const bool exclaims = isOneOf(wordsOf(text).empty() ? "" : wordsOf(text)[0].core, interjections);
        const bool skip = exclaims || text.empty() || std::find(noise.begin(), noise.end(), key) != noise.end() ||
                          key.rfind("re:", 0) == 0;
        if (beat.manner.empty() && !skip && wordCount(text) <= 8) beat.manner = text;
    }

    void add(Beat beat, const Element& element) {
        beat.firstLine = element.firstLine;
        beat.lastLine = element.lastLine;
        scene(element).beats.push_back(std::move(beat));
    }

    void finish(SceneBeats& scene) {
        scene.weather = scene.info.weather;
        if (scene.info.setting == "INT") return;
        std::size_t looked = 0;
        for (const Beat& beat : scene.beats) { // of the opening: later rain is told where it falls
            if (beat.kind != Beat::Kind::action || ++looked > 4) continue;
            for (const std::string& one : weatherIn(beat.text))
                if (std::find(scene.weather.begin(), scene.weather.end(), one) == scene.weather.end())
                    scene.weather.push_back(one);
        }
        if (scene.weather.size() > 2) scene.weather.resize(2);
    }

    const Document& m_document;
    const Cast& m_cast;
    std::vector<ScriptWarning>& m_warnings;
    std::vector<SceneBeats> m_scenes;
    std::string m_orphanSynopsis;
    bool m_inBrokenNote = false;
};

} // namespace

std::vector<SceneBeats> readBeats(const Document& document, const Cast& cast, std::vector<ScriptWarning>& warnings) {
    return BeatReader(document, cast, warnings).run();
}

} // namespace rushes::script
