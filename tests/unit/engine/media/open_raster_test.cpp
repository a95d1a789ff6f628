// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/open_raster.h"
#include "engine/media/image_file.h"
#include "engine/media/zip_file.h"
#include "media_fixture.h"

using namespace rushes;
using namespace rushes::media;

namespace {

Image flat(int r, int g, int b, int a, int width = 20, int height = 12) {
    Image image = Image::create(width, height, PixelFormat::rgba8);
    fill(image, r, g, b);
    for (std::size_t i = 3; i < image.data.size(); i += 4) image.data[i] = std::byte(a);
    return image;
}

std::array<int, 4> pixel(const Image& image, int x, int y) {
    const auto* p = image.rowAs<std::uint8_t>(y) + x * 4;
    return {p[0], p[1], p[2], p[3]};
}

/// An archive with a stack.xml and layers, and no merged picture.
std::string archiveOf(const std::string& stack, const std::vector<Image>& layers) {
    std::vector<ZipEntry> entries{{"mimetype", "image/openraster"}, {"stack.xml", stack, true}};
    for (std::size_t i = 0; i < layers.size(); ++i) entries.push_back({"data/" + std::to_string(i) + ".png", *encodePng(layers[i])});
    return *zipped(entries);
}

OpenRaster twoLayers() {
    OpenRaster raster{20, 12, {}};
    raster.layers.push_back({"ink & \"lines\"", flat(0, 0, 0, 128), 0.5, LayerBlend::multiply, true, true, false});
    raster.layers.push_back({"hidden", flat(0, 255, 0, 255), 1, LayerBlend::srcOver, false});
    raster.layers.push_back({"stage", flat(200, 100, 50, 255)});
    return raster;
}

} // namespace

TEST_CASE("An OpenRaster file keeps its layers and shows the visible ones", "[media][ora]") {
    const auto bytes = encodeOpenRaster(twoLayers());
    REQUIRE(bytes);
    // The first entry is stored and lies at a fixed place, so that the type can be told without a zip reader.
    CHECK(bytes->substr(30, 8) == "mimetype");
    CHECK(bytes->substr(38, 16) == "image/openraster");
    CHECK(*bytes == *encodeOpenRaster(twoLayers()));

    const auto stack = decodeLayerStack(*bytes, "f");
    REQUIRE(stack);
    REQUIRE(stack->root.children.size() == 3);
    const auto& ink = stack->root.children[0];
    CHECK(ink.name == "ink & \"lines\"");
    CHECK(ink.blend == LayerBlend::multiply);
    CHECK(ink.opacity == Approx(0.5));
    CHECK(ink.locked);
    CHECK_FALSE(stack->root.children[1].visible);

    const auto merged = decodeMergedPicture(*bytes, "f");
    REQUIRE(merged);
    const auto p = pixel(merged->picture, 3, 3); // a quarter black over the stage
    CHECK(p[0] == Approx(200 * (1 - 128.0 / 255 / 2)).margin(1.5));
    CHECK(p[1] == Approx(100 * (1 - 128.0 / 255 / 2)).margin(1.5));
    CHECK(p[3] == 255);
    const auto archive = ZipReader::open(*bytes);
    REQUIRE(archive);
    CHECK(archive->has("Thumbnails/thumbnail.png"));
}

TEST_CASE("The layers of an OpenRaster file come back as they were written", "[media][ora]") {
    OpenRaster raster{20, 10, {}};
    for (const int shade : {10, 90}) {
        Image picture = Image::create(20, 10, PixelFormat::rgba8);
        for (std::size_t at = 0; at < picture.data.size(); ++at) picture.data[at] = std::byte(at % 4 == 3 ? 200 : (int(at) + shade) % 256);
        raster.layers.push_back({.name = "layer " + std::to_string(shade), .picture = picture, .visible = shade > 50, .locked = shade < 50});
    }
    const auto back = decodeOpenRaster(*encodeOpenRaster(raster), "f");
    REQUIRE(back);
    REQUIRE(back->layers.size() == 2);
    for (int i = 0; i < 2; ++i) {
        CHECK(back->layers[std::size_t(i)].name == raster.layers[std::size_t(i)].name);
        CHECK(back->layers[std::size_t(i)].picture.data == raster.layers[std::size_t(i)].picture.data);
        CHECK(back->layers[std::size_t(i)].visible == raster.layers[std::size_t(i)].visible);
        CHECK(back->layers[std::size_t(i)].locked == raster.layers[std::size_t(i)].locked);
    }
    CHECK(decodeOpenRaster("PK no archive", "f").error().category != ErrorCategory::internal);
}

