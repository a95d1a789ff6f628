// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/prompt.h"

#include "engine/script/letters.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

std::string placeText(std::string_view place, const Cast& cast) {
    std::string out;
    std::size_t i = 0;
    while (i < place.size()) {
        const std::size_t end = std::min(place.find(' ', i), place.size());
        out += cast.placeWord(place.substr(i, end - i));
        if (end < place.size()) out += ' ';
        i = end + 1;
    }
    return out;
}

/// The word before a place: what one stands on, in or at.
std::string_view preposition(std::string_view setting, std::string_view place) {
    static constexpr std::array<std::string_view, 33> on{
        "street",  "road",    "bridge",  "beach",    "roof",     "rooftop", "deck",   "platform", "pier",
        "quay",    "dock",    "hill",    "hilltop",  "mountain", "field",   "lawn",   "porch",    "patio",
        "terrace", "balcony", "highway", "sidewalk", "pavement", "shore",   "island", "bus",      "train",
        "ferry",   "boat",    "ship",    "tram",     "jetty",    "avenue"};
    static constexpr std::array<std::string_view, 20> in{
        "forest", "garden",  "park",  "yard",     "woods",     "alley",      "courtyard",
        "desert", "jungle",  "swamp", "backyard", "lot",       "playground", "square",
        "town",   "village", "city",  "car",      "graveyard", "cemetery"};
    const std::vector<Word> words = wordsOf(place);
    const std::string_view last = words.empty() ? std::string_view{} : words.back().core;
    if (isOneOf(last, on)) return "on";
    if (setting == "INT" || isOneOf(last, in)) return "in";
    return "at";
}

std::string withArticle(const std::string& place) {
    const std::vector<Word> words = wordsOf(place);
    if (words.empty()) return place;
    static constexpr std::array<std::string_view, 10> own{"the",   "a",   "an", "his",     "her",
                                                          "their", "our", "my", "outside", "inside"};
    const bool owned = std::any_of(words.begin(), words.end(), [](const Word& w) { return w.possessive; }) &&
                       isUpper(codePointAt(place, words[0].begin).value);
    const bool named = owned || words[0].possessive || isOneOf(words[0].core, own) ||
                       (words.size() == 1 && isUpper(codePointAt(place, words[0].begin).value));
    return named ? place : "the " + place;
}

std::string sizeWords(std::string_view size) {
    if (size == "extreme_wide") return "extreme wide shot";
    if (size == "full") return "full shot";
    if (size == "medium_full") return "medium full shot";
    if (size == "medium") return "medium shot";
    if (size == "medium_close_up") return "medium close-up";
    if (size == "close_up") return "close-up";
    if (size == "extreme_close_up") return "extreme close-up";
    if (size == "insert") return "insert shot";
    return "wide shot";
}

std::string angleWords(std::string_view angle) {
    if (angle == "low" || angle == "high" || angle == "dutch") return ", " + std::string(angle) + " angle";
    if (angle == "bird_eye") return ", bird's-eye view";
    return angle == "worm_eye" ? ", worm's-eye view" : "";
}

/// "dolly in" → "The camera dollies in."
std::string moveSentence(const std::string& move) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> verbs{
        {{"pan", "pans"},
         {"tilt", "tilts"},
         {"dolly", "dollies"},
         {"truck", "trucks"},
         {"pedestal", "moves"},
         {"arc", "arcs"},
         {"crane", "cranes"},
         {"zoom", "zooms"},
         {"follow", "follows"},
         {"side_track", "tracks alongside"},
         {"whip_pan", "whip pans"},
         {"rack_focus", "racks focus"},
         {"roll", "rolls"},
         {"lead", "leads"},
         {"tail", "follows from behind"},
         {"reveal", "reveals"}}};
    if (move.empty() || move == "static") return {};
    if (move == "handheld") return " Handheld camera.";
    const std::size_t space = std::min(move.find(' '), move.size());
    for (const auto& [name, verb] : verbs)
        if (move.compare(0, space, name) == 0) return " The camera " + std::string(verb) + move.substr(space) + ".";
    return {};
}

std::string formatLens(double mm) {
    std::string text = std::to_string(mm);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text + "mm lens";
}

bool isThirdPerson(std::string_view word) {
    static constexpr std::array<std::string_view, 30> verbs{
        "smiles", "laughs", "grins",  "waves",    "nods",   "shrugs", "sighs",  "points", "reads",    "winks",
        "stands", "sits",   "turns",  "looks",    "holds",  "takes",  "raises", "shakes", "shows",    "hands",
        "cries",  "sobs",   "frowns", "chuckles", "coughs", "pours",  "drinks", "leans",  "gestures", "offers"};
    return isOneOf(word, verbs);
}

/// The say-verb that a parenthetical is: "whispering" → "whispers".
std::string sayVerbOf(std::string_view manner) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> forms{{{"whisper", "whispers"},
                                                                                          {"shout", "shouts"},
                                                                                          {"yell", "shouts"},
                                                                                          {"scream", "screams"},
                                                                                          {"sing", "sings"},
                                                                                          {"mutter", "mutters"},
                                                                                          {"murmur", "murmurs"},
                                                                                          {"calling", "calls"},
                                                                                          {"calls", "calls"},
                                                                                          {"mumbl", "mumbles"},
                                                                                          {"bellow", "shouts"},
                                                                                          {"sotto", "whispers"}}};
    const std::string low = lowered(manner);
    for (const auto& [stem, verb] : forms)
        if (low.compare(0, stem.size(), stem) == 0 && wordsOf(low).size() <= 2) return std::string(verb);
    return {};
}

