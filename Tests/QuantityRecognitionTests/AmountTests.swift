import Testing

@testable import QuantityRecognition

@Suite("Money, percentages, measurements")
struct AmountTests {
  @Test(
    "Money",
    arguments: [
      "[[3.5 مليار دولار|MONEY|3500000000 USD|3.5 billion dollars]]",
      "و[[ثلاثة مليارات ونصف دولار|MONEY|3500000000 USD|3.5 billion dollars]]",
      "[[مليون و200 ألف دولار|MONEY|1200000 USD|1.2 million dollars]]",
      "[[مليون ونصف مليون يورو|MONEY|1500000 EUR|1.5 million euros]]",
      "[[مليونا دولار|MONEY|2000000 USD|2 million dollars]] و11 مليونا",
      "ب[[ملايين الدولارات|MONEY|-|-]] و[[دولارين|MONEY|2 USD|2 dollars]]",
      "[[100 مليون ليرة لبنانية|MONEY|100000000 LBP|100 million Lebanese liras]] و[[100 ليرة|MONEY|-|100 liras]]",
      "[[٣٬٥٠٠ ريال سعودي|MONEY|3500 SAR|3,500 Saudi riyals]] و[[20ألف دينار كويتي|MONEY|20000 KWD|20,000 Kuwaiti dinars]]",
      "مئة ألف جندي و3 كتب",
      "بلغت (92.3) [[مليون دولار|MONEY|-|-]]",
      "[[3,5 млрд руб|MONEY|3500000000 RUB|3.5 billion rubles]]. [[1 000 000 евро|MONEY|1000000 EUR|1 million euros]]",
      "[[полтора миллиона долларов США|MONEY|1500000 USD|1.5 million US dollars]]",
      "[[25 тисяч гривень|MONEY|25000 UAH|25,000 hryvnias]]",
      "[[$3.5bn|MONEY|3500000000 USD|3.5 billion dollars]], [[€40 million|MONEY|40000000 EUR|40 million euros]], [[US$5m|MONEY|5000000 USD|5 million dollars]]",
      "[[twenty-five million euros|MONEY|25000000 EUR|25 million euros]], [[3-5 million dollars|MONEY|3000000/5000000 USD|3–5 million dollars]]",
      "[[1,234.56 dollars|MONEY|1234.56 USD|1,234.56 dollars]], [[USD 40|MONEY|40 USD|40 US dollars]]; 3 pounds of flour",
      "[[3.5 מיליארד דולר|MONEY|3500000000 USD|3.5 billion dollars]]",
      "گفت [[۲۵ میلیون تومان|MONEY|-|25 million tomans]] و [[۴۰ درصد|PERCENT|40 %|40%]] را می‌گیرد",
    ])
  func money(marked: String) throws { try QuantityCase(marked).run() }

  @Test(
    "Percentages",
    arguments: [
      "[[٤٠٪|PERCENT|40 %|40%]] و[[40 في المئة|PERCENT|40 %|40%]] و[[واحد وخمسين بالمئة|PERCENT|51 %|51%]]",
      "[[25- 30%|PERCENT|25/30 %|25–30%]]",
      "[[40 %|PERCENT|40 %|40%]] и [[сорок процентов|PERCENT|40 %|40%]], [[10,7 %|PERCENT|10.7 %|10.7%]]",
      "[[forty per cent|PERCENT|40 %|40%]]; % alone",
      "[[עשרים וחמישה אחוזים|PERCENT|25 %|25%]]",
    ])
  func percentages(marked: String) throws { try QuantityCase(marked).run() }

  @Test(
    "Measurements",
    arguments: [
      "[[ثلاثة وعشرون كيلومترا|QUANTITY|23 km|23 kilometres]] و[[مئتا ألف طن|QUANTITY|200000 t|200,000 tonnes]]",
      "[[مئة وثلاثة وعشرون ألفا وأربعمئة وستة وخمسون طنا|QUANTITY|123456 t|123,456 tonnes]]",
      "[[مليوني برميل يوميا|QUANTITY|2000000 [bbl_us]/d|2 million barrels per day]]",
      "[[100 كلم في الساعة|QUANTITY|100 km/h|100 kilometres per hour]] و[[5كم|QUANTITY|5 km|5 kilometres]]",
      "[[41 درجة مئوية|QUANTITY|41 Cel|41 degrees Celsius]] و[[8800 كيلومتر مربع|QUANTITY|8800 km2|8,800 square kilometres]]",
      "كم من طن في كل متر",
      "[[двадцать пять тысяч километров|QUANTITY|25000 km|25,000 kilometres]], [[868,22 км|QUANTITY|868.22 km|868.22 kilometres]]",
      "[[8,500 kilometres|QUANTITY|8500 km|8,500 kilometres]], [[half a million barrels a day|QUANTITY|500000 [bbl_us]/d|500,000 barrels per day]]",
    ])
  func measurements(marked: String) throws { try QuantityCase(marked).run() }

  @Test(
    "Exact numbers",
    arguments: [
      ("3.5", 9, "3500000000", "3.5 billion"), ("0.250", 0, "0.25", "0.25"), ("12345", 0, "12345", "12,345"),
      ("1234567", 0, "1234567", "1,234,567"), ("0", 5, "0", "0"), ("1.005", 0, "1.005", "1.005"),
    ])
  func exactNumbers(decimal: String, power: Int, plain: String, english: String) {
    let number = ExactNumber(decimal: decimal)?.multiplied(byPowerOfTen: power)
    #expect(number?.description == plain)
    #expect(number?.english == english)
  }

  @Test("What does not fit is no number")
  func overflow() {
    #expect(ExactNumber(decimal: String(repeating: "9", count: 40)) == nil)
    #expect(ExactNumber(decimal: "1.2.3") == nil && ExactNumber(decimal: "") == nil && ExactNumber(decimal: "٣") == nil)
    #expect(ExactNumber(Int.max).adding(ExactNumber(Int.max)) == nil)
    #expect(ExactNumber(Int.max).multiplied(by: ExactNumber(3)) == nil)
    #expect(ExactNumber(3).multiplied(byPowerOfTen: 99) == nil)
  }
}
