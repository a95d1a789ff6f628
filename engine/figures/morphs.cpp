// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/morphs.h"

#include "engine/figures/bones.h"
#include "engine/figures/seeded.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace rushes::figures {
namespace {

using Hat = std::vector<std::pair<std::string, double>>;

/// Shares of the two anchors around x; they sum to one.
Hat hat(double x, const std::vector<std::string>& names, const std::vector<double>& anchors) {
    x = std::clamp(x, anchors.front(), anchors.back());
    for (std::size_t k = 0; k + 1 < anchors.size(); ++k) {
        if (x > anchors[k + 1]) continue;
        const double t = (x - anchors[k]) / (anchors[k + 1] - anchors[k]);
        Hat out;
        if (t < 1 - 1e-6) out.push_back({names[k], 1 - t});
        if (t > 1e-6) out.push_back({names[k + 1], t});
        return out;
    }
    return {{names.back(), 1}};
}

const std::vector<std::string> sexes = {"female", "male"}, ages = {"baby", "child", "young", "old"},
                               muscles = {"minmuscle", "averagemuscle", "maxmuscle"},
                               weightNames = {"minweight", "averageweight", "maxweight"},
                               races = {"african", "asian", "caucasian"};

/// Height and proportion targets are kept for the average build alone: the others differ from it by millimetres.
constexpr const char* averageBuild = "-averagemuscle-averageweight-";

const char* const faceTargets[] = {
    "head/head-oval",        "head/head-round",      "head/head-square",
    "head/head-rectangular", "head/head-triangular", "head/head-invertedtriangular",
    "head/head-fat-incr",    "head/head-fat-decr",
};
/// Opposites: a negative draw takes the second.
const std::pair<const char*, const char*> facePairs[] = {
    {"nose/nose-hump-incr", "nose/nose-hump-decr"},
    {"nose/nose-volume-incr", "nose/nose-volume-decr"},
    {"nose/nose-width1-incr", "nose/nose-width1-decr"},
    {"nose/nose-width3-incr", "nose/nose-width3-decr"},
    {"nose/nose-point-up", "nose/nose-point-down"},
    {"nose/nose-scale-vert-incr", "nose/nose-scale-vert-decr"},
    {"nose/nose-scale-depth-incr", "nose/nose-scale-depth-decr"},
    {"chin/chin-width-incr", "chin/chin-width-decr"},
    {"chin/chin-height-incr", "chin/chin-height-decr"},
    {"chin/chin-prominent-incr", "chin/chin-prominent-decr"},
    {"chin/chin-jaw-drop-incr", "chin/chin-jaw-drop-decr"},
    {"cheek/l-cheek-bones-incr", "cheek/l-cheek-bones-decr"},
    {"cheek/l-cheek-volume-incr", "cheek/l-cheek-volume-decr"},
    {"forehead/forehead-temple-incr", "forehead/forehead-temple-decr"},
    {"forehead/forehead-nubian-incr", "forehead/forehead-nubian-decr"},
    {"eyes/l-eye-scale-incr", "eyes/l-eye-scale-decr"},
    {"eyes/l-eye-height2-incr", "eyes/l-eye-height2-decr"},
    {"eyes/l-eye-corner1-up", "eyes/l-eye-corner1-down"},
    {"eyes/l-eye-corner2-up", "eyes/l-eye-corner2-down"},
    {"eyes/l-eye-trans-out", "eyes/l-eye-trans-in"},
    {"eyes/l-eye-eyefold-down", "eyes/l-eye-eyefold-up"},
    {"eyes/l-eye-push1-in", "eyes/l-eye-push1-out"},
    {"eyebrows/eyebrows-angle-up", "eyebrows/eyebrows-angle-down"},
    {"eyebrows/eyebrows-trans-up", "eyebrows/eyebrows-trans-down"},
    {"mouth/mouth-scale-horiz-incr", "mouth/mouth-scale-horiz-decr"},
    {"mouth/mouth-upperlip-volume-incr", "mouth/mouth-upperlip-volume-decr"},
    {"mouth/mouth-lowerlip-volume-incr", "mouth/mouth-lowerlip-volume-decr"},
    {"mouth/mouth-angles-up", "mouth/mouth-angles-down"},
    {"mouth/mouth-trans-up", "mouth/mouth-trans-down"},
    {"ears/l-ear-scale-incr", "ears/l-ear-scale-decr"},
    {"ears/l-ear-wing-incr", "ears/l-ear-wing-decr"},
};

/// What words say of a face. Those that a face is known by are stronger than what chance gives.
struct FaceWord {
    const char *words, *part; ///< adjectives, and the noun that they stand with
    const char* targets;      ///< names with weights
};
constexpr FaceWord faceWords[] = {
    {"big large long broad huge", "nose", "nose/nose-volume-incr .6 nose/nose-scale-vert-incr .6 nose/nose-scale-depth-incr .7"},
    {"small little button short snub upturned", "nose", "nose/nose-volume-decr .6 nose/nose-scale-vert-decr .6 nose/nose-point-up .7"},
    {"hooked aquiline roman crooked eagle beaked", "nose", "nose/nose-hump-incr .9 nose/nose-point-down .8 nose/nose-scale-depth-incr .4"},
    {"flat wide broken", "nose", "nose/nose-width1-incr .7 nose/nose-width3-incr .8 nose/nose-scale-depth-decr .5"},
    {"thin narrow sharp pointed straight", "nose", "nose/nose-width1-decr .7 nose/nose-width3-decr .8"},
    {"square strong heavy broad firm wide", "jaw", "head/head-square .6 chin/chin-width-incr .8 chin/chin-jaw-drop-incr .4"},
    {"square strong heavy broad firm prominent cleft", "chin", "chin/chin-prominent-incr .8 chin/chin-width-incr .6"},
    {"weak receding small", "chin", "chin/chin-prominent-decr .8 chin/chin-height-decr .6"},
    {"pointed sharp long", "chin", "chin/chin-width-decr .9 chin/chin-height-incr .6 head/head-triangular .4"},
    {"high sharp prominent", "cheekbones", "cheek/l-cheek-bones-incr .9 cheek/l-cheek-volume-decr .4"},
    {"hollow sunken gaunt", "cheeks", "cheek/l-cheek-volume-decr 1 head/head-fat-decr .7"},
    {"round chubby full plump rosy", "cheeks", "cheek/l-cheek-volume-incr .9 head/head-fat-incr .5"},
    {"big large wide round huge", "eyes", "eyes/l-eye-scale-incr .8 eyes/l-eye-height2-incr .5"},
    {"small narrow beady hooded squinting tired", "eyes", "eyes/l-eye-scale-decr .4 eyes/l-eye-height2-decr .5 eyes/l-eye-eyefold-down .7"},
    {"deep-set sunken deep", "eyes", "eyes/l-eye-push1-in .8"},
    {"close-set", "eyes", "eyes/l-eye-trans-in .8"},
    {"wide-set", "eyes", "eyes/l-eye-trans-out .8"},
    {"thick full big plump", "lips", "mouth/mouth-upperlip-volume-incr .9 mouth/mouth-lowerlip-volume-incr .9"},
    {"thin narrow tight", "lips", "mouth/mouth-upperlip-volume-decr .9 mouth/mouth-lowerlip-volume-decr .9"},
    {"wide big large generous", "mouth", "mouth/mouth-scale-horiz-incr .9"},
    {"small little narrow", "mouth", "mouth/mouth-scale-horiz-decr .9"},
    {"big large protruding jug", "ears", "ears/l-ear-scale-incr .7 ears/l-ear-wing-incr .9"},
    {"small little", "ears", "ears/l-ear-scale-decr .7"},
    {"heavy low thick bushy stern", "brow", "eyebrows/eyebrows-trans-down .8 forehead/forehead-nubian-incr .4"},
    {"heavy low thick bushy stern", "eyebrows", "eyebrows/eyebrows-trans-down .8"},
    {"arched high raised", "eyebrows", "eyebrows/eyebrows-trans-up .8 eyebrows/eyebrows-angle-up .6"},
    {"high", "forehead", "forehead/forehead-temple-incr .6 eyebrows/eyebrows-trans-down .4"},
    {"round moon chubby full", "face", "head/head-round .7 head/head-fat-incr .6"},
    {"long narrow thin horse lean", "face", "head/head-rectangular .7 head/head-fat-decr .6 chin/chin-height-incr .5"},
    {"square broad", "face", "head/head-square .8"},
    {"heart-shaped pointed fox", "face", "head/head-invertedtriangular .8 chin/chin-width-decr .5"},
    {"gaunt haggard bony hollow drawn", "face", "head/head-fat-decr 1 cheek/l-cheek-volume-decr .8 cheek/l-cheek-bones-incr .6"},
};

bool listsWord(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1))
        if ((at == 0 || words[at - 1] == ' ') && (at + word.size() == words.size() || words[at + word.size()] == ' ')) return true;
    return false;
}

