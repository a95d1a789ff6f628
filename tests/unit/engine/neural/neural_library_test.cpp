// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/neural_library.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>

using namespace rushes;
using namespace rushes::neural;

namespace {

struct NamedLibrary {
    explicit NamedLibrary(const char* file) { setenv("RUSHES_NEURAL", file, 1); }
    ~NamedLibrary() { unsetenv("RUSHES_NEURAL"); }
};

} // namespace

TEST_CASE("A neural library that is not there is said so, with what to do", "[neural]") {
    const NamedLibrary named("/nowhere/librushes_neural.so");
    const auto found = findNeuralLibrary();
    REQUIRE_FALSE(found);
    CHECK(found.error().category == ErrorCategory::unsupported);
    CHECK(found.error().message.find("/nowhere/librushes_neural.so") != std::string::npos);
    CHECK(found.error().hint.find("packaging/setup") != std::string::npos);
}

TEST_CASE("A file that is no library, and a library of something else, are refused", "[neural]") {
    const auto file = std::filesystem::temp_directory_path() / "rushes_no_library.so";
    std::ofstream(file) << "not a library";
    const auto opened = openNeuralLibrary(file);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().category == ErrorCategory::unsupported);
    std::filesystem::remove(file);
    const auto other = openNeuralLibrary("libm.so.6");
    REQUIRE_FALSE(other);
    CHECK(other.error().message.find("no neural library of Rushes") != std::string::npos);
}

#ifdef RUSHES_NO_TORCH
TEST_CASE("A build without libtorch says so when a network is asked for", "[neural]") {
    const auto net = makePixelNet({});
    REQUIRE_FALSE(net);
    CHECK(net.error().category == ErrorCategory::unsupported);
    CHECK(net.error().message.find("no neural library") != std::string::npos);
}
#else
TEST_CASE("The neural library lies where the program looks and says its version", "[neural]") {
    REQUIRE(findNeuralLibrary());
    const auto version = neuralVersion();
    REQUIRE(version);
    CHECK(version->rfind("torch ", 0) == 0);
}
#endif
