# The two commands of the README, and what they stand for. PYTHON may name any Python of 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin

help: ## List the targets
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/\1\t\2/p' Makefile

.PHONY: help demo test test-browser test-versions lint docs build-data clean

.venv/ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ilkit needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@touch $@

.venv/demo: .venv/ready pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/dev: .venv/ready pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: .venv/demo ## Install ilkit into .venv and print real answers
	$(BIN)/python examples/demo.py

test: .venv/dev ## Install what the tests need; run tests, doctests and every notebook
	$(BIN)/python -m pytest --doctest-modules --doctest-glob=README.md --nbval ilkit tests notebooks README.md

.venv/browser: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[browser]'
	@touch $@

test-browser: .venv/browser ## Cards, plots and tutorials in JupyterLab in Chromium, which root installs; pictures in browser-artifacts
	-@command -v chromium >/dev/null || test "$$(id -u)" != 0 || { apt-get update -q && apt-get install -qy --no-install-recommends chromium; }
	$(BIN)/python -m pytest tests/browser

test-versions: .venv/dev ## The heart of the tests from the wheel under every Python that is here, with the oldest and newest of what ilkit needs
	PYENV_VERSION=$$(pyenv versions --bare 2>/dev/null | grep -E '^3\.1[1-3]\.' | paste -sd: -) $(BIN)/python -m nox --no-error-on-missing-interpreters -s fast

lint: .venv/dev ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.venv/docs: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[docs]'
	@touch $@

docs: .venv/docs ## Build the documentation into docs/_site/html and check the links within it; any warning is an error
	$(BIN)/python docs/pages.py
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs docs/_site/html
	$(BIN)/python docs/links.py docs/_site/html

build-data: .venv/dev ## Build a dataset version: make build-data SOURCES=../shared/sources VERSION=2026.12.0
	$(BIN)/python -m ilkit.build --sources $(SOURCES) --version $(VERSION)

clean:
	rm -rf .venv .nox dist browser-artifacts docs/_site docs/generated
