// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/breakdown.h"

#include "engine/script/beats.h"
#include "engine/script/camera_words.h"
#include "engine/script/cast.h"
#include "engine/script/coverage.h"
#include "engine/script/letters.h"

#include <algorithm>
#include <map>
#include <set>

namespace rushes::script {

namespace {

/// A heading that is a view or a while and no place (".SNIPER SCOPE POV", ".LATER") stays where the scene before it is.
bool isPlaceless(const SceneBeats& scene) {
    if (scene.heading.empty() || !scene.info.setting.empty()) return scene.heading.empty();
    const std::string low = lowered(scene.heading);
    const bool pov = low.size() >= 3 && low.compare(low.size() - 3, 3, "pov") == 0;
    return pov || scene.info.place.empty() || startsWithCameraWords(scene.heading) ||
           low.find("title") != std::string::npos || low.find("credits") != std::string::npos ||
           low.find("montage") != std::string::npos || low.rfind("back to", 0) == 0;
}

void settlePlaces(std::vector<SceneBeats>& scenes) {
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        SceneBeats& scene = scenes[i];
        if (!isPlaceless(scene)) continue;
        const CameraReading camera = readCamera(scene.heading);
        const bool titles = lowered(scene.heading).find("title") != std::string::npos ||
                            lowered(scene.heading).find("credits") != std::string::npos;
        scene.info.place.clear();
        if (i > 0 && !titles && !scene.heading.empty()) {
            const HeadingInfo& before = scenes[i - 1].info;
            scene.info.place = before.place;
            scene.info.setting = before.setting;
            if (scene.info.timeOfDay.empty()) scene.info.timeOfDay = before.timeOfDay;
            if (scene.weather.empty()) scene.weather = scenes[i - 1].weather;
        }
        const bool pov = camera.note.pov || lowered(scene.heading).find("pov") != std::string::npos;
        if (!scene.beats.empty() && scene.beats.front().kind == Beat::Kind::action) {
            scene.beats.front().camera.fillFrom(camera.note);
            scene.beats.front().camera.pov = scene.beats.front().camera.pov || pov;
        }
    }
}

/// The script's own numbers; the others count from 1 and step aside for a number that is taken.
void numberScenes(const std::vector<SceneBeats>& scenes, Breakdown& out) {
    std::set<std::string> taken;
    for (const SceneBeats& scene : scenes)
        if (!scene.number.empty() && !taken.insert(scene.number).second)
            out.warnings.push_back({scene.firstLine, "scene number " + scene.number + " is used more than once"});
    std::set<std::string> used;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        const bool own = !scenes[i].number.empty();
        const std::string base = own ? scenes[i].number : std::to_string(i + 1);
        std::string number = base;
        for (int suffix = 0; used.contains(number) || (!own && taken.contains(number)); ++suffix)
            number = base + (suffix < 26 ? std::string(1, char('A' + suffix)) : "-" + std::to_string(suffix));
        used.insert(number);
        out.scenes[i].number = number;
    }
}

/// "12", "12A", …, "12Z", "12AA"; I and O are left out. A scene "12A" counts "12A-1", "12A-2", so that no number comes
/// twice.
std::string shotNumber(const std::string& scene, std::size_t index) {
    static constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    if (!isDigit(scene.back())) return scene + "-" + std::to_string(index + 1);
    std::string suffix;
    for (std::size_t n = index; n > 0; n = (n - 1) / letters.size())
        suffix.insert(suffix.begin(), letters[(n - 1) % letters.size()]);
    return scene + suffix;
}

/// One location for a place, two when it is seen from inside and from outside: they are two sets.
class Locations {
public:
    explicit Locations(std::vector<ScriptLocation>& list) : m_list(list) {}

    std::string of(const HeadingInfo& info) {
        if (info.place.empty()) return {};
        const std::string place = lowered(info.place), key = place + "|" + info.setting;
        if (const auto found = m_known.find(key); found != m_known.end()) return found->second;
        std::string name = info.place;
        if (!m_names.insert(place).second && !info.setting.empty()) name += " (" + info.setting + ")";
        m_known.emplace(key, name);
        if (m_listed.insert(name).second) m_list.push_back({name, info.setting});
        return name;
    }

private:
    std::vector<ScriptLocation>& m_list;
    std::map<std::string, std::string> m_known; ///< by place and setting
    std::set<std::string> m_names, m_listed;
};

void listCharacters(const Cast& cast, Breakdown& out) {
    std::vector<Cast::Person> people = cast.people();
    std::stable_sort(people.begin(), people.end(),
                     [](const Cast::Person& a, const Cast::Person& b) { return a.firstLine < b.firstLine; });
    std::set<std::string> listed;
    for (const Cast::Person& person : people)
        if (listed.insert(person.name).second) out.characters.push_back({person.name, person.description});
}

void warnOfScenes(const std::vector<SceneBeats>& scenes, Breakdown& out) {
    if (scenes.empty()) out.warnings.push_back({0, "the script has no scene: nothing was found to shoot"});
    for (const SceneBeats& scene : scenes) {
        if (scene.heading.empty()) {
            out.warnings.push_back(
                {scene.firstLine, scenes.size() == 1
                                      ? "the script has no scene heading (INT. or EXT.); it was read as one scene"
                                      : "text before the first scene heading became a scene without one"});
        } else if (scene.beats.empty() && scene.synopsis.empty() && scene.cards.empty()) {
            out.warnings.push_back(
                {scene.firstLine, "the scene \"" + scene.heading + "\" has no text; it got one shot of the place"});
        }
    }
}

} // namespace

Breakdown breakDown(const Document& document) {
    Breakdown out;
    out.title = document.titleValue("title");
    out.warnings = document.warnings;
    const Cast cast = Cast::fromDocument(document);
    std::vector<SceneBeats> scenes = readBeats(document, cast, out.warnings);
    settlePlaces(scenes);
    warnOfScenes(scenes, out);
    out.scenes.resize(scenes.size());
    numberScenes(scenes, out);
    Locations locations(out.locations);
    std::vector<std::size_t> recent;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        ScriptScene& scene = out.scenes[i];
        const SceneBeats& beats = scenes[i];
        scene.heading = beats.heading;
        scene.setting = beats.info.setting;
        scene.timeOfDay = beats.info.timeOfDay;
        scene.synopsis = beats.synopsis;
        scene.firstLine = beats.firstLine;
        scene.lastLine = std::max(beats.firstLine, beats.lastLine);
        scene.place = locations.of(beats.info);
        std::vector<ScriptShot> shots = coverScene(beats, cast, i, scene.place, recent);
        for (std::size_t k = 0; k < shots.size(); ++k) {
            shots[k].number = shotNumber(scene.number, k);
            out.shots.push_back(std::move(shots[k]));
        }
    }
    listCharacters(cast, out);
    std::stable_sort(out.warnings.begin(), out.warnings.end(),
                     [](const ScriptWarning& a, const ScriptWarning& b) { return a.line < b.line; });
    return out;
}

} // namespace rushes::script
