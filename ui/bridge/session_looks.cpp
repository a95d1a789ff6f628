// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// The part of Session that is about painted frames and kept looks: each function is one command.
#include "engine/shoot/make_shot_request.h"
#include "ui/bridge/session.h"
#include "ui/bridge/words.h"

#include <algorithm>

namespace rushes::ui {

bool Session::takePaintedFrame(project::ShotId shot, std::int64_t frame, const project::MediaFile& media, const QString& more) {
    const auto* row = m_editor ? film().shots.find(shot) : nullptr;
    if (row == nullptr) return false;
    const QString number = qs(row->number);
    const auto before = m_store->generation();
    const auto recorded = m_store->recordMedia(media);
    const auto taken = recorded ? edit::takePaintedFrame(*m_editor, shot, {recorded->name, frame, {}, {}}) : Result<project::ReferenceId>(fail(recorded.error()));
    if (!taken) {
        Q_EMIT failed(taken.error());
        return false;
    }
    if (m_store->generation() == before) return false;
    Q_EMIT told(tr("Painted frame %1 is the look of %2 now").arg(frame).arg(number), more.isEmpty() ? tr("Undo (Ctrl+Z) takes it out again") : more);
    return true;
}

bool Session::keepLook(const project::MediaFile& media, const edit::ReferencePatch& fields) {
    if (!m_editor) return false;
    const auto recorded = m_store->recordMedia(media);
    const auto added = recorded ? edit::addReference(*m_editor, project::ShotId{}, fields) : Result<project::ReferenceId>(fail(recorded.error()));
    if (!added) {
        Q_EMIT failed(added.error());
        return false;
    }
    const bool said = fields.consent && !fields.consent->empty();
    Q_EMIT told(tr("The film keeps the look %1").arg(qs(fields.subject.value_or(""))), said ? tr("Other shots can use it: Kept looks, below their references") : tr("Nothing says yet what the artist agreed to: there is a field for it below the references"));
    return true;
}

void Session::useLook(project::ShotId shot, const edit::ReferencePatch& fields) {
    if (!m_editor) return;
    const auto added = edit::addReference(*m_editor, shot, fields);
    if (!added) Q_EMIT failed(added.error());
}

void Session::sayArtist(project::ReferenceId reference, const std::optional<QString>& artist, const std::optional<QString>& consent) {
    if (!m_editor) return;
    edit::ReferencePatch fields;
    if (artist) fields.artist = artist->trimmed().toStdString();
    if (consent) fields.consent = consent->trimmed().toStdString();
    check(edit::setReference(*m_editor, reference, fields));
}

void Session::shootWithLook(project::ShotId shot) {
    const auto ids = m_generators.ids();
    if (!m_queue || std::find(ids.begin(), ids.end(), "look") == ids.end()) return;
    auto request = shoot::makeShotRequest(film(), shot);
    if (request) request->generator = "look"; // the shot's own choice stays
    const auto* job = m_queue->jobOf(shot);
    if (job != nullptr && job->state != shoot::JobState::failed) check(m_queue->queue().cancel(job->id));
    addJob(shot, request);
}

} // namespace rushes::ui
