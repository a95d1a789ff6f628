// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/take_commands.h"
#include "engine/generate/shot_request.h"
#include "engine/project/media_folder.h"
#include "engine/project/model.h"

#include <string>
#include <vector>

/// Looks that a film keeps: what of the film goes into them, and how shots use them. The edits themselves are the caller's.
namespace rushes::app {

/// The film's look references that belong to no shot; a shot that uses one refers to the same file.
std::vector<const project::Reference*> keptLooks(const project::Project& film);
/// The one of that name, large and small letters alike. Fails with notFound and says which there are.
Result<const project::Reference*> keptLook(const project::Project& film, const std::string& name);
/// The shot's reference to a kept look; null: it does not use it.
const project::Reference* useOf(const project::Project& film, project::ShotId shot, const project::Reference& kept);
/// The reference with which a shot uses a kept look.
edit::ReferencePatch useFields(const project::Reference& kept);

/// What is needed to keep the look of a shot: values, so that the rest runs on any thread.
struct LookToKeep {
    generate::ShotRequest request;
    std::string name, artist, consent; ///< empty: artist and consent as on the paintings
};
/// Fails with badInput without a name or a painted frame, exists when the name is taken.
Result<LookToKeep> lookToKeep(const project::Project& film, const project::Shot& shot, const std::string& name, const std::string& artist = {}, const std::string& consent = {});

struct WrittenLook {
    project::MediaFile media;    ///< adopted, not yet recorded
    edit::ReferencePatch fields; ///< of the film's reference to it
    std::size_t frames = 0;
};
/// Reads the paintings and writes them as one file into the film's media folder. Any thread.
Result<WrittenLook> writeLook(const LookToKeep& look, const project::MediaFolder& folder);

} // namespace rushes::app
