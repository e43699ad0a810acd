// The inner loops of the letter networks (LetterNetwork.swift): sums of table rows and products with them.
//
// In C, because one function can be compiled for several kinds of processors and the fitting one be taken at start.
#ifndef C_NAME_KERNELS_H
#define C_NAME_KERNELS_H

#include <stdint.h>

/// The processor may fetch what stands there, as it will be read soon.
static inline void nqh_prefetch(const void *address) { __builtin_prefetch(address); }

/// Adds the given rows of `width` bytes to `sums`; `width` is a multiple of 16.
void nqh_add_rows(int16_t *sums, const int8_t *rows, const int32_t *indexes, int32_t count, int32_t width);

/// The products of the positive parts of `sums` with the given rows of `width` bytes; `scratch` has room for `width` numbers.
void nqh_multiply(
  int32_t *products, const int16_t *sums, const int8_t *rows, const uint16_t *indexes, int32_t count, int32_t width,
  int16_t *scratch);

/// The logarithms of the shares of e^(products * scale + biases), to about four digits; the same on every processor. Gives the highest.
float nqh_log_softmax(float *result, const int32_t *products, const float *biases, float scale, int32_t count);

/// Writes the places of the numbers that are not below `least`, and says how many they are.
int32_t nqh_select(int32_t *places, const float *numbers, int32_t count, float least);

#endif
