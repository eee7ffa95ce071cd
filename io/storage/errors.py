"""What is said when a file cannot be used."""

from collections.abc import Sequence
from pathlib import Path


class FileProblem(Exception):  # noqa: N818 - it is a message for a person, not a fault of ours
    """A file that cannot be read or written; the text is a plain sentence for the clerk."""

    def __init__(self, text: str) -> None:
        super().__init__(printable(text))


def printable(text: str) -> str:
    """Return a text that every file and window can hold.

    A file name whose bytes are no UTF-8, such as one of an old GBK disk, has letters that nothing
    can write; each becomes a question mark. Only what is shown goes through here, never a path.
    """
    return text.encode("utf-8", "replace").decode("utf-8")


class SeveralFound(FileProblem):
    """A source holds several of something, and nothing in it tells which one is meant.

    `question` asks which in Chinese, `choices` are their names in the order of the source. The text
    of the problem names them all and says what to do where nobody can be asked.
    """

    def __init__(self, name: str, question: str, choices: Sequence[str]) -> None:
        """Take the source's name, the question and the names of the choices."""
        self.question = f"「{name}」里{question}"
        self.choices = tuple(choices)
        listed = "；".join(
            f"（{number}）{choice}" for number, choice in enumerate(choices, start=1)
        )
        super().__init__(f"{self.question}：{listed}。请把要用的一份另存为单独的文件，再读入。")


def unreadable(path: Path, error: OSError) -> FileProblem:
    """Return what to tell when the system does not let a file be read.

    `error` is what the system raised; its own words, which may be English, are not shown.
    """
    if isinstance(error, FileNotFoundError):
        return FileProblem(f"找不到文件「{path.name}」，请检查文件是否已移动或改名。")
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return FileProblem(f"「{path.name}」是文件夹，请选择一个文件。")
    if isinstance(error, PermissionError):
        return FileProblem(
            f"没有权限读取「{path.name}」，请关闭正在使用它的程序，或复制一份再打开。"
        )
    return FileProblem(f"读取「{path.name}」时出错，请复制到本机硬盘后再试。")
