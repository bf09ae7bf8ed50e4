"""Quotations: what stands between quotation marks or after a dialogue dash, its kind, and who says it."""

from toolkit.taggers.quotations.tagger import QuotationTagger

__all__ = ["QuotationTagger"]
