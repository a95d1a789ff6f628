// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/motions.h"

#include "engine/reading/text.h"
#include "engine/reading/thing_class.h"

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

/// The phrases with an object that the table may hold for this verb, the most telling first.
std::vector<std::string> objectKeys(FormTable& forms, const VerbPhrase& p) {
    std::vector<std::string> keys;
    const std::string object = p.objects.empty() ? "" : p.objects.back();
    if (!object.empty() && !p.tail.empty()) {
        keys.push_back(p.verb + " " + object + " " + p.tail);
        keys.push_back(p.verb + " " + forms.nounLemma(object) + " " + p.tail);
    }
    std::vector<std::string> objects;
    if (!p.meant.empty()) objects.push_back(p.meant);
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
    return keys;
}

/// The phrases with a particle alone, or with an article.
std::vector<std::string> particleKeys(FormTable& forms, const VerbPhrase& p) {
    std::vector<std::string> keys;
    if (!p.objects.empty() && !p.tail.empty()) keys.push_back(p.verb + " " + p.tail);
    for (const std::string& particle : p.particles) keys.push_back(p.verb + " " + particle);
    if (!p.objects.empty()) {
        keys.push_back(p.verb + " a " + forms.nounLemma(p.objects.back()));
        keys.push_back(p.verb + " the " + forms.nounLemma(p.objects.back()));
    }
    return keys;
}

bool holds(FormTable& forms, const ClassDeed& entry, const VerbPhrase& p) {
    const bool particle = entry.between.empty() || entry.between == p.tail || std::find(p.particles.begin(), p.particles.end(), entry.between) != p.particles.end();
    if (entry.of == "others") return p.others && particle;
    if (entry.of == "passive") return p.passive && particle;
    if (entry.of == "alone") return p.objects.empty() && particle;
    if (entry.of == "none") return p.objects.empty() && p.about.empty() && particle;
    const std::string& object = !p.meant.empty() ? p.meant : p.objects.empty() ? p.meant : p.objects.back();
    if (particle && !object.empty() && isOfClass(forms, object, entry.of)) return true;
    return !entry.between.empty() && entry.between == p.preposition && isOfClass(forms, p.about, entry.of);
}

/// That there is no object and no particle of its own: what a particle says goes before ("slips away").
bool isBare(const ClassDeed& entry) { return isAny(entry.of, {"alone", "none"}) && entry.between.empty(); }

/// The first entry of the verb whose class its object is of; `bare` ones by themselves.
const DeedEntry* byClass(FormTable& forms, const VerbPhrase& p, bool bare) {
    for (const ClassDeed& entry : forms.lexicon().classDeedsOf(p.verb))
        if (isBare(entry) == bare && holds(forms, entry, p)) return &entry.deed;
    return nullptr;
}

/// Where somebody goes is not what is done to a thing: "takes off", but "takes off his coat".
bool goesWithout(FormTable& forms, const DeedEntry& deed, const VerbPhrase& p) {
    const auto leavesIt = [](const std::string& particle) { return isOneOf(particle, "off up away back apart"); };
    if (p.objects.empty() || !(leavesIt(p.tail) || std::any_of(p.particles.begin(), p.particles.end(), leavesIt))) return false;
    if (!isOneOf(deed.motion, "walk run sneak stand sit sit_down lie sleep stand_up crouch kneel dodge turn")) return false;
    const std::string& object = p.meant.empty() ? p.objects.back() : p.meant;
    const ThingEntry* const thing = forms.lexicon().thing(forms.nounLemma(object));
    return (thing && !thing->nature && (thing->kind == SubjectKind::prop || thing->kind == SubjectKind::person || thing->kind == SubjectKind::animal)) || isOfClass(forms, object, "body") ||
           isOfClass(forms, object, "clothing");
}

/// A noun of what one does, by WordNet: a hug, a step, a sigh.
bool isDoing(const FormTable& forms, const std::string& noun) {
    if (isOneOf(noun, "swing step dive puff drag spin")) return true; // things as well
    if (!forms.wordnet() || forms.lexicon().thing(noun)) return false;
    const std::vector<Hypernym> above = forms.wordnet()->above(noun, PartOfSpeech::noun, 1, 0);
    return !above.empty() && noun != "way" && isAny(above.front().file, {"noun.act", "noun.event", "noun.communication", "noun.process"});
}

