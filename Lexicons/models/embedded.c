#include "EmbeddedLexicons.h"

#include <string.h>

_Alignas(64) const unsigned char naqhara_entities[] = {
#embed "entities.image"
};
const size_t naqhara_entities_count = sizeof naqhara_entities;

_Alignas(64) const unsigned char naqhara_names[] = {
#embed "names.image"
};
const size_t naqhara_names_count = sizeof naqhara_names;

_Alignas(64) const unsigned char naqhara_name_models[] = {
#embed "name-models.image"
};
const size_t naqhara_name_models_count = sizeof naqhara_name_models;

_Alignas(64) const unsigned char naqhara_recognition[] = {
#embed "recognition.image"
};
const size_t naqhara_recognition_count = sizeof naqhara_recognition;

static const unsigned char arabic_english[] = {
#embed "../rules/arabic-english.txt"
};

static const unsigned char persian_english[] = {
#embed "../rules/persian-english.txt"
};

static const unsigned char russian_english[] = {
#embed "../rules/russian-english.txt"
};

static const unsigned char ukrainian_english[] = {
#embed "../rules/ukrainian-english.txt"
};

static const unsigned char hebrew_english[] = {
#embed "../rules/hebrew-english.txt"
};

static const unsigned char english_arabic[] = {
#embed "../rules/english-arabic.txt"
};

static const unsigned char english_russian[] = {
#embed "../rules/english-russian.txt"
};

static const unsigned char english_hebrew[] = {
#embed "../rules/english-hebrew.txt"
};

static const unsigned char names_given[] = {
#embed "../names/given.tsv"
};

static const unsigned char names_compounds[] = {
#embed "../names/compounds.tsv"
};

static const unsigned char names_particles[] = {
#embed "../names/particles.tsv"
};

static const unsigned char names_pairs[] = {
#embed "../names/pairs.tsv"
};

static const unsigned char names_titles[] = {
#embed "../names/titles.tsv"
};

static const unsigned char names_letters[] = {
#embed "../names/letters.tsv"
};

static const unsigned char names_syllables[] = {
#embed "../names/syllables.tsv"
};

static const unsigned char names_habits[] = {
#embed "../names/habits.tsv"
};

static const unsigned char names_english[] = {
#embed "../names/english.tsv"
};

static const unsigned char names_vowels[] = {
#embed "../names/vowels.tsv"
};

static const unsigned char quantities_calendar[] = {
#embed "../quantities/calendar.tsv"
};

static const unsigned char quantities_numbers[] = {
#embed "../quantities/numbers.tsv"
};

static const unsigned char quantities_time[] = {
#embed "../quantities/time.tsv"
};

static const unsigned char quantities_measures[] = {
#embed "../quantities/measures.tsv"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} rules[] = {
    {"arabic-english", arabic_english, sizeof arabic_english},
    {"persian-english", persian_english, sizeof persian_english},
    {"russian-english", russian_english, sizeof russian_english},
    {"ukrainian-english", ukrainian_english, sizeof ukrainian_english},
    {"hebrew-english", hebrew_english, sizeof hebrew_english},
    {"english-arabic", english_arabic, sizeof english_arabic},
    {"english-russian", english_russian, sizeof english_russian},
    {"english-hebrew", english_hebrew, sizeof english_hebrew},
    {"names/given", names_given, sizeof names_given},
    {"names/compounds", names_compounds, sizeof names_compounds},
    {"names/particles", names_particles, sizeof names_particles},
    {"names/pairs", names_pairs, sizeof names_pairs},
    {"names/titles", names_titles, sizeof names_titles},
    {"names/letters", names_letters, sizeof names_letters},
    {"names/syllables", names_syllables, sizeof names_syllables},
    {"names/habits", names_habits, sizeof names_habits},
    {"names/english", names_english, sizeof names_english},
    {"names/vowels", names_vowels, sizeof names_vowels},
    {"quantities/calendar", quantities_calendar, sizeof quantities_calendar},
    {"quantities/numbers", quantities_numbers, sizeof quantities_numbers},
    {"quantities/time", quantities_time, sizeof quantities_time},
    {"quantities/measures", quantities_measures, sizeof quantities_measures},
};

const void *naqhara_rules(const char *name, size_t *count) {
  for (size_t index = 0; index < sizeof rules / sizeof *rules; index++) {
    if (strcmp(rules[index].name, name) == 0) {
      *count = rules[index].count;
      return rules[index].bytes;
    }
  }
  *count = 0;
  return NULL;
}
