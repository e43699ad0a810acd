public import Naqhara

/// The vowels of names, for schemes that write vowels.
extension NameVowels: VowelRestoring {}
