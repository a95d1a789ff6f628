// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/camera_moves.h"

#include "engine/script/letters.h"
#include "engine/script/words.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

enum class Verb {
    pan,
    tilt,
    push,
    pull,
    dolly,
    track,
    truck,
    travel,
    crane,
    zoom,
    arc,
    follow,
    whip,
    rack,
    rise,
    descend,
    look
};

struct VerbForm {
    std::string_view stem;
    std::string_view third; ///< "pushes"
    Verb verb;
    bool needsDirection; ///< "PUSH" alone may be what a person does
};
constexpr std::array verbs{
    VerbForm{"pan", "pans", Verb::pan, false},
    VerbForm{"tilt", "tilts", Verb::tilt, false},
    VerbForm{"push", "pushes", Verb::push, true},
    VerbForm{"pull", "pulls", Verb::pull, true},
    VerbForm{"dolly", "dollies", Verb::dolly, false},
    VerbForm{"track", "tracks", Verb::track, true},
    VerbForm{"truck", "trucks", Verb::truck, true},
    VerbForm{"move", "moves", Verb::travel, true},
    VerbForm{"drift", "drifts", Verb::travel, true},
    VerbForm{"glide", "glides", Verb::travel, true},
    VerbForm{"crane", "cranes", Verb::crane, false},
    VerbForm{"boom", "booms", Verb::crane, true},
    VerbForm{"zoom", "zooms", Verb::zoom, false},
    VerbForm{"arc", "arcs", Verb::arc, false},
    VerbForm{"circle", "circles", Verb::arc, false},
    VerbForm{"orbit", "orbits", Verb::arc, false},
    VerbForm{"follow", "follows", Verb::follow, false},
    VerbForm{"whip", "whips", Verb::whip, true},
    VerbForm{"rack", "racks", Verb::rack, false},
    VerbForm{"rise", "rises", Verb::rise, false},
    VerbForm{"descend", "descends", Verb::descend, false},
    VerbForm{"look", "looks", Verb::look, true},
    VerbForm{"close", "closes", Verb::push, true},
};

const VerbForm* verbOf(std::string_view word) {
    for (const VerbForm& form : verbs) {
        const std::string low = lowered(word);
        const bool doubled = low.size() == form.stem.size() + 4 && low[form.stem.size()] == form.stem.back(); // panning
        const std::string root(form.stem.substr(0, form.stem.size() - (form.stem.back() == 'e' ? 1 : 0)));
        if (low == form.stem || low == form.third || low == root + "ing" ||
            (doubled && low == std::string(form.stem) + form.stem.back() + "ing"))
            return &form;
    }
    return nullptr;
}

/// The first direction within three words behind the verb.
std::string directionBehind(const std::vector<Word>& words, std::size_t verb) {
    static constexpr std::array<std::string_view, 24> directions{
        "left",   "right",  "up",        "down",    "in",      "out",     "back", "away",
        "around", "closer", "into",      "toward",  "towards", "forward", "to",   "across",
        "with",   "along",  "alongside", "through", "pan",     "focus",   "over", "past"};
    static constexpr std::array<std::string_view, 7> between{"slowly",  "the",     "camera",  "gently",
                                                             "further", "quickly", "straight"};
    for (std::size_t i = verb + 1; i < words.size() && i <= verb + 3; ++i) {
        if (isOneOf(words[i].core, directions)) {
            const bool sided = i + 1 < words.size() && (equalsNoCase(words[i].core, "to") ||
                                                        equalsNoCase(words[i].core, "pan")); // "to the left"
            for (std::size_t k = i + 1; sided && k < words.size() && k <= i + 2; ++k)
                if (equalsNoCase(words[k].core, "left") || equalsNoCase(words[k].core, "right"))
                    return lowered(words[k].core);
            return lowered(words[i].core);
        }
        if (!isOneOf(words[i].core, between)) break;
    }
    return {};
}

bool isIn(std::string_view d) {
    return d == "in" || d == "closer" || d == "into" || d == "toward" || d == "towards" || d == "forward" ||
           d == "through";
}
bool isOut(std::string_view d) { return d == "out" || d == "back" || d == "away"; }
bool isSide(std::string_view d) { return d == "left" || d == "right"; }
bool isUpDown(std::string_view d) { return d == "up" || d == "down"; }

