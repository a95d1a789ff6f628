// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/motion_table.h"

#include "engine/stage/act_plays.h"
#include "engine/stage/phrase_plays.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace rushes::stage {
namespace {

// What each motion word looks like with the acts, poses and clips that the figures have. A row with words goes before the
// general one when the verb or its object is among them.
constexpr MotionPlay plays[] = {
    MotionPlay{"stand", "", "stand", ""},
    MotionPlay{"stand", "guard attention", "stand", ""},
    MotionPlay{"stand", "lean wall", "lean_wall", ""},
    MotionPlay{"stand", "shiver tremble shake", "shiver", "afraid"},
    MotionPlay{"stand", "shrug", "shrug", ""},
    MotionPlay{"stand", "breathe inhale exhale", "stretch", ""},
    MotionPlay{"walk", "", "walk", "", true},
    MotionPlay{"walk", "march parade", "march", "", true},
    MotionPlay{"walk", "limp hobble stagger stumble totter lurch", "limp", "tired", true, false, false, false, 0.6f},
    MotionPlay{"walk", "patrol prowl", "walk", "", true},
    MotionPlay{"run", "", "run", "", true, false, false, false, 3.4f},
    MotionPlay{"run", "treadmill", "treadmill", ""},
    MotionPlay{"sneak", "", "sneak", "afraid", true, false, false, false, 0.55f},
    MotionPlay{"turn", "", "stand", ""},
    MotionPlay{"turn", "spin twirl whirl pirouette", "twirl_round", ""},
    MotionPlay{"sit_down", "", "sit", "", false, true},
    MotionPlay{"sit", "", "sit", "", false, true},
    MotionPlay{"sit", "meditate cross-legged", "meditate", ""},
    MotionPlay{"stand_up", "", "stand", ""},
    MotionPlay{"kneel", "", "kneel", ""},
    MotionPlay{"kneel", "bow", "bow", ""},
    MotionPlay{"kneel", "pray", "pray", ""},
    MotionPlay{"kneel", "propose", "propose", "happy"},
    MotionPlay{"crouch", "", "crouch", ""},
    MotionPlay{"crouch", "bend stoop", "bend_down", ""},
    MotionPlay{"crouch", "back", "bend_back", ""},
    MotionPlay{"crouch", "search inspect examine", "search", ""},
    MotionPlay{"crouch", "cower hide", "cower", "afraid"},
    MotionPlay{"crawl", "", "crawl", "", true, false, false, false, 0.5f},
    MotionPlay{"lie", "", "lie_back", "", false, false, false, true},
    MotionPlay{"lie", "side curl", "lie_curled", "", false, false, false, true},
    MotionPlay{"sleep", "", "sleep", "asleep", false, false, false, true},
    MotionPlay{"fall", "", "fall", "afraid"},
    MotionPlay{"fall", "trip stumble slip", "trip", "afraid"},
    MotionPlay{"jump", "", "jump", ""},
    MotionPlay{"jump", "rope", "skip_rope", "happy"},
    MotionPlay{"jump", "jack jacks aerobics", "jumping_jack", "happy"},
    MotionPlay{"jump", "bungee skydive parachute skydiving", "skydive", "surprised"},
    MotionPlay{"climb", "", "climb", ""},
    MotionPlay{"climb", "rock cliff wall mountain boulder", "climb_rock", ""},
    MotionPlay{"climb", "dangle hang", "hang", ""},
    MotionPlay{"swim", "", "swim", "", true, false, false, false, 0.9f},
    MotionPlay{"swim", "dive plunge", "dive", ""},
    MotionPlay{"swim", "float", "float", ""},
    MotionPlay{"dance", "", "dance", "happy"},
    MotionPlay{"dance", "ballet ballerina pirouette", "ballet", ""},
    MotionPlay{"dance", "robot", "robot_dance", ""},
    MotionPlay{"dance", "waltz tango salsa ballroom slow", "waltz", "happy", false, false, false, false, 1.25f, {0.62f, "waltz"}},
    MotionPlay{"dance", "hula hoop", "hula_hoop", "happy"},
    MotionPlay{"dance", "breakdance krump", "dance_b", "happy"},
    MotionPlay{"dance", "aerobics zumba cheerlead cheerleading", "jumping_jack", "happy"},
    MotionPlay{"look", "", "stand", ""},
    MotionPlay{"look", "photo photograph camera", "photograph", ""},
    MotionPlay{"look", "think ponder imagine wonder contemplate remember worry", "think", ""},
    MotionPlay{"look", "phone", "text", ""},
    MotionPlay{"look", "around survey monitor", "look_around", ""},
    MotionPlay{"look", "book map newspaper menu", "read", ""},
    MotionPlay{"look", "binoculars telescope", "look_through", ""},
    MotionPlay{"look", "search seek scan browse", "look_around", ""},
    MotionPlay{"look", "peer squint", "peer", ""},
    MotionPlay{"point", "", "point", ""},
    MotionPlay{"point", "snap finger fingers", "snap", ""},
    MotionPlay{"point", "show demonstrate explain gesture", "speech", ""},
    MotionPlay{"wave", "", "wave", "happy"},
    MotionPlay{"wave", "rock scissors paper", "rock_paper", "happy"},
    MotionPlay{"wave", "tongue stick", "stand", "tongue"},
    MotionPlay{"wave", "clap applaud applause", "clap", "happy"},
    MotionPlay{"wave", "salute", "salute", ""},
    MotionPlay{"wave", "cheer celebrate", "cheer", "happy"},
    MotionPlay{"reach", "", "reach_out", ""},
    MotionPlay{"reach", "tap poke button switch dial flip lever doorbell", "press", ""},
    MotionPlay{"reach", "pat caress tickle scratch squeeze anoint smear dab smooth", "touch", ""},
    MotionPlay{"reach", "makeup lipstick cream eyebrow eyebrows mascara", "face_care", ""},
    MotionPlay{"reach", "comb braid groom curl", "groom", ""},
    MotionPlay{"reach", "hair beard", "groom", ""},
    MotionPlay{"reach", "button zip unbutton fasten undress untie shirt", "dress", ""},
    MotionPlay{"reach", "tattoo bandage pierce wrap", "handiwork", ""},
    MotionPlay{"reach", "lunge", "squat", ""},
    MotionPlay{"reach", "plank", "push_up", ""},
    MotionPlay{"reach", "exercise warm", "stretch", ""},
    MotionPlay{"reach", "tongue", "stand", "tongue"},
    MotionPlay{"reach", "wax", "wipe", ""},
    MotionPlay{"reach", "splash", "wash", ""},
    MotionPlay{"reach", "stretch", "stretch", ""},
    MotionPlay{"reach", "split splits", "leg_stretch", ""},
    MotionPlay{"reach", "yoga", "yoga", ""},
    MotionPlay{"reach", "tai chi taichi", "tai_chi", ""},
    MotionPlay{"reach", "nod", "nod", ""},
    MotionPlay{"reach", "press push click ring tap", "press", ""},
    MotionPlay{"reach", "knock", "knock", ""},
    MotionPlay{"reach", "tip hat", "hat_tip", ""},
    MotionPlay{"reach", "touch feel stroke rub", "touch", ""},
    MotionPlay{"reach", "up shelf sky ceiling top", "reach_up", ""},
    MotionPlay{"reach", "head no", "shake_head", ""},
    MotionPlay{"reach", "pet animal dog cat", "stroke_low", "happy"},
    MotionPlay{"reach", "tie necktie bow", "tie", ""},
    MotionPlay{"reach", "wear dress coat jacket clothes", "dress", ""},
    MotionPlay{"reach", "page", "read", ""},
    MotionPlay{"reach", "pull-up chin-up bar", "hang", ""},
    MotionPlay{"reach", "squat squats", "squat", ""},
    MotionPlay{"reach", "push-up pushup push-ups pushups", "push_up", ""},
    MotionPlay{"reach", "sit-up situp sit-ups situps crunch crunches", "sit_up", ""},
    MotionPlay{"reach", "massage", "massage", ""},
    MotionPlay{"reach", "blow candle candles balloon bubble bubbles", "blow", ""},
    MotionPlay{"reach", "kite", "fly_kite", ""},
    MotionPlay{"reach", "camera photo photograph picture", "photograph", ""},
    MotionPlay{"reach", "smoke cigarette", "smoke", ""},
    MotionPlay{"reach", "hula hoop", "hula_hoop", "happy"},
    MotionPlay{"pick_up", "", "pick_up", ""},
    MotionPlay{"pick_up", "order buy receive accept earn", "take", ""},
    MotionPlay{"put_down", "", "put_down", ""},
    MotionPlay{"put_down", "fold clothes laundry", "fold", ""},
    MotionPlay{"put_down", "bed", "make_bed", ""},
    MotionPlay{"put_down", "hang install", "reach_up", ""},
    MotionPlay{"put_down", "wrap gift present assemble organize sort tidy rearrange set", "arrange", ""},
    MotionPlay{"put_down", "bury", "kneel_work", ""},
    MotionPlay{"put_down", "pour fill", "pour", ""},
    MotionPlay{"put_down", "arrange decorate flower flowers stack pack display", "arrange", ""},
    MotionPlay{"put_down", "plant seed tree trees", "kneel_work", ""},
    MotionPlay{"give", "", "give", "", false, false, false, false, 1.25f, {0.95f, "receive"}},
    MotionPlay{"give", "speech lecture", "speech", "", false, false, true},
    MotionPlay{"give", "serve feed", "give", "happy", false, false, false, false, 1.25f, {0.95f, "receive"}},
    MotionPlay{"carry", "", "hold", ""},
    MotionPlay{"carry", "dog puppy horse pony cow goat", "walk", "", true},
    MotionPlay{"carry", "kite", "fly_kite", "happy"},
    MotionPlay{"carry", "box crate package stack tray load haul lug", "carry", ""},
    MotionPlay{"carry", "hand", "hold", ""},
    MotionPlay{"carry", "wield brandish sword", "raise", ""},
    MotionPlay{"carry", "cradle baby infant child rock", "cradle", ""},
    MotionPlay{"carry", "suitcase bag handbag briefcase bucket basket lantern", "carry_low", ""},
    MotionPlay{"carry", "umbrella torch sign banner candle", "hold_up", ""},
    MotionPlay{"carry", "raise up aloft", "raise", ""},
    MotionPlay{"push", "", "push", "", true, false, false, false, 0.7f},
    MotionPlay{"push", "vacuum", "sweep", ""},
    MotionPlay{"push", "rake", "rake", ""},
    MotionPlay{"push", "shovel snow plow", "dig", ""},
    MotionPlay{"push", "sweep broom floor leaves", "sweep", ""},
    MotionPlay{"push", "mop", "mop", ""},
    MotionPlay{"pull", "", "pull", ""},
    MotionPlay{"pull", "wring", "wash", ""},
    MotionPlay{"pull", "reel fish", "fish", ""},
    MotionPlay{"pull", "milk", "milk", "", false, true},
    MotionPlay{"throw", "", "throw", ""},
    MotionPlay{"throw", "frisbee discus", "throw_side", ""},
    MotionPlay{"throw", "bowl bowling roll", "bowl", ""},
    MotionPlay{"throw", "basketball hoop dunk", "shoot_hoop", ""},
    MotionPlay{"throw", "fish fishing rod line net", "fish", ""},
    MotionPlay{"catch", "", "catch", ""},
    MotionPlay{"catch", "fish", "fish", ""},
    MotionPlay{"open_door", "", "open_door", ""},
    MotionPlay{"open_door", "book newspaper map menu magazine", "read", ""},
    MotionPlay{"open_door", "box bag chest suitcase jar bottle package parcel letter envelope gift present can laptop", "handiwork", ""},
    MotionPlay{"talk", "", "talk", "", false, false, true},
    MotionPlay{"talk", "speech present lecture address announce preach", "speech", "", false, false, true},
    MotionPlay{"talk", "pray", "pray", ""},
    MotionPlay{"listen", "", "listen", ""},
    MotionPlay{"listen", "eavesdrop overhear", "eavesdrop", ""},
    MotionPlay{"argue", "", "argue", "angry", false, false, true, false, 1.25f, {1.0f, "argue_back"}},
    MotionPlay{"whisper", "", "whisper", "", false, false, true, false, 1.25f, {0.62f, "listen"}},
    MotionPlay{"shout", "", "shout", "shout", false, false, true},
    MotionPlay{"shout", "cheer", "cheer", "happy", false, false, true},
    MotionPlay{"hug", "", "hug", "happy", false, false, false, false, 1.25f, {0.4f, "hug"}},
    MotionPlay{"kiss", "", "kiss", "happy", false, false, false, false, 1.25f, {0.4f, "kiss"}},
    MotionPlay{"shake_hands", "", "handshake", "happy", false, false, false, false, 1.25f, {0.88f, "handshake"}},
    MotionPlay{"fight", "", "fight", "angry", false, false, false, false, 1.25f, {1.05f, "fight_back"}},
    MotionPlay{"fight", "wrestle grapple tackle restrain pin", "wrestle", "angry", false, false, false, false, 1.25f, {0.85f, "wrestle"}},
    MotionPlay{"fight", "sword fence duel", "sword", "angry", false, false, false, false, 1.25f, {1.5f, "parry"}},
    MotionPlay{"fight", "karate taekwondo", "fight", "angry"},
    MotionPlay{"punch", "", "punch", "angry", false, false, false, false, 1.25f, {0.95f, "dodge"}},
    MotionPlay{"punch", "slap", "punch", "angry", false, false, false, false, 1.25f, {0.8f, "dodge"}},
    MotionPlay{"punch", "drum drums", "drums", "happy", false, true},
    MotionPlay{"kick", "", "kick", "angry", false, false, false, false, 1.25f, {1.05f, "dodge"}},
    MotionPlay{"kick", "ball soccer football goal field", "kick_ball", ""},
    MotionPlay{"dodge", "", "dodge", "afraid"},
    MotionPlay{"sword", "", "sword", "angry", false, false, false, false, 1.25f, {1.5f, "parry"}},
    MotionPlay{"sword", "stab thrust knife dagger", "stab", "angry", false, false, false, false, 1.25f, {0.9f, "dodge"}},
    MotionPlay{"shoot", "", "aim", "angry"},
    MotionPlay{"shoot", "spray", "paint_wall", ""},
    MotionPlay{"shoot", "archery arrow bow", "archery", ""},
    MotionPlay{"shoot", "basketball hoop basket", "shoot_hoop", ""},
    MotionPlay{"shoot", "soccer goal football", "kick_ball", ""},
    MotionPlay{"shoot", "rifle shotgun paintball machine snipe", "rifle", "angry"},
    MotionPlay{"shoot", "film video movie photo picture", "photograph", ""},
    MotionPlay{"drive", "", "drive", "", false, true},
    MotionPlay{"ride", "", "cycle", "", true, false, false, false, 3.2f},
    MotionPlay{"ride", "horse pony camel donkey elephant stallion", "horse", "", true, false, false, false, 2.4f},
    MotionPlay{"ride", "motorcycle motorbike motorcycling bike-engine moped vespa", "motorcycle", "", true, false, false, false, 5.0f},
    MotionPlay{"ride", "scooter", "scooter", "", true, false, false, false, 2.2f},
    MotionPlay{"ride", "bus train car taxi elevator", "sit", "", false, true},
    MotionPlay{"row", "", "row", "", false, true},
    MotionPlay{"row", "fish", "fish", ""},
    MotionPlay{"row", "kayak canoe paddle", "paddle", "", false, true},
    MotionPlay{"row", "sail sailing", "row", "", false, true},
    MotionPlay{"fly_plane", "", "fly", "", false, true},
    MotionPlay{"fly_plane", "soar hover levitate float glide", "fly_free", ""},
    MotionPlay{"fly_plane", "skydive skydiver paraglider parachutist parachute paraglide bungee", "skydive", ""},
    MotionPlay{"fly_plane", "kite", "fly_kite", ""},
    MotionPlay{"type", "", "type", "", false, true},
    MotionPlay{"type", "game controller video gamepad console", "game_pad", "", false, true},
    MotionPlay{"phone", "", "phone_call", "", false, false, true},
    MotionPlay{"phone", "photograph film record photo picture camera", "photograph", ""},
    MotionPlay{"phone", "check look use", "text", ""},
    MotionPlay{"phone", "text scroll browse swipe message", "text", ""},
    MotionPlay{"phone", "selfie", "selfie", "happy"},
    MotionPlay{"write", "", "write", "", false, true},
    MotionPlay{"write", "draw sketch doodle", "draw", "", false, true},
    MotionPlay{"write", "paint wall canvas mural fence graffiti spray", "paint_wall", ""},
    MotionPlay{"write", "board blackboard whiteboard", "paint_wall", ""},
    MotionPlay{"write", "clipboard notepad", "write_standing", ""},
    MotionPlay{"read", "", "read", ""},
    MotionPlay{"eat", "", "eat", ""},
    MotionPlay{"eat", "cigarette smoke", "smoke", ""},
    MotionPlay{"eat", "noodle noodles pasta spaghetti soup steak dinner meal lunch breakfast salad rice dine feast", "eat_fork", "", false, true},
    MotionPlay{"drink", "", "drink", ""},
    MotionPlay{"cook", "", "stir", ""},
    MotionPlay{"cook", "water plant plants garden", "pour", ""},
    MotionPlay{"cook", "uncork squeeze crack butter spread season garnish decorate frost plate", "handiwork", ""},
    MotionPlay{"cook", "roll mash", "knead", ""},
    MotionPlay{"cook", "coffee tea brew", "pour", ""},
    MotionPlay{"cook", "skewer carve", "slice", ""},
    MotionPlay{"cook", "flip pancake pancakes fry omelette egg eggs", "flip_pan", ""},
    MotionPlay{"cook", "knead dough bread pizza bake cake", "knead", ""},
    MotionPlay{"cook", "pour", "pour", ""},
    MotionPlay{"cook", "slice chop cut sushi salad sandwich", "chop", ""},
    MotionPlay{"cook", "peel", "peel", ""},
    MotionPlay{"wash", "", "wash", ""},
    MotionPlay{"wash", "iron", "iron", ""},
    MotionPlay{"wash", "vacuum", "sweep", ""},
    MotionPlay{"wash", "hand hands foot feet dish dishes plate plates cup", "wash", ""},
    MotionPlay{"wash", "blow-dry dry", "groom", ""},
    MotionPlay{"wash", "dog cat horse animal pet", "stroke_low", "happy"},
    MotionPlay{"wash", "toilet pool gutter gutters", "mop", ""},
    MotionPlay{"wash", "leaves leaf", "rake", ""},
    MotionPlay{"wash", "window windows mirror glass wall", "wipe_high", ""},
    MotionPlay{"wash", "sweep floor broom", "sweep", ""},
    MotionPlay{"wash", "mop", "mop", ""},
    MotionPlay{"wash", "table counter car desk surface wipe dust polish", "wipe", ""},
    MotionPlay{"wash", "scrub", "scrub", ""},
    MotionPlay{"wash", "tooth teeth", "brush_teeth", ""},
    MotionPlay{"wash", "shower bathe hair shampoo", "shower", ""},
    MotionPlay{"wash", "face makeup shave beard eyebrow eyebrows", "face_care", ""},
    MotionPlay{"wash", "groom comb brush", "groom", ""},
    MotionPlay{"wash", "shoe shoes boots", "handiwork", ""},
    MotionPlay{"wash", "laundry clothes", "fold", ""},
    MotionPlay{"cut", "", "slice", ""},
    MotionPlay{"cut", "chop dice vegetable vegetables carrot onion", "chop", ""},
    MotionPlay{"cut", "peel apple apples potato potatoes whittle", "peel", ""},
    MotionPlay{"cut", "beard hair haircut shave trim", "groom", ""},
    MotionPlay{"cut", "nail nails", "sew", "", false, true},
    MotionPlay{"cut", "wood log logs tree firewood", "axe", ""},
    MotionPlay{"cut", "saw", "saw", ""},
    MotionPlay{"cut", "lawn grass", "push", "", true, false, false, false, 0.7f},
    MotionPlay{"play_instrument", "", "guitar", "happy"},
    MotionPlay{"play_instrument", "piano keyboard organ synthesizer keyboards harpsichord", "piano", "happy", false, true},
    MotionPlay{"play_instrument", "violin fiddle viola violinist", "violin", ""},
    MotionPlay{"play_instrument", "cello bass cellist", "cello", "", false, true},
    MotionPlay{"play_instrument", "drum drums bongo bongos tabla conga djembe drummer xylophone percussion", "drums", "happy", false, true},
    MotionPlay{"play_instrument", "flute clarinet recorder oboe bassoon piccolo flutist", "flute", ""},
    MotionPlay{"play_instrument", "trumpet trombone horn bugle tuba cornet trumpeter", "trumpet", ""},
    MotionPlay{"play_instrument", "saxophone sax saxophonist", "saxophone", ""},
    MotionPlay{"play_instrument", "harmonica ocarina", "harmonica", ""},
    MotionPlay{"play_instrument", "harp lyre harpist", "harp", "", false, true},
    MotionPlay{"play_instrument", "accordion concertina bagpipes", "accordion", "happy"},
    MotionPlay{"play_instrument", "air", "air_guitar", "happy"},
    MotionPlay{"play_instrument", "conduct orchestra", "conduct", ""},
    MotionPlay{"sing", "", "sing", "happy", false, false, true},
    MotionPlay{"cry", "", "cry", "cry"},
    MotionPlay{"laugh", "", "laugh", "laugh"},
    MotionPlay{"laugh", "smile grin smirk beam", "stand", "happy"},
    MotionPlay{"work_tool", "", "handiwork", ""},
    MotionPlay{"work_tool", "build repair fix construct weld tighten operate use make craft create assemble", "handiwork", ""},
    MotionPlay{"work_tool", "bolt unscrew screw screwdriver rivet tire tyre wheel wrench", "drill", ""},
    MotionPlay{"work_tool", "chisel carve sculpt statue engrave etch", "hammer", ""},
    MotionPlay{"work_tool", "count sort mail", "cards", "", false, true},
    MotionPlay{"work_tool", "brick bricks tile tiles lay cement plaster", "kneel_work", ""},
    MotionPlay{"work_tool", "weave basket spin yarn wool jewelry jewellery puzzle rubik bead", "sew", "", false, true},
    MotionPlay{"work_tool", "light candle match fire stoke", "press", ""},
    MotionPlay{"work_tool", "tent campfire plant", "kneel_work", ""},
    MotionPlay{"work_tool", "domino monopoly dice board puzzle", "board_game", "", false, true},
    MotionPlay{"work_tool", "shape pottery wheel", "knead", ""},
    MotionPlay{"work_tool", "spell conjure magic", "reach_out", ""},
    MotionPlay{"work_tool", "pump", "knead", ""},
    MotionPlay{"work_tool", "inflate balloon balloons blow", "blow", ""},
    MotionPlay{"work_tool", "sand sandpaper varnish polish wax", "wipe", ""},
    MotionPlay{"work_tool", "hoe till plow", "rake", ""},
    MotionPlay{"work_tool", "swing pickaxe", "axe", ""},
    MotionPlay{"work_tool", "microscope", "peer", ""},
    MotionPlay{"work_tool", "hammer nail forge anvil blacksmith", "hammer", ""},
    MotionPlay{"work_tool", "saw", "saw", ""},
    MotionPlay{"work_tool", "axe chop pickaxe wood firewood mine log logs", "axe", ""},
    MotionPlay{"work_tool", "dig shovel snow grave hole spade hoe till", "dig", ""},
    MotionPlay{"work_tool", "rake leaves hay leaf", "rake", ""},
    MotionPlay{"work_tool", "sweep broom", "sweep", ""},
    MotionPlay{"work_tool", "mop vacuum", "mop", ""},
    MotionPlay{"work_tool", "drill screw screwdriver wrench bolt", "drill", ""},
    MotionPlay{"work_tool", "sew stitch embroider", "sew", "", false, true},
    MotionPlay{"work_tool", "knit crochet", "knit", "", false, true},
    MotionPlay{"work_tool", "iron", "iron", ""},
    MotionPlay{"work_tool", "fold clothes laundry", "fold", ""},
    MotionPlay{"work_tool", "bed", "make_bed", ""},
    MotionPlay{"work_tool", "plant garden weed snowman sand sandcastle", "kneel_work", ""},
    MotionPlay{"work_tool", "card cards poker money", "cards", "", false, true},
    MotionPlay{"work_tool", "chess checkers game games", "board_game", "", false, true},
    MotionPlay{"work_tool", "paint wall fence", "paint_wall", ""},
    MotionPlay{"work_tool", "photograph photo picture camera film record", "photograph", ""},
    MotionPlay{"work_tool", "smoke", "smoke", ""},
    MotionPlay{"work_tool", "pottery pot clay dough", "knead", ""},
    MotionPlay{"work_tool", "massage", "massage", ""},
    MotionPlay{"work_tool", "fish", "fish", ""},
    MotionPlay{"work_tool", "haircut hair comb bandage makeup eyebrow eyebrows", "groom", ""},
    MotionPlay{"work_tool", "arrange decorate flower flowers", "arrange", ""},
    MotionPlay{"work_tool", "conduct orchestra", "conduct", ""},
    MotionPlay{"work_tool", "kite", "fly_kite", ""},
    MotionPlay{"work_tool", "drum drums", "air_drums", ""},
    MotionPlay{"work_tool", "sharpen knife knives", "slice", ""},
    MotionPlay{"work_tool", "type computer laptop", "type", "", false, true},
    MotionPlay{"play_ball", "", "dribble", ""},
    MotionPlay{"play_ball", "guitar piano violin", "guitar", "happy"},
    MotionPlay{"play_ball", "dog puppy fetch", "throw", "happy"},
    MotionPlay{"play_ball", "toy toys block blocks lego doll sand", "kneel_work", "happy"},
    MotionPlay{"play_ball", "pool billiards snooker", "golf", ""},
    MotionPlay{"play_ball", "rugby", "throw", ""},
    MotionPlay{"play_ball", "game games video controller", "game_pad", "", false, true},
    MotionPlay{"play_ball", "dribble", "dribble", ""},
    MotionPlay{"play_ball", "tennis badminton racket racquet squash ping-pong table ping pong", "racket", ""},
    MotionPlay{"play_ball", "baseball bat cricket softball", "bat", ""},
    MotionPlay{"play_ball", "golf", "golf", ""},
    MotionPlay{"play_ball", "hockey lacrosse", "hockey", ""},
    MotionPlay{"play_ball", "bowling bowl", "bowl", ""},
    MotionPlay{"play_ball", "volleyball", "volley", ""},
    MotionPlay{"play_ball", "shoot dunk hoop slam", "shoot_hoop", ""},
    MotionPlay{"play_ball", "soccer football kick", "kick_ball", ""},
    MotionPlay{"ski", "", "ski", "", true, false, false, false, 4.0f},
    MotionPlay{"ski", "snowboard snowboarding", "snowboard", "", true, false, false, false, 4.0f},
    MotionPlay{"ski", "surf surfing surfboard wave windsurf kitesurf wakeboard", "surf", "", true, false, false, false, 3.0f},
    MotionPlay{"skate", "", "skate", "", true, false, false, false, 2.4f},
    MotionPlay{"skate", "skateboard skateboarding longboard kickflip", "skateboard", "", true, false, false, false, 2.6f},
    MotionPlay{"skate", "scooter", "scooter", "", true, false, false, false, 2.2f},
    MotionPlay{"skate", "figure", "figure_skate", "", true, false, false, false, 1.6f},
    MotionPlay{"lift_weights", "", "lift_weights", ""},
    MotionPlay{"lift_weights", "curl curls dumbbell dumbbells", "curl", ""},
    MotionPlay{"lift_weights", "squat squats", "squat", ""},
    MotionPlay{"lift_weights", "push-up pushup push", "push_up", ""},
};

const MotionPlay* rowFor(std::string_view motion, std::string_view said) {
    for (const auto& fits : {&isListed, &saysAny})
        for (const MotionPlay& play : plays)
            if (play.word == motion && !play.words.empty() && fits(play.words, said)) return &play;
    return nullptr;
}

} // namespace

