// The inner loops of the linear chains (LinearChainModel.swift, ViterbiDecoder.swift): sums of weights, and the best labels.
//
// In C, because the rows of bytes are widened and added as vectors, which the compiler sees through here.
#ifndef C_SEQUENCE_KERNELS_H
#define C_SEQUENCE_KERNELS_H

#include <stdint.h>

/// How many numbers a token's scores have; those behind the last label mean nothing.
#define NQS_WIDTH 16

/// A table of weights by the hashes of features.
typedef struct {
  /// The upper half of each feature's hash, 0 where there is none.
  const uint32_t *slots;
  /// A row of `stride` bytes a slot; 16 bytes can be read from each of them.
  const int8_t *rows;
  /// A bit for each upper half that is in the table: most features are in none, and are told by this alone.
  const uint64_t *filter;
  uint32_t slot_count;
  uint32_t stride;
  /// How far an upper half is shifted to the number of its bit.
  uint32_t filter_shift;
} nqs_table;

/// Adds the weights of features to the scores of a token.
void nqs_add_features(int16_t *scores, const nqs_table *table, const uint64_t *features, int32_t count);

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
