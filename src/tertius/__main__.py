"""Run the command line: python -m tertius."""

from __future__ import annotations

import sys

from tertius.cli.main import main

sys.exit(main())
