"""Changes model/ in small ways, one at a time, and looks whether the tests of tests/model notice.

    .venv/bin/python scripts/mutate.py [CHANGES [SEED]]

Works on a clone in build/mutation with a tool of its own beside it (cosmic-ray, installed there),
in one process at the lowest priority. A second call with more changes goes on where the first
ended. Prints the score by room and writes what nobody noticed to build/mutation/survivors.txt.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import venv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "build" / "mutation"
TOOL = "cosmic-ray==8.7.0"
SECONDS_ALLOWED = 60
"""Of the processor, for the tests of one change; an endless loop counts as noticed."""
LONGEST_WAIT = 900
QUIET = ("-q", "-x", "-p", "no:cacheprovider", "--no-header", "--hypothesis-seed=0")
TESTS = ("tests/model",)
BARE = ("-c", "bare.ini", *(f"-pno:{name}" for name in ("pytest-qt", "pytest_cov", "xdist")))
"""Without what the tests of the model do not need: it takes longer to load than most of them."""
SETTINGS = """[pytest]
pythonpath = . io tests/support tests/support/sources tests/support/written
addopts = --import-mode=importlib
"""

# The tool offers eleven other signs for every plus, shifts and powers among them, which no test
# could miss and which would only raise the score. Kept is what a person might write by mistake.
BINARY = {
    "Add": "Sub",
    "Sub": "Add",
    "Mul": "Add",
    "Div": "Mul",
    "FloorDiv": "Mul",
    "Mod": "Add",
    "Pow": "Mul",
    "BitOr": "BitAnd",
    "BitAnd": "BitOr",
}
COMPARISONS = (
    *(("Eq", "NotEq"), ("NotEq", "Eq"), ("Is", "IsNot"), ("IsNot", "Is")),
    *(("Lt", "LtE"), ("Lt", "GtE"), ("LtE", "Lt"), ("LtE", "Gt")),
    *(("Gt", "GtE"), ("Gt", "LtE"), ("GtE", "Gt"), ("GtE", "Lt")),
)
OTHERS = (
    *("NumberReplacer", "AddNot", "RemoveDecorator", "ZeroIterationForLoop", "ExceptionReplacer"),
    *("ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue"),
    *("ReplaceContinueWithBreak", "ReplaceBreakWithContinue", "ReplaceUnaryOperator_Delete_Not"),
    "ReplaceUnaryOperator_USub_UAdd",
)
KEPT = {f"core/ReplaceBinaryOperator_{old}_{new}" for old, new in BINARY.items()}
KEPT |= {f"core/ReplaceComparisonOperator_{old}_{new}" for old, new in COMPARISONS}
KEPT |= {f"core/{name}" for name in OTHERS}


class Change(NamedTuple):
    """One change that the tool offers, and where it stands."""

    job: str
    module: str
    operator: str
    occurrence: int
    row: int
    column: int


# ---------------------------------------------------------------- which changes are tried


def offered(session: Path) -> list[Change]:
    """Return every change that the tool has written into its session."""
    with sqlite3.connect(session) as base:
        rows = base.execute(
            "SELECT job_id, module_path, operator_name, occurrence, start_pos_row, start_pos_col"
            " FROM mutation_specs"
        )
        return [Change(*row) for row in rows]


def annotated(source: str) -> set[tuple[int, int]]:
    """Return the rows and columns that annotations take up; they are never evaluated."""
    found: set[tuple[int, int]] = set()
    for node in ast.walk(ast.parse(source)):
        for note in (getattr(node, name, None) for name in ("annotation", "returns")):
            if note is not None:
                columns = range(note.col_offset, note.end_col_offset + 1)
                found |= {(note.lineno, column) for column in columns}
    return found


def useful(session: Path, tree: Path) -> list[Change]:
    """Return the changes that are kept, those within annotations left out."""
    every = [one for one in offered(session) if one.operator in KEPT]
    modules = {one.module for one in every}
    notes = {module: annotated((tree / module).read_text("utf-8")) for module in modules}
    return [one for one in every if (one.row, one.column) not in notes[one.module]]


def by_chance(change: Change, seed: int) -> str:
    """Return what sorts changes by chance, the same for the same seed on every machine."""
    name = f"{seed} {change.module} {change.operator} {change.occurrence}"
    return hashlib.sha256(name.encode()).hexdigest()


def keep(session: Path, tried: set[str]) -> None:
    """Mark every other change as passed over, so that the tool leaves it alone."""
    every = {one.job for one in offered(session)}
    with sqlite3.connect(session) as base:
        base.execute("DELETE FROM work_results WHERE worker_outcome = 'SKIPPED'")
        done = {job for (job,) in base.execute("SELECT job_id FROM work_results")}
        base.executemany(
            "INSERT INTO work_results (worker_outcome, output, job_id) VALUES ('SKIPPED', '', ?)",
            [(job,) for job in every - tried - done],
        )


# ---------------------------------------------------------------- the tests of one change


def try_tests(tree: Path) -> int:
    """Return 0 if all tests pass that run through the changed module, the nearest ones first."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_ALLOWED, SECONDS_ALLOWED))
    command = [sys.executable, "-m", "pytest", *QUIET, *BARE, *(nearest_tests(tree) or TESTS)]
    return subprocess.run(command, cwd=tree, check=False).returncode


