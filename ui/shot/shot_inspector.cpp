// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shot/shot_inspector.h"

#include "engine/reading/explained_text.h"
#include "engine/shoot/make_shot_request.h"
#include "ui/bridge/words.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace rushes::ui {

namespace {

constexpr int mostSeed = 99999;

std::optional<std::string> chosen(const QString& key) { return key.isEmpty() ? std::nullopt : std::optional(key.toStdString()); }

std::vector<ChoiceField::Choice> choices(const std::vector<std::string>& words, QString (*say)(const std::string&)) {
    std::vector<ChoiceField::Choice> out{{{}, ShotInspector::tr("As the prompt says"), {}}};
    for (const auto& word : words) out.push_back({qs(word), say(word), {}});
    return out;
}

/// The sunken ground that something is typed on.
class Well : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        fillRound(painter, rect(), token::window, token::radiusField, token::line);
    }
};

QString dialogueText(const project::Shot& shot) {
    QStringList lines;
    for (const auto& line : shot.dialogue) lines << qs(line.character) + QStringLiteral(": ") + qs(line.text).simplified();
    return lines.join(QLatin1Char('\n'));
}

std::vector<project::DialogueLine> dialogueOf(const QString& text) {
    std::vector<project::DialogueLine> lines;
    for (const auto& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto colon = line.indexOf(QLatin1Char(':'));
        if (colon > 0) lines.push_back({line.left(colon).trimmed().toStdString(), line.mid(colon + 1).trimmed().toStdString()});
        else if (!lines.empty()) lines.back().text += " " + line.trimmed().toStdString();
        else lines.push_back({"NARRATOR", line.trimmed().toStdString()});
    }
    return lines;
}

} // namespace

ShotInspector::ShotInspector(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_head(new PanelHead(tr("Shot"))), m_flag(new Label({}, Face::small, token::warn)),
      m_pages(new QStackedWidget), m_prompt(new PromptEdit), m_unknownRow(new QWidget), m_unknown(new Label({}, Face::small, token::dim)),
      m_change(new Button(tr("Change"), Button::Kind::link)), m_meaning(new TextField({}, Face::text)), m_size(new ChoiceField(tr("Shot size"))), m_angle(new ChoiceField(tr("Camera angle"))),
      m_lens(new ChoiceField(tr("Lens"))), m_move(new ChoiceField(tr("Camera move"))), m_length(new TextField({})),
      m_stage(new StageFields(session)), m_references(new ReferencesRow(session)), m_dialogue(new QPlainTextEdit), m_generator(new Segmented(true)), m_seed(new TextField(tr("Seed"))),
      m_newSeed(new Button(tr("New seed"), Button::Kind::plain)), m_shoot(new Button(tr("Shoot"), Button::Kind::main)),
      m_planNote(new Label({}, Face::small, token::dim)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head->row()->addWidget(m_flag);
    column->addWidget(m_head);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeForm());
    m_pages->addWidget(scroll);
    auto* nothing = new Label(tr("Choose a shot to direct it."), Face::text, token::dim);
    nothing->setAlignment(Qt::AlignHCenter);
    m_pages->addWidget(nothing);
    column->addWidget(m_pages, 1);
    setMinimumWidth(token::inspectorWidth - token::s64);
    connectFields();
    showShot();
}

