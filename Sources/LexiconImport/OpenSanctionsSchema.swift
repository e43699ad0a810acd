import TextModel

/// Which schemas of FollowTheMoney are which types. All others (Address, Ownership, Sanction, CryptoWallet …) are no
/// entities that a text names.
enum OpenSanctionsSchema {
  static func type(of schema: String) -> EntityType? {
    switch schema {
    case "Person": .person
    case "Organization", "Company", "LegalEntity", "PublicBody": .organization
    case "Vessel", "Airplane", "Vehicle": .product
    case "Position": .occupation
    default: nil
    }
  }
}
