"""Puts the program and the Python module into a wheel.

    python3 Packaging/wheel.py LAID_OUT VERSION FOLDER

prints the name of the wheel that it writes into FOLDER. LAID_OUT is what Packaging/lay-out makes: the
program becomes a script of the environment that the wheel is installed in, and the rest its data. The
form is that of PEP 427; the program is static, so that any Linux of that processor runs it.
"""

import base64
import hashlib
import os
import pathlib
import sys
import time
import zipfile

TAG = "py3-none-manylinux_2_17_x86_64"
MODULE = pathlib.Path(__file__).parent / "python" / "actplot"


def metadata(version: str) -> str:
    readme = (MODULE.parent / "README.md").read_text()
    return "\n".join([
        "Metadata-Version: 2.1",
        "Name: actplot",
        f"Version: {version}",
        "Summary: Activation functions and their automatic derivatives, drawn for print",
        "License: Apache-2.0",
        "Requires-Python: >=3.9",
        "Classifier: License :: OSI Approved :: Apache Software License",
        "Classifier: Operating System :: POSIX :: Linux",
        "Classifier: Typing :: Typed",
        "Description-Content-Type: text/markdown",
        "",
        readme,
    ])


def entries(laid_out: pathlib.Path, version: str) -> list[tuple[str, bytes, int]]:
    """Each file of the wheel but the record: its name, bytes and mode."""
    data, info = f"actplot-{version}.data", f"actplot-{version}.dist-info"
    files = []
    for path in sorted(MODULE.rglob("*")):
        if path.is_file() and path.suffix in {".py", ".typed"}:
            content = path.read_bytes()
            if path.name == "__init__.py":
                content = content.replace(b'__version__ = "0.0.0"', f'__version__ = "{version}"'.encode())
            files.append((f"actplot/{path.relative_to(MODULE)}", content, 0o644))
    for path in sorted(laid_out.rglob("*")):
        if path.is_file():
            place = path.relative_to(laid_out)
            is_program = place.parts[0] == "bin"
            name = f"scripts/{place.name}" if is_program else f"data/{place}"
            files.append((f"{data}/{name}", path.read_bytes(), 0o755 if is_program else 0o644))
    wheel = f"Wheel-Version: 1.0\nGenerator: actplot\nRoot-Is-Purelib: false\nTag: {TAG}\n"
    files.append((f"{info}/METADATA", metadata(version).encode(), 0o644))
    files.append((f"{info}/WHEEL", wheel.encode(), 0o644))
    return files


def main() -> None:
    laid_out, version, folder = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    files = entries(laid_out, version)
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip('=')},{len(content)}\n"
        for name, content, _ in files)
    record_name = f"actplot-{version}.dist-info/RECORD"
    files.append((record_name, f"{record}{record_name},,\n".encode(), 0o644))
    # A zip file knows no time before 1980.
    epoch = max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315_532_800)
    date = time.gmtime(epoch)[:6]
    wheel = folder / f"actplot-{version}-{TAG}.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content, mode in files:
            entry = zipfile.ZipInfo(name, date)
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    print(wheel.name)


if __name__ == "__main__":
    main()
