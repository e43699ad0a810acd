# make run                  builds the command and shows the names of a sample article in English
# make run FILE=news.txt    … of your own text
# make test                 runs all tests
# make lint                 checks the style of the sources and the lexicons
# make lexicon              compiles Lexicons/ into the image that the command carries
# make bench FILE=news.txt  measures each stage on a text, beside ICU
# make benchmarks           measures each stage and the whole job on made texts of several kinds and sizes, with lexicons up to a million
# make instructions         counts the instructions a byte of each stage, and fails where they grew
# make startup              times how soon an answer comes
# make memory GB=10         shows that memory stays flat over a stream of many gigabytes
# make peers FILE=news.txt  the same beside the programs that others use, in turn on the same bytes, and the targets reached
# make equal                holds the fast roads to the plain ones on 100 MB of random text and of TEXT=news.txt; SANITIZE=address or thread
# make train-names          trains the models of names on DATA (default: ../shared/data/translit), and the dictionary by them
# make eval-names           trains without each test's sources and measures, beside the programs that others use
# make train-ner            trains the model of recognition on CORPORA (default: ../shared/data/ner)
# make eval-ner             measures recognition, by cross-validation and on other corpora than those it was trained on
# make dist                 makes dist/naqhara: one static binary that runs without Swift and ICU, its manual and completions

.PHONY: ner-training run test equal lint lexicon bench benchmarks instructions startup memory peers training train-names eval-names train-ner eval-ner dist build packages test-packages

BUILD_PACKAGES = libicu-dev zlib1g-dev libbz2-dev libzstd-dev pkg-config
TEST_PACKAGES = unicode-data bzip2
NAQHARA = .build/release/naqhara
SAMPLE = Tests/SampleTexts/ar-title.txt

