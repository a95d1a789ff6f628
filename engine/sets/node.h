// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::sets {

/// A mistake in a kit or prop file: "harbour.json: elements[3] (row): there is no prop `bolard`". Stays inside this
/// folder.
struct ReadError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One value of a JSON file and where it stands. An object remembers which of its fields were read, so `finish` can
/// refuse a field nobody knows: a misspelt key is an error, never ignored.
class Node {
public:
    /// The top of a file. The JSON must outlive the node.
    Node(const nlohmann::json& value, std::string file);

    [[noreturn]] void wrong(const std::string& what) const;
    /// Adds a word on what this is to later messages ("row").
    void nameIt(const std::string& kind) { m_kind = kind; }

    bool has(const char* key) const;
    Node at(const char* key) const;
    std::optional<Node> find(const char* key) const;
    std::vector<Node> items() const;
    std::vector<std::pair<std::string, Node>> fields() const; ///< of an object used as a table; counts all as read
    std::size_t size() const { return m_value->size(); }
    bool isText() const { return m_value->is_string(); }
    bool isList() const { return m_value->is_array(); }
    bool isNumber() const { return m_value->is_number(); }

    double number() const;
    std::string text() const;
    std::vector<double> numbers(std::size_t least = 0, std::size_t most = 1000000) const;
    glm::dvec2 vec2() const;
    glm::dvec3 vec3() const;
    std::vector<glm::dvec2> pairs() const;
    std::vector<glm::dvec3> triples() const;
    std::vector<std::string> texts() const; ///< a list of strings, or one string

    double number(const char* key, double otherwise) const;
    int whole(const char* key, int otherwise) const;
    bool flag(const char* key, bool otherwise) const; ///< true, false, 1 or 0
    std::string text(const char* key, const std::string& otherwise) const;
    glm::dvec2 vec2(const char* key, const glm::dvec2& otherwise) const;
    glm::dvec3 vec3(const char* key, const glm::dvec3& otherwise) const;
    std::vector<std::string> texts(const char* key, std::vector<std::string> otherwise) const;
    /// One of `choices`, or an error that lists them.
    std::string choice(const char* key, const std::string& otherwise, const std::vector<std::string>& choices) const;

    /// Marks fields as known though they change nothing here.
    void ignore(std::initializer_list<const char*> keys) const;
    /// Error when the object has a field that was not asked for.
    void finish() const;

private:
    /// The way from the top of the file to here, as text only when there is something to say.
    struct Step {
        std::shared_ptr<const Step> parent;
        std::string key;       ///< of the top: the file's name
        std::size_t index = 0; ///< in a list, when `key` is empty
    };
    Node(const nlohmann::json& value, std::shared_ptr<const Step> step, std::string kind)
        : m_value(&value), m_step(std::move(step)), m_kind(std::move(kind)) {}
    Node child(const nlohmann::json& value, std::string key, std::size_t index) const;
    void markRead(std::string_view key) const;

    const nlohmann::json* m_value;
    std::shared_ptr<const Step> m_step;
    std::string m_kind;
    mutable std::shared_ptr<std::vector<std::string>> m_read; ///< of objects, from the first field on
};

/// Parses a file's text; syntax errors name line and column.
nlohmann::json parseJson(const std::string& text, const std::string& file);

} // namespace rushes::sets
