"""Fold what copies repeat, so that a reader meets each claim once."""

from __future__ import annotations

from tertius.records import Claim
from tertius.report.brief import Brief


def folded(brief: Brief) -> list[Claim]:
    """Return the claims without those of copies whose original is there and quotes the same."""
    copies = {one.id for one in brief.documents if one.copy_of is not None}
    told = {_said(claim) for claim in brief.claims if claim.document not in copies}
    kept: list[Claim] = []
    for claim in brief.claims:
        said = _said(claim)
        if claim.document in copies:
            if said in told:
                continue
            told.add(said)
        kept.append(claim)
    return kept


def _said(claim: Claim) -> tuple[str, str, int, str]:
    return (" ".join(claim.quote.split()), claim.relation, claim.sign, claim.modality)
