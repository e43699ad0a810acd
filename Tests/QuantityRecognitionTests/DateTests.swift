import Testing

@Suite("Dates and times")
struct DateTests {
  @Test(
    "Days, months and weekdays",
    arguments: [
      "وصل [[يوم الاثنين 15 نوفمبر 2022|DATE|2022-11-15|Monday, 15 November 2022]] إلى بغداد",
      "زار عمّان [[15 نوفمبر/تشرين الثاني 2022|DATE|2022-11-15|15 November 2022]]",
      "في [[نوفمبر/تشرين الثاني|DATE|XXXX-11|November]] زار عمّان",
      "في [[كانون الأول (ديسمبر) الماضي|DATE|XXXX-12|last December]]",
      "انتخب في [[جويلية 2019|DATE|2019-07|July 2019]] وفي [[أوت 2020|DATE|2020-08|August 2020]]",
      "ب[[نوفمبر|DATE|XXXX-11|November]] و[[الأربعاء|DATE|XXXX-WXX-3|Wednesday]]",
      "قال [[الأربعاء الماضي|DATE|XXXX-WXX-3|last Wednesday]] إنه سيعود [[الجمعة المقبلة|DATE|XXXX-WXX-5|next Friday]]",
      "قال [[أمس الثلاثاء|DATE|XXXX-WXX-2|Tuesday]] و[[اليوم|DATE|-|today]]",
      "[[الخامس عشر من نوفمبر|DATE|XXXX-11-15|15 November]] عيد",
      "من [[20 إلى 29 يوليو 2015م|DATE|2015-07-20/2015-07-29|20–29 July 2015]]",
      "[[2014/11/5|DATE|2014-11-05|5 November 2014]] و[[٥/١١/٢٠١٤|DATE|2014-11-05|5 November 2014]]",
      "[[2022-11-15|DATE|2022-11-15|15 November 2022]], but 11-15 is a result",
      "[[05.09.2011|DATE|2011-09-05|5 September 2011]] вышла версия 1.2.3",
      "приехал в [[среду, 15 ноября 2022 года|DATE|2022-11-15|Wednesday, 15 November 2022]], в [[понедельник|DATE|XXXX-WXX-1|Monday]]",
      "[[15-го ноября|DATE|XXXX-11-15|15 November]] и [[первого мая|DATE|XXXX-05-01|1 May]]",
      "у [[середу, 15 листопада 2022 року|DATE|2022-11-15|Wednesday, 15 November 2022]]",
      "ב[[יום שני, 15 בנובמבר 2022|DATE|2022-11-15|Monday, 15 November 2022]]",
      "[[Tuesday, November 15, 2022|DATE|2022-11-15|Tuesday, 15 November 2022]] and [[May 5th|DATE|XXXX-05-05|5 May]]",
      "We may march on [[Sunday|DATE|XXXX-WXX-7|Sunday]], said Mr May in [[March 2021|DATE|2021-03|March 2021]].",
      "[[13/5/2014|DATE|2014-05-13|13 May 2014]] is clear, [[11/5/2014|DATE|2014|-]] is not",
      "30 [[فبراير|DATE|XXXX-02|February]] و31 نيسان",
    ])
  func days(marked: String) throws { try QuantityCase(marked).run() }

  @Test(
    "Other calendars",
    arguments: [
      "[[15 ربيع الأول 1444 هـ|DATE|hijri:1444-03-15|15 Rabi al-Awwal 1444 AH]]",
      "[[26 شوال 1436هـ|DATE|hijri:1436-10-26|26 Shawwal 1436 AH]] الموافق [[11 أغسطس 2015 م|DATE|2015-08-11|11 August 2015]]",
      "عاد رجب ورمضان في [[شهر رمضان|DATE|hijri:XXXX-09|Ramadan]]",
      "خلال [[العام 1440|DATE|-|1440]] و[[1436-1437هـ|DATE|hijri:1436/hijri:1437|1436–1437]]",
      "در [[۱۵ آبان ۱۴۰۱|DATE|persian:1401-08-15|15 Aban 1401 SH]] گفت که می‌رود، [[سال ۱۴۰۰|DATE|persian:1400|1400 SH]]",
      "فاز 2-صفر",
    ])
  func calendars(marked: String) throws { try QuantityCase(marked).run() }

  @Test(
    "Years, decades, centuries, quarters",
    arguments: [
      "في [[عام 2014|DATE|2014|2014]] و[[سنة ٢٠١٥|DATE|2015|2015]] ومنذ [[2011|DATE|2011|2011]]",
      "في 2000 مدرسة",
      "[[أواخر العام 2010|DATE|2010|late 2010]] و[[نهاية العام|DATE|-|-]]",
      "[[بين عامي 2003 و2005|DATE|2003/2005|2003–2005]]",
      "[[القرن التاسع عشر|DATE|18|19th century]] و[[القرن الحادي والعشرين|DATE|20|21st century]]",
      "[[تسعينيات القرن الماضي|DATE|XX9|the 90s]]",
      "[[الربع الأول من عام 2022|DATE|2022-Q1|1st quarter of 2022]]؛ النصف الأول من المباراة",
      "[[العام الماضي|DATE|-|last year]] و[[السنوات العشر الأخيرة|DATE|P10Y|past 10 years]]",
      "в [[2014 году|DATE|2014|2014]] и [[2014 г.|DATE|2014|2014]] было 2014 человек",
      "с [[2003 по 2005 год|DATE|2003/2005|2003–2005]], [[1990-е годы|DATE|199|1990s]], [[XIX век|DATE|18|19th century]]",
      "[[500 ق.م.|DATE|-0499|500 BC]]",
      "[[late 2010|DATE|2010|late 2010]], the [[19th century|DATE|18|19th century]], the [[1990s|DATE|199|1990s]], [[Q3 2022|DATE|2022-Q3|3rd quarter of 2022]]",
      "[[летом 2014 года|DATE|2014-SU|summer 2014]] и в [[прошлом году|DATE|-|last year]]",
    ])
  func years(marked: String) throws { try QuantityCase(marked).run() }

  @Test(
    "Times and durations",
    arguments: [
      "عند [[10:30 صباحا|TIME|T10:30|10:30]] و[[الساعة العاشرة والنصف|TIME|T10:30|10:30]]",
      "[[الساعة الثامنة إلا ربعا مساء|TIME|T19:45|19:45]]",
      "([[10:30 بتوقيت غرينتش|TIME|T10:30Z|10:30 GMT]])",
      "فاز 3:1",
      "[[مساء الاثنين|TIME|XXXX-WXX-1TEV|Monday evening]] و[[منتصف الليل|TIME|T00:00|midnight]]",
      "ل[[3 أيام|DATE|P3D|3 days]] و[[يومين|DATE|P2D|2 days]] و[[نصف ساعة|TIME|PT0.5H|half an hour]]",
      "в [[10 часов утра|TIME|T10|10:00]], за [[10 часов|TIME|PT10H|10 hours]] и [[3 дня|DATE|P3D|3 days]]",
      "at [[5 p.m.|TIME|T17|17:00]], [[ten o'clock|TIME|T10|10:00]], [[09:51:13 UTC|TIME|T09:51:13Z|9:51:13 GMT]], [[Monday morning|TIME|XXXX-WXX-1TMO|Monday morning]]",
    ])
  func times(marked: String) throws { try QuantityCase(marked).run() }
}
