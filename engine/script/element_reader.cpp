// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/element_reader.h"

#include "engine/script/emphasis.h"
#include "engine/script/letters.h"
#include "engine/script/line_forms.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rushes::script {

namespace {

/// Walks the lines once. `m_at` is the next line; each read… function takes one element's lines or says no and takes
/// none.
class ElementReader {
public:
    ElementReader(std::span<const LogicalLine> lines, std::span<const Cut> cuts) : m_lines(lines), m_cuts(cuts) {}

    std::vector<Element> run() {
        while (m_at < m_lines.size()) {
            const LogicalLine& line = m_lines[m_at];
            if (line.cutOnly || line.blank()) {
                m_afterBreak = true;
                addCutsThrough(line.lastLine);
                ++m_at;
                continue;
            }
            addCutsThrough(line.firstLine - 1);
            const bool afterBreak = m_afterBreak;
            m_afterBreak = false;
            if (readStructure(line)) {
                m_afterBreak = true;
            } else if (!(afterBreak && line.text.front() != '!' &&
                         (readHeading(line) || readTransition(line) || readSpeech(line)))) {
                readAction();
            }
            addCutsThrough(m_lines[m_at - 1].lastLine);
        }
        addCutsThrough(std::numeric_limits<int>::max());
        return std::move(m_elements);
    }

private:
    // --- what may stand anywhere
    // -----------------------------------------------------------------------------------------------------

    /// Page break, section, synopsis, centred text, forced transition, lyrics.
    static ElementType structureOf(std::string_view line) {
        const std::string_view text = trimmed(line);
        if (isPageBreak(text)) return ElementType::pageBreak;
        if (line.front() == '#') return ElementType::section;
        if (line.front() == '=') return ElementType::synopsis;
        if (text.front() == '>')
            return text.size() > 1 && text.back() == '<' ? ElementType::centred : ElementType::transition;
        if (text.front() == '~') return ElementType::lyrics;
        return ElementType::action;
    }

    bool readStructure(const LogicalLine& line) {
        const ElementType type = structureOf(line.text);
        std::string_view text = trimmed(line.text);
        switch (type) {
        case ElementType::pageBreak:
            add(type, {}, line, line);
            break;
        case ElementType::section: {
            const std::size_t depth = std::min(text.find_first_not_of('#'), text.size());
            add(type, text.substr(depth), line, line).depth = static_cast<int>(std::min<std::size_t>(depth, 1000));
            break;
        }
        case ElementType::synopsis:
            add(type, text.substr(std::min(text.find_first_not_of('='), text.size())), line, line);
            break;
        case ElementType::centred:
            add(type, text.substr(1, text.size() - 2), line, line);
            break;
        case ElementType::transition:
            add(type, text.substr(1), line, line).forced = true;
            break;
        case ElementType::lyrics:
            readLyrics();
            return true;
        default:
            return false;
        }
        ++m_at;
        return true;
    }

    void readLyrics() {
        const LogicalLine& first = m_lines[m_at];
        std::string text;
        std::size_t last = m_at;
        for (; m_at < m_lines.size(); ++m_at) {
            const std::string_view line = trimmed(m_lines[m_at].text);
            if (m_lines[m_at].cutOnly) continue;
            if (line.empty() || line.front() != '~') break;
            if (!text.empty()) text += '\n';
            text += trimmed(line.substr(1));
            last = m_at;
        }
        m_at = last + 1;
        add(ElementType::lyrics, text, first, m_lines[last]).forced = true;
    }

    // --- what needs an empty line before it
    // ------------------------------------------------------------------------------------------

    bool readHeading(const LogicalLine& line) {
        const bool forced = isForcedHeading(line.text);
        if (!forced && !looksLikeHeading(line.text)) return false;
        const HeadingParts parts = splitSceneNumber(forced ? line.text.substr(1) : line.text);
        Element& heading = add(ElementType::sceneHeading, parts.text, line, line);
        heading.sceneNumber = parts.number;
        heading.forced = forced;
        ++m_at;
        m_afterBreak = true;
        return true;
    }

    bool readTransition(const LogicalLine& line) {
        if (!looksLikeTransition(line.text)) return false;
        const bool last = m_at + 1 >= m_lines.size();
        if (!last && !m_lines[m_at + 1].blank() && !looksLikeHeading(m_lines[m_at + 1].text)) return false;
        add(ElementType::transition, line.text, line, line);
        ++m_at;
        m_afterBreak = true;
        return true;
    }

    bool readSpeech(const LogicalLine& line) {
        const std::string_view text = trimmed(line.text);
        const bool forced = text.size() > 1 && text.front() == '@';
        if (!forced && (!looksLikeCharacter(text) || !speechFollows())) return false;
        const CueParts cue = splitCue(text);
        if (cue.name.empty()) return false;
        const std::size_t index = m_elements.size();
        Element& element = add(ElementType::character, cue.name, line, line);
        element.extension = cue.extension;
        element.forced = forced;
        element.dual = cue.dual;
        ++m_at;
        readSpeechBody(cue.dual);
        if (cue.dual) markPreviousSpeechDual(index);
        return true;
    }

    /// The next line has text: not empty, not the end, whatever notes stand between.
    bool speechFollows() const {
        std::size_t next = m_at + 1;
        while (next < m_lines.size() && m_lines[next].cutOnly)
            ++next;
        return next < m_lines.size() && !m_lines[next].blank();
    }

