// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/integration/process.h"

#include <nlohmann/json.hpp>

namespace rushes::test {

using Json = nlohmann::json;

/// A folder of its own under the system's temporary folder, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// A screenplay of two scenes, four speeches and a close-up; six shots.
extern const char* const lampScript;

void write(const std::filesystem::path& file, std::string_view bytes);
std::string read(const std::filesystem::path& file);

/// The built program, run in one folder as a user would.
class Rushes {
public:
    explicit Rushes(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    const std::filesystem::path& folder() const { return m_folder; }
    std::filesystem::path at(const std::string& name) const { return m_folder / name; }
    Process start(std::vector<std::string> arguments, std::vector<std::pair<std::string, std::string>> environment = {}) const;
    Ended run(std::vector<std::string> arguments, std::vector<std::pair<std::string, std::string>> environment = {}) const;
    /// Its output when it ended with 0; otherwise throws with what it said.
    std::string ok(std::vector<std::string> arguments) const;
    Json json(std::vector<std::string> arguments) const; ///< with --json
    Json list(const char* name, std::vector<std::string> arguments) const; ///< one member of that

    /// film.rushes at 160x90 from lampScript, every shot `frames` long.
    void makeFilm(int frames) const;
    std::vector<std::string> shotNumbers(const std::string& film = "film.rushes") const;
    Json shot(const std::string& number) const;

private:
    std::filesystem::path m_folder;
};

/// Where the built program lies.
std::string program();

/// Names of temporary files anywhere below the folder: *.part*, *.tmp.
std::vector<std::string> leftovers(const std::filesystem::path& folder);

/// A small hash generator: the same numbers for the same seed everywhere.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    double next(); ///< 0 … 1

private:
    std::uint64_t m_state;
};

} // namespace rushes::test
