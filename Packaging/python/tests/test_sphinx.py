"""The directive, in books that Sphinx builds, with warnings as errors."""

import os
import pathlib
import re
import shutil

import actplot
import pytest

pytest.importorskip("sphinx", reason="Sphinx is not there; install it with: pip install sphinx")
from sphinx.cmd.build import main as sphinx_build  # noqa: E402

EXAMPLE = pathlib.Path(__file__).parents[3] / "Examples" / "Sphinx"


class Book:
    """A book in a folder of its own, and a command that notes what it is asked to draw."""

    def __init__(self, folder, monkeypatch):
        self.source, self.built, self.log = folder / "book", folder / "built", folder / "log"
        self.program = folder / "actplot"
        self.tell_version(actplot.run("--version").stdout.decode())
        monkeypatch.setenv("ACTPLOT", str(self.program))
        self.source.mkdir()
        self.write("conf.py", "extensions = ['actplot.sphinx']\nnumfig = True\n")

    def tell_version(self, version, program=actplot.program()):
        self.program.write_text(
            f'#!/bin/sh\nif [ "$1" = --version ]; then echo "{version}"; exit; fi\n'
            f'echo "$@" >> "{self.log}"\nexec "{program}" "$@"\n')
        self.program.chmod(0o755)

    def write(self, name, text):
        path = self.source / name
        path.write_text(text)
        # Sphinx tells changes by their times.
        last = getattr(self, "time", path.stat().st_mtime)
        self.time = last + 10
        os.utime(path, (self.time, self.time))

    def build(self, builder="html", *options):
        """The status of Sphinx, and how many figures were drawn."""
        self.log.write_text("")
        status = sphinx_build([
            "-q", "-W", "--keep-going", "-b", builder, "-d", str(self.built / "doctrees"), *options,
            str(self.source), str(self.built / builder)])
        return status, len(self.log.read_text().splitlines())

    def files(self):
        return sorted(
            str(path.relative_to(self.source)) for path in self.source.rglob("*")
            if "__pycache__" not in path.parts)

    def page(self, name="index"):
        return (self.built / "html" / f"{name}.html").read_text()


@pytest.fixture
def book(tmp_path, monkeypatch):
    return Book(tmp_path, monkeypatch)


def images(folder):
    return sorted(path.suffix for path in folder.glob("**/actplot-*"))


def test_the_example_is_a_book_in_html_latex_and_what_takes_neither(book):
    shutil.copytree(EXAMPLE, book.source, dirs_exist_ok=True)
    before = book.files()
    status, drawn = book.build("html", "-j", "4")
    assert (status, drawn >= 4) == (0, True)
    page = book.page()
    source = re.search(r'src="(_images/actplot-\w+\.svg)"', page).group(1)
    assert (book.built / "html" / source).read_text() == actplot.plot("relu", grad=True).svg()
    assert "the first derivative of relu, never falls" in page  # What actplot says of it.
    assert 'alt="The hyperbolic tangent, and five measured points close to it."' in page
    assert re.search(r'href="#fig-gelu">.*Fig. 2', page)
    assert "The slope of ReLU." in page

    assert book.build("latex", "-j", "4") == (0, drawn)
    assert images(book.built / "latex") == [".pdf"] * drawn
    (manuscript,) = (book.built / "latex").glob("*.tex")
    assert len(re.findall(r"includegraphics.*\{actplot-\w+\}\.pdf", manuscript.read_text())) == drawn
    assert book.build("texinfo") == (0, drawn)
    assert images(book.built / "texinfo") == [".png"] * drawn
    assert book.build("text") == (0, 0)
    assert book.files() == before


def test_myst_has_the_same_directive_and_shows_blocks(book):
    pytest.importorskip("myst_parser", reason="MyST is not there; install it: pip install myst-parser")
    book.write("conf.py", "extensions = ['actplot.sphinx', 'myst_parser']\nnumfig = True\n")
    book.write(
        "index.md",
        "# Book\n\n{numref}`fig`\n\n```{actplot} gelu --grad\n:name: fig\n:alt: Its slope\n"
        ":align: left\n:width: 50%\n:class: wide\n\nA *slope*.\n```\n\n```actplot\nrelu --grad\n```\n")
    assert book.build() == (0, 1)
    page = book.page()
    assert re.search(r"Fig. 1 ?</span><span class=\"caption-text\">A <em>slope</em>\.", page)
    assert re.search(r'<figure class="align-left" id="fig"', page)
    (image,) = re.findall(r"<img [^>]*>", page)
    assert 'alt="Its slope"' in image and "50%" in image and 'class="wide"' in image
    assert "relu --grad" in page
    # Readers of the SVG itself are told the same.
    (figure,) = (book.built / "html" / "_images").iterdir()
    assert ">Its slope</desc>" in figure.read_text()


BLOCK = """
# Two figures.
relu --grad --name relu-slope --caption "The slope of relu."

tanh \\
  --name tanh
"""


def test_blocks_of_markdown_are_drawn_line_by_line(book):
    pytest.importorskip("myst_parser", reason="MyST is not there; install it: pip install myst-parser")
    book.write("conf.py", "extensions = ['actplot.sphinx', 'myst_parser']\n")
    book.write("index.md", f"# Book\n\n```{{actplot}}{BLOCK}```\n")
    assert book.build() == (0, 2)
    assert re.findall(r'<figure class="align-default" id="([\w-]+)"', book.page()) == [
        "relu-slope", "tanh"]
    assert "The slope of relu." in book.page()