QWidget* ShotInspector::makeForm() {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(token::s12, token::s12, token::s12, token::s12);
    column->setSpacing(token::s12);

    auto* promptBox = new QWidget;
    auto* promptColumn = new QVBoxLayout(promptBox);
    promptColumn->setContentsMargins(0, 0, 0, 0);
    promptColumn->setSpacing(token::s4 + 1);
    promptColumn->addWidget(m_prompt);
    auto* unknownLine = new QHBoxLayout(m_unknownRow);
    unknownLine->setContentsMargins(0, 0, 0, 0);
    unknownLine->setSpacing(token::s4);
    m_change->setFace(Face::small);
    unknownLine->addWidget(m_unknown);
    unknownLine->addWidget(m_change);
    unknownLine->addWidget(m_meaning, 1);
    unknownLine->addStretch(1);
    m_meaning->hide();
    m_meaning->setToolTip(tr("What it is, in words that the stage knows; empty gives the word back to the prompt"));
    m_unknownRow->hide();
    promptColumn->addWidget(m_unknownRow);

    addSection(column, tr("Prompt"), promptBox);
    addSection(column, tr("Camera"), makeCamera());
    auto* references = new QWidget;
    m_belowReferences = new QVBoxLayout(references);
    m_belowReferences->setContentsMargins(0, 0, 0, 0);
    m_belowReferences->setSpacing(token::s8);
    m_belowReferences->addWidget(m_references);
    addSection(column, tr("References"), references);
    addSection(column, tr("Dialogue"), makeDialogue());
    auto* generator = makeGenerator();
    if (m_generatorIds.size() > 1) addSection(column, tr("Generator"), generator); // one alone is no choice
    else generator->setParent(this);
    generator->setVisible(m_generatorIds.size() > 1);
    auto* seeds = new QHBoxLayout;
    seeds->setSpacing(token::s8);
    seeds->addWidget(m_seed, 1);
    m_newSeed->setFace(Face::small);
    m_newSeed->setToolTip(tr("Another seed: another try at what the prompt leaves open"));
    seeds->addWidget(m_newSeed, 1);
    column->addLayout(seeds);
    m_shoot->setToolTip(tr("Shoot this shot (Ctrl+Return)"));
    column->addWidget(m_shoot);
    column->addWidget(m_planNote);
    column->addStretch(1);
    m_form = column;
    return form;
}

void ShotInspector::addExtra(const QString& name, QWidget* content) {
    m_form->takeAt(m_form->count() - 1); // the stretch: the last one may grow instead
    auto* section = new QVBoxLayout;
    section->setSpacing(token::s4);
    section->addWidget(new Label(name, Face::small, token::dim));
    section->addWidget(content, 1);
    m_form->addLayout(section, 1);
}

void ShotInspector::addBelowReferences(QWidget* content) { m_belowReferences->addWidget(content); }

void ShotInspector::addSection(QVBoxLayout* column, const QString& name, QWidget* content) {
    auto* section = new QVBoxLayout;
    section->setSpacing(token::s4);
    section->addWidget(new Label(name, Face::small, token::dim));
    section->addWidget(content);
    column->addLayout(section);
}

QWidget* ShotInspector::makeCamera() {
    auto* camera = new QWidget;
    auto* grid = new QGridLayout(camera);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(token::s8);
    m_size->setChoices(choices(edit::shotSizes(), sizeWord));
    m_angle->setChoices(choices(edit::shotAngles(), angleWord));
    m_move->setChoices(choices(edit::cameraMoves(), moveWord));
    std::vector<ChoiceField::Choice> lenses{{{}, tr("As the prompt says"), {}}};
    for (const int mm : {18, 24, 28, 35, 40, 50, 65, 85, 100, 135}) lenses.push_back({QString::number(mm), lensWord(mm), {}});
    m_lens->setChoices(std::move(lenses));
    m_lens->setFace(Face::mono);
    m_size->setUnset(tr("Size"));
    m_angle->setUnset(tr("Angle"));
    m_lens->setUnset(tr("Lens"));
    m_move->setUnset(tr("Move"));
    m_length->setToolTip(tr("Length: 4.5 for seconds, 108f for frames"));
    grid->addWidget(m_size, 0, 0);
    grid->addWidget(m_angle, 0, 1);
    grid->addWidget(m_lens, 0, 2);
    grid->addWidget(m_move, 1, 0, 1, 2);
    grid->addWidget(m_length, 1, 2);
    grid->addWidget(m_stage, 2, 0, 1, 3);
    for (int i = 0; i < 3; ++i) grid->setColumnStretch(i, 1);
    return camera;
}

QWidget* ShotInspector::makeDialogue() {
    m_dialogue->setFrameShape(QFrame::NoFrame);
    m_dialogue->setPlaceholderText(tr("MARA: No boats tonight?"));
    m_dialogue->setTabChangesFocus(true);
    m_dialogue->setFixedHeight(2 * token::interLine + token::s16);
    m_dialogue->setAccessibleName(tr("Dialogue"));
    m_dialogue->document()->setDocumentMargin(token::s8);
    m_dialogue->viewport()->setAutoFillBackground(false);
    QPalette colours = m_dialogue->palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    m_dialogue->setPalette(colours);
    auto* well = new Well;
    auto* row = new QVBoxLayout(well);
    row->setContentsMargins(token::hairline, token::hairline, token::hairline, token::hairline);
    row->addWidget(m_dialogue);
    return well;
}

