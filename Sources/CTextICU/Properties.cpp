#include <unicode/uchar.h>
#include <unicode/ucpmap.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>

#include "Support.hpp"

namespace {

const UCPMap *map(const ticu_map *handle) { return reinterpret_cast<const UCPMap *>(handle); }
const USet *set(const ticu_set *handle) { return reinterpret_cast<const USet *>(handle); }

}  // namespace

extern "C" {

int32_t ticu_map_get(const char *property, const ticu_map **handle, int32_t *property_id) {
  *handle = nullptr;
  UErrorCode status = U_ZERO_ERROR;
  UProperty found = u_getPropertyEnum(property);
  if (found == UCHAR_INVALID_CODE) return U_ILLEGAL_ARGUMENT_ERROR;
  *property_id = found;
  *handle = reinterpret_cast<const ticu_map *>(u_getIntPropertyMap(found, &status));
  return status;
}

int32_t ticu_map_value(const ticu_map *handle, uint32_t scalar) {
  return static_cast<int32_t>(ucpmap_get(map(handle), static_cast<UChar32>(scalar)));
}

int32_t ticu_map_range(const ticu_map *handle, int32_t start, int32_t *value) {
  uint32_t found = 0;
  UChar32 end = ucpmap_getRange(map(handle), start, UCPMAP_RANGE_NORMAL, 0, nullptr, nullptr, &found);
  *value = static_cast<int32_t>(found);
  return end;
}

const char *ticu_value_name(int32_t property_id, int32_t value, bool is_long) {
  return u_getPropertyValueName(
      static_cast<UProperty>(property_id), value, is_long ? U_LONG_PROPERTY_NAME : U_SHORT_PROPERTY_NAME);
}

int32_t ticu_set_get(const char *property, const ticu_set **handle) {
  *handle = nullptr;
  UErrorCode status = U_ZERO_ERROR;
  UProperty found = u_getPropertyEnum(property);
  if (found == UCHAR_INVALID_CODE) return U_ILLEGAL_ARGUMENT_ERROR;
  *handle = reinterpret_cast<const ticu_set *>(u_getBinaryPropertySet(found, &status));
  return status;
}

int32_t ticu_set_open(const char *pattern, int32_t count, const ticu_set **handle) {
  *handle = nullptr;
  UErrorCode status = U_ZERO_ERROR;
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(pattern, count));
  auto *made = new icu::UnicodeSet(text, status);
  if (!made) return U_MEMORY_ALLOCATION_ERROR;
  if (U_FAILURE(status)) {
    delete made;
    return status;
  }
  made->freeze();
  *handle = reinterpret_cast<const ticu_set *>(made->toUSet());
  return status;
}

void ticu_set_close(const ticu_set *handle) {
  uset_close(reinterpret_cast<USet *>(const_cast<ticu_set *>(handle)));
}

bool ticu_set_contains(const ticu_set *handle, uint32_t scalar) {
  return uset_contains(set(handle), static_cast<UChar32>(scalar));
}

int32_t ticu_set_range_count(const ticu_set *handle) {
  return icu::UnicodeSet::fromUSet(set(handle))->getRangeCount();
}

bool ticu_set_range(const ticu_set *handle, int32_t index, int32_t *first, int32_t *last) {
  UErrorCode status = U_ZERO_ERROR;
  // 0 says that the item is a range of code points and not a string.
  return uset_getItem(set(handle), index, first, last, nullptr, 0, &status) == 0 && U_SUCCESS(status);
}

int32_t ticu_char_name(uint32_t scalar, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(scalar), U_EXTENDED_CHAR_NAME, name, capacity, &status);
  return status;
}

const char *ticu_script_code(int32_t script) { return uscript_getShortName(static_cast<UScriptCode>(script)); }

uint32_t ticu_paired_bracket(uint32_t scalar, int32_t *type) {
  *type = u_getIntPropertyValue(static_cast<UChar32>(scalar), UCHAR_BIDI_PAIRED_BRACKET_TYPE);
  return static_cast<uint32_t>(u_getBidiPairedBracket(static_cast<UChar32>(scalar)));
}
}
