package import Casework
import FileStore

/// How a packet of the case came: `arrivals/<claim>.json`.
package struct Arrival: Codable, Hashable, Sendable {
  package var packetName: String
  /// As they came, relative to the claim.
  package var fileNames: [String]
  /// In the order of their names; `nil` of arrivals that an older version wrote.
  package var documents: [IngestedDocument]?
  /// Those that the sender may have meant.
  package var leftOut: [LeftOutFile]?
  /// The day on which it was taken in, in UTC; `nil` of arrivals that an older version wrote. It is told
  /// in lists, and not in the bundle, which depends on the documents alone.
  package var day: CivilDate?
  /// The documents came with other cases; `nil` of mail.
  package var origin: CaseOrigin?
  /// No packet of the case came before it; `nil` of arrivals that an older version wrote.
  package var isFirst: Bool?
}

extension CaseID {
  /// A case is its documents, in their order.
  package init(of documents: [IngestedDocument]) {
    let identity = Digest.of(documents.map { "\($0.sha256.rawValue)\n" }.joined())
    guard let id = CaseID(rawValue: "c-\(identity.rawValue.prefix(16))") else {
      preconditionFailure("a SHA-256 has more than sixteen hexadecimal digits")
    }
    self = id
  }
}

/// What `ingest` leaves: `documents.json`, and `left-out.json` where something was.
extension CaseFolder {
  private static let documentsFile = "documents.json"
  private static let leftOutFile = "left-out.json"

  package func documents() throws -> [IngestedDocument] {
    try read([IngestedDocument].self, from: Self.documentsFile, of: .ingest)
  }

  /// `nil` where the list is missing or damaged.
  package func listedDocuments() throws -> [IngestedDocument]? {
    try readIfWhole([IngestedDocument].self, from: Self.documentsFile, of: .ingest)
  }

  /// What was left out of the packets that the case came with.
  package func leftOut() throws -> [LeftOutFile] {
    let file = "\(path(of: .ingest))/\(Self.leftOutFile)"
    guard try Files.contents(of: file) != nil else { return [] }
    return try read([LeftOutFile].self, from: Self.leftOutFile, of: .ingest)
  }

  /// The parts of the key of `ingest` but its version.
  package static func ingestKeyParts(_ documents: [IngestedDocument], leftOut: [LeftOutFile])
    throws -> [String: String]
  {
    var parts = ["documents": documents.map(\.sha256.rawValue).joined(separator: " ")]
    if !leftOut.isEmpty {
      parts["leftOut"] = try Digest.of(CanonicalJSON.encode(leftOut)).rawValue
    }
    return parts
  }

  /// The outputs of `ingest`, by name.
  package static func ingestOutputs(_ documents: [IngestedDocument], leftOut: [LeftOutFile])
    throws -> [(name: String, bytes: [UInt8])]
  {
    var outputs = [(name: documentsFile, bytes: try CanonicalJSON.encode(documents))]
    if !leftOut.isEmpty {
      outputs.append((name: leftOutFile, bytes: try CanonicalJSON.encode(leftOut)))
    }
    return outputs
  }

  /// Adds an arrival to the case, which is made where it is not there. May be repeated.
  ///
  /// - Returns: whether it is the first.
  func add(_ arrival: Arrival, as claim: String, version: Int) throws -> Bool {
    let file = "\(arrivals)/\(claim).json"
    let known = try Files.contents(of: file)
      .flatMap { try? CanonicalJSON.decode(Arrival.self, from: $0) }
    // A killed finish of this very claim left its arrival, whatever has come since.
    let isFirst =
      try known?.isFirst
      ?? Files.names(in: arrivals).filter { !$0.hasPrefix("\(claim).json") }.isEmpty
    var arrival = arrival
    arrival.isFirst = isFirst
    arrival.day =
      known?.day ?? .today
    if arrival != known {
      try Files.makeFolder(arrivals)
      try Files.write(CanonicalJSON.encode(arrival), to: file)
    }
    try recordIngest(arrival.documents ?? [], version: version)
    return isFirst
  }

  private var arrivals: String { "\(path)/arrivals" }

  func knownArrivals() throws -> [Arrival] {
    try Files.names(in: arrivals).compactMap { name in
      try Files.contents(of: "\(arrivals)/\(name)")
        .flatMap { try? CanonicalJSON.decode(Arrival.self, from: $0) }
    }
  }

  /// The packets that the case came with, the first one first; each once, however often it came.
  package func arrivedPackets() throws -> [ArrivedPacket] {
    // Those that an older version wrote came before those that know of an earlier one.
    func order(_ arrival: Arrival) -> (Int, String, String) {
      (
        arrival.isFirst == false ? 1 : 0, arrival.packetName,
        arrival.fileNames.joined(separator: "/")
      )
    }
    let arrivals = try knownArrivals().sorted { order($0) < order($1) }
    return arrivals.reduce(into: []) { packets, arrival in
      // Of a claim, `packet` is the packet itself.
      let files = arrival.fileNames.compactMap { name in
        name.hasPrefix("packet/") ? String(name.dropFirst("packet/".count)) : nil
      }
      let packet = ArrivedPacket(
        name: arrival.packetName, files: files, origin: arrival.origin)
      if !packets.contains(packet) { packets.append(packet) }
    }
  }

  /// The day on which the first packet of the case was taken in; `nil` where that is not known.
  package func dayTakenIn() throws -> CivilDate? { try knownArrivals().compactMap(\.day).min() }

  /// The documents as an arrival has them; `nil` where none does.
  package func arrivedDocuments() throws -> [IngestedDocument]? {
    try knownArrivals().compactMap(\.documents).first { CaseID(of: $0) == id }
  }

  /// Makes the record of `ingest` say what the arrivals say, unless it does.
  package func recordIngest(_ documents: [IngestedDocument], version: Int) throws {
    let all = try knownArrivals().flatMap { $0.leftOut ?? [] }
    let leftOut = Set(all).sorted {
      ($0.reason.rawValue, $0.byteCount ?? 0) < ($1.reason.rawValue, $1.byteCount ?? 0)
    }
    var parts = try Self.ingestKeyParts(documents, leftOut: leftOut)
    parts["version"] = String(version)
    let key = StageKey(parts: parts)
    if let record = record(of: .ingest), record.key == key, isIntact(record) { return }
    let outputs = try Self.ingestOutputs(documents, leftOut: leftOut).map {
      try write($0.bytes, as: $0.name, in: .ingest)
    }
    try commit(
      StageRecord(
        stage: .ingest, key: key, outputs: outputs, alerts: [leftOut.inWords].compactMap(\.self),
        attempt: 1))
  }
}
