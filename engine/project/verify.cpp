// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/store.h"

#include <map>
#include <optional>
#include <set>

namespace rushes::project {
namespace {

namespace fs = std::filesystem;

/// Media names that something in the film uses, with what uses them.
std::map<std::string, std::string> usedMedia(const Project& project) {
    std::map<std::string, std::string> used;
    const auto use = [&](const std::string& name, const std::string& by) {
        if (!name.empty()) used.emplace(name, by);
    };
    const auto numberOf = [&](ShotId id) {
        const Shot* shot = project.shots.find(id);
        return shot ? shot->number : std::string("the film");
    };
    for (const auto& [id, take] : project.takes) use(take.media, "take " + std::to_string(take.number) + " of " + numberOf(take.shot));
    for (const auto& [id, reference] : project.references) use(reference.media, "a reference of " + numberOf(reference.shot));
    for (const auto& [id, panel] : project.panels) use(panel.media, "a panel of " + numberOf(panel.shot));
    for (const auto& [id, clip] : project.clips) use(clip.media, "a clip");
    return used;
}

/// What is wrong with one file, or nothing.
std::optional<std::string> checkFile(const MediaFolder& media, const MediaFile& file) {
    const fs::path path = media.pathOf(file.name);
    std::error_code code;
    if (!fs::exists(path, code)) return "media/" + file.name + " is missing";
    const auto size = std::int64_t(fs::file_size(path, code));
    if (size != file.bytes) return "media/" + file.name + " has " + std::to_string(size) + " bytes instead of " + std::to_string(file.bytes);
    const auto hash = contentHash(path);
    if (!hash) return hash.error().text();
    if (!file.name.starts_with(*hash)) return "media/" + file.name + " has other content than when it was made";
    return std::nullopt;
}

void checkLinks(const Project& project, std::vector<Finding>& findings) {
    for (const auto& [id, shot] : project.shots) {
        const Take* circled = project.takes.find(shot.circled);
        if (shot.circled && (!circled || circled->shot != id)) findings.push_back({true, "Shot " + shot.number + " circles a take that is not its own"});
        for (const auto character : shot.characters)
            if (!project.characters.contains(character)) findings.push_back({true, "Shot " + shot.number + " names a character that is not there"});
    }
}

} // namespace

Result<std::vector<Finding>> ProjectStore::verify(const ProgressSink& progress) const {
    std::vector<Finding> findings;
    const auto damage = m_database->check(false);
    if (!damage) return fail(damage.error());
    for (const auto& line : *damage) findings.push_back({true, "project.db: " + line});
    const auto keys = m_database->query("PRAGMA foreign_key_check", {}, [&](const Row& row) {
        findings.push_back({true, "project.db: row " + std::to_string(row.integer(1)) + " of " + row.text(0) + " points to a missing row of " + row.text(2)});
    });
    if (!keys) return fail(keys.error());
    checkLinks(m_project, findings);

    const auto used = usedMedia(m_project);
    std::set<std::string> known;
    std::int64_t done = 0;
    for (const auto& [id, file] : m_project.media) {
        known.insert(file.name);
        const auto user = used.find(file.name);
        // A file that nothing shows may belong to a step that can be redone; missing, it is still worth a word.
        if (const auto bad = checkFile(m_media, file)) findings.push_back({user != used.end(), *bad + (user != used.end() ? ", needed by " + user->second : "")});
        if (progress) progress({++done, std::int64_t(m_project.media.size()), std::nullopt, "Checking media"});
    }
    for (const auto& [name, by] : used)
        if (!known.contains(name)) findings.push_back({true, "media/" + name + ", needed by " + by + ", was never recorded"});

    std::error_code code;
    for (const auto& entry : fs::directory_iterator(m_media.path(), code))
        if (!known.contains(entry.path().filename().string())) findings.push_back({false, entry.path().filename().string() + " in media/ belongs to nothing"});
    return findings;
}

} // namespace rushes::project
