"""Who and where: states, groups, bodies, people and places under all their names.

The tables lie in `data/` as CSV that can be edited without Python; docs/gazetteer.md says how.
"""

from tertius.gazetteer.gazetteer import Gazetteer
from tertius.gazetteer.index import Match, Role
from tertius.gazetteer.problems import problems

__all__ = ["Gazetteer", "Match", "Role", "problems"]
