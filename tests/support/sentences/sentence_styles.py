"""All styles of sentences by name, and those written after the checks, to test them by."""

from __future__ import annotations

import sentence_held_out
import sentence_held_out_again
import sentence_requests
import sentence_reviews
from sentence_writer import Style

STYLES: dict[str, Style] = {**sentence_requests.STYLES, **sentence_reviews.STYLES}
HELD_OUT: dict[str, Style] = sentence_held_out.STYLES
HELD_OUT_AGAIN: dict[str, Style] = sentence_held_out_again.STYLES
