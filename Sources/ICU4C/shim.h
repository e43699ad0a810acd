// Empty on purpose: a header that showed <unicode/…> to Swift would clash with the ICU inside Foundation.
// This module only carries the flags that pkg-config gives for the system ICU; CTextICU includes the headers.