/// The right twin of a left target ("cheek/l-…" → "cheek/r-…"); empty when it has none.
std::string rightTwin(const std::string& name) {
    const auto at = name.find("/l-");
    return at == std::string::npos ? std::string() : name.substr(0, at) + "/r-" + name.substr(at + 3);
}

} // namespace

double ageSlider(double years) {
    const double at[4] = {1, 10.5, 25, 90}, to[4] = {0, 0.1875, 0.5, 1};
    years = std::clamp(years, at[0], at[3]);
    for (int k = 0; k < 3; ++k)
        if (years <= at[k + 1]) return to[k] + (to[k + 1] - to[k]) * (years - at[k]) / (at[k + 1] - at[k]);
    return 1;
}

TargetWeights macroWeights(const MacroSliders& s) {
    TargetWeights out;
    const double sum = std::max(1e-9, s.african + s.asian + s.caucasian);
    const double raceShares[3] = {s.african / sum, s.asian / sum, s.caucasian / sum};
    const Hat muscle = hat(s.muscle, muscles, {0, 0.5, 1}), weight = hat(s.weight, weightNames, {0, 0.5, 1});
    const Hat height = hat(s.height, {"minheight", "", "maxheight"}, {0, 0.5, 1});
    const Hat proportions = hat(s.proportions, {"uncommonproportions", "", "idealproportions"}, {0, 0.5, 1});
    for (const auto& [sex, sexShare] : hat(s.maleness, sexes, {0, 1}))
        for (const auto& [age, ageShare] : hat(s.age, ages, {0, 0.1875, 0.5, 1})) {
            const double share = sexShare * ageShare;
            for (std::size_t r = 0; r < 3; ++r)
                if (raceShares[r] > 0) out["macrodetails/" + races[r] + "-" + sex + "-" + age] += raceShares[r] * share;
            for (const auto& [m, muscleShare] : muscle)
                for (const auto& [w, weightShare] : weight)
                    out["macrodetails/universal-" + sex + "-" + age + "-" + m + "-" + w] +=
                        share * muscleShare * weightShare;
            for (const auto& [h, heightShare] : height)
                if (!h.empty()) out["macrodetails/height/" + sex + "-" + age + averageBuild + h] += share * heightShare;
            for (const auto& [p, proportionShare] : proportions)
                if (!p.empty() && age != "baby")
                    out["macrodetails/proportions/" + sex + "-" + age + averageBuild + p] += share * proportionShare;
        }
    return out;
}

