// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/tables.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>

namespace rushes::project {
namespace {

// One pair of functions per type of member. `read` returns false for a value of the wrong kind.

SqlValue write(std::int64_t v) { return v; }
SqlValue write(int v) { return std::int64_t(v); }
SqlValue write(bool v) { return std::int64_t(v ? 1 : 0); }
SqlValue write(std::uint64_t v) { return std::int64_t(v); } // the same 64 bits
SqlValue write(double v) { return v; }
SqlValue write(const std::string& v) { return v; }
SqlValue write(time::FrameRate v) { return v.text(); }
SqlValue write(ShotSource v) { return std::string(v == ShotSource::script ? "script" : "user"); }
SqlValue write(TrackKind v) { return std::string(v == TrackKind::picture ? "picture" : "sound"); }
template <class Tag> SqlValue write(Id<Tag> v) { return v ? SqlValue(v.value) : SqlValue(std::monostate{}); }
template <class T> SqlValue write(const std::optional<T>& v) { return v ? write(*v) : SqlValue(std::monostate{}); }

SqlValue write(const std::vector<CharacterId>& ids) {
    std::string out;
    for (const auto id : ids) out += (out.empty() ? "" : ",") + std::to_string(id.value);
    return out;
}

SqlValue write(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : ",") + name;
    return out;
}

SqlValue write(const std::vector<DialogueLine>& lines) {
    auto json = nlohmann::ordered_json::array();
    for (const auto& line : lines) json.push_back({{"character", line.character}, {"text", line.text}});
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool read(const SqlValue& in, std::int64_t& out) {
    const auto* v = std::get_if<std::int64_t>(&in);
    if (v) out = *v;
    return v != nullptr;
}

bool read(const SqlValue& in, int& out) {
    std::int64_t wide = 0;
    if (!read(in, wide) || wide < INT32_MIN || wide > INT32_MAX) return false;
    out = int(wide);
    return true;
}

bool read(const SqlValue& in, bool& out) {
    std::int64_t v = 0;
    if (!read(in, v)) return false;
    out = v != 0;
    return true;
}

bool read(const SqlValue& in, std::uint64_t& out) {
    std::int64_t v = 0;
    if (!read(in, v)) return false;
    out = std::uint64_t(v);
    return true;
}

bool read(const SqlValue& in, double& out) {
    if (const auto* whole = std::get_if<std::int64_t>(&in)) { // 35.0 may be kept as 35
        out = double(*whole);
        return true;
    }
    const auto* v = std::get_if<double>(&in);
    if (v) out = *v;
    return v && std::isfinite(*v);
}

bool read(const SqlValue& in, std::string& out) {
    const auto* v = std::get_if<std::string>(&in);
    if (v) out = *v;
    return v != nullptr;
}

bool read(const SqlValue& in, time::FrameRate& out) {
    std::string text;
    if (!read(in, text)) return false;
    const auto rate = time::FrameRate::parse(text);
    if (rate) out = *rate;
    return rate.has_value();
}

template <class Enum> bool readWord(const SqlValue& in, std::string_view a, Enum first, std::string_view b, Enum second, Enum& out) {
    std::string text;
    if (!read(in, text) || (text != a && text != b)) return false;
    out = text == a ? first : second;
    return true;
}

bool read(const SqlValue& in, ShotSource& out) { return readWord(in, "script", ShotSource::script, "user", ShotSource::user, out); }
bool read(const SqlValue& in, TrackKind& out) { return readWord(in, "picture", TrackKind::picture, "sound", TrackKind::sound, out); }

template <class Tag> bool read(const SqlValue& in, Id<Tag>& out) {
    if (std::holds_alternative<std::monostate>(in)) {
        out = {};
        return true;
    }
    return read(in, out.value) && out.value > 0;
}

template <class T> bool read(const SqlValue& in, std::optional<T>& out) {
    if (std::holds_alternative<std::monostate>(in)) {
        out.reset();
        return true;
    }
    return read(in, out.emplace());
}

bool read(const SqlValue& in, std::vector<std::string>& out) {
    std::string text;
    if (!read(in, text)) return false;
    out.clear();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return true;
}

bool read(const SqlValue& in, std::vector<CharacterId>& out) {
    std::vector<std::string> words;
    if (!read(in, words)) return false;
    out.clear();
    for (const auto& word : words) {
        CharacterId id;
        const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), id.value);
        if (code != std::errc{} || end != word.data() + word.size()) return false;
        out.push_back(id);
    }
    return true;
}

