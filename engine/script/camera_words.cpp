// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/camera_words.h"

#include "engine/script/camera_moves.h"
#include "engine/script/letters.h"
#include "engine/script/words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rushes::script {

void CameraNote::fillFrom(const CameraNote& other) {
    if (size.empty()) size = other.size;
    if (angle.empty()) angle = other.angle;
    if (move.empty()) move = other.move;
    if (!lensMm) lensMm = other.lensMm;
    pov = pov || other.pov;
    overShoulder = overShoulder || other.overShoulder;
    twoShot = twoShot || other.twoShot;
}

namespace {

struct Lead {
    std::string_view words; ///< small letters, blanks for hyphens
    std::string_view size;
    std::string_view angle;
    std::string_view move;
};
/// Framings that open a sentence; the longest that fits counts. Those of one plain word need a colon, dash or "on"
/// behind them.
constexpr std::array leads{
    Lead{"extreme close up", "extreme_close_up", "", ""},
    Lead{"extreme closeup", "extreme_close_up", "", ""},
    Lead{"big close up", "extreme_close_up", "", ""},
    Lead{"ecu", "extreme_close_up", "", ""},
    Lead{"xcu", "extreme_close_up", "", ""},
    Lead{"medium close up", "medium_close_up", "", ""},
    Lead{"mcu", "medium_close_up", "", ""},
    Lead{"close up shot", "close_up", "", ""},
    Lead{"close up", "close_up", "", ""},
    Lead{"closeup", "close_up", "", ""},
    Lead{"close on", "close_up", "", ""},
    Lead{"close shot", "close_up", "", ""},
    Lead{"close angle", "close_up", "", ""},
    Lead{"close", "close_up", "", ""},
    Lead{"tight on", "close_up", "", ""},
    Lead{"tight shot", "close_up", "", ""},
    Lead{"cu", "close_up", "", ""},
    Lead{"medium wide shot", "medium_full", "", ""},
    Lead{"medium full shot", "medium_full", "", ""},
    Lead{"cowboy shot", "medium_full", "", ""},
    Lead{"medium shot", "medium", "", ""},
    Lead{"medium on", "medium", "", ""},
    Lead{"medium angle", "medium", "", ""},
    Lead{"mid shot", "medium", "", ""},
    Lead{"two shot", "medium", "", ""},
    Lead{"full shot", "full", "", ""},
    Lead{"full figure", "full", "", ""},
    Lead{"extreme wide shot", "extreme_wide", "", ""},
    Lead{"extreme wide angle", "extreme_wide", "", ""},
    Lead{"extreme wide", "extreme_wide", "", ""},
    Lead{"extreme long shot", "extreme_wide", "", ""},
    Lead{"ews", "extreme_wide", "", ""},
    Lead{"very wide shot", "extreme_wide", "", ""},
    Lead{"wide shot", "wide", "", ""},
    Lead{"wide angle", "wide", "", ""},
    Lead{"wide on", "wide", "", ""},
    Lead{"wide view", "wide", "", ""},
    Lead{"wider angle", "wide", "", ""},
    Lead{"wider shot", "wide", "", ""},
    Lead{"wider", "wide", "", ""},
    Lead{"wide", "wide", "", ""},
    Lead{"long shot", "wide", "", ""},
    Lead{"master shot", "wide", "", ""},
    Lead{"establishing shot", "extreme_wide", "", ""},
    Lead{"establishing", "extreme_wide", "", ""},
    Lead{"insert shot", "insert", "", ""},
    Lead{"insert", "insert", "", ""},
    Lead{"detail", "insert", "", ""},
    Lead{"angle on", "medium", "", ""},
    Lead{"new angle", "medium", "", ""},
    Lead{"another angle", "medium", "", ""},
    Lead{"reverse angle", "medium", "", ""},
    Lead{"reverse on", "medium", "", ""},
    Lead{"angle", "medium", "", ""},
    Lead{"favoring", "medium", "", ""},
    Lead{"low angle", "", "low", ""},
    Lead{"high angle", "", "high", ""},
    Lead{"from a low angle", "", "low", ""},
    Lead{"from a high angle", "", "high", ""},
    Lead{"from a very low angle", "", "low", ""},
    Lead{"from a very high angle", "", "high", ""},
    Lead{"bird's eye view", "", "bird_eye", ""},
    Lead{"birds eye view", "", "bird_eye", ""},
    Lead{"overhead shot", "", "bird_eye", ""},
    Lead{"overhead view", "", "bird_eye", ""},
    Lead{"overhead", "", "bird_eye", ""},
    Lead{"aerial shot", "extreme_wide", "high", ""},
    Lead{"aerial view", "extreme_wide", "high", ""},
    Lead{"aerial", "extreme_wide", "high", ""},
    Lead{"dutch angle", "", "dutch", ""},
    Lead{"canted angle", "", "dutch", ""},
    Lead{"worm's eye view", "", "worm_eye", ""},
    Lead{"various shots", "", "", ""},
    Lead{"single shots", "", "", ""},
    Lead{"single shot", "", "", ""},
    Lead{"series of shots", "", "", ""},
    Lead{"quick cuts", "", "", ""},
    Lead{"quick shots", "", "", ""},
    Lead{"tracking shot", "", "", "follow"},
    Lead{"crane shot", "", "", "crane up"},
    Lead{"dolly shot", "", "", "dolly in"},
    Lead{"handheld shot", "", "", "handheld"},
    Lead{"handheld", "", "", "handheld"},
    Lead{"steadicam", "", "", "follow"},
};

std::string spaced(std::string_view text) {
    return lowered(replacedAll(replacedAll(std::string(text), "-", " "), "\u2019", "'"));
}

std::size_t skipSigns(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (isBlankChar(text[at]) || std::string_view(":,;-").find(text[at]) != std::string_view::npos) {
            ++at;
        } else if (text.substr(at, 3) == "\u2014" || text.substr(at, 3) == "\u2013") {
            at += 3;
        } else {
            break;
        }
    }
    return at;
}