std::vector<std::string> bakedTargetNames() {
    std::vector<std::string> out;
    for (const auto& sex : sexes)
        for (const auto& age : ages) {
            for (const auto& race : races)
                out.push_back("macrodetails/" + race + "-" + sex + "-" + age);
            for (const auto& m : muscles)
                for (const auto& w : weightNames)
                    out.push_back("macrodetails/universal-" + sex + "-" + age + "-" + m + "-" + w);
            for (const char* h : {"minheight", "maxheight"})
                out.push_back("macrodetails/height/" + sex + "-" + age + averageBuild + h);
            if (age == "baby") continue;
            for (const char* p : {"uncommonproportions", "idealproportions"})
                out.push_back("macrodetails/proportions/" + sex + "-" + age + averageBuild + p);
        }
    for (const char* name : faceTargets)
        out.push_back(name);
    for (const auto& [more, less] : facePairs)
        for (const std::string name : {more, less}) {
            out.push_back(name);
            if (const auto twin = rightTwin(name); !twin.empty()) out.push_back(twin);
        }
    return out;
}

void addFaceVariety(TargetWeights& weights, std::uint64_t seed, double strength) {
    Seeded random(seed ^ 0xFACEull);
    constexpr int shapes = int(std::size(faceTargets));
    weights[faceTargets[random.below(shapes)]] += 0.45 * strength * random.unit();
    weights[faceTargets[random.below(shapes)]] += 0.30 * strength * random.unit();
    for (const auto& [more, less] : facePairs) {
        const double draw = (random.unit() + random.unit() - 1) * 0.85 * strength;
        const std::string name = draw >= 0 ? more : less;
        weights[name] += std::abs(draw);
        if (const auto twin = rightTwin(name); !twin.empty()) weights[twin] += std::abs(draw);
    }
}