bool read(const SqlValue& in, std::vector<DialogueLine>& out) {
    std::string text;
    if (!read(in, text)) return false;
    out.clear();
    if (text == "[]") return true;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) return false;
    for (const auto& line : json) {
        if (!line.is_object() || !line.contains("character") || !line.contains("text")) return false;
        if (!line["character"].is_string() || !line["text"].is_string()) return false;
        out.push_back({line["character"], line["text"]});
    }
    return true;
}

template <class> struct OwnerOf;
template <class T, class M> struct OwnerOf<M T::*> {
    using Type = T;
};

template <auto member> auto column(const char* name) {
    using T = typename OwnerOf<decltype(member)>::Type;
    return Column<T>{name, [](const T& row) { return write(row.*member); },
                     [](T& row, const SqlValue& value) { return read(value, row.*member); }};
}

/// A member of a member: the first and last line of a range.
template <auto outer, auto inner> auto column(const char* name) {
    using T = typename OwnerOf<decltype(outer)>::Type;
    return Column<T>{name, [](const T& row) { return write(row.*outer.*inner); },
                     [](T& row, const SqlValue& value) { return read(value, row.*outer.*inner); }};
}

template <class T> Table<T> table(const char* name, std::vector<Column<T>> columns) {
    std::string names, marks, sets;
    for (std::size_t i = 1; i < columns.size(); ++i) {
        names += std::string(i > 1 ? ", " : "") + columns[i].name;
        marks += i > 1 ? ", ?" : "?";
        sets += std::string(i > 1 ? ", " : "") + columns[i].name + " = ?";
    }
    const std::string where = std::string(" WHERE id = ?"), n = name;
    return {n, std::move(columns), "SELECT id, " + names + " FROM " + n + " ORDER BY id", "INSERT INTO " + n + " (" + names + ") VALUES (" + marks + ")",
            "UPDATE " + n + " SET " + sets + where, "DELETE FROM " + n + where};
}

} // namespace

template <> const Table<Sequence>& tableOf() {
    static const auto t = table<Sequence>("sequences", {column<&Sequence::id>("id"), column<&Sequence::name>("name"), column<&Sequence::rate>("rate"),
                                                        column<&Sequence::width>("width"), column<&Sequence::height>("height"),
                                                        column<&Sequence::startFrames>("start_frames"), column<&Sequence::dropFrame>("drop_frame")});
    return t;
}

template <> const Table<Script>& tableOf() {
    static const auto t = table<Script>("scripts", {column<&Script::id>("id"), column<&Script::sequence>("sequence"),
                                                    column<&Script::fileName>("file_name"), column<&Script::text>("text")});
    return t;
}

template <> const Table<ScriptScene>& tableOf() {
    using S = ScriptScene;
    static const auto t =
        table<S>("scenes", {column<&S::id>("id"), column<&S::sequence>("sequence"), column<&S::order>("ord"), column<&S::number>("number"),
                            column<&S::heading>("heading"), column<&S::synopsis>("synopsis"), column<&S::place>("place"),
                            column<&S::timeOfDay>("time_of_day"), column<&S::lines, &LineRange::first>("line_first"),
                            column<&S::lines, &LineRange::last>("line_last")});
    return t;
}

