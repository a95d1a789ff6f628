// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"

#include <string_view>
#include <vector>

namespace rushes::reading {

/// Who has been mentioned so far, and whom the text is mainly about; knows whom a pronoun means.
class Mentions {
  public:
    explicit Mentions(const std::vector<Subject>& subjects) : m_subjects(subjects) {}

    void add(int subject) { m_mentioned.push_back(subject); }
    /// What stands behind the object of a verb and is not meant by "it": "takes a jar off the shelf and drops it".
    void addAside(int subject) { m_mentioned.insert(m_mentioned.empty() ? m_mentioned.end() : m_mentioned.end() - 1, subject); }
    int main() const { return m_main; }
    void setMainOnce(int subject) {
        if (m_main == nobody) m_main = subject;
    }
    /// The persons mentioned, each once, in order.
    std::vector<int> persons() const;
    /// The index of the subject, or nobody.
    int resolve(std::string_view pronoun) const;
    /// A person other than this one, the last mentioned first; nobody when there is none.
    int otherThan(int subject) const;

  private:
    const Subject& at(int i) const { return m_subjects[static_cast<std::size_t>(i)]; }
    std::vector<int> candidates(std::string_view pronoun) const;

    const std::vector<Subject>& m_subjects;
    std::vector<int> m_mentioned;
    int m_main = nobody;
};

} // namespace rushes::reading
