// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "prompt_scores.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <set>

using namespace rushes::reading;

namespace {

using Json = nlohmann::json;

/// What the camera would have done at the end of the shot: degrees and metres.
struct CameraFacts {
    double pan = 0, tilt = 0, roll = 0, right = 0, up = 0, forward = 0, zoom = 0, path = 0;
};

CameraFacts simulate(const std::vector<CameraMove>& moves) {
    CameraFacts c;
    for (const CameraMove& m : moves) {
        const auto towards = [&](Direction negative) { return m.direction == negative ? -1.0 : 1.0; };
        const double in = towards(Direction::out), sideways = towards(Direction::left), rise = towards(Direction::down);
        switch (m.move) {
        case Move::pan: case Move::whipPan: c.pan += 30 * sideways; break;
        case Move::tilt: c.tilt += 20 * rise; break;
        case Move::roll: c.roll += m.direction == Direction::counterclockwise ? 20 : -20; break;
        case Move::dolly: c.forward += 1.5 * in, c.path += 1.5; break;
        case Move::truck: case Move::sideTrack: c.right += 1.5 * sideways, c.path += 1.5; break;
        case Move::pedestal: case Move::crane: c.up += rise, c.path += 1; break;
        case Move::arc: {
            const double s = m.direction == Direction::counterclockwise ? 1 : -1;
            c.right += 2 * s, c.pan -= 40 * s, c.path += 3;
            break;
        }
        case Move::zoom: c.zoom += 0.6 * in; break;
        case Move::dollyZoom: c.forward += 1.5 * in, c.path += 1.5, c.zoom -= 0.6 * in; break;
        case Move::follow: case Move::tail: c.forward += 2, c.path += 2; break;
        case Move::lead: c.forward -= 2, c.path += 2; break;
        case Move::reveal: c.forward -= 1, c.path += 1; break;
        default: break;
        }
    }
    return c;
}

bool still(const CameraFacts& c, const std::string& except = {}) {
    return (except == "pan" || std::abs(c.pan) <= 4) && (except == "tilt" || std::abs(c.tilt) <= 4) && (except == "roll" || std::abs(c.roll) <= 4) &&
           (except == "move" || c.path <= 0.15) && (except == "zoom" || std::abs(c.zoom) <= 0.08);
}

/// The contract's camera labels, with the same thresholds.
std::optional<bool> cameraLabel(const std::string& label, const CameraFacts& c) {
    struct Axis {
        const char* name;
        double value, threshold;
        const char* except;
    };
    const Axis axes[] = {{"pan_left", -c.pan, 4, "pan"}, {"pan_right", c.pan, 4, "pan"}, {"tilt_up", c.tilt, 4, "tilt"}, {"tilt_down", -c.tilt, 4, "tilt"},
                         {"roll_clockwise", -c.roll, 4, "roll"}, {"roll_counterclockwise", c.roll, 4, "roll"}, {"zoom_in", c.zoom, 0.08, "zoom"},
                         {"zoom_out", -c.zoom, 0.08, "zoom"}, {"leftward", -c.right, 0.2, "move"}, {"rightward", c.right, 0.2, "move"},
                         {"crane_up", c.up, 0.3, ""}, {"crane_down", -c.up, 0.3, ""}, {"forward_wrt_camera", c.forward, 0.2, "move"},
                         {"forward_wrt_ground", c.forward, 0.2, "move"}, {"backward_wrt_camera", -c.forward, 0.2, "move"},
                         {"backward_wrt_ground", -c.forward, 0.2, "move"}, {"upward_wrt_camera", c.up, 0.2, "move"}, {"upward_wrt_ground", c.up, 0.2, "move"},
                         {"downward_wrt_camera", -c.up, 0.2, "move"}, {"downward_wrt_ground", -c.up, 0.2, "move"}};
    if (label == "zoom_in") return c.zoom > 0.08 || c.forward > 0.3;
    if (label == "zoom_out") return c.zoom < -0.08 || c.forward < -0.3;
    if (label == "static" || label == "fixed_camera") return still(c);
    if (label == "orbits") return c.path > 0.5 && std::abs(c.pan) > 15;
    if (label == "moving_camera" || label == "clear_moving_camera") return !still(c);
    if (label == "has_dolly_in_zoom_out") return c.forward > 0.2 && c.zoom < -0.08;
    if (label == "has_dolly_out_zoom_in") return c.forward < -0.2 && c.zoom > 0.08;
    if (label == "has_arc_clockwise") return c.right < -0.2 && c.pan > 4;
    if (label == "has_arc_counterclockwise") return c.right > 0.2 && c.pan < -4;
    for (const Axis& axis : axes) {
        const bool moves = axis.value > axis.threshold;
        if (label == axis.name || label == std::string("has_") + axis.name) return moves;
        const bool sideways = std::string(axis.name).ends_with("ward");
        if (label == std::string("only_") + axis.name) return moves && still(c, axis.except) && (!sideways || std::abs(c.forward) < 0.2);
    }
    return std::nullopt;
}

template <class T> std::string text(const std::optional<T>& value) { return value ? std::string(word(*value)) : std::string{}; }

std::string without(std::string label, const std::string& ending) {
    return label.ends_with(ending) ? label.substr(0, label.size() - ending.size()) : label;
}

/// shot_size_is_full, camera_angle_is_low_angle, drone_pov …
std::optional<bool> framingLabel(const std::string& label, const CameraWords& c) {
    if (label.starts_with("shot_size_is_")) return text(c.size) == label.substr(13);
    if (label == "is_dutch_angle") return text(c.angle) == "dutch";
    if (label.starts_with("camera_angle_is_")) return text(c.angle) == without(label.substr(16), "_angle");
    if (label.starts_with("height_wrt_ground_is_")) return text(c.height) == without(label.substr(21), "_level");
    if (label == "third_person_over_shoulder_pov") return text(c.pov) == "over_shoulder";
    if (label == "third_person_over_hip_pov") return text(c.pov) == "over_hip";
    for (const char* pov : {"first_person", "drone", "selfie", "dashcam", "overhead", "locked_on"}) {
        if (label == std::string(pov) + "_pov") return text(c.pov) == pov;
    }
    return std::nullopt;
}

/// shot_size_start_with_wide, height_wrt_ground_end_with_hip_level …
std::optional<bool> startEndLabel(const std::string& label, const CameraWords& c) {
    for (const char* when : {"_start_with_", "_end_with_"}) {
        const std::size_t at = label.find(when);
        if (at == std::string::npos) continue;
        const std::string what = label.substr(0, at);
        const std::string want = without(without(label.substr(at + std::string(when).size()), "_level"), "_angle");
        const bool end = std::string(when) == "_end_with_";
        if (what == "shot_size") return text(end && c.endSize ? c.endSize : c.size) == want;
        if (what == "camera_angle") return text(end && c.endAngle ? c.endAngle : c.angle) == want;
        if (what == "height_wrt_ground") return text(end && c.endHeight ? c.endHeight : c.height) == want;
    }
    return std::nullopt;
}

std::string letters(const std::string& textIn) {
    std::string out;
    for (const unsigned char c : textIn) {
        if (std::isalpha(c)) out += static_cast<char>(std::tolower(c));
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

bool sameNoun(const std::string& noun, const std::string& want) {
    const std::string n = letters(noun), w = letters(want);
    const auto stem = [](const std::string& s) { return s.ends_with("es") ? without(s, "es") : without(s, "s"); };
    return !n.empty() && (n == w || stem(n) == stem(w) || (w.size() > 3 && (n.find(w) != std::string::npos || w.find(n) != std::string::npos)));
}

bool seen(const ShotDescription& d, const std::string& want) {
    return std::any_of(d.subjects.begin(), d.subjects.end(), [&](const Subject& s) { return sameNoun(s.noun, want) && !s.model.empty(); });
}

bool related(const ShotDescription& d, const Json& q) {
    static const std::map<std::string, std::set<RelationKind>> kinds = {{"on the left of", {RelationKind::leftOf}},
                                                                       {"on the right of", {RelationKind::rightOf}},
                                                                       {"on the top of", {RelationKind::above, RelationKind::on}},
                                                                       {"on the bottom of", {RelationKind::below, RelationKind::under}}};
    const auto kind = kinds.find(q["relationship"].get<std::string>());
    return std::any_of(d.relations.begin(), d.relations.end(), [&](const Relation& r) {
        return kind->second.contains(r.relation) && sameNoun(d.subject(r.a)->noun, q["object_a"]) && sameNoun(d.subject(r.b)->noun, q["object_b"]);
    });
}

bool acts(const Action& a) { return !a.motion.empty() && a.motion != "stand"; }

bool humanAction(const ShotDescription& d) {
    return std::any_of(d.actions.begin(), d.actions.end(), acts) &&
           std::none_of(d.unknown.begin(), d.unknown.end(), [](const UnknownWord& u) { return !u.takenFor; });
}

bool inOrder(const ShotDescription& d) {
    std::set<int> orders;
    for (const Action& a : d.actions) {
        if (acts(a)) orders.insert(a.order);
    }
    return orders.size() >= 2;
}

std::vector<std::string> splitAnd(const std::string& textIn) {
    const std::size_t at = textIn.find(" and ");
    return at == std::string::npos ? std::vector{textIn} : std::vector{textIn.substr(0, at), textIn.substr(at + 5)};
}

bool vbench(const ShotDescription& d, const std::string& dimension, const Json& aux, const std::string& prompt) {
    if (dimension == "object_class") return seen(d, aux["object"]);
    if (dimension == "multiple_objects") {
        const auto wanted = splitAnd(aux["object"]);
        return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& w) { return seen(d, w); });
    }
    if (dimension == "spatial_relationship") return related(d, aux["spatial_relationship"]);
    if (dimension == "color") {
        return std::any_of(d.subjects.begin(), d.subjects.end(),
                           [&](const Subject& s) { return s.colour == aux["color"] && prompt.find(s.noun) != std::string::npos; });
    }
    if (dimension == "scene") {
        std::string kind = d.place ? d.place->kind : "";
        std::replace(kind.begin(), kind.end(), '_', ' ');
        return sameNoun(kind, aux["scene"]["scene"]);
    }
    return humanAction(d);
}

class Scorer {
  public:
    Scorer(const Reader& reader, std::filesystem::path folder) : m_reader(reader), m_folder(std::move(folder)) {}

