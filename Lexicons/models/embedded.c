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
