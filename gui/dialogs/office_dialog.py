"""The settings of the office: its kind, limits for texts and the day the report is due."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.report_dialogs import dialog_buttons
from gui.frame.dialog import FittedDialog
from gui.look.text_styles import hint_label
from model.report.edits import Edit, OfficeChange
from model.report.office import KINDS, Office, usual_deadline
from model.report.report import Report
from model.report.year_range import is_report_year
from model.texts.unit_kind import unit_kind

_MOST_SHOWN = 2**31 - 1
"""A file may hold a number that Qt's fields cannot."""


class OfficeDialog(FittedDialog):
    """Asks for the settings that are saved with the report and handed on to next year's."""

    def __init__(self, parent: QWidget | None, report: Report, today: date) -> None:
        super().__init__(parent)
        self.setWindowTitle("本单位设置")
        self._report = report
        self._today = today
        self.kind = self._kind_field()
        self.longest = self._longest_field()
        self.share = self._share_field()
        self.usual = QRadioButton()
        self.own = QRadioButton("另定：")
        self.day = QDateEdit()
        self.day.setDisplayFormat("yyyy年M月d日")
        self.day.setCalendarPopup(True)
        self._fill_deadline()
        self._shown = self._in_fields()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_usual)
        self.own.toggled.connect(self.day.setEnabled)

    def office(self) -> Office:
        """Return the settings as they stand in the fields.

        What was not touched is returned as the report has it, also where no field can show it.
        """
        stored, now = self._report.office, self._in_fields()
        touched = {
            field.name: getattr(now, field.name)
            for field in fields(Office)
            if getattr(now, field.name) != getattr(self._shown, field.name)
        }
        return replace(stored, **touched)

    def _in_fields(self) -> Office:
        day = self.day.date()
        return Office(
            kind=str(self.kind.currentData()),
            longest_overview=self.longest.value() or None,
            repeated_share=self.share.value(),
            deadline=date(day.year(), day.month(), day.day()) if self.own.isChecked() else None,
        )

    def edit(self) -> Edit:
        """Return the edit that makes these the report's settings; empty where nothing changed."""
        office = self.office()
        change = () if office == self._report.office else (OfficeChange(office),)
        return Edit("本单位设置", change)

    # ------------------------------------------------------------ fields

    def _kind_field(self) -> QComboBox:
        field = QComboBox()
        kind = KINDS.get(unit_kind(self._report.organization))
        shown = f"现在判断为：{kind}" if kind else "现在看不出是哪一类"
        field.addItem(f"按名称判断（{shown}）", "")
        for kind, name in KINDS.items():
            field.addItem(name, kind)
        field.setCurrentIndex(max(0, field.findData(self._report.office.kind)))
        return field

    def _longest_field(self) -> QSpinBox:
        field = QSpinBox()
        stands = min(self._report.office.longest_overview or 0, _MOST_SHOWN)
        field.setRange(0, max(100_000, stands))
        field.setSingleStep(100)
        field.setSpecialValueText("不限")
        field.setSuffix(" 字")
        field.setValue(stands)
        return field

    def _share_field(self) -> QSpinBox:
        field = QSpinBox()
        stands = min(self._report.office.repeated_share, _MOST_SHOWN)
        field.setRange(1, max(100, stands))
        field.setSuffix(" %")
        field.setValue(stands)
        return field

    def _usual_day(self) -> date | None:
        year = self._report.year
        if year is None or not is_report_year(year):
            return None
        kind = str(self.kind.currentData()) or unit_kind(self._report.organization)
        return usual_deadline(year, kind)

    def _fill_deadline(self) -> None:
        own = self._report.office.deadline
        self.own.setChecked(own is not None)
        self.usual.setChecked(own is None)
        self.day.setEnabled(own is not None)
        shown = own or self._usual_day() or self._today
        self.day.setDate(QDate(shown.year, shown.month, shown.day))
        self._show_usual()

    def _show_usual(self) -> None:
        day = self._usual_day()
        shown = f"{day.year}年{day.month}月{day.day}日" if day else "先填报告的年度"
        self.usual.setText(f"按惯例（{shown}）")
        if day is not None and not self.own.isChecked():
            self.day.setDate(QDate(day.year, day.month, day.day))

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        form = self._report.form
        overview = form.section(form.roles.overview).name
        deadline = QHBoxLayout()
        for widget in (self.usual, self.own, self.day):
            deadline.addWidget(widget)
        deadline.addStretch()
        fields = QFormLayout()
        fields.setVerticalSpacing(6)
        for name, field, hint in (
            ("单位类型", self.kind, "有的检查只对某些单位适用；名称看不出的，在这里选定。"),
            (f"「{overview}」最多", self.longest, "上级规定了篇幅的，填字数；超过时提示。"),
            ("与上年重复达到", self.share, "一个部分的文字与上年重复达到这个比例时，请核实。"),
            ("报送期限", deadline, "镇街的期限由县里定，按通知填写；还有几天显示在窗口下方。"),
        ):
            fields.addRow(name, field)
            fields.addRow("", hint_label(hint, is_wrapped=False))
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(fields)
        kept = "随报告一起保存；明年以它为模板新建时沿用，报送期限除外。"
        layout.addWidget(hint_label(kept, is_wrapped=False))
        layout.addWidget(dialog_buttons(self, "保存设置"))