/// Skips "on", "of", "from" behind a framing.
std::size_t skipLinks(std::string_view text, std::size_t at) {
    for (bool again = true; again;) {
        again = false;
        at = skipSigns(text, at);
        for (const std::string_view link : {"on ", "of ", "ON ", "OF ", "On ", "Of "}) {
            if (text.substr(at, 3) != link) continue;
            at += 3;
            again = true;
        }
    }
    return at;
}

bool isBoundary(std::string_view text, std::size_t at) {
    return at >= text.size() || (!isLetter(codePointAt(text, at).value) && text[at] != '\'' && !isDigit(text[at]));
}

bool isLinked(std::string_view text, std::size_t end) {
    if (trimmed(text.substr(std::min(end, text.size()))).empty()) return true;
    const std::size_t next = text.find_first_not_of(' ', end);
    const std::string_view rest = text.substr(next);
    return rest[0] == ':' || rest[0] == '-' || rest[0] == ',' || rest[0] == '.' || startsWithNoCase(rest, "on ") ||
           startsWithNoCase(rest, "of ") || rest.substr(0, 3) == "\u2014" || rest.substr(0, 3) == "\u2013";
}

/// The framing at the start of `text`; returns how many bytes it takes, 0 for none.
std::size_t readLead(std::string_view text, CameraNote& note) {
    const std::string low = spaced(text.substr(0, 80));
    const Lead* best = nullptr;
    for (const Lead& lead : leads)
        if (low.compare(0, lead.words.size(), lead.words) == 0 && isBoundary(text, lead.words.size()) &&
            (!best || lead.words.size() > best->words.size()))
            best = &lead;
    if (!best) return 0;
    const bool caps = isAllCaps(text.substr(0, best->words.size())) ||
                      (startsWithNoCase(best->words, "from a") && isAllCaps(text.substr(best->words.size() - 9, 9)));
    const bool plainWord = best->words.find(' ') == std::string_view::npos;
    const bool linked = isLinked(text, best->words.size());
    if (!caps && !(linked && !plainWord && text[best->words.size()] == ':')) return 0;
    if (plainWord && !linked) return 0;
    CameraNote said;
    said.size = best->size;
    said.angle = best->angle;
    said.move = best->move;
    said.twoShot = best->words == "two shot";
    note.fillFrom(said);
    return best->words.size();
}