std::string plainQuote(std::string_view text) {
    std::string out = replacedAll(replacedAll(squeezed(text), "\u201C", "'"), "\u201D", "'");
    return replacedAll(out, "\"", "'");
}

} // namespace

std::string wherePhrase(const HeadingInfo& info, const std::vector<std::string>& weather, const Cast& cast) {
    std::string out;
    if (!info.place.empty()) {
        const std::size_t dash = info.place.find(" - ");
        const std::string whole = replacedAll(placeText(info.place.substr(0, dash), cast), " / ", ", ");
        std::string place = withArticle(whole);
        std::string_view stand = preposition(info.setting, whole);
        if (dash != std::string::npos) { // "House - Kitchen"
            const std::string part = placeText(info.place.substr(info.place.rfind(" - ") + 3), cast);
            place = withArticle(part) + " of " + place;
            stand = preposition(info.setting, part);
        }
        const std::vector<Word> words = wordsOf(place);
        static constexpr std::array<std::string_view, 19> placing{
            "outside", "inside",      "by",      "at",     "behind", "under", "on", "near",   "above", "high",
            "back",    "approaching", "between", "beside", "along",  "over",  "in", "across", "below"};
        const bool placed =
            !words.empty() && isOneOf(wordsOf(whole)[0].core, placing) && words.size() > 1 && dash == std::string::npos;
        if (placed) place = whole;
        out += " " + (placed ? place : std::string(stand) + " " + place);
    } else if (!info.setting.empty()) {
        out += info.setting == "INT" ? " indoors" : " outdoors";
    }
    for (const std::string& phrase : {timePhrase(info.timeOfDay), weatherPhrase(weather)})
        if (!phrase.empty()) out += " " + phrase;
    return out;
}

std::string framingPhrase(const CameraNote& camera) {
    if (camera.pov)
        return camera.size.empty() || camera.size == "wide" || camera.size == "medium"
                   ? "First-person POV shot"
                   : "First-person POV " + sizeWords(camera.size);
    if (camera.twoShot)
        return camera.size == "medium" || camera.size.empty() ? "Medium two-shot" : capitalised(sizeWords(camera.size));
    if (camera.overShoulder) return "Over-the-shoulder " + sizeWords(camera.size);
    return capitalised(sizeWords(camera.size));
}

std::string promptText(const CameraNote& camera, const std::string& where, const std::string& body) {
    std::string out = framingPhrase(camera) + where + angleWords(camera.angle);
    if (camera.lensMm) out += ", " + formatLens(*camera.lensMm);
    out += ".";
    if (!body.empty()) out += " " + body;
    if (lowered(body).find("the camera") == std::string::npos) out += moveSentence(camera.move);
    return out;
}

std::string speechSentence(const Cast& cast, const Beat& beat, const std::string& text,
                           std::optional<std::size_t> listener) {
    const std::string who = capitalised(beat.speakers.empty() ? beat.cue : joinedNames(cast, beat.speakers));
    const bool several = beat.speakers.size() > 1;
    std::string verb = !text.empty() && text.back() == '?' ? "asks" : "says";
    std::string manner = beat.manner;
    if (!manner.empty() && isUpper(codePointAt(manner, 0).value) && !isAllCaps(manner))
        manner[0] =
            char(toLower(codePointAt(manner, 0).value) < 0x80 ? toLower(codePointAt(manner, 0).value) : manner[0]);
    std::string to = listener && verb == "asks" ? " " + cast.inSentence(*listener)
                     : listener                 ? " to " + cast.inSentence(*listener)
                                                : "";
    std::string head = who + " ";
    if (const std::string said = sayVerbOf(manner); !said.empty()) {
        verb = said;
        if (listener) to = " to " + cast.inSentence(*listener);
    } else if (!manner.empty()) {
        const std::vector<Word> words = wordsOf(manner);
        const std::string first = words.empty() ? "" : lowered(words[0].core);
        if (words.size() > 1 && (first == "he" || first == "she")) { // "(he points)"
            manner = manner.substr(words[1].begin);
            return who + " " + manner + " and " + verb + to + ", \"" + plainQuote(text) + "\"";
        }
        const bool adverb = words.size() == 1 && first.size() > 4 && first.compare(first.size() - 2, 2, "ly") == 0;
        if (lowered(manner).find("phone") != std::string::npos) {
            to = " on the phone";
        } else if (first == "to" && words.size() <= 4) {
            to = " " + cast.plainText(manner);
            to = " to" + to.substr(std::min<std::size_t>(3, to.size()));
            while (!to.empty() && to.back() == '.')
                to.pop_back();
        } else if (isThirdPerson(first)) {
            head += manner + " and ";
        } else if (adverb || first == "in") {
            verb += " " + manner;
        } else {
            head = who + ", " + manner + ", ";
        }
    }
    if (several && verb == "says") verb = "say";
    if (several && verb == "asks") verb = "ask";
    return head + verb + to + ", \"" + plainQuote(text) + "\"";
}

std::string joinedNames(const Cast& cast, const std::vector<std::size_t>& people) {
    std::string out;
    for (std::size_t i = 0; i < people.size(); ++i)
        out += std::string(i == 0 ? "" : i + 1 == people.size() ? " and " : ", ") + cast.inSentence(people[i]);
    return out;
}

} // namespace rushes::script
