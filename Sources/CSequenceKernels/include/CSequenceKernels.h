// The inner loops of the linear chains (LinearChainModel.swift, ViterbiDecoder.swift): sums of weights, and the best labels.
//
// In C, because the rows of bytes are widened and added as vectors, which the compiler sees through here.
#ifndef C_SEQUENCE_KERNELS_H
#define C_SEQUENCE_KERNELS_H

#include <stdint.h>

/// How many numbers a token's scores have; those behind the last label mean nothing.
#define NQS_WIDTH 16

/// Four tags that stand together, and where in the image's table they are.
typedef struct {
  /// The upper half of a feature's hash, 0 where there is none.
  uint32_t tags[4];
  /// A slot of the image in the upper 24 bits; below them, from how many slots up to this one a search that begins there must find
  /// it, as far as 8 bits can tell.
  uint32_t slots[4];
} nqs_bucket;

/// A table of weights by the hashes of features.
typedef struct {
  /// A bit for each tag that is in the table: most features are in none, and are told by this alone.
  const uint64_t *filter;
  const nqs_bucket *buckets;
  /// The table of the image: tags, of which a feature's is searched from the slot on that its lower half says, up to an empty one.
  const uint32_t *slots;
  /// A row of `stride` bytes a slot; from each row on, 16 bytes can be read.
  const int8_t *rows;
  uint32_t slot_count;
  uint32_t stride;
  /// One less than a power of two.
  uint32_t bucket_mask;
  /// How far a tag is shifted to the number of its bit.
  uint32_t filter_shift;
} nqs_table;

/// Fills filter and buckets, which are all zero. A tag that finds no room near its bucket, or is there twice, is marked to be searched
/// in the image.
void nqs_fill(nqs_bucket *buckets, uint64_t *filter, const nqs_table *table);

/// The processor may fetch what stands there, as it will be read soon.
static inline void nqs_prefetch(const void *address) { __builtin_prefetch(address); }

/// Room for what is gathered before it is added up.
#define NQS_FEATURES 4096
typedef struct {
  uint64_t features[NQS_FEATURES];
  int64_t rows[NQS_FEATURES];
} nqs_room;

/// Adds the weights of features to the scores of `count` tokens; `ends` says for each of them where its features end, at most
/// `NQS_FEATURES` in all.
void nqs_add_features(
  int16_t *scores, const nqs_table *table, const uint64_t *features, const int32_t *ends, int32_t count, nqs_room *room);

/// What the labels of a chain weigh after each other.
typedef struct {
  /// A row a label before: the weight of each label after it; `NQS_NEVER` for what is forbidden and behind the last label.
  int32_t after[NQS_WIDTH][NQS_WIDTH];
  /// The most that a label can weigh after a label that is not the first.
  int32_t within[NQS_WIDTH];
  /// The most that the first label weighs after another one.
  int32_t leaving;
  int32_t label_count;
} nqs_links;

#define NQS_NEVER (INT32_MIN / 4)

/// Computes `within` and `leaving` from `after`.
void nqs_prepare_links(nqs_links *links);

/// Writes the best labels of `count` tokens. `first_allowed` has a bit for each label that a sequence may begin with.
///
/// `origins` has room for `16 * count` bytes, `gains` for `2 * count` numbers.
void nqs_decode(
  uint8_t *labels, const nqs_links *links, uint32_t first_allowed, const int16_t *scores, int32_t count, uint8_t *origins,
  int32_t *gains);

#endif
