# The one list of what can be done; the longer recipes are scripts in .ci, each of which also runs by itself.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

version = $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)

.PHONY: help run build test bench bench-map lint test-go test-compose test-api test-pages web generate check-generated clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Build, then show the sample at http://localhost:8080
	./bin/mapper up

build: need-go ## Build bin/mapper; Go is enough for it
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=$(version)" -o bin/mapper ./cmd/mapper

test: need-go need-node ## Check everything, as CI does (about forty minutes)
	.ci/setup
	.ci/jars
	$(MAKE) lint check-generated
	.ci/with-engine $(MAKE) test-go test-compose
	$(MAKE) test-api test-pages

bench: need-go ## Measure loading, reading and searching, and drawing the map (BENCH='-scale 0.1' is quicker)
	MAPPER_TEST_JARS=$$(dirname "$$(dirname "$$(.ci/jars)")") go run ./graph/bench $(BENCH)
	$(MAKE) bench-map

bench-map: web/app/node_modules/.package-lock.json ## Measure the drawing of the map beside force-graph (MAP='--rounds 1')
	cd web/app && node bench/run.mjs $(MAP)

lint: need-go ## Check formatting, go vet and the shell scripts
	@stale=$$(git ls-files -z --cached --others --exclude-standard '*.go' | xargs -0 gofmt -l); \
	[ -z "$$stale" ] || { echo "gofmt -w these:"; echo "$$stale"; exit 1; }
	go vet ./...
	shellcheck -x -P SCRIPTDIR $(filter-out %.Dockerfile,$(wildcard .ci/*))

test-go: need-go ## Run the Go tests; those of the graph look for a Neo4j (see graph/graphtest)
	MAPPER_TEST_JARS=$$(dirname "$$(dirname "$$(.ci/jars)")") MAPPER_TEST_PYTHON=$$(.ci/readers) go test -timeout 20m ./...

test-compose: ## Check docker-compose.yml, on the Docker engine that answers
	.ci/compose-test

test-api: build ## Fuzz the API with all that its OpenAPI document promises (two minutes)
	.ci/api-test

test-pages: build web/app/node_modules/.package-lock.json ## Check the pages in Chromium
	cd web/app && npm run check
	.ci/pages-test

web: web/app/node_modules/.package-lock.json ## Build the bundle of the pages into web/dist
	cd web/app && npm run build

generate: need-go ## Make everything that is generated, web/dist among it
	go generate ./...
	$(MAKE) web

check-generated: ## Check that what is generated and committed is up to date
	.ci/check-generated

clean: ## Remove what was built here; .ci keeps jars and images in ~/.cache/mapper
	rm -rf bin web/app/node_modules web/app/test-results web/app/playwright-report

web/app/node_modules/.package-lock.json: web/app/package.json web/app/package-lock.json
	@.ci/need node
	cd web/app && npm ci

need-%:
	@.ci/need $*
