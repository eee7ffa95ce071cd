"""The icons and the colours of the levels of findings."""

from __future__ import annotations

from model.checks import Level

LEVEL_ICONS = {Level.ERROR: "error", Level.QUERY: "query", Level.HINT: "hint"}
LEVEL_ROLES = {Level.ERROR: "error", Level.QUERY: "query", Level.HINT: "text2"}
