from __future__ import annotations

from model.checks import run_checks
from model.form.form import Form
from model.report.edits import apply
from tests.model.checks.check_cases import CLEAN_TEXTS, Case


def test_full_width_digits_are_told_once_a_section_and_put_right_in_one_step(form: Form) -> None:
    text = CLEAN_TEXTS["overview"] + "\n全年举办培训２期，到课率９８．５％，共１，２００人。"
    report = Case(sections={"overview": text}).report(form)
    (finding,) = run_checks(report)
    assert (finding.code, finding.quote) == ("text-doubled", "２")
    assert "3处" in finding.message
    assert finding.fix is not None
    apply(report, finding.fix)
    assert report.sections["overview"].endswith("举办培训2期，到课率98.5%，共1,200人。")
    assert run_checks(report) == ()


def test_one_place_is_told_by_itself(form: Form) -> None:
    text = CLEAN_TEXTS["overview"] + "\n全年举办培训１２期。"
    (finding,) = run_checks(Case(sections={"overview": text}).report(form))
    assert finding.message.startswith("「１２」是全角数字")
    assert (finding.start, finding.length) == (text.index("１２"), 2)
