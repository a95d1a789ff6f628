// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// How a reading is corrected by hand in the inspector.
#include "ui/bridge/words.h"
#include "ui/shot/shot_inspector.h"

#include <QMenu>

namespace rushes::ui {

namespace {

using reading::CorrectionKind;

constexpr int mostChoices = 16; ///< names in a menu; others can be typed

/// What stands before the field in which the director says what it is.
QString lead(const reading::Corrigible& what) {
    const QString words = qs(what.words);
    if (what.kind == CorrectionKind::place) return words.isEmpty() ? ShotInspector::tr("The place is") : ShotInspector::tr("%1 is the place").arg(words);
    if (what.kind == CorrectionKind::action) return ShotInspector::tr("%1 means to").arg(words);
    return ShotInspector::tr("%1 is").arg(words);
}

} // namespace

/// What it is read as, whom or where the film knows, something else, and back to the words.
void ShotInspector::offerCorrections(const CorrectableSpan& span, const QPoint& global) {
    if (m_session.shot() == nullptr) return;
    commit(); // what was typed is what is corrected
    const reading::Corrigible what = span.what;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("corrections"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* head = menu->addAction(what.readAs.empty() ? tr("%1 is not understood").arg(qs(what.words)) : tr("%1: read as %2").arg(qs(what.words), qs(what.readAs)));
    head->setEnabled(false);
    menu->addSeparator();
    const auto names = m_session.names();
    QStringList choices;
    if (what.kind == CorrectionKind::who)
        for (const auto& member : names.cast) choices << qs(member.name);
    if (what.kind == CorrectionKind::place)
        for (const auto& location : names.locations) choices << qs(location.name);
    for (const QString& choice : choices.mid(0, mostChoices))
        menu->addAction(tr("It is %1").arg(choice), this, [this, what, choice] { correct(what, choice); });
    menu->addAction(tr("It is something else"), this, [this, what] { askFor(what); });
    if (what.byHand) menu->addAction(tr("As the words say"), this, [this, what] { correct(what, {}); });
    menu->popup(global);
}

/// Opens the row below the prompt for it.
void ShotInspector::askFor(const reading::Corrigible& what) {
    m_correcting = what;
    m_unknown->setText(lead(what));
    m_change->hide();
    m_meaning->showValue(what.byHand ? qs(what.readAs) : QString());
    m_meaning->show();
    m_unknownRow->show();
    m_meaning->setFocus(Qt::OtherFocusReason);
    m_meaning->selectAll();
}

void ShotInspector::correct(const reading::Corrigible& what, const QString& is) {
    const auto* shot = m_session.shot();
    if (shot == nullptr) return;
    const auto everywhere = reading::correctionOf(what, is.toStdString());
    edit::ShotPatch patch;
    if (is.isEmpty()) {
        patch.settingsJson = reading::withoutCorrection(shot->settingsJson, everywhere);
        patch.settingsJson = reading::withoutCorrection(*patch.settingsJson, reading::correctionOf(what, {}, false));
    } else {
        patch.settingsJson = reading::withCorrection(shot->settingsJson, everywhere);
    }
    const QString label = is.isEmpty() ? tr("Take back what %1 is").arg(qs(what.words)) : tr("Say what %1 is").arg(qs(what.words));
    m_session.patch(shot->id, patch, {}, label.toStdString());
    m_asking.start(0);
}

} // namespace rushes::ui