    void readSpeechBody(bool dual) {
        while (m_at < m_lines.size()) {
            const LogicalLine& line = m_lines[m_at];
            if (line.cutOnly) {
                ++m_at;
                continue;
            }
            const std::string_view text = trimmed(line.text);
            if (text.empty() && (line.text.size() < 2 || line.text.front() != ' '))
                break; // two blanks keep a speech together
            if (isPageBreak(text)) break;
            if (text.empty()) {
                ++m_at;
            } else if (text.front() == '~') {
                readLyrics();
                m_elements.back().dual = dual;
            } else if (text.front() == '(' && readParenthetical()) {
                m_elements.back().dual = dual;
            } else {
                readDialogue();
                m_elements.back().dual = dual;
            }
        }
        m_afterBreak = true;
    }

    /// One line in brackets, or up to four when the bracket closes at the end of a later one.
    bool readParenthetical() {
        std::string text;
        for (std::size_t i = m_at; i < m_lines.size() && i < m_at + 4; ++i) {
            const std::string_view line = trimmed(m_lines[i].text);
            if (line.empty()) return false;
            if (!text.empty()) text += ' ';
            text += line;
            const std::size_t close = line.find(')');
            if (line.back() == ')' && line.rfind('(') != std::string_view::npos && i > m_at) return false;
            if (line.back() == ')') {
                add(ElementType::parenthetical, std::string_view(text).substr(1, text.size() - 2), m_lines[m_at],
                    m_lines[i]);
                m_at = i + 1;
                return true;
            }
            if (close != std::string_view::npos) return false;
        }
        return false;
    }

    void readDialogue() {
        const LogicalLine& first = m_lines[m_at];
        std::string text;
        std::size_t last = m_at;
        for (; m_at < m_lines.size(); ++m_at) {
            const LogicalLine& line = m_lines[m_at];
            if (line.cutOnly) continue;
            const std::string_view part = trimmed(line.text);
            if (part.empty() && (line.text.size() < 2 || line.text.front() != ' ')) break;
            if (m_at > last && !part.empty() &&
                (part.front() == '~' || isPageBreak(part) || (part.front() == '(' && part.back() == ')')))
                break;
            if (m_at > last && part.front() == '(' && part.find(')') == std::string_view::npos) break;
            if (!text.empty()) text += '\n';
            text += part;
            if (!part.empty()) last = m_at;
        }
        m_at = std::max(last + 1, m_at);
        add(ElementType::dialogue, text, first, m_lines[last]);
    }

    /// The speech before the cue at `index` is the other side.
    void markPreviousSpeechDual(std::size_t index) {
        while (index > 0) {
            Element& element = m_elements[--index];
            if (element.type == ElementType::note || element.type == ElementType::boneyard) continue;
            const bool speech = element.type == ElementType::character || element.type == ElementType::dialogue ||
                                element.type == ElementType::parenthetical || element.type == ElementType::lyrics;
            if (!speech) return;
            element.dual = true;
            if (element.type == ElementType::character) return;
        }
    }

    // --- everything else
    // -------------------------------------------------------------------------------------------------------------

    void readAction() {
        const LogicalLine& first = m_lines[m_at];
        const bool forced = first.text.front() == '!';
        std::string text;
        std::size_t last = m_at;
        for (; m_at < m_lines.size(); ++m_at) {
            const LogicalLine& line = m_lines[m_at];
            if (line.cutOnly) continue;
            if (line.blank() || (m_at > last && structureOf(line.text) != ElementType::action)) break;
            if (!text.empty()) text += '\n';
            text += trimmedRight(line.text.front() == '!' ? line.text.substr(1) : line.text);
            last = m_at;
        }
        m_at = last + 1;
        Element& action = add(ElementType::action, text, first, m_lines[last]);
        action.forced = forced;
    }

    Element& add(ElementType type, std::string_view raw, const LogicalLine& first, const LogicalLine& last) {
        addCutsThrough(first.firstLine - 1);
        EmphasizedText text = readEmphasis(type == ElementType::action ? trimmedRight(raw) : trimmed(raw));
        Element element;
        element.type = type;
        element.text = std::move(text.text);
        element.emphasis = std::move(text.spans);
        element.firstLine = first.firstLine;
        element.lastLine = last.lastLine;
        m_elements.push_back(std::move(element));
        return m_elements.back();
    }

    /// Notes and boneyards that start at or before this line and are not yet in the list.
    void addCutsThrough(int line) {
        for (; m_nextCut < m_cuts.size() && m_cuts[m_nextCut].firstLine <= line; ++m_nextCut) {
            const Cut& cut = m_cuts[m_nextCut];
            Element element;
            element.type = cut.type;
            element.text = cut.text;
            element.firstLine = cut.firstLine;
            element.lastLine = cut.lastLine;
            m_elements.push_back(std::move(element));
        }
    }

    std::span<const LogicalLine> m_lines;
    std::span<const Cut> m_cuts;
    std::size_t m_at = 0;
    std::size_t m_nextCut = 0;
    bool m_afterBreak = true; ///< an empty line, or what stands for one, is before m_at
    std::vector<Element> m_elements;
};

} // namespace

std::vector<Element> readElements(std::span<const LogicalLine> lines, std::span<const Cut> cuts) {
    return ElementReader(lines, cuts).run();
}

} // namespace rushes::script
