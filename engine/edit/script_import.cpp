// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/script_import.h"

#include "engine/edit/command_support.h"
#include "engine/edit/fields.h"
#include "engine/edit/script_match.h"
#include "engine/edit/shot_patch.h"

#include <algorithm>

namespace rushes::edit {

using namespace project;

namespace {

ShotPatch patchOf(const ScriptImport::Shot& shot) {
    ShotPatch patch;
    patch.prompt = shot.prompt;
    patch.size = shot.size;
    patch.angle = shot.angle;
    patch.lensMm = shot.lensMm;
    patch.move = shot.move;
    patch.frames = shot.frames;
    patch.characters = shot.characters;
    patch.location = shot.location;
    patch.dialogue = shot.dialogue;
    return patch;
}

bool hasNoScenes(const ScriptImport& script) { return script.scenes.empty() && script.shots.empty(); }

Error noScenes(const ScriptImport& script) {
    return {ErrorCategory::badInput, "There are no scenes in " + (script.fileName.empty() ? "the script" : script.fileName), {},
            "A scene starts with a line such as INT. KITCHEN - DAY."};
}

/// All shots' values, checked before anything is written. An outline without scenes is a start for an empty film; a film that has
/// shots would lose them to it.
Result<std::vector<ShotPatch>> checkScript(const Project& film, SequenceId sequence, const ScriptImport& script) {
    const bool blank = script.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos;
    if (hasNoScenes(script) && (blank || film.shots.countOf(sequence) > 0)) return fail(noScenes(script));
    if (auto text = checkText("script", script.text, 256u << 20); !text) return fail(text.error());
    for (const auto& scene : script.scenes)
        for (const auto* text : {&scene.number, &scene.heading, &scene.synopsis, &scene.place, &scene.timeOfDay})
            if (auto checked = checkText("scene " + scene.number, *text); !checked) return fail(checked.error());
    std::vector<ShotPatch> patches;
    for (std::size_t i = 0; i < script.shots.size(); ++i) {
        const auto& shot = script.shots[i];
        if (shot.scene < -1 || shot.scene >= int(script.scenes.size()))
            return fail(ErrorCategory::internal, "Shot " + std::to_string(i + 1) + " of the breakdown is in no scene", "Please report this with the script.");
        auto patch = checkPatch(patchOf(shot));
        if (!patch) return failBecause(patch.error(), "Line " + std::to_string(shot.lines.first) + " of the script gives a shot that cannot be used");
        patches.push_back(std::move(*patch));
    }
    return patches;
}

/// Whether removing the shot would lose work: then it stays, whatever the script says.
bool hasWork(const Project& film, ShotId shot) {
    return film.takes.countOf(shot) + film.panels.countOf(shot) + film.references.countOf(shot) + film.notes.countOf(shot) > 0;
}

/// One import, step by step. Each step writes through the transaction.
class Importer {
public:
    Importer(Transaction& transaction, const ScriptImport& script, const std::vector<ShotPatch>& patches, const Sequence& sequence)
        : m_transaction(transaction), m_film(transaction.project()), m_script(script), m_patches(patches), m_sequence(sequence),
          m_match(matchScript(m_film, sequence.id, script)), m_numbers(m_film, sequence.id) {}

    Result<ImportReport> run() {
        using Step = Result<void> (Importer::*)();
        for (const Step step : {&Importer::writeScript, &Importer::writeNames, &Importer::writeScenes, &Importer::writeShots, &Importer::removeOldShots,
                                &Importer::removeOldScenes, &Importer::orderShots, &Importer::addClips})
            if (auto done = (this->*step)(); !done) return fail(done.error());
        return m_report;
    }

private:
    Result<void> writeScript() {
        const auto scripts = m_film.scripts.of(m_sequence.id);
        if (!scripts.empty()) {
            Script script = *scripts.front();
            script.fileName = m_script.fileName;
            script.text = m_script.text;
            return m_transaction.update(script);
        }
        if (auto added = m_transaction.add(Script{{}, m_sequence.id, m_script.fileName, m_script.text}); !added) return fail(added.error());
        if (trimmed(m_script.title).empty()) return {};
        Sequence sequence = m_sequence;
        sequence.name = trimmed(m_script.title);
        return m_transaction.update(sequence);
    }

    template <class T, class Id> Result<void> describe(const Rows<T>& rows, Id id, const std::string& description) {
        T row = *m_transaction.row(rows, id);
        if (!row.description.empty() || trimmed(description).empty()) return {};
        row.description = trimmed(description);
        return m_transaction.update(row);
    }

    Result<void> writeNames() {
        for (const auto& named : m_script.characters) {
            if (trimmed(named.name).empty()) continue;
            const auto ids = charactersNamed(m_transaction, {named.name});
            if (!ids) return fail(ids.error());
            if (auto done = describe(m_film.characters, ids->front(), named.description); !done) return done;
        }
        for (const auto& named : m_script.locations) {
            if (trimmed(named.name).empty()) continue;
            const auto id = locationNamed(m_transaction, named.name);
            if (!id) return fail(id.error());
            if (auto done = describe(m_film.locations, *id, named.description); !done) return done;
        }
        return {};
    }

