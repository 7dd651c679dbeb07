# SPDX-License-Identifier: Apache-2.0
# Needs make and Python 3.11 or newer with its venv module; everything else is installed into .venv.

# The first Python on the path that is new enough; say `make demo PYTHON=/path/to/python` for another.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$name; break; fi; done)
BIN := .venv/bin
LANGUAGE ?= ar
BENCH_FILE ?=

.PHONY: help install demo test bench lint types contracts knowledge gate calibrate ci clean
.DEFAULT_GOAL := help

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

install: .venv/.installed ## Make .venv with the package and its command in it

demo: .venv/.installed ## Read the example articles and write build/assessment.html (LANGUAGE=en for English)
	@$(BIN)/rasid assess examples/articles --language $(LANGUAGE) -o build/assessment.html

test: .venv/.dev ## Run the tests
	@$(BIN)/python -m pytest -q $(PYTEST_ARGS)

bench: .venv/.installed ## Measure speed and memory (BENCH_FILE=articles.jsonl for your own articles)
	@$(BIN)/python bench/code.py $(BENCH_FILE)

lint: .venv/.dev ## Check style
	@$(BIN)/ruff check .

types: .venv/.dev ## Check types
	@$(BIN)/mypy --strict src

contracts: .venv/.dev ## Check who imports whom
	@$(BIN)/lint-imports

knowledge: .venv/.installed ## Check that the knowledge files are whole
	@$(BIN)/rasid knowledge check

gate: .venv/.installed ## Check the scores on gold files against their floors
	@$(BIN)/python evals/gate.py
	@$(BIN)/python evals/airwars.py --both
	@$(BIN)/python evals/linking.py

calibrate: .venv/.installed ## Fit the scores of events to the gold files, and show how far they can be trusted
	@$(BIN)/python evals/calibration.py --write

ci: ## All that continuous integration checks
	@.ci/run

clean: ## Remove .venv and what was built
	rm -rf .venv build dist

.venv/.python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Rasid needs Python 3.11 or newer, and none was found on the path." >&2; \
		echo "Install one, or name it: make demo PYTHON=/path/to/python3.12" >&2; exit 1; fi
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Rasid needs Python 3.11 or newer; $(PYTHON) is not. Name another: make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) has no venv module. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.installed: .venv/.python pyproject.toml
	@echo "installing Rasid into .venv (once)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

# Dependency groups need pip 25.1.
.venv/.dev: .venv/.installed
	@echo "installing the tools for tests into .venv (once)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@
