# Every target sets up what it needs in .venv; the second time that takes no time.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
ARGS ?=

# All tests: two workers, of which an idle one takes half of what the other has left. A worker that dies is named and
# replaced (--dist loadgroup gives the new one work that it never begins, and waits for it without end).
ALL := -n 2 --dist worksteal
OTHERS := not alone and not deploy and not exhaustive
# Should the tests as a whole not come to an end, they are asked to stop and tell what they found.
LIMIT := timeout --foreground --signal=INT --kill-after=60 45m

# The tests' own screen: no display, no graphics card.
OFFSCREEN := QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUNBUFFERED := 1

.PHONY: help setup setup-dev run test check check-all lint format tour accessibility settings-doc bench deb clean deploy-trial
.DEFAULT_GOAL := help

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup  ## start the kiosk (ARGS="--windowed 540x960" and so on); without a display, draw a whole visit instead
	@$(VENV)/bin/kiosk run $(ARGS); code=$$?; \
	if [ $$code -ne 2 ]; then exit $$code; fi; \
	echo "Without a display the kiosk plays a whole visit off screen and draws it:"; \
	$(VENV)/bin/kiosk tour --visit --out build/tour

test: setup-dev  ## run the tests (ARGS="-k words" and so on)
ifdef ARGS
	@echo "== tests"
	@$(OFFSCREEN) $(LIMIT) $(PY) -m pytest $(ARGS)
else
	@echo "== tests by the clock, one at a time"
	@$(OFFSCREEN) $(LIMIT) $(PY) -m pytest -m alone tests/e2e; alone=$$?; \
	echo "== all other tests"; \
	$(OFFSCREEN) $(LIMIT) $(PY) -m pytest -m "$(OTHERS)" $(ALL); others=$$?; \
	echo "== the package, in a Debian root of its own"; \
	$(OFFSCREEN) $(LIMIT) $(PY) -m pytest -m deploy tests/deploy && test $$alone -eq 0 && exit $$others
endif

deploy-trial: setup-dev  ## follow docs/deploy.md, command by command, in a fresh Debian 13 under a real systemd (as root)
	@$(OFFSCREEN) $(LIMIT) $(PY) -m pytest -m deploy tests/deploy/test_trial.py -s

check: lint test  ## everything CI checks: format, lint, types, QML, content, tests

check-all: LIMIT := timeout --foreground --signal=INT --kill-after=60 4h
check-all: OTHERS := not alone and not deploy
check-all: check  ## the same with every combination of which `make check` takes a sample; an hour or more

lint: setup-dev
	@echo "== Python format"
	@$(PY) -m ruff format --check --quiet . || { echo "Format the files with: make format"; exit 1; }
	@echo "== Python lint"
	@$(PY) -m ruff check --quiet .
	@echo "== types"
	@$(PY) -m mypy
	@echo "== QML format and lint"
	@$(PY) -m kiosk.deploy.qml_lint
	@echo "== content and settings"
	@$(VENV)/bin/kiosk check

format: setup-dev  ## format Python and QML in place
	@$(PY) -m ruff format --quiet .
	@$(PY) -m ruff check --quiet --fix .
	@$(PY) -m kiosk.deploy.qml_lint --write

tour: setup  ## write a picture of every screen to build/tour (ARGS=--all: in every text size and theme)
	@$(VENV)/bin/kiosk tour --out build/tour $(ARGS)

accessibility: setup-dev  ## write docs/accessibility.md from the tests' marks, and name each row without a test
	@$(PY) -m tests.standards --write

settings-doc: setup-dev  ## write docs/settings.md from the types of the settings
	@$(PY) -m kiosk.settings.document --write

bench: setup-dev  ## measure start, touch and memory
	@$(PY) -m tests.bench $(ARGS)

deb: setup-dev  ## build the Debian package in build/ (ARGS="--arch arm64" and so on)
	@$(PY) -m kiosk.deploy.package $(ARGS)

clean:  ## remove what these targets made
	@rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache
	@find kiosk tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: what the kiosk needs, then what developers need. pyproject.toml is the only list of packages.
setup: $(RUN)
	@$(PYTHON) kiosk/deploy/system_packages.py run

setup-dev: $(DEV)
	@$(PYTHON) kiosk/deploy/system_packages.py test --must

$(RUN): pyproject.toml
	@echo "== setting up $(VENV)"
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; say which: make PYTHON=python3.13")'
	@$(PYTHON) kiosk/deploy/system_packages.py run
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install -qq --editable .
	@touch $@

$(DEV): $(RUN)
	@echo "== setting up $(VENV) for developers"
	@mkdir -p build
	@$(PY) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' > build/dev.txt
	@$(PY) -m pip install -qq --requirement build/dev.txt
	@touch $@
