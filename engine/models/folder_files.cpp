// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/folder_files.h"

#include "engine/models/model.h"

#include <assimp/IOStream.hpp>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <fstream>

namespace rushes::models {
namespace {

namespace fs = std::filesystem;

/// A whole file in memory.
class Bytes : public Assimp::IOStream {
public:
    explicit Bytes(std::string bytes) : m_bytes(std::move(bytes)) {}

    std::size_t Read(void* to, std::size_t size, std::size_t count) override {
        if (size == 0) return 0;
        const std::size_t whole = std::min(count, (m_bytes.size() - m_at) / size);
        std::memcpy(to, m_bytes.data() + m_at, whole * size);
        m_at += whole * size;
        return whole;
    }
    std::size_t Write(const void*, std::size_t, std::size_t) override { return 0; }
    aiReturn Seek(std::size_t offset, aiOrigin origin) override {
        const std::size_t base = origin == aiOrigin_SET ? 0 : origin == aiOrigin_CUR ? m_at : m_bytes.size();
        if (base + offset > m_bytes.size() || base + offset < base) return aiReturn_FAILURE;
        m_at = base + offset;
        return aiReturn_SUCCESS;
    }
    std::size_t Tell() const override { return m_at; }
    std::size_t FileSize() const override { return m_bytes.size(); }
    void Flush() override {}

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

bool within(const fs::path& file, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

void remember(std::vector<std::string>& list, const std::string& name) {
    if (list.size() < 20 && std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
}

std::string bareName(const std::string& name) { return name.substr(name.find_last_of("/\\") + 1); }

} // namespace

FolderFiles::FolderFiles(const fs::path& mainFile) {
    std::error_code problem;
    m_main = fs::canonical(mainFile, problem);
    m_folder = m_main.parent_path();
    std::string ending = m_main.extension().string();
    for (char& c : ending) c = char(std::tolower(static_cast<unsigned char>(c)));
    m_mainName = ending == ".vrm" ? m_main.filename().string() + ".glb" : m_main.filename().string();
}

fs::path FolderFiles::find(const std::string& name) const {
    if (name == m_mainName) return m_main;
    std::string plain = name;
    std::replace(plain.begin(), plain.end(), '\\', '/');
    bool escapes = false;
    for (const fs::path& wish : {fs::path(plain), fs::path(bareName(plain))}) {
        std::error_code problem;
        const fs::path real = fs::canonical(wish.is_absolute() ? wish : m_folder / wish, problem);
        if (problem) continue;
        if (!within(real, m_folder)) escapes = true;
        else if (fs::is_regular_file(real, problem)) return real;
    }
    const bool points = plain.starts_with('/') || plain.find("..") != std::string::npos || plain.find("://") != std::string::npos || (plain.size() > 1 && plain[1] == ':');
    remember(escapes || points ? m_outside : m_missing, name.starts_with("./") ? name.substr(2) : name);
    return {};
}

bool FolderFiles::Exists(const char* file) const { return !find(file).empty(); }

Assimp::IOStream* FolderFiles::Open(const char* file, const char* mode) {
    if (!mode || mode[0] != 'r') return nullptr;
    const fs::path path = find(file);
    std::error_code problem;
    if (path.empty() || fs::file_size(path, problem) > limits::fileBytes || problem) return nullptr;
    std::ifstream in(path, std::ios::binary);
    std::string bytes(std::size_t(fs::file_size(path, problem)), '\0');
    if (!in.read(bytes.data(), std::streamsize(bytes.size()))) return nullptr;
    return new Bytes(std::move(bytes));
}

void FolderFiles::Close(Assimp::IOStream* stream) { delete stream; }

} // namespace rushes::models
