// Open addressing, at most half full: words to numbers, pairs of numbers to numbers.
#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

/// Mixes 64 bits so that the upper ones depend on all.
inline uint64_t mix(uint64_t value) {
  value *= 0x9E3779B97F4A7C15;
  return value ^ value >> 32;
}

inline uint64_t hash(std::u16string_view word) {
  uint64_t result = word.size(), part = 0;
  const char16_t *units = word.data();
  size_t count = word.size();
  for (; count >= 4; count -= 4, units += 4) {
    std::memcpy(&part, units, 8);
    result = mix(result ^ part);
  }
  part = 0;
  for (size_t index = 0; index < count; index += 1) part = part << 16 | units[index];
  return mix(result ^ part);
}

/// Numbers words from 1.
class WordTable {
 public:
  WordTable() : slots(1 << 16), starts{0, 0} {}

  uint32_t find(std::u16string_view word) const {
    const uint64_t code = hash(word);
    for (size_t index = code & (slots.size() - 1);; index = (index + 1) & (slots.size() - 1)) {
      const Slot slot = slots[index];
      if (slot.number == 0) return 0;
      if (slot.tag == static_cast<uint32_t>(code >> 32) && text(slot.number) == word) return slot.number;
    }
  }

  uint32_t insert(std::u16string_view word) {
    if (const uint32_t number = find(word)) return number;
    pool += word;
    starts.push_back(pool.size());
    const uint32_t number = static_cast<uint32_t>(starts.size() - 2);
    if (number * 2 > slots.size()) grow();
    place(slots, hash(word), number);
    return number;
  }

 private:
  struct Slot {
    uint32_t number = 0, tag = 0;
  };
  std::vector<Slot> slots;
  std::vector<size_t> starts;
  std::u16string pool;

  std::u16string_view text(uint32_t number) const {
    return std::u16string_view(pool).substr(starts[number], starts[number + 1] - starts[number]);
  }

  static void place(std::vector<Slot> &slots, uint64_t code, uint32_t number) {
    size_t index = code & (slots.size() - 1);
    while (slots[index].number != 0) index = (index + 1) & (slots.size() - 1);
    slots[index] = {number, static_cast<uint32_t>(code >> 32)};
  }

  void grow() {
    std::vector<Slot> larger(slots.size() * 2);
    for (uint32_t number = 1; number + 2 < starts.size(); number += 1) place(larger, hash(text(number)), number);
    slots.swap(larger);
  }
};

/// Numbers other than 0 by keys other than 0.
class PairTable {
 public:
  PairTable() : slots(1 << 16) {}

  uint32_t find(uint64_t key) const {
    for (size_t index = mix(key) & (slots.size() - 1);; index = (index + 1) & (slots.size() - 1)) {
      if (slots[index].key == key || slots[index].key == 0) return slots[index].value;
    }
  }

  /// The value of a key, 0 where it is new.
  uint32_t &insert(uint64_t key) {
    if ((count + 1) * 2 > slots.size()) {
      std::vector<Slot> larger(slots.size() * 2);
      for (const auto &slot : slots) {
        if (slot.key != 0) place(larger, slot.key) = slot;
      }
      slots.swap(larger);
    }
    Slot &slot = place(slots, key);
    count += slot.key == 0;
    slot.key = key;
    return slot.value;
  }

 private:
  struct Slot {
    uint64_t key = 0;
    uint32_t value = 0;
  };
  std::vector<Slot> slots;
  size_t count = 0;

  static Slot &place(std::vector<Slot> &slots, uint64_t key) {
    size_t index = mix(key) & (slots.size() - 1);
    while (slots[index].key != key && slots[index].key != 0) index = (index + 1) & (slots.size() - 1);
    return slots[index];
  }
};
