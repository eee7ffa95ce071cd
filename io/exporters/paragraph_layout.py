"""How paragraphs stand among tables and signatures, alike in every writer."""

from __future__ import annotations

import re

from exporters.blocks import Block, Paragraph, Signature, TableBlock
from exporters.page_style import PageStyle

LONGEST_KEPT = 84
"""Characters, three lines: a longer paragraph is not kept with what follows it."""

# Before an address that does not fit the line, justified characters would be torn far apart.
_LONG_WORD = re.compile(r"[!-~]{13,}")


def is_justified(block: Paragraph) -> bool:
    """Return whether full lines of a paragraph reach from margin to margin."""
    return not _LONG_WORD.search(block.text)


def is_kept_with(block: Paragraph, following: Block | None) -> bool:
    """Return whether a paragraph stays on the page of the table or signature that follows it.

    A longer paragraph would be moved whole by some word processors and leave most of a page empty.
    """
    return isinstance(following, TableBlock | Signature) and len(block.text) <= LONGEST_KEPT


def air_before(before: Block | None, block: Block, style: PageStyle) -> float:
    """Return the space between two blocks in points: some air where a table touches a text."""
    has_table = isinstance(before, TableBlock) != isinstance(block, TableBlock)
    return style.table_space if has_table and before is not None else 0.0
