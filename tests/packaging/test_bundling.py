from __future__ import annotations

import hashlib
import importlib.util
import py_compile
import re
from pathlib import Path

import pytest

from bundling import fetching
from bundling.elf import Elf, Wanted, is_elf, read_elf, with_weak_version
from bundling.fetching import Store
from bundling.folder import keep_only, make_readable, remove, slow_modules
from bundling.help_page import help_page
from bundling.linux_files import MACHINES
from bundling.linux_folder import check_folder
from bundling.versions import PACKAGING, TARGETS, BundleProblem, load_contents, load_versions
from bundling.workshop import BuildRoot


def library() -> bytes:
    spec = importlib.util.find_spec("lxml.etree")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).read_bytes()


def test_an_elf_file_says_what_it_asks_for() -> None:
    found = read_elf(library())
    assert "libc.so.6" in found.needed
    assert (2, 2, 5) <= found.highest("GLIBC") <= (2, 40)
    assert found.highest("QT") == ()


def test_a_version_that_is_weak_is_asked_for_no_more() -> None:
    data = library()
    first = next(one for one in read_elf(data).wanted if one.version.startswith("GLIBC_2"))
    changed = with_weak_version(data, first.version)
    assert len(changed) == len(data)
    for before, after in zip(read_elf(data).wanted, read_elf(changed).wanted, strict=True):
        assert after.is_weak == (before.is_weak or before.version == first.version)


def test_other_files_are_no_elf_files(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("text")
    (tmp_path / "link").symlink_to("text")
    assert not is_elf(tmp_path / "text")
    assert not is_elf(tmp_path / "link")
    with pytest.raises(ValueError, match="ELF"):
        read_elf(b"\x7fELF\x01\x01" + bytes(90))


def asking(needed: list[str], *versions: str) -> Elf:
    return Elf(needed, [Wanted("libc.so.6", one, False, 0) for one in versions])


def test_a_folder_that_asks_for_too_much_is_refused() -> None:
    files = {Path("a.so"): asking(["libc.so.6", "b.so"], "GLIBC_2.4", "GLIBC_2.28")}
    with pytest.raises(BundleProblem, match=r"b\.so"):
        check_folder(files, "2.28", {"libc.so.6"})
    files[Path("b.so")] = asking(["libc.so.6"], "GLIBC_2.30", "GLIBC_PRIVATE")
    with pytest.raises(BundleProblem, match=r"2\.28：b\.so"):
        check_folder(files, "2.28", {"libc.so.6"})
    assert "GLIBC 2.30" in check_folder(files, "2.30", {"libc.so.6"})


def test_only_what_is_named_is_kept(tmp_path: Path) -> None:
    for name in ("a.py", "a.so", "sub/b.py", "sub/deep/c.py", "gone/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    keep_only(tmp_path, ["*.py", "sub/*.py"])
    left = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*"))
    assert left == ["a.py", "sub", "sub/b.py"]
    remove(tmp_path, ["sub", "none"])
    assert [path.name for path in tmp_path.iterdir()] == ["a.py"]


def test_a_module_is_slow_whose_compiled_form_depends_on_its_date(tmp_path: Path) -> None:
    for name in ("dated", "checked", "good", "missing"):
        (tmp_path / f"{name}.py").touch()
    mode = py_compile.PycInvalidationMode
    for name, chosen in (
        ("dated", mode.TIMESTAMP),
        ("checked", mode.CHECKED_HASH),
        ("good", mode.UNCHECKED_HASH),
    ):
        py_compile.compile(str(tmp_path / f"{name}.py"), invalidation_mode=chosen)
    assert sorted(path.stem for path in slow_modules(tmp_path)) == ["checked", "dated", "missing"]


def test_everybody_may_read_what_is_shipped(tmp_path: Path) -> None:
    (tmp_path / "secret").touch(mode=0o600)
    (tmp_path / "tool").touch(mode=0o700)
    make_readable(tmp_path)
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "tool").stat().st_mode & 0o777 == 0o755


def test_a_file_with_another_sum_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = load_versions()
    store = Store(tmp_path, versions, BuildRoot(versions, tmp_path))
    good = b"good"
    wanted = hashlib.sha256(good).hexdigest()
    monkeypatch.setitem(versions.windows_python, "sha256", wanted)

    def fetched(content: bytes) -> None:
        def run(command: list[str | Path], **_: object) -> str:
            (Path(command[command.index("-d") + 1]) / "python.tar.gz").write_bytes(content)
            return ""

        monkeypatch.setattr(fetching, "run", run)

    fetched(b"bad")
    with pytest.raises(BundleProblem, match=wanted):
        store.windows_python()
    fetched(good)
    kept = store.windows_python()
    assert kept.read_bytes() == good
    # What was kept and changed since is fetched anew.
    kept.write_bytes(b"worse")
    fetched(b"bad")
    with pytest.raises(BundleProblem, match=wanted):
        store.windows_python()


def test_the_help_page_stands_alone() -> None:
    page = help_page(PACKAGING.parent / "resources" / "help")
    assert page.count("data:image/png;base64,") == 2
    assert not re.search(r'src="(?!data:)', page)
    assert "怎样写今年的报告" in page
    assert "Windows 说" in page


@pytest.mark.parametrize("target", TARGETS)
def test_everything_fetched_has_a_sum(target: str) -> None:
    versions = load_versions()
    listed = [*versions.wheels_for(target), *versions.debian_for(target, "fonts")]
    assert all(re.fullmatch("[0-9a-f]{64}", one.sum_for(target)) for one in listed)
    names = [one.name for one in listed]
    assert len(names) == len(set(names))


def test_both_machines_of_linux_take_the_same_libraries_and_have_a_floor() -> None:
    versions, contents = load_versions(), load_contents()
    taken = {
        target: [
            (one.name, one.takes)
            for use in ("libraries", "input")
            for one in versions.debian_for(target, use)
        ]
        for target in MACHINES
    }
    assert len(taken["linux-x86_64"]) > 10
    assert taken["linux-x86_64"] == taken["linux-arm64"]
    assert contents["glibc"] == {"linux-x86_64": "2.28", "linux-arm64": "2.30"}
