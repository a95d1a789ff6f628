// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/stack_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace rushes::media {
namespace {

constexpr int deepest = 16, mostNodes = 1024;
constexpr int farthest = 1 << 20; ///< pixels

using Attributes = std::map<std::string, std::string, std::less<>>;

tl::unexpected<Error> damaged(const std::string& what) { return fail(ErrorCategory::damaged, "its stack.xml " + what, "Save it again with the painter."); }

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void appendUtf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) out += char(code);
    else if (code < 0x800) (out += char(0xc0 | code >> 6)) += char(0x80 | (code & 63));
    else if (code < 0x10000) ((out += char(0xe0 | code >> 12)) += char(0x80 | (code >> 6 & 63))) += char(0x80 | (code & 63));
    else if (code < 0x110000) (((out += char(0xf0 | code >> 18)) += char(0x80 | (code >> 12 & 63))) += char(0x80 | (code >> 6 & 63))) += char(0x80 | (code & 63));
}

/// XML's five entities and numbered characters; nothing else is expanded.
std::string unescaped(std::string_view text) {
    static constexpr std::pair<std::string_view, char> names[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto known = std::find_if(std::begin(names), std::end(names), [&](const auto& n) { return rest.substr(0, n.first.size()) == n.first; });
        const auto end = rest.find(';');
        if (known != std::end(names)) {
            out += known->second;
            at += known->first.size();
        } else if (rest.substr(0, 2) == "&#" && end != rest.npos && end < 12) {
            const bool hex = rest[2] == 'x';
            std::uint32_t code = 0;
            std::from_chars(rest.data() + (hex ? 3 : 2), rest.data() + end, code, hex ? 16 : 10);
            appendUtf8(out, code);
            at += end + 1;
        } else {
            out += rest[0];
            ++at;
        }
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (static_cast<unsigned char>(c) >= ' ') out += c;
    }
    return out;
}

/// One thing between < and >.
struct Tag {
    enum { open, close, empty } kind = open;
    std::string name;
    Attributes attributes;
};

/// Walks over the tags of a document; text between them, comments and instructions are left out.
class TagReader {
public:
    explicit TagReader(std::string_view xml) : m_xml(xml) {}

    /// The next tag; false at the end. Fails when it is not well-formed.
    Result<bool> next(Tag& tag) {
        for (;;) {
            m_at = m_xml.find('<', m_at);
            if (m_at == m_xml.npos) return false;
            if (starts("<!--")) skipPast("-->");
            else if (starts("<?")) skipPast("?>");
            else if (starts("<![CDATA[")) skipPast("]]>");
            else if (starts("<!")) return damaged("declares a document type");
            else break;
        }
        ++m_at;
        tag = {};
        if (starts("/")) {
            tag.kind = Tag::close;
            ++m_at;
        }
        tag.name = word();
        if (tag.name.empty()) return damaged("is not well-formed");
        return attributes(tag);
    }

private:
    bool starts(std::string_view what) const { return m_xml.substr(m_at, what.size()) == what; }
    void skipPast(std::string_view what) { m_at = std::min(m_xml.find(what, m_at), m_xml.size()); }
    void skipSpace() {
        while (m_at < m_xml.size() && isSpace(m_xml[m_at])) ++m_at;
    }

    std::string word() {
        const std::size_t from = m_at;
        while (m_at < m_xml.size() && !isSpace(m_xml[m_at]) && std::string_view("=/><\"'").find(m_xml[m_at]) == std::string_view::npos) ++m_at;
        return std::string(m_xml.substr(from, m_at - from));
    }

    Result<bool> attributes(Tag& tag) {
        for (;;) {
            skipSpace();
            if (starts(">")) return ++m_at, true;
            if (starts("/>")) {
                tag.kind = Tag::empty;
                return m_at += 2, true;
            }
            const std::string key = word();
            skipSpace();
            if (key.empty() || !starts("=")) return damaged("is not well-formed");
            ++m_at;
            skipSpace();
            const char quote = m_at < m_xml.size() ? m_xml[m_at] : '\0';
            const std::size_t end = quote == '"' || quote == '\'' ? m_xml.find(quote, m_at + 1) : m_xml.npos;
            if (end == m_xml.npos) return damaged("is not well-formed");
            tag.attributes.emplace(key, unescaped(m_xml.substr(m_at + 1, end - m_at - 1)));
            m_at = end + 1;
        }
    }

    std::string_view m_xml;
    std::size_t m_at = 0;
};

