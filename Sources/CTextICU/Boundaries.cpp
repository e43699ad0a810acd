#include <unicode/ubrk.h>
#include <unicode/ucptrie.h>
#include <unicode/utext.h>

#include <new>

#include "Support.hpp"

struct ticu_break {
  UBreakIterator *iterator = nullptr;
  UText text = UTEXT_INITIALIZER;

  ~ticu_break() {
    if (iterator) ubrk_close(iterator);
    utext_close(&text);
  }
};

extern "C" {

int32_t ticu_break_open(int32_t kind, const char *locale, ticu_break **handle) {
  static const UBreakIteratorType types[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_SENTENCE, UBRK_LINE};
  *handle = nullptr;
  if (kind < 0 || kind > 3) return U_ILLEGAL_ARGUMENT_ERROR;
  auto *made = new (std::nothrow) ticu_break;
  if (!made) return U_MEMORY_ALLOCATION_ERROR;
  UErrorCode status = U_ZERO_ERROR;
  made->iterator = ubrk_open(types[kind], locale, nullptr, 0, &status);
  if (U_FAILURE(status)) {
    delete made;
    return status;
  }
  *handle = made;
  return status;
}

void ticu_break_close(ticu_break *handle) { delete handle; }

int32_t ticu_break_set_text(ticu_break *handle, const uint8_t *text, int64_t count) {
  // Break iterators count in 32 bits, whatever a UText may hold.
  if (count > INT32_MAX) return U_INDEX_OUTOFBOUNDS_ERROR;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&handle->text, reinterpret_cast<const char *>(text), count, &status);
  ubrk_setUText(handle->iterator, &handle->text, &status);
  if (U_SUCCESS(status)) ubrk_first(handle->iterator);
  return status;
}

int32_t ticu_break_set_utf16(ticu_break *handle, const uint16_t *text, int64_t count) {
  if (count > INT32_MAX) return U_INDEX_OUTOFBOUNDS_ERROR;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(handle->iterator, reinterpret_cast<const UChar *>(text), static_cast<int32_t>(count), &status);
  if (U_SUCCESS(status)) ubrk_first(handle->iterator);
  return status;
}

int32_t ticu_break_next(ticu_break *handle, int32_t *ends, int32_t *statuses, int32_t capacity, int32_t *count) {
  int32_t found = 0;
  while (found < capacity) {
    int32_t end = ubrk_next(handle->iterator);
    if (end == UBRK_DONE) break;
    ends[found] = end;
    statuses[found] = ubrk_getRuleStatus(handle->iterator);
    found += 1;
  }
  *count = found;
  return U_ZERO_ERROR;
}

int32_t ticu_break_rules(ticu_break *handle, uint8_t **rules, int32_t *count) {
  *rules = nullptr;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = ubrk_getBinaryRules(handle->iterator, nullptr, 0, &status);
  if (U_FAILURE(status)) return status;
  auto *memory = static_cast<uint8_t *>(std::malloc(length > 0 ? length : 1));
  if (!memory) return U_MEMORY_ALLOCATION_ERROR;
  *count = ubrk_getBinaryRules(handle->iterator, memory, length, &status);
  if (U_FAILURE(status)) {
    std::free(memory);
    return status;
  }
  *rules = memory;
  return status;
}

int32_t ticu_trie_flatten(const uint8_t *trie, int32_t count, uint32_t limit, uint8_t *values) {
  UErrorCode status = U_ZERO_ERROR;
  UCPTrie *opened =
      ucptrie_openFromBinary(UCPTRIE_TYPE_ANY, UCPTRIE_VALUE_BITS_ANY, trie, count, nullptr, &status);
  if (U_FAILURE(status)) return status;
  UChar32 start = 0;
  uint32_t value = 0;
  UChar32 end;
  while ((end = ucptrie_getRange(opened, start, UCPMAP_RANGE_NORMAL, 0, nullptr, nullptr, &value)) >= 0) {
    if (value >= limit || value > UINT8_MAX) {
      status = U_INVALID_FORMAT_ERROR;
      break;
    }
    std::memset(values + start, static_cast<int>(value), static_cast<size_t>(end - start) + 1);
    start = end + 1;
  }
  ucptrie_close(opened);
  if (U_SUCCESS(status) && start != 0x110000) status = U_INVALID_FORMAT_ERROR;
  return status;
}
}
