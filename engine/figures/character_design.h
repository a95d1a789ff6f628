// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/vec3.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::figures {

enum class Outfit : std::uint8_t {
    tshirtJeans,
    shirtTrousers,
    suit,
    dress,
    blouseSkirt,
    coat,
    uniform,
    hoodie,
    robe,
    tunic,
    swimsuit,
    spaceSuit,
    apron,
    childDress,
    gown,      ///< a dress down to the floor
    longSkirt, ///< blouse and a skirt to the ankles
    armour,
    scrubs,
    shorts,
    vest, ///< waistcoat over a shirt
    robot,
    trunks, ///< a boxer's, and a singlet
    labCoat,
    cape ///< tights, boots and a cape
};
enum class Hair : std::uint8_t {
    bald,
    crop,
    shortCut,
    side,
    messy,
    receding,
    bob,
    longHair,
    bun,
    ponyTail,
    pigtails,
    curly
};
enum class Beard : std::uint8_t { none, stubble, moustache, goatee, full, longFull };
enum class Headwear : std::uint8_t {
    none,
    peakedCap,
    hat,
    hood,
    helmet,
    topHat,
    wideHat, ///< a cowboy's
    pointedHat,
    softCap, ///< beanie, surgeon's cap, bandana
    hardHat, ///< also a soldier's helmet
    knightHelm,
    robotHead,
    chefHat,
    crown,
    veil
};

/// sRGB colours 0..1 of one person. `accent` is the garment whose colour the board look shows.
struct DesignColours {
    glm::vec3 skin{0.93f, 0.84f, 0.77f};
    glm::vec3 hair{0.20f, 0.15f, 0.12f};
    glm::vec3 upper{0.86f, 0.84f, 0.80f}; ///< shirt, jacket, coat, dress
    glm::vec3 lower{0.40f, 0.46f, 0.56f}; ///< trousers, skirt
    glm::vec3 shoes{0.22f, 0.20f, 0.20f};
    glm::vec3 detail{0.30f, 0.26f, 0.24f}; ///< tie, belt, cap, apron
};

/// Everything that makes one person; the same design always gives the same figure. All sliders 0..1.
struct CharacterDesign {
    double maleness = 1;  ///< 0 woman … 1 man
    double ageYears = 30; ///< 1 … 90
    double muscle = 0.5;
    double weight = 0.5;
    double proportions = 0.6;
    double heightM = 0; ///< stature without shoes; 0 takes what age, sex and race give
    double african = 1.0 / 3, asian = 1.0 / 3, caucasian = 1.0 / 3; ///< normalised when used
    Outfit outfit = Outfit::tshirtJeans;
    Hair hair = Hair::shortCut;
    Beard beard = Beard::none;
    Headwear headwear = Headwear::none;
    DesignColours colours;
    std::vector<std::string> face; ///< what is said of it: "hooked nose", "square jaw"
    std::uint64_t seed = 1; ///< face variety and idle life

    /// The same text for the same figure; a key for caches.
    std::string key() const;
};

/// What a description says of a person, in the ids of assets/lexicon; empty means unsaid.
struct PersonWords {
    std::string noun;                 ///< lemma: "woman", "boy", "policeman", "waiter", "astronaut" …
    std::string sex;                  ///< "m", "f"
    std::string age;                  ///< "baby", "child", "teen", "young", "middle", "old"
    std::vector<std::string> builds;  ///< "tall", "short", "heavy", "slim", "muscular"
    std::vector<std::string> hair;    ///< "bald", "blond", "brown", "black", "red", "grey", "white", "long", "short", "curly", a style
                                      ///< by its name ("bun"), "beard", "moustache", "goatee", "stubble", "long beard"
    std::vector<std::string> face;    ///< "hooked nose", "square jaw", "thin lips" …
    std::vector<std::string> clothes; ///< garment words: "coat", "dress", "suit", "hoodie", "uniform", "hat" …
    std::optional<glm::vec3> clothesColour; ///< sRGB; tints the accent garment
};

/// A plausible person for the words; what the words leave open is drawn from `seed`, so two people seldom look alike.
CharacterDesign designFor(const PersonWords& words, std::uint64_t seed);

/// The outfit a garment word or an occupation asks for ("raincoat" → coat, "policeman" → uniform); nothing when
/// unknown.
std::optional<Outfit> outfitForWord(std::string_view word);

std::string_view nameOf(Outfit outfit);
std::string_view nameOf(Hair hair);

} // namespace rushes::figures
