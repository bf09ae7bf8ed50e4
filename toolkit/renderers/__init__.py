"""Renderers: TEI -> HTML, text and more, through the stylesheets of xslt/."""
