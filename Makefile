# Everything runs in a virtual environment of its own; Python 3.11+ with venv, git and make is all it takes.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO ?= demo
DIST ?= dist
# How many test files run at once; auto = one a core.
TESTS_AT_ONCE ?= auto

.PHONY: demo test check format lint types contracts docs lock wheel clean

$(VENV)/.runs: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

# Make an episode, a feed and pages out of the sample that comes with the program, in the folder demo/.
demo: $(VENV)/.runs
	$(BIN)/episodes demo $(DEMO)

test: $(VENV)/.runs
	$(BIN)/python -m pytest -n $(TESTS_AT_ONCE) --dist loadfile

check: format lint types contracts docs test

format: $(VENV)/.runs
	$(BIN)/ruff format --check .

lint: $(VENV)/.runs
	$(BIN)/ruff check .

types: $(VENV)/.runs
	$(BIN)/mypy

contracts: $(VENV)/.runs
	$(BIN)/lint-imports

# docs/cli.md is made from the help texts; this fails if it is behind.
docs: $(VENV)/.runs
	$(BIN)/python docs/make_cli.py --check

# Pin everything that is installed, by hash; needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --extra tiny-en --extra site-search --extra semantic --group dev --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements.lock pyproject.toml

wheel: $(VENV)/.runs
	$(BIN)/python -m build --no-isolation --wheel --outdir $(DIST)

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