TEST_CASE("Without a merged picture the visible layers are laid over each other", "[media][ora]") {
    const auto bytes = archiveOf(R"(<?xml version='1.0'?><!-- by hand --><image w="20" h="12"><stack>
        <stack opacity="0.5" name="group"><layer src="data/0.png" x="10" y="-2"/></stack>
        <layer src="data/1.png" visibility="hidden"/><filter type="x"/>
        <layer src='data/2.png' composite-op="svg:multiply"/><layer src="data/3.png" composite-op="svg:hue"/></stack></image>)",
                                 {flat(255, 0, 0, 255), flat(9, 9, 9, 255), flat(128, 255, 255, 255), flat(100, 200, 40, 255)});
    const auto merged = decodeMergedPicture(bytes, "f");
    REQUIRE(merged);
    CHECK(merged->picture.width == 20);
    CHECK(pixel(merged->picture, 3, 3)[0] == Approx(50).margin(1)); // 100 x 128/255
    CHECK(pixel(merged->picture, 3, 3)[1] == 200);
    CHECK(pixel(merged->picture, 13, 3)[0] == Approx(152).margin(1)); // half red over it
    CHECK(pixel(merged->picture, 13, 11)[1] == 200);                  // the group's layer ends above
    REQUIRE(merged->warnings.size() == 1);
    CHECK(merged->warnings[0].find("Multiply") != std::string::npos);
}

TEST_CASE("Hostile and broken archives are refused", "[media][ora]") {
    const auto whole = *encodeOpenRaster(twoLayers());
    for (std::size_t length = 0; length < whole.size(); length += 97) CHECK_FALSE(decodeMergedPicture(std::string_view(whole).substr(0, length), "f"));
    CHECK(decodeMergedPicture(*zipped({{"a.txt", "hello"}}), "f").error().category == ErrorCategory::unsupported);
    CHECK(decodeMergedPicture(*zipped({{"../mergedimage.png", "x"}, {"stack.xml", ""}}), "f").error().category == ErrorCategory::badInput);
    CHECK_FALSE(decodeMergedPicture(*zipped({{"mergedimage.png", "no picture"}}), "f"));
    // A bomb: 300 MB of zeros in a few hundred KB.
    const auto bomb = *zipped({{"mergedimage.png", std::string(std::size_t(300) << 20, '\0'), true}});
    CHECK(bomb.size() < 1 << 20);
    CHECK(decodeMergedPicture(bomb, "f").error().category == ErrorCategory::badInput);
    std::vector<ZipEntry> many;
    for (int i = 0; i < 5000; ++i) many.push_back({std::to_string(i), ""});
    CHECK(decodeMergedPicture(*zipped(many), "f").error().category == ErrorCategory::badInput);
    // A size that promises less than is there is found out when it is read.
    std::string lie = *zipped({{"stack.xml", std::string(5000, ' '), true}});
    const auto directory = lie.rfind(std::string("PK\1\2", 4));
    lie[directory + 24] = 10;
    lie[directory + 25] = 0;
    CHECK_FALSE(decodeMergedPicture(lie, "f"));
}

TEST_CASE("stack.xml that makes no sense is refused", "[media][ora]") {
    std::string deep = "<image w='4' h='4'>", wide = "<image w='4' h='4'><stack>";
    for (int i = 0; i < 100; ++i) deep += "<stack>";
    for (int i = 0; i < 2000; ++i) wide += "<layer src='a'/>";
    for (const auto& xml : {std::string(), std::string("<image>"), std::string("<image w='4' h='4'>"), std::string("<image w='4' h='4'></image>"), std::string("<image w='-1' h='4'><stack/></image>"),
                            std::string("<image w='4' h='4'><stack><layer src='a></stack></image>"), std::string("<!DOCTYPE image [<!ENTITY a \"b\">]><image w='1' h='1'><stack/></image>"), deep, wide})
        CHECK_FALSE(parseStack(xml));
    const auto odd = parseStack("<image w='4' h='4'><stack><layer name='&#233;&amp;&unknown;' opacity='nan' x='1e30' src='a'/></stack></image>");
    REQUIRE(odd);
    CHECK(odd->root.children[0].name == "\xc3\xa9&&unknown;");
    CHECK(odd->root.children[0].opacity == 1);
    CHECK(odd->root.children[0].x == 0);
}
