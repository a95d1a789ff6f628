// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/shot_description.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rushes::reading {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json spanOf(const Span& span) { return Json::array({span.begin, span.end}); }

template <class Value> Json wordOrNull(const std::optional<Value>& value) { return value ? Json(std::string(word(*value))) : Json(nullptr); }
template <class Value> Json valueOrNull(const std::optional<Value>& value) { return value ? Json(*value) : Json(nullptr); }

Json wornThing(const WornThing& w) {
    return {{"noun", w.noun}, {"model", orNull(w.model)}, {"colour", orNull(w.colour)}, {"material", orNull(w.material)}, {"span", spanOf(w.span)}};
}

void addDetails(Json& out, const Subject& s) {
    static constexpr const char* sexes[] = {"unknown", "male", "female"};
    out["category"] = orNull(s.category);
    out["size"] = s.size;
    out["sizeFactor"] = s.sizeFactor;
    out["sex"] = sexes[static_cast<int>(s.sex)];
    out["age"] = std::string(word(s.age));
    out["ageYears"] = valueOrNull(s.ageYears);
    out["build"] = orNull(s.build);
    out["hair"] = s.hair;
    out["face"] = s.face;
    out["expression"] = orNull(s.expression);
    out["material"] = orNull(s.material);
    out["outfit"] = orNull(s.outfit);
    out["wears"] = Json::array();
    for (const WornThing& w : s.wears) out["wears"].push_back(wornThing(w));
    out["prop"] = orNull(s.prop);
    out["side"] = orNull(s.side);
    out["say"] = orNull(s.say);
    out["heldBy"] = orNull(s.heldBy);
    out["implied"] = s.implied;
    out["worn"] = s.worn;
}

Json subjectJson(const Subject& s, bool details) {
    Json out = {{"id", s.id},       {"noun", s.noun},           {"kind", std::string(word(s.kind))}, {"model", orNull(s.model)},
                {"count", s.count}, {"colour", orNull(s.colour)}, {"name", orNull(s.name)},            {"span", spanOf(s.span)}};
    if (details) addDetails(out, s);
    return out;
}

Json actionJson(const Action& a, bool details) {
    Json out = {{"subject", orNull(a.subject)}, {"verb", a.verb},   {"motion", orNull(a.motion)},
                {"target", orNull(a.target)},   {"order", a.order}, {"span", spanOf(a.span)}};
    if (details) {
        out["object"] = orNull(a.object);
        out["particle"] = orNull(a.particle);
        out["act"] = orNull(a.act);
        out["part"] = orNull(a.part);
        out["course"] = orNull(a.course);
        out["tool"] = orNull(a.tool);
        out["speed"] = a.fast ? "fast" : a.slow ? "slow" : "normal";
    }
    return out;
}

Json relationJson(const Relation& r) {
    return {{"a", r.a}, {"b", r.b}, {"relation", std::string(word(r.relation))}, {"order", r.order}, {"span", spanOf(r.span)}};
}

Json placeJson(const std::optional<Place>& place, bool details) {
    if (!place) return nullptr;
    Json out = {{"kind", place->kind}, {"setting", place->interior ? "interior" : "exterior"}, {"span", spanOf(place->span)}};
    if (details) {
        out["location"] = orNull(place->location);
        out["inferred"] = place->inferred;
    }
    return out;
}

Json conditionsJson(const Conditions& c) {
    Json weather = Json::array();
    for (const Weather w : c.weather) weather.push_back(std::string(word(w)));
    return {{"time", wordOrNull(c.time)}, {"weather", weather}, {"season", wordOrNull(c.season)}, {"light", c.light}};
}

Json moveJson(const CameraMove& m, bool details) {
    Json out = {{"move", std::string(word(m.move))}, {"direction", wordOrNull(m.direction)}, {"speed", std::string(word(m.speed))},
                {"order", m.order},                  {"span", spanOf(m.span)}};
    if (details) {
        out["assumed"] = m.assumed;
        out["target"] = orNull(m.target);
    }
    return out;
}

