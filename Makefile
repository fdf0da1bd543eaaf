# The commands of this project. Each one first installs what it needs (tools/setup-*.sh); if nothing is missing, that
# takes well under a second.

.DEFAULT_GOAL := help
.NOTPARALLEL:

# Trunk and wasm-bindgen come from `cargo install`; Debian's nginx lives in /usr/sbin.
CARGO_HOME ?= $(HOME)/.cargo
export PATH := $(CARGO_HOME)/bin:$(PATH):/usr/sbin
export TRUNK_SKIP_VERSION_CHECK := true

WASM := --target wasm32-unknown-unknown
# The test binaries that run in a browser. The others are empty for wasm32, but would be linked and started too.
BROWSER_TESTS := --test browser --test panics

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

##### Develop

.PHONY: serve
serve: setup-rust setup-wasm-bindgen setup-trunk ## preview with sample customers; PORT=8081; API=http://127.0.0.1:3000 for a real back end
	$(if $(API),TRUNK_SERVE_PROXY_BACKEND='$(API:%/=%)/api' )trunk serve --dist target/preview$(if $(PORT), --port $(PORT))

.PHONY: build
build: setup-rust setup-wasm-bindgen setup-trunk setup-node check-config ## release build into dist/
	trunk build --release --locked
	rm -f dist/.trunk-lock

# Validates configurations for deploy/publish.sh on this machine. Shares the build of the host tests; stripped, because
# debug information takes 27 MB.
.PHONY: check-config
check-config: setup-rust
	cargo build --locked --bin check-config
	strip -o "deploy/check-config.$$(uname -s)-$$(uname -m)" "$${CARGO_TARGET_DIR:-target}/debug/check-config"

# Includes a check-config for servers.
.PHONY: release
release: build ## archive for servers: dist/, deploy/, docs/
	sh tools/release.sh

.PHONY: size
size: build ## bytes of the program by crate, and its largest functions
	node tools/size.mjs

.PHONY: screenshots
screenshots: build setup-browser setup-e2e setup-host ## screenshots of every state, from the release build
	cd e2e && node screenshots.mjs

.PHONY: clean
clean: ## remove build results; installed tools and packages stay
	cargo clean
	rm -rf dist deploy/check-config.*-* e2e/hosts/dist e2e/test-results e2e/playwright-report

.PHONY: check-answer
check-answer: setup-rust ## what the page shows for a response: FILE=answer.json, or standard input
	@cargo run --quiet --locked --example check_answer -- $(or $(FILE),-) $(if $(CHARSET),--charset $(CHARSET))

##### Checks that are not part of `make test`

.PHONY: test-browsers
test-browsers: build setup-browser setup-browsers setup-e2e setup-host ## the main path in Firefox and WebKitGTK
	cd e2e && xvfb-run -a -s '-screen 0 1400x1000x24' node --test-reporter=spec browsers/smoke.test.mjs

.PHONY: soak
soak: build setup-browser setup-e2e ## random event sequences against the model of the page: SEED=1 N=3000
	cd e2e && SEED='$(or $(SEED),1)' N='$(or $(N),3000)' npx playwright test specs/model.spec.mjs --reporter=dot

.PHONY: audit
audit: setup-audit ## check dependencies: licences, sources, vulnerabilities; OFFLINE=1 skips the last
	OFFLINE='$(OFFLINE)' sh tools/audit.sh

##### Measure (race/README.md)

.PHONY: race race-long race-memory lighthouse
race: build setup-browser setup-race ## compare load times with other stacks; NET=slow4g FOLLOWERS=10000 RUNS=11
	cd race && node race.mjs

race-long: build setup-browser setup-race ## open 2,000 customers in one tab: memory, nodes, listeners, timers, pace
	cd race && node long-day.mjs

race-memory: build setup-browser setup-race ## memory for decoding a response with 100,000 followers
	cd race && node decoding-memory.mjs

lighthouse: build setup-browser setup-race ## Lighthouse (mobile) on this page and two others
	cd race && node lighthouse.mjs

##### Test

.PHONY: test
test: setup check-fmt clippy test-host test-browser test-e2e ## all checks below, in this order

.PHONY: fmt
fmt: setup-rust ## format the code
	cargo fmt

.PHONY: check-fmt
check-fmt: setup-rust ## check the formatting
	cargo fmt --check

.PHONY: clippy
clippy: setup-rust ## lint for the host and for wasm32
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked $(WASM) --lib --bins $(BROWSER_TESTS) -- -D warnings

.PHONY: test-host
test-host: setup-rust ## tests without a browser
	cargo test --locked
	node --test --test-reporter=dot tests/head_start tests/finish_build

.PHONY: test-browser
test-browser: setup-rust setup-wasm-bindgen setup-browser ## tests in Chromium
	CHROMEDRIVER="$${CHROMEDRIVER:-$$(command -v chromedriver)}" cargo test --locked $(WASM) $(BROWSER_TESTS)

.PHONY: test-e2e
test-e2e: build setup-browser setup-e2e setup-host ## Playwright against the release build behind nginx
	cd e2e && npx playwright test

##### Set up

.PHONY: setup
setup: ## install everything that `make test` needs
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
