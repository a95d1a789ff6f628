// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/zip_file.h"

#include <fmt/format.h>
#include <zip.h>

#include <cstring>

namespace rushes::media {
namespace {

constexpr zip_int64_t mostEntries = 4096;
constexpr std::uint64_t mostInflated = std::uint64_t(1) << 30;
constexpr zip_uint16_t firstDosDay = (1 << 5) | 1; ///< 1 January 1980: no clock gets into the file

struct FreeZip {
    void operator()(zip_t* p) const { zip_discard(p); }
    void operator()(zip_source_t* p) const { zip_source_free(p); }
    void operator()(zip_file_t* p) const { zip_fclose(p); }
};
using ArchivePtr = std::unique_ptr<zip_t, FreeZip>;
using SourcePtr = std::unique_ptr<zip_source_t, FreeZip>;
using EntryPtr = std::unique_ptr<zip_file_t, FreeZip>;

/// Absolute, climbing or of another system: none of these is in an archive that a painter wrote.
bool leadsOut(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != name.npos || name.find(':') != name.npos) return true;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..") return true;
        at = end + 1;
    }
    return false;
}

Result<void> checkEntries(zip_t* archive) {
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count > mostEntries) return fail(ErrorCategory::badInput, fmt::format("it holds {} files", count), "No painter writes so many: is it the right file?");
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(archive, zip_uint64_t(i), ZIP_FL_ENC_RAW);
        if (!name || leadsOut(name)) return fail(ErrorCategory::badInput, "it names files outside itself", "Save it again with the painter.");
    }
    return {};
}

} // namespace

bool looksLikeZip(std::string_view bytes) { return bytes.substr(0, 4) == std::string_view("PK\3\4", 4); }

struct ZipReader::Impl {
    ArchivePtr archive;
    std::uint64_t inflated = 0;
};

ZipReader::ZipReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(std::string_view bytes) {
    SourcePtr source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    if (!source) return fail(ErrorCategory::noSpace, "Not enough memory to open an archive");
    ArchivePtr archive(zip_open_from_source(source.get(), ZIP_RDONLY, nullptr));
    if (!archive) return fail(ErrorCategory::damaged, "it is cut off or no zip archive", "Save it again with the painter.");
    (void)source.release(); // the archive's now
    if (auto sound = checkEntries(archive.get()); !sound) return fail(std::move(sound.error()));
    return ZipReader(std::make_unique<Impl>(Impl{std::move(archive)}));
}

bool ZipReader::has(std::string_view name) const { return zip_name_locate(m_impl->archive.get(), std::string(name).c_str(), ZIP_FL_ENC_RAW) >= 0; }

Result<std::string> ZipReader::read(std::string_view name, std::uint64_t maxBytes) {
    const std::string entryName(name);
    zip_stat_t status{};
    const zip_int64_t index = zip_name_locate(m_impl->archive.get(), entryName.c_str(), ZIP_FL_ENC_RAW);
    if (index < 0 || zip_stat_index(m_impl->archive.get(), zip_uint64_t(index), 0, &status) != 0 || !(status.valid & ZIP_STAT_SIZE))
        return fail(ErrorCategory::notFound, "it holds no " + entryName);
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE)
        return fail(ErrorCategory::unsupported, "it is locked with a password", "Save it without one.");
    if (status.size > maxBytes || status.size > mostInflated - std::min(mostInflated, m_impl->inflated))
        return fail(ErrorCategory::badInput, fmt::format("{} in it is {} MB", entryName, status.size >> 20), "That is more than a picture needs: is it the right file?");
    const EntryPtr entry(zip_fopen_index(m_impl->archive.get(), zip_uint64_t(index), 0));
    if (!entry) return fail(ErrorCategory::damaged, entryName + " in it cannot be opened", "Save it again with the painter.");
    // Room for what the header promises and a byte more: an entry that is longer than it says is a lie.
    std::string out(std::size_t(status.size) + 1, '\0');
    std::size_t got = 0;
    while (got < out.size()) {
        const zip_int64_t count = zip_fread(entry.get(), out.data() + got, out.size() - got);
        if (count < 0) return fail(ErrorCategory::damaged, entryName + " in it is damaged", "Save it again with the painter.");
        if (count == 0) break;
        got += std::size_t(count);
    }
    m_impl->inflated += got;
    if (got != status.size) return fail(ErrorCategory::damaged, entryName + " in it is not as long as it says", "Save it again with the painter.");
    out.resize(got);
    return out;
}

Result<std::string> zipped(const std::vector<ZipEntry>& entries) {
    const auto failed = [] { return fail(ErrorCategory::noSpace, "Not enough memory to pack an archive"); };
    SourcePtr source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    ArchivePtr archive(source ? zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr) : nullptr);
    if (!archive) return failed();
    zip_source_keep(source.get()); // one reference is the archive's, the other is read at the end
    for (const auto& entry : entries) {
        SourcePtr bytes(zip_source_buffer(archive.get(), entry.bytes.data(), entry.bytes.size(), 0));
        if (!bytes) return failed();
        const zip_int64_t index = zip_file_add(archive.get(), entry.name.c_str(), bytes.get(), ZIP_FL_ENC_UTF_8);
        if (index < 0) return failed();
        (void)bytes.release();
        const int method = entry.deflate ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
        if (zip_set_file_compression(archive.get(), zip_uint64_t(index), method, 0) != 0) return failed();
        if (zip_file_set_dostime(archive.get(), zip_uint64_t(index), 0, firstDosDay, 0) != 0) return failed();
    }
    if (zip_close(archive.get()) != 0) return failed();
    (void)archive.release();
    zip_stat_t status{};
    if (zip_source_stat(source.get(), &status) != 0 || !(status.valid & ZIP_STAT_SIZE) || zip_source_open(source.get()) != 0) return failed();
    std::string out(std::size_t(status.size), '\0');
    const zip_int64_t got = zip_source_read(source.get(), out.data(), out.size());
    zip_source_close(source.get());
    if (got != zip_int64_t(out.size())) return failed();
    return out;
}

} // namespace rushes::media
