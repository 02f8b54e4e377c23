/// How the HTML report shows pictures, and what its views, sizes and states do. It all hangs on which
/// controls are checked, so that it works without a script.
///
/// A card's pictures have one scale, set by the widest of them, so that sizes can be compared.
let reportViewStyle = #"""

  .pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 1rem 1.25rem; margin-top: 1rem; isolation: isolate; --at: 50% }
  figure { display: grid; grid-template-rows: subgrid; grid-row: span 2; align-items: start;
    margin: 0; min-width: 0 }
  /* Nearer to its own picture than the gap, which is as wide between pictures below each other. */
  figcaption { font-size: .875rem; font-weight: 600; color: var(--quiet); margin-bottom: -.65rem }
  figcaption span { font-weight: 400; font-variant-numeric: tabular-nums }
  .frame { display: block; cursor: zoom-in }
  .frame img { display: block; height: auto;
    width: var(--wide, min(100% * var(--w, 640) / var(--max), 1px * var(--w, 640)));
    background: repeating-conic-gradient(#ededed 0 25%, #fff 0 50%) 0 0 / 14px 14px;
    outline: 1px solid var(--line); color: #333; overflow: hidden }
  .file { display: block; padding: 1rem; border: 1px dashed var(--line); border-radius: .35rem;
    color: var(--quiet) }
  .slide { display: none }
  .enlarge { position: relative; font-size: .875rem; color: var(--quiet); cursor: pointer }
  .enlarge input { margin: 0 .4em 0 0; vertical-align: -.1em; accent-color: var(--accent) }

  @media screen {
    body:has([name=size][value="1"]:checked) .card { --zoom: 1 }
    body:has([name=size][value="2"]:checked) .card, .card:has(.enlarge :checked) { --zoom: 2 }
    body:has([name=size][value="4"]:checked) .card { --zoom: 4 }
    :is(body:has([name=size]:not([value=fit]):checked) .card, .card:has(.enlarge :checked)) {
      .pictures { grid-template-columns: repeat(3, max-content); justify-content: start;
        overflow: auto; padding: 1px }
      img { --wide: calc(1px * var(--w, 640) * var(--zoom)) }
    }
    :is(body:has([name=size]:is([value="2"], [value="4"]):checked) .card,
      .card:has(.enlarge :checked)) img.png { image-rendering: pixelated }
    .card:has(.enlarge :checked) .frame { cursor: zoom-out }

    /* One upon the other. */
    body:has([name=view]:is([value=slider], [value=overlay], [value=blink]):checked) .pair {
      grid-template-columns: minmax(0, calc(1px * var(--max) * var(--zoom, 1)));
      .golden, .now { grid-area: 1 / 1 / span 2 / 1 }
      .now figcaption { text-align: right }
      .difference { display: none }
    }
    body:has([name=view][value=overlay]:checked) .pair {
      .now img { mix-blend-mode: difference }
      .now figcaption { visibility: hidden }
      .golden figcaption::after { content: " against now: black is the same"; font-weight: 400 }
    }
    body:has([name=view][value=difference]:checked) .marked {
      .golden, .now { display: none }
    }
    body:has([name=view][value=slider]:checked) .pair {
      .golden .frame { clip-path: inset(-1px calc(100% - var(--at)) -1px -1px) }
      .now .frame { clip-path: inset(-1px -1px -1px var(--at)) }
      .slide { display: block }
    }
    body:has([name=view][value=blink]:checked) .pair {
      .now { animation: blink 1.4s steps(1) infinite }
      .golden { animation: blink 1.4s -.7s steps(1) infinite }
    }
    @keyframes blink { 50%, 100% { opacity: 0 } }

    /* Who wants nothing to move changes the pictures by hand. */
    @media (prefers-reduced-motion: reduce) {
      body:has([name=view][value=blink]:checked) {
        .still { display: block }
        .pair .golden, .pair .now { animation: none }
        .pair .golden, .pair:is(:hover, :focus-within) .now { opacity: 0 }
        .pair:is(:hover, :focus-within) .golden { opacity: 1 }
      }
    }

    /* The handle goes half its width over both ends, so that its middle reaches them. */
    .slide { grid-area: 2 / 1; appearance: none; width: calc(100% + 2rem); height: 100%;
      margin: 0 -1rem; background: none; cursor: ew-resize; touch-action: pan-y; z-index: 1;
      --handle: radial-gradient(circle, var(--accent) 0 .5rem, #fff .5rem .65rem,
        transparent .66rem) center / 2rem 2rem no-repeat, linear-gradient(90deg, #fff 1px,
        var(--accent) 1px 3px, #fff 3px) center / 4px 100% no-repeat }
    .slide::-webkit-slider-runnable-track { height: 100% }
    .slide::-moz-range-track { height: 100%; background: none }
    .slide::-webkit-slider-thumb { appearance: none; width: 2rem; height: 100%;
      background: var(--handle) }
    .slide::-moz-range-thumb { width: 2rem; height: 100%; border: 0; border-radius: 0;
      background: var(--handle) }
  }

  @media print {
    .pair { grid-template-columns: repeat(3, 1fr) }
  }

  body:has([value=failed]:not(:checked)) .group.failed,
  body:has([value=changed]:not(:checked)) .group.changed,
  body:has([value=missing]:not(:checked)) .group.missing,
  body:has([value=new]:not(:checked)) .group.new,
  body:has([value=orphaned]:not(:checked)) .group.orphaned,
  body:has([value=equal]:not(:checked)) .group.equal { display: none }

  """#
