"""Goes through the tokens of an RTF file and hands over its runs and the ends of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from importers.readers.looks import Look
from importers.readers.rtf.rtf_blocks import BlockBuilder
from importers.readers.rtf.rtf_state import CHARSETS, CODE_PAGES, WHITE, Document, State
from importers.readers.rtf.rtf_tokens import Kind, Token
from importers.source_document import Block

_SKIPPED = frozenset(
    (
        *("stylesheet", "info", "pict", "themedata", "colorschememapping", "datastore"),
        *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        *("fldinst", "listtable", "listoverridetable", "revtbl", "rsidtbl", "xmlnstbl", "objdata"),
        *("atnid", "atnauthor", "atntime", "atnref", "annotation", "sp", "nonesttables"),
        *("bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "generator"),
        *("filetbl", "template", "userprops", "listpicture", "falt", "latentstyles", "nonshppict"),
    )
)
_STARRED = frozenset(("shpinst", "nesttableprops", "shptxt", "footnote", "dptxbxtext", "do"))
"""Groups marked as such that older programs may skip, which hold words all the same."""
_BESIDE = frozenset(("footnote", "shptxt", "dptxbxtext"))
_LIST_TEXT = frozenset(("listtext", "pntext"))
_HEAD = frozenset(("fonttbl", "colortbl"))
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
}
_SIGNS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_PRIMARIES = ("red", "green", "blue")
_SURROGATES = range(0xD800, 0xE000)
_PRIVATE = range(0xF000, 0xF100)


class RtfWalker:
    """Takes the tokens of a file; `blocks` are what it holds."""

    def __init__(self) -> None:
        """Begin at the start of a file."""
        self._builder = BlockBuilder()
        self._document = Document()
        self._states = [State()]
        self._bytes = bytearray()
        self._to_skip = 0
        self._color = [0, 0, 0]
        self._half = 0

    @property
    def blocks(self) -> list[Block]:
        """Return the paragraphs and tables read so far."""
        return self._builder.blocks

    def walk(self, found: Iterable[Token]) -> None:
        """Take all tokens of a file."""
        for token in found:
            if token.kind is Kind.BYTES:
                self._take_bytes(token)
                continue
            self._end_bytes()
            if token.kind is Kind.OPEN:
                self._states.append(self._state.copied())
                self._to_skip = 0
            elif token.kind is Kind.CLOSE:
                self._close()
            elif token.kind is Kind.WORD:
                self._take_word(token.word, token.number)
            else:
                self._take_sign(token.word)
        self._end_bytes()
        self._builder.finish()

    @property
    def _state(self) -> State:
        return self._states[-1]

    def _close(self) -> None:
        if len(self._states) > 1:
            self._states.pop()
            self._builder.end_stories(len(self._states))
        self._to_skip = 0

    # ---- characters

    def _take_bytes(self, token: Token) -> None:
        data = token.data
        if self._to_skip:
            # What stands in for a character that was given by its number.
            gone = min(self._to_skip, len(data))
            self._to_skip -= gone
            data = data[gone:]
        if self._state.destination == "colortbl":
            self._document.colors += [tuple(self._color)] * data.count(b";")
            self._color = [0, 0, 0] if b";" in data else self._color
        elif self._state.destination not in ("skip", "fonttbl"):
            self._bytes += data

    def _end_bytes(self) -> None:
        """Put down the bytes of text since the last control word, as the font has them read."""
        if self._bytes:
            encoding = self._document.fonts.get(self._state.font, self._document.encoding)
            self._put(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()

    def _put(self, text: str) -> None:
        state = self._state
        if state.destination == "skip" or not text:
            return
        if state.destination in _LIST_TEXT:
            # The number of a list item; a bullet is none.
            text = "".join(text.split())
            text = text if any(map(str.isalnum, text)) else ""
        self._builder.add((text, self._look(state)))

    def _look(self, state: State) -> Look:
        colors = self._document.colors
        if state.color >= len(colors) or colors[state.color] != WHITE or state.has_ground:
            return state.look
        if self._builder.has_ground(state.depth):
            return state.look
        return replace(state.look, is_hidden=True)

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._state.is_starred = True
        elif sign in _SIGNS:
            self._put(_SIGNS[sign])
        elif sign in "\r\n":
            self._builder.end_paragraph(self._state.depth)

    def _take_unicode(self, number: int, state: State) -> None:
        self._to_skip = state.skip
        code = number + 0x10000 if number < 0 else number
        if code in _SURROGATES:
            self._take_half(code)
        elif 0x20 <= code < 0x110000 and code not in _PRIVATE:
            self._put(chr(code))

    def _take_half(self, code: int) -> None:
        """Keep the first half of a character beyond the first plane until the second comes."""
        if code < 0xDC00:
            self._half = code
        elif self._half:
            self._put(chr(0x10000 + ((self._half - 0xD800) << 10) + (code - 0xDC00)))
            self._half = 0

    # ---- control words

    def _take_word(self, word: str, number: int | None) -> None:
        state = self._state
        if self._take_destination(word, state) or state.destination == "skip":
            return
        if state.destination in _HEAD:
            self._take_head(word, number or 0, state)
        elif not (self._take_character(word, number, state) or state.set_look(word, number)):
            self._take_setting(word, number or 0, state)

    def _take_character(self, word: str, number: int | None, state: State) -> bool:
        """Put down the character that a word stands for, or the end of a part."""
        if word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word == "u" and number is not None:
            self._take_unicode(number, state)
        else:
            return self._take_end(word, state)
        return True

    def _take_destination(self, word: str, state: State) -> bool:
        """Begin a group of its own; one that may be skipped and is not known is."""
        is_unknown = state.is_starred and word not in _STARRED
        state.is_starred = False
        if is_unknown or word in _SKIPPED:
            state.destination = "skip"
        elif state.destination == "skip":
            return True
        elif word in _HEAD or word in _LIST_TEXT:
            state.destination = word
            if word == "colortbl":
                self._document.colors, self._color = [], [0, 0, 0]
        elif word in _BESIDE:
            self._builder.begin_story(len(self._states))
            state.in_table, state.level = False, 0
        else:
            return False
        return True

    def _take_head(self, word: str, number: int, state: State) -> None:
        if word == "f":
            state.font = number
        elif word == "fcharset" and number in CHARSETS:
            self._document.fonts[state.font] = CHARSETS[number]
        elif word in _PRIMARIES:
            self._color[_PRIMARIES.index(word)] = number

    def _take_end(self, word: str, state: State) -> bool:
        """End a paragraph, cell or row; return whether the word is one that does."""
        builder, depth = self._builder, state.depth
        if word in ("par", "sect"):
            builder.end_paragraph(depth)
        elif word == "cell":
            builder.end_cell(1)
        elif word == "nestcell":
            builder.end_cell(max(depth, 2))
        elif word == "row":
            builder.end_row(1)
        elif word == "nestrow":
            builder.end_row(max(depth, 2))
        else:
            return False
        return True

    def _take_setting(self, word: str, number: int, state: State) -> None:
        if word == "f":
            state.font = number
        elif word == "uc":
            state.skip = max(0, min(number, 8))
        elif word == "ansicpg":
            self._document.encoding = CODE_PAGES.get(number, self._document.encoding)
        elif word == "pard":
            state.in_table, state.level = False, 0
        elif word == "intbl":
            state.in_table = True
        elif word == "itap":
            state.level = max(0, min(number, 40))
            state.in_table = state.in_table or number > 0
        elif word == "nesttableprops":
            state.level = max(state.level, 2)
            state.in_rows = True
        else:
            self._take_shape(word, number, state)

    def _take_shape(self, word: str, number: int, state: State) -> None:
        """Take what a row says of its cells."""
        depth = max(state.depth, 2) if state.in_rows else 1
        if word == "trowd":
            self._builder.shapes(depth).begin_shapes()
        elif word == "trleft":
            self._builder.shapes(depth).left = number
        elif word == "cellx":
            self._builder.shapes(depth).add_shape(number)
        elif word in ("clmrg", "clvmrg"):
            pending = self._builder.shapes(depth).pending
            pending.joins_left = pending.joins_left or word == "clmrg"
            pending.joins_above = pending.joins_above or word == "clvmrg"
        elif word == "clcbpat":
            self._builder.shapes(depth).pending.has_ground = number > 0
