# Every task of the project. `make` lists them; `make build` and `make test` are all a newcomer needs.
# An environment is made in .venv on first use and brought up to date when pyproject.toml or constraints.txt change.

# An interpreter of your choice, for an environment that is not there yet: make build PYTHON=/path/to/python3.12
PYTHON ?=

BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt
DECLARED := pyproject.toml constraints.txt

.PHONY: help build test check slow lint types drift validate evaluate wheel docs screenshots schemas profiles bench format constraints clean
.DEFAULT_GOAL := help

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

build: .venv/.stamp-run ## make datapackage/ from seeds/, validate it and say what it holds
	$(BIN)/opendata build seeds --out datapackage
	$(BIN)/opendata validate datapackage --sources seeds

test: .venv/.stamp-dev ## run the fast tests
	$(BIN)/python -m pytest -n auto --maxprocesses 4

check: slow lint types drift validate evaluate wheel docs ## everything that CI runs beside the fast tests

# pytest exits with 5 where no test has the mark.
slow: .venv/.stamp-dev .venv/.stamp-browser ## run the slow tests and those in a browser
	$(BIN)/python -m pytest -m "slow or browser" || [ $$? -eq 5 ]

lint: .venv/.stamp-dev ## lint, and look whether the code is formatted
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/.stamp-dev .venv/.stamp-site ## check the types
	$(BIN)/mypy

drift: .venv/.stamp-run ## are schemas/ and datapackage/ what the code makes of them today?
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	$(BIN)/opendata schema export "$$tmp/schemas"; \
	$(BIN)/opendata build seeds --out "$$tmp/datapackage"; \
	diff -r schemas "$$tmp/schemas" && diff -r datapackage "$$tmp/datapackage" || { \
	  echo "The committed files are not what the code makes: run 'make schemas build' and commit them." >&2; exit 1; }; \
	echo "schemas/ and datapackage/ are what the code makes of them"

validate: .venv/.stamp-run ## validate datapackage/ against its descriptor and the pages in seeds/
	$(BIN)/opendata validate datapackage --sources seeds

# With UPDATE=1 what is found becomes the new baseline: say in the commit why.
evaluate: .venv/.stamp-run ## score notes and passages; a loss against tests/gold/baseline fails
	.ci/evaluate $(BIN)/opendata $(if $(UPDATE),--update)

wheel: .venv/.stamp-dev ## build the wheel and the source archive, and try the wheel outside this checkout
	.ci/try-wheel $(BIN)/python

docs: .venv/.stamp-site ## build the documentation site in site/
	$(BIN)/opendata site build datapackage --out site --docs docs --sources seeds

screenshots: .venv/.stamp-dev .venv/.stamp-browser ## picture each type of page of the site in site/ into screenshots/
	$(BIN)/python -m tests.site.browser.screenshots site screenshots

schemas: .venv/.stamp-run ## write schemas/ from the models
	$(BIN)/opendata schema export schemas

# The profiles of the standard as its authors publish them for Python (MIT); their hashes stand in a test.
profiles: .venv/.stamp-run ## bring the standard's profiles up to date
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	$(BIN)/python -m pip download -q --no-deps --no-binary :none: -d "$$tmp" dplib-py; \
	$(BIN)/python -m zipfile -e "$$tmp"/dplib_py-*.whl "$$tmp"; \
	for version in 1.0 2.0; do \
	  cp "$$tmp/dplib/profiles/$$version/datapackage.json" src/opendata/validation/standard/profiles/datapackage-$$version.json; done; \
	cp "$$tmp"/dplib_py-*.dist-info/licenses/LICENSE.md src/opendata/validation/standard/profiles/LICENSE.md

bench: .venv/.stamp-dev ## measure; options go in ARGS: make bench ARGS="--pages FOLDER"
	$(BIN)/python -m benchmarks $(ARGS)

format: .venv/.stamp-dev ## format the code and mend what the linter can mend
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

constraints: .venv/.stamp-venv ## pin the newest versions that pyproject.toml allows (on the oldest Python)
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	$(BIN)/python -m venv "$$tmp"; \
	"$$tmp/bin/python" -m pip install -qq --disable-pip-version-check -e '.[site,browser,dev]'; \
	"$$tmp/bin/python" -m pip freeze --exclude-editable > constraints.txt

clean: ## remove what can be made again, the environment included
	rm -rf .venv dist site screenshots .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/.stamp-venv:
	@.ci/make-venv .venv $(PYTHON)
	@touch $@

.venv/.stamp-run: .venv/.stamp-venv $(DECLARED)
	$(INSTALL) -e .
	@touch $@

.venv/.stamp-dev: .venv/.stamp-venv $(DECLARED)
	$(INSTALL) -e '.[dev]'
	@touch $@ .venv/.stamp-run

.venv/.stamp-site: .venv/.stamp-venv $(DECLARED)
	$(INSTALL) -e '.[site]'
	@touch $@ .venv/.stamp-run

.venv/.stamp-browser: .venv/.stamp-site $(DECLARED)
	$(INSTALL) -e '.[browser]'
	@touch $@
