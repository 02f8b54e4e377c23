"""A directive for Sphinx and MyST: ``extensions = ["actplot.sphinx"]``.

    .. actplot:: gelu --grad --range -4:4
       :caption: The slope of GELU.
       :name: fig-gelu

In MyST it is a fence, ``{actplot} gelu --grad``. Without a line behind it, the content has one for each
figure, as blocks of ``actplot batch``; ``myst_fence_as_directive = ["actplot"]`` draws these. The line is that of the command ``actplot`` and of
blocks in Markdown, ``--name`` and ``--caption`` among its words too; files in it stand beside the
document. The caption is the option or the first paragraph of the content, and what follows is the
legend. ``:alt:`` is the description that actplot gives unless there is one; ``:name:`` is for
``:ref:`` and ``:numref:``; ``:align:``, ``:width:``, ``:class:`` and the others are those of the
directive ``figure``.

HTML gets SVG, LaTeX PDF, and what takes neither PNG. Figures are kept beside Sphinx's doctrees, so
that nothing is written among the sources, and drawn when their words, a file in these or the version
of the command is another. What actplot refuses is an error at the line of the directive.
"""

from __future__ import annotations

import os
import pathlib
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx
from sphinx.directives.patches import Figure
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from ._kept import description_of, draw, files_of, name_of
from ._line import command_of, words_of
from ._program import ActplotError, run

_logger = logging.getLogger(__name__)

# What a builder is given, the first that it takes.
_FORMATS = {"image/svg+xml": "svg", "application/pdf": "pdf", "image/png": "png"}
_REFUSED = {
    "-o": "Sphinx names the files", "--output": "Sphinx names the files",
    "--output-dir": "Sphinx names the files", "--format": "the builder has its format",
    "--show": "the figure is shown in the document",
}


class drawn(nodes.General, nodes.Inline, nodes.Element):
    """Where an image will be, once there is a builder to say in which format."""


class Actplot(Figure, SphinxDirective):
    """The directive ``figure``, with a line for actplot in place of a file."""

    required_arguments, optional_arguments = 0, 1
    option_spec = {**(Figure.option_spec or {}), "caption": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        if self.arguments:
            return self._figure()
        # A block as actplot batch reads it, with a line for each figure.
        lines = "\n".join(self.content).replace("\\\n", " ").splitlines()
        self.assert_has_content()
        options, result = self.options, []
        for line in lines:
            if line.strip() and not line.lstrip().startswith("#"):
                self.arguments, self.options = [line], dict(options)
                self.content = StringList()
                result += self._figure()
        return result

    def _figure(self) -> list[nodes.Node]:
        line, place = self.arguments[0], self.get_source_info()
        try:
            words, own = _line(line)
            for name, value in own.items():
                self.options.setdefault(name, value)
            if self.options.get("alt"):
                words.insert(1, f"--alt={self.options['alt']}")
            folder = os.path.dirname(self.env.doc2path(self.env.docname))
            files = files_of(words, folder)
            for file in files:
                self.env.note_dependency(file)
            name = "actplot/" + name_of(self.config.actplot_version, words, files)
            path, warnings = draw(words, folder, pathlib.Path(self.env.doctreedir, name), "svg")
        except ActplotError as error:
            # Another try with the next build, since a file or a font may be there then.
            self.env.note_reread()
            raise self.error(f"actplot {line}: {error}") from None
        for warning in warnings:
            _logger.warning("actplot %s: %s", line, warning, location=f"{place[0]}:{place[1]}")
        self.options.setdefault("alt", description_of(path))
        self.arguments[0] = name
        if "caption" in self.options:
            caption = [*self.options.pop("caption").splitlines(), ""]
            places = [(place[0], place[1] - 1)] * len(caption)
            self.content = StringList(caption, items=places) + self.content
        result: list[nodes.Node] = super().run()
        for image in list(result[0].findall(nodes.image))[:1]:
            figure = drawn("", **image.attributes)
            figure.source, figure.line = place
            figure["words"], figure["folder"] = words, os.path.relpath(folder, self.env.srcdir)
            image.replace_self(figure)
        return result


def _line(line: str) -> tuple[list[str], dict[str, str]]:
    """The command and its words, and what they say for Sphinx: the name and the caption."""
    if "\n" in line:
        raise ActplotError(
            "The line goes on in the next; write it in one, and leave a line free before a caption.")
    command, given = command_of(words_of(line))
    own: dict[str, str] = {}
    words = [command]
    while given and given[0] != "--":
        word = given.pop(0)
        option, equals, value = word.partition("=")
        if option in _REFUSED:
            raise ActplotError(f"{option}: Here {_REFUSED[option]}; leave it out.")
        if option not in ("--name", "--caption"):
            words.append(word)
        elif equals or given:
            own[option[2:]] = value if equals else given.pop(0)
        else:
            raise ActplotError(f"{option}: There is nothing behind it; write the {option[2:]} there.")
    return words + given, own


def _place(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Puts the images where the figures are, in the format of the builder."""
    types = app.builder.supported_image_types
    format = next((_FORMATS[type] for type in _FORMATS if type in types), "svg")
    for node in list(doctree.findall(drawn)):
        image = nodes.image("", **node.attributes)
        image.source, image.line = node.source, node.line
        words, folder = image.attributes.pop("words"), image.attributes.pop("folder")
        try:
            path, _ = draw(
                words, os.path.join(app.srcdir, folder), pathlib.Path(app.doctreedir, image["uri"]),
                format)
        except ActplotError as error:
            _logger.warning("actplot %s: %s", " ".join(words), error, location=node)
            node.replace_self(nodes.Text(image["alt"]))
            continue
        image["uri"] = str(path)
        image["candidates"] = {"*": str(path)}
        app.env.images.add_file(docname, str(path))
        node.replace_self(image)


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers the directive, and a lexer for blocks that show lines of actplot."""
    try:
        version = run("--version").stdout.decode("utf-8")
    except ActplotError as error:
        raise ExtensionError(str(error)) from None
    # Documents are read again when it changes.
    app.add_config_value("actplot_version", version, "env")
    app.add_directive("actplot", Actplot)
    app.add_lexer("actplot", TextLexer)
    app.connect("doctree-resolved", _place)
    return {
        "version": version.split()[0], "parallel_read_safe": True, "parallel_write_safe": True}
