// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/scene.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace rushes::test {

namespace fs = std::filesystem;

const char* const lampScript = R"(Title: The Lamp
Author: The Rushes authors

EXT. HARBOUR - NIGHT

Mara, 30s, in a red coat, walks along the pier.

MARA
No boats tonight.

INT. OFFICE - DAY

Jon sits at the desk.

JON
(quietly)
The lamp is out.

CLOSE ON the lamp.

Mara looks at Jon.

MARA
Then we light it.
)";

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "rushes-integration-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
    m_path = fs::canonical(name);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

void write(const fs::path& file, std::string_view bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), std::streamsize(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

Process Rushes::start(std::vector<std::string> arguments, std::vector<std::pair<std::string, std::string>> environment) const {
    arguments.insert(arguments.begin(), RUSHES_PROGRAM);
    return Process::start({std::move(arguments), std::move(environment), m_folder});
}

Ended Rushes::run(std::vector<std::string> arguments, std::vector<std::pair<std::string, std::string>> environment) const {
    return start(std::move(arguments), std::move(environment)).finish();
}

std::string Rushes::ok(std::vector<std::string> arguments) const {
    std::string line;
    for (const auto& argument : arguments) line += " " + argument;
    const auto ended = run(std::move(arguments));
    if (ended.exitCode != 0)
        throw std::runtime_error("rushes" + line + " ended with " + std::to_string(ended.exitCode) + (ended.timedOut ? " (too slow)" : "") + ": " + ended.err);
    return ended.out;
}

Json Rushes::json(std::vector<std::string> arguments) const {
    arguments.emplace_back("--json");
    return Json::parse(ok(std::move(arguments)));
}

Json Rushes::list(const char* name, std::vector<std::string> arguments) const { return json(std::move(arguments)).at(name); }

void Rushes::makeFilm(int frames) const {
    write(at("lamp.fountain"), lampScript);
    ok({"new", "film.rushes", "--script", "lamp.fountain", "--size", "160x90"});
    for (const auto& number : shotNumbers()) ok({"shot", "set", "film.rushes", number, "frames=" + std::to_string(frames)});
}

std::vector<std::string> Rushes::shotNumbers(const std::string& film) const {
    std::vector<std::string> numbers;
    for (const auto& shot : list("shots", {"shots", film})) numbers.push_back(shot["number"]);
    return numbers;
}

Json Rushes::shot(const std::string& number) const {
    for (const auto& shot : list("shots", {"shots", "film.rushes"}))
        if (shot["number"] == number) return shot;
    throw std::runtime_error("there is no shot " + number);
}

std::string program() { return RUSHES_PROGRAM; }

std::vector<std::string> leftovers(const fs::path& folder) {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (name.find(".part") != std::string::npos || name.ends_with(".tmp")) found.push_back(entry.path().string());
    }
    return found;
}

double Dice::next() {
    // splitmix64, public domain (S. Vigna)
    std::uint64_t z = m_state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return double((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

} // namespace rushes::test
