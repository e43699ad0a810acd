#include "Support.hpp"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uversion.h>

namespace ticu {

int32_t finish(
    UErrorCode status, Output &output, const icu::Edits &edits, int32_t count, int32_t *target_count, ticu_edit edit,
    void *context) {
  if (U_FAILURE(status)) return status;
  *target_count = output.NumberOfBytesAppended();
  if (output.Overflowed()) return U_BUFFER_OVERFLOW_ERROR;
  if (!edit) return U_ZERO_ERROR;
  if (!edits.hasChanges()) {
    edit(context, count, count, false);
    return U_ZERO_ERROR;
  }
  auto iterator = edits.getFineIterator();
  while (iterator.next(status)) edit(context, iterator.oldLength(), iterator.newLength(), iterator.hasChange());
  return status;
}

int32_t give(const icu::UnicodeString &text, char **copy, int32_t *count) {
  *copy = nullptr;
  if (text.isBogus()) return U_MEMORY_ALLOCATION_ERROR;
  size_t capacity = static_cast<size_t>(text.length()) * 3 + 1;
  if (capacity > INT32_MAX) return U_INDEX_OUTOFBOUNDS_ERROR;
  auto *memory = static_cast<char *>(std::malloc(capacity));
  if (!memory) return U_MEMORY_ALLOCATION_ERROR;
  icu::CheckedArrayByteSink sink(memory, static_cast<int32_t>(capacity) - 1);
  text.toUTF8(sink);
  memory[sink.NumberOfBytesWritten()] = 0;
  if (count) *count = sink.NumberOfBytesWritten();
  *copy = memory;
  return U_ZERO_ERROR;
}

void Lines::add(const char *line, size_t length) {
  if (failed) return;
  if (count + length + 2 > capacity) {
    size_t grown = (count + length + 2) * 2;
    auto *memory = static_cast<char *>(std::realloc(text, grown));
    if (!memory) {
      failed = true;
      return;
    }
    text = memory;
    capacity = grown;
  }
  if (count) text[count++] = '\n';
  std::memcpy(text + count, line, length);
  count += length;
  text[count] = 0;
}

int32_t Lines::give(UErrorCode status, char **lines) {
  *lines = nullptr;
  if (U_FAILURE(status)) return status;
  add("", 0);
  if (failed) return U_MEMORY_ALLOCATION_ERROR;
  *lines = text;
  text = nullptr;
  return U_ZERO_ERROR;
}

}  // namespace ticu

extern "C" {

const char *ticu_error_name(int32_t status) { return u_errorName(static_cast<UErrorCode>(status)); }

void ticu_free(void *memory) { std::free(memory); }

int32_t ticu_versions(char icu[20], char unicode[20], char cldr[20]) {
  static_assert(U_MAX_VERSION_STRING_LENGTH <= 20, "version numbers have grown");
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, icu);
  u_getUnicodeVersion(version);
  u_versionToString(version, unicode);
  UErrorCode status = U_ZERO_ERROR;
  ulocdata_getCLDRVersion(version, &status);
  if (U_SUCCESS(status)) u_versionToString(version, cldr);
  return status;
}
}
