"""Files of figures that are drawn once and kept, for what builds books again and again."""

from __future__ import annotations

import hashlib
import os
import pathlib
import xml.etree.ElementTree

from ._program import ActplotError, run


def files_of(words: list[str], folder: str) -> list[str]:
    """The files that words name, such as that of --points."""
    paths = [os.path.join(folder, word.split("=", 1)[-1]) for word in words[1:]]
    return [path for path in paths if os.path.isfile(path)]


def name_of(version: str, words: list[str], files: list[str]) -> str:
    """What the files of a figure are called, by all that it depends on."""
    digest = hashlib.sha256("\0".join([version, *words]).encode("utf-8", "surrogateescape"))
    for file in files:
        try:
            digest.update(hashlib.sha256(pathlib.Path(file).read_bytes()).digest())
        except OSError as error:
            raise ActplotError(f"{file} cannot be read: {error.strerror}.") from None
    return f"actplot-{digest.hexdigest()[:16]}"


def draw(
    words: list[str], folder: str, stem: pathlib.Path, format: str
) -> tuple[pathlib.Path, list[str]]:
    """The file of a figure, drawn unless it is there, and what the command had to warn of."""
    path, told = stem.with_suffix(f".{format}"), stem.with_suffix(f".{format}.txt")
    if not path.exists():
        stem.parent.mkdir(parents=True, exist_ok=True)
        # The command replaces the file as a whole, so that processes can draw side by side.
        done = run(words[0], f"--output={path}", *words[1:], cwd=folder)
        if not path.exists():
            raise ActplotError("These words print something and draw no figure.")
        if done.stderr:
            told.write_bytes(done.stderr)
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    return path, [line.removeprefix("warning: ") for line in lines]


def description_of(path: pathlib.Path) -> str:
    """What the command says in a figure to readers who do not see it."""
    root = xml.etree.ElementTree.parse(path).getroot()
    return root.findtext("{http://www.w3.org/2000/svg}desc", "")
