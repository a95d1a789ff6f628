// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/hud_words.h"

#include "ui/bridge/words.h"

namespace rushes::studio {

HudWords hudWords(const ui::Session& session) {
    HudWords words;
    const auto* player = session.player();
    if (!player->hasSource()) {
        if (session.isOpen()) words.message = ui::Session::tr("Nothing to see yet. The first shot shows here.");
        return words;
    }
    if (const auto* item = session.cut().at(player->position())) {
        words.topLeft = ui::qs(item->shot);
        if (!item->take.empty()) words.topLeft += QStringLiteral("  ") + ui::qs(item->take) + QStringLiteral("  ") + ui::qs(item->generator);
    }
    const auto& clips = session.clips();
    const int at = clips.clips.empty() ? -1 : clips.clipAt({player->position(), clips.rate});
    const auto* shot = at < 0 ? nullptr : session.film().shots.find(clips.clips[std::size_t(at)].shot);
    if (shot != nullptr && shot->lensMm) words.topRight = ui::lensWord(*shot->lensMm);
    words.timecode = player->timecode();
    const auto state = player->player()->state();
    const double fps = state.playing ? state.measuredFps : session.rate().hz();
    words.bottomRight = ui::Session::tr("%1 fps  %2 dropped").arg(QString::number(fps, 'f', 2)).arg(state.counters.dropped);
    return words;
}

} // namespace rushes::studio
