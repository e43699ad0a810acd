extension String {
  /// The word with its first letter large.
  var capitalizedFirst: String {
    let first = drop { !$0.isLetter }
    guard let letter = first.first else { return self }
    return prefix(count - first.count) + letter.uppercased() + first.dropFirst()
  }

  /// The word with the capital that English has behind Mc and O': McDonald, O'Connor.
  var capitalizedInside: String {
    guard let prefix = ["Mc", "O'"].first(where: { utf8.starts(with: $0.utf8) }) else { return self }
    return prefix + String(dropFirst(prefix.count)).capitalizedFirst
  }
}
