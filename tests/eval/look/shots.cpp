// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/shots.h"

namespace rushes::eval {

const std::vector<ShotCase>& shotCases() {
    static const std::vector<ShotCase> kShots{
        {"p_street", "", 1.0f, "street"},
        {"p_orbit", "", 1.6f, "orbit"},
        {"p_car", "", 0.9f, "car"},
        {"p_head", "", 7.0f, "head"},
        {"street", "EXT. CITY STREET - DAY. Side view, full shot. ANNA in a red coat walks from left to right. BEN in a blue jacket walks from right to left. The camera trucks right.", 1.0f, ""},
        {"orbit", "INT. KITCHEN - DAY. Full shot. ANNA in a red shirt and blue jeans sits on a chair next to a table. The camera arcs around her.", 1.6f, ""},
        {"car", "EXT. PARKING LOT - DAY. Wide shot. A yellow car drives from left to right past BEN, who walks from right to left. The camera pans right with the car.", 0.9f, ""},
        {"head", "INT. OFFICE - DAY. Close-up of ANNA in a red shirt. ANNA turns around slowly. Static camera.", 7.0f, ""},
        {"crowd", "EXT. MARKET SQUARE - DAY. Wide shot. A crowd of people walks across the square. The camera dollies right slowly.", 0.9f, ""},
        {"rain", "EXT. CITY STREET - NIGHT - RAIN. Medium wide shot. ANNA in a yellow coat walks towards the camera through the rain. The camera dollies back.", 1.6f, ""},
        {"talk", "INT. CAFE - DAY. Close-up two shot of ANNA in a red sweater and BEN in a blue shirt. They talk to each other. The camera pushes in slowly.", 3.0f, ""},
        {"armchair", "INT. LIBRARY - DAY. Medium wide shot. BEN in a green sweater sits in an armchair reading a book. The camera orbits around him.", 2.4f, ""},
        {"bus", "EXT. TOWN SQUARE - DAY. Wide shot. A red bus drives past from right to left. Static camera.", 0.7f, ""},
        {"dance", "INT. BALLROOM - NIGHT. Full shot. ANNA in a red dress and BEN in a blue suit are dancing. Static camera.", 1.2f, ""},
    };
    return kShots;
}

} // namespace rushes::eval
