// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

namespace rushes::ui {

/// Makes Inter and JetBrains Mono known: the system's, else the files that ship under assets/fonts. Ui thread, before the first widget.
void loadFonts();

/// The studio's only faces. `semibold` is the one heavier weight there is.
enum class Face { text, semibold, small, smallSemibold, title, lead, headline, mono, monoSmall, monoTitle };
QFont font(Face face);

} // namespace rushes::ui
