"""Render a TEI file: python3 render.py FILE.xml OUTPUT STYLESHEET.xsl... (needs saxonche, an XSLT 3.0 processor).

The stylesheets run one after the other, each on what the one before it made.
"""

import sys
from pathlib import Path

from saxonche import PySaxonProcessor


def main() -> int:
    """Transform the file and write the result."""
    source, output, *stylesheets = (Path(argument).absolute() for argument in sys.argv[1:])
    processor = PySaxonProcessor(license=False)
    text = source.read_text(encoding="utf-8")
    for stylesheet in stylesheets:
        compiled = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(stylesheet))
        text = compiled.transform_to_string(xdm_node=processor.parse_xml(xml_text=text))
    output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
