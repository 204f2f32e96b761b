# Two commands do everything: `make demo` and `make test`; each sets up .venv from the lock when it is missing.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: install demo test lint lock browser

install: $(READY)

$(READY): requirements/lock.txt requirements/pipeline.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; set PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements/lock.txt
	$(BIN)/pip install --quiet --require-hashes --no-deps --ignore-requires-python -r requirements/pipeline.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: install
	$(BIN)/dateline code examples --output runs/demo --fresh
	$(BIN)/dateline events runs/demo --format table
	@echo "The run lies in runs/demo; look closer with: .venv/bin/dateline show runs/demo"

lint: install
	$(BIN)/ruff check src tests tools
	$(BIN)/ruff format --check src tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports

# The workbench is tested in a real browser: Debian's chromium, added where there is none and we may.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq -y chromium >/dev/null; } \
	  || echo "No chromium: install it with your package manager; until then the browser tests are skipped."

test: lint browser
	$(BIN)/pytest -n auto --dist loadfile

# Needs uv; writes the lock that `make install` reads.
lock:
	uv pip compile --quiet --python-version 3.11 --universal --generate-hashes --no-header --no-emit-index-url \
	  --no-emit-find-links --group dev --extra pandas --extra polars --extra dask --extra notebook --extra docs pyproject.toml --output-file requirements/lock.txt
