# make          set up and do the main job: tei/source/*.txt -> tei/*.xml -> build/html, build/text
# make test     the tests        make lint    ruff, mypy, lint-imports
# make bench    the benchmarks   make eval    accuracy on annotated corpora (DATA=folder)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TEI := $(BIN)/tei

SOURCES := $(wildcard tei/source/*.txt)
NAMES := $(SOURCES:tei/source/%.txt=%)
AUTHORITY := $(wildcard tei/authority/*.xml tei/authority/*.csv)
ENCODED := $(NAMES:%=build/encoded/%.done)
OUTPUTS := build/validated $(NAMES:%=build/html/%.html) $(NAMES:%=build/text/%.txt)
CODE := $(shell find toolkit xslt schemas -type f -not -path '*/__pycache__/*') pyproject.toml

.PHONY: all outputs test lint bench eval schemas docs lock clean fidelity coverage
.DELETE_ON_ERROR:

all: $(VENV)/ready
	@if $(MAKE) --no-print-directory --question outputs; then \
	  echo "Nothing to do: tei/, build/html/ and build/text/ are up to date."; \
	else \
	  $(MAKE) --no-print-directory outputs && $(BIN)/python -m scripts.summary $(NAMES); \
	fi

outputs: $(OUTPUTS)

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

build/encoded/%.done: tei/source/%.txt $(wildcard tei/source/*.toml) $(AUTHORITY) $(CODE)
	@mkdir -p $(@D)
	@$(TEI) encode $< -o tei/$*.xml $(AUTHORITY:%=--authority %)
	@$(TEI) verify tei/$*.xml --source $<
	@touch $@

build/validated: $(ENCODED)
	@$(TEI) validate tei/*.xml
	@touch $@

build/html/%.html: build/encoded/%.done build/validated
	@$(TEI) render tei/$*.xml --to html -o $@

build/text/%.txt: build/encoded/%.done build/validated
	@$(TEI) render tei/$*.xml --to text -o $@

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
