// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/casting.h"

#include "engine/stage/colours.h"
#include "engine/stage/easing.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace rushes::stage {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return out;
}

std::string ageWord(const reading::Subject& subject) {
    if (!subject.ageYears) return subject.age == reading::AgeClass::adult ? "" : std::string(reading::word(subject.age));
    const int years = *subject.ageYears;
    return years < 3 ? "baby" : years < 13 ? "child" : years < 19 ? "teen" : years < 35 ? "young" : years < 60 ? "middle" : "old";
}

/// Worn on the head, hands or feet: their colour is not that of the clothes.
bool isAccessory(const std::string& noun) {
    for (const char* word : {"hat", "cap", "helmet", "glasses", "sunglasses", "scarf", "glove", "gloves", "shoe", "shoes", "boot", "boots", "watch", "bag",
                             "backpack", "mask", "crown", "necklace", "ring", "belt", "tie"})
        if (noun == word) return true;
    return false;
}

figures::PersonWords wordsFor(const reading::Subject& subject, const std::vector<reading::WornThing>& usual) {
    figures::PersonWords words;
    words.noun = subject.noun;
    words.sex = subject.sex == reading::Sex::male ? "m" : subject.sex == reading::Sex::female ? "f" : "";
    words.age = ageWord(subject);
    if (!subject.build.empty()) words.builds.push_back(subject.build);
    words.hair = subject.hair;
    words.face = subject.face;
    std::vector<reading::WornThing> wears = subject.wears;
    const bool dressed = std::any_of(wears.begin(), wears.end(), [](const auto& worn) { return !isAccessory(worn.noun); });
    if (!dressed) wears.insert(wears.end(), usual.begin(), usual.end());
    // Garments first: the first word takes the colour.
    std::stable_partition(wears.begin(), wears.end(), [](const auto& worn) { return !isAccessory(worn.noun); });
    bool garment = false;
    for (const auto& worn : wears) {
        words.clothes.push_back(worn.noun);
        if (isAccessory(worn.noun)) continue;
        garment = true;
        if (!words.clothesColour) words.clothesColour = markerColour(worn.colour);
    }
    if (!subject.outfit.empty() && !garment) words.clothes.push_back(subject.outfit);
    if (!words.clothesColour) words.clothesColour = markerColour(subject.colour);
    return words;
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
    for (const std::string& name : {lower(subject.name), lower(subject.noun)})
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
        if (!name.empty() && lower(request.cast[i].name) == lower(name)) return i;
    return std::nullopt;
}

Result<std::vector<StagedPerson>> castPeople(StageLibrary& library, const reading::ShotDescription& description,
                                             const generate::ShotRequest& request, const OwnModels& own, std::vector<std::string>& warnings) {
    std::vector<StagedPerson> people;
    int wanted = 0;
    for (const auto& subject : description.subjects) {
        if (subject.kind != reading::SubjectKind::person) continue;
        for (int copy = 0; copy < std::max(1, subject.count); ++copy) {
            ++wanted;
            if (int(people.size()) >= maxPeople) break;
            const std::uint64_t seed = subject.name.empty() ? seedOf(subject.id + subject.noun, request.seed * 31 + std::uint64_t(copy))
                                                            : seedOf(lower(subject.name));
            figures::PersonWords words = wordsFor(subject, usualClothes(library, request, subject.name));
            if (!words.clothesColour && (!subject.name.empty() || copy == 0)) words.clothesColour = accentOf(seed);
            figures::CharacterDesign design = figures::designFor(words, seed);
            auto figure = library.figure(design);
            if (!figure) return fail(figure.error());
            StagedPerson person{subject.id, subject.name, 0, std::move(*figure), {}, seed, nullptr};
            if (const auto model = modelOf(own, subject))
                if (auto put = putModel(library, design, model, person); !put) return fail(put.error());
            people.push_back(std::move(person));
        }
    }
    if (wanted > int(people.size()))
        warnings.push_back("The prompt asks for " + std::to_string(wanted) + " people; " + std::to_string(people.size()) + " are staged.");
    return people;
}

} // namespace rushes::stage
