// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/project_copy.h"

#include "engine/base/paths.h"
#include "engine/project/part_folder.h"

namespace rushes::project {
namespace {

namespace fs = std::filesystem;

Result<void> linkOrCopy(const fs::path& from, const fs::path& to) {
    std::error_code code;
    if (!fs::exists(from, code)) return {};
    fs::create_hard_link(from, to, code);
    if (code) fs::copy_file(from, to, code); // another disk, or one without links
    if (!code) return {};
    const bool full = code == std::errc::no_space_on_device;
    return fail(full ? ErrorCategory::noSpace : ErrorCategory::denied, "Cannot copy " + from.string() + ": " + code.message(), "Choose a place with enough space.");
}

} // namespace

Result<void> ProjectCopy::write(const fs::path& folder) const {
    const auto target = freeTarget(folder);
    if (!target) return fail(target.error());
    PartFolder part(*target);
    if (auto made = part.make(); !made) return made;
    if (auto written = writeFileAtomically(part.path() / "project.db", database); !written) return written;
    for (const auto& file : media)
        if (auto done = linkOrCopy(file, part.path() / "media" / file.filename()); !done) return done;
    return part.keepAs(*target);
}

} // namespace rushes::project
