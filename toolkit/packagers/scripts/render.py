"""Render a TEI file with the stylesheets of this package: needs saxonche, an XSLT 3.0 processor.

python3 render.py FILE.xml OUTPUT STYLESHEET.xsl MODE [STYLESHEET.xsl MODE]...

The stylesheets run one after the other, each on what the one before it made; a mode is written {namespace}name.
"""

import sys
from pathlib import Path

from saxonche import PySaxonProcessor


def main() -> int:
    """Transform the file and write the result."""
    source, output, *steps = sys.argv[1:]
    processor = PySaxonProcessor(license=False)
    node = processor.parse_xml(xml_file_name=str(Path(source).absolute()))
    for stylesheet, mode in zip(steps[:-2:2], steps[1:-2:2], strict=True):
        compiled = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(Path(stylesheet).absolute()))
        compiled.set_initial_mode(mode)
        node = compiled.apply_templates_returning_value(xdm_value=node).head
    compiled = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(Path(steps[-2]).absolute()))
    compiled.set_initial_mode(steps[-1])
    Path(output).write_text(compiled.apply_templates_returning_string(xdm_value=node), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
