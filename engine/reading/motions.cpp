// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/motions.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rushes::reading {

namespace {

bool isPropOf(const Lexicon& lexicon, std::string_view noun, std::string_view category) {
    const ThingEntry* entry = lexicon.thing(noun);
    return entry && entry->category == category;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
    return text;
}

/// Every phrase that the table may hold for this verb, the most telling first.
std::vector<std::string> candidates(FormTable& forms, const VerbPhrase& p) {
    std::vector<std::string> keys;
    const std::string object = p.objects.empty() ? "" : p.objects.back();
    if (!object.empty() && !p.tail.empty()) {
        keys.push_back(p.verb + " " + object + " " + p.tail);
        keys.push_back(p.verb + " " + forms.nounLemma(object) + " " + p.tail);
    }
    std::vector<std::string> objects;
    if (p.objects.size() > 1) objects.push_back(joined(p.objects));
    if (!object.empty()) objects.push_back(object);
    for (const std::string& o : p.objects)
        if (std::find(objects.begin(), objects.end(), o) == objects.end()) objects.push_back(o); // "weights" as well as "weight"
    for (const std::string& o : objects) {
        if (!p.particles.empty()) keys.push_back(p.verb + " " + joined(p.particles) + " " + o);
        keys.push_back(p.verb + " " + o);
        keys.push_back(p.verb + " " + forms.nounLemma(o));
    }
    if (!p.about.empty()) {
        for (const char* article : {" ", " the ", " a "}) keys.push_back(p.verb + " " + p.preposition + article + p.about);
        keys.push_back(p.verb + " " + p.about);
    }
    for (const std::string& particle : p.particles) keys.push_back(p.verb + " " + particle);
    if (!object.empty()) {
        keys.push_back(p.verb + " a " + forms.nounLemma(object));
        keys.push_back(p.verb + " the " + forms.nounLemma(object));
    }
    return keys;
}

const std::string* firstMotion(const Lexicon& lexicon, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
        if (const std::string* motion = lexicon.motion(key)) return motion;
    }
    return nullptr;
}

/// "do aerobics", "make a pot", "have a walk": the noun says what is done.
std::string byLightVerb(FormTable& forms, const VerbPhrase& p, const std::vector<std::string>& keys) {
    const Lexicon& lexicon = forms.lexicon();
    const std::string& object = p.objects.back();
    if (const std::string* motion = firstMotion(lexicon, keys)) return *motion;
    if (const std::string* motion = lexicon.motion(object)) return *motion;
    if (isOneOf(p.verb, "do practice go perform have take")) {
        if (const auto verb = forms.verbLemma(object)) {
            if (const std::string* motion = lexicon.motion(*verb)) return *motion;
        }
    }
    if (p.verb == "do") return isAny(object, {"aerobics", "zumba"}) ? "dance" : "reach";
    if (p.verb == "make") return "work_tool";
    return {};
}

std::string byObject(FormTable& forms, const VerbPhrase& p) {
    if (p.objects.empty()) return {};
    const Lexicon& lexicon = forms.lexicon();
    const std::string& object = p.objects.back();
    const std::string lemma = forms.nounLemma(object);
    if (isOneOf(object, "door gate window drawer lid curtain curtains blinds shutter hatch") &&
        isOneOf(p.verb, "slam push pull kick open close shut force throw slide unlock lock bang draw part")) {
        return "open_door";
    }
    if (isPropOf(lexicon, lemma, "weapon") && isOneOf(p.verb, "draw unsheathe raise swing brandish lift pull sheathe wave wield")) {
        return isOneOf(lemma, "sword katana saber dagger scimitar lightsaber knife") ? "sword" : "shoot";
    }
    return {};
}

