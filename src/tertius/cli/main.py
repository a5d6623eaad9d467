"""Commands and their options; what they do is in the modules beside this one.

Only typer is loaded for `--help`: a command imports what it needs when it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tertius.cli.outcome import USAGE, guarded

app = typer.Typer(
    help="Read reports and show who is aligned with whom, where, and on whose word.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class ModalityName(StrEnum):
    """How a claim is said."""

    ASSERTED = "asserted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    FORECAST = "forecast"


def _version(asked: bool) -> None:
    if asked:
        from tertius import __version__

        typer.echo(f"tertius {__version__}")
        raise typer.Exit


@app.callback()
def _every(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    pass


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|FOLDER|-...",
        help="Text, Markdown, HTML, feeds, WARC, also .gz; folders; - for standard input.",
    ),
]
Names = list[str] | None
Date = Annotated[
    str | None, typer.Option(metavar="DATE", help="When published: 2014, 2014-12, 2014-12-27.")
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who published it, if the page does not say.")
]
Json = Annotated[bool, typer.Option("--json", help="The whole brief as JSON.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="The claims, one JSON a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="The claims as CSV.")]
Every = Annotated[bool, typer.Option("--all", help="All answers, claims and documents.")]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--out", metavar="FILE", help="Write there, not to standard output."),
]
Theater = Annotated[Names, typer.Option(metavar="PLACE", help="Show only what holds there.")]
Actor = Annotated[Names, typer.Option(metavar="NAME", help="Show only what concerns this actor.")]
Modality = Annotated[
    list[ModalityName] | None, typer.Option(help="Count only claims said this way.")
]
Source = Annotated[
    Names, typer.Option(metavar="NAME", help="Count only what this speaker or outlet says.")
]
WithoutSource = Annotated[
    Names, typer.Option(metavar="NAME", help="Leave out what this speaker or outlet says.")
]
Reader = Annotated[
    str,
    typer.Option(metavar="NAME", help="embedded, rules, voted:FOLDER, spacy:PACKAGE or llm:URL."),
]
Precision = Annotated[
    float | None,
    typer.Option(
        metavar="SHARE", help="Keep claims sure enough for this precision, 0 to 1; 0 keeps all."
    ),
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Of llm: which model to ask.")]
Budget = Annotated[
    int | None,
    typer.Option(
        "--budget-tokens", metavar="N", min=1, help="Of llm: tokens at most, by estimate."
    ),
]
Concurrency = Annotated[
    int | None, typer.Option(metavar="N", min=1, max=64, help="Of llm: requests at a time.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No notes on stderr.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="More notes on stderr.")]


@app.command()
def read(
    paths: Paths,
    date: Date = None,
    outlet: Outlet = None,
    json: Json = False,
    jsonl: Jsonl = False,
    csv: Csv = False,
    every: Every = False,
    out: Out = None,
    theater: Theater = None,
    actor: Actor = None,
    modality: Modality = None,
    source: Source = None,
    without_source: WithoutSource = None,
    reader: Reader = "embedded",
    precision: Precision = None,
    model: Model = None,
    budget: Budget = None,
    concurrency: Concurrency = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read reports and print the brief: answers, denials, forecasts, claims with their quotes."""
    from tertius.cli.reading import Request, run
    from tertius.report.selection import Selection

    run(
        Request(
            paths=tuple(paths),
            date=date,
            outlet=outlet,
            format=_format(json=json, jsonl=jsonl, csv=csv),
            every=every,
            out=out,
            selection=Selection(
                theaters=tuple(theater or ()),
                actors=tuple(actor or ()),
                modalities=tuple(one.value for one in modality or ()),
                sources=tuple(source or ()),
                without_sources=tuple(without_source or ()),
            ),
            quiet=quiet,
            verbose=verbose,
            reader=reader,
            precision=precision,
            settings={"model": model, "budget": budget, "concurrency": concurrency},
        )
    )


def _format(**asked: bool) -> str:
    formats = [name for name, on in asked.items() if on]
    if len(formats) > 1:
        raise typer.BadParameter(f"choose one of {', '.join('--' + name for name in formats)}")
    return formats[0] if formats else "text"


@app.command("compare")
def compare_readers(
    reader: Annotated[str, typer.Argument(metavar="READER")],
    other: Annotated[str, typer.Argument(metavar="READER")],
    gold: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Texts with the claims that a person found.")
    ],
    json: Annotated[bool, typer.Option("--json", help="All of it as JSON.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Every claim that only one says.")] = False,
    out: Out = None,
    model: Model = None,
    budget: Budget = None,
    concurrency: Concurrency = None,
    quiet: Quiet = False,
) -> None:
    """Read texts with two readers; print their scores, and where they differ."""
    from tertius.cli.comparing import run

    settings = {"model": model, "budget": budget, "concurrency": concurrency}
    run((reader, other), gold, settings, json=json, every=every, out=out, quiet=quiet)


@app.command()
def doctor() -> None:
    """Check that this installation is whole: versions, weights, gazetteer."""
    from tertius.cli.doctor import run

    run()


@app.command()
def schema() -> None:
    """Print the JSON Schema of `tertius read --json`."""
    from tertius.cli.output import write
    from tertius.report.schema import schema_bytes

    write(schema_bytes())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 failed, 2 usage.

    arguments: None takes those of the process.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)

    def call() -> int:
        code = app(args=given, prog_name="tertius", standalone_mode=False)
        return code if isinstance(code, int) else 0

    return guarded(call, usage=USAGE)