void addFaceWords(TargetWeights& weights, const std::vector<std::string>& phrases) {
    for (const std::string& phrase : phrases) {
        const auto blank = phrase.rfind(' ');
        if (blank == std::string::npos) continue;
        const std::string_view adjective = std::string_view(phrase).substr(0, blank), part = std::string_view(phrase).substr(blank + 1);
        for (const FaceWord& row : faceWords) {
            if (part != row.part || !listsWord(row.words, adjective)) continue;
            std::istringstream each(row.targets);
            std::string name;
            double weight = 0;
            while (each >> name >> weight) {
                weights[name] = std::max(weights[name], 0.0) + weight;
                if (const auto twin = rightTwin(name); !twin.empty()) weights[twin] = std::max(weights[twin], 0.0) + weight;
            }
        }
    }
}

MorphedBody morphed(const BakedData& data, const TargetWeights& weights) {
    MorphedBody out{data.vertices, data.joints};
    const auto n = std::uint32_t(data.vertices.size());
    for (const auto& [name, weight] : weights) {
        const auto found = data.targets.find(name);
        if (found == data.targets.end() || weight == 0) continue; // an empty target moves nothing and is not stored
        const auto w = float(weight);
        found->second.decode(data.pointCount(), [&](std::uint32_t point, const glm::vec3& move) {
            if (point < n)
                out.vertices[point] += move * w;
            else
                out.joints[point - n] += move * w;
        });
    }
    return out;
}

namespace {

double statureDm(const BakedData& data, const MorphedBody& body, float* floor) {
    float low = 1e9f, high = -1e9f;
    for (std::uint32_t i = 0; i < data.vertexCount[std::size_t(Group::body)]; ++i) {
        low = std::min(low, body.vertices[i].y);
        high = std::max(high, body.vertices[i].y);
    }
    *floor = low;
    return double(high - low);
}

} // namespace

