# The commands of this project. Each one first sets up what it needs and does not find (tools/setup-*.sh);
# where nothing is missing, that takes well under a second.

.DEFAULT_GOAL := help
.NOTPARALLEL:

# Trunk and wasm-bindgen come from `cargo install`; Debian's nginx lives in /usr/sbin.
CARGO_HOME ?= $(HOME)/.cargo
export PATH := $(CARGO_HOME)/bin:$(PATH):/usr/sbin
export TRUNK_SKIP_VERSION_CHECK := true

WASM := --target wasm32-unknown-unknown
# The test binaries that run in a browser; the others are empty for wasm32, and each would be linked and started.
BROWSER_TESTS := --test browser --test panics

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

##### Develop

.PHONY: serve
serve: setup-rust setup-wasm-bindgen setup-trunk ## preview with sample customers; PORT=8081, and API=http://127.0.0.1:3000 for a real back end
	$(if $(API),TRUNK_SERVE_PROXY_BACKEND='$(API:%/=%)/api' )trunk serve --dist target/preview$(if $(PORT), --port $(PORT))

.PHONY: build
build: setup-rust setup-wasm-bindgen setup-trunk setup-node check-config ## release build into dist/
	trunk build --release --locked
	rm -f dist/.trunk-lock

# What deploy/publish.sh asks about a configuration: for this machine, from the build that the host tests use too, without
# its debug information (27 MB).
.PHONY: check-config
check-config: setup-rust
	cargo build --locked --bin check-config
	strip -o "deploy/check-config.$$(uname -s)-$$(uname -m)" "$${CARGO_TARGET_DIR:-target}/debug/check-config"

# With one for servers, whatever they run.
.PHONY: release
release: build ## what a server needs, in one archive: dist/, deploy/, docs/
	sh tools/release.sh

.PHONY: size
size: build ## where the bytes of the program are: by crate, and the largest functions
	node tools/size.mjs

.PHONY: screenshots
screenshots: build setup-browser setup-e2e setup-host ## pictures of every state, from the release build
	cd e2e && node screenshots.mjs

.PHONY: clean
clean: ## remove what was built (installed tools and packages stay)
	cargo clean
	rm -rf dist deploy/check-config.*-* e2e/hosts/dist e2e/test-results e2e/playwright-report

.PHONY: check-answer
check-answer: setup-rust ## what the page makes of a back end's answer: FILE=answer.json, or from standard input
	@cargo run --quiet --locked --example check_answer -- $(or $(FILE),-) $(if $(CHARSET),--charset $(CHARSET))

##### Check what `make test` leaves out

.PHONY: test-browsers
test-browsers: build setup-browser setup-browsers setup-e2e setup-host ## the main path in Firefox and WebKitGTK
	cd e2e && xvfb-run -a -s '-screen 0 1400x1000x24' node --test-reporter=spec browsers/smoke.test.mjs

.PHONY: soak
soak: build setup-browser setup-e2e ## random sequences against the model of the page: SEED=1 N=3000
	cd e2e && SEED='$(or $(SEED),1)' N='$(or $(N),3000)' npx playwright test specs/model.spec.mjs --reporter=dot

.PHONY: audit
audit: setup-audit ## dependencies: licences, sources, known vulnerabilities; OFFLINE=1 leaves out the last
	OFFLINE='$(OFFLINE)' sh tools/audit.sh

##### Measure (race/README.md)

.PHONY: race race-long race-memory lighthouse
race: build setup-browser setup-race ## this page and what a team would make instead, loaded in turns; NET=slow4g FOLLOWERS=10000 RUNS=11 …
	cd race && node race.mjs

race-long: build setup-browser setup-race ## one tab, 2,000 customers after each other: memory, nodes, listeners, timers, pace
	cd race && node long-day.mjs

race-memory: build setup-browser setup-race ## what an answer of 100,000 followers takes while it is decoded
	cd race && node decoding-memory.mjs

lighthouse: build setup-browser setup-race ## Lighthouse (mobile, simulated) on this page, React and element-plus, in turns
	cd race && node lighthouse.mjs

##### Test

.PHONY: test
test: setup check-fmt clippy test-host test-browser test-e2e ## everything below, in this order

.PHONY: fmt
fmt: setup-rust ## format the code
	cargo fmt

.PHONY: check-fmt
check-fmt: setup-rust ## is the code formatted?
	cargo fmt --check

.PHONY: clippy
clippy: setup-rust ## lints, for the host and for the browser
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked $(WASM) --lib --bins $(BROWSER_TESTS) -- -D warnings

.PHONY: test-host
test-host: setup-rust ## tests that need no browser
	cargo test --locked
	node --test --test-reporter=dot tests/head_start

.PHONY: test-browser
test-browser: setup-rust setup-wasm-bindgen setup-browser ## tests inside Chromium
	CHROMEDRIVER="$${CHROMEDRIVER:-$$(command -v chromedriver)}" cargo test --locked $(WASM) $(BROWSER_TESTS)

.PHONY: test-e2e
test-e2e: build setup-browser setup-e2e setup-host ## the release build behind nginx, end to end
	cd e2e && npx playwright test

##### Set up

.PHONY: setup
setup: ## only set up, all of it
	@sh tools/setup.sh

.PHONY: setup-rust setup-wasm-bindgen setup-trunk setup-node setup-browser setup-browsers setup-e2e setup-host setup-race setup-audit
setup-rust setup-wasm-bindgen setup-trunk setup-browser setup-browsers setup-host setup-audit:
	@sh tools/$@.sh

setup-node:
	@sh tools/setup-node.sh .

setup-e2e:
	@sh tools/setup-node.sh e2e

setup-race:
	@sh tools/setup-node.sh race
