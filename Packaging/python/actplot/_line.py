"""A figure as the line of words that notebooks and books have for it."""

from __future__ import annotations

import shlex

from ._program import ActplotError

# The commands that draw; without one of them the words are those of plot.
DRAWN = {"plot", "sheet", "network", "chain", "fit", "gradients", "map"}


def words_of(line: str) -> list[str]:
    """The words of a line by a shell's quotes, without the name of the program before them.

    Raises:
        ActplotError: If a quote is not closed.
    """
    if "\0" in line:
        raise ActplotError("The line holds a null character; leave it out.")
    try:
        words = shlex.split(line)
    except ValueError:
        raise ActplotError(
            "A quote or a backslash has nothing to end it; write another quote behind the word, or a"
            " backslash before a quote that is a character of it.") from None
    return words[1:] if words[:1] == ["actplot"] else words


def command_of(words: list[str]) -> tuple[str, list[str]]:
    """The command that draws what the words say, and the words for it."""
    return (words[0], words[1:]) if words and words[0] in DRAWN else ("plot", words)
