#include "EmbeddedLexicons.h"

_Alignas(64) const unsigned char naqhara_entities[] = {
#embed "entities.image"
};
const size_t naqhara_entities_count = sizeof naqhara_entities;

_Alignas(64) const unsigned char naqhara_names[] = {
#embed "names.image"
};
const size_t naqhara_names_count = sizeof naqhara_names;
