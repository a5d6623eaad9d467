"""A relation that the words of one sentence carry, before anybody is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertius.records import Modality

if TYPE_CHECKING:
    from tertius.reading.sides import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Predication:
    """A relation that the words of one sentence carry. Positions are words of the sentence."""

    relation: str
    word: int  # the word that carries it
    clause: int  # the verb whose mood, time and place are its own
    actors: tuple[int, ...]  # mentions (by head word); () = not said
    recipients: tuple[int, ...]
    pattern: str  # how it was found: verb, passive, noun, role, adj, suffix, prefix, regard
    desire: bool = False  # the actor only wants it
    of_event: bool = False  # the other side is whoever did what was told before: "the raids"
    of_pair: bool = False  # between the two that were last told to fight: "the cease-fire"
    victims: bool = False  # people or towns whose side is the country they are in
    presupposed: bool = False  # holds whatever the clause says: "urged X to end its support for Y"
    speaker_acts: bool = False  # no side is named but whoever says it
    governed: bool = False  # the mood of `clause` is the relation's own: "may launch strikes"
    objects: tuple[int, ...] = ()  # where its quantity stands: "1,000 advisers"
    named: tuple[Side, Side] | None = None  # the sides, where the trained vote has named them
    enemy: Side | None = None  # whom it is turned against, likewise
    mood: Modality | None = None  # the vote on modality; counts where the rules see none
