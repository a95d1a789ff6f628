// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>
#include <map>

using namespace rushes::reading;

namespace {

using Check = std::function<bool(const ShotDescription&, const std::string&)>;

bool sameLetters(const std::string& a, const std::string& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::vector<const Subject*> called(const ShotDescription& d, const std::string& name) {
    std::vector<const Subject*> found;
    for (const Subject& s : d.subjects) {
        if (s.noun == name || sameLetters(s.name, name)) found.push_back(&s);
    }
    return found;
}

bool isId(const std::vector<const Subject*>& list, const std::string& id) {
    return std::any_of(list.begin(), list.end(), [&](const Subject* s) { return s->id == id; });
}

/// "police officer pull" → "police officer", "pull"
std::pair<std::string, std::string> lastWord(const std::string& text) {
    const std::size_t space = text.rfind(' ');
    return {text.substr(0, space), text.substr(space + 1)};
}

bool hasMove(const ShotDescription& d, const std::string& text) {
    const auto space = text.find(' ');
    const auto move = moveFrom(text.substr(0, space));
    const auto direction = space == std::string::npos ? std::nullopt : directionFrom(text.substr(space + 1));
    return std::any_of(d.camera.moves.begin(), d.camera.moves.end(), [&](const CameraMove& m) { return m.move == move && (!direction || m.direction == direction); });
}

bool hasAction(const ShotDescription& d, const std::string& text) {
    const auto [who, motion] = lastWord(text);
    const auto subjects = called(d, who);
    return std::any_of(d.actions.begin(), d.actions.end(), [&, m = motion](const Action& a) { return isId(subjects, a.subject) && a.motion == m; });
}

bool hasRelation(const ShotDescription& d, const std::string& text) {
    for (const Relation& r : d.relations) {
        const std::string kind(word(r.relation));
        const std::size_t at = text.find(" " + kind + " ");
        if (at == std::string::npos) continue;
        if (isId(called(d, text.substr(0, at)), r.a) && isId(called(d, text.substr(at + kind.size() + 2)), r.b)) return true;
    }
    return false;
}

bool says(const ShotDescription& d, const std::string& text) {
    const std::size_t quote = text.find(" \"");
    const auto who = called(d, text.substr(0, quote));
    return who.size() == 1 && who[0]->say == text.substr(quote + 2, text.size() - quote - 3);
}

template <class T> bool is(const std::optional<T>& value, const std::string& text) { return value && word(*value) == text; }

const std::map<std::string, Check>& checks() {
    static const std::map<std::string, Check> all = {
        {"size=", [](const auto& d, const auto& t) { return is(d.camera.size, t); }},
        {"angle=", [](const auto& d, const auto& t) { return is(d.camera.angle, t); }},
        {"height=", [](const auto& d, const auto& t) { return is(d.camera.height, t); }},
        {"pov=", [](const auto& d, const auto& t) { return is(d.camera.pov, t); }},
        {"lens=", [](const auto& d, const auto& t) { return d.camera.lensMm == std::stod(t); }},
        {"stop=", [](const auto& d, const auto& t) { return d.camera.stop == std::stod(t); }},
        {"time=", [](const auto& d, const auto& t) { return is(d.conditions.time, t); }},
        {"weather=", [](const auto& d, const auto& t) { return std::any_of(d.conditions.weather.begin(), d.conditions.weather.end(), [&](Weather w) { return word(w) == t; }); }},
        {"light=", [](const auto& d, const auto& t) { return std::count(d.conditions.light.begin(), d.conditions.light.end(), t) > 0; }},
        {"place=", [](const auto& d, const auto& t) { return d.place && d.place->kind == t; }},
        {"location ", [](const auto& d, const auto& t) { return d.place && d.place->location == t; }},
        {"moves=", [](const auto& d, const auto& t) { return std::to_string(d.camera.moves.size()) == t; }},
        {"move ", [](const auto& d, const auto& t) { return hasMove(d, t); }},
        {"nomove", [](const auto& d, const auto&) { return d.camera.moves.empty(); }},
        {"speed=", [](const auto& d, const auto& t) { return !d.camera.moves.empty() && word(d.camera.moves[0].speed) == t; }},
        {"order tilt ", [](const auto& d, const auto& t) { return d.camera.moves.size() == 2 && std::to_string(d.camera.moves[1].order) == t; }},
        {"order2", [](const auto& d, const auto&) { return !d.actions.empty() && d.actions.back().order >= 1; }},
        {"same order", [](const auto& d, const auto&) { return !d.actions.empty() && d.actions.back().order == 0; }},
        {"person ", [](const auto& d, const auto& t) { const auto s = called(d, t); return s.size() == 1 && s[0]->kind == SubjectKind::person; }},
        {"has ", [](const auto& d, const auto& t) { return !called(d, t).empty(); }},
        {"act ", [](const auto& d, const auto& t) { return hasAction(d, t); }},
        {"rel ", [](const auto& d, const auto& t) { return hasRelation(d, t); }},
        {"say ", [](const auto& d, const auto& t) { return says(d, t); }},
        {"colour ", [](const auto& d, const auto& t) { const auto [n, c] = lastWord(t); const auto s = called(d, n); return !s.empty() && s[0]->colour == c; }},
        {"count ", [](const auto& d, const auto& t) { const auto [n, c] = lastWord(t); const auto s = called(d, n); return !s.empty() && std::to_string(s[0]->count) == c; }},
        {"wears ", [](const auto& d, const auto& t) { const auto [n, c] = lastWord(t); const auto s = called(d, n); return !s.empty() && !s[0]->wears.empty() && s[0]->wears[0].noun == c; }},
        {"unknown ", [](const auto& d, const auto& t) { std::string all; for (const auto& u : d.unknown) all += (all.empty() ? "" : " ") + u.word; return all == t; }},
        {"unknownonly", [](const auto& d, const auto&) { return d.unknown.empty(); }},
    };
    return all;
}

/// The longest name that begins the check, and whether it holds.
bool holds(const ShotDescription& d, const std::string& text) {
    const std::pair<const std::string, Check>* best = nullptr;
    for (const auto& entry : checks()) {
        if (text.starts_with(entry.first) && (!best || entry.first.size() > best->first.size())) best = &entry;
    }
    REQUIRE(best);
    return best->second(d, text.substr(best->first.size()));
}

} // namespace

TEST_CASE("Prompts of the sample film's kind read as a director means them", "[reading]") {
    std::ifstream file("tests/unit/engine/reading/fresh_prompts.txt");
    REQUIRE(file);
    int prompts = 0, good = 0;
    std::string misses;
    for (std::string line; std::getline(file, line);) {
        const std::size_t bar = line.find(" | ");
        if (line.starts_with('#') || bar == std::string::npos) continue;
        const ShotDescription d = reader().read(line.substr(0, bar), filmNames());
        bool all = true;
        for (std::size_t at = bar + 3; at < line.size();) {
            const std::size_t end = std::min(line.find("; ", at), line.size());
            const std::string check = line.substr(at, end - at);
            at = end + 2;
            if (holds(d, check)) continue;
            all = false;
            misses += "\n" + line.substr(0, bar) + "  misses  " + check;
        }
        ++prompts;
        good += all;
    }
    INFO(good << " of " << prompts << misses);
    CHECK(prompts >= 40);
    CHECK(good == prompts);
}
