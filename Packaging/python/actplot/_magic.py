"""The magics of notebooks."""

from __future__ import annotations

from typing import Any

from . import Figure, run
from ._line import command_of, words_of
from ._program import ActplotError

_OTHERS = {"info", "list", "eval", "same", "compare"}


def _figure(line: str) -> Figure | str:
    """The figure that a line of words draws, or what the command prints."""
    words = words_of(line)
    if words and words[0] in _OTHERS:
        return run(*words).stdout.decode("utf-8")
    return Figure(*command_of(words))


def register(shell: Any) -> None:
    """Registers ``%actplot relu --grad`` and ``%%actplot`` with a command on each line."""

    def actplot(line: str, cell: str | None = None) -> Any:
        from IPython.display import display

        if cell is None:
            shown = _figure(line)
            if isinstance(shown, str):
                print(shown, end="")
                return None
            return shown
        # Words behind %%actplot belong to each line.
        for words in cell.splitlines():
            if not words.strip() or words.lstrip().startswith("#"):
                continue
            try:
                shown = _figure(f"{words} {line}")
                if isinstance(shown, str):
                    print(shown, end="")
                else:
                    # Drawn here, since a display does not pass errors on.
                    shown.svg()
                    display(shown)
            except ActplotError as error:
                raise ActplotError(f"{words.strip()}: {error}") from None
        return None

    shell.register_magic_function(actplot, magic_kind="line_cell")
