"""Validate TEI files against a RELAX NG grammar: python3 validate.py GRAMMAR.rng FILE... (needs lxml)."""

import sys

from lxml import etree


def main() -> int:
    """Say of each file whether it is valid; 1 where one is not."""
    grammar = etree.RelaxNG(etree.parse(sys.argv[1]))
    status = 0
    for path in sys.argv[2:]:
        valid = grammar.validate(etree.parse(path, etree.XMLParser(huge_tree=True)))
        sys.stdout.write(f"{path}: {'valid' if valid else grammar.error_log}\n")
        status = status if valid else 1
    return status


if __name__ == "__main__":
    raise SystemExit(main())
