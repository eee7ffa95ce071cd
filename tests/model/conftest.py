from __future__ import annotations

import pytest

from model.form.form import Form
from storage.form_store import load_form


@pytest.fixture(scope="session")
def form() -> Form:
    return load_form("2021")
