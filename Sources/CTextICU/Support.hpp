// What the files of this module share; nothing outside includes it.
#pragma once

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <cstdlib>
#include <cstring>

#include "include/CTextICU.h"

namespace ticu {

/// A sink into memory of the caller, which may be NULL while `capacity` is 0.
class Output : public icu::CheckedArrayByteSink {
public:
  Output(uint8_t *target, int32_t capacity)
      : icu::CheckedArrayByteSink(reinterpret_cast<char *>(target), target ? capacity : 0) {}
};

/// Tells the edits in order after a conversion that succeeded, and gives its status to the caller.
int32_t finish(
    UErrorCode status, Output &output, const icu::Edits &edits, int32_t count, int32_t *target_count, ticu_edit edit,
    void *context);

/// A zero-terminated copy in UTF-8 that `ticu_free` frees.
int32_t give(const icu::UnicodeString &text, char **copy, int32_t *count = nullptr);

/// Lines that grow; `give` hands them over.
class Lines {
public:
  Lines() = default;
  Lines(const Lines &) = delete;
  Lines &operator=(const Lines &) = delete;
  ~Lines() { std::free(text); }

  void add(const char *line, size_t length);
  int32_t give(UErrorCode status, char **lines);

private:
  char *text = nullptr;
  size_t count = 0;
  size_t capacity = 0;
  bool failed = false;
};

}  // namespace ticu
