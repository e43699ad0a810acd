#include "CSequenceKernels.h"

#include <string.h>

typedef uint32_t tags4 __attribute__((vector_size(16), aligned(4), may_alias));
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

static inline uint32_t tag_of(uint64_t feature) {
  uint32_t tag = (uint32_t)(feature >> 32);
  return tag + (tag == 0);
}

static inline uint32_t home_of(uint64_t feature, const nqs_table *table) {
  return (uint32_t)((feature & 0xFFFFFFFF) * table->slot_count >> 32);
}

void nqs_fill(nqs_bucket *buckets, uint64_t *filter, const nqs_table *table) {
  // How many slots before this one hang together with it; in a run over the end of the table too few are counted.
  uint32_t run = 0;
  for (uint32_t slot = 0; slot < table->slot_count; slot++) {
    uint32_t tag = table->slots[slot];
    run = tag == 0 ? 0 : run + 1;
    if (tag == 0) continue;
    uint32_t bit = tag >> table->filter_shift;
    filter[bit >> 6] |= (uint64_t)1 << (bit & 63);
    uint32_t entry = slot < 1 << 24 ? slot << 8 | (run < 255 ? run : 255) : 0;
    for (uint32_t place = tag;; place++) {
      nqs_bucket *bucket = buckets + (place & table->bucket_mask);
      uint32_t way = 0;
      while (way < 4 && bucket->tags[way] != 0 && bucket->tags[way] != tag) way++;
      if (way == 4) continue;
      // Of tags that are there twice, the image's order decides.
      bucket->slots[way] = bucket->tags[way] == tag ? 0 : entry;
      bucket->tags[way] = tag;
      break;
    }
  }
}

/// The slot of a feature that the image's own search finds; -1 for none.
static int64_t search(uint64_t feature, const nqs_table *table) {
  uint32_t tag = tag_of(feature);
  uint32_t slot = home_of(feature, table);
  while (table->slots[slot] != 0) {
    if (table->slots[slot] == tag) return slot;
    slot = slot + 1 == table->slot_count ? 0 : slot + 1;
  }
  return -1;
}

static inline const nqs_bucket *bucket_of(uint32_t place, const nqs_table *table) {
  return table->buckets + (place & table->bucket_mask);
}

/// Where the row of a feature begins; -1 for none.
static inline int64_t row_of(uint64_t feature, const nqs_table *table) {
  uint32_t tag = tag_of(feature);
  for (uint32_t place = tag;; place++) {
    const nqs_bucket *bucket = bucket_of(place, table);
    tags4 is_found = *(const tags4 *)bucket->tags == tag;
    uint32_t way = (is_found[1] & 1) | (is_found[2] & 2) | (is_found[3] & 3);
    if (bucket->tags[way] == tag) {
      uint32_t entry = bucket->slots[way];
      int64_t slot = entry >> 8;
      if ((uint32_t)slot - home_of(feature, table) >= (entry & 0xFF)) slot = search(feature, table);
      return slot < 0 ? slot : slot * table->stride;
    }
    // Buckets are filled from the front: behind one with room, there is none of this tag.
    if (bucket->tags[3] == 0) return -1;
  }
}

// In four goes, so that what each of them reads has time to come near.
void nqs_add_features(
  int16_t *scores, const nqs_table *table, const uint64_t *features, const int32_t *ends, int32_t count, nqs_room *room) {
  const nqs_table here = *table;
  // What is in the filter, without a branch that nobody could foretell. The token stands in the rows until they are known.
  int32_t likely = 0;
  for (int32_t token = 0, index = 0; token < count; token++) {
    for (; index < ends[token]; index++) {
      uint64_t feature = features[index];
      uint32_t bit = tag_of(feature) >> here.filter_shift;
      room->features[likely] = feature;
      room->rows[likely] = token;
      likely += (int32_t)(here.filter[bit >> 6] >> (bit & 63) & 1);
    }
  }
  for (int32_t index = 0; index < likely; index++) nqs_prefetch(bucket_of(tag_of(room->features[index]), &here));
  int32_t known = 0;
  for (int32_t index = 0; index < likely; index++) {
    int64_t row = row_of(room->features[index], &here);
    if (row < 0) continue;
    nqs_prefetch(here.rows + row);
    room->rows[known++] = row << 16 | room->rows[index];
  }
  for (int32_t index = 0; index < known;) {
    int32_t token = (int32_t)(room->rows[index] & 0xFFFF);
    numbers16 sum = NUMBERS(scores + NQS_WIDTH * (int64_t)token);
    for (; index < known && (room->rows[index] & 0xFFFF) == token; index++) {
      bytes16 row;
      memcpy(&row, here.rows + (room->rows[index] >> 16), sizeof row);
      sum += __builtin_convertvector(row, numbers16);
    }
    memcpy(scores + NQS_WIDTH * (int64_t)token, &sum, sizeof sum);
  }
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
