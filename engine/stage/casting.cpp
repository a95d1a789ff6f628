// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/casting.h"

#include "engine/figures/look_book.h"
#include "engine/reading/text.h"
#include "engine/stage/colours.h"
#include "engine/stage/easing.h"
#include "engine/stage/patients.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <set>

namespace rushes::stage {
namespace {

std::string ageWord(const reading::Subject& subject) {
    if (!subject.ageYears) return subject.age == reading::AgeClass::adult ? "" : std::string(reading::word(subject.age));
    const int years = *subject.ageYears;
    return years < 3 ? "baby" : years < 13 ? "child" : years < 19 ? "teen" : years < 35 ? "young" : years < 60 ? "middle" : "old";
}

/// Worn on the head, hands or feet: their colour is not that of the clothes.
bool isAccessory(const std::string& worn) {
    const std::string noun = worn.substr(worn.rfind(' ') + 1); // "straw hat"
    for (const char* word : {"hat", "cap", "helmet", "glasses", "sunglasses", "scarf", "glove", "gloves", "shoe", "shoes", "boot", "boots", "watch", "bag",
                             "backpack", "mask", "crown", "necklace", "ring", "belt", "tie", "veil", "wig", "beret", "bandana", "turban", "headscarf", "sombrero", "bonnet", "bowler", "fedora", "beanie"})
        if (noun == word) return true;
    return false;
}

/// What somebody wears, garments first: what the prompt says, else what the script does.
std::vector<reading::WornThing> wornBy(const reading::Subject& subject, const std::vector<reading::WornThing>& usual) {
    std::vector<reading::WornThing> wears = subject.wears;
    const bool dressed = std::any_of(wears.begin(), wears.end(), [](const auto& worn) { return !isAccessory(worn.noun); });
    if (!dressed) wears.insert(wears.end(), usual.begin(), usual.end());
    std::stable_partition(wears.begin(), wears.end(), [](const auto& worn) { return !isAccessory(worn.noun); });
    return wears;
}

figures::PersonWords wordsFor(const reading::Subject& subject, const std::vector<reading::WornThing>& wears) {
    figures::PersonWords words;
    words.noun = subject.noun;
    const auto hasLook = [](const std::string& noun) { return !figures::looksOf({.noun = noun}).empty(); };
    if (!hasLook(subject.noun) && hasLook(subject.model)) words.noun = subject.model; // "his opponent" looks like the boxer whose he is
    words.sex = subject.sex == reading::Sex::male ? "m" : subject.sex == reading::Sex::female ? "f" : "";
    words.age = ageWord(subject);
    if (!subject.build.empty()) words.builds.push_back(subject.build);
    words.hair = subject.hair;
    words.face = subject.face;
    for (const auto& worn : wears) words.clothes.push_back(worn.noun);
    const bool garment = std::any_of(wears.begin(), wears.end(), [](const auto& worn) { return !isAccessory(worn.noun); });
    // The lexicon's outfit says less than the trade's own look.
    if (!subject.outfit.empty() && !garment && figures::looksOf(words).empty()) words.clothes.push_back(subject.outfit);
    words.clothesColour = markerColour(subject.colour);
    return words;
}

enum class Piece { upper, lower, detail, shoes };

Piece pieceOf(const std::string& noun) {
    if (reading::isAny(noun, {"trousers", "pants", "jeans", "skirt", "long skirt", "miniskirt", "shorts", "leggings", "slacks", "kilt", "breeches"})) return Piece::lower;
    if (reading::isAny(noun, {"shoe", "shoes", "boot", "boots", "sneaker", "sneakers", "sandals"})) return Piece::shoes;
    if (isAccessory(noun) || reading::isAny(noun, {"apron", "hood"})) return Piece::detail;
    return Piece::upper;
}

/// Each piece in its own colour: "a red shirt and blue jeans". Of two for one piece the first, which is the outer one.
void dye(const std::vector<reading::WornThing>& wears, figures::DesignColours& colours) {
    std::set<Piece> done;
    for (const auto& worn : wears) {
        const auto colour = markerColour(worn.colour);
        const Piece piece = pieceOf(worn.noun);
        if (!colour || !done.insert(piece).second) continue;
        (piece == Piece::lower ? colours.lower : piece == Piece::shoes ? colours.shoes : piece == Piece::detail ? colours.detail : colours.upper) = *colour;
    }
}

/// Quiet marker colours that tell people apart; the story's own colour words outrank them.
glm::vec3 accentOf(std::uint64_t seed) {
    static constexpr std::string_view words[] = {"blue", "red", "green", "orange", "purple", "brown", "yellow"};
    return *markerColour(words[(seed >> 7) % std::size(words)]);
}

/// What the script says that a character wears.
std::vector<reading::WornThing> usualClothes(const StageLibrary& library, const generate::ShotRequest& request, const std::string& name) {
    const auto index = castIndex(request, name);
    if (!index || request.cast[*index].description.empty()) return {};
    const auto described = library.reader().read(name + ", " + request.cast[*index].description + ", stands.", namesOf(request));
    for (const auto& subject : described.subjects)
        if (subject.kind == reading::SubjectKind::person && !subject.wears.empty()) return subject.wears;
    return {};
}

/// The model of a character, or of everybody of a kind ("guard").
std::shared_ptr<const models::Model> modelOf(const OwnModels& own, const reading::Subject& subject) {
    for (const std::string& name : {reading::lowerAscii(subject.name), reading::lowerAscii(subject.noun)})
        if (const auto found = own.figures.find(name); !name.empty() && found != own.figures.end()) return found->second;
    return nullptr;
}

/// Moved by a figure as tall as the model stands: files hold people in T-poses, but also half in a crouch.
Result<void> putModel(StageLibrary& library, figures::CharacterDesign design, const std::shared_ptr<const models::Model>& model, StagedPerson& person) {
    double height = double(model->mesh.bounds.high.y);
    for (int round = 0; round < 2; ++round) {
        design.heightM = std::clamp(std::round(height * 100) / 100, 0.5, 2.6);
        auto figure = library.figure(design);
        if (!figure) return fail(figure.error());
        person.figure = std::move(*figure);
        person.own = std::make_shared<const OwnFigure>(model, person.figure);
        const double stands = double(person.own->mesh(figures::evaluate(*person.figure, {.idle = 0}), 0).bounds.high.y);
        if (!person.own->hasLimbs() || std::abs(stands - height) < 0.02) break;
        height = stands;
    }
    return {};
}

} // namespace

reading::Names namesOf(const generate::ShotRequest& request) {
    reading::Names names;
    for (const auto& member : request.cast) names.cast.push_back({member.name, reading::Sex::unknown, {}, {}, member.description});
    if (!request.location.empty()) names.locations.push_back({request.location, {}});
    names.corrections = reading::correctionsOf(request.settingsJson);
    return names;
}

std::optional<std::size_t> castIndex(const generate::ShotRequest& request, std::string_view name) {
    for (std::size_t i = 0; i < request.cast.size(); ++i)
        if (!name.empty() && reading::lowerAscii(request.cast[i].name) == reading::lowerAscii(name)) return i;
    return std::nullopt;
}

namespace {

/// "While people walk past": those nobody looks at, about somebody who has the shot.
bool passesBy(const reading::ShotDescription& description, const reading::Subject& subject) {
    constexpr int several = 3;
    if (subject.count < several || !reading::isOneOf(subject.noun, "people pedestrian passerby passer-by commuter shopper tourist stranger")) return false;
    bool walks = false, does = false, meant = false, others = false;
    for (const auto& action : description.actions) {
        walks = walks || (action.subject == subject.id && action.motion == "walk" && action.target.empty());
        does = does || (action.subject == subject.id && action.motion != "walk");
        meant = meant || action.target == subject.id;
        others = others || (!action.subject.empty() && action.subject != subject.id);
    }
    return walks && others && !does && !meant;
}

} // namespace

bool isCrowd(const reading::ShotDescription& description, const reading::Subject& subject) {
    return subject.kind == reading::SubjectKind::person && subject.name.empty() && (subject.count >= crowdFrom || passesBy(description, subject));
}

bool isOfCrowd(const reading::ShotDescription& description, const StagedPerson& person) {
    const auto* subject = description.subject(person.subject);
    return subject && person.name.empty() && isCrowd(description, *subject);
}

std::vector<CrowdShare> crowdShares(const reading::ShotDescription& description) {
    constexpr int blockedAtMost = 24, leaders = 6, fronted = 3;
    std::vector<CrowdShare> shares(description.subjects.size(), {0, 0});
    int blocked = 0, crowds = 0, extras = 0;
    for (const auto& subject : description.subjects) {
        if (subject.kind != reading::SubjectKind::person || isInArms(description, subject)) continue;
        if (isCrowd(description, subject)) ++crowds;
        else blocked += std::max(1, subject.count);
    }
    const bool about = blocked > 0; // somebody else than the crowd
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto& subject = description.subjects[i];
        if (subject.kind != reading::SubjectKind::person || isInArms(description, subject)) continue;
        if (!isCrowd(description, subject)) {
            shares[i] = {std::max(1, subject.count), 0};
            continue;
        }
        const bool meant = std::any_of(description.actions.begin(), description.actions.end(), [&](const auto& action) { return action.target == subject.id; });
        const int first = about ? (meant ? fronted : 0) : std::max(2, leaders / crowds);
        shares[i] = {first, subject.count - first};
        blocked += first;
        extras += shares[i].extras;
    }
    for (auto& share : shares) // more single people than a frame can tell apart
        for (; blocked > blockedAtMost && share.blocked > 1; --blocked) --share.blocked;
    const int room = std::max(0, maxPeople - blocked);
    if (extras > room)
        for (auto& share : shares) share.extras = int(std::int64_t(share.extras) * room / extras);
    return shares;
}

