// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/session.h"

#include "engine/edit/script_import.h"
#include "engine/playback/project_cut.h"
#include "engine/shoot/make_shot_request.h"
#include "ui/bridge/background.h"
#include "ui/bridge/recent.h"
#include "ui/bridge/words.h"

#include <algorithm>

namespace rushes::ui {

Session::Session(SessionOptions options, QObject* parent)
    : QObject(parent), m_generators(std::move(options.generators)), m_player(new PlayerObject(options.sound, this)),
      m_thumbnails(new Thumbnails(this)), m_planner(new Planner(m_generators, this)), m_reader(new PromptReader(this)),
      m_freshness(new Freshness(this)) {
    connect(m_player, &PlayerObject::moved, this, &Session::followPlayhead);
    connect(m_player, &PlayerObject::stateChanged, this, [this] { followPlayhead(m_player->position()); });
}

Session::~Session() { close(); }

const project::Project& Session::film() const {
    static const project::Project none;
    return m_store ? m_store->project() : none;
}

const project::Sequence* Session::sequence() const { return project::mainSequence(film()); }

QString Session::title() const {
    const auto* sequence = this->sequence();
    if (sequence != nullptr && !sequence->name.empty()) return qs(sequence->name);
    return qs(film().folder.stem().string());
}

time::FrameRate Session::rate() const { return sequence() != nullptr ? sequence()->rate : time::rate24; }

reading::Names Session::names() const {
    reading::Names names;
    for (const auto& [id, character] : film().characters) {
        reading::CastName name;
        name.name = character.name;
        name.description = character.description;
        names.cast.push_back(std::move(name));
    }
    for (const auto& [id, location] : film().locations) names.locations.push_back({location.name, location.description});
    return names;
}

void Session::adopt(std::unique_ptr<project::ProjectStore> store) {
    close();
    m_store = std::move(store);
    m_editor = std::make_unique<edit::Editor>(*m_store);
    m_changesConnection = m_editor->changed().connect([this](const edit::Changes& changes) { onChanges(changes); });
    auto queue = QueueObject::create(*m_store, *m_editor, m_generators);
    if (queue) {
        m_queue = std::move(*queue);
        connect(m_queue.get(), &QueueObject::changed, this, &Session::queueChanged);
        connect(m_queue.get(), &QueueObject::liveFrameCame, this, &Session::liveFrame);
        connect(m_queue.get(), &QueueObject::failed, this, &Session::failed);
        connect(m_queue.get(), &QueueObject::takeMade, this, [this](project::TakeId take) {
            const auto* row = film().takes.find(take); // what was just shot is what one wants to see
            if (row != nullptr && row->shot == m_selected && !m_player->playing()) viewTake(take);
        });
    } else {
        Q_EMIT failed(queue.error());
    }
    m_freshness->watch(&m_store->project());
    rebuildCut();
    const auto shots = sequence() != nullptr ? film().shots.of(sequence()->id) : std::vector<const project::Shot*>{};
    if (!shots.empty()) m_selected = shots.front()->id;
    Q_EMIT opened();
    Q_EMIT selectionChanged();
    for (const auto& warning : m_store->warnings()) Q_EMIT told(qs(warning), {});
    if (m_queue && m_queue->waiting() > 0) Q_EMIT shotsWait(m_queue->waiting());
    rememberPoster();
}

void Session::close() {
    if (!m_store) return;
    rememberPoster();
    m_player->pause();
    m_player->clearMarks();
    m_player->setSource(nullptr);
    m_freshness->watch(nullptr);
    m_queue.reset();
    m_changesConnection.disconnect();
    m_editor.reset();
    m_store.reset();
    m_cut = {};
    m_clips = {};
    m_selected = {};
    m_alsoSelected.clear();
    m_viewed = {};
    Q_EMIT closed();
}

void Session::onChanges(const edit::Changes& changes) {
    const auto& shots = changes.of<project::Shot>();
    const auto& takes = changes.of<project::Take>();
    if (m_viewed && !film().takes.contains(m_viewed)) m_viewed = {};
    const bool structure = shots.any() || changes.of<project::ScriptScene>().any() || changes.of<project::Sequence>().any();
    if (structure || takes.any() || changes.of<project::Clip>().any() || changes.of<project::Panel>().any()) {
        const std::int64_t into = m_player->position() - startOf(m_selected);
        const bool inside = m_clips.clipAt({m_player->position(), m_clips.rate}) >= 0 && startOf(m_selected) >= 0;
        rebuildCut();
        if (inside && !m_player->playing()) stayInSelected(into);
    }
    keepSelectionValid();
    std::vector<project::ShotId> touched(shots.changed);
    for (const auto id : takes.added)
        if (const auto* take = film().takes.find(id)) touched.push_back(take->shot);
    const bool everything = takes.removed.size() + changes.of<project::Reference>().removed.size() > 0 || changes.of<project::Character>().any() ||
                            changes.of<project::Location>().any() || changes.of<project::Reference>().any() || touched.size() > 100;
    if (everything) m_freshness->lookAgain();
    else if (!touched.empty()) m_freshness->lookAgain(touched);
    if (structure) Q_EMIT structureChanged();
    Q_EMIT changed();
}

/// The playhead goes along with the shot that is being worked on when shots before it come, go or move.
void Session::stayInSelected(std::int64_t into) {
    const std::int64_t start = startOf(m_selected);
    const auto* shot = this->shot();
    if (start < 0 || shot == nullptr || into < 0 || into >= shot->frames || m_player->position() == start + into) return;
    m_following = true;
    m_player->seek(start + into);
    m_following = false;
}

void Session::rebuildCut() {
    m_clips = project::cutOf(film());
    m_cut = playback::cutOfProject(film(), {}, m_viewed);
    m_player->setSource(m_cut.items.empty() ? nullptr : playback::makeCutSource(m_cut));
}

void Session::keepSelectionValid() {
    std::erase_if(m_alsoSelected, [this](auto id) { return !film().shots.contains(id); });
    if (m_selected && film().shots.contains(m_selected)) return;
    const int at = m_clips.clips.empty() ? -1 : m_clips.clipAt({m_player->position(), m_clips.rate});
    project::ShotId next;
    for (int i = std::max(at, 0); i < int(m_clips.clips.size()) && !next; ++i)
        if (film().shots.contains(m_clips.clips[i].shot)) next = m_clips.clips[i].shot;
    if (!next && sequence() != nullptr) {
        const auto shots = film().shots.of(sequence()->id);
        if (!shots.empty()) next = shots.back()->id;
    }
    m_selected = next;
    m_viewed = {};
    Q_EMIT selectionChanged();
}

const project::Shot* Session::shot() const { return film().shots.find(m_selected); }

std::int64_t Session::startOf(project::ShotId shot) const {
    for (const auto& clip : m_clips.clips)
        if (clip.shot == shot) return clip.range.start.value;
    return -1;
}

void Session::select(project::ShotId shot, bool seek) {
    const bool hadOthers = !m_alsoSelected.empty();
    m_alsoSelected.clear();
    const bool other = shot != m_selected;
    if (other) {
        m_selected = shot;
        if (m_viewed) {
            m_viewed = {};
            rebuildCut();
        }
    }
    if (seek && startOf(shot) >= 0) {
        const bool following = m_following;
        m_following = true;
        m_player->seek(startOf(shot));
        m_following = following;
    }
    if (other || hadOthers) Q_EMIT selectionChanged();
}

void Session::toggleSelected(project::ShotId shot) {
    if (shot == m_selected) return;
    if (m_alsoSelected.contains(shot)) m_alsoSelected.erase(shot);
    else m_alsoSelected.insert(shot);
    Q_EMIT selectionChanged();
}

void Session::selectNext(int by) {
    if (sequence() == nullptr) return;
    const auto shots = film().shots.of(sequence()->id);
    const auto at = std::find_if(shots.begin(), shots.end(), [this](const auto* shot) { return shot->id == m_selected; });
    if (at == shots.end()) return;
    const auto next = std::clamp<std::ptrdiff_t>(at - shots.begin() + by, 0, std::ptrdiff_t(shots.size()) - 1);
    select(shots[std::size_t(next)]->id);
}

void Session::viewTake(project::TakeId take) {
    if (take == m_viewed) return;
    m_viewed = take;
    rebuildCut();
    Q_EMIT selectionChanged();
}

/// The selection goes with the playhead, but not while it runs: then the inspector would flicker past every shot.
void Session::followPlayhead(std::int64_t frame) {
    if (m_following || m_player->playing() || m_clips.clips.empty()) return;
    const int at = m_clips.clipAt({frame, m_clips.rate});
    if (at < 0) return;
    const auto shot = m_clips.clips[std::size_t(at)].shot;
    if (!shot || shot == m_selected) return;
    m_following = true;
    select(shot, false);
    m_following = false;
}

void Session::rememberPoster() {
    if (!m_store) return;
    RecentFilm entry;
    entry.folder = qs(film().folder.string());
    entry.title = title();
    entry.shots = int(film().shots.size());
    entry.seconds = m_clips.duration().seconds();
    entry.opened = QDateTime::currentDateTime();
    QImage picture;
    if (sequence() != nullptr) {
        for (const auto* shot : film().shots.of(sequence()->id)) {
            const auto* take = project::chosenTake(film(), shot->id);
            if (take == nullptr) continue;
            picture = m_thumbnails->picture(project::mediaPath(film(), take->media), take->frames / 3);
            break;
        }
    }
    rememberFilm(entry, picture);
}

} // namespace rushes::ui
