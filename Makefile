# make          set up and do the main job: tei/source/*.txt -> tei/*.xml -> build/html, build/text
# make test     the tests        make lint    ruff, mypy, lint-imports
# make bench    the benchmarks   make eval    accuracy on annotated corpora (DATA=folder)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TEI := $(BIN)/tei

.PHONY: all test lint bench eval schemas docs lock clean fidelity coverage
.DELETE_ON_ERROR:

all: $(VENV)/ready
	@$(BIN)/python -m scripts.edition

$(VENV)/ready: requirements.lock pyproject.toml
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "tei-toolkit needs Python 3.11 or newer; make PYTHON=python3.x names one")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

test: $(VENV)/ready-dev
	@$(BIN)/python -m pytest

lint: $(VENV)/ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(VENV)/ready-dev
	@$(BIN)/python -m scripts.bench

# Annotated corpora (corpora/) and TEI documents with recorded verdicts (tei-p5/) are not part of the repository.
DATA ?= ../shared/data
eval: $(VENV)/ready-dev
	@$(BIN)/python -m scripts.eval $(DATA)/corpora
	@$(BIN)/python -m scripts.eval_validate $(DATA)/tei-p5

# Every word of the documents once in each rendering: make fidelity DOCS=folder
fidelity: $(VENV)/ready-dev
	@$(BIN)/python -m scripts.fidelity $(DOCS)

coverage: $(VENV)/ready-dev
	@$(BIN)/python -m scripts.coverage

schemas: $(VENV)/ready
	@for form in rng xsd sch; do $(TEI) schema compile schemas/toolkit.odd -o schemas/toolkit.$$form || exit; done
	@for form in rng xsd sch; do $(TEI) schema compile schemas/tei_all.odd -o schemas/tei_all.$$form || exit; done

docs: $(VENV)/ready-dev
	@$(BIN)/python -m scripts.docs

lock: $(VENV)/ready-dev
	@scripts/lock $(BIN)

clean:
	rm -rf build $(VENV)
