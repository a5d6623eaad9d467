"""The brief: what was read, added up, said in plain words or given as data.

brief = tertius.report.read(["report.txt"], published="2014-12-27")
"""

from __future__ import annotations

from tertius.report.brief import Brief
from tertius.report.briefing import read
from tertius.report.names import Names

__all__ = ["Brief", "Names", "read"]
