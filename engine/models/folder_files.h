// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <assimp/IOSystem.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace rushes::models {

/// Lets a reader open regular files of one folder and below, for reading, none above limits::fileBytes. What it was refused is remembered.
class FolderFiles : public Assimp::IOSystem {
public:
    explicit FolderFiles(const std::filesystem::path& mainFile);

    bool Exists(const char* file) const override;
    char getOsSeparator() const override { return '/'; }
    Assimp::IOStream* Open(const char* file, const char* mode) override;
    void Close(Assimp::IOStream* stream) override;

    /// What the reader is to call the main file: a VRM is a GLB by another name, which readers choose by.
    const std::string& mainName() const { return m_mainName; }
    /// The file by the name that another file calls it; empty when it is not there or not allowed. Of a path from another machine the
    /// bare name counts too.
    std::filesystem::path find(const std::string& name) const;
    const std::vector<std::string>& outside() const { return m_outside; } ///< asked for, but not in the folder
    const std::vector<std::string>& missing() const { return m_missing; }

private:
    std::filesystem::path m_folder, m_main; ///< canonical: behind a link the folder is the real file's
    std::string m_mainName;
    mutable std::vector<std::string> m_outside, m_missing;
};

} // namespace rushes::models
