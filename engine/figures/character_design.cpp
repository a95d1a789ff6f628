// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/character_design.h"

#include "engine/figures/design_choices.h"
#include "engine/figures/look_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace rushes::figures {

using glm::vec3;

namespace {

constexpr std::string_view outfitNames[] = {"tshirt_jeans", "shirt_trousers", "suit",     "dress",  "blouse_skirt",
                                            "coat",         "uniform",        "hoodie",   "robe",   "tunic",
                                            "swimsuit",     "space_suit",     "apron",    "child_dress", "gown",
                                            "long_skirt",   "armour",         "scrubs",   "shorts", "vest",
                                            "robot",        "trunks",         "lab_coat", "cape"};
constexpr std::string_view hairNames[] = {"bald", "crop", "short", "side",      "messy",    "receding",
                                          "bob",  "long", "bun",   "pony_tail", "pigtails", "curly"};

/// Garments and occupations by the outfit they ask for.
constexpr std::pair<Outfit, const char*> outfitWords[] = {
    {Outfit::tshirtJeans, "t-shirt tee jeans tshirt"},
    {Outfit::shirtTrousers, "shirt trousers pants"},
    {Outfit::hoodie, "sweater pullover hoodie sweatshirt jumper tracksuit"},
    {Outfit::suit, "suit tuxedo tie blazer jacket businessman businessperson lawyer groom butler manager "
                   "politician banker agent"},
    {Outfit::coat, "detective coat overcoat raincoat trenchcoat trench parka"},
    {Outfit::dress, "dress gown bride princess singer"},
    {Outfit::blouseSkirt, "skirt blouse secretary businesswoman teacher"},
    {Outfit::uniform, "uniform police policeman policewoman officer cop soldier guard firefighter fireman "
                      "pilot captain sailor conductor general"},
    {Outfit::robe, "robe monk priest wizard cloak nun witch"},
    {Outfit::tunic, "tunic knight archer peasant warrior"},
    {Outfit::swimsuit, "swimsuit bikini swimmer surfer lifeguard"},
    {Outfit::spaceSuit, "spacesuit astronaut cosmonaut"},
    {Outfit::apron, "apron chef cook baker waiter waitress bartender barista butcher"},
};

bool isUniformedWithCap(std::string_view noun) {
    static constexpr std::array<std::string_view, 9> capped = {"police", "policeman", "policewoman", "officer", "cop",
                                                               "pilot",  "captain",   "conductor",   "general"};
    return std::find(capped.begin(), capped.end(), noun) != capped.end();
}

struct NounMeaning {
    const char *sex, *age, *nouns;
};
/// Nouns that say the sex or the age by themselves.
constexpr NounMeaning nounMeanings[] = {
    {"m", "",
     "man gentleman guy father dad waiter policeman businessman fireman actor husband "
     "brother monk priest knight cowboy"},
    {"f", "",
     "woman lady mother mom waitress policewoman businesswoman actress wife sister nun "
     "nurse"},
    {"m", "child", "boy son schoolboy"},
    {"f", "child", "girl daughter schoolgirl"},
    {"", "child", "child kid"},
    {"", "baby", "baby toddler infant"},
    {"", "teen", "teenager teen"},
    {"f", "old", "grandmother grandma witch"},
    {"m", "old", "grandfather grandpa wizard"},
    {"m", "middle", "king uncle captain fisherman"},
    {"f", "middle", "queen aunt"},
    {"m", "young", "prince groom"},
    {"f", "young", "princess bride ballerina"},
    {"", "young", "student"},
};

/// Whether a list of words with blanks between holds `word`.
bool lists(const char* words, std::string_view word) {
    std::istringstream each(words);
    std::string one;
    while (each >> one)
        if (one == word) return true;
    return false;
}

void readNoun(std::string_view noun, std::string& sex, std::string& age) {
    for (const auto& meaning : nounMeanings)
        if (lists(meaning.nouns, noun)) {
            if (sex.empty()) sex = meaning.sex;
            if (age.empty()) age = meaning.age;
            return;
        }
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
        if (years <= at[i])
            return to[i - 1] + (to[i] - to[i - 1]) * (std::max(years, at[0]) - at[i - 1]) / (at[i] - at[i - 1]);
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
        d.heightM = growingStature(d.ageYears, d.maleness > 0.5) * random.between(0.97, 1.03) *
                    (has(words.builds, "tall") ? 1.06 : 1);
        return;
    }
    const double usual = 1.63 + 0.14 * d.maleness + random.between(-0.055, 0.055) - (d.ageYears > 65 ? 0.06 : 0);
    d.heightM = usual + (has(words.builds, "tall") ? 0.12 : 0) - (has(words.builds, "short") ? 0.12 : 0);
}