QWidget* ShotInspector::makeGenerator() {
    QStringList words;
    for (const auto& id : m_session.generators().ids()) {
        m_generatorIds << qs(id);
        QString word = qs(id);
        if (!word.isEmpty()) word[0] = word[0].toUpper();
        words << word;
    }
    m_generator->setSegments(words);
    return m_generator;
}

void ShotInspector::connectFields() {
    m_typing.setSingleShot(true);
    m_typing.setInterval(token::typingPause);
    m_asking.setSingleShot(true);
    m_asking.setInterval(token::readPause);
    connect(&m_typing, &QTimer::timeout, this, &ShotInspector::sendPrompt);
    connect(&m_asking, &QTimer::timeout, this, &ShotInspector::askAgain);
    connect(m_prompt, &PromptEdit::typed, this, [this] {
        m_typing.start();
        m_asking.start();
    });
    connect(m_prompt, &PromptEdit::left, this, &ShotInspector::commit);
    connect(m_prompt, &PromptEdit::correctionWanted, this, &ShotInspector::offerCorrections);
    connect(m_dialogue, &QPlainTextEdit::textChanged, this, [this] { m_typing.start(); });
    const auto set = [this](auto member) {
        return [this, member](const QString& key) {
            edit::ShotPatch patch;
            patch.*member = chosen(key);
            m_session.patch(m_shown, patch);
        };
    };
    connect(m_size, &ChoiceField::chosen, this, set(&edit::ShotPatch::size));
    connect(m_angle, &ChoiceField::chosen, this, set(&edit::ShotPatch::angle));
    connect(m_move, &ChoiceField::chosen, this, set(&edit::ShotPatch::move));
    connect(m_lens, &ChoiceField::chosen, this, &ShotInspector::setLens);
    connect(m_length, &TextField::entered, this, &ShotInspector::setLength);
    connect(m_seed, &TextField::entered, this, &ShotInspector::setSeed);
    connect(m_newSeed, &QAbstractButton::clicked, this, [this] { setSeed(QString::number(QRandomGenerator::global()->bounded(1, mostSeed))); });
    connect(m_generator, &Segmented::chosen, this, [this](int index) {
        edit::ShotPatch patch;
        patch.generator = m_generatorIds.value(index).toStdString();
        m_session.patch(m_shown, patch);
    });
    connect(m_shoot, &QAbstractButton::clicked, this, [this] {
        commit();
        m_session.shootSelected();
    });
    connect(m_change, &QAbstractButton::clicked, this, [this] {
        m_unknown->setText(tr("%1 is a").arg(m_word));
        m_change->hide();
        m_meaning->show();
        m_meaning->setFocus(Qt::OtherFocusReason);
        m_meaning->selectAll();
    });
    connect(m_meaning, &TextField::entered, this, &ShotInspector::setMeaning);
    for (const auto signal : {&Session::changed, &Session::opened, &Session::closed, &Session::selectionChanged}) connect(&m_session, signal, this, &ShotInspector::showShot);
    connect(&m_session, &Session::queueChanged, this, &ShotInspector::showTake);
    connect(m_session.freshness(), &Freshness::changed, this, &ShotInspector::showTake);
    connect(m_session.promptReader(), &PromptReader::understood, this, &ShotInspector::showUnderstood);
    connect(m_session.planner(), &Planner::planned, this, [this](const generate::Plan& plan) {
        m_shoot->setCost(costWord(plan.seconds));
        notePlan(plan.warnings.empty() ? QString() : qs(plan.warnings.front()));
    });
    connect(m_session.planner(), &Planner::refused, this, [this](const Error& why) {
        m_shoot->setCost({});
        notePlan(qs(why.message));
    });
}

