#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""Draws verbs by seed from WordNet's verb index, so that nobody picks what is easy.

usage: draw_verbs.py SEED COUNT [WORDNET_DIR] [--pool] [--not LIST.txt …]

The pool, in order: one word of small letters; the sense that is tagged most often is of body, competition, consumption,
contact, creation, motion or communication, was tagged at least once, and has a sentence frame with somebody as the subject;
of communication only the verbs of SEEN_SAID, of the others all but UNSEEN, both written before anything was drawn: what
neither hands, feet, body nor face would show. --not leaves out verbs whose form stands in an earlier list.
The draw is uniform: the verbs in the order of the hash of seed and verb.
"""
import argparse
import hashlib
import pathlib
import re

PHYSICAL = {29: "body", 32: "communication", 33: "competition", 34: "consumption", 35: "contact", 36: "creation", 38: "motion"}
SOMEBODY = {2, 8, 9, 10, *range(14, 34)}
SEEN_SAID = set("""
 call speak talk teach point argue shout order illustrate nod cry deliver wave complain curse swear warn scream yell consult pray accuse
 mutter sign command whisper greet bow plead beg thank threaten interview instruct quarrel bellow summon applaud beckon photograph wail
 baptize bawl chant congratulate dictate flatter groan phone telephone snarl snort confide holler lure mumble stammer babble bless coax
 lecture taunt accost cackle croon crow gesticulate growl harangue hum implore mock mouth recite scoff scold shriek signal snub retort
 acclaim apologize chide coach cluck dial gesture hoot howl intone insult jeer joke log moan spell squawk whoop wrangle beseech berate
 brag chat declaim film flout herald jabber nag radio remonstrate reprimand stutter supplicate telegraph transcribe wisecrack bicker blab
 bleat blurt boo bark bay bait chorus cuss drawl flirt gloat harp hiss jest mesmerize motion narrate needle page parrot pipe prattle
 scribble singsong snoop squall trumpet tutor warble wheedle caricature castigate underline mediate crunch preach grunt exclaim
 interrogate face hail nurture officer label testify confess type
""".split())
UNSEEN = set("""
 win protect score compete overcome invade strain enlist campaign level station vie outweigh deploy field outdo outsmart safeguard
 surmount avenge best better capitulate conscript fullback garrison grass jockey outdraw outfight outgeneral outmaneuver outplay outstrip
 overshoot pit reassail revenge shell side triumph vanquish foul bandy parlay staff strafe bushwhack
 imagine sample duplicate pale cause produce develop design publish perform undertake accomplish conceive induce generate invent cast effect devise dream institute
 reproduce stage fulfill initiate prompt capture invoke picture fashion envision renew engender motivate simulate trigger fulfil
 incite manufacture precipitate tabulate visualize activate coin consummate evolve fancy pioneer actuate contrive debut effectuate envisage
 extirpate mottle reenact remake daydream enamel disk extrude fake gild grace impel incarnate innovate italicize laminate madrigal output
 overproduce panel prearrange ready refashion reissue relyric reprint rhyme tat vein woolgather wreak precipitate diagram
 wear behave cure tire sire infect beget harm inflame pain sterilize recreate hatch exude emit father degenerate revitalize vivify
 resurrect energize handicap secrete scab weary defecate piss narcotize
 use apply employ afford utilize exert exploit consume starve expend avail content misuse digest fatten metabolize overfeed overstrain
 reuse satiate cater regale rehash revel crave down prey wean mine
 repel attract connect affix extract penetrate couple mingle bevel shed perch superimpose disperse
 exterminate imbed fractionate liquidate aerosolize agglomerate circumscribe conjoin constrict degrade dull elute encase enshrine
 expunge fair feather occlude misplace mislay juxtapose redistribute recess muster quirk clash cohere commandeer ensconce exorcise instal
 reseal resift resmudge reinstall array repel palm code delve disengage entrench excise ruin single detach embed enmesh crop core
 riddle scarify slime suspend wreck bunker flood lump interweave intersperse bogey birdie rive miter
 go come send return reach pass arrive travel settle speed near recede lag centrifuge intersect deviate diffuse divert
 displace dissipate infest mass overrun migrate outdistance transplant transport haunt glycerolize deglycerolize diverge evacuate
 dispatch despatch maneuver mislead ship intrude lapse position space abound bring leave follow meet depart
 congregate convene disband reconvene shunt channel undulate overhaul surface intermesh quickstep precess chandelle crest
 wind wing stampede dispel boost boggle overstep redirect motor waft click angle career bank
 gas arm champion side gird operate
""".split())


def senses(folder):
    out = {}
    for line in open(folder / "data.verb", encoding="utf-8"):
        if line.startswith(" "):
            continue
        field = line.split(" | ", 1)[0].split()
        after = 4 + 2 * int(field[3], 16)
        first = after + 1 + 4 * int(field[after])
        frames = {int(field[first + 2 + 3 * i]) for i in range(int(field[first]))}
        out[field[0]] = (int(field[1]), frames)
    return out


def pool(folder):
    counts, data, out = {}, senses(folder), []
    for line in open(folder / "cntlist.rev", encoding="utf-8"):
        key, sense, count = line.split()
        if "%2:" in key:
            counts[key.split("%")[0], int(sense)] = int(count)
    for line in open(folder / "index.verb", encoding="utf-8"):
        field = line.split()
        if line.startswith(" ") or not re.fullmatch("[a-z]{2,}", field[0]):
            continue
        offsets = field[6 + int(field[3]):]
        tagged = [counts.get((field[0], i + 1), 0) for i in range(len(offsets))]
        kind, frames = data[offsets[tagged.index(max(tagged))]]
        shown = field[0] in SEEN_SAID if kind == 32 else field[0] not in UNSEEN
        if max(tagged) and kind in PHYSICAL and frames & SOMEBODY and shown:
            out.append((sum(tagged), field[0], PHYSICAL[kind]))
    return out


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("seed")
    ask.add_argument("count", type=int)
    ask.add_argument("wordnet", nargs="?", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    ask.add_argument("--pool", action="store_true")
    ask.add_argument("--not", dest="earlier", nargs="*", default=[])
    args = ask.parse_args()
    seen = {word for name in args.earlier for word in re.findall("[a-z]+", open(name, encoding="utf-8").read().lower())}
    rows = [row for row in pool(args.wordnet) if not {row[1], row[1] + "s", row[1] + "es", row[1][:-1] + "ies"} & seen]
    if args.pool:
        print(*("\t".join(map(str, row)) for row in sorted(rows, key=lambda r: (-r[0], r[1]))), sep="\n")
        return
    rows.sort(key=lambda row: hashlib.sha256(f"{args.seed} {row[1]}".encode()).hexdigest())
    print(*(row[1] for row in rows[:args.count]), sep="\n")


if __name__ == "__main__":
    main()
