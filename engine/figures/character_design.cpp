// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/character_design.h"

#include "engine/figures/seeded.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace rushes::figures {

using glm::vec3;

namespace {

constexpr std::string_view outfitNames[] = {"tshirt_jeans", "shirt_trousers", "suit", "dress", "blouse_skirt", "coat", "uniform",
                                            "hoodie", "robe", "tunic", "swimsuit", "space_suit", "apron", "child_dress"};
constexpr std::string_view hairNames[] = {"bald", "crop", "short", "side", "messy", "receding", "bob", "long", "bun", "pony_tail", "pigtails", "curly"};

const std::map<std::string_view, Outfit>& outfitWords() {
    static const std::map<std::string_view, Outfit> words = {
        {"t-shirt", Outfit::tshirtJeans}, {"tee", Outfit::tshirtJeans}, {"jeans", Outfit::tshirtJeans}, {"tshirt", Outfit::tshirtJeans},
        {"shirt", Outfit::shirtTrousers}, {"trousers", Outfit::shirtTrousers}, {"pants", Outfit::shirtTrousers}, {"sweater", Outfit::hoodie},
        {"pullover", Outfit::hoodie}, {"hoodie", Outfit::hoodie}, {"sweatshirt", Outfit::hoodie}, {"jumper", Outfit::hoodie}, {"tracksuit", Outfit::hoodie},
        {"suit", Outfit::suit}, {"tuxedo", Outfit::suit}, {"tie", Outfit::suit}, {"blazer", Outfit::suit}, {"jacket", Outfit::suit},
        {"businessman", Outfit::suit}, {"businessperson", Outfit::suit}, {"lawyer", Outfit::suit}, {"groom", Outfit::suit}, {"butler", Outfit::suit},
        {"manager", Outfit::suit}, {"politician", Outfit::suit}, {"banker", Outfit::suit}, {"agent", Outfit::suit}, {"detective", Outfit::coat},
        {"dress", Outfit::dress}, {"gown", Outfit::dress}, {"bride", Outfit::dress}, {"princess", Outfit::dress}, {"singer", Outfit::dress},
        {"skirt", Outfit::blouseSkirt}, {"blouse", Outfit::blouseSkirt}, {"secretary", Outfit::blouseSkirt}, {"businesswoman", Outfit::blouseSkirt},
        {"teacher", Outfit::blouseSkirt}, {"coat", Outfit::coat}, {"overcoat", Outfit::coat}, {"raincoat", Outfit::coat}, {"trenchcoat", Outfit::coat},
        {"trench", Outfit::coat}, {"parka", Outfit::coat}, {"uniform", Outfit::uniform}, {"police", Outfit::uniform}, {"policeman", Outfit::uniform},
        {"policewoman", Outfit::uniform}, {"officer", Outfit::uniform}, {"cop", Outfit::uniform}, {"soldier", Outfit::uniform},
        {"guard", Outfit::uniform}, {"firefighter", Outfit::uniform}, {"fireman", Outfit::uniform}, {"pilot", Outfit::uniform},
        {"captain", Outfit::uniform}, {"sailor", Outfit::uniform}, {"conductor", Outfit::uniform}, {"general", Outfit::uniform},
        {"driver", Outfit::uniform}, {"robe", Outfit::robe}, {"monk", Outfit::robe}, {"priest", Outfit::robe}, {"wizard", Outfit::robe},
        {"cloak", Outfit::robe}, {"nun", Outfit::robe}, {"witch", Outfit::robe}, {"tunic", Outfit::tunic}, {"knight", Outfit::tunic},
        {"archer", Outfit::tunic}, {"peasant", Outfit::tunic}, {"warrior", Outfit::tunic}, {"swimsuit", Outfit::swimsuit},
        {"bikini", Outfit::swimsuit}, {"swimmer", Outfit::swimsuit}, {"surfer", Outfit::swimsuit}, {"lifeguard", Outfit::swimsuit},
        {"spacesuit", Outfit::spaceSuit}, {"astronaut", Outfit::spaceSuit}, {"cosmonaut", Outfit::spaceSuit}, {"apron", Outfit::apron},
        {"chef", Outfit::apron}, {"cook", Outfit::apron}, {"baker", Outfit::apron}, {"waiter", Outfit::apron}, {"waitress", Outfit::apron},
        {"bartender", Outfit::apron}, {"barista", Outfit::apron}, {"butcher", Outfit::apron}};
    return words;
}

bool isUniformedWithCap(std::string_view noun) {
    static constexpr std::array<std::string_view, 9> capped = {"police", "policeman", "policewoman", "officer", "cop", "pilot", "captain", "conductor", "general"};
    return std::find(capped.begin(), capped.end(), noun) != capped.end();
}

bool has(const std::vector<std::string>& words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// Nouns that say the sex or the age by themselves.
void readNoun(std::string_view noun, std::string& sex, std::string& age) {
    static const std::map<std::string_view, std::pair<std::string_view, std::string_view>> nouns = {
        {"man", {"m", ""}}, {"woman", {"f", ""}}, {"boy", {"m", "child"}}, {"girl", {"f", "child"}}, {"child", {"", "child"}}, {"kid", {"", "child"}},
        {"baby", {"", "baby"}}, {"toddler", {"", "baby"}}, {"infant", {"", "baby"}}, {"teenager", {"", "teen"}}, {"teen", {"", "teen"}}, {"lady", {"f", ""}},
        {"gentleman", {"m", ""}}, {"guy", {"m", ""}}, {"mother", {"f", ""}}, {"father", {"m", ""}}, {"mom", {"f", ""}}, {"dad", {"m", ""}},
        {"grandmother", {"f", "old"}}, {"grandfather", {"m", "old"}}, {"grandma", {"f", "old"}}, {"grandpa", {"m", "old"}}, {"son", {"m", "child"}},
        {"daughter", {"f", "child"}}, {"king", {"m", "middle"}}, {"queen", {"f", "middle"}}, {"prince", {"m", "young"}}, {"princess", {"f", "young"}},
        {"bride", {"f", "young"}}, {"groom", {"m", "young"}}, {"waitress", {"f", ""}}, {"waiter", {"m", ""}}, {"policeman", {"m", ""}},
        {"policewoman", {"f", ""}}, {"businessman", {"m", ""}}, {"businesswoman", {"f", ""}}, {"fireman", {"m", ""}}, {"actress", {"f", ""}},
        {"actor", {"m", ""}}, {"husband", {"m", ""}}, {"wife", {"f", ""}}, {"brother", {"m", ""}}, {"sister", {"f", ""}}, {"uncle", {"m", "middle"}},
        {"aunt", {"f", "middle"}}, {"monk", {"m", ""}}, {"nun", {"f", ""}}, {"wizard", {"m", "old"}}, {"witch", {"f", "old"}}, {"priest", {"m", ""}},
        {"knight", {"m", ""}}, {"student", {"", "young"}}, {"schoolboy", {"m", "child"}}, {"schoolgirl", {"f", "child"}}, {"captain", {"m", "middle"}},
        {"nurse", {"f", ""}}, {"ballerina", {"f", "young"}}, {"cowboy", {"m", ""}}, {"fisherman", {"m", "middle"}}};
    const auto found = nouns.find(noun);
    if (found == nouns.end()) return;
    if (sex.empty()) sex = found->second.first;
    if (age.empty()) age = found->second.second;
}

double yearsOf(const std::string& age, Seeded& random) {
    if (age == "baby") return random.between(1.8, 3.5);
    if (age == "child") return random.between(7, 10);
    if (age == "teen") return random.between(14, 17);
    if (age == "young") return random.between(20, 29);
    if (age == "middle") return random.between(42, 56);
    if (age == "old") return random.between(68, 84);
    return random.between(24, 46);
}

vec3 pick(Seeded& random, std::initializer_list<vec3> from) { return *(from.begin() + random.below(int(from.size()))); }

void chooseRace(CharacterDesign& d, Seeded& random) {
    const double draw = random.unit();
    const double main = random.between(0.7, 1.0), rest = (1 - main) / 2;
    d.african = d.asian = d.caucasian = rest;
    (draw < 0.5 ? d.caucasian : draw < 0.75 ? d.asian : d.african) = main;
    const vec3 pale(0.90f, 0.77f, 0.68f), tan(0.88f, 0.75f, 0.62f), dark(0.48f, 0.34f, 0.27f);
    d.colours.skin = pale * float(d.caucasian) + tan * float(d.asian) + dark * float(d.african);
}

/// Median stature of growing up, metres (after the WHO and CDC growth charts); from 17 on it is the adult one.
double growingStature(double years, bool male) {
    static constexpr double at[] = {1, 2, 3, 4, 6, 8, 10, 12, 14, 15, 16, 17};
    static constexpr double boys[] = {0.76, 0.88, 0.96, 1.03, 1.16, 1.28, 1.39, 1.49, 1.63, 1.70, 1.73, 1.75};
    static constexpr double girls[] = {0.74, 0.86, 0.95, 1.02, 1.15, 1.28, 1.38, 1.51, 1.60, 1.62, 1.625, 1.63};
    const auto& to = male ? boys : girls;
    for (std::size_t i = 1; i < std::size(at); ++i)
        if (years <= at[i]) return to[i - 1] + (to[i] - to[i - 1]) * (std::max(years, at[0]) - at[i - 1]) / (at[i] - at[i - 1]);
    return to[std::size(at) - 1];
}

void chooseBody(CharacterDesign& d, const PersonWords& words, Seeded& random) {
    d.muscle = std::clamp(0.5 + random.between(-0.15, 0.15), 0.0, 1.0);
    d.weight = std::clamp(0.48 + random.between(-0.14, 0.16), 0.0, 1.0);
    d.proportions = random.between(0.5, 0.75);
    if (has(words.builds, "heavy")) d.weight = random.between(0.85, 1.0);
    if (has(words.builds, "slim")) d.weight = random.between(0.08, 0.2);
    if (has(words.builds, "muscular")) d.muscle = 0.95, d.weight = std::max(d.weight, 0.55), d.proportions = 0.85;
    if (d.ageYears < 17) { // "short" and "little" say here that it is a child
        d.heightM = growingStature(d.ageYears, d.maleness > 0.5) * random.between(0.97, 1.03) * (has(words.builds, "tall") ? 1.06 : 1);
        return;
    }
    const double usual = 1.63 + 0.14 * d.maleness + random.between(-0.055, 0.055) - (d.ageYears > 65 ? 0.06 : 0);
    d.heightM = usual + (has(words.builds, "tall") ? 0.12 : 0) - (has(words.builds, "short") ? 0.12 : 0);
}

void chooseHair(CharacterDesign& d, const PersonWords& words, Seeded& random) {
    const bool male = d.maleness > 0.5, child = d.ageYears < 13, old = d.ageYears > 62;
    const auto among = [&](std::initializer_list<Hair> from) { return *(from.begin() + random.below(int(from.size()))); };
    if (d.ageYears < 4) d.hair = Hair::crop;
    else if (male && old) d.hair = among({Hair::receding, Hair::receding, Hair::bald, Hair::side});
    else if (male && child) d.hair = among({Hair::shortCut, Hair::messy, Hair::bob, Hair::side});
    else if (male) d.hair = among({Hair::side, Hair::shortCut, Hair::crop, Hair::messy, Hair::side});
    else if (child) d.hair = among({Hair::pigtails, Hair::ponyTail, Hair::bob, Hair::longHair});
    else if (old) d.hair = among({Hair::bun, Hair::bob, Hair::shortCut});
    else d.hair = among({Hair::longHair, Hair::bob, Hair::bun, Hair::ponyTail, Hair::longHair});
    if (d.african > 0.6 && random.chance(0.6)) d.hair = male ? Hair::crop : Hair::curly;
    if (has(words.hair, "bald")) d.hair = Hair::bald;
    if (has(words.hair, "curly")) d.hair = Hair::curly;
    if (has(words.hair, "long")) d.hair = male && random.chance(0.4) ? Hair::bob : Hair::longHair;
    if (has(words.hair, "short")) d.hair = male ? Hair::crop : Hair::bob;
    const vec3 black(0.13f, 0.11f, 0.11f), brown(0.30f, 0.20f, 0.14f), blond(0.78f, 0.64f, 0.40f), grey(0.72f, 0.72f, 0.72f), red(0.55f, 0.25f, 0.13f);
    d.colours.hair = d.asian > 0.6 || d.african > 0.6 ? black : pick(random, {brown, brown, black, blond, red});
    if (old) d.colours.hair = random.chance(0.8) ? grey : vec3(0.9f, 0.9f, 0.89f);
    if (has(words.hair, "blond")) d.colours.hair = blond;
    if (has(words.hair, "brown")) d.colours.hair = brown;
    if (has(words.hair, "black")) d.colours.hair = black;
    if (has(words.hair, "red")) d.colours.hair = red;
    if (has(words.hair, "grey")) d.colours.hair = grey;
}

void chooseOutfit(CharacterDesign& d, const PersonWords& words, Seeded& random) {
    const bool male = d.maleness > 0.5;
    const auto among = [&](std::initializer_list<Outfit> from) { return *(from.begin() + random.below(int(from.size()))); };
    if (d.ageYears < 4) d.outfit = Outfit::tshirtJeans;
    else if (d.ageYears < 13) d.outfit = male ? among({Outfit::tshirtJeans, Outfit::hoodie, Outfit::tshirtJeans}) : among({Outfit::childDress, Outfit::childDress, Outfit::tshirtJeans});
    else if (d.ageYears < 19) d.outfit = male ? among({Outfit::hoodie, Outfit::tshirtJeans}) : among({Outfit::hoodie, Outfit::tshirtJeans, Outfit::childDress});
    else if (male) d.outfit = d.ageYears > 40 ? among({Outfit::shirtTrousers, Outfit::suit, Outfit::coat, Outfit::shirtTrousers})
                                              : among({Outfit::tshirtJeans, Outfit::shirtTrousers, Outfit::hoodie, Outfit::tshirtJeans});
    else d.outfit = d.ageYears > 60 ? among({Outfit::coat, Outfit::blouseSkirt, Outfit::dress}) : among({Outfit::dress, Outfit::blouseSkirt, Outfit::tshirtJeans, Outfit::dress});
    if (const auto named = outfitForWord(words.noun)) d.outfit = *named;
    for (const auto& garment : words.clothes)
        if (const auto named = outfitForWord(garment)) d.outfit = *named;
    if (d.ageYears < 13 && d.outfit == Outfit::dress) d.outfit = Outfit::childDress;
    if (words.noun == "teacher" && male) d.outfit = Outfit::shirtTrousers;
    if (isUniformedWithCap(words.noun)) d.headwear = Headwear::peakedCap;
    if (d.outfit == Outfit::spaceSuit) d.headwear = Headwear::helmet;
    if (has(words.clothes, "hat") || words.noun == "detective" || words.noun == "cowboy" || words.noun == "witch" || words.noun == "wizard") d.headwear = Headwear::hat;
    if (has(words.clothes, "cap")) d.headwear = Headwear::peakedCap;
    if (has(words.clothes, "hood") || words.noun == "monk") d.headwear = Headwear::hood;
    if (has(words.clothes, "helmet")) d.headwear = Headwear::helmet;
}

void chooseColours(CharacterDesign& d, const PersonWords& words, Seeded& random) {
    DesignColours& c = d.colours;
    const vec3 navy(0.18f, 0.22f, 0.34f), charcoal(0.22f, 0.24f, 0.29f), black(0.12f, 0.12f, 0.13f), leather(0.36f, 0.24f, 0.16f);
    const vec3 rust(0.76f, 0.30f, 0.27f), blue(0.25f, 0.45f, 0.62f), ochre(0.85f, 0.62f, 0.25f), green(0.45f, 0.58f, 0.42f), plum(0.55f, 0.32f, 0.48f),
        cream(0.93f, 0.90f, 0.80f), camel(0.52f, 0.43f, 0.33f), teal(0.20f, 0.50f, 0.50f);
    c.upper = pick(random, {rust, blue, ochre, green, plum, teal});
    c.lower = pick(random, {vec3(0.29f, 0.38f, 0.50f), vec3(0.32f, 0.33f, 0.36f), vec3(0.62f, 0.56f, 0.42f)});
    c.shoes = black;
    c.detail = black;
    switch (d.outfit) {
    case Outfit::tshirtJeans:
    case Outfit::hoodie: c.shoes = vec3(0.93f); break;
    case Outfit::shirtTrousers: c.upper = pick(random, {vec3(0.94f), blue, vec3(0.62f, 0.72f, 0.80f), cream, green}); break;
    case Outfit::suit: c.upper = pick(random, {charcoal, vec3(0.16f, 0.16f, 0.18f), vec3(0.34f, 0.34f, 0.36f)}); c.detail = pick(random, {vec3(0.55f, 0.12f, 0.12f), black}); break;
    case Outfit::dress:
    case Outfit::childDress: break;
    case Outfit::blouseSkirt: c.upper = pick(random, {cream, vec3(0.94f), blue, ochre}); c.lower = vec3(0.32f, 0.33f, 0.36f); break;
    case Outfit::coat: c.upper = pick(random, {camel, vec3(0.30f, 0.33f, 0.40f), vec3(0.42f, 0.25f, 0.24f), vec3(0.33f, 0.38f, 0.30f)}); c.lower = vec3(0.26f); break;
    case Outfit::uniform: c.upper = navy; c.lower = vec3(0.16f, 0.19f, 0.29f); c.detail = navy * 0.7f; break;
    case Outfit::robe: c.upper = vec3(0.36f, 0.27f, 0.20f); c.detail = vec3(0.82f, 0.76f, 0.60f); c.shoes = leather; break;
    case Outfit::tunic: c.upper = pick(random, {vec3(0.30f, 0.42f, 0.28f), vec3(0.45f, 0.25f, 0.22f), navy}); c.lower = vec3(0.55f, 0.47f, 0.36f); c.detail = c.shoes = leather; break;
    case Outfit::swimsuit: c.upper = pick(random, {teal, navy, rust}); break;
    case Outfit::spaceSuit: c.detail = vec3(0.45f, 0.46f, 0.48f); break;
    case Outfit::apron: c.upper = vec3(0.45f, 0.50f, 0.58f); c.lower = vec3(0.26f); c.detail = vec3(0.93f, 0.91f, 0.86f); break;
    }
    if (!words.clothesColour) return;
    const bool below = has(words.clothes, "skirt") || has(words.clothes, "trousers") || has(words.clothes, "pants") || has(words.clothes, "jeans");
    const bool extra = has(words.clothes, "apron") || has(words.clothes, "tie") || has(words.clothes, "cap") || has(words.clothes, "hat");
    (below ? c.lower : extra ? c.detail : c.upper) = *words.clothesColour;
}

} // namespace

std::string_view nameOf(Outfit outfit) { return outfitNames[std::size_t(outfit)]; }
std::string_view nameOf(Hair hair) { return hairNames[std::size_t(hair)]; }

std::optional<Outfit> outfitForWord(std::string_view word) {
    const auto found = outfitWords().find(word);
    return found == outfitWords().end() ? std::nullopt : std::optional(found->second);
}

CharacterDesign designFor(const PersonWords& words, std::uint64_t seed) {
    Seeded random(mix64(seed) ^ 0xD351614Eull);
    std::string sex = words.sex, age = words.age;
    readNoun(words.noun, sex, age);
    if (sex.empty())
        for (const auto& garment : words.clothes)
            if (garment == "dress" || garment == "skirt" || garment == "blouse" || garment == "gown" || garment == "bikini") sex = "f";
    if (sex.empty()) sex = random.chance(0.5) ? "m" : "f";
    CharacterDesign d;
    d.seed = seed;
    d.maleness = sex == "m" ? 1 : 0;
    d.ageYears = yearsOf(age, random);
    chooseRace(d, random);
    chooseBody(d, words, random);
    chooseHair(d, words, random);
    chooseOutfit(d, words, random);
    chooseColours(d, words, random);
    return d;
}

std::string CharacterDesign::key() const {
    const auto rgb = [](const vec3& c) { return fmt::format("{:.3f},{:.3f},{:.3f}", c.r, c.g, c.b); };
    return fmt::format("{:.4f}|{:.3f}|{:.4f}|{:.4f}|{:.4f}|{:.4f}|{:.4f},{:.4f},{:.4f}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", maleness, ageYears, muscle, weight,
                       proportions, heightM, african, asian, caucasian, nameOf(outfit), nameOf(hair), int(headwear), rgb(colours.skin), rgb(colours.hair),
                       rgb(colours.upper), rgb(colours.lower), rgb(colours.shoes), rgb(colours.detail), seed);
}

} // namespace rushes::figures