/// The move of a verb with its direction, in the words of the contract; empty when the two make none.
std::string moveOf(Verb verb, const std::string& d) {
    switch (verb) {
    case Verb::pan:
        return isUpDown(d) ? "tilt " + d : isSide(d) ? "pan " + d : "pan";
    case Verb::tilt:
        return isUpDown(d) ? "tilt " + d : "tilt";
    case Verb::push:
        return isIn(d) ? "dolly in" : "";
    case Verb::pull:
        return isOut(d) ? "dolly out" : d == "focus" ? "rack_focus" : "";
    case Verb::dolly:
        return isOut(d) ? "dolly out" : isSide(d) ? "truck " + d : "dolly in";
    case Verb::track:
        return isSide(d)                                         ? "truck " + d
               : isOut(d)                                        ? "dolly out"
               : isIn(d)                                         ? "dolly in"
               : d == "along" || d == "alongside" || d == "with" ? "side_track"
                                                                 : "";
    case Verb::truck:
        return isSide(d) ? "truck " + d : "";
    case Verb::travel:
        return isIn(d)                       ? "dolly in"
               : isOut(d)                    ? "dolly out"
               : isSide(d)                   ? "truck " + d
               : isUpDown(d)                 ? "pedestal " + d
               : d == "around"               ? "arc"
               : d == "along" || d == "with" ? "side_track"
                                             : "";
    case Verb::crane:
        return d == "down" ? "crane down" : "crane up";
    case Verb::zoom:
        return isOut(d) ? "zoom out" : "zoom in";
    case Verb::arc:
        return d == "left" ? "arc clockwise" : d == "right" ? "arc counterclockwise" : "arc";
    case Verb::follow:
        return "follow";
    case Verb::whip:
        return "whip_pan";
    case Verb::rack:
        return "rack_focus";
    case Verb::rise:
        return "crane up";
    case Verb::descend:
        return "crane down";
    case Verb::look:
        return "";
    }
    return {};
}

/// Whether the verb at `at` is the camera's, and where its subject stands ("we", "camera", none).
struct Subject {
    bool camera = false;
    std::size_t word = static_cast<std::size_t>(-1); ///< index of "we", or none
};

Subject subjectOf(std::string_view sentence, const std::vector<Word>& words, std::size_t at) {
    static constexpr std::array<std::string_view, 8> adverbs{"slowly", "then", "and",  "quickly",
                                                             "gently", "now",  "slow", "suddenly"};
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        const std::string_view word = words[at - back].core;
        if (equalsNoCase(word, "we")) return {true, at - back};
        if (equalsNoCase(word, "camera")) return {back <= 2, static_cast<std::size_t>(-1)};
        if (!isOneOf(word, adverbs)) break;
    }
    const bool caps = isAllCaps(words[at].core) && !isAllCaps(sentence);
    const bool starts = at == 0 || (at == 1 && isOneOf(words[0].core, adverbs));
    const bool third = words[at].core.back() == 'S' && verbOf(words[at].core)->third == lowered(words[at].core);
    return {(caps || isAllCaps(sentence)) && starts && !third, static_cast<std::size_t>(-1)};
}

} // namespace

std::string withCameraAsSubject(std::string_view sentence, CameraNote& note) {
    const std::vector<Word> words = wordsOf(sentence);
    std::string out;
    std::size_t done = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const VerbForm* form = verbOf(words[i].core);
        if (!form || words[i].begin < done) continue;
        const Subject subject = subjectOf(sentence, words, i);
        const std::string direction = directionBehind(words, i);
        if (!subject.camera || (form->needsDirection && direction.empty())) continue;
        if (form->verb == Verb::look) {
            if (!isUpDown(direction)) continue;
            if (note.angle.empty()) note.angle = direction == "up" ? "low" : "high";
        } else {
            const std::string move = moveOf(form->verb, direction);
            if (move.empty()) continue;
            if (note.move.empty()) note.move = move;
        }
        const bool ours = subject.word != static_cast<std::size_t>(-1);
        const bool named =
            !ours && i > 0 &&
            (equalsNoCase(words[i - 1].core, "camera") || (i > 1 && equalsNoCase(words[i - 2].core, "camera")));
        if (ours) {
            out.append(sentence, done, words[subject.word].begin - done)
                .append(subject.word == 0 ? "The camera" : "the camera");
            done = words[subject.word].end;
        }
        out.append(sentence, done, words[i].begin - done);
        if (!ours && !named) out += i == 0 ? "The camera " : "the camera ";
        out += form->third;
        done = words[i].end;
    }
    return out.append(sentence, done, std::string_view::npos);
}

} // namespace rushes::script
