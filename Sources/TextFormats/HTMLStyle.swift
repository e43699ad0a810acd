import TextModel

/// How the page looks: one hue a type, the reader's light or dark colours.
enum HTMLStyle {
  static let sheet =
    """
    :root { color-scheme: light dark; }
    body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font-family: system-ui, sans-serif; line-height: 1.6; }
    h1 { font-size: 1.3rem; }
    h2 { font-size: 1rem; font-weight: normal; opacity: 0.7; }
    article { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
    .text { font-size: 1.15rem; line-height: 2.4; overflow-wrap: anywhere; }
    .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; font-size: 0.8rem; }
    mark { color: inherit; background: color-mix(in srgb, var(--type) 22%, transparent);
      border-bottom: 2px solid var(--type); }
    ruby { ruby-align: center; }
    rt { font-size: 0.55em; opacity: 0.85; font-family: system-ui, sans-serif; }
    table { border-collapse: collapse; margin: 1rem 0 2rem; font-size: 0.9rem; }
    th, td { text-align: start; padding: 0.25rem 0.8rem; vertical-align: top;
      border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }

    """ + EntityType.allCases.map { "mark.\($0.label) { --type: hsl(\(hue(of: $0)) 75% 45%); }\n" }.joined()

  private static func hue(of type: EntityType) -> Int {
    switch type {
    case .person: 45
    case .norp: 285
    case .organization: 210
    case .geopolitical: 135
    case .location: 165
    case .facility: 25
    case .event: 335
    case .law: 0
    case .product: 190
    case .work: 260
    case .occupation: 65
    case .date: 230
    case .time: 240
    case .money: 110
    case .percent: 95
    case .quantity: 80
    case .language: 310
    }
  }
}
