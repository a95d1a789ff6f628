// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/cut.h"

#include <algorithm>

namespace rushes::project {
namespace {

/// Lays clips end to end.
class CutBuilder {
public:
    CutBuilder(const Project& project, Cut& cut) : m_project(project), m_cut(cut) {}

    void addShot(const Shot& shot) {
        const Take* take = chosenTake(m_project, shot.id);
        add({shot.id, take ? take->id : TakeId{}, take ? PanelId{} : firstPanel(shot.id), {}}, 0, shot.frames);
    }

    void addClip(const Clip& clip) {
        const Shot* shot = m_project.shots.find(clip.shot);
        const std::int64_t whole = shot ? shot->frames : 0;
        const std::int64_t frames = clip.frames > 0 ? clip.frames : whole - clip.sourceStart;
        if (frames <= 0) return;
        const Take* take = clip.take ? m_project.takes.find(clip.take) : nullptr;
        if (!take && !clip.panel) take = chosenTake(m_project, clip.shot);
        const PanelId panel = take ? PanelId{} : (clip.panel ? clip.panel : firstPanel(clip.shot));
        add({clip.shot, take ? take->id : TakeId{}, panel, clip.id}, clip.sourceStart, frames);
    }

private:
    PanelId firstPanel(ShotId shot) const {
        for (const Panel* panel : m_project.panels.of(shot))
            if (!panel->media.empty()) return panel->id;
        return {};
    }

    void add(CutClip clip, std::int64_t sourceStart, std::int64_t frames) {
        clip.range = {{m_at, m_cut.rate}, {frames, m_cut.rate}};
        clip.source = {{sourceStart, m_cut.rate}, {frames, m_cut.rate}};
        m_at += frames;
        m_cut.clips.push_back(clip);
    }

    const Project& m_project;
    Cut& m_cut;
    std::int64_t m_at = 0;
};

} // namespace

time::RationalTime Cut::duration() const { return clips.empty() ? time::RationalTime{0, rate} : clips.back().range.endExclusive(); }

int Cut::clipAt(const time::RationalTime& time) const {
    const auto after = std::upper_bound(clips.begin(), clips.end(), time, [](const auto& t, const CutClip& clip) { return t < clip.range.start; });
    if (after == clips.begin() || !(after - 1)->range.contains(time)) return -1;
    return int(after - clips.begin()) - 1;
}

const Track* pictureTrack(const Project& project, SequenceId sequence) {
    for (const Track* track : project.tracks.of(sequence))
        if (track->kind == TrackKind::picture) return track;
    return nullptr;
}

Cut cutOf(const Project& project, SequenceId id) {
    const Sequence* sequence = id ? project.sequences.find(id) : mainSequence(project);
    if (!sequence) return {};
    Cut cut{sequence->id, sequence->rate, sequence->start(), sequence->width, sequence->height, {}};
    CutBuilder builder(project, cut);
    const Track* track = pictureTrack(project, sequence->id);
    if (track && project.clips.countOf(track->id) > 0) {
        for (const Clip* clip : project.clips.of(track->id)) builder.addClip(*clip);
    } else {
        for (const Shot* shot : project.shots.of(sequence->id)) builder.addShot(*shot);
    }
    return cut;
}

} // namespace rushes::project
