"""The program with one more file: a made-up edition beside those that it carries."""

from __future__ import annotations

from pathlib import Path

import pytest

import new_edition
from model.form.form import Form
from storage import form_store
from storage.form_store import load_form


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_edition.folder_with_new_edition(tmp_path_factory.mktemp("program"))


@pytest.fixture(autouse=True)
def _carried(monkeypatch: pytest.MonkeyPatch, forms: Path) -> None:
    monkeypatch.setattr(form_store, "FORMS", forms)


@pytest.fixture
def form() -> Form:
    return load_form(new_edition.EDITION)
