/// What the review page has beside the common style.
enum ReviewStyle {
  static let css = """
    .page { max-width: 84rem; margin: 0 auto; padding: 0 1.5rem; }
    header { padding: .9rem 0 .6rem; border-bottom: 2px solid var(--ink); }
    .title { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; align-items: baseline;
      justify-content: space-between; }
    nav { display: flex; gap: 1rem; }
    .verdict { margin: .35rem 0 .5rem; display: flex; gap: .3rem .8rem; align-items: baseline;
      flex-wrap: wrap; max-width: none; }
    .verdict .badge { font-size: 1rem; padding: .15rem .6rem; }
    .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
      gap: .3rem 1.5rem; margin: 0; }
    .facts dt { color: var(--soft); font-size: .82rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }
    .wide { grid-column: 1 / -1; }
    .more { margin-top: .35rem; font-size: .9rem; } .more .facts { margin: .4rem 0; }
    main { padding-top: .7rem; }
    main > section > h2 { margin-bottom: .5rem; }
    #documents, #amendments { margin-top: 1.4rem; }
    .question { background: var(--paper); border: 1px solid var(--line); border-left-width: 5px;
      margin: 0 0 .3rem; }
    .question summary { padding: .3rem .8rem; display: flex; gap: .2rem .7rem; align-items: baseline; }
    .question summary .badge { min-width: 8.5rem; text-align: center; }
    .question[open] summary { font-weight: 600; }
    .question .body { padding: .1rem .8rem .6rem; }
    .question.unread { padding: .4rem .8rem; border-left: 5px dashed var(--amber); max-width: none; }
    .check.deficient { border-left: 5px solid var(--red); }
    .check.review { border-left: 5px dashed var(--amber); }
    .check.not-examined { border-left: 5px dotted var(--soft); }
    .check.satisfied { border-left: 5px double var(--green); }
    article.check { background: var(--paper); border: 1px solid var(--line); border-left-width: 5px;
      padding: .5rem .9rem .6rem; margin: 0 0 .5rem; }
    .check .top { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; }
    .check p { margin-top: .25rem; }
    .check .rule { color: var(--soft); font-size: .82rem; }
    .open { margin: .2rem 0; padding-left: 1.1rem; font-size: .85rem; }
    .witnesses, .waiting { margin: .25rem 0 0; padding-left: 1.1rem; }
    .waiting { font-size: .9rem; color: var(--soft); }
    .evidence { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin-top: .4rem; align-items: end; }
    figure { margin: 0; max-width: min(100%, 38rem); }
    .evidence img { display: block; max-width: 100%; max-height: 15rem; border: 1px solid #9a988f;
      background: #fff; }
    .question .evidence img { min-height: 2.6rem; }
    article.check .evidence img { max-height: 6rem; }
    figcaption { font-size: .85rem; margin-top: .2rem; overflow-wrap: anywhere; }
    a.look { display: inline-block; }
    .amend { font-size: .8rem; min-height: 1.5rem; padding: 0 .4rem; }
    #verdict { background: var(--paper); border: 1px solid var(--line); padding: .6rem .9rem .8rem;
      margin-top: .7rem; }
    #verdict fieldset { border: 0; margin: .3rem 0; padding: 0; display: flex; flex-wrap: wrap;
      gap: .1rem .9rem; }
    #verdict fieldset[hidden] { display: none; }
    #verdict legend { color: var(--soft); font-size: .85rem; padding: 0; }
    #verdict p { margin-top: .35rem; max-width: none; } #verdict .acts { display: flex; gap: 0 1.2rem;
      flex-wrap: wrap; }
    #verdict .fields { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: end; }
    .fields label { font-size: .85rem; color: var(--soft); display: grid; flex: 1 1 14rem; }
    .buttons { display: flex; gap: .6rem; flex-wrap: wrap; }
    .said:empty { display: none; }
    .fold { border-top: 1px solid var(--line); padding: .45rem 0; }
    .fold > summary :is(h2, h3) { display: inline; }
    .fold > summary h2 { font-size: 1.05rem; }
    .fold[open] { padding-bottom: 1.2rem; } .fold[open] > summary { margin-bottom: .6rem; }
    #satisfied { margin-top: 1.2rem; }
    td.day, td.number { white-space: nowrap; } td.number { text-align: right; }
    td.text { min-width: 8rem; } td .days { white-space: nowrap; }
    td ul { margin: 0; padding: 0; list-style: none; }
    td img { display: block; max-height: 4.2rem; max-width: 13rem; border: 1px solid #9a988f;
      background: #fff; }
    .act { background: var(--paper); border: 1px solid var(--line); padding: .7rem 1rem; margin: .6rem 0; }
    .switch { margin-bottom: .5rem; }
    .sheet { background: var(--paper); border: 1px solid var(--line); padding: .8rem 1rem 1rem;
      margin: .8rem 0; }
    .sheet .sides { display: grid; grid-template-columns: minmax(0, 3fr) minmax(12rem, 2fr); gap: 1.3rem;
      align-items: start; margin-top: .6rem; }
    .paper { display: block; width: 100%; height: auto; outline: 1px solid #9a988f; background: #fff; }
    .paper rect.halo { fill: none; stroke: #fff; stroke-opacity: .6; stroke-width: 3; }
    .paper rect.edge { fill: none; stroke-width: 1.7; }
    .attestation .edge { stroke: #12367a; } .date .edge { stroke: #7a2e00; stroke-dasharray: 6 3; }
    .passage .edge { stroke: #33691e; stroke-width: 1.1; stroke-dasharray: 2 2; }
    .element .edge { stroke: #12367a; stroke-width: 1; stroke-dasharray: 1.5 2.5; }
    .paper rect.tag { fill: #fff; stroke: #333; stroke-width: .7; }
    .paper text { font: 600 13px "Liberation Sans", Arial, sans-serif; fill: #111; }
    .unmarked .paper .mark { display: none; }
    #look { position: fixed; z-index: 1; top: 0; right: 0; bottom: 0; width: 46vw; padding: .8rem 1rem;
      background: var(--paper); border-left: 2px solid var(--ink); overflow: auto; }
    #look[hidden] { display: none; }
    #look p { margin: 0 0 .5rem; } #look .buttons { margin-top: .6rem; }
    .looking .page { margin: 0; max-width: 54vw; }
    .notes ul { margin: .3rem 0 .8rem; padding-left: 1.1rem; } .notes li { margin-bottom: .25rem; }
    .notes h5 { font-size: .85rem; color: var(--soft); }
    .notes p { margin-bottom: .7rem; }
    .none { border: 1px dashed #9a988f; padding: .6rem .8rem; color: var(--soft); font-size: .85rem; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .82rem; line-height: 1.45;
      background: var(--ground); padding: .7rem; margin: .5rem 0 0; }
    :target { box-shadow: 0 0 0 3px #f0c64a; } tr:target > * { background: var(--target); }
    main:target { box-shadow: none; }
    @media (max-width: 62rem) {
      #look { top: auto; left: 0; width: auto; height: 55vh; border-left: 0; border-top: 2px solid var(--ink); }
      .looking .page { max-width: none; padding-bottom: 56vh; }
    }
    @media (max-width: 40rem) {
      .page { padding: 0 .8rem; }
      .sheet .sides { grid-template-columns: minmax(0, 1fr); }
      .question summary { flex-wrap: wrap; }
      td.day, td .days { white-space: normal; }
    }
    @media print {
      .page { max-width: none; padding: 0; }
      nav, #look, #verdict, .switch, .sheet details, .more summary { display: none !important; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      header { padding-top: 0; }
      .question, article.check, .act, .sheet { break-inside: avoid; border-color: #888; }
      .evidence img { max-height: 4.2cm; } article.check .evidence img { max-height: 1.8cm; }
      td img { max-height: 1.4cm; max-width: 3.6cm; } td .days { white-space: normal; }
      .sheet { border: 0; border-top: 1px solid #888; padding: .5rem 0 0; }
      .paper { width: auto; max-width: 100%; max-height: 20cm; }
      .edge { stroke: #000 !important; }
      :target { box-shadow: none; }
    }
    """
}
