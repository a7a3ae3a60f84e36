/// What the list of cases has beside the style of the review page.
enum WorkListStyle {
  static let css = """
    .list { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
    #filter { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; margin-top: .9rem; align-items: end; }
    #filter[hidden] { display: none; }
    #filter label { font-size: .82rem; color: var(--soft); display: grid; gap: .15rem; }
    #filter input, #filter select, button { font: inherit; font-size: .95rem; color: var(--ink);
      background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; padding: .25rem .5rem;
      min-height: 2.1rem; max-width: 100%; }
    :is(input, select, button):focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
    .cases { list-style: none; margin: 1.2rem 0 0; padding: 0; }
    .case { display: grid; grid-template-columns: 15rem 11.5rem minmax(0, 1fr) 11rem; gap: .3rem 1.3rem;
      padding: .8rem 0 .9rem; border-bottom: 1px solid var(--line); }
    .case[hidden] { display: none; }
    .case:focus-within { background: var(--paper); box-shadow: 0 0 0 .5rem var(--paper); }
    .case h2 { font-size: 1rem; overflow-wrap: anywhere; }
    .case .soft { font-size: .85rem; overflow-wrap: anywhere; }
    .case .why p { overflow-wrap: anywhere; }
    .case img { display: block; max-width: 100%; max-height: 5.5rem; margin-top: .4rem;
      border: 1px solid #9a988f; background: #fff; }
    .flags { margin: .35rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap;
      gap: .3rem .5rem; font-size: .85rem; }
    .flags li { border: 1px solid var(--soft); border-radius: 3px; padding: 0 .4rem; }
    .decided { margin-top: .35rem; font-weight: 600; }
    .days { margin: 0; font-size: .9rem; } .days dt { color: var(--soft); font-size: .82rem; }
    .days dd { margin: 0 0 .3rem; font-variant-numeric: tabular-nums; }
    dialog { color: var(--ink); background: var(--paper); border: 1px solid var(--soft); padding: 1.2rem; }
    dialog dl > div { display: grid; grid-template-columns: 5rem 1fr; } dialog dd { margin: 0; }
    @media (max-width: 62rem) {
      .case { grid-template-columns: minmax(0, 1fr) auto; }
      .case .why { grid-column: 1 / -1; }
      .days { grid-column: 1 / -1; display: flex; gap: 0 1.5rem; flex-wrap: wrap; }
    }
    @media (max-width: 30rem) { .list { padding: 0 .8rem; } .case { grid-template-columns: minmax(0, 1fr); } }
    @media print { #filter, dialog { display: none !important; } .case { break-inside: avoid; }
      .list { max-width: none; padding: 0; } }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ink: #ecebe6; --soft: #b4b2a8; --line: #45443f; --ground: #1b1b19; --paper: #282825;
        --red: #ff9d94; --amber: #f0bd6a; --green: #8fd6a8; --blue: #9cc4ff; color-scheme: dark; }
      .badge.deficient, .badge.deficiency-candidate { color: #2a0705; }
    }
    """
}
