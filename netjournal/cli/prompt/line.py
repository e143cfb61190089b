"""The prompt at work: keys are read, the line is drawn anew with how it is read."""

from __future__ import annotations

import codecs
import os
import select
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from netjournal.cli.asking import draw
from netjournal.cli.prompt.buffer import Buffer
from netjournal.cli.prompt.drawing import Live, drawn
from netjournal.cli.prompt.keys import Act, Key, as_one_line, keys_in
from netjournal.text import plural

Read = Callable[[str], Live]
Complete = Callable[[str], "str | None"]
_CHUNK: Final = 65_536
_ESCAPE_WAITS: Final = 0.05
"""Seconds after which an escape that nothing follows is the key of that name."""
_PASTE_ON, _PASTE_OFF = "\x1b[?2004h", "\x1b[?2004l"  # bracketed paste, xterm ctlseqs
_CLEAR_BELOW = "\x1b[J"  # ED, ECMA-48 §8.3.39

_EDITS: Final[dict[Act, Callable[[Buffer], Buffer]]] = {
    Act.LEFT: Buffer.left,
    Act.RIGHT: Buffer.right,
    Act.WORD_LEFT: Buffer.word_left,
    Act.WORD_RIGHT: Buffer.word_right,
    Act.HOME: lambda buffer: buffer.moved(0),
    Act.END: lambda buffer: buffer.moved(len(buffer.text)),
    Act.BACKSPACE: lambda buffer: buffer.without(buffer.left()),
    Act.DELETE: lambda buffer: buffer.without(buffer.right()),
    Act.DELETE_WORD: lambda buffer: buffer.without(buffer.word_left()),
    Act.DELETE_TO_START: lambda buffer: buffer.without(buffer.moved(0)),
    Act.DELETE_TO_END: lambda buffer: buffer.without(buffer.moved(len(buffer.text))),
}


def can_be_drawn() -> bool:
    """Whether the terminal moves its cursor and gives its keys one by one."""
    if os.environ.get("TERM", "dumb") in {"", "dumb"}:
        return False
    try:
        import termios
    except ImportError:
        return False
    try:
        termios.tcgetattr(sys.stdin.fileno())
    except (OSError, ValueError, termios.error):
        return False
    return True


class Prompt:
    """One line, asked for until it can be stored."""

    def __init__(
        self, question: str, read: Read, complete: Complete, earlier: Sequence[str] = ()
    ) -> None:
        """``earlier`` lines, the newest first, come back with the arrow up."""
        self._question = question
        self._read = read
        self._complete = complete
        self._earlier = earlier
        self._typed = ""
        self._row = 0
        self._notice = f"{plural(len(earlier), 'line')} to finish: arrow up" if earlier else ""
        self._plain = bool(os.environ.get("NO_COLOR"))
        self.buffer = Buffer()
        """What was typed so far, also when it was broken off."""
        self.recalled = -1
        """Which of the earlier lines it was; -1 for none."""

    def ask(self) -> str | None:
        """The line; None where the input ended before one was typed.

        Raises:
            KeyboardInterrupt: ctrl-c.
        """
        fd = sys.stdin.fileno()
        with _raw(fd):
            try:
                return self._loop(fd)
            finally:
                self._leave()

    def _loop(self, fd: int) -> str | None:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        rest = ""
        self._draw()
        while True:
            data = os.read(fd, _CHUNK)
            if not data:
                return self.buffer.text.strip() or None
            keys, rest = keys_in(rest + decoder.decode(data))
            if rest == "\x1b" and not select.select([fd], [], [], _ESCAPE_WAITS)[0]:
                rest = ""
            for key in keys:
                if key.act is Act.ENTER and self.buffer.text.strip():
                    if self._read(self.buffer.text).ready:
                        return self.buffer.text.strip()
                    self._notice = "Not stored yet; ctrl-c keeps the line as a draft."
                elif key.act is Act.FINISH and not self.buffer.text:
                    return None
                else:
                    self._press(key)
            if not select.select([fd], [], [], 0)[0]:
                self._draw()  # not while more of a paste is to come

    def _press(self, key: Key) -> None:
        if key.act is Act.STOP:
            raise KeyboardInterrupt
        self._notice = ""
        buffer = self.buffer
        at_end = buffer.cursor == len(buffer.text)
        if key.act is Act.TYPE:
            self.buffer = buffer.typed(key.text)
        elif key.act is Act.PASTE:
            line, count = as_one_line(key.text)
            self.buffer = buffer.typed(line)
            if count > 1:
                self._notice = f"{count} lines were put into one; many go with: netjournal add -"
        elif key.act is Act.COMPLETE or (key.act is Act.RIGHT and at_end):
            whole = self._complete(buffer.before)
            if whole is not None:
                self.buffer = Buffer(whole + buffer.text[buffer.cursor :], len(whole))
        elif key.act is Act.FINISH:
            self.buffer = buffer.without(buffer.right())
        elif key.act in {Act.OLDER, Act.NEWER}:
            self._recall(self.recalled + (1 if key.act is Act.OLDER else -1))
        elif key.act in _EDITS:
            self.buffer = _EDITS[key.act](buffer)

    def _recall(self, place: int) -> None:
        """Another of the earlier lines; before the newest stands what was typed."""
        if not -1 <= place < len(self._earlier):
            return
        if self.recalled < 0:
            self._typed = self.buffer.text
        self.recalled = place
        text = self._earlier[place] if place >= 0 else self._typed
        self.buffer = Buffer().typed(text)

    def _draw(self) -> None:
        text = self.buffer.text
        live = self._read(text) if text.strip() else Live()
        lines = [*([self._notice] if self._notice else []), *live.lines]
        whole = self._complete(self.buffer.before) if text else None
        if whole is not None:
            lines.append(f"tab: {_completed(self.buffer.before, whole)}")
        size = shutil.get_terminal_size()
        shown = drawn(
            self._question, self.buffer, live._replace(lines=lines),
            columns=size.columns, height=size.lines, plain=self._plain,
        )  # fmt: skip
        below = len(shown.rows) - 1 - shown.row
        back = f"\x1b[{below}A" if below else ""
        column = f"\x1b[{shown.column}C" if shown.column else ""
        draw(self._to_top() + "\r\n".join(shown.rows) + back + "\r" + column)
        self._row = shown.row

    def _to_top(self) -> str:
        return "\r" + (f"\x1b[{self._row}A" if self._row else "") + _CLEAR_BELOW

    def _leave(self) -> None:
        """The line stays as it was typed; what was told of it goes."""
        size = shutil.get_terminal_size()
        end = self.buffer.moved(len(self.buffer.text))
        shown = drawn(self._question, end, Live(), columns=size.columns, height=size.lines)
        draw(self._to_top() + "\r\n".join(shown.rows) + "\r\n")


def _completed(typed: str, whole: str) -> str:
    """The words that a completion puts in the place of what was typed."""
    same = next((at for at, (a, b) in enumerate(zip(typed, whole, strict=False)) if a != b), None)
    start = len(typed) if same is None else same
    return whole[whole.rfind(" ", 0, start) + 1 :]


@contextmanager
def _raw(fd: int) -> Iterator[None]:
    """Keys one by one, as they are; the terminal is as it was afterwards."""
    import termios

    before = termios.tcgetattr(fd)
    mode = termios.tcgetattr(fd)
    mode[0] &= ~(termios.IXON | termios.ICRNL | termios.INLCR)
    mode[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN)
    mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
    try:
        termios.tcsetattr(fd, termios.TCSADRAIN, mode)
        draw(_PASTE_ON)
        yield
    finally:
        draw(_PASTE_OFF)
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
