"""Turns one old Word file into .docx; run as a program of its own, never imported by the window.

The request is one line of JSON on standard input, whose other end stays open as long as whoever
asked lives. The answer is a JSON file: the converter's diagnostic codes, or what went wrong.
Exit status 0 says that the answer is complete.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any


def limit(seconds: int, most_bytes: int) -> None:
    """Let the system end this process beyond seconds of the processor and bytes of addresses.

    Where a system has no such limits, the clock of whoever asked remains.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, most_bytes)):
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))


def end_with_parent(folder: Path) -> None:
    """End this process, and clear what it wrote, as soon as whoever asked is gone."""
    # Unbuffered: a thread that waits in a buffered file cannot be left when the process ends.
    while os.read(0, 1):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


CUT_PROPERTIES = "CUT_PROPERTIES"
"""Our own code beside the converter's: some paragraphs lost part of their properties."""
PROPERTIES = ("PapxInFkp.grpprl", "Chpx.grpprl", "ChpxFkp.grpprl", "PrcData.grpprl")
"""Lists of properties, in which one that is unknown or damaged makes the converter give up."""


def convert_forgiving(source: str, target: str) -> Any:  # noqa: ANN401 - the converter has no types
    """Return the converter's result, with each list of properties read as far as it can be.

    Some programs leave a piece of an old property at the end of a list; Word itself passes over it.
    """
    from doc2docx import convert  # type: ignore[import-untyped]
    from doc2docx.errors import InvalidWordDocument  # type: ignore[import-untyped]
    from doc2docx.msdoc import formatting  # type: ignore[import-untyped]

    strict = formatting.parse_grpprl

    def forgiving(data: bytes, **options: Any) -> Any:  # noqa: ANN401
        for end in range(len(data), -1, -1):
            with suppress(InvalidWordDocument):
                return strict(data[:end], **options)
        return ()

    formatting.parse_grpprl = forgiving
    try:
        return convert(source, target)
    finally:
        formatting.parse_grpprl = strict


def convert_file(source: str, target: str) -> dict[str, Any]:
    """Return the answer: `codes` of what the converter doubts, or `problem` with an `errno`."""
    try:
        from doc2docx import convert
        from doc2docx.errors import EncryptedDocumentError

        try:
            codes, result = [], convert(source, target)
        except EncryptedDocumentError:
            return {"problem": "locked"}
        except Exception as error:
            if not str(error).startswith(PROPERTIES):
                raise
            codes, result = [CUT_PROPERTIES], convert_forgiving(source, target)
        return {"codes": [*codes, *(warning.code for warning in result.report.warnings)]}
    except MemoryError:
        return {"problem": "memory"}
    except OSError as error:
        return {"problem": "system", "errno": error.errno or 0}
    except Exception:
        # Whatever a young converter stumbles over, the way out is the same.
        return {"problem": "broken"}


def main() -> None:
    """Do what is asked on standard input; never returns."""
    request = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = request["path"]
    answer = Path(request["answer"])
    limit(request["seconds"], request["memory"])
    threading.Thread(target=end_with_parent, args=(answer.parent,), daemon=True).start()
    answer.write_text(json.dumps(convert_file(request["source"], request["target"])))
    # The thread is still waiting, which is no reason to wait for it.
    os._exit(0)


if __name__ == "__main__":
    main()
