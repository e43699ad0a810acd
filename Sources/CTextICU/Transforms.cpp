#include <unicode/parseerr.h>
#include <unicode/strenum.h>
#include <unicode/translit.h>

#include "Support.hpp"

namespace {

icu::Transliterator *transliterator(ticu_transform *handle) {
  return reinterpret_cast<icu::Transliterator *>(handle);
}

void copyContext(const UChar *context, char (&target)[64]) {
  // At most U_PARSE_CONTEXT_LEN units of UTF-16 with the zero, so up to 3 * 15 bytes.
  static_assert((U_PARSE_CONTEXT_LEN - 1) * 3 < sizeof target, "contexts have grown");
  icu::CheckedArrayByteSink sink(target, sizeof target - 1);
  icu::UnicodeString(context).toUTF8(sink);
  target[sink.NumberOfBytesWritten()] = 0;
}

}  // namespace

extern "C" {

int32_t ticu_transform_open(
    const char *id, const char *rules, int32_t rules_count, bool is_reverse, ticu_transform **handle,
    ticu_parse_error *error) {
  *handle = nullptr;
  UErrorCode status = U_ZERO_ERROR;
  UParseError parse = {};
  auto direction = is_reverse ? UTRANS_REVERSE : UTRANS_FORWARD;
  auto name = icu::UnicodeString::fromUTF8(id);
  auto *made =
      rules ? icu::Transliterator::createFromRules(
                  name, icu::UnicodeString::fromUTF8(icu::StringPiece(rules, rules_count)), direction, parse, status)
            : icu::Transliterator::createInstance(name, direction, parse, status);
  error->line = parse.line;
  error->offset = parse.offset;
  copyContext(parse.preContext, error->before);
  copyContext(parse.postContext, error->after);
  if (U_SUCCESS(status) && !made) status = U_MEMORY_ALLOCATION_ERROR;
  if (U_FAILURE(status)) {
    delete made;
    return status;
  }
  *handle = reinterpret_cast<ticu_transform *>(made);
  return status;
}

void ticu_transform_close(ticu_transform *handle) { delete transliterator(handle); }

int32_t ticu_transform_apply(
    ticu_transform *handle, const uint8_t *source, int32_t count, char **target, int32_t *target_count) {
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(reinterpret_cast<const char *>(source), count));
  transliterator(handle)->transliterate(text);
  return ticu::give(text, target, target_count);
}

int32_t ticu_transform_ids(char **ids) {
  UErrorCode status = U_ZERO_ERROR;
  ticu::Lines lines;
  auto *enumeration = icu::Transliterator::getAvailableIDs(status);
  if (U_SUCCESS(status) && enumeration) {
    int32_t length = 0;
    while (const char *id = enumeration->next(&length, status)) lines.add(id, static_cast<size_t>(length));
  }
  delete enumeration;
  return lines.give(status, ids);
}
}