def test_what_has_not_changed_is_not_drawn_again(book):
    book.write("points.csv", "x,y\n0,0\n")
    line = "Book\n====\n\n.. actplot:: tanh --points points.csv\n\n.. actplot:: relu\n"
    book.write("index.rst", line)
    assert book.build() == (0, 2)
    assert book.build() == (0, 0)
    book.write("index.rst", f"{line}\nAnd more.\n\n.. actplot:: actplot 'relu'\n")
    assert book.build() == (0, 0)
    book.write("points.csv", "x,y\n1,1\n")
    assert book.build() == (0, 1)
    book.tell_version("9.9.9")
    assert book.build() == (0, 2)


def test_files_stand_beside_their_document(book):
    (book.source / "part").mkdir()
    book.write("index.rst", "Book\n====\n\n.. toctree::\n\n   part/chapter\n")
    book.write("part/points.csv", "x,y\n0,0\n")
    book.write(
        "part/chapter.rst", "Chapter\n=======\n\n.. actplot:: tanh --points=points.csv\n")
    assert book.build("latex") == (0, 2)  # SVG too, whose description is the alternative text.
    assert images(book.built / "latex") == [".pdf"]
    assert book.build("html") == (0, 0)
    assert 'src="../_images/actplot-' in book.page("part/chapter")


def test_documents_are_read_and_written_side_by_side(book):
    names = [f"chapter{index}" for index in range(12)]
    for index, name in enumerate(names):
        book.write(
            f"{name}.rst", f"Chapter\n=======\n\n.. actplot:: relu\n\n.. actplot:: tanh --mark {index / 2}\n")
    book.write("index.rst", "Book\n====\n\n.. toctree::\n   :glob:\n\n   chapter*\n")
    assert book.build("html", "-j", "4")[0] == 0
    assert images(book.built / "html" / "_images") == [".svg"] * 13
    for name in names:
        found = re.findall(r'src="(_images/actplot-\w+\.svg)"', book.page(name))
        assert len(found) == 2 and all((book.built / "html" / path).exists() for path in found)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "Content block expected"),
        ("gelx", "Did you mean “gelu”"),
        ("relu --kolor red", "There is no option “--kolor”"),
        ("relu -o relu.svg", "-o: Here Sphinx names the files; leave it out."),
        ("relu --output=relu.svg", "--output: Here Sphinx names the files"),
        ("relu --output-dir .", "--output-dir: Here Sphinx names the files"),
        ("relu --format png", "--format: Here the builder has its format"),
        ("relu --show", "--show: Here the figure is shown in the document"),
        ("network 2 3 --json", "These words print something and draw no figure."),
        ("relu --name", "--name: There is nothing behind it"),
        ("'relu", "A quote or a backslash has nothing to end it"),
        ("relu \0", "null character"),
        ("relu\n   -o relu.svg", "The line goes on in the next"),
        ("relu --points missing.csv", "missing.csv"),
    ],
)
def test_what_cannot_be_drawn_is_an_error_at_its_line(book, capsys, line, sentence):
    book.write("index.rst", f"Book\n====\n\nText.\n\n.. actplot:: {line}\n")
    before = book.files()
    assert book.build()[0] != 0
    said = capsys.readouterr().err
    assert sentence in said and "index.rst:6: ERROR" in said
    assert book.files() == before


def test_in_myst_too(book, capsys):
    pytest.importorskip("myst_parser", reason="MyST is not there; install it: pip install myst-parser")
    book.write("conf.py", "extensions = ['actplot.sphinx', 'myst_parser']\n")
    book.write("index.md", "# Book\n\n```{actplot} gelx\n```\n")
    assert book.build()[0] != 0
    assert re.search(r"index\.md:3: .*\n?.*Did you mean “gelu”", capsys.readouterr().err)


def test_what_was_missing_is_tried_again(book):
    book.write("index.rst", "Book\n====\n\n.. actplot:: tanh --points points.csv\n")
    assert book.build()[0] != 0
    book.write("points.csv", "x,y\n0,0\n")
    assert book.build() == (0, 1)


def test_a_part_that_is_included_has_its_own_lines(book, capsys):
    book.write("index.rst", "Book\n====\n\n.. include:: part.txt\n")
    book.write("part.txt", "\n.. actplot:: relu --xscale log\n\n.. actplot:: gelx\n")
    assert book.build()[0] != 0
    said = capsys.readouterr().err
    assert "part.txt:2: WARNING" in said and "part.txt:4: ERROR" in said


def test_what_a_figure_cannot_show_is_a_warning_each_time(book, capsys):
    for text in ("Text.", "Other text."):
        book.write("index.rst", f"Book\n====\n\n{text}\n\n.. actplot:: relu --xscale log\n")
        assert book.build()[0] != 0
        said = capsys.readouterr().err
        assert "logarithmic" in said and "index.rst:6: WARNING" in said
    assert book.log.read_text() == ""


def test_a_command_that_is_not_there_is_told(book, capsys, monkeypatch):
    monkeypatch.setenv("ACTPLOT", "/nowhere/actplot")
    book.write("index.rst", "Book\n====\n\n.. actplot:: relu\n")
    assert book.build()[0] != 0
    assert "The command /nowhere/actplot cannot be run" in capsys.readouterr().err
