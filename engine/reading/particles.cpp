// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/particles.h"

#include "engine/reading/attributes.h"
#include "engine/reading/body_parts.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rushes::reading {

namespace {

/// "kicks down a door", "picks up a stone": together they say one thing.
bool belongsTo(const std::string& verb, const std::string& particle) {
    static constexpr std::pair<std::string_view, std::string_view> verbs[] = {
        {"down", "kick break knock cut chop tear pull put take bring set burn lay hold pin wipe hose write jot note gulp wolf gun shoot strike tie nail hammer lower fold pat rub"},
        {"up", "pick lift raise hold dig fill wrap clean warm heat set build light wipe gather scoop round pull draw tear rip roll fold zip button tie hang pump stack pile bundle mop sweep lap drink eat chop cut slice crumple screw wad ball rake wash hoist haul reel wind coil crank put prop pack bag box hitch pluck sew stitch patch whip mix stir serve dish open lock saddle"},
        {"out", "take pull bring hold put throw cut hand pour blow try lay spread stamp snuff stub roll wring wash rinse scoop scrape pick dish dole spit act carve cross belt shake iron smooth fish dig"},
        {"off", "take cut shake brush switch throw pull wipe knock break bite peel tear rip strip kick shrug fight dust chop saw lop drop set shut turn fend ward scrape towel"},
        {"away", "throw put push take wipe brush wave pack file drive chase scare tuck stow lock clear"},
        {"over", "hand knock tip push turn flip hack kick roll"}};
    return std::any_of(std::begin(verbs), std::end(verbs), [&](const auto& row) { return row.first == particle && isOneOf(verb, row.second); });
}

} // namespace

bool movesWithParticle(const TaggedText& text, FormTable& forms, const std::string& verb, std::size_t at, const NounPhrase& what) {
    if (isOneOf(verb, "walk run go come climb crawl sit stand lie sleep lean look fall ride drive jump dance slide hang kneel rest")) return false;
    const std::string& particle = text.word(at);
    const std::string& noun = text.word(what.last);
    if (isAny(particle, {"on", "off", "down", "up", "out", "over"})) {
        const ThingEntry* const thing = forms.lexicon().thing(what.lemma);
        if (thing && isWearable(*thing)) return isOneOf(verb, "pull put slip try throw tug take slide shrug roll zip button kick do tie get");
    }
    if (belongsTo(verb, particle)) return true;
    if (isAny(particle, {"up", "down"}) && isOneOf(noun, "sleeve sleeves hood collar")) return true;
    return isAny(particle, {"up", "out", "back", "down"}) && isAny(text.word(what.begin), {"his", "her", "their", "its", "my", "your"}) &&
           isOneOf(bodyPartOf(forms, noun), "hand arm fist finger head leg foot palm thumb tongue chest chin");
}

} // namespace rushes::reading