template <> const Table<Shot>& tableOf() {
    static const auto t = table<Shot>(
        "shots", {column<&Shot::id>("id"), column<&Shot::sequence>("sequence"), column<&Shot::scene>("scene"), column<&Shot::order>("ord"),
                  column<&Shot::number>("number"), column<&Shot::prompt>("prompt"), column<&Shot::size>("size"), column<&Shot::angle>("angle"),
                  column<&Shot::lensMm>("lens_mm"), column<&Shot::move>("move"), column<&Shot::frames>("frames"),
                  column<&Shot::generator>("generator"), column<&Shot::seed>("seed"), column<&Shot::settingsJson>("settings"),
                  column<&Shot::characters>("characters"), column<&Shot::location>("location"), column<&Shot::dialogue>("dialogue"),
                  column<&Shot::source>("source"), column<&Shot::lines, &LineRange::first>("line_first"),
                  column<&Shot::lines, &LineRange::last>("line_last"), column<&Shot::circled>("circled"), column<&Shot::planned>("planned"),
                  column<&Shot::edited>("edited"), column<&Shot::takesMade>("takes_made")});
    return t;
}

template <> const Table<Panel>& tableOf() {
    static const auto t = table<Panel>("panels", {column<&Panel::id>("id"), column<&Panel::shot>("shot"), column<&Panel::order>("ord"),
                                                  column<&Panel::frames>("frames"), column<&Panel::media>("media"), column<&Panel::action>("action"),
                                                  column<&Panel::dialogue>("dialogue"), column<&Panel::notes>("notes")});
    return t;
}

template <> const Table<Reference>& tableOf() {
    using R = Reference;
    static const auto t = table<R>("refs", {column<&R::id>("id"), column<&R::shot>("shot"), column<&R::order>("ord"), column<&R::role>("role"),
                                            column<&R::media>("media"), column<&R::atFrame>("at_frame"), column<&R::strength>("strength"),
                                            column<&R::subject>("subject"), column<&R::painted>("painted"), column<&R::artist>("artist"),
                                            column<&R::consent>("consent")});
    return t;
}

template <> const Table<Take>& tableOf() {
    static const auto t =
        table<Take>("takes", {column<&Take::id>("id"), column<&Take::shot>("shot"), column<&Take::number>("number"),
                              column<&Take::generator>("generator"), column<&Take::generatorVersion>("generator_version"),
                              column<&Take::media>("media"), column<&Take::frames>("frames"), column<&Take::rate>("rate"),
                              column<&Take::width>("width"), column<&Take::height>("height"), column<&Take::seed>("seed"),
                              column<&Take::seconds>("seconds"), column<&Take::request>("request"), column<&Take::createdAt>("created_at"),
                              column<&Take::job>("job")});
    return t;
}

template <> const Table<Character>& tableOf() {
    static const auto t = table<Character>(
        "characters", {column<&Character::id>("id"), column<&Character::name>("name"), column<&Character::description>("description")});
    return t;
}

template <> const Table<Location>& tableOf() {
    static const auto t = table<Location>(
        "locations", {column<&Location::id>("id"), column<&Location::name>("name"), column<&Location::description>("description")});
    return t;
}

template <> const Table<Track>& tableOf() {
    static const auto t = table<Track>("tracks", {column<&Track::id>("id"), column<&Track::sequence>("sequence"), column<&Track::order>("ord"),
                                                  column<&Track::kind>("kind"), column<&Track::name>("name")});
    return t;
}

template <> const Table<Clip>& tableOf() {
    static const auto t = table<Clip>("clips", {column<&Clip::id>("id"), column<&Clip::track>("track"), column<&Clip::order>("ord"),
                                                column<&Clip::shot>("shot"), column<&Clip::take>("take"), column<&Clip::panel>("panel"),
                                                column<&Clip::media>("media"), column<&Clip::sourceStart>("source_start"),
                                                column<&Clip::frames>("frames")});
    return t;
}

template <> const Table<Note>& tableOf() {
    static const auto t = table<Note>("notes", {column<&Note::id>("id"), column<&Note::shot>("shot"), column<&Note::take>("take"),
                                                column<&Note::atFrame>("at_frame"), column<&Note::author>("author"), column<&Note::text>("text"),
                                                column<&Note::done>("done")});
    return t;
}

template <> const Table<MediaFile>& tableOf() {
    static const auto t = table<MediaFile>(
        "media", {column<&MediaFile::id>("id"), column<&MediaFile::name>("name"), column<&MediaFile::bytes>("bytes")});
    return t;
}

} // namespace rushes::project