std::string_view valueOf(const Attributes& from, std::string_view name) {
    const auto found = from.find(name);
    return found == from.end() ? std::string_view() : std::string_view(found->second);
}

template <class Number> Number numberOf(const Attributes& from, std::string_view name, Number otherwise) {
    const auto text = valueOf(from, name);
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || !(value >= -double(farthest) && value <= double(farthest))) return otherwise;
    return Number(value);
}

StackNode nodeOf(const Tag& tag) {
    StackNode node;
    const auto& from = tag.attributes;
    node.group = tag.name == "stack";
    node.name = valueOf(from, "name");
    node.source = valueOf(from, "src");
    node.x = numberOf(from, "x", 0);
    node.y = numberOf(from, "y", 0);
    node.opacity = std::clamp(numberOf(from, "opacity", 1.0), 0.0, 1.0);
    node.visible = valueOf(from, "visibility") != "hidden";
    node.locked = valueOf(from, "edit-locked") == "true";
    node.selected = valueOf(from, "selected") == "true";
    const auto blend = valueOf(from, "composite-op");
    node.blend = blend.empty() || blend == "svg:src-over" ? LayerBlend::srcOver : blend == "svg:multiply" ? LayerBlend::multiply : LayerBlend::other;
    node.isolated = valueOf(from, "isolation") != "auto" || node.opacity < 1 || node.blend != LayerBlend::srcOver;
    return node;
}

/// What stands in `parent` up to its closing tag.
Result<void> readChildren(TagReader& tags, StackNode& parent, int depth, int& nodes) {
    if (depth > deepest) return damaged("nests too deep");
    for (Tag tag;;) {
        const auto more = tags.next(tag);
        if (!more) return fail(more.error());
        if (!*more) return damaged("is cut off");
        if (tag.kind == Tag::close) return {};
        if (++nodes > mostNodes) return damaged("holds too many layers");
        StackNode node = nodeOf(tag);
        const bool known = node.group || (tag.name == "layer" && !node.source.empty());
        if (tag.kind == Tag::open)
            if (auto inside = readChildren(tags, node, depth + 1, nodes); !inside) return inside;
        if (known) parent.children.push_back(std::move(node));
    }
}

void append(std::string& out, const StackNode& node, int depth) {
    const char* const blends[] = {"svg:src-over", "svg:multiply", "svg:src-over"};
    out += fmt::format("{:{}}<{} name=\"{}\" opacity=\"{:.4g}\" visibility=\"{}\" composite-op=\"{}\"", "", depth * 2, node.group ? "stack" : "layer",
                       escaped(node.name), node.opacity, node.visible ? "visible" : "hidden", blends[int(node.blend)]);
    if (!node.group) out += fmt::format(" x=\"{}\" y=\"{}\" src=\"{}\"", node.x, node.y, escaped(node.source));
    if (node.locked) out += " edit-locked=\"true\"";
    if (node.selected) out += " selected=\"true\"";
    if (!node.group) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    for (const auto& child : node.children) append(out, child, depth + 1);
    out += fmt::format("{:{}}</stack>\n", "", depth * 2);
}

} // namespace

Result<LayerStack> parseStack(std::string_view xml) {
    TagReader tags(xml);
    Tag tag;
    const auto first = tags.next(tag);
    if (!first) return fail(first.error());
    if (!*first || tag.name != "image" || tag.kind != Tag::open) return damaged("describes no picture");
    LayerStack stack;
    stack.width = numberOf(tag.attributes, "w", 0);
    stack.height = numberOf(tag.attributes, "h", 0);
    if (stack.width < 1 || stack.height < 1) return damaged("gives no size");
    StackNode outer;
    int nodes = 0;
    if (auto read = readChildren(tags, outer, 0, nodes); !read) return fail(read.error());
    const auto root = std::find_if(outer.children.begin(), outer.children.end(), [](const StackNode& node) { return node.group; });
    if (root == outer.children.end()) return damaged("has no layers");
    stack.root = std::move(*root);
    return stack;
}

std::string stackXml(const LayerStack& stack) {
    std::string out = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<image version=\"0.0.5\" w=\"{}\" h=\"{}\" xres=\"72\" yres=\"72\">\n", stack.width, stack.height);
    out += "  <stack>\n";
    for (const auto& child : stack.root.children) append(out, child, 2);
    return out + "  </stack>\n</image>\n";
}

} // namespace rushes::media
