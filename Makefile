# The project's verbs. `make run` and `make test` do all set-up themselves.
DATA    ?= data
LISTEN  ?= 127.0.0.1:8080
CONFIG  ?= debug
BINARY   = .build/$(CONFIG)/gongkai
VENV     = .venv

# Where `make install` puts things. DESTDIR goes before all of them; PROGRAM names a binary that is built already.
PREFIX     ?= /usr/local
bindir     ?= $(PREFIX)/bin
sharedir   ?= $(PREFIX)/share/gongkai
docdir     ?= $(PREFIX)/share/doc/gongkai
unitdir    ?= $(PREFIX)/lib/systemd/system
sysusersdir ?= $(PREFIX)/lib/sysusers.d
tmpfilesdir ?= $(PREFIX)/lib/tmpfiles.d
sysconfdir ?= /etc
PROGRAM    ?=
DOCS        = README.zh-CN.md docs/operations.md docs/permissions.md docs/checks.md docs/report.schema.json docs/merge.schema.json

.PHONY: help run test build release install uninstall packages test-packages bench load fuzz lint format clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: build ## set up, build, and start the portal with demonstration data
	$(BINARY) demo --data $(DATA) --listen $(LISTEN)

build: packages
	swift build -c $(CONFIG) --product gongkai

release: packages ## the program for machines without Swift, in .build/release
	swift build -c release --static-swift-stdlib --product gongkai

install: $(if $(PROGRAM),,release) ## build for use and install (PREFIX=/usr/local, DESTDIR=…, PROGRAM=a binary built before)
	install -d $(addprefix $(DESTDIR),$(bindir) $(sharedir) $(docdir) $(unitdir) $(sysusersdir) $(tmpfilesdir) $(sysconfdir)/gongkai)
	install -s -m 755 $(or $(PROGRAM),.build/release/gongkai) $(DESTDIR)$(bindir)/gongkai
	rm -rf $(DESTDIR)$(sharedir)/examples
	cp -R Examples $(DESTDIR)$(sharedir)/examples
	chmod -R u=rwX,go=rX $(DESTDIR)$(sharedir)/examples
	install -m 644 $(DOCS) packaging/gongkai.env packaging/tls.conf $(DESTDIR)$(docdir)
	$(call fill,gongkai.service,$(unitdir)/gongkai.service)
	$(call fill,gongkai-backup.service,$(unitdir)/gongkai-backup.service)
	$(call fill,gongkai-backup.timer,$(unitdir)/gongkai-backup.timer)
	$(call fill,sysusers.conf,$(sysusersdir)/gongkai.conf)
	$(call fill,tmpfiles.conf,$(tmpfilesdir)/gongkai.conf)
	test -e $(DESTDIR)$(sysconfdir)/gongkai/gongkai.env || install -m 640 packaging/gongkai.env $(DESTDIR)$(sysconfdir)/gongkai/gongkai.env

# A file of packaging/ with the folders of this installation in it.
fill = sed -e 's|@bindir@|$(bindir)|g' -e 's|@docdir@|$(docdir)|g' -e 's|@sysconfdir@|$(sysconfdir)|g' packaging/$(1) > $(DESTDIR)$(2) && chmod 644 $(DESTDIR)$(2)

uninstall: ## remove what install has put there; the settings and the data stay
	rm -f $(DESTDIR)$(bindir)/gongkai $(addprefix $(DESTDIR)$(unitdir)/,gongkai.service gongkai-backup.service gongkai-backup.timer)
	rm -f $(DESTDIR)$(sysusersdir)/gongkai.conf $(DESTDIR)$(tmpfilesdir)/gongkai.conf
	rm -rf $(DESTDIR)$(sharedir) $(DESTDIR)$(docdir)

packages:
	@scripts/packages.sh libxml2-dev libarchive-dev libxlsxwriter-dev libsqlite3-dev libpq-dev libqrencode-dev pkg-config

test-packages: packages
	@scripts/packages.sh poppler-utils zbar-tools chromium chromium-driver fonts-wqy-zenhei python3-venv postgresql openssl
	@scripts/python.sh $(VENV) selenium==4.27.1 axe-playwright-python==0.1.8 jsonschema==4.23.0 chinesecalendar==1.11.0

test: test-packages ## set up and run every test
	swift build --build-tests
	scripts/postgres.sh run swift test --skip-build
	GONGKAI_TEST_ENGINE=postgres scripts/postgres.sh run swift test --skip-build --filter OfficeTests
	GONGKAI_TEST_ENGINE=postgres scripts/postgres.sh run swift test --skip-build --filter SiteTests
	swift build --product gongkai
	$(VENV)/bin/python Tests/Journeys/command_line.py .build/debug/gongkai
	$(VENV)/bin/python Tests/Journeys/law.py .build/debug/gongkai
	$(VENV)/bin/python Tests/Journeys/server.py .build/debug/gongkai
	$(VENV)/bin/python Tests/Journeys/install.py .build/debug/gongkai
	$(VENV)/bin/python Tests/Journeys/run.py .build/debug/gongkai
	$(VENV)/bin/python Tests/Journeys/start.py .build/debug/gongkai
	scripts/postgres.sh run $(VENV)/bin/python Tests/Journeys/data.py .build/debug/gongkai
	scripts/postgres.sh run $(VENV)/bin/python Tests/Journeys/power.py .build/debug/power-writer

bench: packages ## reports read and checked a second, beside pandas and libxml2; changes a second, beside pgbench
	@scripts/packages.sh python3-venv
	@scripts/python.sh $(VENV) pandas==2.2.3 lxml==5.3.0
	swift build -c release --product gongkai
	Tests/Benchmarks/run.sh .build/release $(VENV)/bin/python
	swift build -c release --product power-writer
	scripts/postgres.sh run Tests/Benchmarks/writes.sh .build/release/power-writer

load: packages ## what a crowd of readers and hostile uploads leave of a running server
	swift build -c release --product gongkai
	python3 Tests/Benchmarks/load.py .build/release/gongkai

fuzz: packages ## a libFuzzer target for each format, a minute each
	Tests/Fuzz/run.sh

lint: ## the style that swift format checks
	swift format lint --strict --recursive Sources Tests Package.swift

format: ## put the sources into that style
	swift format --in-place --recursive Sources Tests Package.swift

clean: ## what was built; data stay
	rm -rf .build .build-*
