"""One report with one table of each kind out of a source that may hold several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.recognising.labels import bare
from importers.recognising.several.choices import Answers
from importers.recognising.several.reports_apart import without_other_reports
from importers.recognising.several.table_rows import without_stacks
from importers.recognising.several.tables_apart import without_other_tables
from importers.recognising.several.year_pairs import without_other_years
from importers.recognising.tables.banner_rows import without_banner_rows
from importers.recognising.tables.form_labels import FormLabels
from importers.recognising.texts.glued_headings import without_contents
from importers.recognising.texts.title_finder import find_title
from importers.source_document import Paragraph, SourceDocument

_PERIOD = re.compile(r"((?:19|20)\d\d)年?0?1月0?1日.{0,16}?12月31")


def one_report(
    document: SourceDocument, labels: FormLabels, picks: Sequence[int] = ()
) -> SourceDocument:
    """Return the document with one report in it, and one table and one year of each kind.

    What tells which is the report's year decides; `picks` are the answers where nothing does. Notes
    name what was left out. SeveralFound where an answer is still wanted.
    """
    answers = Answers(document.name, picks)
    apart = without_contents(without_banner_rows(document, labels), labels.form)
    chosen = without_other_reports(apart, labels, answers)
    document = document if chosen is apart else chosen
    year = report_year(document, labels)
    document = without_stacks(document, labels)
    document = without_other_years(document, labels, year, answers)
    return without_other_tables(document, labels, year, answers)


def report_year(document: SourceDocument, labels: FormLabels) -> int | None:
    """Return the year on the title, else that of the period in the text, or None."""
    lines = [
        (index, block.text)
        for index, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and bare(block.text)
    ]
    title = find_title(lines, labels.form.title)
    if title and title.year:
        return title.year
    found = (_PERIOD.search(bare(text)) for _, text in lines)
    return next((int(period[1]) for period in found if period), None)
