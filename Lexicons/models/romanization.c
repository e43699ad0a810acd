// The romanization schemes of Lexicons/rules/romanization, in the order in which they are listed.
#include "EmbeddedLexicons.h"

#include <string.h>

static const unsigned char arabic_reading[] = {
#embed "../rules/romanization/arabic-reading.txt"
};

static const unsigned char arabic_construct[] = {
#embed "../rules/romanization/arabic-construct.txt"
};

static const unsigned char names_capitals[] = {
#embed "../rules/romanization/names-capitals.txt"
};

static const unsigned char ar_ala_lc[] = {
#embed "../rules/romanization/ar-ala-lc.txt"
};

static const unsigned char ar_bgn_pcgn[] = {
#embed "../rules/romanization/ar-bgn-pcgn.txt"
};

static const unsigned char ar_ungegn[] = {
#embed "../rules/romanization/ar-ungegn.txt"
};

static const unsigned char ar_iso_233_2[] = {
#embed "../rules/romanization/ar-iso-233-2.txt"
};

static const unsigned char ar_din_31635[] = {
#embed "../rules/romanization/ar-din-31635.txt"
};

static const unsigned char ar_ijmes[] = {
#embed "../rules/romanization/ar-ijmes.txt"
};

static const unsigned char ar_buckwalter[] = {
#embed "../rules/romanization/ar-buckwalter.txt"
};

static const unsigned char ar_buckwalter_xml[] = {
#embed "../rules/romanization/ar-buckwalter-xml.txt"
};

static const unsigned char ar_buckwalter_safe[] = {
#embed "../rules/romanization/ar-buckwalter-safe.txt"
};

static const unsigned char ar_hsb[] = {
#embed "../rules/romanization/ar-hsb.txt"
};

static const unsigned char ar_satts[] = {
#embed "../rules/romanization/ar-satts.txt"
};

static const unsigned char ar_arabizi[] = {
#embed "../rules/romanization/ar-arabizi.txt"
};

static const unsigned char ar_icao[] = {
#embed "../rules/romanization/ar-icao.txt"
};

static const unsigned char ar_icao_reverse[] = {
#embed "../rules/romanization/ar-icao.reverse.txt"
};

static const unsigned char fa_bgn_pcgn[] = {
#embed "../rules/romanization/fa-bgn-pcgn.txt"
};

static const unsigned char he_academy[] = {
#embed "../rules/romanization/he-academy.txt"
};

static const unsigned char he_iso_259[] = {
#embed "../rules/romanization/he-iso-259.txt"
};

static const unsigned char he_iso_259_reverse[] = {
#embed "../rules/romanization/he-iso-259.reverse.txt"
};

static const unsigned char ru_ala_lc[] = {
#embed "../rules/romanization/ru-ala-lc.txt"
};

static const unsigned char ru_bgn_pcgn[] = {
#embed "../rules/romanization/ru-bgn-pcgn.txt"
};

static const unsigned char ru_gost_7_79_b[] = {
#embed "../rules/romanization/ru-gost-7.79-b.txt"
};

static const unsigned char ru_gost_7_79_b_reverse[] = {
#embed "../rules/romanization/ru-gost-7.79-b.reverse.txt"
};

static const unsigned char ru_icao[] = {
#embed "../rules/romanization/ru-icao.txt"
};

static const unsigned char ru_iso_9[] = {
#embed "../rules/romanization/ru-iso-9.txt"
};

static const unsigned char ru_iso_9_reverse[] = {
#embed "../rules/romanization/ru-iso-9.reverse.txt"
};

static const unsigned char uk_ala_lc[] = {
#embed "../rules/romanization/uk-ala-lc.txt"
};

static const unsigned char uk_bgn_pcgn[] = {
#embed "../rules/romanization/uk-bgn-pcgn.txt"
};

static const unsigned char uk_gost_7_79_b[] = {
#embed "../rules/romanization/uk-gost-7.79-b.txt"
};

static const unsigned char uk_gost_7_79_b_reverse[] = {
#embed "../rules/romanization/uk-gost-7.79-b.reverse.txt"
};

