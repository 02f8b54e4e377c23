"""A directive for Sphinx and MyST: ``extensions = ["actplot.sphinx"]``.

    .. actplot:: gelu --with-grad
       :caption: GELU and its derivative.
       :alt: What readers hear who do not see it.
       :name: fig-gelu
       :align: center
       :width: 80%

The words behind the directive are those of the command ``actplot``. HTML gets SVG and LaTeX PDF; a
figure is drawn again only when its words or the command have changed.
"""

from __future__ import annotations

import hashlib
import os
import pathlib
import shlex
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.parsers.rst.directives.images import Figure as FigureDirective

from . import Figure, run
from ._magic import _DRAWN
from ._program import ActplotError


def _align(argument: str) -> str:
    return directives.choice(argument, ("left", "center", "right"))


class ActplotDirective(FigureDirective):
    """A figure that actplot draws while the document is read."""

    required_arguments = 1
    optional_arguments = 0
    final_argument_whitespace = True
    has_content = True
    option_spec = {**FigureDirective.option_spec, "caption": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Draws the figure and hands its file to the directive ``figure``."""
        environment = self.state.document.settings.env
        line = " ".join(self.arguments[0].split())
        try:
            name = _drawn(line, pathlib.Path(environment.srcdir))
        except ActplotError as error:
            raise self.error(f"actplot {line}: {error}") from None
        caption = self.options.pop("caption", None)
        if caption is not None:
            self.content.insert(0, "", source=self.content.source)
            self.content.insert(0, caption, source=self.content.source)
        if "alt" not in self.options:
            self.options["alt"] = _alternative_text(pathlib.Path(environment.srcdir) / f"{name}.svg")
        self.arguments[0] = f"/{name}.*"
        return super().run()


def _drawn(line: str, source: pathlib.Path) -> str:
    """Draws what the words say, unless it is there; the path of its files without extension."""
    words = shlex.split(line)
    version = run("--version").stdout
    digest = hashlib.sha256(version + b"\0" + "\0".join(words).encode()).hexdigest()[:16]
    name = f"_actplot/{digest}"
    command = words.pop(0) if words and words[0] in _DRAWN else "plot"
    figure = Figure(command, words)
    (source / "_actplot").mkdir(exist_ok=True)
    for extension in ("svg", "pdf"):
        path = source / f"{name}.{extension}"
        if not path.exists():
            figure.save(path)
    return name


def _alternative_text(path: pathlib.Path) -> str:
    """The description that the command gives its figure."""
    import xml.etree.ElementTree

    root = xml.etree.ElementTree.parse(path).getroot()
    described = root.find("{http://www.w3.org/2000/svg}desc")
    return "" if described is None or described.text is None else described.text


def setup(app: Any) -> dict[str, Any]:
    """Registers the directive."""
    app.add_directive("actplot", ActplotDirective)
    # Files that the directive draws are no documents.
    app.config.exclude_patterns.append("_actplot")
    return {"version": os.fsdecode(run("--version").stdout).split()[0], "parallel_read_safe": True}
