"""What becomes of a report that was read: this year's, the start of a draft, or a reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gui import below, late
from gui.files.desk import FileDesk
from gui.services import OpenedFile, Records

if TYPE_CHECKING:
    from model.report.report import Report


class TakingOver:
    """Shows what was read of a foreign source, and does with it what the clerk says."""

    def __init__(self, desk: FileDesk) -> None:
        self._desk = desk

    def review(
        self,
        name: str,
        opened: OpenedFile,
        year: int | None = None,
        uses: Sequence[late.Use] = (),
        *,
        is_file: bool = True,
    ) -> None:
        """Show what was read of a source before anything is taken over.

        Without `uses` every use is offered that the report can have now. What was read of a file
        and not corrected stands there still: leaving it loses nothing.
        """
        desk = self._desk
        asked_by = desk.messages.parent
        dialog = late.ImportReviewDialog(
            desk.window, name, opened, uses or self._uses(), desk.messages
        )
        dialog.exec()
        desk.messages.parent = asked_by
        if dialog.use is late.Use.CANCEL:
            return
        report, corrected = opened.report, dialog.notes()
        corrections = dialog.corrections()
        below.apply(report, corrections)
        report.notes = (*report.notes, *corrected)
        records = (("读入时的更正", corrected), *records_of(opened))
        if dialog.use is late.Use.LAST_YEAR:
            self.start_draft(report, records, year, corrected)
        elif dialog.use is late.Use.ATTACH:
            self.attach(report, records[:1])
        else:
            is_kept = is_file and not corrections.changes
            desk.document.open(report, None, records, stands_elsewhere=is_kept)
            sentence = (
                f"已从「{name}」读入，保存时另取名字；读入的记录在「报告→读入和起稿的记录」里。"
            )
            desk.notified.emit(sentence)

    def _uses(self) -> Sequence[late.Use]:
        attach = (late.Use.ATTACH,) if self._desk.document.is_open else ()
        return (late.Use.LAST_YEAR, *attach, late.Use.THIS_YEAR)

    def attach(self, last: Report, records: Records = ()) -> None:
        """Attach last year's report to the open one in one step, asking where it does not fit.

        `records` on how it was read are kept with those of the open report.
        """
        desk = self._desk
        report = desk.document.report
        name = f"{last.organization or '没有认出单位'}{f'{last.year}年' if last.year else ''}的报告"
        doubts = below.misfits(report, last)
        if doubts and not desk.messages.ask_attach(name, doubts):
            return
        step = "附上上年报告" if report.previous is None else "更换上年报告"
        if not desk.document.push(below.Edit(step, (below.PreviousChange(last.as_previous()),))):
            return
        desk.document.records = (*desk.document.records, *records)
        called = below.name_of_last(report)
        told = (
            "各格的上年数、与上年核对的检查都用它。"
            if called == below.LAST
            else f"格子里的小字是{called}数；年度不对，与上年核对的检查不用它。"
        )
        desk.notified.emit(f"已附上{name}，可以撤销。{told}")

    def start_draft(
        self, last: Report, records: Records, year: int | None, corrected: Sequence[str] = ()
    ) -> None:
        """Open this year's draft made from last year's report, or tell why there can be none.

        `corrected` are the corrections of last year's figures, which stay with the draft.
        """
        try:
            draft = self._desk.services.start_draft(last, year)
        except ValueError as error:
            self._desk.messages.problem("不能生成草稿", str(error))
            return
        records = (("从上年带来的内容", draft.report.notes), *records)
        draft.report.notes = (*draft.report.notes, *corrected)
        self._desk.document.open(draft.report, None, records)
        self.show_notes(
            "本年草稿已生成",
            "请看一遍各处年份是怎样改的；以后可在「报告→读入和起稿的记录」里再看。",
        )

    def show_notes(self, title: str, lead: str = "") -> None:
        """Show what is recorded on how the report was made."""
        document = self._desk.document
        records = document.records
        recorded = {line for _, lines in records for line in lines}
        notes = tuple(line for line in document.report.notes if line not in recorded)
        if notes:
            records = (*records, ("报告的来历", notes))
        late.NotesDialog(self._desk.window, title, records, lead).exec()


def records_of(opened: OpenedFile) -> Records:
    """Return what is recorded of a source that was read."""
    return (
        ("没有放进报告、请自己核对的内容", tuple(opened.unplaced)),
        ("识别结果", tuple(opened.summary)),
    )
