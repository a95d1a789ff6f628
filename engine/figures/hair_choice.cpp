// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/design_choices.h"

namespace rushes::figures {

using glm::vec3;

namespace {

Hair likelyHair(const CharacterDesign& d, Seeded& random) {
    const bool male = d.maleness > 0.5, child = d.ageYears < 13, old = d.ageYears > 62;
    const auto among = [&](std::initializer_list<Hair> from) {
        return *(from.begin() + random.below(int(from.size())));
    };
    if (d.ageYears < 4) return Hair::crop;
    if (male && old) return among({Hair::receding, Hair::receding, Hair::bald, Hair::side});
    if (male && child) return among({Hair::shortCut, Hair::messy, Hair::bob, Hair::side});
    if (male) return among({Hair::side, Hair::shortCut, Hair::crop, Hair::messy, Hair::side});
    if (child) return among({Hair::pigtails, Hair::ponyTail, Hair::bob, Hair::longHair});
    if (old) return among({Hair::bun, Hair::bob, Hair::shortCut});
    return among({Hair::longHair, Hair::bob, Hair::bun, Hair::ponyTail, Hair::longHair});
}

void styleAsSaid(CharacterDesign& d, const std::vector<std::string>& said) {
    const bool male = d.maleness > 0.5;
    // Later rows outrank earlier ones: "long curly hair" is long.
    const std::pair<const char*, Hair> styles[] = {{"curly", Hair::curly},
                                                   {"short", male ? Hair::crop : Hair::bob},
                                                   {"long", Hair::longHair},
                                                   {"messy", Hair::messy},
                                                   {"bob", Hair::bob},
                                                   {"bun", Hair::bun},
                                                   {"ponytail", Hair::ponyTail},
                                                   {"pigtails", Hair::pigtails},
                                                   {"receding", Hair::receding},
                                                   {"bald", Hair::bald}};
    for (const auto& [word, style] : styles)
        if (has(said, word)) d.hair = style;
}

void beardAsSaid(CharacterDesign& d, const std::vector<std::string>& said) {
    const std::pair<const char*, Beard> beards[] = {{"stubble", Beard::stubble},
                                                    {"moustache", Beard::moustache},
                                                    {"goatee", Beard::goatee},
                                                    {"beard", Beard::full},
                                                    {"long beard", Beard::longFull},
                                                    {"shaven", Beard::none}};
    for (const auto& [word, beard] : beards)
        if (has(said, word)) d.beard = beard;
}

} // namespace

void chooseHair(CharacterDesign& d, const PersonWords& words, Seeded& random) {
    const bool male = d.maleness > 0.5, old = d.ageYears > 62;
    d.hair = likelyHair(d, random);
    if (d.african > 0.6 && random.chance(0.6)) d.hair = male ? Hair::crop : Hair::curly;
    styleAsSaid(d, words.hair);
    beardAsSaid(d, words.hair);
    const vec3 black(0.13f, 0.11f, 0.11f), brown(0.30f, 0.20f, 0.14f), blond(0.78f, 0.64f, 0.40f),
        grey(0.72f, 0.72f, 0.72f), red(0.55f, 0.25f, 0.13f), white(0.92f, 0.92f, 0.91f);
    d.colours.hair = d.asian > 0.6 || d.african > 0.6 ? black : pick(random, {brown, brown, black, blond, red});
    if (old) d.colours.hair = random.chance(0.8) ? grey : vec3(0.9f, 0.9f, 0.89f);
    const std::pair<const char*, vec3> colours[] = {
        {"blond", blond}, {"brown", brown}, {"black", black}, {"red", red}, {"grey", grey}, {"white", white},
        {"blue", {0.25f, 0.42f, 0.70f}}, {"pink", {0.88f, 0.50f, 0.66f}}, {"green", {0.30f, 0.55f, 0.33f}}, {"purple", {0.48f, 0.30f, 0.58f}}};
    for (const auto& [word, colour] : colours)
        if (has(words.hair, word)) d.colours.hair = colour;
}

} // namespace rushes::figures