std::string byPlaying(FormTable& forms, const VerbPhrase& p) {
    if (p.objects.empty() || !isOneOf(p.verb, "play strum perform")) return {};
    const Lexicon& lexicon = forms.lexicon();
    const std::string& object = p.objects.back();
    if (isInstrument(lexicon, object) || isInstrument(lexicon, forms.nounLemma(object))) return "play_instrument";
    if (contains(&lexicon.set("ball_games"), object)) return "play_ball";
    if (isOneOf(object, "game chess cards card poker games")) return "work_tool";
    return {};
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> byFile = {
    {{"verb.motion", "walk"}, {"verb.perception", "look"}, {"verb.communication", "talk"}, {"verb.consumption", "eat"}, {"verb.competition", "fight"},
     {"verb.contact", "reach"}, {"verb.creation", "work_tool"}, {"verb.body", "stand"}, {"verb.cognition", "look"}, {"verb.possession", "pick_up"},
     {"verb.social", "talk"}, {"verb.emotion", "look"}, {"verb.change", "transform"}, {"verb.weather", "flow"}, {"verb.stative", "stand"}}};

} // namespace

bool isInstrument(const Lexicon& lexicon, std::string_view noun) { return isPropOf(lexicon, noun, "instrument"); }

namespace {

/// The nearest word above a verb that the tables have, or empty.
std::string nearestByWordNet(const FormTable& forms, const std::string& verb, std::initializer_list<std::string_view> except) {
    for (const Hypernym& h : forms.wordnet()->above(verb, PartOfSpeech::verb, 4, 6)) {
        for (std::string word : h.words) {
            std::replace(word.begin(), word.end(), '_', ' ');
            const std::string* motion = forms.lexicon().motion(word);
            // Stepping stones that lead anywhere.
            const bool vague = word.find(' ') == std::string::npos && isOneOf(word, "work touch keep handle cover position join turn shape step travel move go make be "
                                                                                    "have act change take get use");
            if (motion && !vague && !isAny(*motion, except)) return word;
        }
    }
    return {};
}

} // namespace

std::string motionByWordNet(const FormTable& forms, const std::string& verb, std::initializer_list<std::string_view> except) {
    if (!forms.wordnet()) return {};
    if (const std::string near = nearestByWordNet(forms, verb, except); !near.empty()) return *forms.lexicon().motion(near);
    for (const Hypernym& h : forms.wordnet()->above(verb, PartOfSpeech::verb, 3, 6)) {
        const auto found = std::find_if(byFile.begin(), byFile.end(), [&](const auto& pair) { return pair.first == h.file; });
        if (found != byFile.end()) return std::string(found->second);
    }
    return {};
}

Deed deedOf(FormTable& forms, const VerbPhrase& p) {
    const Lexicon& lexicon = forms.lexicon();
    for (const std::string& key : candidates(forms, p))
        if (const DeedEntry* const deed = lexicon.deed(key)) return {deed->motion, deed->act, false};
    const DeedEntry* deed = lexicon.deed(p.verb);
    if (!deed && forms.wordnet() && motionOf(forms, p) == motionByWordNet(forms, p.verb) && !lexicon.motion(p.verb))
        deed = lexicon.deed(nearestByWordNet(forms, p.verb, {}));
    return deed ? Deed{deed->motion, deed->act, true} : Deed{};
}

std::string motionOf(FormTable& forms, const VerbPhrase& p) {
    if (std::string motion = byObject(forms, p); !motion.empty()) return motion;
    if (std::string motion = byPlaying(forms, p); !motion.empty()) return motion;
    const std::vector<std::string> keys = candidates(forms, p);
    if (!p.objects.empty() && isOneOf(p.verb, "do make have take get go practice perform start use")) {
        if (std::string motion = byLightVerb(forms, p, keys); !motion.empty()) return motion;
    }
    if (const std::string* motion = firstMotion(forms.lexicon(), keys)) return *motion;
    if (p.verb == "ride" && !p.objects.empty() && isOneOf(forms.nounLemma(p.objects.back()), "bus train elevator")) return "sit";
    if (const std::string* motion = forms.lexicon().motion(p.verb)) return *motion;
    return motionByWordNet(forms, p.verb);
}

} // namespace rushes::reading
