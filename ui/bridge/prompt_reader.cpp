// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/prompt_reader.h"

#include "engine/base/log.h"
#include "ui/bridge/background.h"
#include "ui/bridge/film_phrases.h"
#include "ui/bridge/words.h"

#include <algorithm>
#include <mutex>

namespace rushes::ui {

struct PromptReader::Shared {
    std::mutex mutex;
    std::unique_ptr<reading::Reader> reader;
    FilmPhrases phrases;
    bool tried = false;
};

namespace {

/// Collects spans as QString positions; a later one never overlaps an earlier one.
class Collector {
public:
    Collector(const std::string& bytes, UnderstoodPrompt& out) : m_bytes(bytes), m_out(out) {}

    void add(const reading::Span& span, Meaning meaning, const std::string& takenFor = {}) {
        if (span.end <= span.begin || span.end > m_bytes.size()) return;
        const int begin = at(span.begin), length = at(span.end) - begin;
        for (const auto& other : m_out.spans)
            if (begin < other.begin + other.length && other.begin < begin + length) return;
        m_out.spans.push_back({begin, length, meaning, m_out.prompt.mid(begin, length), qs(takenFor)});
    }

    /// The whole span, whatever overlaps.
    void addReading(const reading::Corrigible& what) { m_out.readings.push_back({at(what.span.begin), at(what.span.end) - at(what.span.begin), what}); }

private:
    int at(std::size_t byte) const { return int(QString::fromUtf8(m_bytes.data(), qsizetype(byte)).size()); }

    const std::string& m_bytes;
    UnderstoodPrompt& m_out;
};

void sayCamera(const reading::CameraWords& camera, UnderstoodPrompt& out) {
    const auto text = [](std::string_view word) { return std::string(word); };
    if (camera.size) out.size = sizeWord(text(reading::word(*camera.size)));
    if (camera.angle) out.angle = angleWord(text(reading::word(*camera.angle)));
    if (camera.lensMm) out.lens = lensWord(*camera.lensMm);
    if (camera.moves.empty()) return;
    const auto& move = camera.moves.front();
    std::string words = text(reading::word(move.move));
    if (move.direction) words += " " + text(reading::word(*move.direction));
    out.move = moveWord(words);
}

UnderstoodPrompt explain(const reading::ShotDescription& shot, const FilmPhrases& phrases, const QString& prompt, const std::string& bytes, const reading::Names& names) {
    UnderstoodPrompt out;
    out.prompt = prompt;
    Collector spans(bytes, out);
    for (const auto& word : shot.unknown) spans.add(word.span, Meaning::unknown, word.takenFor.value_or(""));
    for (const auto& move : shot.camera.moves) spans.add(move.span, Meaning::camera);
    const auto places = phrases.find(bytes, shot);
    for (const auto& span : places.camera) spans.add(span, Meaning::camera);
    for (const auto& span : places.conditions) spans.add(span, Meaning::condition);
    for (const auto& subject : shot.subjects) spans.add(subject.span, Meaning::subject);
    for (const auto& action : shot.actions) spans.add(action.span, Meaning::subject);
    if (shot.place) spans.add(shot.place->span, Meaning::subject);
    std::sort(out.spans.begin(), out.spans.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    for (const auto& what : reading::corrigibles(bytes, names, shot)) spans.addReading(what);
    sayCamera(shot.camera, out);
    return out;
}

} // namespace

PromptReader::PromptReader(QObject* parent) : QObject(parent), m_shared(std::make_shared<Shared>()) {}

void PromptReader::read(const QString& prompt, const reading::Names& names) {
    const int question = ++m_question;
    const auto work = [shared = m_shared, prompt, names] {
        {
            const std::scoped_lock lock(shared->mutex);
            if (!shared->tried) {
                shared->tried = true;
                shared->phrases = FilmPhrases::load();
                auto made = reading::Reader::create();
                if (made) shared->reader = std::move(*made);
                else log::warning(made.error().text());
            }
        }
        if (!shared->reader) {
            UnderstoodPrompt nothing;
            nothing.prompt = prompt;
            nothing.available = false;
            return nothing;
        }
        const std::string bytes = prompt.toStdString();
        return explain(shared->reader->read(bytes, names), shared->phrases, prompt, bytes, names);
    };
    inBackground(this, work, [this, question](const UnderstoodPrompt& answer) {
        if (question == m_question) Q_EMIT understood(answer);
    });
}

} // namespace rushes::ui
