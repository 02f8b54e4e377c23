"""The module beside the command: the same bytes, the same numbers, the same sentences."""

import math
import subprocess
import warnings

import actplot
import pytest


def command(*arguments: str, input: bytes = b"") -> bytes:
    return subprocess.run(
        [actplot.program(), *arguments], input=input, capture_output=True, check=True).stdout


def test_a_figure_has_the_bytes_of_the_command():
    figure = actplot.plot("gelu", grad=True)
    assert figure.svg().encode() == command("gelu", "--grad", "-o", "-", "--format", "svg")
    assert figure.png() == command("gelu", "--grad", "-o", "-", "--format", "png")
    assert figure.png(dpi=72) == command(
        "gelu", "--grad", "-o", "-", "--format", "png", "--dpi", "72")
    assert figure.pdf().startswith(b"%PDF")


def test_a_notebook_shows_it():
    figure = actplot.plot("relu")
    assert figure._repr_svg_() == figure.svg()
    assert figure._repr_png_() == figure.png()
    assert figure._repr_mimebundle_() == {"image/svg+xml": figure.svg()}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"xlim": (-1, 1)}, ["--xlim=-1:1"]),
        ({"order": (0, 1)}, ["--order=0,1"]),
        ({"xticks": [-math.pi, 0, math.pi]}, [f"--xticks={-math.pi!r},0,{math.pi!r}"]),
        ({"set": {"beta": [0.5, 2]}}, ["--set=beta=0.5,2"]),
        ({"theme": "dark", "transparent": True, "kinks": False}, ["--theme=dark", "--transparent"]),
        ({"with_grad": True}, ["--with-grad"]),
    ],
)
def test_options_are_those_of_the_command(options, words):
    ours = actplot.plot("swish", **options).svg().encode()
    assert ours == command("swish", *words, "-o", "-", "--format", "svg")


def test_other_kinds_of_figures():
    drawn = actplot.draw("network", 4, 5, 3, bias=True).svg().encode()
    assert drawn == command("network", "4", "5", "3", "--bias", "-o", "-", "--format", "svg")


def test_a_formula_may_begin_with_a_minus():
    assert "<svg" in actplot.plot("-x").svg()


def test_a_figure_is_saved(tmp_path):
    path = actplot.plot("relu").save(tmp_path / "relu.svg")
    assert path.read_bytes() == command("relu", "-o", "-", "--format", "svg")


def test_numbers_are_those_of_the_command():
    x = [-30.0, 0.1, 1.5, math.inf]
    table = command(
        "eval", "gelu", "--order", "1", input="".join(f"{value!r}\n" for value in x).encode())
    rows = [line.split(",") for line in table.decode().splitlines()[1:]]
    assert actplot.eval("gelu", x) == [float(row[1]) for row in rows]
    assert actplot.eval("gelu", x, order=1) == [float(row[2]) for row in rows]
    assert actplot.eval("gelu", 0) == 0.0
    assert actplot.eval("gelu", []) == []
    assert math.isnan(actplot.eval("gelu", math.nan))


def test_arrays_keep_their_shape():
    numpy = pytest.importorskip("numpy")
    x = numpy.linspace(-2, 2, 6).reshape(2, 3)
    y = actplot.eval("tanh", x, order=2)
    assert y.shape == (2, 3)
    assert y.tolist() == [actplot.eval("tanh", row, order=2) for row in x.tolist()]


def test_errors_are_the_command_s_sentences():
    with pytest.raises(actplot.ActplotError, match="Did you mean “gelu”"):
        actplot.plot("gelx").svg()
    with pytest.raises(actplot.ActplotError, match="no activation named"):
        actplot.eval("gelx", 0)
    with pytest.raises(actplot.ActplotError):
        actplot.plot("relu", kolor="red").svg()


def test_what_a_figure_cannot_show_is_a_warning():
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        actplot.plot("relu", xscale="log").svg()
    assert any("logarithmic" in str(one.message) for one in told)


def test_magics(capsys):
    shell_module = pytest.importorskip("IPython.testing.globalipapp")
    shell = shell_module.start_ipython() or shell_module.get_ipython()
    shell.run_line_magic("load_ext", "actplot")
    figure = shell.run_line_magic("actplot", "relu --grad")
    assert figure.svg() == actplot.plot("relu", grad=True).svg()
    shell.run_line_magic("actplot", "eval relu --at 2")
    assert "2.0,2.0" in capsys.readouterr().out
    with pytest.raises(actplot.ActplotError, match="gelx: There is no activation"):
        shell.run_cell_magic("actplot", "", "relu\ngelx\n")
