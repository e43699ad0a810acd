/// What of GeoNames is taken.
public struct GeoNamesOptions: Sendable {
  /// GeoNames' classes of features: `A` countries and regions, `P` populated places, `T` mountains and islands, `H` waters,
  /// `L` parks and areas, `V` forests, `U` under the sea, `S` buildings and spots, `R` roads and railways.
  public static let allFeatureClasses: Set<Character> = ["A", "P", "T", "H", "L", "V", "U", "S", "R"]

  /// The classes that are taken. `S` and `R` hold millions of things that bear ordinary words as names, and are left out
  /// where the user says nothing.
  public var featureClasses: Set<Character> = ["A", "P", "T", "H", "L", "V", "U"]
  /// How many inhabitants a place of the classes `A` and `P` must have. GeoNames has 0 where it does not know.
  public var minimumPopulation = 0

  /// The options that hold where the user says nothing.
  public init() {}
}
