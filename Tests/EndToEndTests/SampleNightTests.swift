import Casework
import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

/// `SampleDocs/truth.json`, as far as it is compared.
private struct SampleTruth: Decodable {
  struct Packet: Decodable {
    var name: String
    var isSingleFile: Bool
    var expected: Expected
    var documents: [Document]
  }
  struct Expected: Decodable {
    var outcome: String
    var disposition: String?
    var alsoAcceptable: [String]?
    var kind: String?
    var program: String?
    var complaintPages: BundledCase.Interval?
    var checks: [String: String]?
  }
  struct Document: Decodable {
    struct Page: Decodable {
      var state: String
      var role: String
      var fields: [Field]
      var checks: [CheckBox]
    }
    struct CheckBox: Decodable {
      var name: String
      var on: Bool
      /// x, y, width, height.
      var box: [Double]
    }
    struct Field: Decodable {
      var name: String
      /// How it is filled in; `nil` where it is empty.
      var writing: String?
      /// x, y, width, height.
      var box: [Double]
    }
    var path: String
    var state: String
    var pageCount: Int
    var pages: [Page]
  }
  var packets: [Packet]
}

extension EndToEndTests {
  /// A whole night over the sample packets, with the settings as they are shipped.
  struct SampleNightTests {
    private struct Arrival: Decodable { var packetName: String }

    /// The case that every packet has become, by the packet's name in the inbox.
    private func casesByPacket(_ site: Site) throws -> [String: CaseID] {
      let workspace = try site.workspace()
      var cases: [String: CaseID] = [:]
      for id in try workspace.cases() {
        let arrivals = "\(workspace.caseFolder(id).path)/arrivals"
        for name in try Files.names(in: arrivals) {
          let bytes = try #require(try Files.contents(of: "\(arrivals)/\(name)"))
          cases[try CanonicalJSON.decode(Arrival.self, from: bytes).packetName] = id
        }
      }
      return cases
    }

    @Test func `every sample packet comes out as its truth says`() throws {
      let site = try Site(dpi: 300)
      try FileManager.default.removeItem(atPath: site.inbox)
      try FileManager.default.copyItem(atPath: Repository.packets, toPath: site.inbox)
      let truth = try JSONDecoder().decode(
        SampleTruth.self,
        from: Data(contentsOf: URL(fileURLWithPath: "\(Repository.path)/SampleDocs/truth.json")))
      let report = try site.night(endsWith: 65)
      #expect(report.isReconciled)
      #expect(report.packets.received == truth.packets.count)
      #expect(
        report.packets.quarantined == truth.packets.count { $0.expected.outcome == "quarantine" })
      #expect(
        report.packets.duplicates
          == truth.packets.count { $0.expected.outcome.hasPrefix("duplicate") })

