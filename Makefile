# Everything this project can be asked to do; `make help` lists it. Only .venv, .demo, .bench, .node, web/node_modules and kg/web/page are written to.

PYTHON ?= python3
UV ?= uv

VENV := .venv
BIN := $(VENV)/bin
RUNS := $(VENV)/.runs
READY := $(VENV)/.ready
DEMO := .demo/store
# Python compiles what it imports, when it does so first: that is a small part of what is installed.
PIP := pip install -q --disable-pip-version-check --no-compile
LOCK := pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

# Tests run in one process for each processor, of which each takes a gigabyte; one that is done takes over half of another's.
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist worksteal

# What is made from web/, with the system's Node where it is new enough, else with one from the package index.
page = if $(BIN)/python web/build.py --has-node; then $(BIN)/python web/build.py $(1); \
  else $(MAKE) -s .node/.ready && .node/bin/python web/build.py $(1); fi

# Prints a command as a user would type it, then runs it on the demo's own store.
ask = printf '\n$$ kg %s\n' '$(1)'; KG_STORE=$(DEMO) $(BIN)/kg $(1)

# Of Turtle, the claim that somebody commands somebody, and the words that it cites.
ONE_CLAIM = /rw:predicate rw:commands/ { print; match($$0, "evidence/[0-9]+-[0-9]+"); words = substr($$0, RSTART, RLENGTH) } \
  words && index($$1, words) { print "\n" $$0 }

.DEFAULT_GOAL := help
.PHONY: help demo web serve test test-wheel test-servers test-faults test-cluster check bench bench-growth bench-serve bench-extract clean lock golden

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(RUNS): locks/runtime.txt locks/build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Rawabit needs Python 3.11 or newer; '$(PYTHON)' is `$(PYTHON) --version 2>/dev/null || echo missing`." >&2; \
	  echo "Name another one: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m $(PIP) --require-hashes -r locks/runtime.txt -r locks/build.txt
	$(BIN)/python -m $(PIP) --no-build-isolation --no-deps -e .
	@touch $@

# What tests and checks need beside it.
$(READY): locks/dev.txt $(RUNS)
	$(BIN)/python -m $(PIP) --require-hashes -r locks/dev.txt
	@touch $@

demo: $(RUNS) ## read the seed article and ask the graph about it
	@rm -rf .demo
	@$(call ask,load seeds)
	@$(call ask,links Soleimani)
	@$(call ask,evidence Hezbollah supports "Syrian government forces")
	@$(call ask,why Hezbollah opponentOf "al-Nusra Front")
	@$(call ask,path Hezbollah "Islamic State" --most 1)
	@$(call ask,query who-supports-whom)
	@printf '\n$$ kg export turtle --actor Soleimani   # of it, one claim with its evidence\n'
	@KG_STORE=$(DEMO) $(BIN)/kg export turtle --actor Soleimani | awk -v RS= '$(ONE_CLAIM)'
	@printf '\nThe store stays in %s; go on with: KG_STORE=%s %s/kg --help\n' $(DEMO) $(DEMO) $(BIN)

web: $(RUNS) ## make the page that kg serve shows
	@$(call page,)

serve: $(RUNS) web ## show the demo's graph in the browser
	@test -e $(DEMO) || $(BIN)/kg --store $(DEMO) load seeds
	@$(BIN)/kg --store $(DEMO) serve

test: $(READY) web ## run all tests
	@$(call page,test)
	$(BIN)/python -m pytest $(SIDE_BY_SIDE)

test-wheel: $(READY) ## build and install the wheel as a user does, where there is no Node
	KG_TESTS=full $(BIN)/python -m pytest tests/packaging

test-faults: $(READY) ## kill 200 processes, damage every table, fill a disk (half an hour)
	$(BIN)/python -m pytest tests/faults --kills 200

test-servers: $(READY) ## ask every command of SPARQL servers, at length (Virtuoso: apt-get install virtuoso-opensource-7)
	KG_TESTS=full $(BIN)/python -m pytest tests/cli/test_servers.py tests/store/remote tests/store/test_behaviour.py

test-cluster: $(READY) ## kill workers and scheduler of a Dask cluster forty times
	$(BIN)/python -m pytest tests/shards/test_cluster.py --cluster-kills 40

check: $(READY) ## lint, format, types, layers, dependencies, spelling, documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy web/build.py
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry kg
	$(BIN)/codespell
	@$(call page,types lint)
	$(BIN)/python -m pytest tests/docs

bench: $(READY) ## measure what the README states
	@for each in load closure lookup; do $(BIN)/python -m "benchmarks.$$each" || exit; done

bench-growth: $(READY) ## load and ask 10 thousand to a million claims, into benchmarks/results.md
	$(BIN)/python -m benchmarks.growth $(BENCH)

bench-serve: $(READY) ## measure kg serve with eight clients, beside oxigraph serve
	$(BIN)/python -m benchmarks.serve $(BENCH)

bench-extract: $(READY) .bench/.ready ## measure extraction beside spaCy's tokeniser
	$(BIN)/python -m benchmarks.extract $(BENCH)

.bench/.ready: locks/bench.txt
	@$(PYTHON) -m venv --clear .bench
	.bench/bin/python -m $(PIP) --require-hashes -r locks/bench.txt
	@touch $@

.node/.ready: locks/node.txt
	@$(PYTHON) -m venv --clear .node
	.node/bin/python -m $(PIP) --require-hashes -r locks/node.txt
	@touch $@

golden: $(READY) ## write the golden files and the generated pages anew; read the diff before committing
	$(BIN)/python -m tests.docs.cli_reference
	$(BIN)/python -m pytest --update-golden tests/queries

lock: ## resolve the dependencies anew (needs uv)
	@command -v $(UV) >/dev/null || { echo "'$(UV)' is missing; name it: make lock UV=/path/to/uv" >&2; exit 2; }
	$(UV) $(LOCK) --upgrade -o locks/runtime.txt pyproject.toml
	$(UV) $(LOCK) --upgrade -o locks/dev.txt -c locks/runtime.txt --group dev pyproject.toml
	$(UV) $(LOCK) -o locks/build.txt -c locks/dev.txt --group build
	$(UV) $(LOCK) --upgrade -o locks/bench.txt --group bench
	$(UV) $(LOCK) --upgrade -o locks/node.txt --group node

clean: ## remove what the other targets made
	rm -rf $(VENV) .demo .bench .node web/node_modules kg/web/page build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
