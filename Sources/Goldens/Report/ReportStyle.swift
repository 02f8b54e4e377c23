/// How the HTML report looks: colours, type, and the parts of the page.
let reportStyle = #"""

  :root {
    color-scheme: light dark;
    --page: #f6f6f4; --card: #ffffff; --ink: #1d1f21; --quiet: #5c6166; --line: #dcdddb;
    --accent: #0b5cad; --on-accent: #ffffff;
    --failed: #a3123a; --changed: #964400; --missing: #74398c; --new: #0b5cad;
    --orphaned: #565c63; --equal: #17684b;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --page: #17191b; --card: #202326; --ink: #e8e8e6; --quiet: #a3a9af; --line: #383c41;
      --accent: #86c1ff; --on-accent: #10202f;
      --failed: #ff9aae; --changed: #ffb46b; --missing: #d9aef0; --new: #86c1ff;
      --orphaned: #b4bbc3; --equal: #7dd3ae;
    }
  }
  .failed { --tone: var(--failed) }
  .changed { --tone: var(--changed) }
  .missing { --tone: var(--missing) }
  .new { --tone: var(--new) }
  .orphaned { --tone: var(--orphaned) }
  .equal { --tone: var(--equal) }

  *, ::before, ::after { box-sizing: border-box }
  html { font: 100%/1.5 system-ui, sans-serif; -webkit-text-size-adjust: 100% }
  body { margin: 0 auto; max-width: 96rem; padding: 0 1.5rem 4rem; background: var(--page);
    color: var(--ink); overflow-wrap: anywhere }
  h1, h2, h3, p, ul, dl, dd, fieldset { margin: 0; padding: 0; border: 0; min-width: 0 }
  a { color: inherit }
  ul { list-style: none }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap }
  html:not(.js) .script { display: none !important }
  [hidden] { display: none !important }

  .top { padding: 2.5rem 0 1.5rem }
  h1 { font-size: 1rem; font-weight: 500; color: var(--quiet) }
  .headline { max-width: 30em; font-size: clamp(1.6rem, 1.1rem + 2vw, 2.3rem); line-height: 1.2;
    font-weight: 650; letter-spacing: -0.015em; text-wrap: balance; margin: .25rem 0 .6rem }
  .explanation { color: var(--quiet); max-width: 90ch }

  .badge { display: inline-block; padding: .1rem .6rem; border-radius: 1rem; font-size: .875rem;
    line-height: 1.5; font-weight: 600; white-space: nowrap; color: var(--tone);
    background: color-mix(in srgb, var(--tone) 11%, transparent) }
  .badge > span { display: inline-block; min-width: .8em; text-align: center; font-weight: 800 }
  .states { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1.25rem }
  .chip { cursor: pointer; position: relative }
  .chip input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0;
    cursor: inherit }
  .chip .badge { padding: .3rem .9rem; border: 1px solid transparent; border-radius: 2rem }
  .chip:hover .badge { border-color: currentcolor }
  .chip :not(:checked) + .badge { background: none; border: 1px dashed currentcolor;
    text-decoration: line-through }
  .chip :focus-visible + .badge { outline: 2px solid var(--accent); outline-offset: 2px }

  .top .accept { margin-top: 1.25rem }
  .common { margin-top: 1.75rem; max-width: 60rem }
  .common h2 { font-size: 1rem; font-weight: 600; margin-bottom: .35rem }
  .common li { display: flex; align-items: baseline; gap: 1rem; padding: .4rem 0;
    border-top: 1px solid var(--line) }
  .common .count { flex: none; min-width: 6.5em; color: var(--quiet);
    font-variant-numeric: tabular-nums }
  .common button { flex: none; margin-left: auto }
  .patch { display: inline-block; width: .85em; height: .85em; margin-left: .35em;
    vertical-align: -.08em; border-radius: 2px; background: var(--patch);
    box-shadow: 0 0 0 1px color-mix(in srgb, var(--ink) 35%, transparent) }

  button, .choice, input[type=search] { font: inherit; font-size: .875rem; color: inherit;
    background: var(--card); border: 1px solid var(--line); border-radius: .5rem }
  button { padding: .2rem .7rem; cursor: pointer }
  button:hover { border-color: var(--quiet) }
  .toolbar { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem;
    margin: 0 -1.5rem; padding: .6rem 1.5rem; background: var(--page);
    border-bottom: 1px solid var(--line) }
  .choice { display: flex; padding: 2px }
  .choice label { position: relative; cursor: pointer }
  .choice input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0;
    cursor: inherit }
  .choice label span { display: block; padding: .2rem .7rem; border-radius: .35rem;
    white-space: nowrap }
  .choice label:hover span { background: var(--page) }
  .choice :checked + span, .choice label:hover :checked + span { background: var(--accent);
    color: var(--on-accent) }
  .choice :focus-visible + span { outline: 2px solid var(--accent); outline-offset: 3px }
  .filter { flex: 1 1 12rem; max-width: 20rem }
  input[type=search] { width: 100%; padding: .3rem .7rem }
  .shown { font-size: .875rem; color: var(--quiet); font-variant-numeric: tabular-nums }
  .shown:empty { margin-left: -.75rem }
  .still { display: none; flex-basis: 100%; font-size: .875rem; color: var(--quiet) }
  @media (min-width: 60rem) and (min-height: 30rem) {
    .toolbar { position: sticky; top: 0; z-index: 2 }
    .card { scroll-margin-top: 4.5rem }
  }

  .group { margin-top: 2.25rem }
  .group h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 650 }
  .card { margin-top: 1rem; padding: 1rem 1.25rem 1.25rem; background: var(--card);
    border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: .5rem;
    content-visibility: auto; contain-intrinsic-size: auto 30rem }
  .card:focus, .card:target { outline: 2px solid var(--accent); outline-offset: 2px }
  .card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem }
  h3 { flex: 1; font-size: 1rem; font-weight: 500; min-width: 8rem }
  h3 a { text-decoration: none }
  h3 a:hover { text-decoration: underline }
  .finding { font-size: 1.2rem; line-height: 1.4; font-weight: 600; margin-top: .4rem;
    max-width: 60ch }
  .findings { max-width: 75ch; margin-top: .2rem }
  .findings li { padding-left: 1.1em; text-indent: -1.1em }
  .findings li::before { content: "–"; display: inline-block; width: 1.1em; text-indent: 0;
    color: var(--quiet) }
  summary { cursor: pointer; color: var(--quiet) }
  .accept { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .6rem;
    margin-top: .8rem; font-size: .875rem; color: var(--quiet) }
  code { padding: .2rem .5rem; border-radius: .35rem; background: var(--page); color: var(--ink);
    font: .85rem/1.4 ui-monospace, monospace; white-space: pre-wrap; user-select: all }
  .group.equal summary h2 { display: inline; color: var(--ink) }
  .names { columns: 18rem; margin-top: .5rem; color: var(--quiet) }
  .names :target { outline: 2px solid var(--accent) }

  dialog { max-width: 26rem; padding: 1.25rem 1.5rem; color: inherit; background: var(--card);
    border: 1px solid var(--line); border-radius: .75rem }
  dialog::backdrop { background: rgb(0 0 0 / .45) }
  dialog h2 { font-size: 1.1rem }
  dialog dl { margin: .5rem 0 1rem }
  dialog dl div { display: flex; gap: 1rem; padding: .2rem 0 }
  dialog dt { min-width: 5rem }
  kbd { display: inline-block; min-width: 1.7em; padding: 0 .4em; text-align: center;
    font: .85rem/1.6 ui-monospace, monospace; border: 1px solid var(--line); border-radius: .3rem;
    background: var(--page) }

  @media (max-width: 40rem) {
    body { padding-inline: .75rem }
    .top { padding-top: 1.5rem }
    .toolbar { margin-inline: -.75rem; padding-inline: .75rem }
    .choice { flex-wrap: wrap }
    .choice label span { padding-inline: .55rem }
    .filter { max-width: none }
    .card { padding: .75rem }
    h3 { order: 1; flex-basis: 100% }
    .enlarge { margin-left: auto }
    .common li { flex-wrap: wrap; gap: 0 .75rem }
    .common .count { flex-basis: 100% }
    .common button { margin-left: 0 }
  }
  @media print {
    :root { color-scheme: light; --page: #fff; --card: #fff; --ink: #000; --quiet: #444;
      --line: #bbb }
    body { max-width: none; padding: 0; font-size: 10pt }
    .toolbar, .enlarge, .accept, button, dialog { display: none !important }
    .card { break-inside: avoid; content-visibility: visible }
    .group h2, .group > .explanation { break-after: avoid }
  }
  @media (forced-colors: active) {
    .badge, .choice :checked + span { border: 1px solid }
  }

  """#
