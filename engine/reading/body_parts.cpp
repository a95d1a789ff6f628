// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/body_parts.h"

#include "engine/reading/text.h"

namespace rushes::reading {

namespace {

constexpr std::string_view faceParts = "eye eyebrow brow eyelid lash pupil iris nose nostril mouth lip cheek jaw chin face forehead tongue tear tears sweat wrinkle ear tooth";
constexpr std::string_view stillParts = "hair heart chest skin muscle stomach belly torso body back shoulder beard moustache mustache throat neck waist hip breath";
constexpr std::string_view footParts = "leg foot knee toe heel ankle";

} // namespace

std::string bodyPartOf(FormTable& forms, const std::string& noun) {
    const auto isPart = [&](const std::string& word) { return contains(forms.lexicon().bodyParts, word); };
    // WordNet has "hands" and "arms" as words of their own; here they are two of one.
    if (noun.ends_with('s') && isPart(noun.substr(0, noun.size() - 1))) return noun.substr(0, noun.size() - 1);
    const std::string lemma = forms.nounLemma(noun);
    if (isPart(lemma)) return lemma;
    return isPart(noun) ? noun : std::string{};
}

std::string motionOfPart(std::string_view part, const std::string& verb, std::string motion) {
    if (part.empty()) return motion;
    const bool talks = isOneOf(motion, "look laugh cry sleep talk whisper sing shout eat drink kiss listen");
    if ((part == "tear" || part == "tears") && isOneOf(verb, "roll run stream fall well flow trickle slide drip glisten course pour")) return "cry";
    if (isOneOf(part, faceParts)) return talks ? motion : "look";
    if (isOneOf(part, stillParts)) return talks ? motion : "stand";
    if (part == "head") return isOneOf(verb, "nod shake bob") ? "reach" : isOneOf(motion, "look sleep listen") ? motion : isOneOf(verb, "turn swivel rise lift") ? "look" : "stand";
    if (isOneOf(part, footParts)) return isOneOf(motion, "walk run jump kick dance swim climb kneel ski skate sneak crawl ride") ? motion : "stand";
    // Hands, fingers, arms: theirs is what hands do.
    if (isOneOf(verb, "tremble shake quiver clench tighten curl ball")) return "stand";
    return isOneOf(motion, "walk run turn fall look transform grow flow fight stand swim dance jump") ? "reach" : motion;
}

} // namespace rushes::reading
