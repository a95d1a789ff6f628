// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/corrected_reading.h"
#include "engine/reading/reader.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace rushes::ui {

/// What a stretch of the prompt was understood as.
enum class Meaning { subject, camera, condition, unknown };

struct UnderstoodSpan {
    int begin = 0; ///< in QString units
    int length = 0;
    Meaning meaning = Meaning::subject;
    QString word;
    QString takenFor; ///< for unknown ones: what stands in its place, or empty
};

/// A reading that can be corrected, and where its words stand (QString units).
struct CorrectableSpan {
    int begin = 0, length = 0;
    reading::Corrigible what;
};

struct UnderstoodPrompt {
    QString prompt; ///< what was read: the editor may have moved on
    std::vector<UnderstoodSpan> spans;
    std::vector<CorrectableSpan> readings; ///< in the order of the prompt
    QString size, angle, move, lens; ///< what the prompt says of the camera, as the film's words; empty when nothing
    bool available = true; ///< false: the lexicon could not be loaded
};

/// Reads prompts on a worker thread. The reader itself is made on first use, there too.
class PromptReader : public QObject {
    Q_OBJECT
public:
    explicit PromptReader(QObject* parent = nullptr);

    /// The answer comes as `understood`; a newer question replaces an older one.
    void read(const QString& prompt, const reading::Names& names);

Q_SIGNALS:
    void understood(const rushes::ui::UnderstoodPrompt& prompt);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    int m_question = 0;
};

} // namespace rushes::ui
