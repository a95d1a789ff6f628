// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/attributes.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <charconv>

namespace rushes::reading {

namespace {

int wholeNumber(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Some garments decide the whole outfit of persons.json.
std::string_view outfitOf(std::string_view noun) {
    struct Pair {
        std::string_view words, outfit;
    };
    static constexpr Pair pairs[] = {{"raincoat oilskins oilskin slicker", "raincoat"}, {"suit tuxedo blazer tie necktie", "suit"}, {"hoodie", "hoodie"},
                                     {"gown", "gown"}, {"kimono", "kimono"}, {"armor armour", "armor"}, {"spacesuit", "spacesuit"}, {"apron", "apron"},
                                     {"uniform", "uniform"}, {"robe", "robe"}, {"cape cloak", "cape"}, {"overalls dungarees", "overalls"}, {"scrubs", "scrubs"},
                                     {"swimsuit bikini trunks", "swim"}, {"wetsuit", "wetsuit"}, {"trenchcoat", "trench_coat"}};
    if (noun == "leather jacket") return "leather";
    if (noun == "wedding dress") return "wedding_dress";
    if (noun == "trench coat") return "trench_coat";
    for (const Pair& pair : pairs) {
        if (noun.find(' ') == std::string_view::npos && isOneOf(noun, pair.words)) return pair.outfit;
    }
    return {};
}

void addHair(Subject& subject, const std::string& hair) {
    if (std::find(subject.hair.begin(), subject.hair.end(), hair) == subject.hair.end()) subject.hair.push_back(hair);
}

/// "long dark hair", "a bushy white beard": each word before the hair says something of it, as it would alone ("dark hair"). `i` is the
/// hair's own word.
void addHairOf(const Lexicon& lexicon, const Words& w, std::size_t i, Subject& subject) {
    if (!isHairWord(w[i])) return;
    const bool ofBeard = !isOneOf(w[i], "hair locks curls");
    for (std::size_t k = i; k-- > 0 && i - k <= 5;) {
        if (isAny(w[k], {"a", "an", "his", "her", "with", "the", ".", "in", "their"})) break;
        const std::string own = w[k] + " " + w[i], hair = w[k] + " hair";
        if (const std::string* said = lexicon.hair.exact(own)) addHair(subject, *said);
        else if (const std::string* shown = lexicon.hair.exact(hair); shown && (!ofBeard || !isOneOf(*shown, "long short curly messy"))) addHair(subject, *shown);
        if (isHairWord(w[k])) break;
    }
}

} // namespace

bool isHairWord(std::string_view noun) {
    return isOneOf(noun, "hair beard moustache mustache goatee stubble whiskers sideburns locks braids braid ponytail pigtails plaits curls dreadlocks afro hairline updo");
}

void applyEntry(Subject& subject, const ThingEntry& entry) {
    subject.category = entry.category;
    subject.size = entry.size;
    if (entry.age) subject.age = *entry.age;
    subject.sex = entry.sex;
    subject.outfit = entry.outfit;
    subject.prop = entry.prop;
}

Sex sexOfNoun(std::string_view noun) {
    const std::string_view last = noun.substr(noun.rfind(' ') + 1);
    if (isOneOf(last, "woman women lady girl mother mom mum sister daughter wife bride aunt grandmother grandma granny queen princess nun witch maid female lass "
                      "girlfriend ballerina") || last.ends_with("woman") || (last.ends_with("ress") && last != "mattress") || last.ends_with("chess")) {
        return Sex::female;
    }
    const bool human = isOneOf(last, "human person");
    if (isOneOf(last, "man men guy gentleman boy lad father dad brother son husband groom uncle grandfather grandpa king prince monk priest male boyfriend") ||
        (last.ends_with("man") && !human) || last.ends_with("boy")) {
        return Sex::male;
    }
    return Sex::unknown;
}

void takeLikeness(const ShotDescription& before, Subject& subject) {
    if (subject.kind != SubjectKind::person || !isOneOf(subject.noun, "opponent rival adversary challenger teammate comrade counterpart accomplice partner contestant competitor colleague")) return;
    const auto like = std::find_if(before.subjects.begin(), before.subjects.end(), [](const Subject& s) { return s.kind == SubjectKind::person && s.name.empty() && !s.model.empty(); });
    if (like == before.subjects.end()) return;
    subject.model = like->model;
    subject.outfit = like->outfit;
    if (subject.sex == Sex::unknown || sexOfNoun(subject.noun) == Sex::unknown) subject.sex = like->sex;
}

void setAge(Subject& subject, int years) {
    subject.ageYears = years;
    subject.age = years < 3    ? AgeClass::baby
                  : years < 13 ? AgeClass::child
                  : years < 20 ? AgeClass::teen
                  : years < 33 ? AgeClass::young
                  : years < 45 ? AgeClass::adult
                  : years < 60 ? AgeClass::middle
                               : AgeClass::old;
}

std::string colourIn(const Lexicon& lexicon, const TaggedText& t, std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
        const auto hit = lexicon.colours.at(t.w, k);
        if (hit && k + hit.length <= end && (t.is(k, Tag::adjective) || t.is(k, Tag::noun))) return *hit.value;
    }
    return {};
}

void applyAdjectives(const Lexicon& lexicon, const TaggedText& t, std::size_t begin, std::size_t end, Subject& subject) {
    const bool person = subject.kind == SubjectKind::person;
    bool aged = false, sexed = false;
    for (std::size_t k = begin; k < end; ++k) {
        const auto in = [&](const PhraseTable<std::string>& table) -> const std::string* {
            const auto hit = table.at(t.w, k);
            return hit && k + hit.length <= end ? hit.value : nullptr;
        };
        if (const std::string* size = in(lexicon.sizeWords); size && subject.sizeFactor == 1) {
            const double factor = std::stod(*size);
            if (!person || factor < 0.3 || factor > 2) subject.sizeFactor = factor; // a small man is of another build, not half a man
        }
        if (const std::string* material = in(lexicon.materials); material && subject.material.empty()) subject.material = *material;
        if (const std::string* age = in(lexicon.ages); age && !aged && (person || subject.kind == SubjectKind::animal)) {
            subject.age = ageClassFrom(*age).value_or(subject.age);
            aged = true;
        }
        if (const std::string* mood = in(lexicon.expressions); mood && subject.expression.empty()) subject.expression = *mood, subject.feeling = t.w[k];
        if (!person) continue;
        if (isOneOf(t.w[k], "dead lifeless unconscious murdered slain comatose")) subject.feeling = "dead";
        if (const std::string* sex = in(lexicon.sexes); sex && !sexed) {
            subject.sex = *sex == "m" ? Sex::male : Sex::female;
            sexed = true;
        }
        if (const std::string* build = in(lexicon.builds); build && subject.build.empty()) subject.build = *build;
        if (const std::string* hair = in(lexicon.hair)) addHair(subject, *hair);
    }
}

bool isWearable(const ThingEntry& entry) { return entry.category == "clothing" && !isOneOf(entry.id, "umbrella laundry clothesline hanger"); }

void putOn(Subject& subject, WornThing worn) {
    const bool known = std::any_of(subject.wears.begin(), subject.wears.end(), [&](const WornThing& w) { return w.noun == worn.noun; });
    if (known) return;
    if (const std::string_view outfit = outfitOf(worn.noun); !outfit.empty()) subject.outfit = outfit;
    if (worn.noun == "jacket" && worn.material == "leather") subject.outfit = "leather";
    subject.wears.push_back(std::move(worn));
}

void addFace(Subject& subject, const Words& w, std::size_t i) {
    if (i == 0 || !isOneOf(w[i], "nose jaw chin cheekbones cheeks eyes lips mouth ears brow eyebrows forehead face")) return;
    static constexpr std::string_view telling = "big large long broad huge small little button short snub upturned hooked aquiline roman crooked eagle beaked flat wide broken "
                                                "thin narrow sharp pointed straight square strong heavy firm prominent cleft weak receding high hollow sunken gaunt round chubby "
                                                "full plump rosy beady hooded squinting tired deep-set deep close-set wide-set thick tight generous protruding jug low bushy stern "
                                                "arched raised moon horse lean heart-shaped fox haggard bony drawn";
    const std::size_t adjective = i > 1 && isAny(w[i - 1], {"set", "shaped"}) ? i - 2 : i - 1; // "deep-set eyes"
    const std::string word = adjective + 2 == i ? w[adjective] + "-" + w[i - 1] : w[adjective];
    if (isOneOf(word, telling) && std::find(subject.face.begin(), subject.face.end(), word + " " + w[i]) == subject.face.end()) subject.face.push_back(word + " " + w[i]);
}

void describeFrom(const Lexicon& lexicon, std::string_view description, Subject& subject) {
    const Words w = words(description);
    for (std::size_t i = 0; i < w.size(); ++i) {
        const bool digits = !w[i].empty() && w[i].find_first_not_of("0123456789") == std::string::npos && w[i].size() <= 3;
        if (digits && !subject.ageYears) {
            const bool decade = i + 1 < w.size() && (w[i + 1] == "s" || w[i + 1] == "'s");
            const int years = wholeNumber(w[i]);
            if (years > 0 && years < 120) setAge(subject, decade ? years + 5 : years);
        }
        if (const auto hit = lexicon.ages.at(w, i); hit && !subject.ageYears) subject.age = ageClassFrom(*hit.value).value_or(subject.age);
        if (const auto hit = lexicon.builds.at(w, i); hit && subject.build.empty()) subject.build = *hit.value;
        if (const auto hit = lexicon.hair.at(w, i)) addHair(subject, *hit.value);
        addHairOf(lexicon, w, i, subject);
        if (const auto hit = lexicon.expressions.at(w, i); hit && subject.expression.empty()) subject.expression = *hit.value;
        addFace(subject, w, i);
        if (subject.sex == Sex::unknown && isAny(w[i], {"she", "her"})) subject.sex = Sex::female;
        if (subject.sex == Sex::unknown && isAny(w[i], {"he", "his"})) subject.sex = Sex::male;
        const auto noun = lexicon.nouns.at(w, i);
        if (!noun) continue;
        const ThingEntry& entry = *noun.value->entry;
        if (entry.kind == SubjectKind::person) {
            if (subject.sex == Sex::unknown) subject.sex = sexOfNoun(noun.value->lemma);
            if (subject.outfit.empty() || subject.outfit == "casual") subject.outfit = entry.outfit;
            if (subject.prop.empty()) subject.prop = entry.prop;
            if (entry.age && !subject.ageYears && subject.age == AgeClass::adult) subject.age = *entry.age;
        } else if (isWearable(entry)) {
            const auto colour = i > 0 ? lexicon.colours.exact(w[i - 1]) : nullptr;
            putOn(subject, {noun.value->lemma, entry.model, colour ? *colour : "", "", {}});
        } else if (const std::string_view outfit = outfitOf(noun.value->lemma); !outfit.empty()) {
            subject.outfit = outfit;
        }
        i += noun.length - 1;
    }
}

} // namespace rushes::reading
