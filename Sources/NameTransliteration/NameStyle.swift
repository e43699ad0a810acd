/// The habits of a region in writing Arabic and Persian names in Latin letters.
///
/// The tables in Lexicons/names say what each of them does: whether ج is `j`, `g` or `dj`, how عبد, أبو, بن and the article
/// are written, which letters are preferred among a part's spellings, and what the most common names look like.
public enum NameStyle: String, CaseIterable, Sendable {
  /// As international news agencies write: Jamal, Abdel Fattah al-Sisi.
  case press
  /// As in the Gulf: Khalid, Abdulrahman Al-Ghamdi.
  case gulf
  /// As in Lebanon, Syria and Jordan: Khaled, Salaheddine.
  case levant
  /// As in Egypt: Gamal, Abdel Fattah El-Sisi.
  case egypt
  /// As in Morocco, Algeria and Tunisia, after French: Djamel, Abderrahmane.
  case maghreb
  /// As in Iran: Mohammad, Hossein, Reza.
  case iran
}