void ShotInspector::showShot() {
    const auto* shot = m_session.shot();
    m_pages->setCurrentIndex(shot != nullptr ? 0 : 1);
    const bool other = m_shown != m_session.selected();
    if (other) {
        commit(); // what was typed belongs to the shot that was shown
        m_session.endMerge();
    }
    m_shown = m_session.selected();
    shot = m_session.shot();
    if (shot == nullptr) {
        m_head->setTitle(tr("Shot"));
        m_head->setDetail({});
        m_flag->setText({});
        return;
    }
    m_head->setTitle(tr("Shot %1").arg(qs(shot->number)));
    m_head->setDetail(tr("%1 s").arg(lengthWord(shot->frames, m_session.rate())));
    if (other || !m_typing.isActive()) {
        m_prompt->setPrompt(qs(shot->prompt));
        if (m_dialogue->toPlainText() != dialogueText(*shot)) {
            const QSignalBlocker quiet(m_dialogue);
            m_dialogue->setPlainText(dialogueText(*shot));
        }
    }
    m_size->setCurrent(qs(shot->size.value_or("")));
    m_angle->setCurrent(qs(shot->angle.value_or("")));
    m_move->setCurrent(qs(shot->move.value_or("")));
    m_lens->setCurrent(shot->lensMm ? QString::number(*shot->lensMm) : QString());
    if (!m_length->hasFocus()) m_length->showValue(tr("%1 s").arg(lengthWord(shot->frames, m_session.rate())));
    if (!m_seed->hasFocus()) m_seed->showValue(QString::number(shot->seed));
    m_stage->show(*shot);
    m_generator->setCurrent(std::max(0, int(m_generatorIds.indexOf(qs(shot->generator)))));
    showTake();
    m_asking.start(other ? 0 : token::readPause);
}

void ShotInspector::showTake() {
    const auto* shot = m_session.shot();
    if (shot == nullptr) return;
    const auto* last = m_session.film().takes.lastOf(shot->id);
    m_shoot->setText(tr("Shoot take %1").arg(last != nullptr ? last->number + 1 : 1));
    m_shoot->setAccessibleName(m_shoot->text());
    m_shoot->updateGeometry();
    m_shoot->update();
    m_flag->setText(m_session.freshness()->outOfDate(shot->id) ? tr("changed since the take") : QString());
}

void ShotInspector::askAgain() {
    const auto* shot = m_session.shot();
    if (shot == nullptr) return;
    auto names = m_session.names();
    names.corrections = reading::correctionsOf(shot->settingsJson);
    m_session.promptReader()->read(m_prompt->prompt(), names);
    const auto request = shoot::makeShotRequest(m_session.film(), shot->id);
    Q_EMIT requestChanged(request ? std::optional(*request) : std::nullopt);
    if (request) {
        m_session.planner()->ask(*request);
        return;
    }
    m_session.planner()->forget();
    m_shoot->setCost({});
    notePlan(qs(request.error().message));
}

void ShotInspector::notePlan(const QString& words) {
    m_planNote->setText(words);
    m_planNote->setVisible(!words.isEmpty());
}

void ShotInspector::showUnderstood(const UnderstoodPrompt& prompt) {
    m_prompt->setUnderstood(prompt);
    if (prompt.prompt != m_prompt->prompt()) return;
    const auto said = [](const QString& word, const QString& name) { return word.isEmpty() ? name : word; };
    m_size->setUnset(said(prompt.size, tr("Size")));
    m_angle->setUnset(said(prompt.angle, tr("Angle")));
    m_move->setUnset(said(prompt.move, tr("Move")));
    m_lens->setUnset(said(prompt.lens, tr("Lens")));
    showMeaning(prompt);
}