const MotionPlay& playOf(std::string_view motion) {
    const auto found = std::find_if(std::begin(plays), std::end(plays), [&](const MotionPlay& play) { return play.word == motion && play.words.empty(); });
    return found == std::end(plays) ? plays[0] : *found;
}

namespace {

/// What is done to oneself when nobody else is named: "brushes her hair".
std::string_view aloneFor(std::string_view act) {
    return act == "groom_other" ? "groom" : act;
}

} // namespace

const MotionPlay* playOfAct(std::string_view act) {
    if (act.empty()) return nullptr;
    if (const MotionPlay* own = ownPlayOf(act)) return own;
    const auto found = std::find_if(std::begin(plays), std::end(plays), [&](const MotionPlay& play) { return play.figure == act; });
    return found == std::end(plays) ? phrasePlayOf(act) : found;
}

const MotionPlay& playOf(const reading::Action& action, std::string_view trade) {
    const PhraseMatch phrase = phrasePlay(action);
    const MotionPlay* deed = playOfAct(action.target.empty() ? aloneFor(action.act) : action.act);
    if (deed && playOf(action.motion).figure == deed->figure) deed = &playOf(action.motion); // "rises": the stand that is got up to
    if (deed && !action.actByVerb) return *deed;
    if (phrase.play && phrase.saysMore) return *phrase.play;
    // What it is done to says more than the verb: "plays the piano", "brushes her teeth"; the whole says more than its parts: "push-ups".
    const bool particle = deed && action.object == action.particle; // "dresses up" reaches for nothing
    if (const MotionPlay* byObject = particle ? nullptr : rowFor(action.motion, action.object)) return *byObject;
    if (deed) return *deed;
    const bool told = action.motion == "read" || action.motion == "write" || action.motion == "type"; // "studies a map": by what is studied
    if (phrase.play && !told) return *phrase.play;
    for (const std::string_view said : {std::string_view(action.verb), trade})
        if (const MotionPlay* row = rowFor(action.motion, said)) return *row;
    return playOf(action.motion);
}

