"""A book with figures of actplot, for Sphinx: ``sphinx-build . build``."""

project = "Activations"
author = "The authors"
copyright = author
extensions = ["actplot.sphinx"]
exclude_patterns = ["build", "README.md"]
numfig = True

try:
    import myst_parser  # noqa: F401
except ImportError:
    # Without it, the book lacks its chapter in Markdown.
    exclude_patterns.append("*.md")
else:
    extensions.append("myst_parser")
