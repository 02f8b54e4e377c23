// What the report can do beyond what its style does: the filter, the slider, decisions and keys.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  document.documentElement.classList.add("js");
  const toolbar = one(".toolbar");
  if (!toolbar) return;
  const filter = one("[name=filter]", toolbar);
  const help = one("dialog");
  const cards = all(".card");
  const texts = new Map();

  // The filter: cards that have all its words, in the name or a finding.
  function textOf(card) {
    if (!texts.has(card)) {
      const parts = all("h3, .finding, .findings", card).map((part) => part.textContent);
      texts.set(card, parts.join("\n").toLowerCase());
    }
    return texts.get(card);
  }

  function applyFilter() {
    const query = filter.value.trim().toLowerCase();
    // The whole first: findings that figures share are looked for as they are.
    const hits = (text) =>
      text.includes(query) || query.split(/\s+/).every((word) => text.includes(word));
    for (const card of cards) card.hidden = !hits(textOf(card));
    for (const group of all(".group:not(.equal)")) {
      group.hidden = !one(".card:not([hidden])", group);
    }
    countShown();
  }

  function isShown(card) {
    return card.getClientRects().length > 0;
  }

  function countShown() {
    const count = cards.filter(isShown).length;
    one(".shown", toolbar).textContent =
      count === cards.length ? "" : `${count} of ${cards.length} shown`;
  }

  // Going from figure to figure.
  let current = null;

  function go(step) {
    const shown = cards.filter(isShown);
    if (shown.length === 0) return;
    const place = shown.indexOf(current);
    const next = place < 0 ? (step > 0 ? firstInView(shown) : 0) : place + step;
    show(shown[Math.min(Math.max(next, 0), shown.length - 1)]);
  }

  // Who has scrolled and not chosen a figure yet goes on from what is seen.
  function firstInView(shown) {
    const place = shown.findIndex((card) => card.getBoundingClientRect().bottom > innerHeight / 3);
    return place < 0 ? shown.length - 1 : place;
  }

  function show(card) {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
    history.replaceState(null, "", `#${card.id}`);
  }

  // The views and sizes are radio buttons, which the style follows.
  function check(name, place) {
    const choices = all(`[name=${name}]`, toolbar);
    const choice = choices[Math.min(Math.max(place, 0), choices.length - 1)];
    choice.checked = true;
    if (current && isShown(current)) current.scrollIntoView({ block: "nearest" });
  }

  function zoom(step) {
    check("size", all("[name=size]", toolbar).findIndex((choice) => choice.checked) + step);
  }

  const actions = {
    j: () => go(1), ArrowRight: () => go(1), k: () => go(-1), ArrowLeft: () => go(-1),
    "+": () => zoom(1), "=": () => zoom(1), "-": () => zoom(-1),
    a: () => decide("accept"), r: () => decide("refuse"),
    "/": () => filter.select(), "?": () => help.showModal(),
  };
  all("[name=view]", toolbar).forEach((choice, place) => {
    const action = () => check("view", place);
    actions[choice.dataset.key] = action;
    actions[place + 1] = action;
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target === filter) {
      if (event.key === "Escape") clearFilter();
      return;
    }
    // Arrows belong to a radio button or a slider that has the focus.
    if (event.key.startsWith("Arrow") && target.matches("input, summary")) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
    if (!action) return;
    event.preventDefault();
    action();
  });

  function clearFilter() {
    filter.value = "";
    filter.blur();
    applyFilter();
  }

  // The slider is a range laid upon the pictures.
  document.addEventListener("input", (event) => {
    const input = event.target;
    if (input.matches(".slide")) {
      input.parentElement.style.setProperty("--at", `${input.value}%`);
    } else if (input === filter) {
      applyFilter();
    } else if (input.name === "state") {
      countShown();
    } else if (input.closest(".verdict")) {
      tally();
    }
  });

  document.addEventListener("focusin", (event) => {
    current = event.target.closest(".card") ?? current;
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".keys")) help.showModal();
    else if (help.contains(button)) help.close();
    else if (button.matches(".find")) find(button.dataset.find);
    else if (button.matches(".copy")) copy(button);
  });
  toolbar.addEventListener("submit", (event) => event.preventDefault());

  function find(finding) {
    filter.value = finding;
    applyFilter();
    toolbar.scrollIntoView({ block: "start" });
  }

  // Decisions: the command is written for what is accepted, and somebody else runs it.
  const decisions = one(".decisions");

  function decide(value) {
    const shown = cards.filter(isShown);
    const card = current && isShown(current) ? current : shown[firstInView(shown)];
    const choice = card && one(`.verdict [value=${value}]`, card);
    if (!choice) return;
    choice.checked = !choice.checked;
    tally();
    show(card);
    if (choice.checked) go(1);
  }

  function tally() {
    const choices = all(".verdict");
    const chosen = (value) => choices.filter((choice) => one(`[value=${value}]`, choice).checked);
    const accepted = chosen("accept");
    const refused = chosen("refuse").length;
    const rest = choices.length - accepted.length - refused;
    const text = one(".tally", decisions);
    text.textContent = `${accepted.length} accepted, ${refused} refused, ${rest} to decide`;
    decisions.hidden = rest === choices.length;
    const command = one(".accept", decisions);
    command.hidden = accepted.length === 0;
    one("code", command).textContent =
      [text.dataset.start, ...accepted.map((choice) => choice.dataset.choice)].join(" ");
  }

  async function copy(button) {
    const code = one("code", button.parentElement);
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    } catch {
      // Selected, it can be copied by hand.
      getSelection().selectAllChildren(code);
    }
  }
})();
