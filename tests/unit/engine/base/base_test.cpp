// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/cancel_token.h"
#include "engine/base/image.h"
#include "engine/base/paths.h"
#include "engine/base/progress.h"
#include "engine/base/signal.h"

#include <catch2/catch.hpp>

#include <unistd.h>

using namespace rushes;
namespace fs = std::filesystem;

namespace {

struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / ("rushes-base-" + std::to_string(::getpid()));
    TemporaryFolder() { fs::create_directories(path); }
    ~TemporaryFolder() { fs::remove_all(path); }
};

} // namespace

TEST_CASE("An error tells its whole story on one line", "[base]") {
    const Error cause{ErrorCategory::noSpace, "No space left", {}, "Free some space."};
    const Result<int> failed = failBecause(cause, "Cannot save Film.rushes");
    CHECK(failed.error().category == ErrorCategory::noSpace);
    CHECK(failed.error().text() == "Cannot save Film.rushes: No space left. Free some space.");
}

TEST_CASE("A signal reaches those who are still connected", "[base]") {
    Signal<int> changed;
    int sum = 0;
    Connection first = changed.connect([&](int n) { sum += n; });
    {
        const Connection second = changed.connect([&](int n) { sum += 10 * n; });
        changed.emit(1);
    }
    changed.emit(1);
    CHECK(sum == 12);
    first.disconnect();
    changed.emit(1);
    CHECK(sum == 12);
}

TEST_CASE("A listener may disconnect itself while it is called", "[base]") {
    Signal<> fired;
    int calls = 0;
    Connection connection;
    connection = fired.connect([&] {
        ++calls;
        connection.disconnect();
    });
    fired.emit();
    fired.emit();
    CHECK(calls == 1);
}

TEST_CASE("Copies of a cancel token share one flag", "[base]") {
    const CancelToken token;
    const CancelToken copy = token;
    CHECK_FALSE(copy.cancelled());
    token.cancel();
    CHECK(copy.cancelled());
}

TEST_CASE("Files are written whole and read with limits", "[base]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path / "note.txt";
    REQUIRE(writeFileAtomically(file, "first"));
    REQUIRE(writeFileAtomically(file, "second"));
    CHECK(readFile(file).value() == "second");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator{}) == 1);
    CHECK(readFile(file, 3).error().category == ErrorCategory::badInput);
    CHECK(readFile(folder.path).error().category == ErrorCategory::badInput);
    CHECK(readFile(folder.path / "none").error().category == ErrorCategory::notFound);
    CHECK_FALSE(writeFileAtomically(folder.path / "no/such/folder", "x").has_value());
    CHECK(readFile("/dev/zero").error().category == ErrorCategory::badInput);
}

TEST_CASE("What ships with Rushes is found, what does not is named", "[base]") {
    CHECK(findAsset("CMakeLists.txt").has_value());
    const auto missing = findAsset("no/such.thing");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("no/such.thing") != std::string::npos);
}

TEST_CASE("Images start black with packed rows", "[base]") {
    Image image = Image::create(3, 2, PixelFormat::grey16);
    CHECK(image.stride == 6);
    CHECK(image.rowAs<std::uint16_t>(1)[2] == 0);
    CHECK(bytesPerPixel(PixelFormat::bgra8) == 4);
}

TEST_CASE("Progress knows its share", "[base]") {
    const ProgressMeter meter(10);
    CHECK(meter.at(5).fraction() == Approx(0.5));
    CHECK_FALSE(meter.at(0).secondsLeft.has_value());
    CHECK(meter.at(10).secondsLeft.value() == Approx(0.0));
    CHECK(Progress{}.fraction() == 0.0);
}