namespace {

/// One copy of a subject. Copies of a character are the character.
Result<StagedPerson> castOne(StageLibrary& library, const reading::Subject& subject, const generate::ShotRequest& request, int copy, bool accent, figures::Lod finest, const OwnModels& own) {
    const std::uint64_t seed =
        subject.name.empty() ? seedOf(subject.id + subject.noun, request.seed * 31 + std::uint64_t(copy)) : seedOf(reading::lowerAscii(subject.name));
    const auto wears = wornBy(subject, usualClothes(library, request, subject.name));
    figures::PersonWords words = wordsFor(subject, wears);
    static constexpr std::array family{"father", "mother", "boy", "girl"};
    if (subject.noun == "family" && subject.name.empty()) words.noun = family[std::size_t(copy) % family.size()];
    if (!words.clothesColour && accent && figures::looksOf(words).empty()) words.clothesColour = accentOf(seed);
    figures::CharacterDesign design = figures::designFor(words, seed);
    dye(wears, design.colours);
    auto figure = library.figure(design, finest);
    if (!figure) return fail(figure.error());
    StagedPerson person;
    person.subject = subject.id;
    person.name = subject.name;
    person.figure = std::move(*figure);
    person.seed = seed;
    if (const auto model = modelOf(own, subject))
        if (auto put = putModel(library, design, model, person); !put) return fail(put.error());
    return person;
}

} // namespace

