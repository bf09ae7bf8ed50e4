"""make docs: README and docs/*.md as web pages in build/docs/, with links between them."""

from __future__ import annotations

import re
import shutil
import sys
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

OUT = Path("build/docs")
STYLE = (
    "body{font:1.05rem/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1d1d1d}"
    "nav{font-size:.95rem;border-bottom:1px solid #ccc;padding-bottom:.6rem}nav a{margin-right:1rem}a{color:#7a2317}"
    "pre{background:#f3efe6;padding:.8rem;overflow:auto}code{font-size:.9em}img{max-width:100%;border:1px solid #ccc}"
    "table{border-collapse:collapse}td,th{border-bottom:1px solid #ccc;padding:.3rem .7rem;text-align:left}"
    "@media(prefers-color-scheme:dark){body{background:#191817;color:#ece7df}pre{background:#262320}a{color:#f0a494}}"
)


def main() -> None:
    """Build every page; the README is the index."""
    pages = [Path("README.md"), *sorted(Path("docs").glob("*.md"))]
    names = {page: "index.html" if page.name == "README.md" else f"{page.stem}.html" for page in pages}
    OUT.mkdir(parents=True, exist_ok=True)
    links = "".join(f'<a href="{name}">{escape(title(page))}</a>' for page, name in names.items())
    for page, name in names.items():
        body = MarkdownIt("commonmark").enable("table").render(linked(page.read_text("utf-8")))
        html = (
            f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title(page))}</title>'
            f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
            f"<body><nav>{links}</nav><main>{body}</main></body></html>\n"
        )
        (OUT / name).write_text(html, "utf-8")
    for picture in Path("docs").glob("*.png"):
        shutil.copy(picture, OUT / picture.name)
    sys.stdout.write(f"{OUT}/index.html and {len(pages) - 1} other pages\n")


def title(page: Path) -> str:
    """The page's first head."""
    return page.read_text("utf-8").partition("\n")[0].lstrip("# ")


def linked(markdown: str) -> str:
    """Links to Markdown pages as links to the pages made of them; docs/ lies flat."""
    pointed = re.sub(r"\]\((?:docs/)?([\w-]+)\.md\)", r"](\1.html)", markdown)
    return re.sub(r"\]\(docs/([\w-]+\.png)\)", r"](\1)", pointed)


if __name__ == "__main__":
    main()
