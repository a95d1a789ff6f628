// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/script_match.h"

#include "engine/edit/fields.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace rushes::edit {

using namespace project;

namespace {

// From here on two texts are the same thing, rewritten: half of their different words are shared.
constexpr double alike = 0.5;
// Comparing every old shot with every new one gets too slow for a scene of thousands.
constexpr std::size_t mostPairs = 250'000;

using WordSet = std::set<std::string>;

WordSet wordsOf(std::string_view text) {
    WordSet words;
    std::string word;
    for (const char c : lowerCase(text) + " ") {
        const bool inside = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
        if (inside) word += c;
        else if (!word.empty()) words.insert(std::exchange(word, {}));
    }
    return words;
}

/// Jaccard index: shared words over all words.
double likeness(const WordSet& a, const WordSet& b) {
    const auto shared = std::count_if(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); });
    const auto all = std::ptrdiff_t(a.size() + b.size()) - shared;
    return all > 0 ? double(shared) / double(all) : 1.0;
}

/// A scene or shot of either side, by what it is found again with.
struct Item {
    std::string exact;  ///< all of its words
    std::string prompt; ///< what the breakdown said
    WordSet words;
};

std::string spoken(const std::vector<DialogueLine>& lines) {
    std::string out;
    for (const auto& line : lines) out += "\n" + line.character + ": " + line.text;
    return out;
}

Item itemOf(const std::string& prompt, const std::vector<DialogueLine>& dialogue) {
    const std::string all = prompt + spoken(dialogue);
    return {all, prompt, wordsOf(all)};
}

std::string headingKey(std::string_view heading) {
    std::string out;
    for (const auto& word : splitTrimmed(lowerCase(heading), ' ')) out += word + " ";
    return out;
}

/// Finds old things for new ones, pass by pass; each old one is given out once.
class Matcher {
public:
    Matcher(std::size_t news, std::size_t olds) : m_oldOf(news, none), m_taken(olds, false) {}

    static constexpr std::size_t none = std::size_t(-1);

    /// Pairs those with the same key, in order. Empty keys match nothing.
    void byKey(const std::vector<std::size_t>& news, const std::vector<std::size_t>& olds, const std::function<std::string(std::size_t)>& newKey,
               const std::function<std::string(std::size_t)>& oldKey) {
        std::map<std::string, std::vector<std::size_t>> free;
        for (const auto o : olds)
            if (!m_taken[o]) free[oldKey(o)].push_back(o);
        for (auto& [key, list] : free) std::reverse(list.begin(), list.end());
        for (const auto n : news) {
            if (m_oldOf[n] != none) continue;
            const std::string key = newKey(n);
            const auto found = key.empty() ? free.end() : free.find(key);
            if (found == free.end() || found->second.empty()) continue;
            pair(n, found->second.back());
            found->second.pop_back();
        }
    }

    /// Pairs what is left by likeness of words: for each new one in order the likest old one that is free.
    void byLikeness(const std::vector<std::size_t>& news, const std::vector<std::size_t>& olds, const std::vector<Item>& newItems,
                    const std::vector<Item>& oldItems) {
        if (news.size() * olds.size() > mostPairs) return;
        for (const auto n : news) {
            if (m_oldOf[n] != none) continue;
            double best = alike;
            std::size_t found = none;
            for (const auto o : olds) {
                if (m_taken[o]) continue;
                const double like = likeness(newItems[n].words, oldItems[o].words);
                if (like > best || (like == best && found == none)) best = like, found = o;
            }
            if (found != none) pair(n, found);
        }
    }

    std::size_t oldOf(std::size_t n) const { return m_oldOf[n]; }

private:
    void pair(std::size_t n, std::size_t o) {
        m_oldOf[n] = o;
        m_taken[o] = true;
    }

    std::vector<std::size_t> m_oldOf;
    std::vector<bool> m_taken;
};

std::vector<std::size_t> upTo(std::size_t n) {
    std::vector<std::size_t> out(n);
    for (std::size_t i = 0; i < n; ++i) out[i] = i;
    return out;
}

/// Both sides of an import, laid out for matching.
struct Sides {
    std::vector<const ScriptScene*> oldScenes;
    std::vector<const Shot*> oldShots; ///< planned ones only
    std::vector<Item> oldItems, newItems;
    std::vector<std::vector<std::size_t>> oldShotsOfScene, newShotsOfScene; ///< one more than scenes: those of none