Result<std::vector<StagedPerson>> castPeople(StageLibrary& library, const reading::ShotDescription& description,
                                             const generate::ShotRequest& request, const OwnModels& own, std::vector<std::string>& warnings) {
    std::vector<StagedPerson> people;
    const auto shares = crowdShares(description);
    int wanted = 0, staged = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto& subject = description.subjects[i];
        if (subject.kind != reading::SubjectKind::person) continue;
        wanted += std::max(1, subject.count);
        staged += shares[i].blocked + shares[i].extras;
        for (int copy = 0; copy < shares[i].blocked; ++copy) {
            // Of a crowd's leaders the first two may be seen from near.
            const auto finest = shares[i].extras > 0 && copy > 1 ? figures::Lod::middle : figures::Lod::close;
            auto person = castOne(library, subject, request, copy, !subject.name.empty() || copy == 0, finest, own);
            if (!person) return fail(person.error());
            people.push_back(std::move(*person));
        }
    }
    if (wanted > staged) warnings.push_back("The prompt asks for " + std::to_string(wanted) + " people; " + std::to_string(staged) + " are staged.");
    return people;
}

Result<std::vector<StagedPerson>> castExtras(StageLibrary& library, const reading::ShotDescription& description, const generate::ShotRequest& request,
                                             const OwnModels& own) {
    std::vector<StagedPerson> extras;
    const auto shares = crowdShares(description);
    const auto crowds = std::count_if(shares.begin(), shares.end(), [](const CrowdShare& share) { return share.extras > 0; });
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i].extras == 0) continue;
        const int looks = std::min(shares[i].extras, std::max(4, crowdLooks / std::max(1, int(crowds))));
        const auto kind = [&](int copy) { return castOne(library, description.subjects[i], request, shares[i].blocked + copy, false, figures::Lod::middle, own); };
        // Figures are what takes the time: half of them are made beside the other half.
        auto odd = std::async(std::launch::async, [&] {
            std::vector<Result<StagedPerson>> made;
            for (int copy = 1; copy < looks; copy += 2) made.push_back(kind(copy));
            return made;
        });
        std::vector<Result<StagedPerson>> even;
        for (int copy = 0; copy < looks; copy += 2) even.push_back(kind(copy));
        const auto others = odd.get();
        for (int copy = 0; copy < shares[i].extras; ++copy) {
            const int look = copy % looks;
            const auto& made = look % 2 ? others[std::size_t(look / 2)] : even[std::size_t(look / 2)];
            if (!made) return fail(made.error());
            StagedPerson person = *made;
            person.seed += std::uint64_t(copy / looks) * 0x9e3779b97f4a7c15ull;
            extras.push_back(std::move(person));
        }
    }
    return extras;
}

} // namespace rushes::stage
