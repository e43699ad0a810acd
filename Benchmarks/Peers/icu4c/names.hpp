// The whole way in one pass over lines: NFKC_Casefold with edits, ICU's words in UTF-16, names of several words by hash, JSONL.
#pragma once
#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "report.hpp"
#include "table.hpp"

class Tagger {
 public:
  Tagger(const icu::Normalizer2 &normalizer, icu::BreakIterator &words) : normalizer(normalizer), words(words) { nodes.push_back({}); }

  /// Adds a name: its text, a tab, what is written of it.
  void add(std::string_view row) {
    const size_t tab = row.find('\t');
    fold(row.substr(0, tab));
    cut([&](std::u16string_view word) { return vocabulary.insert(word); });
    uint32_t node = 0;
    for (const auto &piece : pieces) {
      if (piece.word >= first.size()) first.resize(piece.word + 1024);
      uint32_t &next = node == 0 ? first[piece.word] : children.insert(key(node, piece.word));
      if (next == 0) {
        next = static_cast<uint32_t>(nodes.size());
        nodes[node].isInner = true;
        nodes.push_back({});
      }
      node = next;
    }
    if (node == 0 || nodes[node].entry != 0) return;
    entries.emplace_back(tab == row.npos ? row : row.substr(tab + 1));
    nodes[node].entry = static_cast<uint32_t>(entries.size());
  }

  /// Writes an object for each line; says how many names were found.
  size_t tag(std::string_view text, std::string &output) {
    size_t count = 0, number = 0;
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      if (end != 0) count += tagLine(text.substr(0, end), ++number, output);
      text.remove_prefix(std::min(end + 1, text.size()));
      // What a program would write to a pipe.
      if (output.size() > 1 << 16) output.clear();
    }
    return count;
  }

 private:
  struct Node {
    uint32_t entry = 0;  // 1 + the index of the entry that ends here
    bool isInner = false;
  };
  struct Piece {
    int32_t start, end;  // in the UTF-16 of the normalized line
    uint32_t word;       // 0: no word of any name
  };
  /// A place in the normalized line, in every unit.
  struct Place {
    int32_t utf16 = 0, utf8 = 0, points = 0;
  };

  const icu::Normalizer2 &normalizer;
  icu::BreakIterator &words;
  WordTable vocabulary;
  PairTable children;
  std::vector<uint32_t> first;  // the node of a word at the start of a name
  std::vector<Node> nodes;
  std::vector<std::string> entries;
  std::string normalized;
  std::string_view line, folded;
  icu::UnicodeString units;
  icu::Edits edits;
  std::vector<Piece> pieces;

  static uint64_t key(uint32_t node, uint32_t word) { return static_cast<uint64_t>(node) << 32 | word; }

  /// Most lines change (a colon of another script is enough), so the check before the work pays only where it is the whole work.
  void fold(std::string_view text) {
    line = text;
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece source(text.data(), static_cast<int32_t>(text.size()));
    edits.reset();
    normalized.clear();
    icu::StringByteSink<std::string> sink(&normalized);
    normalizer.normalizeUTF8(0, source, sink, &edits, status);
    check(status, "normalizeUTF8");
    folded = normalized;
    units = icu::UnicodeString::fromUTF8(icu::StringPiece(folded.data(), static_cast<int32_t>(folded.size())));
  }

  template <typename Identify>
  void cut(Identify identify) {
    pieces.clear();
    words.setText(units);
    const char16_t *buffer = units.getBuffer();
    for (int32_t start = 0, end = words.next(); end != icu::BreakIterator::DONE; start = end, end = words.next()) {
      if (buffer[start] <= u' ') continue;
      pieces.push_back({start, end, identify(std::u16string_view(buffer + start, static_cast<size_t>(end - start)))});
    }
  }

  void advance(Place &place, int32_t target) const {
    const char16_t *buffer = units.getBuffer();
    for (; place.utf16 < target; place.utf16 += 1) {
      const char16_t unit = buffer[place.utf16];
      if (unit >= 0xDC00 && unit <= 0xDFFF) continue;  // counted with its first half
      place.points += 1;
      place.utf8 += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xD800 && unit <= 0xDBFF ? 4 : 3;
    }
  }

  size_t tagLine(std::string_view text, size_t number, std::string &output) {
    fold(text);
    cut([&](std::u16string_view word) { return vocabulary.find(word); });
    output += "{\"id\":\"";
    append(output, number);
    output += "\",\"entities\":[";
    size_t count = 0;
    Place place;
    SourceCursor cursor(*this);
    for (size_t index = 0; index < pieces.size();) {
      uint32_t entry = 0;
      const size_t next = longest(index, entry);
      if (entry == 0) {
        index += 1;
        continue;
      }
      advance(place, pieces[index].start);
      const auto start = cursor.move(place, false);
      advance(place, pieces[next - 1].end);
      const auto end = cursor.move(place, true);
      write(output, count++ == 0, start, end, entries[entry - 1]);
      index = next;
    }
    output += "]}\n";
    return count;
  }

  /// The piece after the longest name that begins here.
  size_t longest(size_t index, uint32_t &entry) const {
    const uint32_t word = pieces[index].word;
    if (word == 0 || word >= first.size()) return index;
    size_t result = index;
    uint32_t node = first[word];
    for (size_t next = index + 1; node != 0; next += 1) {
      if (nodes[node].entry != 0) {
        entry = nodes[node].entry;
        result = next;
      }
      if (!nodes[node].isInner || next == pieces.size() || pieces[next].word == 0) break;
      node = children.find(key(node, pieces[next].word));
    }
    return result;
  }

  struct Offset {
    int32_t utf8, points;
  };

  /// Goes through the source line as the places in the normalized one go on.
  class SourceCursor {
   public:
    explicit SourceCursor(const Tagger &tagger) : tagger(tagger), isSame(!tagger.edits.hasChanges()), edit(tagger.edits.getFineIterator()) {}

    Offset move(const Place &place, bool isEnd) {
      if (isSame) return {place.utf8, place.points};
      UErrorCode status = U_ZERO_ERROR;
      int32_t target = edit.sourceIndexFromDestinationIndex(place.utf8, status);
      // The end of a name within an edit is the edit's end.
      if (isEnd && edit.hasChange() && edit.destinationIndex() < place.utf8) target = edit.sourceIndex() + edit.oldLength();
      for (; bytes < target; bytes += 1) points += (tagger.line[static_cast<size_t>(bytes)] & 0xC0) != 0x80;
      return {bytes, points};
    }

   private:
    const Tagger &tagger;
    const bool isSame;
    icu::Edits::Iterator edit;
    int32_t bytes = 0, points = 0;
  };

  static void append(std::string &output, size_t number) {
    char digits[24];
    output.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }

  static void appendText(std::string &output, std::string_view text) {
    for (const char letter : text) {
      if (letter == '"' || letter == '\\') output += '\\';
      output += static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
    }
  }

  void write(std::string &output, bool isFirst, Offset start, Offset end, const std::string &entry) const {
    if (!isFirst) output += ',';
    output += "{\"start\":";
    append(output, static_cast<size_t>(start.points));
    output += ",\"end\":";
    append(output, static_cast<size_t>(end.points));
    output += ",\"text\":\"";
    appendText(output, line.substr(static_cast<size_t>(start.utf8), static_cast<size_t>(end.utf8 - start.utf8)));
    output += "\",\"name\":\"";
    appendText(output, entry);
    output += "\"}";
  }
};