    Sides(const Project& film, SequenceId sequence, const ScriptImport& script) : oldScenes(film.scenes.of(sequence)) {
        std::map<ScriptSceneId, std::size_t> sceneIndex;
        for (std::size_t i = 0; i < oldScenes.size(); ++i) sceneIndex[oldScenes[i]->id] = i;
        oldShotsOfScene.resize(oldScenes.size() + 1);
        newShotsOfScene.resize(script.scenes.size() + 1);
        for (const Shot* shot : film.shots.of(sequence)) {
            if (shot->source != ShotSource::script) continue;
            const auto scene = sceneIndex.find(shot->scene);
            oldShotsOfScene[scene == sceneIndex.end() ? oldScenes.size() : scene->second].push_back(oldShots.size());
            oldShots.push_back(shot);
            oldItems.push_back(itemOf(shot->planned, shot->dialogue));
        }
        for (std::size_t i = 0; i < script.shots.size(); ++i) {
            const int scene = script.shots[i].scene;
            newShotsOfScene[scene < 0 ? script.scenes.size() : std::size_t(scene)].push_back(i);
            newItems.push_back(itemOf(script.shots[i].prompt, script.shots[i].dialogue));
        }
    }

    static Item sceneItem(const std::vector<std::size_t>& shots, const std::vector<Item>& items) {
        Item out;
        for (const auto i : shots) {
            out.exact += items[i].exact + "\n";
            out.words.insert(items[i].words.begin(), items[i].words.end());
        }
        return out;
    }
};

Matcher matchScenes(const Sides& sides, const ScriptImport& script) {
    std::vector<Item> olds, news;
    for (std::size_t i = 0; i < sides.oldScenes.size(); ++i) olds.push_back(Sides::sceneItem(sides.oldShotsOfScene[i], sides.oldItems));
    for (std::size_t i = 0; i < script.scenes.size(); ++i) news.push_back(Sides::sceneItem(sides.newShotsOfScene[i], sides.newItems));
    const auto oldHeading = [&](std::size_t i) { return headingKey(sides.oldScenes[i]->heading); };
    const auto newHeading = [&](std::size_t i) { return headingKey(script.scenes[i].heading); };
    const auto allNew = upTo(news.size()), allOld = upTo(olds.size());
    Matcher matcher(news.size(), olds.size());
    matcher.byKey(allNew, allOld, [&](auto i) { return newHeading(i) + "\n" + news[i].exact; }, [&](auto i) { return oldHeading(i) + "\n" + olds[i].exact; });
    matcher.byKey(allNew, allOld, [&](auto i) { return script.scenes[i].number + "\n" + newHeading(i); },
                  [&](auto i) { return sides.oldScenes[i]->number + "\n" + oldHeading(i); });
    matcher.byKey(allNew, allOld, newHeading, oldHeading);
    // A scene without shots is like any other without; only words tell.
    std::vector<std::size_t> newWithWords, oldWithWords;
    for (const auto i : allNew)
        if (!news[i].words.empty()) newWithWords.push_back(i);
    for (const auto i : allOld)
        if (!olds[i].words.empty()) oldWithWords.push_back(i);
    matcher.byLikeness(newWithWords, oldWithWords, news, olds);
    return matcher;
}

} // namespace

ScriptMatch matchScript(const Project& film, SequenceId sequence, const ScriptImport& script) {
    const Sides sides(film, sequence, script);
    const Matcher scenes = matchScenes(sides, script);
    Matcher shots(sides.newItems.size(), sides.oldItems.size());
    const auto newExact = [&](std::size_t i) { return sides.newItems[i].exact; };
    const auto oldExact = [&](std::size_t i) { return sides.oldItems[i].exact; };
    for (std::size_t s = 0; s <= script.scenes.size(); ++s) {
        const bool outside = s == script.scenes.size();
        if (!outside && scenes.oldOf(s) == Matcher::none) continue;
        const auto& olds = sides.oldShotsOfScene[outside ? sides.oldScenes.size() : scenes.oldOf(s)];
        const auto& news = sides.newShotsOfScene[s];
        shots.byKey(news, olds, newExact, oldExact);
        shots.byKey(news, olds, [&](auto i) { return sides.newItems[i].prompt; }, [&](auto i) { return sides.oldItems[i].prompt; });
        shots.byLikeness(news, olds, sides.newItems, sides.oldItems);
    }
    shots.byKey(upTo(sides.newItems.size()), upTo(sides.oldItems.size()), newExact, oldExact);

    ScriptMatch match;
    for (std::size_t i = 0; i < script.scenes.size(); ++i)
        match.scenes.push_back(scenes.oldOf(i) == Matcher::none ? ScriptSceneId{} : sides.oldScenes[scenes.oldOf(i)]->id);
    for (std::size_t i = 0; i < script.shots.size(); ++i)
        match.shots.push_back(shots.oldOf(i) == Matcher::none ? ShotId{} : sides.oldShots[shots.oldOf(i)]->id);
    return match;
}

} // namespace rushes::edit
