import Glibc

/// The files of `Tests/SampleTexts`.
enum SampleFile {
  struct Problem: Error { let path: String }

  static let all = [
    "ar-title.txt", "ar-diplomacy.txt", "ar-economy.txt", "ar-conflict.txt", "ru-news.txt", "fa-news.txt",
    "he-news.txt",
    "en-news.txt",
  ]

  static func read(_ name: String, here: String = #filePath) throws -> String {
    let folder = here.split(separator: "/").dropLast(2).joined(separator: "/")
    let path = "/\(folder)/SampleTexts/\(name)"
    guard let stream = fopen(path, "r") else { throw Problem(path: path) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
