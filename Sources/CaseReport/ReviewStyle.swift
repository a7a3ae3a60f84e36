/// The style sheet of the review page. No outcome is told by colour alone: each has its word, its
/// sign and its kind of edge, which hold on a black-and-white print.
enum ReviewStyle {
  static let css = """
    :root {
      --ink: #1c1c1a; --soft: #55554f; --line: #d6d4cc; --ground: #f5f4ef; --paper: #fff;
      --red: #8a1a16; --amber: #734600; --green: #1d5532; --blue: #14417c;
      color-scheme: light;
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body {
      margin: 0; color: var(--ink); background: var(--ground);
      font: 15px/1.5 "Segoe UI", system-ui, "Liberation Sans", Arial, sans-serif;
    }
    a { color: var(--blue); text-underline-offset: 2px; }
    a:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--blue); outline-offset: 2px;
    }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 2; }
    code, .id { font-family: ui-monospace, "Liberation Mono", Consolas, monospace; font-size: .9em; }
    h1, h2, h3, h4, h5 { line-height: 1.25; font-weight: 600; margin: 0; }
    h1 { font-size: 1.55rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1.05rem; }
    h4, h5 { font-size: 1rem; }
    p { margin: 0; max-width: 46rem; }
    .soft { color: var(--soft); }
    .page { display: grid; grid-template-columns: 12.5rem minmax(0, 60rem); gap: 0 2.5rem;
      max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
    nav { grid-column: 1; grid-row: 1 / span 3; padding-top: 2.4rem; font-size: .9rem; }
    nav ol { position: sticky; top: 1.5rem; list-style: none; margin: 0; padding: 0; }
    nav li { margin: 0 0 .45rem; } nav li li { margin: .2rem 0 0 .9rem; }
    nav ol ol { position: static; }
    nav a { color: var(--soft); text-decoration: none; } nav a:hover { text-decoration: underline; }
    .width { grid-column: 2; min-width: 0; }
    header { padding: 2rem 0 1.2rem; border-bottom: 2px solid var(--ink); }
    main > section { padding: 1.8rem 0 .2rem; }
    main > section > h2 { margin-bottom: .8rem; }
    .verdict { margin: .7rem 0 .9rem; display: flex; gap: .3rem .8rem; align-items: baseline;
      flex-wrap: wrap; }
    .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
      gap: .5rem 1.5rem; margin: 0; }
    .facts dt { color: var(--soft); font-size: .82rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }
    .wide { grid-column: 1 / -1; }
    .badge { display: inline-block; white-space: nowrap; font-weight: 600; font-size: .82rem;
      line-height: 1.3; padding: .1rem .5rem .12rem; border: 1.5px solid; border-radius: 3px;
      background: var(--paper); }
    .deficient, .deficiency-candidate { color: var(--red); } .review { color: var(--amber); }
    .not-examined { color: var(--soft); } .badge.not-examined { border-style: dotted; }
    .satisfied, .ready { color: var(--green); }
    .badge.deficient, .badge.deficiency-candidate { background: var(--red); color: #fff;
      border-color: var(--red); }
    .badge.review { border-style: dashed; }
    .verdict .badge { font-size: 1.05rem; padding: .2rem .7rem; }
    .decide { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
    .decide li { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: .2rem 1rem;
      padding: .5rem 0; border-bottom: 1px solid var(--line); }
    .decide a { font-weight: 600; }
    .group > h3 { margin: 1.3rem 0 .6rem; } .group:first-of-type > h3 { margin-top: 0; }
    .check { background: var(--paper); border: 1px solid var(--line); border-left-width: 5px;
      padding: .7rem 1rem .8rem; margin: 0 0 .6rem; }
    .check.deficient { border-left: 5px solid var(--red); }
    .check.review { border-left: 5px dashed var(--amber); }
    .check.not-examined { border-left: 5px dotted var(--soft); }
    .check.waiting { margin: -.35rem 0 .45rem 2rem; padding: .25rem .8rem .3rem; }
    .check.waiting p { margin-top: .1rem; font-size: .9rem; }
    .check .witnesses { margin: .35rem 0 0; padding-left: 1.1rem; color: var(--ink); }
    .check.satisfied { border-left: 5px double var(--green); }
    .check .top { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; }
    .check h4 { color: var(--ink); }
    .check .rule { margin-left: auto; color: var(--soft); font-size: .85rem; }
    .check p { color: var(--ink); margin-top: .35rem; }
    .evidence { display: flex; flex-wrap: wrap; gap: .7rem 1rem; margin-top: .6rem; color: var(--ink); }
    figure { margin: 0; }
    .evidence figure { max-width: min(100%, 34rem); }
    .evidence img, td img { display: block; max-width: 100%; width: auto; height: auto;
      max-height: 14rem; border: 1px solid #9a988f; background: #fff; }
    .satisfied .evidence img { max-height: 6rem; }
    .act .evidence img { max-height: 20rem; }
    figcaption { font-size: .85rem; margin-top: .25rem; }
    .none { border: 1px dashed #9a988f; padding: .6rem .8rem; color: var(--soft); font-size: .85rem; }
    .scroll { overflow-x: auto; margin-top: .6rem; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; background: var(--paper);
      color: var(--ink); font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--soft); font-size: .85rem; padding-bottom: .3rem; }
    th, td { text-align: left; vertical-align: top; padding: .38rem .6rem; border: 1px solid var(--line); }
    thead th { font-size: .82rem; color: var(--soft); font-weight: 600; background: var(--ground); }
    tbody th { font-weight: 600; }
    td.day, td.number, td .days { white-space: nowrap; } td.number { text-align: right; }
    td.text { overflow-wrap: break-word; min-width: 8rem; max-width: 18rem; }
    .where { white-space: nowrap; } td .where { white-space: normal; }
    td img { max-height: 4.2rem; max-width: 13rem; }
    .broad { max-height: 46rem; overflow-y: auto; } .broad table { min-width: 46rem; }
    td ul { margin: 0; padding: 0; list-style: none; }
    .act { background: var(--paper); border: 1px solid var(--line); padding: .7rem 1rem; margin: .6rem 0; }
    .act .evidence { margin: .5rem 0; }
    .document { margin: 0 0 2rem; } .document > h3 { border-bottom: 1px solid var(--ink);
      padding-bottom: .3rem; margin-bottom: .7rem; }
    .sheet { background: var(--paper); border: 1px solid var(--line); padding: .8rem 1rem 1rem;
      margin: .8rem 0; }
    .sheet .sides { display: grid; grid-template-columns: minmax(0, 3fr) minmax(12rem, 2fr); gap: 1.3rem;
      align-items: start; margin-top: .6rem; }
    .paper { display: block; width: 100%; height: auto; outline: 1px solid #9a988f; }
    .paper rect.halo { fill: none; stroke: #fff; stroke-opacity: .6; stroke-width: 3; }
    .paper rect.edge { fill: none; stroke-width: 1.7; }
    .attestation .edge { stroke: #12367a; } .date .edge { stroke: #7a2e00; stroke-dasharray: 6 3; }
    .passage .edge { stroke: #33691e; stroke-width: 1.1; stroke-dasharray: 2 2; }
    .element .edge { stroke: #12367a; stroke-width: 1; stroke-dasharray: 1.5 2.5; }
    .paper rect.tag { fill: #fff; stroke: #333; stroke-width: .7; }
    .paper text { font: 600 13px "Liberation Sans", Arial, sans-serif; fill: #111; }
    .notes ul { margin: .3rem 0 .8rem; padding-left: 1.1rem; } .notes li { margin-bottom: .25rem; }
    .notes h5 { font-size: .85rem; color: var(--soft); }
    .notes p { margin-bottom: .7rem; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .82rem; line-height: 1.45;
      background: var(--ground); padding: .7rem; margin: .5rem 0 0; max-height: 32rem; overflow: auto; }
    summary { cursor: pointer; color: var(--blue); }
    :target { box-shadow: 0 0 0 3px #f0c64a; } tr:target > * { background: #fff4cf; }
    main:target { box-shadow: none; }
    footer { border-top: 1px solid var(--line); margin-top: 1rem; padding: 1rem 0 3rem;
      color: var(--soft); font-size: .85rem; }
    @media (max-width: 62rem) {
      .page { display: block; padding: 0 1rem; }
      nav { padding-top: 1rem; } nav ol { position: static; display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
      nav ol ol { display: none; }
    }
    @media (max-width: 40rem) {
      .sheet .sides, .decide li { grid-template-columns: minmax(0, 1fr); }
      .check .rule { margin-left: 0; width: 100%; }
    }
    @page { margin: 14mm 13mm 15mm; }
    @media print {
      body { background: #fff; font-size: 9.5pt; }
      nav, .skip, .sheet details { display: none; }
      .page { display: block; max-width: none; padding: 0; }
      header { padding-top: 0; }
      main > section { padding-top: 1.1rem; }
      a { color: inherit; text-decoration: none; }
      h2, h3, h4, caption { break-after: avoid; }
      .check, .act, .sheet, tr, figure, .decide li { break-inside: avoid; }
      thead { display: table-header-group; }
      .check, .act, .sheet, table { border-color: #888; }
      .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .scroll { overflow: visible; max-height: none; } .broad table { min-width: 0; }
      .evidence img, .act .evidence img { max-height: 4.2cm; }
      .satisfied .evidence img { max-height: 1.8cm; }
      td img { max-height: 1.4cm; max-width: 3.6cm; } td .days { white-space: normal; }
      th, td { padding: .2rem .4rem; }
      .sheet { border: 0; border-top: 1px solid #888; padding: .5rem 0 0; }
      .paper { width: auto; max-width: 100%; max-height: 20cm; }
      .edge { stroke: #000 !important; }
      :target { box-shadow: none; }
    }
    """
}
