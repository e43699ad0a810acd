/// The order in which Hebrew particles may stand before a word, letter by letter.
///
/// Conjunction ו, then relative ש, כש, לכש, מש or שכש, then preposition ב, ל, כ or מ, then the article ה, each of which may be
/// missing. ב, ל and כ swallow the article.
struct HebrewParticles {
  /// The most letters that there are: ולכשמה.
  static let maximumLetters = 6

  /// What has been read.
  private enum State {
    case nothing
    case conjunction
    /// ש
    case relative
    /// ל, which may be that of לכש.
    case lamed
    /// לכ, which only ש makes whole.
    case lamedKaf
    /// כ, which may be that of כש.
    case kaf
    /// מ, which may be that of מש.
    case mem
    /// Nothing but a word may follow.
    case end
  }

  private var state = State.nothing

  /// Whether what was read is particles in full.
  var isWhole: Bool { state != .lamedKaf }

  /// Takes a letter; false where it is no particle there.
  mutating func take(_ letter: UInt16) -> Bool {
    switch (state, letter) {
    case (.nothing, HebrewLetter.vav): state = .conjunction
    case (.nothing, HebrewLetter.shin), (.conjunction, HebrewLetter.shin), (.kaf, HebrewLetter.shin),
      (.mem, HebrewLetter.shin), (.lamedKaf, HebrewLetter.shin):
      state = .relative
    case (.lamed, HebrewLetter.kaf): state = .lamedKaf
    case (.nothing, HebrewLetter.lamed), (.conjunction, HebrewLetter.lamed): state = .lamed
    case (.nothing, HebrewLetter.kaf), (.conjunction, HebrewLetter.kaf), (.relative, HebrewLetter.kaf): state = .kaf
    case (.nothing, HebrewLetter.mem), (.conjunction, HebrewLetter.mem), (.relative, HebrewLetter.mem): state = .mem
    case (.nothing, HebrewLetter.bet), (.conjunction, HebrewLetter.bet), (.relative, HebrewLetter.bet),
      (.relative, HebrewLetter.lamed):
      state = .end
    case (.nothing, HebrewLetter.he), (.conjunction, HebrewLetter.he), (.relative, HebrewLetter.he),
      (.mem, HebrewLetter.he):
      state = .end
    default: return false
    }
    return true
  }
}
