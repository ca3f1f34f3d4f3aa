# The only commands a person must know. `make` alone lists them.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help site check-content serve new lend letter import test check check-fast format reference reproducible bench fuzz lock environment environment-dev programs

# The first of these that runs; scripts/environment.py says so when it is too old.
PYTHON ?= $(shell for name in python3.11 python3 python; do $$name -c '' 2>/dev/null && { echo $$name; break; }; done)
RUN := .venv/bin/python
CODE := plugins scripts tests pelican.conf.py
NODE_PACKAGES := tests/node/node_modules/.package-lock.json

help: ## liste ces commandes
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: environment ## vérifie les contributions et construit le site dans output/ (options : OPTIONS="--no-search")
	@$(RUN) scripts/build.py $(OPTIONS)

check-content: environment ## vérifie les contributions sans construire le site (options : OPTIONS="--fix")
	@$(RUN) scripts/check.py $(OPTIONS)

serve: environment ## montre le site sur http://localhost:8000/ et le reconstruit à chaque changement
	@$(RUN) scripts/serve.py $(OPTIONS)

new: environment ## commence une contribution : pose les questions et écrit le fichier (options : OPTIONS="event")
	@$(RUN) scripts/new.py $(OPTIONS)

lend: environment ## note un prêt par questions, ou d’une demande transférée : make lend < message (la semaine : OPTIONS="--week")
	@$(RUN) scripts/lend.py $(OPTIONS)

letter: environment ## montre la lettre de la semaine (options : OPTIONS="prochaine --open", OPTIONS=--freeze, OPTIONS=--send-draft)
	@$(RUN) scripts/letter.py $(OPTIONS)

import: environment ## importe un agenda, un calendrier, un tableau, un flux : make import OPTIONS="ics agenda.ics" (essai : --dry-run)
	@$(RUN) scripts/import.py $(OPTIONS)

test: environment-dev programs $(NODE_PACKAGES) ## lance tous les tests, navigateur compris (un seul : TESTS=tests/…)
	@$(RUN) -m pytest $(TESTS)

check: check-fast test ## relit tout le code : style, types, imports, puis tests

check-fast: environment-dev ## la même chose sans les tests
	@echo "» ruff";         $(RUN) -m ruff check --quiet $(CODE) && $(RUN) -m ruff format --check --quiet $(CODE)
	@echo "» mypy";         $(RUN) -m mypy --no-error-summary
	@echo "» import-linter"; said=$$(PYTHONPATH=plugins .venv/bin/lint-imports --cache-dir .cache/imports) || { echo "$$said"; exit 1; }

format: environment-dev ## met le code en forme
	@$(RUN) -m ruff check --fix --quiet $(CODE); $(RUN) -m ruff format --quiet $(CODE)

reference: environment ## récrit les schémas et la référence des clés d’après les modèles
	@$(RUN) scripts/reference.py

reproducible: environment ## construit le site comme sur deux machines, à froid et à chaud, et compare chaque octet
	@$(RUN) scripts/reproducible.py $(OPTIONS)

bench: environment ## mesure la construction à côté de Hugo, ou d’une autre version (options : OPTIONS="--sizes 1000 --beside ../avant")
	@$(RUN) scripts/bench.py $(OPTIONS)

fuzz: environment ## abîme 10 000 fichiers de content/ au hasard et vérifie ce qui en est dit (options : OPTIONS="--of names --seed 7")
	@$(RUN) scripts/fuzz.py $(OPTIONS)

# Whole hashes of every platform, and nothing that depends on this machine: no index, no folder of wheels.
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" .cache/pip-tools/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

lock: ## recalcule requirements*.txt d’après pyproject.toml (quelques minutes)
	@echo "» Verrouillage des versions…"
	@test -x .cache/pip-tools/bin/pip-compile || { $(PYTHON) -m venv .cache/pip-tools && .cache/pip-tools/bin/pip install --quiet "pip-tools>=7.5,<8"; }
	@$(COMPILE) $(UPGRADE) --output-file=requirements.txt pyproject.toml
	@$(COMPILE) $(UPGRADE) --extra=dev --constraint=requirements.txt --output-file=requirements-dev.txt pyproject.toml

environment:
	@$(PYTHON) scripts/environment.py

environment-dev:
	@$(PYTHON) scripts/environment.py --dev

# What the tests drive besides Python: a browser; git, for what a pull request brings; Node, newsboat and Poppler, for what others make of our files.
programs:
	@missing=$$(for name in chromium git newsboat node:nodejs npm pdftotext:poppler-utils; do command -v $${name%:*} > /dev/null || echo $${name#*:}; done); test -z "$$missing" || { \
		test "$$(id -u)" = 0 || { echo "Il manque pour les tests :" $$missing "(sudo apt-get install" $$missing")" >&2; exit 1; }; \
		echo "» Installation de" $$missing…; \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get -qq update && apt-get -qq install --yes --no-install-recommends -o DPkg::Lock::Timeout=300 $$missing > /dev/null; }

# A few packages that read headers, calendars and feeds, each checked against its hash; none of their scripts is run.
$(NODE_PACKAGES): tests/node/package-lock.json | programs
	@echo "» Installation des paquets de $(<D)…"
	@npm ci --prefix $(<D) --ignore-scripts --no-audit --no-fund --loglevel=error > /dev/null && touch $@
