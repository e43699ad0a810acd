#include "CNameKernels.h"

#include <string.h>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
// The choice of a processor's function runs before the sanitizer is ready, and crashes in it.
#define IS_CHOICE_TOO_EARLY 1
#endif
#endif

#if defined(__x86_64__) && defined(__linux__) && !defined(IS_CHOICE_TOO_EARLY)
#define FOR_ALL_PROCESSORS __attribute__((target_clones("avx2", "default")))
#else
#define FOR_ALL_PROCESSORS
#endif

FOR_ALL_PROCESSORS
void nqh_add_rows(int16_t *sums, const int8_t *rows, const int32_t *indexes, int32_t count, int32_t width) {
  // The rows stand far apart.
  for (int32_t index = 0; index < count; index++) {
    for (int32_t column = 0; column < width; column += 64) {
      __builtin_prefetch(rows + (int64_t)indexes[index] * width + column);
    }
  }
  for (int32_t index = 0; index < count; index++) {
    const int8_t *row = rows + (int64_t)indexes[index] * width;
    for (int32_t column = 0; column < width; column++) sums[column] = (int16_t)(sums[column] + row[column]);
  }
}

FOR_ALL_PROCESSORS
void nqh_multiply(
  int32_t *products, const int16_t *sums, const int8_t *rows, const uint16_t *indexes, int32_t count, int32_t width,
  int16_t *scratch) {
  for (int32_t column = 0; column < width; column++) scratch[column] = sums[column] > 0 ? sums[column] : 0;
  for (int32_t index = 0; index < count; index++) {
    const int8_t *row = rows + (int64_t)indexes[index] * width;
    int32_t sum = 0;
    for (int32_t column = 0; column < width; column++) sum += scratch[column] * row[column];
    products[index] = sum;
  }
}

// e^x for x of at most 0, without branches, so that the compiler works on several at once.
static inline float exponential(float x) {
  x = (x > -80.0f ? x : -80.0f) * 1.442695041f;
  int32_t whole = (int32_t)x - 1;
  float rest = x - (float)whole;
  float power = 1.0f + rest * (0.69314718f + rest * (0.24022651f + rest * (0.05550411f + rest * (0.00961813f + rest * 0.00133336f))));
  uint32_t bits = (uint32_t)(whole + 127) << 23;
  float scale;
  memcpy(&scale, &bits, sizeof scale);
  return power * scale;
}

static inline float logarithm(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  float exponent = (float)((int32_t)(bits >> 23) - 127);
  bits = (bits & 0x7fffff) | 0x3f800000;
  float mantissa;
  memcpy(&mantissa, &bits, sizeof mantissa);
  float t = (mantissa - 1.0f) / (mantissa + 1.0f);
  float square = t * t;
  return exponent * 0.69314718f + 2.0f * t * (1.0f + square * (0.33333333f + square * (0.2f + square * (0.14285714f + square * 0.11111111f))));
}

FOR_ALL_PROCESSORS
float nqh_log_softmax(float *result, const int32_t *products, const float *biases, float scale, int32_t count) {
  float highest = -1e30f;
  for (int32_t index = 0; index < count; index++) {
    result[index] = (float)products[index] * scale + biases[index];
    highest = result[index] > highest ? result[index] : highest;
  }
  // Four sums in a fixed order: quick, and the same on every processor.
  float totals[4] = {0, 0, 0, 0};
  float powers[64];
  for (int32_t start = 0; start < count; start += 64) {
    int32_t length = count - start < 64 ? count - start : 64;
    for (int32_t index = 0; index < length; index++) powers[index] = exponential(result[start + index] - highest);
    for (int32_t index = 0; index < length; index++) totals[index % 4] += powers[index];
  }
  float normalizer = highest + logarithm(totals[0] + totals[1] + totals[2] + totals[3]);
  for (int32_t index = 0; index < count; index++) result[index] -= normalizer;
  return highest - normalizer;
}

int32_t nqh_select(int32_t *places, const float *numbers, int32_t count, float least) {
  int32_t selected = 0;
  for (int32_t index = 0; index < count; index++) {
    places[selected] = index;
    selected += numbers[index] >= least;
  }
  return selected;
}