namespace {

/// 1 for a small child … 0 from fifteen on.
double youth(double years) { return std::clamp((15 - years) / 8, 0.0, 1.0); }

/// What tells a child's face from a small adult's: a short, light nose, a small chin, round cheeks.
void addYouth(TargetWeights& weights, double share) {
    constexpr std::pair<const char*, double> soft[] = {
        {"head/head-round", 0.45},           {"nose/nose-scale-vert-decr", 0.5}, {"nose/nose-volume-decr", 0.35}, {"nose/nose-hump-decr", 0.5},
        {"nose/nose-point-up", 0.4},         {"nose/nose-scale-depth-decr", 0.4}, {"chin/chin-height-decr", 0.5},  {"chin/chin-prominent-decr", 0.4},
        {"chin/chin-jaw-drop-decr", 0.3},    {"cheek/l-cheek-volume-incr", 0.6}, {"cheek/l-cheek-bones-decr", 0.5}};
    for (const std::pair<std::string, double> part : soft) {
        weights[part.first] += part.second * share;
        if (const auto twin = rightTwin(part.first); !twin.empty()) weights[twin] += part.second * share;
    }
}

/// Eyes are nearly full-grown at birth: in a child's face they are large. Lids, lashes and brows go along.
void enlargeEyes(MorphedBody& body, float by) {
    for (const int side : {0, 1}) {
        const glm::vec3 centre = body.joints[std::size_t(bones::eye(side))];
        for (auto& p : body.vertices) {
            const float far = glm::length(p - centre);
            if (far < 0.5f) p = centre + (p - centre) * (1 + by * (1 - std::clamp((far - 0.17f) / 0.33f, 0.0f, 1.0f)));
        }
    }
}

/// The small chin must not make the head small: a child's is large for its body.
void enlargeHead(MorphedBody& body, float by) {
    const glm::vec3 centre = body.joints[bones::head];
    const float from = body.joints[bones::neck].y, to = centre.y + 0.3f;
    const auto grow = [&](glm::vec3& p) {
        const float t = std::clamp((p.y - from) / (to - from), 0.0f, 1.0f);
        p = centre + (p - centre) * (1 + by * t * t * (3 - 2 * t));
    };
    for (auto& p : body.vertices) grow(p);
    for (auto& p : body.joints) grow(p);
}

} // namespace

SizedBody sizedBody(const BakedData& data, const CharacterDesign& design) {
    MacroSliders sliders{design.maleness,
                         ageSlider(design.ageYears),
                         design.muscle,
                         design.weight,
                         0.5,
                         design.proportions,
                         design.african,
                         design.asian,
                         design.caucasian};
    const auto make = [&] {
        auto weights = macroWeights(sliders);
        addFaceVariety(weights, design.seed, design.ageYears < 15 ? 0.4 : 1.0);
        addFaceWords(weights, design.face);
        const double young = youth(design.ageYears);
        if (young > 0) addYouth(weights, young);
        MorphedBody made = morphed(data, weights);
        if (young > 0) {
            enlargeEyes(made, 0.2f * float(young));
            enlargeHead(made, 0.09f * float(young));
        }
        return made;
    };
    MorphedBody body = make();
    float floor = 0;
    double natural = statureDm(data, body, &floor) * 0.1;
    const double wanted = design.heightM > 0 ? design.heightM : natural;
    if (std::abs(wanted / natural - 1) > 0.06) {
        // Long bodies are not big ones: the height targets keep the head's size, so they come before plain scaling.
        const double perUnit = wanted < natural ? 0.73 : 1.45;
        sliders.height = std::clamp(0.5 + (wanted - natural) / perUnit, 0.25, 0.75);
        body = make();
        natural = statureDm(data, body, &floor) * 0.1;
    }
    const double scale = wanted / natural;
    SizedBody out;
    out.scale = scale;
    out.stature = wanted;
    const auto metres = [&](const glm::vec3& p) { return (p - glm::vec3(0, floor, 0)) * float(0.1 * scale); };
    for (const auto& p : body.vertices)
        out.vertices.push_back(metres(p));
    for (std::size_t j = 0; j < out.joints.size(); ++j)
        out.joints[j] = metres(body.joints[j]);
    return out;
}

} // namespace rushes::figures
