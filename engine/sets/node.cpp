// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/node.h"

#include <algorithm>
#include <cmath>

namespace rushes::sets {

Node::Node(const nlohmann::json& value, std::string file)
    : m_value(&value), m_step(std::make_shared<const Step>(Step{nullptr, std::move(file), 0})) {}

Node Node::child(const nlohmann::json& value, std::string key, std::size_t index) const {
    return Node(value, std::make_shared<const Step>(Step{m_step, std::move(key), index}), m_kind);
}

void Node::markRead(std::string_view key) const {
    if (!m_read) m_read = std::make_shared<std::vector<std::string>>();
    if (std::find(m_read->begin(), m_read->end(), key) == m_read->end()) m_read->emplace_back(key);
}

void Node::wrong(const std::string& what) const {
    std::string place, file;
    for (const Step* s = m_step.get(); s; s = s->parent.get()) {
        if (!s->parent)
            file = s->key;
        else if (s->key.empty())
            place = "[" + std::to_string(s->index) + "]" + place;
        else
            place = (s->parent->parent ? "." : "") + s->key + place;
    }
    throw ReadError(file + ": " + (place.empty() ? "top" : place) + (m_kind.empty() ? "" : " (" + m_kind + ")") + ": " +
                    what);
}

bool Node::has(const char* key) const { return find(key).has_value(); }

std::optional<Node> Node::find(const char* key) const {
    if (!m_value->is_object()) wrong("must be an object");
    markRead(key);
    const auto it = m_value->find(key);
    if (it == m_value->end() || it->is_null()) return std::nullopt;
    return child(*it, key, 0);
}

Node Node::at(const char* key) const {
    auto child = find(key);
    if (!child) wrong(std::string("`") + key + "` is missing");
    return *child;
}

std::vector<Node> Node::items() const {
    if (!m_value->is_array()) wrong("must be a list");
    std::vector<Node> out;
    out.reserve(m_value->size());
    for (std::size_t i = 0; i < m_value->size(); ++i)
        out.push_back(child((*m_value)[i], {}, i));
    return out;
}

std::vector<std::pair<std::string, Node>> Node::fields() const {
    if (!m_value->is_object()) wrong("must be an object");
    std::vector<std::pair<std::string, Node>> out;
    for (auto it = m_value->begin(); it != m_value->end(); ++it) {
        markRead(it.key());
        out.emplace_back(it.key(), child(it.value(), it.key(), 0));
    }
    return out;
}

double Node::number() const {
    if (m_value->is_boolean()) return m_value->get<bool>() ? 1 : 0;
    if (!m_value->is_number()) wrong("must be a number");
    const double v = m_value->get<double>();
    if (!std::isfinite(v) || std::abs(v) > 1e6) wrong("is out of range");
    return v;
}

std::string Node::text() const {
    if (!m_value->is_string()) wrong("must be text");
    return m_value->get<std::string>();
}

std::vector<double> Node::numbers(std::size_t least, std::size_t most) const {
    std::vector<double> out;
    if (!m_value->is_array()) wrong("must be a list");
    for (std::size_t i = 0; i < m_value->size(); ++i) {
        const auto& v = (*m_value)[i];
        out.push_back(v.is_number() ? v.get<double>() : child(v, {}, i).number());
        if (!(std::abs(out.back()) <= 1e6)) child(v, {}, i).wrong("is out of range");
    }
    if (out.size() < least || out.size() > most)
        wrong("needs " + std::to_string(least) + (most > least ? " or more" : "") + " numbers, has " +
              std::to_string(out.size()));
    return out;
}

glm::dvec2 Node::vec2() const {
    const auto v = numbers(2, 2);
    return {v[0], v[1]};
}

glm::dvec3 Node::vec3() const {
    const auto v = numbers(3, 3);
    return {v[0], v[1], v[2]};
}

std::vector<glm::dvec2> Node::pairs() const {
    std::vector<glm::dvec2> out;
    for (const Node& n : items())
        out.push_back(n.vec2());
    return out;
}

std::vector<glm::dvec3> Node::triples() const {
    std::vector<glm::dvec3> out;
    for (const Node& n : items())
        out.push_back(n.vec3());
    return out;
}

std::vector<std::string> Node::texts() const {
    if (m_value->is_string()) return {text()};
    std::vector<std::string> out;
    for (const Node& n : items())
        out.push_back(n.text());
    if (out.empty()) wrong("must not be empty");
    return out;
}

double Node::number(const char* key, double otherwise) const {
    const auto n = find(key);
    return n ? n->number() : otherwise;
}

int Node::whole(const char* key, int otherwise) const {
    const auto n = find(key);
    if (!n) return otherwise;
    const double v = n->number();
    if (v != std::floor(v)) n->wrong("must be a whole number");
    return int(v);
}

bool Node::flag(const char* key, bool otherwise) const {
    const auto n = find(key);
    return n ? n->number() != 0 : otherwise;
}

std::string Node::text(const char* key, const std::string& otherwise) const {
    const auto n = find(key);
    return n ? n->text() : otherwise;
}

glm::dvec2 Node::vec2(const char* key, const glm::dvec2& otherwise) const {
    const auto n = find(key);
    return n ? n->vec2() : otherwise;
}

glm::dvec3 Node::vec3(const char* key, const glm::dvec3& otherwise) const {
    const auto n = find(key);
    return n ? n->vec3() : otherwise;
}

std::vector<std::string> Node::texts(const char* key, std::vector<std::string> otherwise) const {
    const auto n = find(key);
    return n ? n->texts() : otherwise;
}

std::string Node::choice(const char* key, const std::string& otherwise, const std::vector<std::string>& choices) const {
    const std::string v = otherwise.empty() ? at(key).text() : text(key, otherwise);
    if (std::find(choices.begin(), choices.end(), v) != choices.end()) return v;
    std::string list;
    for (const auto& c : choices)
        list += (list.empty() ? "" : ", ") + c;
    at(key).wrong("`" + v + "` is none of " + list);
}

void Node::ignore(std::initializer_list<const char*> keys) const {
    for (const char* k : keys)
        markRead(k);
}

void Node::finish() const {
    if (!m_value->is_object()) wrong("must be an object");
    for (auto it = m_value->begin(); it != m_value->end(); ++it)
        if (!m_read || std::find(m_read->begin(), m_read->end(), it.key()) == m_read->end())
            wrong("unknown field `" + it.key() + "`");
}

nlohmann::json parseJson(const std::string& text, const std::string& file) {
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& e) {
        std::string what = e.what(); // "[json.exception.parse_error.101] parse error at line 3, column 7: …"
        const auto from = what.find("] ");
        throw ReadError(file + ": " + (from == std::string::npos ? what : what.substr(from + 2)));
    }
}

} // namespace rushes::sets
