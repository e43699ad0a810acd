// The compiled lexicons that travel inside the program: each an image that is read where it lies.
#ifndef EMBEDDED_LEXICONS_H
#define EMBEDDED_LEXICONS_H

#include <stddef.h>

extern const unsigned char naqhara_entities[];
extern const size_t naqhara_entities_count;
extern const unsigned char naqhara_names[];
extern const size_t naqhara_names_count;

// Functions, because Swift does not import arrays of unknown length.

/// The entity lexicon, made by `naqhara lexicon compile` of Lexicons/entities and Lexicons/words.
static inline const void *naqhara_entities_image(void) { return naqhara_entities; }
static inline size_t naqhara_entities_image_size(void) { return naqhara_entities_count; }

/// The dictionary of name parts, made by `NameTraining dictionary`.
static inline const void *naqhara_names_image(void) { return naqhara_names; }
static inline size_t naqhara_names_image_size(void) { return naqhara_names_count; }

/// The models of names, made by `make train-names`.
extern const unsigned char naqhara_name_models[];
extern const size_t naqhara_name_models_count;
static inline const void *naqhara_name_models_image(void) { return naqhara_name_models; }
static inline size_t naqhara_name_models_image_size(void) { return naqhara_name_models_count; }

/// The models of recognition, made by `make train-ner`.
extern const unsigned char naqhara_recognition[];
extern const size_t naqhara_recognition_count;
static inline const void *naqhara_recognition_image(void) { return naqhara_recognition; }
static inline size_t naqhara_recognition_image_size(void) { return naqhara_recognition_count; }

/// The text of a file in Lexicons/rules by its name without the suffix, or in Lexicons/names and Lexicons/quantities with
/// "names/" and "quantities/" before it;
/// NULL where there is no such file.
const void *naqhara_rules(const char *name, size_t *count);

/// The files of Lexicons/rules/romanization by their name without its suffix; NULL where there is no such file.
const void *naqhara_romanization(const char *name, size_t *count);
/// The names of these files, in the order in which they are listed; NULL behind the last.
const char *naqhara_romanization_name(size_t index);

#endif
