// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/film_sentence.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <charconv>

namespace rushes::reading {

namespace {

struct TableHit {
    Range at;
    FilmTable table;
    std::string value;
    std::string phrase;
    std::size_t length() const { return at.end - at.begin; }
};

bool isNumber(std::string_view text, std::string_view unit) {
    if (!text.ends_with(unit)) return false;
    text.remove_suffix(unit.size());
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<double> decimal(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Every longest phrase of every table, longest first.
std::vector<TableHit> findHits(const FilmState& state, Range sentence) {
    std::vector<TableHit> hits;
    for (std::size_t t = 0; t < filmTableCount; ++t) {
        for (std::size_t i = sentence.begin; i < sentence.end;) {
            const auto hit = state.hidden[i] ? PhraseTable<std::string>::Hit{} : state.lexicon.film[t].at(state.w, i);
            if (!hit || i + hit.length > sentence.end) {
                ++i;
                continue;
            }
            const Range at{i, i + hit.length};
            hits.push_back({at, static_cast<FilmTable>(t), *hit.value, join(state.w, at)});
            i += hit.length;
        }
    }
    std::stable_sort(hits.begin(), hits.end(), [](const TableHit& a, const TableHit& b) {
        return a.length() != b.length() ? a.length() > b.length() : a.at.begin < b.at.begin;
    });
    return hits;
}

bool isFraming(FilmTable t) { return t == FilmTable::size || t == FilmTable::angle || t == FilmTable::height || t == FilmTable::pov; }
bool isNegatable(FilmTable t) { return isFraming(t) || t == FilmTable::lens || t == FilmTable::focus || t == FilmTable::playback; }

bool isWeak(const FilmState& state, const TableHit& hit) {
    const bool one = hit.table == FilmTable::size && hit.length() == 1 && isAny(hit.value, {"wide", "medium", "full"});
    return one || contains(state.lexicon.weakPhrases, hit.phrase);
}

/// "…, wide from across the street", "…, very wide": what the shot is, behind a comma.
bool opensLastPart(const FilmState& state, const FilmSentence& sentence, const TableHit& hit) {
    if (hit.table != FilmTable::size || !isAny(hit.value, {"wide", "extreme_wide", "full"})) return false;
    std::size_t k = hit.at.begin;
    while (k > sentence.range.begin && isOneOf(state.w[k - 1], "very extra extremely super")) --k;
    if (k == sentence.range.begin || state.w[k - 1] != ",") return false;
    return hit.at.end >= sentence.range.end || isOneOf(state.w[hit.at.end], "from on , . with of");
}

/// Phrases such as "from above" or "wide" count only where the camera is spoken of, or where nothing but film words stands.
bool standsForCamera(const FilmState& state, const FilmSentence& sentence, const TableHit& hit) {
    if (!isWeak(state, hit)) return true;
    if (hit.at.begin == sentence.range.begin) { // "Close on her hands.", "CU of the watch"
        const std::string_view next = hit.at.end < sentence.range.end ? std::string_view(state.w[hit.at.end]) : std::string_view{};
        if (isAny(hit.phrase, {"close on", "tight on", "wide on"})) return true;
        if (isAny(hit.phrase, {"cu", "ms", "ws", "fs", "ls"}) && isAny(next, {"on", "of", "the", "a", ",", ":", ""})) return true;
    }
    if (opensLastPart(state, sentence, hit)) return true;
    const auto segment = std::find_if(sentence.segments.begin(), sentence.segments.end(), [&](Range r) { return r.has(hit.at.begin); });
    bool filmOnly = segment != sentence.segments.end();
    for (std::size_t q = filmOnly ? segment->begin : 0; filmOnly && q < segment->end; ++q) {
        filmOnly = isFilmWord(state.lexicon, state.w, q, hit.at.has(q));
    }
    if (sentence.agent == AgentStrength::none && !filmOnly) return false;
    const bool someoneLooks = hit.at.begin > sentence.range.begin && !contains(state.lexicon.agents, state.w[hit.at.begin - 1]) &&
                              isAny(state.w[hit.at.begin], {"looking", "looks"});
    return !(sentence.agent == AgentStrength::weak && !filmOnly && hit.length() <= 2 && someoneLooks &&
             (hit.table == FilmTable::angle || hit.table == FilmTable::height));
}

/// "The rain is over.", "the storm has passed"
bool isOver(const FilmState& state, std::size_t next) {
    const std::string after = join(state.w, {next, next + 3});
    return hasAnyPhrase(after, {"is over", "has stopped", "has passed", "has ended", "is gone", "stops", "stopped", "ends", "clears"});
}

bool isRefused(const FilmState& state, const FilmSentence& sentence, const TableHit& hit) {
    bool negated = false;
    bool ownNegator = false;
    for (std::size_t q = hit.at.begin; q < hit.at.end; ++q) {
        negated = negated || state.negated[q];
        ownNegator = ownNegator || isAny(state.w[q], {"not", "no", "without"});
    }
    if (negated && !ownNegator && isNegatable(hit.table)) return true;
    if (hit.table == FilmTable::weather && isOver(state, hit.at.end)) return true;
    if (!standsForCamera(state, sentence, hit)) return true;
    if (hit.phrase == "selfie" && hit.at.begin > 1 && isOneOf(state.w[hit.at.begin - 2], "take takes taking took snap snaps snapping")) return true; // what people do
    // "the entire scene sharp", "the whole body is": not a size
    const std::size_t next = hit.at.end;
    if (hit.table != FilmTable::size || next >= sentence.range.end) return false;
    return state.w[next] == "sharp" || (isWeak(state, hit) && isAny(state.w[next], {"in", "is", "appears", "remains"}));
}

template <class T> void addOnce(std::vector<T>& list, const T& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

void cut(FilmState& state, Range at) { std::fill(state.out.cut.begin() + static_cast<std::ptrdiff_t>(at.begin), state.out.cut.begin() + static_cast<std::ptrdiff_t>(at.end), true); }

void use(FilmState& state, const TableHit& hit) {
    CameraWords& camera = state.out.camera;
    Conditions& conditions = state.out.conditions;
    const auto framing = [&](Framing f) {
        state.framing[static_cast<std::size_t>(f)].push_back({hit.at.begin, hit.length(), hit.value});
        cut(state, hit.at);
    };
    switch (hit.table) {
    case FilmTable::size: return framing(Framing::size);
    case FilmTable::angle: return framing(Framing::angle);
    case FilmTable::height: return framing(Framing::height);
    case FilmTable::pov: return framing(Framing::pov);
    case FilmTable::lens:
        if (!camera.lensMm) camera.lensMm = decimal(std::string_view(hit.value).substr(0, hit.value.find_first_not_of("0123456789")));
        return cut(state, hit.at);
    case FilmTable::sensor:
        if (!camera.sensor) camera.sensor = hit.value;
        return cut(state, hit.at);
    case FilmTable::transition: return cut(state, hit.at);
    case FilmTable::focus: camera.focus.push_back(hit.value); return cut(state, hit.at);
    case FilmTable::playback: camera.playback.push_back(hit.value); return cut(state, hit.at);
    case FilmTable::composition: camera.composition.push_back(hit.value); return;
    case FilmTable::light: addOnce(conditions.light, hit.value); return;
    case FilmTable::time:
        if (!conditions.time) conditions.time = timeOfDayFrom(hit.value);
        return;
    case FilmTable::weather:
        if (const auto weather = weatherFrom(hit.value)) addOnce(conditions.weather, *weather);
        return;
    case FilmTable::season:
        if (!conditions.season) conditions.season = seasonFrom(hit.value);
        return;
    case FilmTable::style: state.out.style.push_back({hit.at, hit.phrase}); return;
    }
}

/// "35mm", "35 mm", "f/2.8", "f2.8", "T1.5"; "35mm film" is no lens.
void readNumbers(FilmState& state, Range sentence) {
    const Words& w = state.w;
    CameraWords& camera = state.out.camera;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        if (state.hidden[i]) continue;
        const bool apart = isNumber(w[i], "") && i + 1 < w.size() && w[i + 1] == "mm";
        const std::size_t end = i + (apart ? 2 : 1);
        const bool film = end < w.size() && w[end] == "film";
        if ((apart || isNumber(w[i], "mm")) && !film && !state.out.cut[i]) {
            const double mm = *decimal(std::string_view(w[i]).substr(0, w[i].find('m')));
            if (mm >= 1 && mm <= 999) {
                camera.lensMm = mm;
                cut(state, {i, end});
                std::fill(state.known.begin() + static_cast<std::ptrdiff_t>(i), state.known.begin() + static_cast<std::ptrdiff_t>(end), true);
            }
        }
        if (!isAny(w[i], {"f", "t"})) continue;
        const std::size_t value = i + 1 < w.size() && w[i + 1] == "/" ? i + 2 : i + 1;
        if (value >= w.size()) continue;
        const auto stop = decimal(w[value]);
        if (!stop || *stop < 0.5 || *stop > 64) continue;
        if (value == i + 1 && w[value].find('.') == std::string::npos && w[i] == "t") continue; // "t 2" is no stop
        camera.stop = stop;
        cut(state, {i, value + 1});
        for (std::size_t q = i; q <= value; ++q) state.known[q] = true;
    }
}

} // namespace

bool isFilmWord(const Lexicon& lexicon, const Words& w, std::size_t i, bool known) {
    const std::string& x = w[i];
    if (known || contains(lexicon.filmGlue, x) || contains(lexicon.agents, x) || lexicon.heads.at(w, i) || lexicon.directions.at(w, i) || lexicon.speeds.at(w, i) ||
        lexicon.order.at(w, i) || isNumber(x, "") || isNumber(x, "mm") || isNumber(x, "°")) {
        return true;
    }
    return isOneOf(x, "'s effect type types adjustments changes degrees degree direction movement motion moves technique style lens angle level "
                      "continuous long single camera up down airborne oblique perspective");
}

void readFilmTables(FilmState& state, const FilmSentence& sentence) {
    std::array<std::vector<std::pair<std::size_t, std::string>>, filmTableCount> taken; // word and the phrase that has it, by table
    for (const TableHit& hit : findHits(state, sentence.range)) {
        if (isRefused(state, sentence, hit)) continue;
        auto& mine = taken[static_cast<std::size_t>(hit.table)];
        // A longer phrase of the same table covers shorter ones.
        const bool covered = std::any_of(mine.begin(), mine.end(), [&](const auto& t) { return hit.at.has(t.first) && t.second != hit.phrase; });
        if (covered) continue;
        for (std::size_t q = hit.at.begin; q < hit.at.end; ++q) {
            mine.emplace_back(q, hit.phrase);
            state.known[q] = true;
        }
        use(state, hit);
    }
    readNumbers(state, sentence.range);
}

} // namespace rushes::reading
