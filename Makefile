# Two commands are enough: `make run` and `make test`. Both set up .venv by themselves and again only when the locks have changed.
#
#   make run                    read examples/, build the record, write the brief
#   make run DOCS=folder        the same for your own documents
#   make run OUT=folder         write somewhere else than build/
#   make run PYTHON=python3.12  choose the interpreter .venv is made with (`make clean` first, to change it)
#   make test                   ruff, mypy, import contract, tests
#   make bench                  figures: third-party suites, speed beside peers, growth (about seven minutes)
#   make model                  train the reader's model again from the labels (hours; goes on where it was stopped)
#   make clean                  remove .venv and everything that was made

PYTHON ?= python3
DOCS   ?= examples
OUT    ?= build
BIN    := .venv/bin

.PHONY: run test bench model clean ready-run ready-test ready-peers
.DEFAULT_GOAL := run

run: ready-run
	@$(BIN)/dostyk run "$(DOCS)" --output "$(OUT)"

test: ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: ready-test ready-peers
	@$(BIN)/python bench/suites.py
	@echo
	@$(BIN)/python bench/readers.py
	@echo
	@$(BIN)/python bench/extraction.py
	@echo
	@$(BIN)/python bench/confidence.py
	@echo
	@$(BIN)/python bench/pages.py
	@$(BIN)/python bench/paged.py

model:
	@test -x .venv-training/bin/python || $(PYTHON) -m venv .venv-training
	@.venv-training/bin/python -m pip install -qq --disable-pip-version-check -r requirements/training.in -e .
	@.venv-training/bin/python training/reader/train.py "$(OUT)/model" --epochs 17 --resume
	@.venv-training/bin/python training/reader/export.py "$(OUT)/model/state.pt" src/dostyk/trained/data
	@.venv-training/bin/python training/confidence/speaks.py
	@.venv-training/bin/python training/confidence/together.py

clean:
	rm -rf .venv .venv-bench .venv-training "$(CURDIR)/build" .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -rf src/dostyk.egg-info
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

ready-run:
	@$(call install,run,runtime)

ready-test:
	@$(call install,test,dev)

# The peers that `make bench` measures share nothing with .venv; without them the rest is measured all the same.
ready-peers:
	@key="$$(pwd -P) $$(cksum < requirements/bench.txt)"; \
	if [ "$$(cat .venv-bench/.ready 2>/dev/null)" = "$$key" ]; then exit 0; fi; \
	echo "Setting up .venv-bench for the peers (once; about a minute)"; \
	if $(PYTHON) -m venv --clear .venv-bench \
		&& .venv-bench/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/bench.txt 2>/dev/null; \
	then echo "$$key" > .venv-bench/.ready; \
	else rm -rf .venv-bench; echo "The peers of requirements/bench.txt cannot be installed here; going on without them."; fi

# $(call install,STAMP,LOCK): make .venv if it is missing or was moved, install requirements/LOCK.txt and Dostyk itself into it,
# and note in .venv/.ready-STAMP what was installed. The note is the locks' content, so a fresh checkout's file times do not matter.
define install
	set -e; here=$$(pwd -P); \
	key=$$(cat requirements/$(2).txt pyproject.toml | cksum); \
	if [ "$$(cat .venv/.place 2>/dev/null)" = "$$here" ] && [ "$$(cat .venv/.ready-$(1) 2>/dev/null)" = "$$key" ]; then exit 0; fi; \
	if [ "$$(cat .venv/.place 2>/dev/null)" != "$$here" ] || ! $(BIN)/python -c '' 2>/dev/null; then \
		$(check_python); \
		echo "Setting up .venv (once; about a minute)"; \
		$(PYTHON) -m venv --clear .venv; echo "$$here" > .venv/.place; \
	else echo "Bringing .venv up to date with requirements/$(2).txt"; fi; \
	rm -f .venv/.ready-$(1); \
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/$(2).txt; \
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .; \
	echo "$$key" > .venv/.ready-$(1)
endef

define check_python
	if ! command -v "$(PYTHON)" >/dev/null 2>&1; then \
		echo "Dostyk needs Python 3.11 or newer, and '$(PYTHON)' was not found; name yours: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; fi; \
	if ! "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
		echo "Dostyk needs Python 3.11 or newer, and '$(PYTHON)' is older; name another: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; fi; \
	if ! "$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null; then \
		echo "'$(PYTHON)' has no venv module; install it (on Debian and Ubuntu: apt install python3-venv) or name another: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; fi
endef