static const unsigned char uk_icao[] = {
#embed "../rules/romanization/uk-icao.txt"
};

static const unsigned char uk_iso_9[] = {
#embed "../rules/romanization/uk-iso-9.txt"
};

static const unsigned char uk_iso_9_reverse[] = {
#embed "../rules/romanization/uk-iso-9.reverse.txt"
};

static const unsigned char uk_national[] = {
#embed "../rules/romanization/uk-national.txt"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} rules[] = {
    {"arabic-reading", arabic_reading, sizeof arabic_reading},
    {"arabic-construct", arabic_construct, sizeof arabic_construct},
    {"names-capitals", names_capitals, sizeof names_capitals},
    {"ar-ala-lc", ar_ala_lc, sizeof ar_ala_lc},
    {"ar-bgn-pcgn", ar_bgn_pcgn, sizeof ar_bgn_pcgn},
    {"ar-ungegn", ar_ungegn, sizeof ar_ungegn},
    {"ar-iso-233-2", ar_iso_233_2, sizeof ar_iso_233_2},
    {"ar-din-31635", ar_din_31635, sizeof ar_din_31635},
    {"ar-ijmes", ar_ijmes, sizeof ar_ijmes},
    {"ar-buckwalter", ar_buckwalter, sizeof ar_buckwalter},
    {"ar-buckwalter-xml", ar_buckwalter_xml, sizeof ar_buckwalter_xml},
    {"ar-buckwalter-safe", ar_buckwalter_safe, sizeof ar_buckwalter_safe},
    {"ar-hsb", ar_hsb, sizeof ar_hsb},
    {"ar-satts", ar_satts, sizeof ar_satts},
    {"ar-arabizi", ar_arabizi, sizeof ar_arabizi},
    {"ar-icao", ar_icao, sizeof ar_icao},
    {"ar-icao.reverse", ar_icao_reverse, sizeof ar_icao_reverse},
    {"fa-bgn-pcgn", fa_bgn_pcgn, sizeof fa_bgn_pcgn},
    {"he-academy", he_academy, sizeof he_academy},
    {"he-iso-259", he_iso_259, sizeof he_iso_259},
    {"he-iso-259.reverse", he_iso_259_reverse, sizeof he_iso_259_reverse},
    {"ru-ala-lc", ru_ala_lc, sizeof ru_ala_lc},
    {"ru-bgn-pcgn", ru_bgn_pcgn, sizeof ru_bgn_pcgn},
    {"ru-gost-7.79-b", ru_gost_7_79_b, sizeof ru_gost_7_79_b},
    {"ru-gost-7.79-b.reverse", ru_gost_7_79_b_reverse, sizeof ru_gost_7_79_b_reverse},
    {"ru-icao", ru_icao, sizeof ru_icao},
    {"ru-iso-9", ru_iso_9, sizeof ru_iso_9},
    {"ru-iso-9.reverse", ru_iso_9_reverse, sizeof ru_iso_9_reverse},
    {"uk-ala-lc", uk_ala_lc, sizeof uk_ala_lc},
    {"uk-bgn-pcgn", uk_bgn_pcgn, sizeof uk_bgn_pcgn},
    {"uk-gost-7.79-b", uk_gost_7_79_b, sizeof uk_gost_7_79_b},
    {"uk-gost-7.79-b.reverse", uk_gost_7_79_b_reverse, sizeof uk_gost_7_79_b_reverse},
    {"uk-icao", uk_icao, sizeof uk_icao},
    {"uk-iso-9", uk_iso_9, sizeof uk_iso_9},
    {"uk-iso-9.reverse", uk_iso_9_reverse, sizeof uk_iso_9_reverse},
    {"uk-national", uk_national, sizeof uk_national},
};

const char *naqhara_romanization_name(size_t index) {
  return index < sizeof rules / sizeof *rules ? rules[index].name : NULL;
}

const void *naqhara_romanization(const char *name, size_t *count) {
  for (size_t index = 0; index < sizeof rules / sizeof *rules; index++) {
    if (strcmp(rules[index].name, name) == 0) {
      *count = rules[index].count;
      return rules[index].bytes;
    }
  }
  *count = 0;
  return NULL;
}
