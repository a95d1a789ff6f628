// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/tokenizer.h"

#include "engine/reading/utf8.h"

#include <array>

namespace rushes::reading {

namespace {

bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool isAsciiMark(char32_t c) { return c > 0x20 && c < 0x7F && !isDigit(c) && !isLatinLetter(c); }

/// Walks the text code point by code point; `peek` never fails, it gives 0 at the end.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : m_text(text) {}
    std::size_t at() const { return m_at; }
    bool done() const { return m_at >= m_text.size(); }
    char32_t peek(std::size_t bytesOn = 0) const {
        return m_at + bytesOn < m_text.size() ? plainMark(decodeUtf8(m_text, m_at + bytesOn).value) : 0;
    }
    char32_t peekSecond() const { return done() ? 0 : peek(decodeUtf8(m_text, m_at).bytes); }
    char32_t peekThird() const {
        if (done()) return 0;
        std::size_t on = decodeUtf8(m_text, m_at).bytes;
        if (m_at + on >= m_text.size()) return 0;
        on += decodeUtf8(m_text, m_at + on).bytes;
        return peek(on);
    }
    char32_t take() {
        const CodePoint c = decodeUtf8(m_text, m_at);
        m_at += c.bytes;
        return plainMark(c.value);
    }
    bool startsWith(std::string_view lower) const {
        for (std::size_t i = 0; i < lower.size(); ++i) {
            if (m_at + i >= m_text.size() || toLower(static_cast<unsigned char>(m_text[m_at + i])) != static_cast<unsigned char>(lower[i])) return false;
        }
        return !isLatinLetter(peek(lower.size())) && !isDigit(peek(lower.size()));
    }
    void skip(std::size_t bytes) { m_at += bytes; }

  private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

void takeNumber(Cursor& in, Token& token) {
    token.kind = TokenKind::number;
    while (isDigit(in.peek())) appendUtf8(token.text, in.take());
    if (in.peek() == '.' && isDigit(in.peekSecond())) {
        appendUtf8(token.text, in.take());
        while (isDigit(in.peek())) appendUtf8(token.text, in.take());
    }
    static constexpr std::array<std::string_view, 4> units = {"mm", "fps", "k", "x"};
    for (std::string_view unit : units) {
        if (!in.startsWith(unit)) continue;
        token.text += unit;
        in.skip(unit.size());
        return;
    }
    if (in.peek() == 0xB0) appendUtf8(token.text, in.take());
}

/// Letters, then an apostrophe and more letters ("don't", "o'clock"), but never the possessive.
void takeWord(Cursor& in, Token& token) {
    token.kind = TokenKind::word;
    token.capital = isUpper(in.peek());
    while (isLatinLetter(in.peek())) appendUtf8(token.text, toLower(in.take()));
    if (in.peek() != '\'') return;
    const char32_t next = toLower(in.peekSecond());
    const bool possessive = next == 's' && !isLatinLetter(in.peekThird());
    if (possessive || next < 'a' || next > 'z') return;
    appendUtf8(token.text, in.take());
    while (in.peek() < 0x80 && isLatinLetter(in.peek())) appendUtf8(token.text, toLower(in.take()));
}

bool isMark(char32_t c) { return isAsciiMark(c) || (c >= 0xA1 && c <= 0xBF) || c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x205E); }

void takeForeign(Cursor& in, Token& token) {
    token.kind = TokenKind::foreign;
    while (!in.done()) {
        const char32_t c = in.peek();
        if (isSpace(c) || isLatinLetter(c) || isDigit(c) || isMark(c)) break;
        appendUtf8(token.text, in.take());
    }
}

/// "The boys' room": an apostrophe right behind a plural and a word after it.
bool isPluralOwner(const std::vector<Token>& tokens, const Cursor& in) {
    const bool touches = !tokens.empty() && tokens.back().kind == TokenKind::word && tokens.back().span.end == in.at();
    return touches && tokens.back().text.size() > 2 && tokens.back().text.back() == 's' && in.peekSecond() == ' ' && isLatinLetter(in.peekThird());
}

} // namespace

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    Cursor in(text);
    bool quoted = false; // between single quotes
    while (!in.done()) {
        const char32_t c = in.peek();
        if (isSpace(c) || isInvisible(c) || c == '-') {
            in.take();
            continue;
        }
        Token token;
        token.span.begin = in.at();
        if (isDigit(c)) {
            takeNumber(in, token);
        } else if (isLatinLetter(c)) {
            takeWord(in, token);
        } else if (c == '\'' && toLower(in.peekSecond()) == 's' && !isLatinLetter(in.peekThird()) && !isDigit(in.peekThird())) {
            in.take();
            in.take();
            token.text = "'s";
            token.kind = TokenKind::word;
        } else if (c == '\'' && !quoted && isPluralOwner(tokens, in)) {
            in.take();
            token.text = "'s";
            token.kind = TokenKind::word;
        } else if (isMark(c)) {
            if (c == '\'') quoted = !quoted;
            appendUtf8(token.text, in.take());
        } else {
            takeForeign(in, token);
        }
        token.span.end = in.at();
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> result;
    for (Token& token : tokenize(text)) result.push_back(std::move(token.text));
    return result;
}

} // namespace rushes::reading
