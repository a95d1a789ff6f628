// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/clauses.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

std::string join(const Words& w, Range range) {
    std::string text;
    for (std::size_t i = range.begin; i < range.end && i < w.size(); ++i) {
        if (i > range.begin) text += ' ';
        text += w[i];
    }
    return text;
}

std::vector<Range> sentences(const Words& w) {
    std::vector<Range> result;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        if (!isAny(w[i], {".", "!", "?", ";"})) continue;
        if (i > begin) result.push_back({begin, i});
        begin = i + 1;
    }
    if (begin < w.size()) result.push_back({begin, w.size()});
    return result;
}

std::vector<Range> segments(const Words& w, Range sentence) {
    std::vector<Range> result;
    std::size_t begin = sentence.begin;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const bool mark = isAny(w[i], {",", "(", ")", ":"});
        if (!mark && !(i > begin && isOneOf(w[i], "while as before when then until"))) continue;
        if (i > begin) result.push_back({begin, i});
        begin = mark ? i + 1 : i;
    }
    if (begin < sentence.end) result.push_back({begin, sentence.end});
    return result;
}

namespace {

/// Where the scope of the negator at [at, at + length) ends.
std::size_t scopeEnd(const Lexicon& lexicon, const Words& w, Range sentence, std::size_t at, std::size_t length) {
    const bool inBrackets = at > sentence.begin && w[at - 1] == "(";
    std::size_t j = at + length;
    for (; j < sentence.end && j - at <= 9; ++j) {
        if (isAny(w[j], {")", ",", "but", "while", "except"})) break;
        if (const auto hit = lexicon.negation.at(w, j); hit && *hit.value == "except") break;
        if (w[j] == "and" && !inBrackets && j + 1 < sentence.end &&
            (isAny(w[j + 1], {"moves", "pans", "tilts", "zooms", "is"}) || (w[at] == "not" && w[j + 1].ends_with('s')))) {
            break;
        }
    }
    return j;
}

} // namespace

bool markNegated(const Lexicon& lexicon, const Words& w, Range sentence, std::vector<bool>& negated) {
    bool only = false;
    for (std::size_t i = sentence.begin; i < sentence.end;) {
        const auto hit = lexicon.negation.at(w, i);
        const bool contracted = !hit && w[i].size() > 3 && w[i].ends_with("n't");
        if (!hit && !contracted) {
            ++i;
            continue;
        }
        const std::size_t length = hit ? hit.length : 1;
        if (hit && (*hit.value == "only" || *hit.value == "except")) {
            only = true;
            i += length;
            continue;
        }
        const std::size_t end = std::max(scopeEnd(lexicon, w, sentence, i, length), i + length);
        std::fill(negated.begin() + static_cast<std::ptrdiff_t>(i), negated.begin() + static_cast<std::ptrdiff_t>(std::min(end, negated.size())), true);
        i = end;
    }
    return only;
}

AgentStrength cameraAgent(const Lexicon& lexicon, const Words& w, Range range) {
    AgentStrength strength = AgentStrength::none;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (!contains(lexicon.agents, w[i]) || w[i] == "dolly") continue;
        const auto before = [&](std::size_t back) { return i >= range.begin + back ? std::string_view(w[i - back]) : std::string_view{}; };
        if (isAny(w[i], {"camera", "lens", "viewer"}) && (contains(lexicon.cameraAsGoal, before(1)) || contains(lexicon.cameraAsGoal, before(2)))) continue;
        if (w[i] == "drone") {
            const std::string_view next = i + 1 < range.end ? std::string_view(w[i + 1]) : std::string_view{};
            const bool flies = !next.empty() && i > 0 && w[i - 1] == "the" && lexicon.heads.at(w, i + 1);
            if (!isOneOf(next, "shot view footage pov camera perspective") && !flies && !isAny(before(1), {"by", "from", "aerial"})) continue;
        }
        if (w[i] == "we") {
            bool looks = false;
            for (std::size_t q = i + 1; q < std::min(range.end, i + 4); ++q) looks = looks || lexicon.heads.at(w, q) || w[q] == "see";
            if (!looks) continue;
        }
        if (contains(lexicon.strongAgents, w[i])) return AgentStrength::strong;
        strength = AgentStrength::weak;
    }
    return strength;
}

bool saysCameraIsStill(const Words& w, Range sentence) {
    const std::string text = join(w, sentence);
    if (!hasAnyPhrase(text, {"camera"}) || hasAnyPhrase(text, {"other*", "additional*", "further"})) return false;
    if (hasAnyPhrase(text, {"never moves", "does not move*", "did not move*", "do not move*", "doesn't move*", "didn't move*", "don't move*"})) return true;
    for (const std::string no : {"no ", "without ", "zero "}) {
        for (const std::string any : {"", "any "}) {
            for (const std::string camera : {"", "camera "}) {
                for (const std::string what : {"movement", "motion", "move", "moves", "moving"}) {
                    if (hasPhrase(text, no + any + camera + what)) return true;
                }
            }
        }
    }
    return false;
}

} // namespace rushes::reading
