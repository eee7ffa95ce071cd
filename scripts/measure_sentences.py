"""Holds the checks against sentences made by a grammar, and prints recall and precision by kind.

Usage: .venv/bin/python scripts/measure_sentences.py [texts] [--show N] [--held-out|--again]
       --show N       some of the statements that were missed, and of the false alarms
       --held-out     only the styles that were written after the checks were
       --again        only those that were written after the checks had been widened
The seeds are fixed: the same program prints the same table.
"""

from __future__ import annotations

import argparse
import random
import sys

import source_roots  # noqa: F401
from sentence_measuring import KINDS, OF_PART_TWO, Score, measured
from sentence_styles import HELD_OUT, HELD_OUT_AGAIN, STYLES
from storage.form_store import load_form


def main() -> int:
    """Print the table of the wrong texts and the false alarms of the sound ones."""
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", nargs="?", type=int, default=20_000)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--held-out", dest="styles", action="store_const", const=HELD_OUT)
    parser.add_argument("--again", dest="styles", action="store_const", const=HELD_OUT_AGAIN)
    parser.set_defaults(styles=STYLES)
    options = parser.parse_args()
    form = load_form("2021")
    styles = options.styles
    wrong_texts = options.texts * 4 // 5
    wrong = measured(form, styles, range(wrong_texts), wrong_share=1)
    sound = measured(form, styles, range(wrong_texts, options.texts), wrong_share=0)
    _print_table(wrong, sound)
    _print_examples(wrong, sound, options.show)
    return 0


def _print_table(wrong: Score, sound: Score) -> None:
    print("| 说法 | 错的 | 说出 | 查全率 |\n|---|---|---|---|")
    for kind, name in KINDS.items():
        if wrong.wrong[kind]:
            counts = f"{wrong.wrong[kind]} | {wrong.told[kind]}"
            print(f"| {name} | {counts} | {wrong.share([kind]):.1%} |")
    on_tables = [kind for kind in KINDS if kind not in OF_PART_TWO]
    print(f"\n三、四的说法：查全率 {wrong.share(on_tables):.2%}")
    print(f"表二的说法：查全率 {wrong.share(OF_PART_TWO):.2%}")
    print(
        f"有一处错的 {wrong.texts} 段：查准率 {wrong.precision:.2%}，另外误报 {dict(wrong.false)}"
    )
    print(f"没有错的 {sound.texts} 段：误报 {sum(sound.false.values())} {dict(sound.false)}")


def _print_examples(wrong: Score, sound: Score, count: int) -> None:
    dice = random.Random(0)
    for title, items in (
        ("没有说出", wrong.missed),
        ("误报（有错的段）", wrong.false_alarms),
        ("误报（没有错的段）", sound.false_alarms),
    ):
        for item in dice.sample(items, min(count, len(items))):
            print(f"{title}：{'　'.join(item)}")


if __name__ == "__main__":
    sys.exit(main())
