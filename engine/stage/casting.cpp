// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/casting.h"

#include "engine/stage/colours.h"
#include "engine/stage/easing.h"

#include <algorithm>
#include <cctype>

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

figures::PersonWords wordsFor(const reading::Subject& subject) {
    figures::PersonWords words;
    words.noun = subject.noun;
    words.sex = subject.sex == reading::Sex::male ? "m" : subject.sex == reading::Sex::female ? "f" : "";
    words.age = ageWord(subject);
    if (!subject.build.empty()) words.builds.push_back(subject.build);
    words.hair = subject.hair;
    for (const auto& worn : subject.wears) {
        words.clothes.push_back(worn.noun);
        if (!words.clothesColour) words.clothesColour = markerColour(worn.colour);
    }
    if (!subject.outfit.empty()) words.clothes.push_back(subject.outfit);
    if (!words.clothesColour) words.clothesColour = markerColour(subject.colour);
    return words;
}

/// Quiet marker colours that tell people apart; the story's own colour words outrank them.
glm::vec3 accentOf(std::uint64_t seed) {
    static constexpr std::string_view words[] = {"blue", "red", "green", "orange", "purple", "brown", "yellow"};
    return *markerColour(words[(seed >> 7) % std::size(words)]);
}

} // namespace

reading::Names namesOf(const generate::ShotRequest& request) {
    reading::Names names;
    for (const auto& member : request.cast) names.cast.push_back({member.name, reading::Sex::unknown, {}, {}, member.description});
    if (!request.location.empty()) names.locations.push_back({request.location, {}});
    return names;
}

std::optional<std::size_t> castIndex(const generate::ShotRequest& request, std::string_view name) {
    for (std::size_t i = 0; i < request.cast.size(); ++i)
        if (!name.empty() && lower(request.cast[i].name) == lower(name)) return i;
    return std::nullopt;
}

Result<std::vector<StagedPerson>> castPeople(StageLibrary& library, const reading::ShotDescription& description,
                                             const generate::ShotRequest& request, std::vector<std::string>& warnings) {
    std::vector<StagedPerson> people;
    int wanted = 0;
    for (const auto& subject : description.subjects) {
        if (subject.kind != reading::SubjectKind::person) continue;
        for (int copy = 0; copy < std::max(1, subject.count); ++copy) {
            ++wanted;
            if (int(people.size()) >= maxPeople) break;
            const std::uint64_t seed = subject.name.empty() ? seedOf(subject.id + subject.noun, request.seed * 31 + std::uint64_t(copy))
                                                            : seedOf(lower(subject.name));
            figures::PersonWords words = wordsFor(subject);
            if (!words.clothesColour && (!subject.name.empty() || copy == 0)) words.clothesColour = accentOf(seed);
            auto figure = library.figure(figures::designFor(words, seed));
            if (!figure) return fail(figure.error());
            people.push_back({subject.id, subject.name, 0, std::move(*figure), {}, seed});
        }
    }
    if (wanted > int(people.size()))
        warnings.push_back("The prompt asks for " + std::to_string(wanted) + " people; " + std::to_string(people.size()) + " are staged.");
    return people;
}

} // namespace rushes::stage
