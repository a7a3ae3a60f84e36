import BlankForms
import Casework
import FileStore
import PageLayout
import Synchronization

/// Something of the form descriptions or the wording that the outcome of a stage depends on; the raw
/// value is its name in keys.
enum ConfiguredPart: String, Hashable, Sendable {
  case formIDs = "forms.id"
  case programs = "forms.program"
  case titles = "forms.titles"
  case anchors = "forms.anchors"
  case continuation = "forms.continuation"
  case selfReport = "forms.selfReport"
  case signatureLabels = "forms.signatureLabels"
  case fieldLabels = "forms.fieldLabels"
  case dateLabels = "forms.dateLabels"
  case places = "forms.places"
  case blanks = "forms.blank"
  case notaryWording = "wording.notary"
  case letterWording = "wording.letters"
  case signatureWording = "wording.signatures"
  case stampWording = "wording.stamps"

  /// The same for the same content, whatever comments and order the files have.
  func canonicalBytes(in configuration: Configuration) throws -> [UInt8] {
    func ofForms<Value: Encodable>(_ value: (FormDescription) -> Value) throws -> [UInt8] {
      try CanonicalJSON.encode(configuration.forms.map(value))
    }
    let lexicon = configuration.lexicon
    return switch self {
    case .formIDs: try ofForms(\.id)
    case .programs: try ofForms(\.program)
    case .titles: try ofForms(\.titles)
    case .anchors: try ofForms(\.anchors)
    case .continuation: try ofForms(\.continuation)
    case .selfReport: try ofForms(\.selfReport)
    case .signatureLabels: try ofForms(\.signatureLabels)
    case .fieldLabels: try ofForms(\.fieldLabels)
    case .dateLabels: try ofForms(\.dateLabels)
    case .places: try ofForms(\.places)
    case .blanks: try ofForms(\.blank)
    case .notaryWording: try CanonicalJSON.encode(lexicon.notary)
    case .letterWording: try CanonicalJSON.encode(lexicon.letters)
    case .signatureWording: try CanonicalJSON.encode(lexicon.signatures)
    case .stampWording: try CanonicalJSON.encode(lexicon.stamps)
    }
  }
}

/// Digests of what is configured, each worked out once: every key of every case asks for them, and the
/// wording of notaries alone is long.
final class ConfiguredDigests: Sendable {
  enum Subject: Hashable, Sendable {
    case part(ConfiguredPart)
    /// A rule set, for a case on this form.
    case rules(String, form: String?)
    /// The description of a form.
    case form(String)
  }

  private let known = Mutex<[Subject: String]>([:])

  func of(_ subject: Subject, canonicalBytes: () throws -> [UInt8]) rethrows -> String {
    if let digest = known.withLock({ $0[subject] }) { return digest }
    let digest = Digest.of(try canonicalBytes()).rawValue
    known.withLock { $0[subject] = digest }
    return digest
  }
}

/// The blanks of the forms made ready for comparing, once, when the first page asks for it.
final class PreparedForms: Sendable {
  private let matcher = Mutex<FormMatcher?>(nil)

  func matcher(of forms: [FormDescription]) -> FormMatcher {
    matcher.withLock { known in
      let ready = known ?? FormMatcher(forms: forms)
      known = ready
      return ready
    }
  }
}