/// The first word that is not known, else the first that the director explained, with a way to change what it is.
void ShotInspector::showMeaning(const UnderstoodPrompt& prompt) {
    if (m_meaning->hasFocus()) return;
    m_correcting.reset();
    m_meaning->hide();
    m_change->setVisible(prompt.available);
    m_word.clear();
    const auto unknown = std::find_if(prompt.spans.begin(), prompt.spans.end(), [](const auto& span) { return span.meaning == Meaning::unknown; });
    if (!prompt.available) {
        m_unknown->setText(tr("The lexicon is missing: nothing is underlined."));
    } else if (unknown != prompt.spans.end()) {
        m_word = unknown->word;
        m_meaning->showValue(unknown->takenFor);
        m_unknown->setText(unknown->takenFor.isEmpty() ? tr("%1 is not known and is left out.").arg(m_word) : tr("%1 → %2.").arg(m_word, unknown->takenFor));
    } else if (const auto* shot = m_session.shot()) {
        for (const auto& [word, meaning] : reading::meaningsOf(shot->settingsJson)) {
            if (!prompt.prompt.contains(qs(word), Qt::CaseInsensitive)) continue;
            m_word = qs(word);
            m_meaning->showValue(qs(meaning));
            m_unknown->setText(tr("%1 → %2, as you said.").arg(m_word, qs(meaning)));
            break;
        }
    }
    m_unknownRow->setVisible(!m_word.isEmpty() || !prompt.available);
}

void ShotInspector::setMeaning(const QString& meaning) {
    if (const auto what = std::exchange(m_correcting, std::nullopt)) {
        m_meaning->clearFocus();
        return correct(*what, meaning.trimmed());
    }
    const auto* shot = m_session.shot();
    if (shot == nullptr || m_word.isEmpty()) return;
    edit::ShotPatch patch;
    patch.settingsJson = withMeaning(*shot, m_word, meaning.trimmed());
    m_meaning->clearFocus();
    m_session.patch(shot->id, patch, {}, tr("Explain %1").arg(m_word).toStdString());
    m_asking.start(0);
}

void ShotInspector::commit() {
    if (!m_typing.isActive()) return;
    m_typing.stop();
    sendPrompt();
    m_session.endMerge();
}

void ShotInspector::sendPrompt() {
    const auto* shot = m_session.film().shots.find(m_shown);
    if (shot == nullptr) return;
    const std::string text = m_prompt->prompt().toStdString();
    if (text != shot->prompt) {
        edit::ShotPatch patch;
        patch.prompt = text;
        m_session.patch(m_shown, patch, "prompt of " + std::to_string(m_shown.value));
    }
    sendDialogue();
}

void ShotInspector::sendDialogue() {
    const auto* shot = m_session.film().shots.find(m_shown);
    if (shot == nullptr || m_dialogue->toPlainText() == dialogueText(*shot)) return;
    edit::ShotPatch patch;
    patch.dialogue = dialogueOf(m_dialogue->toPlainText());
    m_session.patch(m_shown, patch, "dialogue of " + std::to_string(m_shown.value));
}

void ShotInspector::setLength(const QString& text) {
    const auto* shot = m_session.film().shots.find(m_shown);
    if (shot == nullptr) return;
    QString value = text.trimmed();
    const bool frames = value.endsWith(QLatin1Char('f'));
    value.remove(QLatin1Char('f')).remove(QLatin1Char('s'));
    bool ok = false;
    const double number = value.trimmed().replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    const std::int64_t length = !ok ? 0 : frames ? std::llround(number) : time::fromSeconds(number, m_session.rate()).value;
    m_length->showValue(tr("%1 s").arg(lengthWord(shot->frames, m_session.rate())));
    if (length <= 0) {
        Q_EMIT m_session.told(tr("\"%1\" is no length").arg(text), tr("Write seconds (4.5) or frames (108f)"));
        return;
    }
    edit::ShotPatch patch;
    patch.frames = length;
    m_session.patch(m_shown, patch);
}

void ShotInspector::setSeed(const QString& text) {
    bool ok = false;
    const auto seed = text.trimmed().toULongLong(&ok);
    if (!ok) {
        if (const auto* shot = m_session.shot()) m_seed->showValue(QString::number(shot->seed));
        Q_EMIT m_session.told(tr("\"%1\" is no seed").arg(text), tr("A seed is a whole number"));
        return;
    }
    edit::ShotPatch patch;
    patch.seed = seed;
    m_session.patch(m_shown, patch);
}

void ShotInspector::setLens(const QString& key) {
    edit::ShotPatch patch;
    patch.lensMm = key.isEmpty() ? std::optional<double>() : std::optional<double>(key.toDouble());
    m_session.patch(m_shown, patch);
}

} // namespace rushes::ui
