// What a C++ program does on ICU4C alone: each stage, and the whole way from lines of text to JSONL.
//
//   icu4c TEXT [NAMES]
//
// TEXT is UTF-8, a document a line; NAMES has a name a line. Prints one JSON object: the seconds and the counts of each row.
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/utext.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "names.hpp"
#include "report.hpp"

using icu::BreakIterator;
using icu::UnicodeString;

namespace {

using Lines = std::vector<std::string_view>;

std::string readFile(const char *path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) fail(std::string("cannot read ") + path);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

Lines splitLines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    if (end != 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

const icu::Normalizer2 *normalizer(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  const auto *instance = icu::Normalizer2::getInstance(nullptr, name, UNORM2_COMPOSE, status);
  check(status, name);
  return instance;
}

using Opened = BreakIterator *(*)(const icu::Locale &, UErrorCode &);

std::unique_ptr<BreakIterator> open(Opened make) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<BreakIterator> iterator(make(icu::Locale::getRoot(), status));
  check(status, "break iterator");
  return iterator;
}

size_t countBoundaries(BreakIterator &iterator) {
  size_t count = 0;
  while (iterator.next() != BreakIterator::DONE) count += 1;
  return count;
}

/// The size of the normalized lines, as `Normalizer2::normalizeUTF8` gives them.
size_t normalizeAll(const Lines &lines, const icu::Normalizer2 *normalizer) {
  std::string target;
  size_t count = 0;
  for (const auto line : lines) {
    target.clear();
    icu::StringByteSink<std::string> sink(&target, static_cast<int32_t>(line.size()));
    UErrorCode status = U_ZERO_ERROR;
    normalizer->normalizeUTF8(0, icu::StringPiece(line.data(), static_cast<int32_t>(line.size())), sink, nullptr, status);
    check(status, "normalizeUTF8");
    count += target.size();
  }
  return count;
}

/// Boundaries of texts that are in UTF-16 already.
size_t countUTF16(const std::vector<UnicodeString> &lines, BreakIterator &iterator) {
  size_t count = 0;
  for (const auto &line : lines) {
    iterator.setText(line);
    count += countBoundaries(iterator);
  }
  return count;
}

/// Boundaries of the UTF-8 as it is.
size_t countUTF8(const Lines &lines, BreakIterator &iterator) {
  size_t count = 0;
  UText *text = nullptr;
  for (const auto line : lines) {
    UErrorCode status = U_ZERO_ERROR;
    text = utext_openUTF8(text, line.data(), static_cast<int64_t>(line.size()), &status);
    iterator.setText(text, status);
    check(status, "setText");
    count += countBoundaries(iterator);
  }
  utext_close(text);
  return count;
}

/// Letters of the lines that are given, one word at a time where `byWord`: the transform's time grows with the square of a text's length.
size_t romanize(const std::vector<UnicodeString> &lines, const icu::Transliterator &transform, BreakIterator *words) {
  size_t count = 0;
  UnicodeString piece;
  for (const auto &line : lines) {
    if (!words) {
      piece = line;
      transform.transliterate(piece);
      count += static_cast<size_t>(piece.length());
      continue;
    }
    words->setText(line);
    for (int32_t start = 0, end = words->next(); end != BreakIterator::DONE; start = end, end = words->next()) {
      if (words->getRuleStatus() < UBRK_WORD_LETTER) {
        count += static_cast<size_t>(end - start);
        continue;
      }
      piece.setTo(line, start, end - start);
      transform.transliterate(piece);
      count += static_cast<size_t>(piece.length());
    }
  }
  return count;
}

}  // namespace

int main(int argumentCount, char **arguments) {
  if (argumentCount < 2) fail("which text? icu4c TEXT [NAMES]");
  Report report;
  const std::string text = readFile(arguments[1]);
  const Lines lines = splitLines(text);

  if (argumentCount > 2) {
    const std::string names = readFile(arguments[2]);
    const double start = now();
    const auto words = open(BreakIterator::createWordInstance);
    Tagger tagger(*normalizer("nfkc_cf"), *words);
    for (const auto name : splitLines(names)) tagger.add(name);
    report.load(now() - start);
    std::string output;
    report.row("tag", text.size(), [&] { return tagger.tag(text, output); });
    report.print();
    return 0;
  }

  std::vector<UnicodeString> utf16;
  for (const auto line : lines) utf16.push_back(UnicodeString::fromUTF8(icu::StringPiece(line.data(), static_cast<int32_t>(line.size()))));
  const auto words = open(BreakIterator::createWordInstance);
  const auto sentences = open(BreakIterator::createSentenceInstance);
  report.row("normalize NFKC", text.size(), [&] { return normalizeAll(lines, normalizer("nfkc")); });
  report.row("normalize NFKC_Casefold", text.size(), [&] { return normalizeAll(lines, normalizer("nfkc_cf")); });
  report.row("words UTF-16", text.size(), [&] { return countUTF16(utf16, *words); });
  report.row("words UTF-8", text.size(), [&] { return countUTF8(lines, *words); });
  report.row("sentences UTF-16", text.size(), [&] { return countUTF16(utf16, *sentences); });
  report.row("sentences UTF-8", text.size(), [&] { return countUTF8(lines, *sentences); });

  // The slowest stage by far: a part of the text says enough.
  size_t bytes = 0, count = 0;
  while (count < lines.size() && bytes < 2'000'000) bytes += lines[count++].size() + 1;
  utf16.resize(count);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> transform(icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
  check(status, "Any-Latin");
  report.row("romanize by word", bytes, [&] { return romanize(utf16, *transform, words.get()); });
  report.row("romanize by line", bytes, [&] { return romanize(utf16, *transform, nullptr); });
  report.print();
}