      let cases = try casesByPacket(site)
      var packets: [String: CaseID] = [:]
      var roles = RoleTally()
      var fields = FieldTally()
      for packet in truth.packets {
        let name = packet.isSingleFile ? packet.documents[0].path : packet.name
        packets[packet.name] = cases[name]
        switch packet.expected.outcome {
        case "quarantine": #expect(cases[name] == nil, "\(packet.name)")
        case "case":
          let id = try #require(cases[name], "\(packet.name)")
          let bundled = try site.bundledCase(id)
          compare(bundled, with: packet)
          roles.add(bundled, packet)
          fields.add(bundled, packet)
        default:
          let first = packet.expected.outcome.replacing("duplicate of ", with: "")
          #expect(cases[name] == packets[first], "\(packet.name)")
        }
      }
      roles.judge()
      fields.judge()
      try judge(site)
      try compareWithGolden(site)
    }

    /// How often the roles of pages, and the counts of the complaint's pages, are the true ones.
    private struct RoleTally {
      private var wrongPages: [String] = []
      private var pageCount = 0
      private var openCounts: [String] = []
      private var caseCount = 0

      mutating func add(_ bundled: BundledCase, _ packet: SampleTruth.Packet) {
        for (found, document) in zip(bundled.documents, packet.documents) {
          for (page, truth) in zip(found.pages, document.pages) {
            pageCount += 1
            if page.role != truth.role {
              wrongPages.append(
                "\(packet.name)/\(document.path) page \(page.number): \(page.role), "
                  + "in truth \(truth.role)")
            }
          }
        }
        // Where the truth is bounds, nothing says what would be exact.
        guard let truth = packet.expected.complaintPages, truth.min == truth.max else { return }
        caseCount += 1
        let found = bundled.complaintPages
        #expect(
          found.min <= truth.min && truth.max <= found.max,
          "\(packet.name): \(found.min) to \(found.max) pages, in truth \(truth.min)")
        if found.min != found.max { openCounts.append(packet.name) }
      }

      func judge() {
        #expect(pageCount > 0 && caseCount > 0)
        #expect(wrongPages.count * 100 <= pageCount * 2, "\(wrongPages) of \(pageCount)")
        #expect(openCounts.count * 100 <= caseCount * 5, "\(openCounts) of \(caseCount)")
      }
    }

    /// How often it is right whether a field of the form is filled in, and how, and whether a check
    /// box is checked.
    private struct FieldTally {
      private var wrongFields: [String] = []
      private var fieldCount = 0
      private var openBoxes: [String] = []
      private var boxCount = 0

      mutating func add(_ bundled: BundledCase, _ packet: SampleTruth.Packet) {
        for (found, document) in zip(bundled.documents, packet.documents) {
          for page in document.pages.indices {
            let name = "\(packet.name)/\(document.path) page \(page + 1)"
            let own = bundled.attestations.filter {
              $0.document == found.id && $0.page == page + 1
            }
            for truth in document.pages[page].fields {
              guard
                let field = own.first(where: {
                  $0.kind == "form-field" && Self.isMiddle(of: $0.box, in: truth.box)
                })
              else { continue }
              add(field, truth, "\(name): \(truth.name)")
            }
            for truth in document.pages[page].checks {
              let box = own.first {
                $0.kind == "check-box" && Self.isMiddle(of: truth.box, in: $0.box)
              }
              add(box, truth, "\(name): \(truth.name)")
            }
          }
        }
      }

      private mutating func add(
        _ field: BundledCase.Attestation, _ truth: SampleTruth.Document.Field, _ name: String
      ) {
        fieldCount += 1
        #expect(truth.writing == nil || field.state != "blank", "\(name)")
        let state = truth.writing == nil ? "blank" : "present"
        if field.state != state || field.writing != truth.writing {
          wrongFields.append("\(name) is \(field.state), \(field.writing ?? "unsaid")")
        }
      }

      private mutating func add(
        _ box: BundledCase.Attestation?, _ truth: SampleTruth.Document.CheckBox, _ name: String
      ) {
        boxCount += 1
        #expect(box?.state != (truth.on ? "blank" : "present"), "\(name)")
        if box?.state != (truth.on ? "present" : "blank") {
          openBoxes.append("\(name) is \(box?.state ?? "not found")")
        }
      }

      private static func isMiddle(of one: [Double], in other: [Double]) -> Bool {
        let (x, y) = (one[0] + one[2] / 2, one[1] + one[3] / 2)
        return (other[0]...other[0] + other[2]).contains(x)
          && (other[1]...other[1] + other[3]).contains(y)
      }

      func judge() {
        #expect(fieldCount >= 300 && boxCount >= 100)
        #expect(wrongFields.count * 100 <= fieldCount * 2, "\(wrongFields) of \(fieldCount)")
        // OCR makes one mark of a box and the word behind it.
        #expect(openBoxes.count * 100 <= boxCount * 10, "\(openBoxes) of \(boxCount)")
      }
    }

    private func compare(_ bundled: BundledCase, with packet: SampleTruth.Packet) {
      let (name, expected) = (packet.name, packet.expected)
      if let disposition = expected.disposition {
        let accepted = [disposition] + (expected.alsoAcceptable ?? [])
        #expect(accepted.contains(bundled.disposition), "\(name)")
      }
      if let kind = expected.kind { #expect(bundled.kind == kind, "\(name)") }
      #expect(bundled.program == expected.program, "\(name)")
      if let pages = expected.complaintPages {
        let found = bundled.complaintPages
        // Where the truth is a number, the interval has to hold it; where it is bounds, lie in them.
        let agrees =
          pages.min == pages.max
          ? (found.min...found.max).contains(pages.min)
          : found.min >= pages.min && found.max <= pages.max
        #expect(agrees, "\(name): \(found.min) to \(found.max) pages")
      }
      for (id, outcome) in expected.checks ?? [:] {
        let found = bundled.checks.first { $0.id == id }?.outcome
        #expect(found == outcome, "\(name): \(id)")
      }
      #expect(bundled.documents.map(\.state) == packet.documents.map(\.state), "\(name)")
      for (found, document) in zip(bundled.documents, packet.documents) {
        #expect(found.pageCount ?? 0 == document.pageCount, "\(name): \(document.path)")
        #expect(
          found.pages.map(\.state) == document.pages.map(\.state), "\(name): \(document.path)")
      }
    }

    /// With `JURAT_RENEW_GOLDEN` in the environment the digests are written down, unless a stage lacks
    /// a new version.
    private func compareWithGolden(_ site: Site) throws {
      let found = try GoldenDigests(of: site.workspace())
      let known = try GoldenDigests.known()
      let unversioned = known.map(found.stagesWithoutNewVersion) ?? []
      #expect(unversioned.isEmpty, "they leave something else and need a new `version`")
      if ProcessInfo.processInfo.environment["JURAT_RENEW_GOLDEN"] != nil {
        if unversioned.isEmpty { try found.write() }
      } else if known?.libraries == found.libraries {
        // With other libraries other words are read, and nothing but the above can be said.
        #expect(
          known == found,
          "renew them: JURAT_RENEW_GOLDEN=1 ./Scripts/test --filter SampleNightTests")
      }
    }

    /// Judges that are not ours: bagit-python of the bags, jsonschema of `case.json`.
    private func judge(_ site: Site) throws {
      let bundles = try site.workspace().cases().map {
        "\(site.workspacePath)/bundles/\($0.rawValue)"
      }
      let program = """
        import bagit, json, jsonschema, sys
        schema = json.load(open(sys.argv[1]))
        validator = jsonschema.Draft202012Validator(schema)
        for bundle in sys.argv[2:]:
            bagit.Bag(bundle).validate()
            for error in validator.iter_errors(json.load(open(bundle + '/data/case.json'))):
                sys.exit(f'{bundle}: {list(error.absolute_path)} {error.message[:200]}')
        """
      let schema = "\(Repository.pipeline)/schema/case.schema.json"
      let verdict = try RunningProgram.run(["python3", "-c", program, schema] + bundles)
      #expect(verdict.status == 0, "\(verdict.errors)")
      for bundle in bundles {
        let verdict = try RunningProgram.run([BuiltPrograms.jurat, "verify", bundle])
        #expect(verdict.status == 0, "\(verdict.text)")
      }
      let browser = try Browser()
      for bundle in bundles {
        let (faults, _) = try MarkedPages.faults(of: bundle, in: browser)
        #expect(faults.isEmpty, "\(bundle): \(faults.prefix(10))")
      }
    }
  }
}
