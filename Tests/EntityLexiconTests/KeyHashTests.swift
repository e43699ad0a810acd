@testable import EntityLexicon
import Testing

/// Images on disk depend on these values: if one changes, raise `LexiconImage.version`.
@Suite("Hash of keys and checksum of images")
struct KeyHashTests {
  /// Computed apart from this code, from the algorithm's description.
  @Test(
    "A key's hash never changes",
    arguments: [
      ("", 0xC9D8_74CA_57D9_E055),
      ("a", 0xC3F2_6DFC_449F_5D6E),
      ("nato", 0xD196_4A45_D8E8_9967),
      ("بوتين", 0xA44C_19AB_88CA_C665),
      ("abcdefgh", 0xEE51_F885_E1D9_BA85),
      ("abcdefghi", 0xE6F6_FD2A_F78E_2F62),
      ("الولايات", 0xE076_F2C0_A84F_0660),
      ("المتحدة", 0xA830_68AD_1B95_BDE7),
      (String(repeating: "x", count: 31), 0x5A18_B7DA_EC18_A243),
    ] as [(String, UInt64)])
  func hash(key: String, expected: UInt64) {
    #expect(Array(key.utf8).withUnsafeBytes { LexiconImage.hash($0) } == expected)
  }

  @Test("An empty key has one hash, with an address or without")
  func emptyKey() {
    let bytes: [UInt8] = [1, 2, 3]
    let hash = bytes.withUnsafeBytes { LexiconImage.hash(UnsafeRawBufferPointer(rebasing: $0[1..<1])) }
    #expect(hash == LexiconImage.hash(UnsafeRawBufferPointer(start: nil, count: 0)))
  }

  @Test("A key's hash does not depend on what stands around it")
  func surroundings() {
    let bytes = Array("xxالولايات المتحدةyy".utf8)
    for start in 0..<9 {
      for count in 0..<20 {
        let inside = bytes.withUnsafeBytes {
          LexiconImage.hash(UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
        }
        let alone = Array(bytes[start..<start + count]).withUnsafeBytes { LexiconImage.hash($0) }
        #expect(inside == alone)
      }
    }
  }

  @Test(
    "The checksum never changes",
    arguments: [
      (0, 0x31D7_14AC_836D_FFAC), (32, 0xD88F_C6CC_2475_A4CC), (100, 0x8DE6_0BEE_154B_749A),
    ] as [(Int, UInt64)])
  func checksum(count: Int, expected: UInt64) {
    let bytes = (0..<count).map { UInt8($0) }
    #expect(bytes.withUnsafeBytes { LexiconImage.checksum(of: $0) } == expected)
  }
}
