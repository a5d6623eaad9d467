"""The brief in a notebook: two tables, no script, nothing fetched."""

from __future__ import annotations

from html import escape
from typing import Final

from tertius.report import words
from tertius.report.answers import answers
from tertius.report.brief import Brief
from tertius.report.reasons import stated

COLOURS: Final = {"aligned": "#1f5fbf", "opposed": "#b34700", "mixed": "#8a2a8a"}
MOST_ROWS: Final = 100


def html(brief: Brief) -> str:
    """Return the answers and the claims as HTML; every text of a document is escaped."""
    names = brief.names
    number = {claim.id: place for place, claim in enumerate(brief.claims, start=1)}
    rows = []
    for row in answers(brief)[:MOST_ROWS]:
        glyph = f"{words.GLYPHS[row.sign]} {words.SIGNS[row.sign]}"
        one, other = names.actor(row.side_a), names.actor(row.side_b)
        shape = words.form(
            row.form, row.sign, patron=one, client=other, stated=bool(stated(row, brief))
        )
        place = names.theater(row.theater) if row.theater else "overall"
        against = names.actor(row.against) if row.against else ""
        colour = COLOURS.get(row.sign, "inherit")
        numbers = ", ".join(str(number[id]) for id in row.claims if id in number)
        rows.append(
            f'<tr><td style="color:{colour}">{glyph}</td>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in (one, other, place, against, shape))
            + f"<td>{row.p:.2f}</td><td>{row.independent}</td><td>{numbers}</td></tr>"
        )
    heads = ("", "", "", "where", "against", "form", "p", "voices", "claims")
    return (
        "<p>"
        + escape(f"{words.plural(len(brief.documents), 'report')} read")
        + "</p><table><thead><tr>"
        + "".join(f'<th scope="col">{head}</th>' for head in heads)
        + f"</tr></thead><tbody>{''.join(rows)}</tbody></table>{_claims(brief)}"
    )


def _claims(brief: Brief) -> str:
    names = brief.names
    rows = []
    for place, claim in enumerate(brief.claims[:MOST_ROWS], start=1):
        speakers = " ← ".join(names.actor(id) for id in claim.sources) or "the report"
        cells = (
            str(place),
            names.actor(claim.actor) if claim.actor else "(not said)",
            words.relation(claim.relation),
            names.actor(claim.recipient) if claim.recipient else "(not said)",
            ", ".join(words.marks(claim)),
            speakers,
            f"“{claim.quote}”",
        )
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    left = len(brief.claims) - len(rows)
    more = f"<p>and {left:,} more</p>" if left > 0 else ""
    return f"<table><tbody>{''.join(rows)}</tbody></table>{more}"
