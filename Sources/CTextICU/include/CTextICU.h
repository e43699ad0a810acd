// What the Swift module UnicodeText needs of ICU, behind opaque handles.
//
// No <unicode/…> here: Foundation brings an ICU of its own, and Swift cannot import both. Statuses are UErrorCode values
// as int32_t: above 0 is a failure, below 0 a warning. Text is UTF-8, lengths are in bytes. Nothing throws; memory that
// cannot be had is U_MEMORY_ALLOCATION_ERROR. Strings given in `char **` belong to the caller, who frees them with
// `ticu_free`.
#ifndef CTEXTICU_H
#define CTEXTICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Support

/// The name of a status, such as U_ILLEGAL_ARGUMENT_ERROR; static storage.
const char *ticu_error_name(int32_t status);
/// Frees what a function of this header gave away. NULL is allowed.
void ticu_free(void *memory);
/// Writes three zero-terminated version numbers.
int32_t ticu_versions(char icu[20], char unicode[20], char cldr[20]);

/// One edit of a text: `old_length` source bytes became `new_length` target bytes; unchanged bytes have equal lengths.
typedef void (*ticu_edit)(void *context, int32_t old_length, int32_t new_length, bool is_change);

// Normalization

typedef struct ticu_normalizer ticu_normalizer;

/// 0 NFC, 1 NFD, 2 NFKC, 3 NFKD, 4 NFKC_Casefold. ICU's own singleton, never freed, safe to share between threads.
int32_t ticu_normalizer_get(int32_t form, const ticu_normalizer **normalizer);
/// Writes the normalized text; where `capacity` is too small, U_BUFFER_OVERFLOW_ERROR with the length that is needed.
/// The edits are told only after success.
int32_t ticu_normalize(
    const ticu_normalizer *normalizer, const uint8_t *source, int32_t count, uint8_t *target, int32_t capacity,
    int32_t *target_count, ticu_edit edit, void *context);
int32_t ticu_is_normalized(const ticu_normalizer *normalizer, const uint8_t *source, int32_t count, bool *answer);
bool ticu_has_boundary_before(const ticu_normalizer *normalizer, uint32_t scalar);
bool ticu_has_boundary_after(const ticu_normalizer *normalizer, uint32_t scalar);
bool ticu_is_inert(const ticu_normalizer *normalizer, uint32_t scalar);

// Case

/// 0 fold, 1 lower, 2 upper, 3 title; otherwise as `ticu_normalize`.
int32_t ticu_map_case(
    int32_t operation, const char *locale, const uint8_t *source, int32_t count, uint8_t *target, int32_t capacity,
    int32_t *target_count, ticu_edit edit, void *context);

// Boundaries

typedef struct ticu_break ticu_break;

/// 0 character, 1 word, 2 sentence, 3 line.
int32_t ticu_break_open(int32_t kind, const char *locale, ticu_break **iterator);
void ticu_break_close(ticu_break *iterator);
/// Goes to the start of a text, which must stay where it is while boundaries are asked for.
int32_t ticu_break_set_text(ticu_break *iterator, const uint8_t *text, int64_t count);
/// The same for a text in UTF-16, in whose units the boundaries then are.
int32_t ticu_break_set_utf16(ticu_break *iterator, const uint16_t *text, int64_t count);
/// Writes the next boundaries and their rule statuses; fewer than `capacity` only at the end of the text.
int32_t ticu_break_next(
    ticu_break *iterator, int32_t *ends, int32_t *statuses, int32_t capacity, int32_t *count);
/// The compiled rules, in the format of ICU's rbbidata.h.
int32_t ticu_break_rules(ticu_break *iterator, uint8_t **rules, int32_t *count);
/// Writes the value of each of the 0x110000 code points; U_INVALID_FORMAT_ERROR where one is not below `limit`, at most 256.
int32_t ticu_trie_flatten(const uint8_t *trie, int32_t count, uint32_t limit, uint8_t *values);

// Properties

typedef struct ticu_map ticu_map;
typedef struct ticu_set ticu_set;

/// The map of an enumerated or integer property by its short or long name ("sc", "Joining_Type"); ICU's own, not freed.
int32_t ticu_map_get(const char *property, const ticu_map **map, int32_t *property_id);
int32_t ticu_map_value(const ticu_map *map, uint32_t scalar);
/// Last code point of the longest range from `start` with equal values, or -1 beyond the last.
int32_t ticu_map_range(const ticu_map *map, int32_t start, int32_t *value);
/// The name of a property's value; NULL where it has none. Static storage.
const char *ticu_value_name(int32_t property_id, int32_t value, bool is_long);

/// The code points that have a binary property ("DI", "Diacritic", "ExtPict"); ICU's own, not freed.
int32_t ticu_set_get(const char *property, const ticu_set **set);
/// The code points of a UnicodeSet pattern such as [[:Arabic:]&[:L:]]; to be closed.
int32_t ticu_set_open(const char *pattern, int32_t count, const ticu_set **set);
void ticu_set_close(const ticu_set *set);
bool ticu_set_contains(const ticu_set *set, uint32_t scalar);
int32_t ticu_set_range_count(const ticu_set *set);
bool ticu_set_range(const ticu_set *set, int32_t index, int32_t *first, int32_t *last);

/// The name of a code point, `<control-0009>` and the like where it has no other.
int32_t ticu_char_name(uint32_t scalar, char *name, int32_t capacity);
/// The four-letter code of a value of the property Script; static storage, NULL where there is none.
const char *ticu_script_code(int32_t script);
/// The bracket that pairs with this one, or the code point itself; `type` is 0 none, 1 opening, 2 closing.
uint32_t ticu_paired_bracket(uint32_t scalar, int32_t *type);

// Transforms

typedef struct ticu_transform ticu_transform;

/// Where rules are wrong; contexts are zero-terminated UTF-8.
typedef struct ticu_parse_error {
  int32_t line;
  int32_t offset;
  char before[64];
  char after[64];
} ticu_parse_error;

/// A transform of ICU's registry, or one made of `rules` where they are not NULL.
int32_t ticu_transform_open(
    const char *id, const char *rules, int32_t rules_count, bool is_reverse, ticu_transform **transform,
    ticu_parse_error *error);
void ticu_transform_close(ticu_transform *transform);
int32_t ticu_transform_apply(
    ticu_transform *transform, const uint8_t *source, int32_t count, char **target, int32_t *target_count);
/// The registry's IDs, one a line.
int32_t ticu_transform_ids(char **ids);

// Names

typedef struct ticu_names ticu_names;

int32_t ticu_names_open(const char *locale, ticu_names **names);
void ticu_names_close(ticu_names *names);
/// 0 region, 1 language or locale, 2 script, 3 currency, 4 exemplar city of a time zone; NULL where there is no name.
int32_t ticu_names_get(const ticu_names *names, int32_t what, const char *code, char **name);
/// A currency's name beside a number of this plural category ("one", "few", "other"); NULL where there is no name.
int32_t ticu_names_currency_plural(const ticu_names *names, const char *code, const char *category, char **name);
/// The codes of 0 regions, 1 languages, 2 scripts, 3 currencies, 4 canonical time zones; one a line.
int32_t ticu_codes(int32_t what, char **codes);

#ifdef __cplusplus
}
#endif

#endif
