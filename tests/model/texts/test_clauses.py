"""A clause is found in a text just where the whole text taken apart has it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from model.texts.figure_clauses import clauses, has_clause

TEXTS = st.text(alphabet="0件，,。\n　 1", max_size=24)


@given(TEXTS, TEXTS)
@example("受理10件。受理0件", "受理0件")
@example("公开1,000件\n公开1", "公开1")
@example("00000", "00")
@example("0件", "")
def test_a_clause_is_one_of_the_whole_text_taken_apart(text: str, clause: str) -> None:
    assert has_clause(text, clause) == (clause in {words for _, words in clauses(text)})


@given(TEXTS)
def test_every_clause_of_a_text_is_found(text: str) -> None:
    assert all(has_clause(text, words) for _, words in clauses(text))
