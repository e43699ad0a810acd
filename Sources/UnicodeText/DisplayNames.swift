internal import CTextICU

/// What countries, languages, scripts, currencies and cities are called in a language, after CLDR.
///
/// It may be shared between threads.
public final class DisplayNames: Sendable {
  /// The language of the names.
  public let locale: String
  /// ICU's display names are only read.
  private nonisolated(unsafe) let handle: OpaquePointer

  /// The names in the language of a locale such as `ar` or `en`.
  ///
  /// - Throws: ICU's error where its data is missing or the locale is longer than ICU allows. An unknown language is no
  ///   error and has hardly any names.
  public init(locale: String) throws(ICUError) {
    var handle: OpaquePointer?
    let status = ticu_names_open(locale, &handle)
    guard status <= 0, let handle else { throw ICUError(status, "open the names in “\(locale)”") }
    self.locale = locale
    self.handle = handle
  }

  deinit { ticu_names_close(handle) }

  /// A country or region by its ISO 3166 or UN M.49 code: `EG` is مصر, `002` أفريقيا; nil where it has no name.
  public func region(_ code: String) -> String? { get(0, code) }

  /// A language by its ISO 639 code, or a locale such as `en_GB`; nil where it has no name.
  public func language(_ code: String) -> String? { get(1, code) }

  /// A script by its four-letter ISO 15924 code; nil where it has no name.
  public func script(_ code: String) -> String? { get(2, code) }

  /// A currency by its ISO 4217 code; nil where it has no name.
  public func currency(_ code: String) -> String? { get(3, code) }

  /// A currency as it stands beside a number of this plural category (`one`, `two`, `few`, `many`, `other`); nil where
  /// it has no name.
  public func currency(_ code: String, plural category: String) -> String? {
    take { ticu_names_currency_plural(handle, code, category, &$0) }
  }

  /// The city for which a time zone is named: `Africa/Cairo` is القاهرة; nil where there is none.
  ///
  /// For a zone that the language does not name, ICU gives the last part of the ID.
  public func timeZoneCity(_ olsonID: String) -> String? { get(4, olsonID) }

  /// Countries and territories that are in use, by their two-letter codes.
  public static var regionCodes: [String] { GivenString.lines { ticu_codes(0, &$0) } }

  /// Languages, by their codes of two or three letters.
  public static var languageCodes: [String] { GivenString.lines { ticu_codes(1, &$0) } }

  /// Scripts, by their four-letter codes.
  public static var scriptCodes: [String] { GivenString.lines { ticu_codes(2, &$0) } }

  /// Currencies that are or were in use, by their three-letter codes.
  public static var currencyCodes: [String] { GivenString.lines { ticu_codes(3, &$0) } }

  /// Canonical time zones that belong to a place.
  public static var timeZoneIDs: [String] { GivenString.lines { ticu_codes(4, &$0) } }

  private func get(_ what: Int32, _ code: String) -> String? {
    take { ticu_names_get(handle, what, code, &$0) }
  }

  /// A failure here could only be memory, which is no reason to make every name throw.
  private func take(_ body: (inout UnsafeMutablePointer<CChar>?) -> Int32) -> String? {
    do throws(ICUError) {
      return try GivenString.take("find a name", body)
    } catch {
      return nil
    }
  }
}