std::string tradeMotion(std::string_view noun) {
    static constexpr std::pair<std::string_view, std::string_view> trades[] = {
        {"dancer", "dance"}, {"protester", "cheer"}, {"protestor", "cheer"}, {"demonstrator", "cheer"}, {"rioter", "cheer"}, {"fan", "cheer"}, {"supporter", "cheer"},
        {"worshipper", "pray"}, {"reveller", "dance"}, {"photographer", "photograph"}, {"paparazzi", "photograph"}};
    for (const auto& [trade, motion] : trades)
        if (trade == noun) return std::string(motion);
    return "stand";
}

int weightOf(const reading::Action& action) {
    const MotionPlay& play = playOf(action);
    if (play.travels) return 3;
    if (play.figure == "stand" || play.figure == "talk" || play.figure == "think") return 0;
    for (const char* slight : {"stand", "look", "turn", "listen", "transform", "grow", "flow"})
        if (action.motion == slight) return play.figure == "twirl_round" || play.figure == "listen" ? 0 : 1; // a look with something of its own to show
    for (const char* along : {"kneel", "crouch", "sing", "laugh", "cry", "shout", "whisper"}) // postures and voices go with what hands do
        if (play.word == along) return 1;
    for (const char* posture : {"sit", "slump_seat", "feet_up", "lean_back"})
        if (play.figure == posture) return 1;
    return 2;
}

} // namespace rushes::stage