    Result<void> writeScenes() {
        for (std::size_t i = 0; i < m_script.scenes.size(); ++i) {
            const auto& from = m_script.scenes[i];
            const ScriptScene* before = m_film.scenes.find(m_match.scenes[i]);
            ScriptScene scene = before ? *before : ScriptScene{};
            scene.sequence = m_sequence.id;
            scene.order = orderGap * (std::int64_t(i) + 1);
            scene.number = from.number.empty() ? std::to_string(i + 1) : from.number;
            scene.heading = from.heading;
            scene.synopsis = from.synopsis;
            scene.place = from.place;
            scene.timeOfDay = from.timeOfDay;
            scene.lines = from.lines;
            ++(before ? m_report.scenesKept : m_report.scenesAdded);
            if (before) {
                if (auto written = m_transaction.update(scene); !written) return written;
            } else {
                const auto id = m_transaction.add(scene);
                if (!id) return fail(id.error());
                scene.id = *id;
            }
            m_scenes.push_back(scene);
        }
        return {};
    }

    Result<void> writeShots() {
        for (std::size_t i = 0; i < m_script.shots.size(); ++i) {
            const Shot* before = m_film.shots.find(m_match.shots[i]);
            const auto written = before ? replan(i, *before) : addPlanned(i);
            if (!written) return fail(written.error());
            m_planned.push_back(*written);
        }
        return {};
    }

    const ScriptScene* sceneOf(std::size_t i) const {
        return m_script.shots[i].scene < 0 ? nullptr : &m_scenes[std::size_t(m_script.shots[i].scene)];
    }

    Result<ShotId> addPlanned(std::size_t i) {
        Shot shot;
        shot.sequence = m_sequence.id;
        shot.scene = sceneOf(i) ? sceneOf(i)->id : ScriptSceneId{};
        shot.order = orderGap * (std::int64_t(i) + 1);
        shot.number = m_numbers.next(sceneOf(i));
        shot.generator = m_script.generator;
        shot.source = ShotSource::script;
        shot.lines = m_script.shots[i].lines;
        if (auto applied = applyPatch(m_transaction, shot, m_patches[i]); !applied) return fail(applied.error());
        shot.planned = shot.prompt;
        ++m_report.shotsAdded;
        return m_transaction.add(shot);
    }

    Result<ShotId> replan(std::size_t i, const Shot& before) {
        Shot shot = before;
        shot.scene = sceneOf(i) ? sceneOf(i)->id : ScriptSceneId{};
        shot.lines = m_script.shots[i].lines;
        shot.planned = *m_patches[i].prompt;
        if (before.isUsers()) {
            ++m_report.shotsKept; // where it stands in the script is all that is brought up to date
        } else {
            clearCamera(shot);
            const Shot cleared = before;
            if (auto applied = applyPatch(m_transaction, shot, m_patches[i]); !applied) return fail(applied.error());
            Shot same = shot;
            same.scene = cleared.scene, same.lines = cleared.lines, same.planned = cleared.planned;
            ++(same == cleared ? m_report.shotsUnchanged : m_report.shotsReplanned);
        }
        if (shot == before) return shot.id;
        if (auto written = m_transaction.update(shot); !written) return fail(written.error());
        return shot.id;
    }

    /// What the plan leaves open is open, also where it was not before.
    static void clearCamera(Shot& shot) {
        shot.size.reset();
        shot.angle.reset();
        shot.lensMm.reset();
        shot.move.reset();
    }

    Result<void> removeOldShots() {
        const std::set<ShotId> planned(m_planned.begin(), m_planned.end());
        for (const Shot* shot : m_film.shots.of(m_sequence.id)) {
            if (planned.contains(shot->id)) continue;
            if (shot->isUsers() || hasWork(m_film, shot->id)) {
                ++m_report.shotsKept;
                m_kept.push_back(shot->id);
                if (shot->source == ShotSource::script) m_report.warnings.push_back("Shot " + shot->number + " is no longer in the script; it was kept because of the work in it");
                continue;
            }
            ++m_report.shotsRemoved;
            if (auto removed = removeShotRows(m_transaction, shot->id); !removed) return removed;
        }
        return {};
    }

    Result<void> removeOldScenes() {
        std::set<ScriptSceneId> needed(m_match.scenes.begin(), m_match.scenes.end());
        const std::set<ScriptSceneId> inScript = needed;
        for (const auto id : m_kept) needed.insert(m_film.shots.find(id)->scene);
        std::int64_t order = 0;
        for (const ScriptScene* scene : m_film.scenes.of(m_sequence.id)) {
            if (inScript.contains(scene->id)) {
                order = m_transaction.row(m_film.scenes, scene->id)->order;
                continue;
            }
            if (!needed.contains(scene->id)) {
                ++m_report.scenesRemoved;
                if (auto removed = m_transaction.remove<ScriptScene>(scene->id); !removed) return removed;
                continue;
            }
            // Its shots were kept, so it stays, behind the scene that it followed, but at no line.
            ScriptScene kept = *scene;
            kept.order = ++order;
            kept.lines = {};
            ++m_report.scenesKept;
            m_report.warnings.push_back("Scene " + kept.number + " is no longer in the script; it was kept because of the shots in it");
            if (auto written = m_transaction.update(kept); !written) return written;
        }
        return {};
    }

