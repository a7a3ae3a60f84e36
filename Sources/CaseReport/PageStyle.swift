/// The look of the review page, the list of cases and the report of a run. No outcome is told by colour
/// alone: each has its word, its sign and its kind of edge, which hold on a black-and-white print.
package enum PageStyle {
  package static let css = """
    :root {
      --ink: #1c1c1a; --soft: #55554f; --line: #d6d4cc; --ground: #f5f4ef; --paper: #fff;
      --red: #8a1a16; --amber: #734600; --green: #1d5532; --blue: #14417c; --target: #fff4cf; --on-red: #fff;
      color-scheme: light;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ink: #ecebe6; --soft: #b4b2a8; --line: #45443f; --ground: #1b1b19; --paper: #282825;
        --red: #ff9d94; --amber: #f0bd6a; --green: #8fd6a8; --blue: #9cc4ff; --target: #4a4120; --on-red: #2a0705;
        color-scheme: dark; }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0; color: var(--ink); background: var(--ground);
      font: 15px/1.5 "Segoe UI", system-ui, "Liberation Sans", Arial, sans-serif;
    }
    a { color: var(--blue); text-underline-offset: 2px; }
    :is(a, summary, input, select, button, [tabindex]):focus-visible {
      outline: 3px solid var(--blue); outline-offset: 2px;
    }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 2; }
    code, .id { font-family: ui-monospace, "Liberation Mono", Consolas, monospace; font-size: .9em; }
    h1, h2, h3, h4, h5 { line-height: 1.25; font-weight: 600; margin: 0; }
    h1 { font-size: 1.45rem; overflow-wrap: anywhere; } h2 { font-size: 1.2rem; } h3 { font-size: 1.05rem; }
    h4, h5 { font-size: 1rem; }
    p { margin: 0; max-width: 46rem; overflow-wrap: anywhere; }
    .soft { color: var(--soft); }
    input:not([type=radio], [type=checkbox]), select, button { font: inherit; font-size: .95rem;
      color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 3px;
      padding: .25rem .5rem; min-height: 2.1rem; max-width: 100%; }
    button { cursor: pointer; }
    .badge { display: inline-block; white-space: nowrap; font-weight: 600; font-size: .82rem;
      line-height: 1.3; padding: .1rem .5rem .12rem; border: 1.5px solid; border-radius: 3px;
      background: var(--paper); }
    .badge.deficient, .badge.deficiency-candidate { background: var(--red); color: var(--on-red);
      border-color: var(--red); }
    .badge.review { color: var(--amber); border-style: dashed; }
    .badge.not-examined { color: var(--soft); border-style: dotted; }
    .badge.satisfied, .badge.ready { color: var(--green); }
    .scroll { overflow-x: auto; margin-top: .6rem; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; background: var(--paper);
      color: var(--ink); font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--soft); font-size: .85rem; padding-bottom: .3rem; }
    th, td { text-align: left; vertical-align: top; padding: .38rem .6rem; border: 1px solid var(--line);
      overflow-wrap: anywhere; }
    thead th { font-size: .82rem; color: var(--soft); font-weight: 600; background: var(--ground);
      overflow-wrap: normal; }
    tbody th { font-weight: 600; }
    summary { cursor: pointer; }
    dialog { color: var(--ink); background: var(--paper); border: 1px solid var(--soft); padding: 1.2rem;
      max-width: min(40rem, 94vw); }
    footer { border-top: 1px solid var(--line); margin-top: 1.2rem; padding: 1rem 0 3rem;
      color: var(--soft); font-size: .85rem; }
    @page { margin: 14mm 13mm 15mm; @bottom-right { content: "page " counter(page) " of " counter(pages);
      font: 8pt "Liberation Sans", Arial, sans-serif; } }
    @media print {
      body { background: #fff; font-size: 9.5pt; }
      .skip { display: none; }
      a { color: inherit; text-decoration: none; }
      h2, h3, h4, caption { break-after: avoid; }
      tr, figure { break-inside: avoid; }
      thead { display: table-header-group; }
      .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .scroll { overflow: visible; }
      th, td { padding: .2rem .4rem; }
      button, dialog { display: none !important; }
    }
    """
  /// Puts `text` at the head of every printed sheet. Whatever it is, it stays the text of a string of CSS.
  static func printHeading(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic
        ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
    return
      "@page { @top-left { content: \"\(escaped)\"; font: 8pt 'Liberation Sans', Arial, sans-serif; } }"
  }
}