void chooseOutfit(CharacterDesign& d, const PersonWords& words, Seeded& random) {
    const bool male = d.maleness > 0.5;
    const auto among = [&](std::initializer_list<Outfit> from) {
        return *(from.begin() + random.below(int(from.size())));
    };
    if (d.ageYears < 4)
        d.outfit = Outfit::tshirtJeans;
    else if (d.ageYears < 13)
        d.outfit = male ? among({Outfit::tshirtJeans, Outfit::hoodie, Outfit::tshirtJeans})
                        : among({Outfit::childDress, Outfit::childDress, Outfit::tshirtJeans});
    else if (d.ageYears < 19)
        d.outfit = male ? among({Outfit::hoodie, Outfit::tshirtJeans})
                        : among({Outfit::hoodie, Outfit::tshirtJeans, Outfit::childDress});
    else if (male)
        d.outfit = d.ageYears > 40
                       ? among({Outfit::shirtTrousers, Outfit::suit, Outfit::coat, Outfit::shirtTrousers})
                       : among({Outfit::tshirtJeans, Outfit::shirtTrousers, Outfit::hoodie, Outfit::tshirtJeans});
    else
        d.outfit = d.ageYears > 60 ? among({Outfit::coat, Outfit::blouseSkirt, Outfit::dress})
                                   : among({Outfit::dress, Outfit::blouseSkirt, Outfit::tshirtJeans, Outfit::dress});
    if (const auto named = outfitForWord(words.noun)) d.outfit = *named;
    for (const auto& garment : words.clothes)
        if (const auto named = outfitForWord(garment)) d.outfit = *named;
    for (const Look* look : looksOf(words)) {
        const auto& cut = male || !look->womansCut ? look->cut : look->womansCut;
        if (cut) d.outfit = *cut;
    }
    if (d.ageYears < 13 && d.outfit == Outfit::dress) d.outfit = Outfit::childDress;
    if (words.noun == "teacher" && male) d.outfit = Outfit::shirtTrousers;
    if (isUniformedWithCap(words.noun)) d.headwear = Headwear::peakedCap;
    if (d.outfit == Outfit::spaceSuit) d.headwear = Headwear::helmet;
    if (has(words.clothes, "hat") || words.noun == "detective" || words.noun == "cowboy" || words.noun == "witch" ||
        words.noun == "wizard")
        d.headwear = Headwear::hat;
    if (has(words.clothes, "cap")) d.headwear = Headwear::peakedCap;
    if (has(words.clothes, "hood") || words.noun == "monk") d.headwear = Headwear::hood;
    for (const Look* look : looksOf(words))
        if (look->headwear) d.headwear = *look->headwear;
}

/// The colours, skin, hair and beard of looks; what is said of hair and beard outranks them.
void wearLooks(CharacterDesign& d, const PersonWords& words) {
    const bool shaved = has(words.hair, "shaven");
    for (const Look* look : looksOf(words)) {
        const auto dye = [](const std::optional<vec3>& from, vec3& to) {
            if (from) to = *from;
        };
        dye(look->upper, d.colours.upper);
        dye(look->lower, d.colours.lower);
        dye(look->detail, d.colours.detail);
        dye(look->shoes, d.colours.shoes);
        dye(look->skin, d.colours.skin);
        if (look->beard && d.maleness > 0.5 && d.beard == Beard::none && !shaved) d.beard = *look->beard;
        if (look->hair && words.hair.empty()) d.hair = *look->hair;
    }
}

namespace dye {
const vec3 navy(0.18f, 0.22f, 0.34f);
const vec3 charcoal(0.22f, 0.24f, 0.29f);
const vec3 black(0.12f, 0.12f, 0.13f);
const vec3 leather(0.36f, 0.24f, 0.16f);
const vec3 rust(0.76f, 0.30f, 0.27f);
const vec3 blue(0.25f, 0.45f, 0.62f);
const vec3 ochre(0.85f, 0.62f, 0.25f);
const vec3 green(0.45f, 0.58f, 0.42f);
const vec3 plum(0.55f, 0.32f, 0.48f);
const vec3 cream(0.93f, 0.90f, 0.80f);
const vec3 camel(0.52f, 0.43f, 0.33f);
const vec3 teal(0.20f, 0.50f, 0.50f);
} // namespace dye