# Where rows share a name, the first is the better reading: what was written by hand comes before what was generated.
LEXICON_SOURCES = \
  $(sort $(wildcard Lexicons/words/*.tsv)) \
  Lexicons/entities/countries.tsv \
  $(sort $(wildcard Lexicons/entities/people-*.tsv)) \
  $(sort $(wildcard Lexicons/entities/organizations-*.tsv)) \
  $(wildcard Lexicons/entities/additions.tsv) \
  Lexicons/entities/events-laws.tsv \
  Lexicons/entities/regions-facilities.tsv \
  Lexicons/entities/airports.tsv \
  Lexicons/entities/groups.tsv \
  Lexicons/entities/nationalities.tsv \
  Lexicons/entities/cities.tsv \
  Lexicons/entities/subdivisions.tsv \
  Lexicons/entities/languages.tsv \
  Lexicons/entities/bodies.tsv \
  Lexicons/entities/sports.tsv \
  Lexicons/entities/institutions.tsv \
  Lexicons/entities/notables.tsv \
  Lexicons/entities/places.tsv \
  Lexicons/entities/towns.tsv \
  Lexicons/entities/counties.tsv

packages:
	@.ci/install $(BUILD_PACKAGES)

test-packages: packages
	@.ci/install $(TEST_PACKAGES)

build: packages
	@swift build -c release --product naqhara

run: build
ifdef FILE
	@$(NAQHARA) tag $(FILE)
else
	@# The sample carries its annotation: [[surface|TYPE|English name]].
	@sed -E 's/\[\[([^|]*)\|[^]]*\]\]/\1/g' $(SAMPLE) | $(NAQHARA) tag --format terminal
endif

test: test-packages
	swift test

BYTES = 100000000

equal: test-packages
	ASAN_OPTIONS=detect_leaks=0 NAQHARA_EQUALITY_BYTES=$(BYTES) NAQHARA_EQUALITY_TEXT=$(if $(TEXT),$(abspath $(TEXT))) swift test -c release -Xswiftc -enable-testing \
	  --scratch-path .build-equal$(SANITIZE) $(if $(SANITIZE),--sanitize=$(SANITIZE)) --filter Equality

lint: build
	swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks
	$(NAQHARA) lexicon check --errors-only --image Lexicons/models/entities.image $(LEXICON_SOURCES)

lexicon: build
	$(NAQHARA) lexicon compile $(LEXICON_SOURCES) -o Lexicons/models/entities.image

peers: build
	Benchmarks/Peers/peers.py --naqhara $(NAQHARA) $(or $(FILE),$(error say which text: make peers FILE=news.txt)) --rounds $(or $(ROUNDS),5)

bench: build
	@Benchmarks/record $(NAQHARA) $(or $(FILE),$(error say which text: make bench FILE=news.txt))

MADE = .build-benchmarks
MAKE_TEXT = Benchmarks/Corpora/make_text.py

benchmarks: build
	@mkdir -p $(MADE)
	for kind in arabic mixed vowelled hostile; do $(MAKE_TEXT) $$kind 1000000 > $(MADE)/$$kind.txt; done
	$(MAKE_TEXT) arabic 10000 > $(MADE)/arabic-10k.txt
	$(MAKE_TEXT) arabic 100000 > $(MADE)/arabic-100k.txt
	$(MAKE_TEXT) arabic 20000000 > $(MADE)/arabic-20m.txt
	$(MAKE_TEXT) names 200000 > $(MADE)/names.txt
	echo بيرنز > $(MADE)/name.txt
	for count in 10000 100000 1000000; do test -e $(MADE)/$$count.image || { \
	  Benchmarks/Corpora/make_lexicon.py $$count > $(MADE)/$$count.tsv && \
	  $(NAQHARA) lexicon compile $(MADE)/$$count.tsv -o $(MADE)/$$count.image; }; done
	NAQHARA_BENCHMARKS=$(abspath $(MADE)) swift package --package-path Benchmarks benchmark --no-progress

instructions: packages
	@.ci/install valgrind
	@swift build -c release --package-path Benchmarks --product InstructionCounts
	@Benchmarks/instructions Benchmarks/.build/release/InstructionCounts

startup: build
	@Benchmarks/startup $(NAQHARA)

memory: build
	@Benchmarks/memory $(NAQHARA) $(or $(GB),10)

DATA = ../shared/data/translit
TRAINING = .build/release/NameTraining
# Where the peers' answers are kept; a second run does not ask them again.
PEERS = .build-peers/answers

training: packages
	@swift build -c release --product NameTraining

train-names: training
	$(TRAINING) train $(DATA) -o Lexicons/models/name-models.image
	$(TRAINING) dictionary $(DATA) --model Lexicons/models/name-models.image --entities Lexicons/entities \
	  -o Lexicons/models/names.image

eval-names: training
	@mkdir -p $(PEERS)
	$(TRAINING) evaluate $(DATA) --peers $(PEERS) --sources
	python3 Benchmarks/Peers/names.py --sources $(PEERS) --out $(PEERS) --limit 1000 --seconds 120
	$(TRAINING) evaluate $(DATA) --peers $(PEERS) --misses
	$(TRAINING) evaluate $(DATA) --directions ar-en,en-ar --standard
	@ls -l Lexicons/models/*.image

CORPORA = ../shared/data/ner
NER_TRAINING = .build/release/RecognitionTraining
NER_DATA = $(CORPORA) --names $(DATA) --frequencies .build-ner/frequencies.tsv

ner-training: packages .build-ner/frequencies.tsv
	@swift build -c release --product RecognitionTraining

# How frequent words are, from the package wordfreq, which is installed beside the build.
.build-ner/frequencies.tsv: Lexicons/sources/make_frequencies.py
	@.ci/install python3-venv
	python3 -m venv .build-ner/venv
	.build-ner/venv/bin/pip install -q wordfreq==3.1.1
	.build-ner/venv/bin/python Lexicons/sources/make_frequencies.py $@

train-ner: ner-training
	$(NER_TRAINING) train $(NER_DATA) -o Lexicons/models/recognition.image

NEWS = ../shared/data/text/news-ar.txt.gz
ARTICLE = ../shared/data/article.txt

eval-ner: ner-training build
	$(NER_TRAINING) evaluate $(NER_DATA)
	@Benchmarks/recognition $(NAQHARA) $(NEWS) $(ARTICLE)

dist: packages
	NAQHARA_STATIC=1 swift build -c release --product naqhara --static-swift-stdlib --scratch-path .build-dist
	@mkdir -p dist
	cp .build-dist/release/naqhara dist/naqhara
	strip dist/naqhara
	swift package --scratch-path .build-manual --allow-writing-to-package-directory generate-manual --multi-page \
	  --date 2026-01-01 --output-directory dist
	@# Those who train the models have the sources.
	rm -f dist/*-training*.1
	for shell in bash zsh fish; do dist/naqhara --generate-completion-script $$shell > dist/naqhara.$$shell; done
	@ls -l dist
