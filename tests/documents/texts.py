"""Small reports of an invented world, for the tests of this folder."""

from __future__ import annotations

SENTENCE = (
    "The government of Ruritania said on Tuesday that its troops had left the city after talks with"
    " the rebels. "
)
REPORT = (
    "Ruritania pulls its troops out of Strelsau\n\n"
    + SENTENCE
    + "It did not say when they would be back.\n\n"
    + "The rebels, who were backed by Borduria, said that they had not been told of the plan.\n"
)
GERMAN = (
    "Die Regierung hat am Dienstag erklärt, dass ihre Truppen die Stadt nach den Gesprächen mit den"
    " Rebellen verlassen haben und nicht zurückkehren werden."
)
FRENCH = (
    "Le gouvernement a déclaré mardi que ses troupes avaient quitté la ville après les pourparlers"
    " avec les rebelles et ne reviendraient pas."
)
