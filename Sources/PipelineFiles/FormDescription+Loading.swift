package import Casework
import Foundation

extension PipelineFolder {
  /// The form descriptions in `forms`, by their ids.
  package func forms() throws(SettingsProblem) -> [FormDescription] {
    var forms: [FormDescription] = []
    for name in try formNames() {
      let form = try formFile(name)
      guard form.id == name else {
        throw SettingsProblem(
          file: Self.formPath(name), key: "id",
          reason: "is '\(form.id)'; a form has the name of its file, '\(name)'")
      }
      let blank = try self.blank(of: name)
      if let place = form.places.first(where: {
        $0.page.map { $0 > blank?.pages.count ?? 0 } ?? false
      }) {
        throw SettingsProblem(
          file: Self.formPath(name), key: "places",
          reason: "'\(place.name)' is on page \(place.page ?? 0), and \(Self.blankPath(name)) has "
            + "\(blank?.pages.count ?? 0) pages; learn the form again")
      }
      forms.append(form.description(blank: blank))
    }
    return forms
  }

  /// Relative to the folder.
  package static func formPath(_ id: String) -> String { "forms/\(id).yaml" }
  package static func blankPath(_ id: String) -> String { "forms/\(id).blank.json" }

  /// The description of a form as it was written.
  package func formFile(_ id: String) throws(SettingsProblem) -> FormFile {
    let file = Self.formPath(id)
    return try FormFile(parsing: text(of: file), file: file)
  }

  /// What is kept of a form with nothing filled in; `nil` where nothing is.
  private func blank(of id: String) throws(SettingsProblem) -> BlankForm? {
    let file = Self.blankPath(id)
    guard FileManager.default.fileExists(atPath: "\(path)/\(file)") else { return nil }
    do {
      let blank = try JSONDecoder().decode(BlankForm.self, from: Data(text(of: file).utf8))
      guard blank.pages.allSatisfy({ $0.ink.bitmap != nil }) else {
        throw SettingsProblem(file: file, reason: "holds no pictures; learn the form again")
      }
      return blank
    } catch let problem as SettingsProblem {
      throw problem
    } catch {
      throw SettingsProblem(
        file: file, reason: "is not as 'jurat form learn' wrote it; learn the form again")
    }
  }
}