/// "gives him a hug", "takes a step": the noun says what is done.
const DeedEntry* byLightNoun(FormTable& forms, const VerbPhrase& p) {
    if (p.objects.empty() || !isOneOf(p.verb, "give take make have do let heave throw perform execute land deliver steal utter")) return nullptr;
    if (p.verb == "let" && p.particles.empty()) return nullptr;
    const std::string noun = forms.nounLemma(p.objects.back());
    const auto verb = isDoing(forms, noun) ? forms.verbLemma(noun) : std::nullopt;
    return verb ? forms.lexicon().deed(*verb) : nullptr;
}

/// What the tables have for the verb with what hangs on it.
const std::string* phraseMotion(FormTable& forms, const VerbPhrase& p) {
    const Lexicon& lexicon = forms.lexicon();
    for (const std::string& key : objectKeys(forms, p))
        if (const std::string* const motion = lexicon.motion(key)) return motion;
    if (const DeedEntry* const deed = byClass(forms, p, false)) return &deed->motion;
    if (const DeedEntry* const light = byLightNoun(forms, p)) return &light->motion;
    for (const std::string& key : particleKeys(forms, p)) {
        const DeedEntry* const deed = lexicon.deed(key);
        const std::string* const motion = lexicon.motion(key);
        if (motion && !(deed && goesWithout(forms, *deed, p))) return motion;
    }
    const DeedEntry* const bare = byClass(forms, p, true);
    return bare ? &bare->motion : nullptr;
}

/// "do aerobics", "make a pot", "have a walk": the noun says what is done.
std::string byLightVerb(FormTable& forms, const VerbPhrase& p) {
    const Lexicon& lexicon = forms.lexicon();
    const std::string& object = p.objects.back();
    if (const std::string* motion = phraseMotion(forms, p)) return *motion;
    if (lexicon.thing(forms.nounLemma(object))) return {};
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

/// Stepping stones that lead anywhere.
bool isVague(std::string_view word) {
    return word == "work out" || (word.find(' ') == std::string_view::npos &&
                                  isOneOf(word, "work touch keep handle cover position join turn shape step travel move go make be have act change take get use pass raise remove "
                                                "clear win create connect attach adjust endure"));
}

/// The motion of a word that the tables list by itself; null for none.
const std::string* listedMotion(const Lexicon& lexicon, const std::string& word) {
    if (const std::string* const motion = lexicon.motion(word)) return motion;
    const DeedEntry* const deed = lexicon.deed(word);
    return deed ? &deed->motion : nullptr;
}

/// "Remould", "outpace", "overfly": what a rare verb is made of, where the tables have it; empty.
std::string stemOf(const FormTable& forms, const std::string& verb) {
    if (forms.wordnet()->count(verb, PartOfSpeech::verb) > 1) return {};
    for (const std::string_view prefix : {"re-", "re", "out", "over", "en"}) {
        if (!verb.starts_with(prefix) || verb.size() < prefix.size() + 3) continue;
        const std::string stem = verb.substr(prefix.size());
        const std::string* const motion = listedMotion(forms.lexicon(), stem);
        const bool goes = prefix != "out" && prefix != "over";
        if (motion && prefix == "out" && isAny(*motion, {"walk", "run"})) return "run"; // who is faster than others
        if (motion && !isVague(stem) && (goes || isOneOf(*motion, "walk run ride swim drive row fly_plane climb jump shout talk sing dance eat drink laugh"))) return stem; // "outshout"
    }
    return {};
}

/// The nearest word above a verb that the tables have, or empty. Of its senses those that are done to something, or to nothing, as here.
std::string nearestByWordNet(const FormTable& forms, const std::string& verb, bool object, std::initializer_list<std::string_view> except = {}) {
    if (std::string stem = stemOf(forms, verb); !stem.empty()) return stem;
    const std::vector<Hypernym> above = forms.wordnet()->above(verb, PartOfSpeech::verb, 4, 6);
    const auto fits = [&](const Hypernym& h) { return object ? h.withObject : h.alone; };
    const bool any = std::any_of(above.begin(), above.end(), fits);
    for (const Hypernym& h : above)
        for (std::string word : h.words) {
            std::replace(word.begin(), word.end(), '_', ' ');
            const std::string* const motion = (!any || fits(h)) && word != verb && !isVague(word) ? listedMotion(forms.lexicon(), word) : nullptr;
            if (motion && !isAny(*motion, except)) return word;
        }
    return {};
}

} // namespace