/// Cloth in the colours such clothes usually have.
void dyeOutfit(DesignColours& c, Outfit outfit, Seeded& random) {
    switch (outfit) {
    case Outfit::tshirtJeans:
    case Outfit::hoodie:
        c.shoes = vec3(0.93f);
        break;
    case Outfit::shirtTrousers:
        c.upper = pick(random, {vec3(0.94f), dye::blue, vec3(0.62f, 0.72f, 0.80f), dye::cream, dye::green});
        break;
    case Outfit::suit:
        c.upper = pick(random, {dye::charcoal, vec3(0.16f, 0.16f, 0.18f), vec3(0.34f, 0.34f, 0.36f)});
        c.detail = pick(random, {vec3(0.55f, 0.12f, 0.12f), dye::black});
        break;
    case Outfit::dress:
    case Outfit::childDress:
        break;
    case Outfit::blouseSkirt:
        c.upper = pick(random, {dye::cream, vec3(0.94f), dye::blue, dye::ochre});
        c.lower = vec3(0.32f, 0.33f, 0.36f);
        break;
    case Outfit::coat:
        c.upper =
            pick(random, {dye::camel, vec3(0.30f, 0.33f, 0.40f), vec3(0.42f, 0.25f, 0.24f), vec3(0.33f, 0.38f, 0.30f)});
        c.lower = vec3(0.26f);
        break;
    case Outfit::uniform:
        c.upper = dye::navy;
        c.lower = vec3(0.16f, 0.19f, 0.29f);
        c.detail = dye::navy * 0.7f;
        break;
    case Outfit::robe:
        c.upper = vec3(0.36f, 0.27f, 0.20f);
        c.detail = vec3(0.82f, 0.76f, 0.60f);
        c.shoes = dye::leather;
        break;
    case Outfit::tunic:
        c.upper = pick(random, {vec3(0.30f, 0.42f, 0.28f), vec3(0.45f, 0.25f, 0.22f), dye::navy});
        c.lower = vec3(0.55f, 0.47f, 0.36f);
        c.detail = c.shoes = dye::leather;
        break;
    case Outfit::swimsuit:
        c.upper = pick(random, {dye::teal, dye::navy, dye::rust});
        break;
    case Outfit::spaceSuit:
        c.detail = vec3(0.45f, 0.46f, 0.48f);
        break;
    case Outfit::armour:
    case Outfit::robot:
        c.upper = c.lower = vec3(0.60f, 0.62f, 0.65f);
        c.detail = c.shoes = vec3(0.36f, 0.38f, 0.41f);
        break;
    case Outfit::scrubs:
        c.upper = c.detail = vec3(0.45f, 0.68f, 0.66f);
        c.shoes = vec3(0.93f);
        break;
    case Outfit::labCoat:
        c.upper = vec3(0.95f);
        break;
    case Outfit::vest:
        c.upper = vec3(0.30f, 0.28f, 0.27f);
        break;
    case Outfit::gown:
    case Outfit::longSkirt:
    case Outfit::shorts:
    case Outfit::trunks:
    case Outfit::cape:
        break;
    case Outfit::apron:
        c.upper = vec3(0.45f, 0.50f, 0.58f);
        c.lower = vec3(0.26f);
        c.detail = vec3(0.93f, 0.91f, 0.86f);
        break;
    }
}

void chooseColours(CharacterDesign& d, const PersonWords& words, Seeded& random) {
    DesignColours& c = d.colours;
    c.upper = pick(random, {dye::rust, dye::blue, dye::ochre, dye::green, dye::plum, dye::teal});
    c.lower = pick(random, {vec3(0.29f, 0.38f, 0.50f), vec3(0.32f, 0.33f, 0.36f), vec3(0.62f, 0.56f, 0.42f)});
    c.shoes = dye::black;
    c.detail = dye::black;
    dyeOutfit(c, d.outfit, random);
    wearLooks(d, words);
    if (!words.clothesColour) return;
    const bool below = has(words.clothes, "skirt") || has(words.clothes, "trousers") || has(words.clothes, "pants") ||
                       has(words.clothes, "jeans");
    const bool extra = has(words.clothes, "apron") || has(words.clothes, "tie") || has(words.clothes, "cap") ||
                       has(words.clothes, "hat");
    (below ? c.lower : extra ? c.detail : c.upper) = *words.clothesColour;
}

} // namespace

std::string_view nameOf(Outfit outfit) { return outfitNames[std::size_t(outfit)]; }
std::string_view nameOf(Hair hair) { return hairNames[std::size_t(hair)]; }

std::optional<Outfit> outfitForWord(std::string_view word) {
    for (const auto& [outfit, words] : outfitWords)
        if (lists(words, word)) return outfit;
    return std::nullopt;
}

CharacterDesign designFor(const PersonWords& words, std::uint64_t seed) {
    Seeded random(mix64(seed) ^ 0xD351614Eull);
    std::string sex = words.sex, age = words.age;
    for (const Look* look : looksOf(words)) {
        if (sex.empty()) sex = look->sex;
        if (age.empty()) age = look->age;
    }
    readNoun(words.noun, sex, age);
    if (sex.empty())
        for (const auto& garment : words.clothes)
            if (garment == "dress" || garment == "skirt" || garment == "blouse" || garment == "gown" ||
                garment == "bikini")
                sex = "f";
    if (sex.empty()) sex = random.chance(0.5) ? "m" : "f";
    CharacterDesign d;
    d.seed = seed;
    d.face = words.face;
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
    std::string said;
    for (const auto& one : face) said += one + ",";
    return fmt::format("{:.4f}|{:.3f}|{:.4f}|{:.4f}|{:.4f}|{:.4f}|{:.4f},{:.4f},{:.4f}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}",
                       maleness, ageYears, muscle, weight, proportions, heightM, african, asian, caucasian,
                       nameOf(outfit), nameOf(hair), int(headwear) + 100 * int(beard), rgb(colours.skin), rgb(colours.hair),
                       rgb(colours.upper), rgb(colours.lower), rgb(colours.shoes), rgb(colours.detail), said, seed);
}

} // namespace rushes::figures
