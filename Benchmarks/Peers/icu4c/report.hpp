// Time, memory, and one JSON object that tells them.
#pragma once
#include <sys/resource.h>
#include <unicode/utypes.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

[[noreturn]] inline void fail(const std::string &message) {
  std::fprintf(stderr, "icu4c: %s\n", message.c_str());
  std::exit(1);
}

inline void check(UErrorCode status, const char *what) {
  if (U_FAILURE(status)) fail(std::string(what) + ": " + u_errorName(status));
}

inline double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

class Report {
 public:
  void load(double seconds) { loading = seconds; }

  template <typename Work>
  void row(const char *name, size_t bytes, Work work) {
    const double start = now();
    const size_t count = work();
    char line[256];
    std::snprintf(
        line, sizeof line, "%s{\"name\":\"%s\",\"seconds\":%.6f,\"bytes\":%zu,\"count\":%zu}", rows.empty() ? "" : ",", name,
        now() - start, bytes, count);
    rows += line;
  }

  void print() const {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("{\"version\":\"ICU %s\",\"load\":%.6f,\"rows\":[%s],\"memory\":%ld}\n", U_ICU_VERSION, loading, rows.c_str(), usage.ru_maxrss);
  }

 private:
  double loading = 0;
  std::string rows;
};
