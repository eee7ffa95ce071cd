"""Generated reports for property tests: odd figures, several paragraphs, printed totals."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from model.form.form import Form
from model.form.table import Table
from model.report.report import Report, Tables
from model.report.totals import computed_value
from model.report.values import Value
from storage.form_store import load_form

_WORDS = (
    "本机关",
    "主动公开",
    "政府信息",
    "2023年",
    "12件",
    "群众",
    "工作",
    "，",
    "、",
    "《条例》",
    "“三安全一稳定”",
    "100%",
    "http://www.gov.cn/",
    "<b>&amp;",
)
_ENDS = ("。", "；", "")
_PLACES = ("红星", "亚沟", "青山", "城关", "白云")
_KINDS = ("镇人民政府", "街道办事处", "局")
TYPED = ("/", "—", "无", "1.5", "=1+1", "+3", "-", "@SUM(A1)", "三件")
TYPED_AMOUNTS = ("/", "未收")
"""An amount with its unit is converted when it is read again, and told."""


def counts() -> st.SearchStrategy[Value]:
    """Return blank, small and large counts, negative ones, and typed texts."""
    return st.one_of(
        st.none(),
        st.just(0),
        st.integers(0, 99),
        st.integers(10**11, 10**12 - 1),
        st.just(-1),
        st.sampled_from(TYPED),
    )


def amounts() -> st.SearchStrategy[Value]:
    """Return blank, amounts with 0 to 4 decimals kept, and typed texts."""
    figures = st.builds(
        lambda units, places: Decimal(units).scaleb(-places),
        st.integers(0, 10**9),
        st.integers(0, 4),
    )
    return st.one_of(st.none(), figures, st.sampled_from(TYPED_AMOUNTS))


def lines() -> st.SearchStrategy[str]:
    """Return a trimmed line of text that no one would take for a heading."""
    words = st.lists(st.sampled_from(_WORDS), max_size=12)
    return st.builds(
        lambda inner, end: f"我们{''.join(inner)}落实{end}", words, st.sampled_from(_ENDS)
    )


def texts() -> st.SearchStrategy[str]:
    """Return a section's text: no paragraph, or a few."""
    return st.lists(lines(), max_size=4).map("\n".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Return a report of the current edition with generated identity, texts and figures."""
    form = load_form("2021")
    year = draw(st.integers(2021, 2030))
    organization = draw(st.sampled_from(_PLACES)) + draw(st.sampled_from(_KINDS))
    tables = {table.key: draw(_values(table)) for table in form.tables}
    return Report(
        form=form,
        organization=organization,
        year=year,
        title=form.title.format(year=year),
        sections={
            **{key: draw(texts()) for key in form.section_keys},
            "signature": draw(st.sampled_from(("", f"{organization}\n{year + 1}年1月20日"))),
        },
        tables=tables,
        printed=draw(_printed(form, tables)),
    )


@st.composite
def _values(draw: st.DrawFn, table: Table) -> dict[str, Value]:
    """Return a value for each cell to type in: a few drawn, and the others by the chance of a seed.

    To draw every one of them would take longer than what is tested with them.
    """
    chance = Random(draw(st.integers(0, 2**32 - 1)))
    amount_keys = {key for key in table.inputs if table.column(key).kind == "amount"}
    values = {
        key: chance_amount(chance) if key in amount_keys else chance_count(chance)
        for key in table.inputs
    }
    for key in draw(st.lists(st.sampled_from(tuple(table.inputs)), max_size=6, unique=True)):
        values[key] = draw(amounts() if key in amount_keys else counts())
    return values


def chance_count(chance: Random) -> Value:
    """Return a count of one of the kinds that `counts` draws."""
    kinds = (None, 0, chance.randint(0, 99), chance.randint(10**11, 10**12 - 1), -1)
    return chance.choice((*kinds, chance.choice(TYPED)))


def chance_amount(chance: Random) -> Value:
    """Return an amount of one of the kinds that `amounts` draws."""
    figure = Decimal(chance.randint(0, 10**9)).scaleb(-chance.randint(0, 4))
    return chance.choice((None, figure, chance.choice(TYPED_AMOUNTS)))


@st.composite
def _printed(draw: st.DrawFn, form: Form, tables: Tables) -> Tables:
    """Return printed totals for some computed cells, only where they differ from the sum."""
    found: Tables = {}
    for table in form.tables:
        if not table.sums or not draw(st.booleans()):
            continue
        for key in draw(st.lists(st.sampled_from(tuple(table.sums)), max_size=3, unique=True)):
            figure = draw(st.integers(0, 20))
            if computed_value(table, tables[table.key], key) != figure:
                found.setdefault(table.key, {})[key] = figure
    return found
