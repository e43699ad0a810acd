#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uloc.h>

#include "Support.hpp"

namespace {

const icu::Normalizer2 &normalizer(const ticu_normalizer *handle) {
  return *reinterpret_cast<const icu::Normalizer2 *>(handle);
}

icu::StringPiece piece(const uint8_t *bytes, int32_t count) {
  return icu::StringPiece(reinterpret_cast<const char *>(bytes), count);
}

/// Turkish and Azerbaijani fold I to ı.
uint32_t foldOptions(const char *locale) {
  char language[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(locale, language, sizeof language, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return U_FOLD_CASE_DEFAULT;
  bool isTurkic = !std::strcmp(language, "tr") || !std::strcmp(language, "az");
  return isTurkic ? U_FOLD_CASE_EXCLUDE_SPECIAL_I : U_FOLD_CASE_DEFAULT;
}

}  // namespace

extern "C" {

int32_t ticu_normalizer_get(int32_t form, const ticu_normalizer **handle) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *found = nullptr;
  switch (form) {
    case 0: found = icu::Normalizer2::getNFCInstance(status); break;
    case 1: found = icu::Normalizer2::getNFDInstance(status); break;
    case 2: found = icu::Normalizer2::getNFKCInstance(status); break;
    case 3: found = icu::Normalizer2::getNFKDInstance(status); break;
    case 4: found = icu::Normalizer2::getNFKCCasefoldInstance(status); break;
    default: status = U_ILLEGAL_ARGUMENT_ERROR;
  }
  *handle = reinterpret_cast<const ticu_normalizer *>(found);
  return status;
}

int32_t ticu_normalize(
    const ticu_normalizer *handle, const uint8_t *source, int32_t count, uint8_t *target, int32_t capacity,
    int32_t *target_count, ticu_edit edit, void *context) {
  UErrorCode status = U_ZERO_ERROR;
  ticu::Output output(target, capacity);
  icu::Edits edits;
  normalizer(handle).normalizeUTF8(0, piece(source, count), output, edit ? &edits : nullptr, status);
  return ticu::finish(status, output, edits, count, target_count, edit, context);
}

int32_t ticu_is_normalized(const ticu_normalizer *handle, const uint8_t *source, int32_t count, bool *answer) {
  UErrorCode status = U_ZERO_ERROR;
  *answer = normalizer(handle).isNormalizedUTF8(piece(source, count), status);
  return status;
}

bool ticu_has_boundary_before(const ticu_normalizer *handle, uint32_t scalar) {
  return normalizer(handle).hasBoundaryBefore(static_cast<UChar32>(scalar));
}

bool ticu_has_boundary_after(const ticu_normalizer *handle, uint32_t scalar) {
  return normalizer(handle).hasBoundaryAfter(static_cast<UChar32>(scalar));
}

bool ticu_is_inert(const ticu_normalizer *handle, uint32_t scalar) {
  return normalizer(handle).isInert(static_cast<UChar32>(scalar));
}

int32_t ticu_map_case(
    int32_t operation, const char *locale, const uint8_t *source, int32_t count, uint8_t *target, int32_t capacity,
    int32_t *target_count, ticu_edit edit, void *context) {
  UErrorCode status = U_ZERO_ERROR;
  ticu::Output output(target, capacity);
  icu::Edits edits;
  icu::Edits *wanted = edit ? &edits : nullptr;
  auto text = piece(source, count);
  switch (operation) {
    case 0: icu::CaseMap::utf8Fold(foldOptions(locale), text, output, wanted, status); break;
    case 1: icu::CaseMap::utf8ToLower(locale, 0, text, output, wanted, status); break;
    case 2: icu::CaseMap::utf8ToUpper(locale, 0, text, output, wanted, status); break;
    case 3: icu::CaseMap::utf8ToTitle(locale, 0, nullptr, text, output, wanted, status); break;
    default: status = U_ILLEGAL_ARGUMENT_ERROR;
  }
  return ticu::finish(status, output, edits, count, target_count, edit, context);
}
}
