// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/scene_so_far.h"

#include "engine/reading/text.h"
#include "engine/stage/casting.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/staging.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

namespace rushes::stage {
namespace {

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (std::isalpha(static_cast<unsigned char>(c))) word += char(std::tolower(static_cast<unsigned char>(c)));
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

bool travels(const reading::Action& action) { return playOf(action).travels; }

/// Whether what is done leaves one sitting.
bool getsUp(const reading::Action& action) { return travels(action) || reading::isAny(action.motion, {"stand_up", "dance", "fight", "jump", "fall", "kneel", "crouch", "lie"}); }

/// To which side of its own picture a character went in a shot that is staged for that; 0 when they stay, or go to or from the camera.
int wentAsStaged(StageLibrary& library, const generate::ShotRequest& request, const std::string& name) {
    const auto shot = stageShot(library, request);
    if (!shot || shot->camera.empty()) return 0;
    for (std::size_t i = 0; i < shot->blocking.people.size(); ++i) {
        if (reading::lowerAscii(shot->blocking.people[i].name) != name) continue;
        const auto start = personAt(shot->blocking, i, 0).position, end = personAt(shot->blocking, i, shot->blocking.seconds).position;
        const auto& camera = shot->camera.back();
        const float across = glm::dot(end - start, camera.right), along = std::abs(glm::dot(end - start, camera.forward()));
        if (std::abs(across) < 0.4f || std::abs(across) < 0.5f * along) return 0;
        return across > 0 ? 1 : -1;
    }
    return 0;
}

} // namespace

int sideSaid(std::string_view prompt, std::size_t at) {
    at = std::min(at, prompt.size());
    const auto stop = [&](std::size_t from) { return std::min(prompt.find_first_of(".;!?\n", from), prompt.size()); };
    std::size_t begin = at;
    while (begin > 0 && std::string_view(".;!?\n").find(prompt[begin - 1]) == std::string_view::npos) --begin;
    const auto words = wordsOf(prompt.substr(begin, stop(at) - begin));
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != "left" && words[i] != "right") continue;
        const std::string before = i > 0 ? words[i - 1] : "", two = i > 1 ? words[i - 2] : "";
        const bool framed = reading::isAny(before, {"frame", "screen", "camera", "stage", "off", "out", "exits", "exit", "enters", "enter", "picture"});
        const bool named = before == "the" && reading::isAny(two, {"from", "to", "on", "toward", "towards", "off"});
        const bool bare = reading::isAny(before, {"from", "to"});
        const std::string after = i + 1 < words.size() ? words[i + 1] : "";
        const bool noun = !after.empty() && !reading::isAny(after, {"of", "side", "and", "then", "edge", "into", "as", "with", "while", "in", "at", "to", "through", "past", "toward", "towards", "where"});
        if ((framed || named || bare) && !noun) return words[i] == "right" ? 1 : -1;
    }
    return 0;
}

SceneSoFar sceneSoFar(StageLibrary& library, const generate::ShotRequest& request) {
    SceneSoFar carried;
    const auto names = namesOf(request);
    for (std::size_t i = 0; i < request.earlier.size(); ++i) {
        const auto& prompt = request.earlier[i];
        const auto description = library.reader().read(prompt, names);
        std::vector<const reading::Action*> deeds;
        for (const auto& action : description.actions) deeds.push_back(&action);
        std::stable_sort(deeds.begin(), deeds.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
        for (auto& [name, who] : carried) who.went = 0;
        for (const auto* action : deeds) {
            const auto* subject = description.subject(action->subject);
            if (!subject || subject->name.empty()) continue;
            const std::string name = reading::lowerAscii(subject->name);
            Carried& who = carried[name];
            if (playOf(*action).word == "sit" || playOf(*action).word == "sit_down") who.sits = true;
            else if (getsUp(*action)) who.sits = false;
            if (i + 1 < request.earlier.size() || !travels(*action)) continue;
            const int said = sideSaid(prompt, action->span.begin);
            const bool comes = reading::isAny(action->verb, {"enter", "arrive", "come", "return"});
            who.went = comes ? -said : said;
            // "He" of the next shot is as much the same one: staged only when somebody here was on the way there.
            const bool here = std::any_of(request.cast.begin(), request.cast.end(), [&](const auto& member) { return member.seen && reading::lowerAscii(member.name) == name; });
            if (who.went != 0 || !here) continue;
            generate::ShotRequest before = request;
            before.prompt = prompt;
            before.earlier.clear();
            before.camera = {};
            before.settingsJson = "{}";
            before.references.clear();
            who.went = wentAsStaged(library, before, name);
        }
    }
    return carried;
}

} // namespace rushes::stage
