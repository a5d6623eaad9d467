"""The lines in which tests write down claims: "Chad > Mali: arms, denied, against rebels, by Togo".

relations.txt says what each part means.
"""

from __future__ import annotations

from tests.reading.reader import Told

MODALITIES = {"asserted", "denied", "hypothetical", "forecast"}
ATTITUDES = {"desire", "fear", "belief"}


def is_told(claim: Told, row: str) -> bool:
    """Tell whether a claim is what a line of the table says."""
    sides, _, rest = row.partition(": ")
    one, sign, other = next(sides.partition(f" {s} ") for s in "=>" if f" {s} " in sides)
    pair = (one if one != "nobody" else None, other)
    if claim.pair != pair and not (sign == " = " and claim.pair == pair[::-1]):
        return False
    relations, *qualities = rest.split(", ")
    modalities, attitude = {"asserted"}, None
    for quality in qualities:
        choices = set(quality.split("/"))
        key, _, name = quality.partition(" ")
        if choices <= MODALITIES:
            modalities = choices
        elif choices <= ATTITUDES:
            attitude = quality
        elif {"against": claim.against, "in": claim.theater, "by": claim.sources[:1]}[key] not in (
            name,
            (name,),
        ):
            return False
    if attitude == "desire" and modalities == {"asserted"}:
        modalities = {"asserted", "hypothetical"}
    known = {claim.relation, claim.family} & set(relations.split("/"))
    return bool(known) and claim.modality in modalities and claim.attitude == attitude
