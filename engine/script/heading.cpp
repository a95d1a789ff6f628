// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/heading.h"

#include "engine/script/letters.h"
#include "engine/script/words.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

struct NamedTime {
    std::string_view word;
    std::string_view time;
};
/// Words of headings in the six times of the contract.
constexpr std::array times{
    NamedTime{"golden hour", "golden_hour"},
    NamedTime{"magic hour", "golden_hour"},
    NamedTime{"sunset", "golden_hour"},
    NamedTime{"sundown", "golden_hour"},
    NamedTime{"midnight", "night"},
    NamedTime{"night", "night"},
    NamedTime{"evening", "dusk"},
    NamedTime{"twilight", "dusk"},
    NamedTime{"dusk", "dusk"},
    NamedTime{"nightfall", "dusk"},
    NamedTime{"pre-dawn", "dawn"},
    NamedTime{"dawn", "dawn"},
    NamedTime{"sunrise", "dawn"},
    NamedTime{"daybreak", "dawn"},
    NamedTime{"morning", "morning"},
    NamedTime{"afternoon", "day"},
    NamedTime{"midday", "day"},
    NamedTime{"noon", "day"},
    NamedTime{"day", "day"},
    NamedTime{"daytime", "day"},
    NamedTime{"nacht", "night"},
    NamedTime{"tag", "day"},
    NamedTime{"nuit", "night"},
    NamedTime{"jour", "day"},
    NamedTime{"noche", "night"},
    NamedTime{"dia", "day"},
    NamedTime{"día", "day"},
    NamedTime{"noc", "night"},
    NamedTime{"dzień", "day"},
    NamedTime{"notte", "night"},
    NamedTime{"giorno", "day"},
    NamedTime{"noite", "night"},
};
constexpr std::array<std::string_view, 12> sameTimes{"continuous",    "later",         "same",           "same time",
                                                     "moments later", "minutes later", "hours later",    "cont'd",
                                                     "continued",     "seconds later", "a moment later", "same day"};

struct NamedWeather {
    std::string_view weather;
    std::array<std::string_view, 8> words;
};
constexpr std::array weathers{
    NamedWeather{"rain", {"rain", "rains", "raining", "rainy", "drizzle", "downpour", "rain-soaked", "drizzles"}},
    NamedWeather{"storm",
                 {"storm", "stormy", "thunder", "lightning", "thunderstorm", "hurricane", "tempest", "thunderclap"}},
    NamedWeather{"snow", {"snow", "snows", "snowing", "snowy", "blizzard", "snowfall", "snowflakes", "snowstorm"}},
    NamedWeather{"fog", {"fog", "foggy", "mist", "misty", "haze", "hazy", "fogbound", "fogs"}},
    NamedWeather{"wind", {"wind", "windy", "gale", "gusts", "breeze", "windswept", "gusty", "winds"}},
};

std::string_view withoutPrefix(std::string_view heading, std::string& setting) {
    static constexpr std::array<std::string_view, 3> kinds{"INT", "EXT", "EST"};
    bool interior = false, exterior = false;
    for (bool found = true; found;) {
        found = false;
        const std::string_view next = heading.substr(std::min(heading.find_first_not_of(" /.-"), heading.size()));
        if (interior || exterior)
            for (const std::string_view kind : kinds)
                if (startsWithNoCase(next, kind) && next.size() > 3 && (next[3] == '.' || next[3] == '/'))
                    heading = next;
        for (const std::string_view kind : kinds) {
            const bool whole =
                startsWithNoCase(heading, kind) && (heading.size() == 3 || !isLetter(codePointAt(heading, 3).value));
            if (!whole) continue;
            (kind == "INT" ? interior : exterior) = true;
            heading.remove_prefix(3);
            found = true;
        }
        const bool shortForm = startsWithNoCase(heading, "I/E") || startsWithNoCase(heading, "E/I");
        if (shortForm && !interior && !exterior) {
            interior = exterior = true;
            heading.remove_prefix(3);
        }
        const bool signs =
            !heading.empty() && (heading.front() == '.' || heading.front() == '/' || heading.front() == '-');
        if (signs && (interior || exterior)) heading.remove_prefix(1);
        found = found && signs;
    }
    setting = interior && exterior ? "INT/EXT" : interior ? "INT" : exterior ? "EXT" : "";
    return trimmed(heading);
}

/// Cuts "(1973)" and "[CONTINUOUS]" out; what they say of time is handed back.
std::string withoutBrackets(std::string_view text, std::vector<std::string>& inner) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(' || text[i] == '[') {
            const std::size_t close = text.find(text[i] == '(' ? ')' : ']', i);
            if (close != std::string_view::npos) {
                inner.emplace_back(trimmed(text.substr(i + 1, close - i - 1)));
                i = close;
                continue;
            }
        }
        out += text[i];
    }
    return squeezed(out);
}

/// Splits at dashes with blanks around them, at -- and at — and –.
std::vector<std::string> segmentsOf(std::string_view text) {
    std::string plain =
        replacedAll(replacedAll(replacedAll(std::string(text), "\u2014", " - "), "\u2013", " - "), "--", " - ");
    std::vector<std::string> out;
    std::size_t begin = 0;
    for (std::size_t at = plain.find(" -"); begin <= plain.size(); at = plain.find(" -", begin)) {
        const std::size_t end = std::min(at, plain.size());
        if (const std::string_view part = trimmed(std::string_view(plain).substr(begin, end - begin)); !part.empty())
            out.emplace_back(part);
        if (at == std::string::npos) break;
        begin = at + 2;
    }
    return out;
}

