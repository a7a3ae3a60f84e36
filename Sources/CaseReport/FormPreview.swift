package import Casework
import Foundation
import Mustache

/// A page that shows a form with every place that is known of it named and coloured, to be looked
/// through by whoever puts the form to use.
///
/// The stored properties, here and in the parts, are the names of `FormPreviewTemplate`.
package struct FormPreview {
  let style = PageStyle.css + FormPreviewStyle.css
  let title: String
  let pages: [Page]

  struct Page {
    let number: Int
    let picture: String
    let places: [Entry]
  }

  struct Entry {
    let name: String
    let kind: String
    let label: String
    let more: String
    /// In per cent of the page.
    let position: String
  }

  /// - Parameter pictures: JPEGs of the pages of `blank`, in their order.
  package init(title: String, pictures: [[UInt8]], blank: BlankForm, places: [FormPlace]) {
    self.title = title
    pages = zip(blank.pages, pictures).enumerated().map { index, page in
      Page(
        number: index + 1,
        picture: "data:image/jpeg;base64," + Data(page.1).base64EncodedString(),
        places: places.filter { $0.page == index + 1 && $0.kind != .none }.compactMap { place in
          place.box.map { Entry(place, at: $0, of: page.0) }
        })
    }
  }

  package func html() throws -> String {
    try Self.template.get().render(TemplateMembers(of: self))
  }

  private static let template = Result { try MarkupText.template(FormPreviewTemplate.html) }
}

extension FormPreview.Entry {
  fileprivate init(_ place: FormPlace, at box: Box, of page: BlankPage) {
    func share(_ length: Double, _ whole: Double) -> String {
      "\((length / whole * 100).roundedToHundredth)%"
    }
    name = place.name
    kind = place.kind.rawValue
    label = place.labels.first ?? ""
    more = [place.signer?.rawValue, place.date?.rawValue].compactMap(\.self).joined(separator: ", ")
    position =
      "left:\(share(box.x, page.width));top:\(share(box.y, page.height));"
      + "width:\(share(box.width, page.width));height:\(share(box.height, page.height))"
  }
}

enum FormPreviewTemplate {
  static let html = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <main>
    <h1>{{title}}</h1>
    <p>Every place that the description of this form has. What is wrong is corrected in the form's file, by its name.</p>
    <ul class="key"><li class="signature">signature</li><li class="date">date</li><li class="check-box">box to tick</li><li class="text">anything else</li></ul>
    {{#pages}}
    <section>
    <h2>Page {{number}}</h2>
    <div class="sheet">
    <div class="paper"><img src="{{picture}}" alt="Page {{number}} of the form">{{#places}}<a href="#{{name}}" class="place {{kind}}" style="{{position}}" title="{{name}}"><span>{{name}}</span></a>{{/places}}</div>
    <div class="scroll"><table><thead><tr><th>Name</th><th>Kind</th><th>Label</th></tr></thead><tbody>
    {{#places}}
    <tr id="{{name}}"><th scope="row"><code>{{name}}</code></th><td class="{{kind}}">{{kind}} {{more}}</td><td>{{label}}</td></tr>
    {{/places}}
    </tbody></table></div>
    </div>
    </section>
    {{/pages}}
    </main>
    </body>
    </html>
    """#
}

enum FormPreviewStyle {
  static let css = """
    main { padding: 1rem clamp(.7rem, 3vw, 2rem); }
    h2 { margin-top: 1.6rem; }
    .sheet { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1rem; align-items: start; }
    @media (max-width: 60rem) { .sheet { grid-template-columns: minmax(0, 1fr); } }
    .paper { position: relative; border: 1px solid var(--line); background: #fff; }
    .paper img { display: block; width: 100%; }
    .place { position: absolute; border: 1.5px solid; overflow: hidden; text-decoration: none;
      background: color-mix(in srgb, currentColor 14%, transparent); }
    .place span { font: 9px/1.1 "Liberation Sans", Arial, sans-serif; white-space: nowrap; }
    .signature { color: #8a1a16; } .date { color: #734600; } .check-box { color: #1d5532; } .text { color: #14417c; }
    tr:target { background: var(--target); }
    .key { display: flex; gap: 1rem; flex-wrap: wrap; padding: 0; list-style: none; font-weight: 600; }
    @media screen and (prefers-color-scheme: dark) { td.signature { color: var(--red); } td.date { color: var(--amber); }
      td.check-box { color: var(--green); } td.text { color: var(--blue); } }
    """
}