def nearest_tests(tree: Path) -> list[str]:
    """Return the tests that ran through the changed lines, then those through their module.

    Lines that run once, at the import, were run through by all of them.
    """
    shown = subprocess.run(
        ["git", "diff", "-U0", "--no-color", "model"],
        cwd=tree,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (name,) = re.findall(r"^--- a/(.+)$", shown, re.MULTILINE)
    rows = set(re.findall(r"^@@ -(\d+)", shown, re.MULTILINE))
    reached = json.loads((tree.parent / "reached.json").read_text("utf-8"))[name]
    near = [test for row in sorted(rows) for test in reached.get(row, [])]
    return list(dict.fromkeys([*near, *(test for tests in reached.values() for test in tests)]))


def note_reached(tree: Path) -> None:
    """Run the tests once with nothing changed, and write down which of them reach which lines."""
    data = tree.parent / "coverage"
    data.unlink(missing_ok=True)
    arguments = ["--cov=model", "--cov-context=test", "--cov-report=", *TESTS]
    subprocess.run(
        [sys.executable, "-m", "pytest", *QUIET, *arguments],
        cwd=tree,
        check=True,
        env={**os.environ, "COVERAGE_FILE": str(data)},
    )
    from coverage import CoverageData

    found = CoverageData(str(data))
    found.read()
    reached = {
        str(Path(name).relative_to(tree)): {
            str(row): [test.split("|")[0] for test in tests if test]
            for row, tests in found.contexts_by_lineno(name).items()
        }
        for name in found.measured_files()
    }
    (tree.parent / "reached.json").write_text(json.dumps(reached), encoding="utf-8")


# ---------------------------------------------------------------- the whole run


def prepare(tree: Path) -> Path:
    """Return the tool, installed beside a fresh clone whose tests have run once."""
    tool = PLACE / "tool"
    if not (tool / "bin" / "cosmic-ray").exists():
        venv.create(tool, with_pip=True)
        subprocess.run([tool / "bin" / "pip", "install", "-q", TOOL], check=True)
    settings = PLACE / "settings.toml"
    if not settings.exists():
        shutil.rmtree(tree, ignore_errors=True)
        subprocess.run(["git", "clone", "-q", ROOT, tree], check=True)
        (tree / "bare.ini").write_text(SETTINGS, encoding="utf-8")
        note_reached(tree)
        command = " ".join(f"'{part}'" for part in (sys.executable, __file__, "--one", str(tree)))
        settings.write_text(
            '[cosmic-ray]\nmodule-path = "model"\nexcluded-modules = []\n'
            f'timeout = {LONGEST_WAIT}.0\ntest-command = "{command}"\n'
            '[cosmic-ray.distributor]\nname = "local"\n',
            encoding="utf-8",
        )
    return tool / "bin" / "cosmic-ray"


def outcomes(session: Path) -> list[tuple[str, str, str]]:
    """Return the module, the outcome and the changed lines of every change that was tried."""
    with sqlite3.connect(session) as base:
        return base.execute(
            "SELECT module_path, test_outcome, diff FROM work_results"
            " JOIN mutation_specs USING (job_id) WHERE worker_outcome = 'NORMAL'"
            " ORDER BY module_path, start_pos_row, start_pos_col, operator_name"
        ).fetchall()


def tell(session: Path, whole: int, seed: int) -> None:
    """Print the score by room, and write the survivors down."""
    found = outcomes(session)
    rooms: dict[str, Counter[str]] = {}
    for module, outcome, _ in found:
        rooms.setdefault(str(Path(module).parent), Counter())[outcome] += 1
    for room, counts in sorted(rooms.items()):
        noticed = counts.total() - counts["SURVIVED"]
        print(f"{room:<28} {counts.total():>5} tried {noticed / counts.total():>7.1%} noticed")
    left = [diff for _, outcome, diff in found if outcome == "SURVIVED"]
    (PLACE / "survivors.txt").write_text("\n\n".join(left), encoding="utf-8")
    share = 1 - len(left) / len(found)
    print(f"{len(found)} of {whole} changes, seed {seed}: {share:.1%} noticed, {len(left)} not")


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    tree, session = PLACE / "tree", PLACE / "session.sqlite"
    PLACE.mkdir(parents=True, exist_ok=True)
    os.nice(19)
    tool, settings = prepare(tree), PLACE / "settings.toml"
    if not session.exists():
        subprocess.run([tool, "init", settings, session], cwd=tree, check=True)
    chosen = sorted(useful(session, tree), key=lambda one: by_chance(one, seed))
    keep(session, {one.job for one in chosen[:count]})
    subprocess.run([tool, "exec", settings, session], cwd=tree, check=True)
    tell(session, len(chosen), seed)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        sys.exit(try_tests(Path(sys.argv[2])))
    sys.exit(main())
