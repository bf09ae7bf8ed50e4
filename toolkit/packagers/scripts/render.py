"""Render a TEI file: python3 render.py STYLESHEET.xsl FILE.xml OUTPUT (needs saxonche, an XSLT 3.0 processor)."""

import sys
from pathlib import Path

from saxonche import PySaxonProcessor


def main() -> int:
    """Transform the file and write the result."""
    stylesheet, source, output = (str(Path(argument).absolute()) for argument in sys.argv[1:4])
    processor = PySaxonProcessor(license=False).new_xslt30_processor()
    compiled = processor.compile_stylesheet(stylesheet_file=stylesheet)
    Path(output).write_text(compiled.transform_to_string(source_file=source), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
