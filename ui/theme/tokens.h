// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

/// Every colour, size and time that the studio draws with. Nothing else in ui/ or app/ may spell one out.
namespace rushes::ui::token {

inline constexpr QColor window{0x14, 0x15, 0x17}, panel{0x1b, 0x1d, 0x20}, raised{0x23, 0x26, 0x29}, hover{0x2c, 0x30, 0x34},
    line{0x33, 0x37, 0x3c}, clipEdge{0x3c, 0x41, 0x47};
inline constexpr QColor text{0xe8, 0xe5, 0xdf}, dim{0xa4, 0xa8, 0xae}, faint{0x6d, 0x73, 0x7a};
inline constexpr QColor accent{0xf0, 0xa5, 0x3a}, accentHover{0xf6, 0xb3, 0x55}, accentDown{0xd8, 0x92, 0x2c}, accentInk{0x1b, 0x12, 0x05};
inline constexpr QColor ok{0x62, 0xb8, 0x77}, warn{0xe7, 0xc1, 0x4b}, error{0xe5, 0x60, 0x4f}, info{0x6a, 0xa7, 0xe0};
inline constexpr QColor paper{0xef, 0xec, 0xe4}, surround{0x0c, 0x0d, 0x0e}, hudText{0xff, 0xff, 0xff};
inline constexpr QColor tagBack{20, 21, 23, 209};     ///< the dark tags on pictures
inline constexpr QColor soundClip{0x20, 0x31, 0x3a}, soundEdge{0x2d, 0x45, 0x51};
inline constexpr QColor boardClip{0x3a, 0x36, 0x2c}, boardEdge{0x4a, 0x45, 0x38};
inline constexpr QColor errorBack{0x33, 0x21, 0x20}, warnBack{0x33, 0x2e, 0x1e}, newsBack{0x1f, 0x2a, 0x33};
inline constexpr QColor accentVeil{0xf0, 0xa5, 0x3a, 31}; ///< in and out range, view cone
inline constexpr QColor shade{0, 0, 0, 120};

// Space: a grid of 4.
inline constexpr int s2 = 2, s4 = 4, s8 = 8, s12 = 12, s16 = 16, s24 = 24, s64 = 64;
inline constexpr int gap = 10;          ///< between cards
inline constexpr int hairline = 1, selection = 2;
inline constexpr int radiusSmall = 4, radiusField = 6, radius = 7, radiusLarge = 9;

// Type, in pixels.
inline constexpr int inter = 13, interLine = 18, small = 11, smallLine = 16, title = 15, titleLine = 20, lead = 22, headline = 34, headlineLine = 42;
inline constexpr int promptLine = 20;

// Parts of the window.
inline constexpr int topBar = 44, head = 36, status = 26, transport = 44, takes = 112, fieldHeight = 28, buttonHeight = 36, segment = 30, pill = 26;
inline constexpr int icon = 18, playButton = 32, splitter = 1, splitterGrip = 7;
inline constexpr int boardWidth = 452, inspectorWidth = 340, timelineHeight = 268, progressWidth = 120, progressHeight = 4;
inline constexpr int cardText = 48, cardMin = 190, tagPad = 6, dot = 7, ring = 10, scrollBar = 10, scrollThumbMin = 32;
inline constexpr int takeWidth = 138, takePicture = 70, referenceWidth = 72, referencePicture = 44;
inline constexpr int trackHead = 128, ruler = 28, pictureTrack = 74, boardTrack = 46, dialogueTrack = 58, playheadWidth = 11, playheadHeight = 12, trimGrip = 6;
inline constexpr int windowWidth = 1680, windowHeight = 1050, windowMinWidth = 1100, windowMinHeight = 680;
inline constexpr int startMargin = 140, startTop = 96, startSide = 560, startCard = 76, startIcon = 26, recentPicture = 150, startText = 560;
inline constexpr int popupWidth = 380, sheetWidth = 760, menuItem = 28, noteWidth = 360, notePictureWidth = 88, notePictureHeight = 50, reviewStrip = 64;
inline constexpr int topViewHeight = 150, promptMin = 80, promptMax = 170;
inline constexpr int disabledAlpha = 110;

// Motion, in ms.
inline constexpr int hoverTime = 120, typingPause = 700, newsTime = 8000, readPause = 250;

} // namespace rushes::ui::token
