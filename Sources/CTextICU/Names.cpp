#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>
#include <unicode/uscript.h>

#include <memory>
#include <new>

#include "Support.hpp"

struct ticu_names {
  ULocaleDisplayNames *locales = nullptr;
  icu::TimeZoneNames *zones = nullptr;
  char locale[ULOC_FULLNAME_CAPACITY] = {};

  ~ticu_names() {
    if (locales) uldn_close(locales);
    delete zones;
  }
};

namespace {

using Getter = int32_t (*)(const ULocaleDisplayNames *, const char *, UChar *, int32_t, UErrorCode *);

/// A name of up to 511 UTF-16 units; with NO_SUBSTITUTE, ICU gives nothing where it has none.
int32_t get(Getter getter, const ULocaleDisplayNames *names, const char *code, char **name) {
  UChar buffer[512];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = getter(names, code, buffer, 512, &status);
  // That a code has no name is no failure, and ICU says it in several ways.
  if (status == U_ILLEGAL_ARGUMENT_ERROR || status == U_MISSING_RESOURCE_ERROR) return U_ZERO_ERROR;
  if (U_FAILURE(status)) return status;
  if (length <= 0 || length > 512) return U_ZERO_ERROR;
  return ticu::give(icu::UnicodeString(buffer, length), name);
}

/// Three letters as ISO 4217 wants them.
bool currencyCode(const char *code, UChar (&units)[4]) {
  if (std::strlen(code) != 3) return false;
  u_charsToUChars(code, units, 4);
  return true;
}

/// Gives a currency's name unless it is only its code again.
int32_t giveCurrency(const UChar *found, int32_t length, const UChar *code, UErrorCode status, char **name) {
  if (U_FAILURE(status)) return status;
  icu::UnicodeString text(found, length);
  return text == icu::UnicodeString(code, 3) ? U_ZERO_ERROR : ticu::give(text, name);
}

}  // namespace

extern "C" {

int32_t ticu_names_open(const char *locale, ticu_names **handle) {
  *handle = nullptr;
  std::unique_ptr<ticu_names> made(new (std::nothrow) ticu_names);
  if (!made) return U_MEMORY_ALLOCATION_ERROR;
  UErrorCode status = U_ZERO_ERROR;
  uloc_canonicalize(locale, made->locale, sizeof made->locale, &status);
  // The array is a C string only after success.
  if (U_FAILURE(status)) return status;
  if (status == U_STRING_NOT_TERMINATED_WARNING) return U_BUFFER_OVERFLOW_ERROR;
  UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, UDISPCTX_NO_SUBSTITUTE};
  made->locales = uldn_openForContext(made->locale, contexts, 2, &status);
  made->zones = icu::TimeZoneNames::createInstance(icu::Locale(made->locale), status);
  if (U_FAILURE(status)) return status;
  *handle = made.release();
  return U_ZERO_ERROR;
}

void ticu_names_close(ticu_names *handle) { delete handle; }

int32_t ticu_names_get(const ticu_names *handle, int32_t what, const char *code, char **name) {
  *name = nullptr;
  switch (what) {
    case 0: return get(uldn_regionDisplayName, handle->locales, code, name);
    case 1: return get(uldn_localeDisplayName, handle->locales, code, name);
    case 2: return get(uldn_scriptDisplayName, handle->locales, code, name);
    case 3: {
      UChar units[4];
      if (!currencyCode(code, units)) return U_ZERO_ERROR;
      UErrorCode status = U_ZERO_ERROR;
      int32_t length = 0;
      const UChar *found = ucurr_getName(units, handle->locale, UCURR_LONG_NAME, nullptr, &length, &status);
      return giveCurrency(found, length, units, status, name);
    }
    case 4: {
      icu::UnicodeString city;
      handle->zones->getExemplarLocationName(icu::UnicodeString::fromUTF8(code), city);
      return city.isBogus() || city.isEmpty() ? U_ZERO_ERROR : ticu::give(city, name);
    }
    default: return U_ILLEGAL_ARGUMENT_ERROR;
  }
}

int32_t ticu_names_currency_plural(
    const ticu_names *handle, const char *code, const char *category, char **name) {
  *name = nullptr;
  UChar units[4];
  if (!currencyCode(code, units)) return U_ZERO_ERROR;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar *found = ucurr_getPluralName(units, handle->locale, nullptr, category, &length, &status);
  return giveCurrency(found, length, units, status, name);
}

int32_t ticu_codes(int32_t what, char **codes) {
  UErrorCode status = U_ZERO_ERROR;
  ticu::Lines lines;
  auto addAll = [&](UEnumeration *enumeration) {
    int32_t length = 0;
    while (U_SUCCESS(status)) {
      const char *code = uenum_next(enumeration, &length, &status);
      if (!code) break;
      lines.add(code, static_cast<size_t>(length));
    }
    uenum_close(enumeration);
  };
  switch (what) {
    case 0: addAll(uregion_getAvailable(URGN_TERRITORY, &status)); break;
    case 1:
      for (auto *code = uloc_getISOLanguages(); *code; ++code) lines.add(*code, std::strlen(*code));
      break;
    case 2:
      for (int32_t script = 0; script <= u_getIntPropertyMaxValue(UCHAR_SCRIPT); ++script) {
        const char *code = uscript_getShortName(static_cast<UScriptCode>(script));
        if (code) lines.add(code, std::strlen(code));
      }
      break;
    case 3: addAll(ucurr_openISOCurrencies(UCURR_ALL, &status)); break;
    case 4: {
      std::unique_ptr<icu::StringEnumeration> zones(
          icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
      int32_t length = 0;
      while (U_SUCCESS(status) && zones) {
        const char *code = zones->next(&length, status);
        if (!code) break;
        lines.add(code, static_cast<size_t>(length));
      }
      break;
    }
    default: status = U_ILLEGAL_ARGUMENT_ERROR;
  }
  return lines.give(status, codes);
}
}