    void run() {
        each("vbench.jsonl", [&](const Json& r) {
            static const std::set<std::string> mine = {"object_class", "multiple_objects", "spatial_relationship", "color", "scene", "human_action"};
            for (const std::string dimension : r["dimension"]) {
                if (!mine.contains(dimension)) continue;
                const Json aux = r.contains("aux") && r["aux"].contains(dimension) ? r["aux"][dimension] : Json();
                const std::string prompt = r["text"];
                add(dimension, prompt, vbench(m_reader.read(prompt), dimension, aux, prompt));
            }
        });
        each("vbench2.jsonl", [&](const Json& r) {
            const std::string prompt = r["text"], dimension = r["dimension"];
            if (dimension == "Motion_Order_Understanding") add("motion_order", prompt, inOrder(m_reader.read(prompt)));
            if (dimension == "Camera_Motion") add("vbench2_camera", prompt, cameraLabel(r["aux"], simulate(m_reader.read(prompt).camera.moves)));
        });
        each("camera_language_labels.jsonl", [&](const Json& r) {
            for (const char* list : {"prompt", "alt_prompt"}) {
                for (const std::string prompt : r[list]) cameraBench(r["label_name"], prompt);
            }
        });
    }

    std::map<std::string, DimensionScore> scores;

  private:
    void each(const std::string& file, const std::function<void(const Json&)>& use) const {
        std::ifstream in(m_folder / file);
        for (std::string line; std::getline(in, line);) use(Json::parse(line));
    }

    void cameraBench(const std::string& label, const std::string& prompt) {
        const CameraWords c = m_reader.read(prompt).camera;
        if (const auto ok = cameraLabel(label, simulate(c.moves))) return add("camerabench_motion", prompt, ok);
        if (const auto ok = framingLabel(label, c)) return add("camerabench_framing", prompt, ok);
        add("camerabench_start_end", prompt, startEndLabel(label, c));
    }

    void add(const std::string& dimension, const std::string& prompt, std::optional<bool> ok) {
        if (!ok) return;
        DimensionScore& score = scores[dimension];
        score.dimension = dimension;
        ++score.all;
        score.good += *ok;
        if (!*ok) score.misses.push_back(prompt);
    }

    const Reader& m_reader;
    std::filesystem::path m_folder;
};

} // namespace

std::vector<DimensionScore> scorePrompts(const Reader& reader, const std::filesystem::path& folder) {
    Scorer scorer(reader, folder);
    scorer.run();
    std::vector<DimensionScore> result;
    for (auto& [name, score] : scorer.scores) result.push_back(std::move(score));
    return result;
}
