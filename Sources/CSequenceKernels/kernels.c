#include "CSequenceKernels.h"

#include <string.h>

typedef int8_t bytes16 __attribute__((vector_size(16)));
typedef int16_t numbers16 __attribute__((vector_size(32)));
typedef int32_t sums16 __attribute__((vector_size(64)));

// Read from wherever they stand.
typedef struct {
  numbers16 value;
} __attribute__((packed, may_alias)) any_numbers16;
typedef struct {
  sums16 value;
} __attribute__((packed, may_alias)) any_sums16;
#define NUMBERS(pointer) (((const any_numbers16 *)(pointer))->value)
#define SUMS(pointer) (((const any_sums16 *)(pointer))->value)

void nqs_add_features(int16_t *scores, const nqs_table *table, const uint64_t *features, int32_t count) {
  numbers16 sum = NUMBERS(scores);
  const nqs_table here = *table;
  for (int32_t start = 0; start < count; start += 64) {
    int32_t length = count - start < 64 ? count - start : 64;
    // What is in the filter, without a branch that nobody could foretell.
    uint64_t likely[64];
    int32_t likely_count = 0;
    for (int32_t index = 0; index < length; index++) {
      uint64_t feature = features[start + index];
      uint32_t tag = (uint32_t)(feature >> 32);
      tag += tag == 0;
      uint32_t bit = tag >> here.filter_shift;
      likely[likely_count] = feature;
      likely_count += (int32_t)(here.filter[bit >> 6] >> (bit & 63) & 1);
    }
    for (int32_t index = 0; index < likely_count; index++) {
      uint64_t feature = likely[index];
      uint32_t tag = (uint32_t)(feature >> 32);
      tag += tag == 0;
      uint32_t slot = (uint32_t)((feature & 0xFFFFFFFF) * here.slot_count >> 32);
      for (;;) {
        uint32_t found = here.slots[slot];
        if (found == tag) {
          bytes16 row;
          memcpy(&row, here.rows + (uint64_t)slot * here.stride, sizeof row);
          sum += __builtin_convertvector(row, numbers16);
          break;
        }
        if (found == 0) break;
        slot = slot + 1 == here.slot_count ? 0 : slot + 1;
      }
    }
  }
  memcpy(scores, &sum, sizeof sum);
}

void nqs_prepare_links(nqs_links *links) {
  links->leaving = NQS_NEVER;
  for (int32_t label = 0; label < NQS_WIDTH; label++) {
    links->within[label] = NQS_NEVER;
    for (int32_t before = 1; before < links->label_count; before++) {
      if (links->after[before][label] > links->within[label]) links->within[label] = links->after[before][label];
    }
  }
  links->leaving = links->within[0];
}

static inline int32_t greater(int32_t a, int32_t b) { return a > b ? a : b; }

/// The best labels of a stretch. Before it stands the first label, or nothing; behind it too.
static void decode_stretch(
  uint8_t *labels, const nqs_links *links, uint32_t first_allowed, const int16_t *scores, int32_t count, int is_first,
  int is_last, uint8_t *origins) {
  int32_t label_count = links->label_count;
  sums16 never = (sums16){} + NQS_NEVER;
  sums16 sums = __builtin_convertvector(NUMBERS(scores), sums16);
  if (is_first) {
    for (int32_t label = 0; label < NQS_WIDTH; label++) {
      if (label >= label_count || !(first_allowed >> label & 1)) sums[label] = NQS_NEVER;
    }
  } else {
    sums += SUMS(links->after[0]);
    sums = __builtin_elementwise_max(sums, never);
  }
  for (int32_t token = 1; token < count; token++) {
    // All labels at once: the best way to each of them, by way of each label before.
    sums16 best = SUMS(links->after[0]) + sums[0];
    sums16 origin = {};
    for (int32_t before = 1; before < label_count; before++) {
      sums16 candidate = SUMS(links->after[before]) + sums[before];
      sums16 is_better = candidate > best;
      best = __builtin_elementwise_max(best, candidate);
      origin = (is_better & before) | (~is_better & origin);
    }
    bytes16 narrow = __builtin_convertvector(origin, bytes16);
    memcpy(origins + 16 * (int64_t)token, &narrow, sizeof narrow);
    sums = best + __builtin_convertvector(NUMBERS(scores + NQS_WIDTH * (int64_t)token), sums16);
    // The best is kept at zero and what is forbidden stays so, that the sums of a long sentence do not overflow.
    int32_t highest = sums[0];
    for (int32_t label = 1; label < label_count; label++) highest = greater(highest, sums[label]);
    sums -= highest;
    sums = __builtin_elementwise_max(sums, never);
  }
  int32_t chosen = 0;
  for (int32_t label = 1; label < label_count; label++) {
    int32_t link = is_last ? 0 : links->after[label][0];
    int32_t chosen_link = is_last ? 0 : links->after[chosen][0];
    if (sums[label] + link > sums[chosen] + chosen_link) chosen = label;
  }
  for (int32_t token = count - 1; token >= 0; token--) {
    labels[token] = (uint8_t)chosen;
    if (token > 0) chosen = origins[16 * (int64_t)token + chosen];
  }
}

void nqs_decode(
  uint8_t *labels, const nqs_links *links, uint32_t first_allowed, const int16_t *scores, int32_t count, uint8_t *origins,
  int32_t *gains) {
  // How much a run of other labels gains over the first label at the same tokens, at most: first where it begins at a
  // token, then the best that ends there.
  int32_t *within = gains, *ending = gains + count;
  int32_t label_count = links->label_count;
  int32_t staying = links->after[0][0];
  for (int32_t token = 0; token < count; token++) {
    const int16_t *score = scores + NQS_WIDTH * (int64_t)token;
    int32_t begin = NQS_NEVER, inside = NQS_NEVER;
    for (int32_t label = 1; label < label_count; label++) {
      int32_t entering = token > 0 ? links->after[0][label] : first_allowed >> label & 1 ? 0 : NQS_NEVER;
      begin = greater(begin, score[label] + entering);
      inside = greater(inside, score[label] + links->within[label]);
    }
    int32_t outside = score[0] + (token > 0 ? staying : 0);
    within[token] = inside - outside;
    ending[token] = begin - outside;
    if (token > 0) ending[token] = greater(ending[token], greater(ending[token - 1] + within[token], NQS_NEVER));
  }
  // From behind: what a run gains at most from a token on. Where the best run through a token loses, the first label is certain.
  int32_t leaving = links->leaving - staying;
  int32_t rest = 0;
  int32_t end = count;
  for (int32_t token = count - 1; token >= 0; token--) {
    int is_certain = ending[token] + rest < 0;
    rest = greater(leaving, greater(within[token] + rest, NQS_NEVER));
    if (is_certain) {
      labels[token] = 0;
      if (token + 1 < end) {
        int32_t start = token + 1;
        decode_stretch(
          labels + start, links, first_allowed, scores + NQS_WIDTH * (int64_t)start, end - start, 0, end == count, origins);
      }
      end = token;
    }
  }
  if (end > 0) decode_stretch(labels, links, first_allowed, scores, end, 1, end == count, origins);
}