Json cameraJson(const CameraWords& c, bool details) {
    Json moves = Json::array();
    for (const CameraMove& m : c.moves) moves.push_back(moveJson(m, details));
    Json out = {{"size", wordOrNull(c.size)},     {"angle", wordOrNull(c.angle)},         {"height", wordOrNull(c.height)},
                {"pov", wordOrNull(c.pov)},       {"lensMm", valueOrNull(c.lensMm)},      {"sensor", valueOrNull(c.sensor)},
                {"stop", valueOrNull(c.stop)},    {"moves", std::move(moves)},            {"endSize", wordOrNull(c.endSize)},
                {"endAngle", wordOrNull(c.endAngle)}, {"endHeight", wordOrNull(c.endHeight)}};
    if (details) {
        out["focus"] = c.focus;
        out["playback"] = c.playback;
        out["composition"] = c.composition;
        out["target"] = orNull(c.target);
        out["part"] = orNull(c.part);
        out["over"] = orNull(c.over);
        out["eyes"] = orNull(c.eyes);
    }
    return out;
}

/// One line per key, and one per entry of a list of objects.
std::string print(const Json& description) {
    const auto dump = [](const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); };
    std::string text = "{";
    for (auto it = description.begin(); it != description.end(); ++it) {
        text += it == description.begin() ? "\n  " : ",\n  ";
        text += dump(it.key()) + ": ";
        if (!it->is_array() || it->empty() || !it->front().is_object()) {
            text += dump(*it);
            continue;
        }
        text += "[";
        for (std::size_t i = 0; i < it->size(); ++i) text += (i ? ",\n    " : "\n    ") + dump((*it)[i]);
        text += "\n  ]";
    }
    return text + "\n}";
}

std::string describe(const ShotDescription& d, bool details) {
    Json out = Json::object();
    out["subjects"] = Json::array();
    for (const Subject& s : d.subjects) out["subjects"].push_back(subjectJson(s, details));
    out["actions"] = Json::array();
    for (const Action& a : d.actions) out["actions"].push_back(actionJson(a, details));
    out["relations"] = Json::array();
    for (const Relation& r : d.relations) out["relations"].push_back(relationJson(r));
    out["place"] = placeJson(d.place, details);
    out["conditions"] = conditionsJson(d.conditions);
    out["camera"] = cameraJson(d.camera, details);
    out["style"] = d.style;
    out["unknown"] = Json::array();
    for (const UnknownWord& u : d.unknown) out["unknown"].push_back({{"word", u.word}, {"span", spanOf(u.span)}, {"takenFor", valueOrNull(u.takenFor)}});
    if (!d.corrected.empty()) { // by hand, beyond the contract
        out["corrected"] = Json::array();
        for (const CorrectedReading& c : d.corrected)
            out["corrected"].push_back({{"kind", c.kind}, {"words", orNull(c.words)}, {"was", orNull(c.was)}, {"is", c.is}, {"span", spanOf(c.span)}});
    }
    if (details) {
        out["arrangements"] = Json::array();
        for (const Arrangement& a : d.arrangements) out["arrangements"].push_back({{"kind", a.kind}, {"members", a.members}, {"order", a.order}, {"span", spanOf(a.span)}});
        out["dialogue"] = Json::array();
        for (const DialogueLine& line : d.dialogue) {
            out["dialogue"].push_back({{"subject", orNull(line.subject)}, {"text", line.text}, {"span", spanOf(line.span)}});
        }
    }
    return print(out);
}

} // namespace

const Subject* ShotDescription::subject(std::string_view id) const {
    const auto found = std::find_if(subjects.begin(), subjects.end(), [&](const Subject& s) { return s.id == id; });
    return found == subjects.end() ? nullptr : &*found;
}

std::string ShotDescription::toJson() const { return describe(*this, false); }
std::string ShotDescription::toDetailedJson() const { return describe(*this, true); }

} // namespace rushes::reading
