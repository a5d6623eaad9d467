# Everything here does its own set-up: Python 3.11 or later, pip and make are enough.
# The virtual environment is made once, in .venv; a second call installs nothing.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?=
SAMPLE := samples/iraq-2014/reports
CODE   := src tests training benchmarks

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := help
.PHONY: help demo test check eval bench picture clean

help: ## list the tasks
	@echo "Tertius: who is aligned with whom, where, against whom, and on whose word"
	@echo
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

demo: $(VENV)/installed ## read the sample reports on Iraq in 2014 and print the brief
	@echo
	@echo '$$ tertius read $(SAMPLE)'
	@$(BIN)/tertius read $(SAMPLE)

test: $(VENV)/installed-dev ## run every test
	@$(BIN)/python -m pytest
	@echo
	@echo "All tests passed, with $$($(BIN)/python --version) and $$($(BIN)/tertius --version)."

check: $(VENV)/installed-dev ## format, style, types, import contracts and the quick tests
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m pytest -q -m "not model and not slow"

eval: $(VENV)/installed-dev ## score the reader on all that it can be scored on: make eval DATA=folder
	@$(BIN)/python -m benchmarks.evaluate --data "$(DATA)"

bench: $(VENV)/installed-dev ## measure start-up, speed and memory
	@$(BIN)/python -m benchmarks.timing

picture: $(VENV)/installed ## draw the picture and write the outputs in README and tutorial anew
	@$(BIN)/python -m benchmarks.picture $(SAMPLE) docs/images/brief.svg
	@$(BIN)/python -m benchmarks.documentation --write README.md docs/tutorial.md

clean: ## remove the virtual environment and what the tools left
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist out
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A Debian without python3-venv has no ensurepip; then the pip of the system fills the environment.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Tertius needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@echo "Making the virtual environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
	  rm -rf $(VENV) && $(PYTHON) -m venv --without-pip $(VENV) && \
	  $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; } || { \
	  rm -rf $(VENV); \
	  echo "No virtual environment could be made. On Debian: sudo apt install python3-venv" >&2; exit 1; }

$(VENV)/installed: pyproject.toml | $(BIN)/python
	@echo "Installing Tertius ..."
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing Tertius and what its tests need ..."
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(VENV)/installed $@
