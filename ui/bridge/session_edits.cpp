// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// The part of Session that edits and shoots: each function is one command.
#include "engine/base/paths.h"
#include "engine/edit/script_import.h"
#include "engine/edit/take_commands.h"
#include "engine/models/import.h"
#include "engine/models/model_file.h"
#include "engine/sets/set_library.h"
#include "engine/shoot/make_shot_request.h"
#include "ui/bridge/background.h"
#include "ui/bridge/session.h"
#include "ui/bridge/words.h"

#include <algorithm>

namespace rushes::ui {

void Session::check(const Result<void>& result) {
    if (!result) Q_EMIT failed(result.error());
}

void Session::patch(project::ShotId shot, const edit::ShotPatch& patch, const std::string& mergeKey, const std::string& label) {
    if (m_editor && film().shots.contains(shot)) check(edit::setShot(*m_editor, shot, patch, mergeKey, label));
}

void Session::endMerge() {
    if (m_editor) m_editor->endMerge();
}

void Session::addShot() {
    if (!m_editor) return;
    edit::NewShot fresh;
    fresh.after = m_selected;
    const auto added = edit::addShot(*m_editor, fresh);
    if (added) select(*added);
    else Q_EMIT failed(added.error());
}

void Session::duplicateShot() {
    const project::Shot* original = shot();
    if (!m_editor || original == nullptr) return;
    edit::NewShot fresh;
    fresh.after = original->id;
    fresh.scene = original->scene;
    auto& fields = fresh.fields;
    fields.prompt = original->prompt;
    fields.size = original->size;
    fields.angle = original->angle;
    fields.lensMm = original->lensMm;
    fields.move = original->move;
    fields.frames = original->frames;
    fields.generator = original->generator;
    fields.seed = original->seed;
    fields.settingsJson = original->settingsJson;
    fields.dialogue = original->dialogue;
    std::vector<std::string> characters;
    for (const auto id : original->characters)
        if (const auto* character = film().characters.find(id)) characters.push_back(character->name);
    fields.characters = characters;
    if (const auto* location = film().locations.find(original->location)) fields.location = location->name;
    const auto added = edit::addShot(*m_editor, fresh);
    if (added) select(*added);
    else Q_EMIT failed(added.error());
}

void Session::deleteSelected() {
    if (!m_editor || !m_selected) return;
    std::vector<project::ShotId> shots(m_alsoSelected.begin(), m_alsoSelected.end());
    shots.push_back(m_selected);
    const QString what = shots.size() == 1 ? tr("Shot %1 is gone").arg(qs(shot()->number)) : tr("%1 shots are gone").arg(shots.size());
    const auto removed = edit::removeShots(*m_editor, shots);
    if (removed) Q_EMIT told(what, tr("Undo (Ctrl+Z) brings it back with its takes"));
    else Q_EMIT failed(removed.error());
}

void Session::moveShots(const std::vector<project::ShotId>& shots, project::ShotId after) {
    if (m_editor) check(edit::moveShots(*m_editor, shots, after));
}

void Session::circle(project::TakeId take) {
    const auto* row = film().takes.find(take);
    if (!m_editor || row == nullptr) return;
    const auto* shot = film().shots.find(row->shot);
    const bool off = shot != nullptr && shot->circled == take;
    check(edit::circleTake(*m_editor, row->shot, off ? project::TakeId{} : take));
}

void Session::removeTake(project::TakeId take) {
    if (!m_editor) return;
    const auto* row = film().takes.find(take);
    if (row == nullptr) return;
    const QString what = tr("Take %1 is gone").arg(row->number);
    const auto removed = edit::removeTake(*m_editor, take);
    if (removed) Q_EMIT told(what, tr("Undo (Ctrl+Z) brings it back; its media file stays"));
    else Q_EMIT failed(removed.error());
}

void Session::addReference(project::ShotId shot, const QString& file, const QString& role, const QString& subject) {
    if (!m_editor) return;
    // Copying and hashing run on a worker; the row comes when the file is safe.
    const auto folder = m_store->media();
    inBackground(
        this, [folder, file] { return std::make_shared<Result<project::MediaFile>>(folder.import(file.toStdString())); },
        [this, shot, role, subject](const std::shared_ptr<Result<project::MediaFile>>& media) {
            if (!*media || !m_editor) {
                if (!*media) Q_EMIT failed(media->error());
                return;
            }
            const auto recorded = m_store->recordMedia(**media);
            if (!recorded) {
                Q_EMIT failed(recorded.error());
                return;
            }
            edit::ReferencePatch fields;
            fields.role = role.toStdString();
            fields.media = recorded->name;
            if (!subject.isEmpty()) fields.subject = subject.toStdString();
            const auto added = edit::addReference(*m_editor, shot, fields);
            if (!added) Q_EMIT failed(added.error());
        });
}

namespace {

/// On a worker: the file converted, and safe in the project's folder.
struct KeptModel {
    project::MediaFile media;
    QString note;
};

Result<KeptModel> keepModel(const project::MediaFolder& folder, const std::string& file, const std::string& role, const std::string& subject) {
    models::FitOptions fit;
    fit.use = role == "figure_model" ? models::Use::figure : role == "prop_model" ? models::Use::prop : models::Use::place;
    if (fit.use == models::Use::prop)
        if (const auto sets = sets::SetLibrary::load())
            if (const auto match = (*sets)->propFor(subject))
                if (const auto prop = (*sets)->prop(match->name)) fit.expected = (*prop)->size;
    const auto model = models::importModel(file, fit);
    if (!model) return fail(model.error());
    const auto part = folder.temporary("model", std::string(models::fileExtension));
    if (auto written = writeFileAtomically(part, models::encode(*model)); !written) return fail(written.error());
    auto media = folder.adopt(part);
    if (!media) return fail(media.error());
    return KeptModel{std::move(*media), model->notes.empty() ? QString() : qs(model->notes.back())};
}

} // namespace

void Session::addModel(const QString& file, const QString& role, const QString& subject) {
    if (!m_editor) return;
    const auto folder = m_store->media();
    const auto as = role.toStdString(), name = subject.toStdString();
    inBackground(
        this, [folder, file, as, name] { return std::make_shared<Result<KeptModel>>(keepModel(folder, file.toStdString(), as, name)); },
        [this, as, name](const std::shared_ptr<Result<KeptModel>>& kept) {
            if (!*kept) {
                Q_EMIT failed(kept->error());
                return;
            }
            if (!m_editor) return;
            const auto recorded = m_store->recordMedia((*kept)->media);
            const auto added = recorded ? edit::addModel(*m_editor, {as, name, recorded->name}) : Result<project::ReferenceId>(fail(recorded.error()));
            if (added) Q_EMIT told(tr("The model stands for %1 in every shot").arg(qs(name)), (*kept)->note);
            else Q_EMIT failed(added.error());
        });
}

void Session::setReference(project::ReferenceId reference, const QString& role, const QString& subject) {
    if (!m_editor) return;
    edit::ReferencePatch fields;
    fields.role = role.toStdString();
    fields.subject = subject.toStdString();
    check(edit::setReference(*m_editor, reference, fields));
}

void Session::removeReference(project::ReferenceId reference) {
    if (m_editor) check(edit::removeReference(*m_editor, reference));
}

void Session::addNote(const QString& text) {
    if (!m_editor || !m_selected || text.trimmed().isEmpty()) return;
    edit::NotePatch fields;
    fields.text = text.trimmed().toStdString();
    fields.author = qEnvironmentVariable("USER", tr("Director")).toStdString();
    fields.atFrame = std::max<std::int64_t>(0, m_player->position() - std::max<std::int64_t>(0, startOf(m_selected)));
    const auto* take = project::chosenTake(film(), m_selected);
    const auto added = edit::addNote(*m_editor, m_selected, fields, take != nullptr ? take->id : project::TakeId{});
    if (!added) Q_EMIT failed(added.error());
}

void Session::setNoteDone(project::NoteId note, bool done) {
    edit::NotePatch fields;
    fields.done = done;
    if (m_editor) check(edit::setNote(*m_editor, note, fields));
}

void Session::undo() {
    if (m_editor && !undoLabel().isEmpty()) check(m_editor->undo());
}

void Session::redo() {
    if (m_editor && !redoLabel().isEmpty()) check(m_editor->redo());
}

QString Session::undoLabel() const { return m_editor ? qs(m_editor->undoLabel()) : QString(); }
QString Session::redoLabel() const { return m_editor ? qs(m_editor->redoLabel()) : QString(); }

bool Session::addJob(project::ShotId shot, const Result<generate::ShotRequest>& request) {
    if (!request) {
        Q_EMIT failed(request.error());
        return false;
    }
    if (!m_queue) return false;
    const auto job = m_queue->queue().add(shot, *request);
    if (!job) Q_EMIT failed(job.error());
    else m_queue->queue().start();
    return job.has_value();
}

void Session::shoot(const std::vector<project::ShotId>& shots) {
    for (const auto shot : shots)
        if (!addJob(shot, shoot::makeShotRequest(film(), shot))) return;
}

void Session::shootSelected() {
    if (!m_selected) return;
    std::vector<project::ShotId> shots{m_selected};
    for (const auto id : m_alsoSelected) shots.push_back(id);
    shoot(shots);
}

void Session::carryOn() {
    if (m_queue) m_queue->queue().start();
}

void Session::shootMissing() {
    if (sequence() == nullptr || !m_queue) return;
    const bool waited = m_queue->waiting() > 0;
    if (waited) carryOn();
    std::vector<project::ShotId> shots;
    for (const auto* shot : film().shots.of(sequence()->id)) {
        const auto* job = m_queue->jobOf(shot->id);
        const bool under = job != nullptr && job->state != shoot::JobState::failed;
        if (film().takes.countOf(shot->id) == 0 && !under) shots.push_back(shot->id);
    }
    if (shots.empty() && waited) return;
    if (shots.empty()) Q_EMIT told(tr("Every shot has a take"), tr("Ctrl+Return shoots another take of the selected one"));
    else shoot(shots);
}

void Session::shootAgain(project::TakeId take) {
    const auto* row = film().takes.find(take);
    if (row != nullptr) addJob(row->shot, shoot::requestOfTake(film(), take));
}

} // namespace rushes::ui