/// Reads a segment as time of day. It must be the time's word, alone or with words like LATE, EARLY, NEXT.
bool readTime(std::string_view segment, HeadingInfo& info) {
    static constexpr std::array<std::string_view, 20> around{
        "late",      "early", "next",  "the",  "that",      "same", "present", "mid", "a",  "later",
        "following", "one",   "first", "last", "christmas", "full", "dead",    "of",  "in", "at"};
    std::string low = lowered(segment);
    while (!low.empty() && (low.back() == '.' || low.back() == ','))
        low.pop_back();
    if (std::find(sameTimes.begin(), sameTimes.end(), low) != sameTimes.end()) {
        info.continues = true;
        return true;
    }
    for (const NamedTime& named : times) {
        const std::size_t at = low.find(named.word);
        if (at == std::string::npos) continue;
        const std::string rest = low.substr(0, at) + " " + low.substr(at + named.word.size());
        const std::vector<Word> words = wordsOf(rest);
        if (!std::all_of(words.begin(), words.end(), [&](const Word& w) { return isOneOf(w.core, around); })) continue;
        info.timeOfDay = named.time;
        return true;
    }
    return false;
}

bool readWeather(std::string_view segment, HeadingInfo& info) {
    if (wordCount(segment) > 3) return false;
    const std::vector<std::string> found = weatherIn(segment);
    info.weather.insert(info.weather.end(), found.begin(), found.end());
    return !found.empty();
}

/// "BAR-NIGHT": a time glued to the place.
void splitGluedTime(std::vector<std::string>& segments) {
    if (segments.size() != 1) return;
    const std::size_t dash = segments[0].rfind('-');
    HeadingInfo probe;
    if (dash == std::string::npos || dash == 0 ||
        !readTime(trimmed(std::string_view(segments[0]).substr(dash + 1)), probe))
        return;
    segments.push_back(std::string(trimmed(std::string_view(segments[0]).substr(dash + 1))));
    segments[0] = trimmed(std::string_view(segments[0]).substr(0, dash));
}

} // namespace

HeadingInfo readHeading(std::string_view heading) {
    HeadingInfo info;
    std::vector<std::string> inner;
    const std::string text = withoutBrackets(withoutPrefix(trimmed(heading), info.setting), inner);
    std::vector<std::string> segments = segmentsOf(text);
    splitGluedTime(segments);
    std::vector<std::string> places;
    static constexpr std::array<std::string_view, 13> asides{
        "flashback",    "flashbacks", "series", "various",       "various shots", "dream", "montage",
        "establishing", "intercut",   "stock",  "flash forward", "day to night",  "resume"};
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (i > 0 && isOneOf(segments[i], asides)) continue;
        const bool mayBePlace = i == 0 && !info.setting.empty();
        if (!mayBePlace && (readTime(segments[i], info) || readWeather(segments[i], info))) continue;
        places.push_back(segments[i]);
    }
    for (const std::string& part : inner)
        (void)(readTime(part, info) || readWeather(part, info));
    for (const std::string& part : places) {
        std::string_view bare = trimmed(part);
        while (!bare.empty() && (bare.back() == '.' || bare.back() == ',' || bare.back() == ':'))
            bare.remove_suffix(1);
        if (bare.empty()) continue;
        info.place += (info.place.empty() ? "" : " - ") + titleCased(bare);
    }
    return info;
}

std::vector<std::string> weatherIn(std::string_view text) {
    static constexpr std::array<std::string_view, 7> ends{"stopped", "stops",   "over", "cleared",
                                                          "no",      "without", "gone"};
    std::vector<std::string> out;
    for (const std::string& sentence : sentencesOf(text)) {
        const std::vector<Word> words = wordsOf(sentence);
        if (std::any_of(words.begin(), words.end(), [&](const Word& w) { return isOneOf(w.core, ends); })) continue;
        for (const NamedWeather& named : weathers) {
            const bool said =
                std::any_of(words.begin(), words.end(), [&](const Word& w) { return isOneOf(w.core, named.words); });
            if (said && std::find(out.begin(), out.end(), named.weather) == out.end()) out.emplace_back(named.weather);
        }
    }
    return out;
}

std::string timePhrase(std::string_view timeOfDay) {
    if (timeOfDay == "dawn" || timeOfDay == "dusk" || timeOfDay == "night") return "at " + std::string(timeOfDay);
    if (timeOfDay == "golden_hour") return "at golden hour";
    if (timeOfDay == "morning") return "in the morning";
    return timeOfDay == "day" ? "by day" : "";
}

std::string weatherPhrase(const std::vector<std::string>& weather) {
    std::string out;
    for (std::size_t i = 0; i < weather.size(); ++i) {
        const std::string_view before = i == 0 ? "in the " : i + 1 == weather.size() ? " and " : ", ";
        out += std::string(before) + weather[i];
    }
    return out;
}

} // namespace rushes::script
