# Two commands do everything on a bare machine: `make run` and `make test`.
# the first that runs: version switchers leave names on the path behind which there is nothing
PYTHON := $(shell for p in python3.11 python3.12 python3.13; do $$p -c "" 2>/dev/null && echo $$p && exit; done; echo python3)
IN := .venv/bin/
# two at a time: the limit of the whole suite is set for a machine with two cores
SIDE_BY_SIDE := -n 2 --dist worksteal
export QT_LOGGING_RULES := *.debug=false
.PHONY: run test test-all check bench words pictures golden setup-run setup-test

run: setup-run            ## open the window with the demo portfolio
	@$(PYTHON) tools/run.py

test: check               ## style, types and all tests
	@QT_QPA_PLATFORM=offscreen $(IN)python -m pytest $(SIDE_BY_SIDE)

test-all: setup-test      ## the slow tests as well
	@HYPOTHESIS_PROFILE=exploring QT_QPA_PLATFORM=offscreen $(IN)python -m pytest $(SIDE_BY_SIDE) -m "slow or not slow"

check: setup-test         ## style and types
	@$(IN)ruff check --quiet . && $(IN)ruff format --check --quiet . && $(IN)mypy

bench: setup-test         ## speed and size against the limits of the same machine
	@QT_QPA_PLATFORM=offscreen $(IN)python -m benchmarks

faults: setup-test        ## break things on purpose and see what is left
	@$(IN)python -m benchmarks.faults

words: setup-test         ## bring the Spanish catalogue up to date, with translations from FROM="a.tsv b.tsv" if given
	@$(IN)python tools/words.py merge $(FROM) && $(IN)python tools/words.py compile && $(IN)python tools/words.py missing

pictures: setup-run       ## renew the pictures of the README and the manual
	@$(IN)python tools/pictures.py

golden: setup-test        ## renew the stored pictures of every page, to be looked at
	@$(IN)python tools/golden.py

setup-run:
	@$(PYTHON) tools/setup.py run

setup-test:
	@$(PYTHON) tools/setup.py test
