# The commands of this repository. Each is a short script in setup/ that can be read, and run, by itself.

EXTRAS ?= dev
TESTS ?=
BACKEND ?= tensorflow
FOLDER ?=

.DEFAULT_GOAL := help
.PHONY: help run test faults lint bench soak screenshots translations desktop package constraints

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run:  ## Set up what is missing, then open the window (FOLDER=pictures); without a screen, play the demo
	@setup/run.sh $(if $(FOLDER),"$(FOLDER)")

test:  ## Set up what is missing, then run the tests (TESTS=tests/core; EXTRAS=dev,torch; BACKEND=torch: the core's on it)
	@BACKEND="$(BACKEND)" setup/test.sh "$(EXTRAS)" $(TESTS)

faults:  ## Kill, fill up, tamper and fuzz in full, in hours (TESTS=tests/faults: a part; `make test` tries a few seeds)
	@setup/faults.sh "$(EXTRAS)" $(TESTS)

lint:  ## Check style, types, the wall between core and gui, the length of files, and the pinned versions for known holes
	@setup/lint.sh "$(EXTRAS)"

bench:  ## Measure what the README promises, as ratios, in half an hour (ONLY=drop: one row; JSON=1: one object a line)
	@ONLY="$(ONLY)" JSON="$(JSON)" NAIVE_EPOCHS="$(NAIVE_EPOCHS)" setup/bench.sh "$(EXTRAS)"

soak:  ## Work in the window for an hour and say what grew (MINUTES=10; SEED=1: another user); into build/soak
	@MINUTES="$(MINUTES)" SEED="$(SEED)" setup/soak.sh "$(EXTRAS)"

screenshots:  ## Play the demo and renew the pictures of the README
	@setup/screenshots.sh

translations:  ## Bring the window's translations up to its texts, and say which are still to be made (CHECK=1: only say)
	@CHECK="$(CHECK)" setup/translations.sh "$(EXTRAS)"

desktop:  ## Put Frostline into the menu of your desktop, with its icon and its files (REMOVE=1: take it out again)
	@setup/desktop.sh $(if $(REMOVE),remove,install)

package:  ## Build the Frostline that needs no Python into dist/, in some minutes (TRY=1: then let it do the whole job)
	@TRY="$(TRY)" setup/package.sh

constraints:  ## Renew the pinned versions (KEEP="torch==2.13.0" holds a version)
	@setup/renew_constraints.sh $(KEEP)