std::string motionByWordNet(const FormTable& forms, const std::string& verb, bool object, std::initializer_list<std::string_view> except) {
    if (!forms.wordnet()) return {};
    if (const std::string near = nearestByWordNet(forms, verb, object, except); !near.empty()) return *listedMotion(forms.lexicon(), near);
    for (const Hypernym& h : forms.wordnet()->above(verb, PartOfSpeech::verb, 3, 6)) {
        const auto found = std::find_if(byFile.begin(), byFile.end(), [&](const auto& pair) { return pair.first == h.file; });
        if (found != byFile.end()) return std::string(found->second);
    }
    return {};
}

namespace {

/// What deeds.json has for the verb with what hangs on it.
const DeedEntry* phraseDeed(FormTable& forms, const VerbPhrase& p) {
    const Lexicon& lexicon = forms.lexicon();
    for (const ClassDeed& entry : lexicon.classDeedsOf(p.verb)) // who does it and whose it is says more than what it is
        if (isAny(entry.of, {"passive", "others"}) && holds(forms, entry, p)) return &entry.deed;
    for (const std::string& key : objectKeys(forms, p))
        if (const DeedEntry* const deed = lexicon.deed(key)) return deed;
    if (const DeedEntry* const deed = byClass(forms, p, false)) return deed;
    if (const DeedEntry* const deed = byLightNoun(forms, p)) return deed;
    for (const std::string& key : particleKeys(forms, p))
        if (const DeedEntry* const deed = lexicon.deed(key); deed && !goesWithout(forms, *deed, p)) return deed;
    return byClass(forms, p, true);
}

/// The same with the nearest verb that the tables have: "simonises the limousine" is done as one polishes a car. Nothing for a verb that they have.
std::optional<VerbPhrase> withNearest(const FormTable& forms, const VerbPhrase& p) {
    if (!forms.wordnet() || forms.lexicon().motion(p.verb) || forms.lexicon().deed(p.verb)) return std::nullopt;
    VerbPhrase near = p;
    near.verb = nearestByWordNet(forms, p.verb, !p.objects.empty());
    return near.verb.empty() || near.verb.find(' ') != std::string::npos ? std::nullopt : std::optional(near);
}

} // namespace

Deed deedOf(FormTable& forms, const VerbPhrase& p) {
    const Lexicon& lexicon = forms.lexicon();
    if (const DeedEntry* const deed = phraseDeed(forms, p)) return {deed->motion, deed->act, false};
    if (const auto near = withNearest(forms, p))
        if (const DeedEntry* const deed = phraseDeed(forms, *near)) return {deed->motion, deed->act, true};
    const DeedEntry* deed = lexicon.deed(p.verb);
    if (!deed && forms.wordnet() && motionOf(forms, p) == motionByWordNet(forms, p.verb, !p.objects.empty()) && !lexicon.motion(p.verb))
        deed = lexicon.deed(nearestByWordNet(forms, p.verb, !p.objects.empty()));
    return deed ? Deed{deed->motion, deed->act, true} : Deed{};
}

std::string motionOf(FormTable& forms, const VerbPhrase& p) {
    if (std::string motion = byObject(forms, p); !motion.empty()) return motion;
    if (std::string motion = byPlaying(forms, p); !motion.empty()) return motion;
    if (!p.objects.empty() && isOneOf(p.verb, "do make have take get go practice perform start use")) {
        if (std::string motion = byLightVerb(forms, p); !motion.empty()) return motion;
    }
    if (const std::string* motion = phraseMotion(forms, p)) return *motion;
    if (p.verb == "ride" && !p.objects.empty() && isOneOf(forms.nounLemma(p.objects.back()), "bus train elevator")) return "sit";
    if (const std::string* motion = forms.lexicon().motion(p.verb)) return *motion;
    if (const auto near = withNearest(forms, p))
        if (const DeedEntry* const deed = phraseDeed(forms, *near)) return deed->motion;
    return motionByWordNet(forms, p.verb, !p.objects.empty());
}

} // namespace rushes::reading