/// "MARA'S POV", "POV", "POV MARA", "OVER MARA'S SHOULDER", "OVER THE SHOULDER", "ON MARA".
std::size_t readPointOfView(std::string_view text, CameraNote& note) {
    const std::vector<Word> words = wordsOf(text.substr(0, 120));
    for (std::size_t i = 0; i < words.size() && i < 4; ++i) {
        const bool caps = isAllCaps(words[i].core);
        const bool phrase = caps && i + 2 < words.size() && words[i].core == "POINT" && words[i + 1].core == "OF" &&
                            words[i + 2].core == "VIEW";
        if (words[i].core == "POV" || words[i].core == "P.O.V" || phrase) {
            if (i > 0 && !words[i - 1].possessive && !isAllCaps(words[i - 1].core)) return 0;
            note.pov = true;
            return words[phrase ? i + 2 : i].end;
        }
        if (caps && i > 0 && equalsNoCase(words[0].core, "over") &&
            (words[i].core == "SHOULDER" || words[i].core == "SHOULDERS")) {
            note.overShoulder = true;
            return words[i].end;
        }
        if (words[0].core == "OTS") {
            note.overShoulder = true;
            return words[0].end;
        }
    }
    return 0;
}

std::optional<double> readLens(std::string_view text) {
    for (std::size_t at = text.find("mm"); at != std::string_view::npos; at = text.find("mm", at + 2)) {
        std::size_t end = at;
        while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '-'))
            --end;
        std::size_t begin = end;
        while (begin > 0 && (isDigit(text[begin - 1]) || text[begin - 1] == '.'))
            --begin;
        double mm = 0;
        const auto parsed = std::from_chars(text.data() + begin, text.data() + end, mm);
        const bool filmStock = startsWithNoCase(trimmed(text.substr(at + 2)), "film");
        if (parsed.ec == std::errc() && begin < end && mm >= 8 && mm <= 800 && isBoundary(text, at + 2) && !filmStock)
            return mm;
    }
    return std::nullopt;
}

/// "we see", "we can see that", "we find": the words of the teller, not of the picture.
std::string withoutTeller(std::string text) {
    if (startsWithNoCase(text, "come to find ")) text = capitalised(text.substr(13));
    static constexpr std::array<std::string_view, 17> phrases{
        "we see why: ", "as we watch, ", "we watch as ", "where we see", "we can see that ", "we can see ",
        "we see that ", "we see ",       "we now see ",  "we find ",     "we spot ",         "we notice ",
        "we discover ", "we hear ",      "we reveal ",   "we realize ",  "we glimpse "};
    for (const std::string_view phrase : phrases) {
        const std::string low = lowered(text);
        if (low.size() != text.size()) return text;
        const std::size_t at = low.find(phrase);
        if (at == std::string::npos || (at > 0 && low[at - 1] != ' ') ||
            (at >= 3 && low.compare(at - 3, 3, "as ") == 0))
            continue;
        text.erase(at, phrase.size());
    }
    return capitalised(text);
}

} // namespace

CameraReading readCamera(std::string_view sentence) {
    CameraReading out;
    std::size_t at = 0;
    for (int round = 0; round < 3; ++round) {
        const std::string_view rest = sentence.substr(at);
        std::size_t taken = readPointOfView(rest, out.note);
        if (taken == 0) taken = readLead(rest, out.note);
        if (taken == 0 && round == 0 && rest.substr(0, 3) == "ON " && isAllCaps(rest) && rest.back() != '.') {
            out.note.size = "medium";
            taken = 2;
        }
        if (taken == 0) break;
        out.opens = true;
        at += taken;
        if (at < sentence.size() && sentence[at] == '.') ++at; // "LOW ANGLE. The man"
        at = skipLinks(sentence, at);
    }
    CameraNote inside;
    out.text = withoutTeller(withCameraAsSubject(sentence.substr(std::min(at, sentence.size())), inside));
    inside.lensMm = readLens(sentence);
    out.note.fillFrom(inside);
    return out;
}

bool startsWithCameraWords(std::string_view line) {
    line = trimmed(line);
    CameraNote note;
    if (!isAllCaps(line.substr(0, line.find('(')))) return false;
    if (readPointOfView(line, note) > 0 || readLead(line, note) > 0) return true;
    return (line.substr(0, 3) == "ON " || line.substr(0, 8) == "BACK TO ") && wordCount(line) >= 2;
}

} // namespace rushes::script
