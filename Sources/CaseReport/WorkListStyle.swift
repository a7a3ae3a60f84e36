/// What the list of cases has beside the common style.
enum WorkListStyle {
  static let css = """
    .list { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
    #filter { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; margin-top: .9rem; align-items: end; }
    #filter[hidden] { display: none; }
    #filter label { font-size: .82rem; color: var(--soft); display: grid; gap: .15rem; }
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
    .collected { font-weight: 600; color: var(--blue); margin-top: .35rem; }
    .state button { display: block; margin-top: .4rem; min-height: 1.7rem; padding: 0 .5rem; font-size: .85rem; }
    #collected { position: sticky; bottom: 0; background: var(--paper); border: 1px solid var(--line);
      padding: .5rem .8rem; display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: center; }
    #collected[hidden] { display: none; }
    .list header { padding: 1.2rem 0 .6rem; border-bottom: 2px solid var(--ink); }
    .days { margin: 0; font-size: .9rem; } .days dt { color: var(--soft); font-size: .82rem; }
    .days dd { margin: 0 0 .3rem; font-variant-numeric: tabular-nums; }
    dialog dl > div { display: grid; grid-template-columns: 5rem 1fr; } dialog dd { margin: 0; }
    @media (max-width: 62rem) {
      .case { grid-template-columns: minmax(0, 1fr) auto; }
      .case .why { grid-column: 1 / -1; }
      .days { grid-column: 1 / -1; display: flex; gap: 0 1.5rem; flex-wrap: wrap; }
    }
    @media (max-width: 30rem) { .list { padding: 0 .8rem; } .case { grid-template-columns: minmax(0, 1fr); } }
    @media print { #filter, dialog { display: none !important; } .case { break-inside: avoid; }
      .list { max-width: none; padding: 0; } }
    """
}
