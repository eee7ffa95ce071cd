"""Makes the finished files for one target in dist/: scripts/bundle TARGET."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from bundling.fetching import Store
from bundling.folder import REPOSITORY, current_build, slow_modules
from bundling.help_page import write_help
from bundling.licences import write_licences
from bundling.linux_files import make_archive, make_deb
from bundling.linux_folder import check_folder, lay_linux_folder, outside_libraries, read_folder
from bundling.shop import WORK, Shop
from bundling.versions import TARGETS, BundleProblem, load_contents, load_versions
from bundling.windows_files import lay_windows_folder, make_setup, make_zip
from bundling.workshop import BuildRoot, cache_folder, run, say


def main(arguments: Sequence[str]) -> int:
    """Return the exit status: 0 made, 2 refused, with the reason."""
    if len(arguments) != 1 or arguments[0] not in TARGETS:
        say(f"用法：scripts/bundle {' | '.join(TARGETS)}")
        return 2
    try:
        _make(arguments[0])
    except BundleProblem as problem:
        say(f"没有做成：{problem}")
        return 2
    return 0


def _make(target: str) -> None:
    versions, cache = load_versions(), cache_folder()
    root = BuildRoot(versions, cache)
    root.prepare()
    if run(["git", "-C", REPOSITORY, "status", "--porcelain"]):
        say("注意：没有提交的修改不会进去。")
    build = current_build(target)
    store = Store(cache, versions, root)
    shop = Shop(build, versions, load_contents(), root, store, cache)
    results = REPOSITORY / "dist"
    results.mkdir(exist_ok=True)
    with root.folder(WORK):
        say(f"{target} {build.version}（{build.date}，{build.commit}）")
        for path in _files(shop):
            shutil.copy(path, results)
            say(f"{path.stat().st_size / 1e6:8.1f} MB  dist/{path.name}")


def _files(shop: Shop) -> list[Path]:
    if shop.build.platform == "windows":
        folder = lay_windows_folder(shop)
        _finish(shop, folder)
        return [make_setup(shop, folder), make_zip(shop, folder)]
    folder = lay_linux_folder(shop)
    _finish(shop, folder)
    floor = shop.contents["glibc"][shop.build.target]
    say(check_folder(read_folder(folder), floor, outside_libraries(shop)))
    return [make_deb(shop, folder), make_archive(shop, folder)]


def _finish(shop: Shop, folder: Path) -> None:
    slow = slow_modules(folder)
    if slow:
        raise BundleProblem(f"没有编译好，每次启动都要重新编译：{'、'.join(map(str, slow[:5]))}")
    write_licences(shop, folder)
    write_help(folder)
    size = sum(path.lstat().st_size for path in folder.rglob("*"))
    say(f"{size / 1e6:8.1f} MB  程序文件夹")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
