# `make help` lists what can be made. The virtual environment .venv is made when it is missing or out of date.
SHELL := bash
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
.DEFAULT_GOAL := help
.PHONY: help site serve check test fix golden bench clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one with PYTHON=…"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

site: $(READY) ## build content/ into output/
	$(BIN)/site-gen build
	@echo "Look at it with: make serve"

serve: $(READY) ## preview on http://127.0.0.1:8000/, rebuilt and reloaded on every save
	$(BIN)/site-gen serve

check: $(READY) ## list everything that is wrong with the content
	$(BIN)/site-gen check

test: $(READY) ## ruff, mypy, import-linter and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/browser.py
	$(BIN)/pytest -n 2

fix: $(READY) ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(READY) ## rewrite the golden files; read the diff afterwards
	$(BIN)/pytest -n 2 --snapshot-update

bench: $(READY) ## measure; prints tables (DATA=folder of annotated texts, if there is one)
	$(BIN)/python tests/bench/run.py $(DATA)

clean: ## remove what was built
	rm -rf .venv .site_gen .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache tests/shots
	find output -mindepth 1 ! -name .gitignore -delete
