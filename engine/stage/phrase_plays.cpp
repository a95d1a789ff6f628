// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/phrase_plays.h"

#include <iterator>

namespace rushes::stage {
namespace {

/// Words of each kind apart by spaces; an empty list takes anything.
struct PhrasePlay {
    std::string_view verbs, particles, objects, parts;
    MotionPlay play;
};

constexpr MotionPlay still(std::string_view figure, std::string_view mood = "") { return {"reach", "", figure, mood}; }
constexpr MotionPlay seated(std::string_view figure, std::string_view mood = "") { return {"work_tool", "", figure, mood, false, true}; }
constexpr MotionPlay going(std::string_view word, std::string_view figure, float speed, std::string_view mood = "") {
    return {word, "", figure, mood, true, false, false, false, speed};
}

constexpr std::string_view hats = "hat cap helmet crown hood bonnet beret fedora sombrero turban wig headphones tiara veil";
constexpr std::string_view glasses = "glasses sunglasses spectacles goggles monocle glass";
constexpr std::string_view shoes = "boot boots shoe shoes sneaker sneakers sandal sandals sock socks slipper slippers skate skates stocking stockings heels";
constexpr std::string_view coats = "coat jacket shirt sweater dress robe cloak vest blouse hoodie uniform cardigan gown suit cape trousers pants jeans clothes overalls backpack";
constexpr std::string_view on = "put pull slip try throw tug get don", off = "take pull slip remove kick tug shrug get rip tear doff lift";

constexpr PhrasePlay plays[] = {
    {"play", "", "rock paper scissors rock-paper-scissors rock-paper", "", {"wave", "", "rock_paper", "happy"}},
    // Clothes.
    {"take remove doff lift sweep pull", "off", hats, "", still("hat_off")},
    {"remove doff", "", hats, "", still("hat_off")},
    {"put pull don place adjust straighten wear slip", "on", hats, "", still("hat_on")},
    {"don adjust straighten", "", hats, "", still("hat_on")},
    {"tip doff", "", "hat cap", "", still("hat_tip")},
    {"put slip slide try pull", "on", glasses, "", still("glasses_on")},
    {"don adjust push", "", "glasses sunglasses spectacles goggles", "", still("glasses_on")},
    {"take remove pull slip lift", "off", glasses, "", still("glasses_off")},
    {"remove", "", "glasses sunglasses spectacles goggles", "", still("glasses_off")},
    {"take remove pull rip tear", "off", "mask bandage", "", still("mask_off")},
    {"remove", "", "mask", "", still("mask_off")},
    {"put pull don slip", "on", "mask", "", still("mask_on")},
    {"don adjust", "", "mask", "", still("mask_on")},
    {"put pull slip take tug remove don peel", "", "glove gloves mitten mittens ring bracelet watch", "", still("gloves")},
    {on, "on", shoes, "", seated("boots")},
    {off, "off out", shoes, "", seated("boots")},
    {"remove lace unlace", "", shoes, "", seated("boots")},
    {"tie lace untie", "", "shoe shoes shoelace shoelaces lace laces sneaker sneakers boot boots", "", still("tie_shoe")},
    {on, "on", coats, "", still("dress")},
    {off, "off out", coats, "", still("dress")},
    {"don remove shed", "", coats, "", still("dress")},
    {"zip unzip", "up", coats, "", still("zip_up")},
    {"zip unzip", "", coats, "", still("zip_up")},
    {"button unbutton fasten unfasten", "", coats, "", still("button_up")},
    {"button unbutton", "", "", "", still("button_up")},
    {"roll push", "up", "sleeve sleeves", "", still("roll_sleeve")},
    {"brush dust", "off", "", "", still("brush_off")},
    {"smooth", "", "dress skirt shirt coat jacket", "", still("brush_off")},
    {"put slip", "on", "earring earrings necklace makeup lipstick mascara cream perfume", "", still("face_care")},
    {"try", "on", "", "", still("dress")},
    {"wrap wind tie knot adjust put loosen straighten tug undo", "", "scarf shawl collar bandana necktie tie", "", still("tie")},
    {"fasten buckle unbuckle tighten loosen undo unfasten", "", "belt seatbelt buckle harness strap", "", still("buckle")},
    // Hands and arms.
    {"point jab", "", "finger fingers", "", {"point", "", "point", ""}},
    {"twist twirl play curl tuck toss flip", "", "hair strand lock braid ponytail", "", still("groom")},
    {"rub pat stroke", "", "stomach belly tummy", "", still("rub_belly")},
    {"throw fling", "up", "hand hands arm arms", "", still("throw_hands_up")},
    {"throw", "", "arms hands", "", still("throw_hands_up")},
    {"raise lift hold put", "", "hands arms", "", still("hands_up_high")},
    {"surrender", "", "", "", still("hands_up_high", "afraid")},
    {"raise lift", "", "hand arm finger", "", still("hand_up")},
    {"cross fold", "", "arm arms", "", {"stand", "", "arms_crossed", ""}},
    {"shrug", "", "", "", {"stand", "", "shrug", ""}},
    {"clench ball tighten", "", "fist fists hand hands", "", {"stand", "", "clench", "angry"}},
    {"clench tighten curl ball", "", "", "fist hand finger", {"stand", "", "clench", "angry"}},
    {"tremble shake quiver", "", "", "hand finger", {"stand", "", "tremble_hands", "afraid"}},
    {"flex show", "", "muscle muscles bicep biceps", "", still("flex")},
    {"rub", "", "hand hands palm palms", "", still("rub_hands")},
    {"wring", "", "hand hands", "", still("rub_hands", "afraid")},
    {"warm heat", "", "hand hands herself himself themselves", "", still("warm_hands")},
    {"drum tap rap", "", "table desk counter", "finger hand", seated("drum_fingers")},
    {"drum tap", "", "", "finger", seated("drum_fingers")},
    {"drum tap", "", "finger fingers", "", seated("drum_fingers")},
    {"beckon", "", "", "", still("beckon")},
    {"hitchhike", "", "", "", still("hitchhike")},
    {"give show", "", "thumbs thumb thumbs-up", "", still("thumbs_up", "happy")},
    {"high-five five", "", "", "", {"wave", "", "high_five", "happy", false, false, false, false, 1.25f, {0.95f, "high_five"}}},
    {"hug embrace", "", "himself herself themselves knees", "", still("hug_self")},
    {"salute", "", "", "", {"wave", "", "salute", ""}},
    // The face and the head.
    {"scratch", "", "head hair scalp", "", still("scratch_head", "confused")},
    {"stroke scratch tug pull", "", "beard chin moustache mustache goatee", "", still("stroke_beard")},
    {"bite chew", "", "nail nails fingernail fingernails", "", still("bite_nails", "afraid")},
    {"check consult glance look", "", "watch wristwatch", "", still("check_watch")},
    {"cover clap", "", "mouth", "", still("cover_mouth", "surprised")},
    {"", "", "mouth", "hand", still("cover_mouth", "surprised")},
    {"cover hide bury", "", "face eyes head", "", still("cover_face", "sad")},
    {"cover plug block hold", "", "ear ears", "", still("cover_ears")},
    {"rub", "", "eye eyes face", "", still("rub_eyes", "tired")},
    {"wipe dry brush blink", "away", "", "", still("wipe_tear", "sad")},
    {"wipe dry brush", "", "tear tears eye eyes cheek cheeks", "", still("wipe_tear", "sad")},
    {"wipe mop blot", "", "brow forehead sweat", "", still("wipe_brow", "tired")},
    {"wipe blow", "", "nose", "", still("nose_wipe")},
    {"yawn", "", "", "", {"shout", "", "yawn", "tired"}},
    {"cough", "", "", "", {"shout", "", "cough", "tired"}},
    {"sneeze", "", "", "", {"shout", "", "sneeze", ""}},
    {"hold pinch", "", "nose breath", "", still("hold_nose", "disgusted")},
    {"slap hit", "", "forehead", "", still("facepalm")},
    {"facepalm", "", "", "", still("facepalm")},
    {"whistle", "", "", "", still("whistle")},
    {"blow", "", "whistle", "", still("whistle")},
    {"blow", "", "kiss kisses", "", still("blow_kiss", "happy")},
    {"stick poke", "", "tongue", "", {"stand", "", "stand", "tongue"}},
    {"dart flit search scan roam shift sweep", "", "", "eye gaze", {"look", "", "look_around", ""}},
    {"turn swivel", "", "", "head", {"look", "", "look_around", ""}},
    {"nod bob", "", "", "head", still("nod")},
    {"shake", "", "", "head", still("shake_head")},
    {"put hold press place lay", "", "heart chest", "hand", still("hand_on_heart")},
    {"clutch grab grip hold press", "", "chest heart stomach belly", "", still("clutch_chest", "disgusted")},
    {"press put hold", "", "ear", "", {"listen", "", "eavesdrop", ""}},
    {"gasp", "", "", "", still("cover_mouth", "surprised")},
    {"shield shade", "", "eye eyes face", "", {"look", "", "peer", ""}},
    {"put press raise hold lift bring", "", "finger", "", still("hush")},
    {"shush hush silence", "", "", "", still("hush")},
    {"cup", "", "ear ears", "", {"listen", "", "eavesdrop", ""}},
    {"rest prop", "", "chin head", "", {"look", "", "think", ""}},
    {"clear", "", "throat", "", {"shout", "", "cough", ""}},
    {"bow hang lower drop", "", "head", "", still("bow_head", "sad")},
    {"roll", "", "eye eyes", "", {"look", "", "shake_head", "sly"}},
    {"flinch recoil wince", "", "", "", {"dodge", "", "dodge", "afraid"}},
    {"sigh exhale", "", "", "", {"stand", "", "bow_head", "tired"}},
    // Looking.
    {"discover notice spot find realize see recognize encounter", "", "", "", {"look", "", "notice", "surprised"}},
    {"observe supervise monitor study regard examine inspect contemplate admire", "", "", "", {"look", "", "observe", ""}},
    {"peek peep spy", "", "", "", {"look", "", "peek", ""}},
    {"look stare gaze glance", "", "mirror", "", {"look", "", "face_care", ""}},
    {"look peer gaze stare squint", "", "microscope", "", {"work_tool", "", "microscope", ""}},
    {"use operate adjust", "", "microscope", "", {"work_tool", "", "microscope", ""}},
    // Doors, locks and machines.
    {"open draw close part pull shut push", "", "curtain curtains drape drapes", "", {"open_door", "", "curtains", ""}},
    {"open lower raise close pull", "", "blind blinds", "", {"open_door", "", "pull_rope_down", ""}},
    {"hammer pound bang beat rap knock", "", "door gate", "", {"reach", "", "knock", ""}},
    {"erase wipe clean", "", "board blackboard whiteboard", "", {"wash", "", "wipe_high", ""}},
    {"straighten adjust align", "", "painting picture frame mirror poster", "", still("hang_up")},
    {"draw write paint scrawl chalk", "", "pavement ground sidewalk floor sand asphalt road dirt chalk", "", {"work_tool", "", "kneel_work", ""}},
    {"carve scratch etch engrave write", "", "name initials tree trunk heart", "", {"cut", "", "carve", ""}},
    {"take check feel measure", "", "pulse temperature heartbeat", "", still("stethoscope")},
    {"open slide raise lift push close shut lower", "", "window shutter shutters sash", "", {"open_door", "", "lift_window", ""}},
    {"unlock lock", "", "", "", {"open_door", "", "unlock", ""}},
    {"turn insert", "", "key lock", "", {"open_door", "", "unlock", ""}},
    {"pick", "", "lock padlock", "", {"open_door", "", "pick_lock", ""}},
    {"kick break", "", "door", "", {"kick", "", "kick_door", "angry"}},
    {"turn spin crank steer grip", "", "wheel crank valve handle helm", "", still("crank")},
    {"adjust swipe operate manipulate", "", "display hologram screen monitor panel displays interface dashboard", "", still("swipe")},
    {"interact", "", "", "", still("swipe")},
    {"conduct perform run", "", "experiment test research surgery analysis", "", {"work_tool", "", "handiwork", ""}},
    {"answer pick dial", "", "phone telephone receiver call cellphone", "", {"phone", "", "phone_call", "", false, false, true}},
    {"ring shake", "", "bell", "", still("ring_bell")},
    {"ring toll pull", "", "bells", "", still("pull_rope_down")},
    {"raise lower hoist", "", "flag sail curtain anchor", "", still("pull_rope_down")},
    {"tune", "", "radio", "", still("press")},
    {"change replace screw unscrew", "", "bulb lightbulb", "", still("screw_up")},
    {"measure", "", "", "", still("measure")},
    {"stamp seal", "", "document letter envelope passport paper form", "", seated("stamp")},
    // Striking.
    {"pound bang slam slap thump hit strike", "", "table desk fist fists counter bar", "", {"punch", "", "pound", "angry"}},
    {"bang strike slam", "", "gavel", "", {"punch", "", "gavel", ""}},
    {"beat hammer strike pound", "", "iron anvil metal steel sword horseshoe nail", "", {"work_tool", "", "hammer", ""}},
    {"stomp stamp", "", "", "", {"kick", "", "stomp", "angry"}},
    {"stamp stomp", "", "foot feet", "", {"kick", "", "stomp", "angry"}},
    {"crack lash", "", "whip", "", still("whip")},
    {"draw unsheathe pull", "", "sword blade katana dagger saber", "", {"sword", "", "draw_sword", ""}},
    {"spike", "", "", "", {"play_ball", "", "volley", ""}},
    {"dribble", "", "ball basketball", "", {"play_ball", "", "dribble", ""}},
    {"dribble", "", "", "", {"play_ball", "", "dribble", ""}},
    {"juggle", "", "ball balls pin pins orange oranges", "", {"throw", "", "juggle", ""}},
    {"juggle", "", "", "", {"throw", "", "juggle", ""}},
    {"twirl spin", "", "stick sticks baton cane pen coin umbrella parasol sword gun", "", still("twirl")},
    {"handcuff arrest cuff", "", "", "", {"fight", "", "cuff", "", false, false, false, false, 1.25f, {0.55f, "hands_offered"}}},
    {"kick", "", "can stone pebble bottle rock", "", {"kick", "", "kick_ball", ""}},
    {"kick", "", "ball football", "", {"kick", "", "kick_ball", ""}},
    {"wrestle arm-wrestle", "", "arm table", "", {"fight", "", "arm_wrestle", "", false, true}},
    {"draw pull nock", "", "bow arrow bowstring", "", {"shoot", "", "archery", ""}},
    {"cast throw", "", "line fishing rod", "", {"throw", "", "fish", ""}},
    {"skip skim", "", "stone stones rock rocks", "", {"throw", "", "throw_side", ""}},
    {"slap smack", "", "", "", {"punch", "", "slap", "angry", false, false, false, false, 1.25f, {0.75f, "dodge"}}},
    {"pluck strum pick", "", "guitar string strings banjo lute ukulele", "", {"play_instrument", "", "guitar", ""}},
    {"lower raise wave", "", "baton", "", {"play_instrument", "", "conduct", ""}},
    {"climb clamber vault scramble jump leap", "", "fence wall gate barrier railing window sill hedge barricade", "", {"climb", "", "climb_over", ""}},
    {"tighten loosen turn fasten unscrew screw", "", "bolt screw nut pipe", "", {"work_tool", "", "wrench", ""}},
    {"point aim level draw", "", "gun pistol revolver handgun", "", {"shoot", "", "aim", "angry"}},
    {"point aim level", "", "rifle shotgun crossbow musket", "", {"shoot", "", "rifle", "angry"}},
    {"load reload cock clean", "", "rifle gun pistol shotgun musket revolver", "", still("handle")},
    {"throw land swing", "", "punch punches fist fists blow", "", {"punch", "", "punch", "angry", false, false, false, false, 1.25f, {0.95f, "dodge"}}},
    {"slam tackle throw pin", "", "opponent rival enemy attacker", "", {"fight", "", "wrestle", "angry", false, false, false, false, 1.25f, {0.85f, "wrestle"}}},
    {"shake", "", "fist fists", "", still("shake_fist", "angry")},
    {"make", "", "fist fists", "", {"stand", "", "clench", "angry"}},
    {"crack", "", "knuckle knuckles", "", still("rub_hands")},
    {"fall drop sink collapse", "", "knee knees", "", {"kneel", "", "kneel_down", "sad"}},
    {"take", "", "bow", "", {"kneel", "", "bow", "happy"}},
    {"swing dangle kick", "", "leg legs feet", "", {"sit", "", "swing_legs", "", false, true}},
    {"count", "", "finger fingers", "", still("count_fingers")},
    {"kiss", "", "hand hands ring", "", {"kiss", "", "kiss_hand", "", false, false, false, false, 1.25f, {0.75f, "offer_hand"}}},
    // Paper and small things.
    {"sign autograph", "", "name contract book check cheque autograph form treaty letter document", "", {"write", "", "write", "", false, true}},
    {"scrape", "", "ice paint snow frost", "", {"wash", "", "wipe", ""}},
    {"shave plane", "", "wood block plank board", "", {"cut", "", "saw", ""}},
    {"spray dab", "", "perfume cologne", "", still("face_care")},
    {"open unwrap unbox unfold", "", "letter envelope gift present parcel package", "", {"pick_up", "", "unwrap", "happy"}},
    {"unwrap unbox", "", "", "", {"pick_up", "", "unwrap", "happy"}},
    {"drop", "", "", "", {"put_down", "", "let_fall", "surprised"}},
    {"spill knock", "", "glass cup milk coffee wine water drink", "", {"throw", "", "spill", "surprised"}},
    {"pack fill load unpack", "", "suitcase suitcases bag bags trunk backpack rucksack case", "", {"put_down", "", "stuff", ""}},
    {"empty turn", "", "pocket pockets", "", {"pick_up", "", "pull_out", ""}},
    {"stuff cram tuck stow", "", "", "", {"put_down", "", "stuff", ""}},
    {"tug yank pull", "", "sleeve shirt coat skirt hem dress", "", still("tug")},
    {"sprinkle splash", "", "water petal petals holy", "", {"throw", "", "scatter", ""}},
    {"smell sniff inhale", "", "", "", still("smell")},
    {"wrinkle scrunch crinkle twitch", "", "", "nose", still("smell", "disgusted")},
    {"drop fall open gape hang", "", "", "mouth jaw", {"look", "", "notice", "surprised"}},
    {"wink", "", "", "", still("wink", "sly")},
    {"clench tense tighten set flare narrow furrow", "", "", "jaw muscle nostril eye tooth brow forehead", {"stand", "", "clench", "angry"}},
    {"share", "", "umbrella", "", {"carry", "", "hold_up", ""}},
    {"blow puff", "", "candle candles balloon bubble bubbles dandelion soup", "", still("blow")},
    {"blow", "out", "", "", still("blow")},
    {"hang", "", "laundry clothes sheet picture painting coat lamp wash washing decoration lantern curtain", "", {"put_down", "", "hang_up", ""}},
    {"tear rip shred", "", "", "", {"cut", "", "tear", ""}},
    {"crumple scrunch crush wad", "", "", "", still("crumple")},
    {"fan", "", "", "", still("fan_self", "tired")},
    {"weave", "", "", "", seated("weave")},
    {"paint polish file do", "", "nail nails", "", seated("paint_nails")},
    {"wave swing", "", "flag banner", "", {"wave", "", "wave_flag", "happy"}},
    {"light ignite strike", "", "candle candles match lamp lantern torch fire fireplace stove fuse", "", still("light_up")},
    {"light", "", "cigarette cigar pipe", "", {"eat", "", "smoke", ""}},
    {"open raise hold unfold", "", "umbrella parasol", "", {"carry", "", "hold_up", ""}},
    {"release free let", "", "", "", still("release")},
    {"inject vaccinate", "", "", "", still("inject")},
    {"listen", "", "heart chest heartbeat lung lungs", "", {"listen", "", "stethoscope", "", false, false, false, false, 1.25f, {0.8f, ""}}},
    {"rake", "", "sand leaf leaves hay grass gravel ground garden soil path", "", {"work_tool", "", "rake", ""}},
    {"rake", "", "", "", {"work_tool", "", "rake", ""}},
    {"trim prune clip shear", "", "hedge bush tree shrub rose branch plant topiary", "", {"cut", "", "shears", ""}},
    {"sharpen hone whet", "", "knife knives blade axe sword scissors", "", {"cut", "", "sharpen", ""}},
    {"pick pluck harvest gather", "", "apple fruit orange cherry grape pear lemon olive peach plum coconut", "", {"pick_up", "", "pick_high", ""}},
    {"pump inflate", "", "tyre tire tires tyres ball raft", "", {"work_tool", "", "pump", ""}},
    {"stack pile", "", "box boxes crate crates log logs chair chairs brick bricks", "", {"put_down", "", "stack", ""}},
    {"open close shut lift", "", "lid chest trunk laptop hood", "", {"open_door", "", "lid", ""}},
    {"fold", "", "", "", {"put_down", "", "fold", ""}},
    // Cooking and drinking.
    {"crack break", "", "egg eggs", "", {"cook", "", "crack_egg", ""}},
    {"squeeze", "", "lemon orange lime fruit juice sponge", "", {"cook", "", "squeeze", ""}},
    {"sprinkle season", "", "", "", {"cook", "", "sprinkle", ""}},
    {"salt pepper", "", "", "", {"cook", "", "sprinkle", ""}},
    {"grate", "", "", "", {"cut", "", "grate", ""}},
    {"shake mix", "", "cocktail shaker drink martini bottle", "", still("shake_up")},
    {"clink toast", "", "", "", {"drink", "", "toast", "happy", false, false, false, false, 1.25f, {1.0f, "toast"}}},
    {"raise lift", "", "glass cup goblet toast mug drink", "", {"drink", "", "toast", "happy"}},
    {"fill", "", "bottle bucket canteen flask", "", still("fill_low")},
    {"fill refill", "", "glass cup glasses cups bowl pot", "", {"put_down", "", "pour", ""}},
    {"toss flip spin", "", "pizza dough", "", {"cook", "", "flip_pan", ""}},
    {"slurp", "", "noodle noodles ramen soup spaghetti", "", {"eat", "", "eat_fork", "", false, true}},
    {"pour sift run", "", "sand dust soil earth ash", "", still("sift")},
    {"aim point", "", "bow arrow", "", {"shoot", "", "archery", ""}},
    {"scatter sow spread", "", "", "", {"throw", "", "scatter", ""}},
    {"spray hose douse", "", "water fire flame flames hose", "", {"shoot", "", "hose", ""}},
    {"splash", "", "puddle water pool mud", "", {"jump", "", "stomp", "happy"}},
    {"splash", "", "", "", {"jump", "", "stomp", "happy"}},
    {"splash wash", "", "face", "", {"wash", "", "wash", ""}},
    // Lifting, carrying, throwing.
    {"hoist lift", "up onto", "", "", {"pick_up", "", "lift_over", ""}},
    {"hoist", "", "", "", {"pick_up", "", "lift_over", ""}},
    {"lift", "", "son daughter child baby girl boy trophy cup kid grandson", "", {"pick_up", "", "lift_over", "happy"}},
    {"pull", "out", "", "", {"pick_up", "", "pull_out", ""}},
    {"pull produce draw", "", "rabbit card gun wallet letter coin key phone", "", {"pick_up", "", "pull_out", ""}},
    {"throw toss", "", "bouquet", "", {"throw", "", "throw_back", "happy"}},
    {"pull drag haul roll wheel", "", "luggage suitcase suitcases trolley", "", {"carry", "", "carry_low", ""}},
    {"drag haul lug", "", "", "", {"pull", "", "drag", ""}},
    {"carry lift move haul", "", "sofa couch table bed piano desk crate crates wardrobe box boxes furniture log chest trunk", "", {"carry", "", "carry", ""}},
    {"shoulder", "", "", "", {"carry", "", "shoulder_load", ""}},
    {"dive lunge leap", "", "ball goal save", "", {"jump", "", "dive_save", ""}},
    // The whole body.
    {"balance teeter walk", "", "wall beam rope log rail tightrope ledge wire", "", {"stand", "", "balance", ""}},
    {"climb", "", "tree pole mast palm", "", {"climb", "", "climb_rock", ""}},
    {"lower ease drop", "", "himself herself themselves chair seat armchair", "", {"sit_down", "", "sit", "", false, true}},
    {"step slip", "", "shoe shoes boots slippers heels", "", seated("boots")},
    {"spit", "", "", "", still("cough", "disgusted")},
    {"stagger reel sway lurch totter", "", "", "", going("walk", "stagger", 0.6f)},
    {"tiptoe creep", "", "", "", going("sneak", "sneak", 0.55f)},
    {"handstand", "", "", "", still("handstand")},
    {"do perform hold", "", "handstand handstands headstand", "", still("handstand")},
    {"cartwheel", "", "", "", still("cartwheel")},
    {"do perform turn", "", "cartwheel cartwheels", "", still("cartwheel", "happy")},
    {"backflip somersault", "", "", "", {"jump", "", "backflip", ""}},
    {"do perform execute land", "", "backflip somersault flip backflips", "", {"jump", "", "backflip", ""}},
    {"curtsy curtsey", "", "", "", {"kneel", "", "curtsy", ""}},
    {"lean", "over", "", "", {"stand", "", "lean_over", ""}},
    {"lean", "", "railing balcony edge parapet rail well bridge", "", {"stand", "", "lean_over", ""}},
    {"lean", "back", "", "", {"sit", "", "lean_back", "calm", false, true}},
    {"lean rest", "", "cane stick crutch staff spear shovel", "", {"stand", "", "stand", ""}},
    {"pull haul drag", "", "himself herself themselves itself", "", {"climb", "", "climb_rock", ""}},
    {"lean", "", "wall door post tree pillar lamp doorframe fence car", "", {"stand", "", "lean_wall", ""}},
    {"ride", "", "wheelchair", "", going("ride", "wheel_self", 1.3f)},
    {"sit", "", "wheelchair", "", {"ride", "", "wheelchair_sit", ""}},
    {"ride sled", "", "sled toboggan sledge", "", going("ride", "sled", 3.2f, "happy")},
    {"sled toboggan", "", "", "", going("ride", "sled", 3.2f, "happy")},
    {"swing ride play", "", "swing swings", "", {"sit", "", "swing_ride", "happy", false, true}},
    {"mount saddle", "", "horse stallion mare pony bike bicycle", "", {"climb", "", "mount", ""}},
    {"pitch erect raise", "", "tent", "", {"work_tool", "", "kneel_work", ""}},
};

/// "apples" for "apple", "dishes" for "dish".
bool sameWord(std::string_view listed, std::string_view said) {
    if (listed == said) return true;
    if (said.size() < 4 || !said.ends_with('s')) return false;
    said.remove_suffix(1);
    if (listed == said) return true;
    return said.ends_with('e') && listed == said.substr(0, said.size() - 1);
}

} // namespace

bool isListed(std::string_view list, std::string_view said) {
    while (!list.empty() && !said.empty()) {
        const auto end = list.find(' ');
        if (sameWord(list.substr(0, end), said)) return true;
        if (end == std::string_view::npos) return false;
        list.remove_prefix(end + 1);
    }
    return false;
}

namespace {

/// What a row asks for and gets, or -1 when it asks for something that is not said.
int weight(const PhrasePlay& row, const reading::Action& action) {
    int sum = 0;
    const auto asks = [&](std::string_view list, bool said, int worth) {
        if (list.empty()) return true;
        sum += worth;
        return said;
    };
    const bool fits = asks(row.verbs, saysAny(row.verbs, action.verb), 1) && asks(row.particles, isListed(row.particles, action.particle), 2) &&
                      asks(row.objects, saysAny(row.objects, action.object), 4) && asks(row.parts, isListed(row.parts, action.part), 8);
    return fits ? sum : -1;
}

} // namespace

bool saysAny(std::string_view list, std::string_view said) {
    if (isListed(list, said)) return true;
    while (!said.empty()) {
        const auto end = said.find_first_of(" -");
        if (end == std::string_view::npos && isListed(list, said)) return true;
        if (end == std::string_view::npos) return false;
        if (isListed(list, said.substr(0, end))) return true;
        said.remove_prefix(end + 1);
    }
    return false;
}

const MotionPlay* phrasePlayOf(std::string_view act) {
    for (const PhrasePlay& row : plays)
        if (row.play.figure == act) return &row.play;
    return nullptr;
}

PhraseMatch phrasePlay(const reading::Action& action) {
    const PhrasePlay* best = nullptr;
    int most = 0;
    for (const PhrasePlay& row : plays)
        if (const int now = weight(row, action); now > most) best = &row, most = now;
    if (!best) return {};
    return {&best->play, most > 1};
}

} // namespace rushes::stage