    /// Whether the shots stand as the script had them when it was imported before; if not, the user has moved them.
    bool inScriptOrder() const {
        std::pair<std::int64_t, int> last{INT64_MIN, 0};
        for (const Shot* shot : m_film.shots.of(m_sequence.id)) {
            if (shot->source != ShotSource::script) continue;
            const ScriptScene* scene = m_film.scenes.find(shot->scene);
            const std::pair<std::int64_t, int> at{scene ? scene->order : INT64_MIN, shot->lines.first};
            if (at < last) return false;
            last = at;
        }
        return true;
    }

    /// The final order: the script's, with the kept shots behind those that they followed. Once the user has moved shots, the old
    /// order stays and the new shots go behind the ones that they follow in the script.
    std::vector<ShotId> finalOrder() const {
        std::vector<ShotId> olds;
        for (const Shot* shot : m_film.shots.of(m_sequence.id)) olds.push_back(shot->id);
        const bool byScript = inScriptOrder();
        std::vector<ShotId> base = m_planned, others = olds;
        if (!byScript) {
            const std::set<ShotId> stays = [&] {
                std::set<ShotId> ids(m_planned.begin(), m_planned.end());
                ids.insert(m_kept.begin(), m_kept.end());
                return ids;
            }();
            base = olds;
            std::erase_if(base, [&](ShotId id) { return !stays.contains(id); });
            others = m_planned;
        } else {
            const std::set<ShotId> kept(m_kept.begin(), m_kept.end()), planned(m_planned.begin(), m_planned.end());
            std::erase_if(others, [&](ShotId id) { return !kept.contains(id) && !planned.contains(id); });
        }
        return merged(base, others);
    }

    /// `base` with those of `others` that it lacks, each behind the one that it follows in `others`.
    static std::vector<ShotId> merged(const std::vector<ShotId>& base, const std::vector<ShotId>& others) {
        const std::set<ShotId> there(base.begin(), base.end());
        std::map<ShotId, std::vector<ShotId>> behind;
        ShotId anchor;
        for (const auto id : others) {
            if (there.contains(id)) anchor = id;
            else behind[anchor].push_back(id);
        }
        std::vector<ShotId> out = behind[ShotId{}];
        for (const auto id : base) {
            out.push_back(id);
            const auto& followers = behind[id];
            out.insert(out.end(), followers.begin(), followers.end());
        }
        return out;
    }

    Result<void> orderShots() {
        m_order = finalOrder();
        std::int64_t last = INT64_MIN;
        const bool ordered = std::all_of(m_order.begin(), m_order.end(), [&](ShotId id) {
            const std::int64_t order = m_transaction.row(m_film.shots, id)->order;
            return std::exchange(last, order) < order;
        });
        if (ordered) return {};
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            Shot shot = *m_transaction.row(m_film.shots, m_order[i]);
            shot.order = orderGap * (std::int64_t(i) + 1);
            if (auto written = m_transaction.update(shot); !written) return written;
        }
        return {};
    }

    Result<void> addClips() {
        ShotId behind;
        std::vector<ShotId> run;
        const auto flush = [&]() -> Result<void> { return run.empty() ? Result<void>{} : addClipsFor(m_transaction, std::exchange(run, {}), behind); };
        for (const auto id : m_order) {
            if (!m_film.shots.contains(id)) {
                run.push_back(id);
                continue;
            }
            if (auto done = flush(); !done) return done;
            behind = id;
        }
        return flush();
    }

    Transaction& m_transaction;
    const Project& m_film;
    const ScriptImport& m_script;
    const std::vector<ShotPatch>& m_patches;
    const Sequence m_sequence;
    const ScriptMatch m_match;
    ShotNumbers m_numbers;

    std::vector<ScriptScene> m_scenes; ///< the script's, as written
    std::vector<ShotId> m_planned;     ///< the script's shots in its order
    std::vector<ShotId> m_kept;        ///< shots of the film that the script does not have
    std::vector<ShotId> m_order;
    ImportReport m_report;
};

} // namespace

Result<ImportReport> importScript(Editor& editor, const ScriptImport& script, SequenceId sequenceId) {
    const auto sequence = needSequence(editor.project(), sequenceId);
    if (!sequence) return fail(sequence.error());
    const auto patches = checkScript(editor.project(), (*sequence)->id, script);
    if (!patches) return fail(patches.error());
    ImportReport report;
    const auto done = editor.edit({"Import " + (script.fileName.empty() ? "script" : script.fileName)}, [&](Transaction& transaction) -> Result<void> {
        auto imported = Importer(transaction, script, *patches, **sequence).run();
        if (!imported) return fail(imported.error());
        report = std::move(*imported);
        if (hasNoScenes(script)) report.warnings.push_back(noScenes(script).text());
        return {};
    });
    if (!done) return fail(done.error());
    return report;
}

} // namespace rushes::edit
