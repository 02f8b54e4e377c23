"use strict";
// Searches, reads values off and compares. Every number comes from the page; no function is evaluated
// here. The address holds what is compared, searched and varied, so that it can be sent to others and
// gone back from.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words, functions } = data;
  const byID = new Map(functions.map((entry) => [entry.id, entry]));
  const one = (selector, inside = document) => inside.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const svgElement = (name, attributes = {}) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const place = (grid, index) =>
    Number((grid.first + index * grid.step).toPrecision(12));

  // MARK: Numbers

  const written = (value) => {
    if (value === null || value === undefined) return words.undefined;
    if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
    const size = Math.abs(value);
    const text = size !== 0 && (size < 1e-4 || size >= 1e6)
      ? value.toExponential(4).replace(/\.?0+e/, "e").replace("e+", "e")
      : String(Number(value.toPrecision(5)));
    return text.replace("-", "−").replace("e-", "e−");
  };
  const primes = ["", "′", "″"];
  const subject = (order) => `f${primes[order]}`;

  // Places on a linear axis: 1, 2 or 5 times a power of ten apart.
  const linearTicks = (low, high, count = 6) => {
    const rough = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough);
    const ticks = [];
    for (let n = Math.ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; n += 1) {
      ticks.push(Number((n * step).toPrecision(12)));
    }
    return ticks;
  };

  // MARK: Articles

  const coordinates = (entry) => {
    const [left, top, right, bottom] = entry.box;
    const [low, high] = entry.y;
    const first = data.near.first;
    const span = data.near.step * (data.near.count - 1);
    return {
      left, top, right, bottom,
      x: (value) => left + (right - left) * (value - first) / span,
      y: (value) => bottom - (bottom - top) * (value - low) / (high - low),
    };
  };

  // A line through values over a grid. It ends where one is missing or infinite; where the function
  // jumps it goes to the limit from the left, and on from the one from the right. Values far out stay
  // drawable, and are clipped.
  const path = (values, breaks, grid, x, y, low, high) => {
    let text = "";
    let isDrawing = false;
    const go = (at, value) => {
      const height = Number.isFinite(value) ? y(value) : NaN;
      if (Number.isNaN(height)) { isDrawing = false; return; }
      const drawn = Math.min(Math.max(height, low), high);
      text += `${isDrawing ? "L" : "M"}${x(at).toFixed(2)} ${drawn.toFixed(2)}`;
      isDrawing = true;
    };
    const near = 1e-9 * grid.step;
    const ahead = breaks.filter(([at]) => at >= grid.first - near);
    values.forEach((value, index) => {
      const here = place(grid, index);
      let isBreak = false;
      while (ahead.length && ahead[0][0] <= here + near) {
        const [at, left, right] = ahead.shift();
        go(at, left);
        isDrawing = false;
        go(at, right);
        isBreak = at >= here - near;
      }
      if (!isBreak) go(here, value);
    });
    return text;
  };

  // What varies the parameters of a function, and the one that is varied.
  const variations = new Map();
  let varied = null;

  const equip = (article) => {
    const entry = byID.get(article.id);
    const figure = one("figure svg", article);
    const slider = one(".at", article);
    if (!entry || !figure || !slider) return;
    const output = one(".reading output", article);
    const map = coordinates(entry);
    let values = entry.samples.near;
    let grid = data.near;
    const marks = svgElement("g", { class: "marks", "aria-hidden": "true" });
    const line = svgElement("line", { y1: map.top, y2: map.bottom, class: "reading-line" });
    const dots = [1, 2].map((number) => svgElement("circle", { r: 3, class: `read-${number}` }));
    marks.append(line, ...dots);
    figure.append(marks);

    const read = () => {
      const x = place(data.near, Number(slider.value));
      const index = Math.round((x - grid.first) / grid.step);
      const at = place(grid, index);
      const left = map.x(at);
      line.setAttribute("x1", left);
      line.setAttribute("x2", left);
      dots.forEach((dot, order) => {
        const value = values[order][index];
        const height = value === null ? NaN : map.y(value);
        const isSeen = height >= map.top - 1 && height <= map.bottom + 1;
        dot.setAttribute("cx", left);
        dot.setAttribute("cy", isSeen ? height : map.top);
        dot.toggleAttribute("hidden", !isSeen);
        dot.style.display = isSeen ? "" : "none";
      });
      const text = [`x = ${written(at)}`, ...values.map((order, number) =>
        `${subject(number)} = ${written(order[index])}`)].join(", ");
      output.textContent = text;
      slider.setAttribute("aria-valuetext", text);
    };
    const hover = (event) => {
      const box = figure.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width * entry.box[4];
      const share = (x - map.left) / (map.right - map.left);
      if (share < 0 || share > 1) return;
      slider.value = Math.round(share * (data.near.count - 1));
      read();
    };
    figure.addEventListener("pointermove", hover);
    figure.addEventListener("pointerdown", hover);
    slider.addEventListener("input", read);

    // Curves of other parameters stand in for those of the figure.
    const drawn = all(".curve, .dot", figure);
    const others = [1, 2].map((number) => svgElement("path", { class: `other other-${number}` }));
    marks.prepend(...others);
    const codes = all("code[data-varied]", article);
    const usualCodes = codes.map((code) => code.textContent);
    const knobs = [];
    for (const input of all(".variation input", article)) {
      const variation = entry.samples.variations[Number(input.dataset.variation)];
      const result = one("output", input.closest(".variation"));
      const show = (isChange) => {
        const chosen = Number(input.value);
        result.textContent = `${variation.parameter} = ${written(variation.values[chosen])}`;
        input.setAttribute("aria-valuetext", result.textContent);
        if (!isChange) return;
        for (const knob of knobs) if (knob.input !== input) knob.reset();
        const isUsual = chosen === variation.usual;
        const given = { name: variation.parameter, value: String(variation.values[chosen]) };
        varied = isUsual ? null : { id: article.id, ...given };
        codes.forEach((code, number) => {
          code.textContent = isUsual ? usualCodes[number]
            : code.dataset.varied.replace(/\{(name|value)\}/g, (_, key) => given[key]);
        });
        values = isUsual ? entry.samples.near : variation.curves[chosen];
        grid = isUsual ? data.near : data.coarse;
        one(".usual-note", article).hidden = isUsual;
        for (const shape of drawn) shape.style.display = isUsual ? "" : "none";
        others.forEach((other, order) => other.setAttribute("d", isUsual ? "" : path(
          values[order], variation.breaks[chosen][order], grid, map.x, map.y, map.top, map.bottom)));
        read();
      };
      input.addEventListener("input", () => { show(true); keepAddress(); });
      // One parameter is varied at a time, and the others have their usual values.
      const reset = () => { input.value = variation.usual; show(false); };
      const choose = (value) => {
        const gaps = variation.values.map((other) => Math.abs(other - value));
        input.value = gaps.indexOf(Math.min(...gaps));
        show(true);
      };
      const usual = variation.values[variation.usual];
      knobs.push({ input, reset, choose, parameter: variation.parameter, usual });
      reset();
    }
    variations.set(article.id, knobs);
    read();
  };

  // MARK: Search

  const articles = all("article.function");
  const filters = one(".filters");
  // Spaces, underscores and the order of what max and min take are written in many ways, and modules
  // before names are left out.
  const plain = (text) => text.toLowerCase().replace(/[\s_]+/g, "")
    .replace(/(max|min)\(([^(),]+),([^(),]+)\)/g, (_, name, first, second) =>
      `${name}(${[first, second].sort().join()})`);
  const searched = new Map(articles.map((article) => [article, plain(article.dataset.words)]));
  const withoutModule = (word) => (/^[a-z_.]+\.[a-z_]\w*$/i.test(word)
    ? word.slice(word.lastIndexOf(".") + 1) : word);
  const filter = () => {
    const query = one("#search").value;
    const wanted = query.split(/\s+/).map((word) => plain(withoutModule(word))).filter(Boolean);
    const whole = plain(query);
    const family = one("#family")?.value ?? "";
    const framework = one("#framework")?.value ?? "";
    const properties = all("[name=property]:checked").map((box) => box.value);
    let count = 0;
    for (const article of articles) {
      const { family: own, frameworks, properties: has } = article.dataset;
      const text = searched.get(article);
      const isShown = (text.includes(whole) || wanted.every((word) => text.includes(word)))
        && (!family || own === family)
        && (!framework || frameworks.split(" ").includes(framework))
        && properties.every((property) => has.split(" ").includes(property));
      article.hidden = !isShown;
      if (isShown) count += 1;
    }
    const isAll = count === articles.length;
    one(".nothing").hidden = count > 0;
    one("[type=reset]", filters).hidden = isAll;
    one(".shown").textContent = isAll ? "" : words.shown.replace("{n}", count)
      .replace("{m}", articles.length);
  };

  // MARK: Comparison

  const explorer = one("#explorer");
  const usual = { order: "0", scale: "linear", range: "near", single: "", threshold: "0" };
  const most = 4;
  let state = { compare: [], ...usual };
  let reading = 0;

  const fragment = () => {
    const parts = [];
    if (state.compare.length > 0) {
      parts.push(`compare=${state.compare.map(encodeURIComponent).join(",")}`);
      for (const key of Object.keys(usual)) {
        const value = key === "threshold" && state[key] !== "0" ? String(limit()) : state[key];
        if (state[key] !== usual[key]) parts.push(`${key}=${value}`);
      }
    }
    if (filters) {
      for (const [key, id] of searchKeys) {
        const value = one(id)?.value.trim();
        if (value) parts.push(`${key}=${encodeURIComponent(value)}`);
      }
      const properties = all("[name=property]:checked").map((box) => box.value);
      if (properties.length > 0) parts.push(`has=${properties.join(",")}`);
    }
    if (varied) {
      parts.push(`show=${encodeURIComponent(varied.id)}`, `set=${varied.name}:${varied.value}`);
    }
    return parts.join("&");
  };
  const searchKeys = [["q", "#search"], ["family", "#family"], ["framework", "#framework"]];
  const stateKeys = ["compare", "has", "show", ...searchKeys.map(([key]) => key)];
  // Of what changes on and on only the last is a place to go back to.
  const keepAddress = () => history.replaceState(null, "", `#${fragment()}`);
  const limit = () => 10 ** (-Number(state.threshold) / 4);

  const grid = () => (state.range === "far" ? data.far : data.near);
  const valuesOf = (entry, order) => entry.samples[state.range][order];
  const single = (entry, order) => {
    const values = [...entry.samples.far[order]];
    for (const [index, value] of entry.samples.single[order]) values[index] = value;
    return values;
  };

  // The sides of the chart in pixels, so that its letters keep their size.
  const frame = { left: 64, top: 12 };
  const fitFrame = () => {
    frame.width = Math.max(280, one(".chart", explorer).clientWidth);
    // Not so high that the controls and what is read off are out of sight.
    frame.height = Math.min(Math.max(220, 0.45 * frame.width), Math.max(300, 0.48 * innerHeight));
    frame.right = frame.width - 12;
    frame.bottom = frame.height - 34;
  };
  const scales = (curves) => {
    const { first, step, count } = grid();
    const last = first + step * (count - 1);
    const x = (value) => frame.left + (frame.right - frame.left) * (value - first) / (last - first);
    const finite = curves.flat().filter((value) => Number.isFinite(value));
    const height = frame.bottom - frame.top;
    if (state.scale === "log") {
      const sizes = finite.map(Math.abs).filter((value) => value > 0);
      let low = Math.floor(Math.log10(Math.min(...sizes, 1)));
      let high = Math.ceil(Math.log10(Math.max(...sizes, 1e-300)));
      if (low >= high) [low, high] = [high - 1, high + 1];
      const y = (value) => (value === 0 ? NaN
        : frame.bottom - height * (Math.log10(Math.abs(value)) - low) / (high - low));
      const step10 = Math.max(1, Math.ceil((high - low) / 8));
      const ticks = [];
      for (let power = Math.ceil(low / step10) * step10; power <= high; power += step10) {
        ticks.push([10 ** power, power === 0 ? "1" : power === 1 ? "10" : `1e${power}`.replace("-", "−")]);
      }
      return { x, y, ticks };
    }
    // Beside a pole the rest would not be seen.
    const sorted = Float64Array.from(finite).sort();
    const rank = Math.floor(sorted.length / 50);
    const spread = sorted.length ? sorted[sorted.length - 1 - rank] - sorted[rank] : 0;
    let low = Math.max(Math.min(...finite, 0), Math.min(sorted[rank] - spread / 2, 0));
    let high = Math.min(Math.max(...finite, 0), Math.max(sorted[sorted.length - 1 - rank] + spread / 2, 0));
    if (low === high) [low, high] = [low - 1, high + 1];
    const margin = 0.05 * (high - low);
    [low, high] = [low - margin, high + margin];
    const y = (value) => frame.bottom - height * (value - low) / (high - low);
    return { x, y, ticks: linearTicks(low, high).map((tick) => [tick, written(tick)]) };
  };

  const text = (content, attributes) => {
    const element = svgElement("text", attributes);
    element.textContent = content;
    return element;
  };

  // Stretches in which the slope is below the threshold, as pairs of places.
  const deadZones = (entry) => {
    const slopes = valuesOf(entry, 1);
    const zones = [];
    let start = -1;
    slopes.forEach((slope, index) => {
      const isDead = slope !== null && Math.abs(slope) < limit();
      if (isDead && start < 0) start = index;
      if (start >= 0 && (!isDead || index === slopes.length - 1)) {
        zones.push([start, isDead ? index : index - 1]);
        start = -1;
      }
    });
    return zones;
  };

  const drawChart = () => {
    fitFrame();
    const chosen = state.compare.map((id) => byID.get(id));
    const order = Number(state.order);
    const curves = chosen.map((entry) => valuesOf(entry, order));
    const singles = state.single && state.range === "far"
      ? chosen.map((entry) => single(entry, order)) : [];
    const { x, y, ticks } = scales([...curves, ...singles]);
    const chart = svgElement("svg", {
      viewBox: `0 0 ${frame.width} ${frame.height}`, width: frame.width, height: frame.height,
      role: "img",
      "aria-label": `${words.comparison}: ${chosen.map((entry) =>
        `${entry.label}${primes[order]}`).join(", ")}`,
    });
    const sampled = grid();
    const last = place(sampled, sampled.count - 1);
    if (state.threshold !== "0") {
      chosen.forEach((entry, number) => {
        for (const [from, to] of deadZones(entry)) {
          const left = x(place(sampled, from));
          chart.append(svgElement("rect", {
            class: `zone zone-${number + 1}`, x: left, width: Math.max(1, x(place(sampled, to)) - left),
            y: frame.top + number * (frame.bottom - frame.top) / chosen.length,
            height: (frame.bottom - frame.top) / chosen.length,
          }));
        }
      });
    }
    for (const tick of linearTicks(sampled.first, last, Math.min(10, frame.width / 70))) {
      chart.append(
        svgElement("path", { class: "rule", d: `M${x(tick)} ${frame.top}V${frame.bottom}` }),
        text(written(tick), { x: x(tick), y: frame.bottom + 20, "text-anchor": "middle" }));
    }
    for (const [tick, label] of ticks) {
      chart.append(
        svgElement("path", { class: "rule", d: `M${frame.left} ${y(tick)}H${frame.right}` }),
        text(label, { x: frame.left - 8, y: y(tick) + 4, "text-anchor": "end" }));
    }
    const line = (curve, number) => path(
      curve, chosen[number].samples.breaks[order], sampled, x, y, frame.top - 1000,
      frame.bottom + 1000);
    // An inner picture is clipped to its sides.
    const inner = svgElement("svg", {
      x: frame.left, y: frame.top, width: frame.right - frame.left,
      height: frame.bottom - frame.top,
      viewBox: `${frame.left} ${frame.top} ${frame.right - frame.left} ${frame.bottom - frame.top}`,
    });
    curves.forEach((curve, number) => inner.append(svgElement("path", {
      class: `line line-${number + 1}`, d: line(curve, number) })));
    singles.forEach((curve, number) => inner.append(svgElement("path", {
      class: `line single line-${number + 1}`, d: line(curve, number) })));
    chart.append(inner,
      svgElement("path", { class: "sides", d: `M${frame.left} ${frame.top}H${frame.right}V${frame.bottom}H${frame.left}Z` }),
      svgElement("line", { class: "reading-line", y1: frame.top, y2: frame.bottom }));
    const slider = one("[name=x]", explorer);
    slider.max = sampled.count - 1;
    // The place stays the same on another axis, as near as its samples are.
    slider.value = Math.round((reading - sampled.first) / sampled.step);
    const readUnder = (event) => {
      const box = chart.getBoundingClientRect();
      const at = (event.clientX - box.left) / box.width * frame.width;
      const share = (at - frame.left) / (frame.right - frame.left);
      if (share < 0 || share > 1) return;
      slider.value = Math.round(share * (sampled.count - 1));
      readChart();
    };
    chart.addEventListener("pointermove", readUnder);
    chart.addEventListener("pointerdown", readUnder);
    one(".chart", explorer).replaceChildren(chart);
    readChart();
  };

  const readChart = () => {
    const slider = one("[name=x]", explorer);
    const index = Number(slider.value);
    const sampled = grid();
    const at = place(sampled, index);
    reading = at;
    const left = frame.left + (frame.right - frame.left) * index / (sampled.count - 1);
    const line = one(".chart .reading-line", explorer);
    line.setAttribute("x1", left);
    line.setAttribute("x2", left);
    const order = Number(state.order);
    const parts = state.compare.map((id) => {
      const entry = byID.get(id);
      const value = `${entry.label}${primes[order]} ${written(valuesOf(entry, order)[index])}`;
      const inSingle = state.single && state.range === "far"
        ? ` (float32: ${written(single(entry, order)[index])})` : "";
      return value + inSingle;
    });
    const output = one(".reading output", explorer);
    const said = [`x = ${written(at)}`, ...parts];
    output.replaceChildren(...said.map((part) => {
      const span = document.createElement("span");
      span.textContent = part;
      return span;
    }));
    slider.setAttribute("aria-valuetext", said.join(", "));
  };

  const command = () => {
    const format = one("[name=format]", explorer).value;
    const chosen = state.compare.map((id) => byID.get(id));
    const flags = [
      state.order === "1" ? "--grad" : state.order === "2" ? "--order 2" : "",
      state.scale === "log" ? "--yscale log" : "",
      state.range === "far" ? "--range=-128:128" : "",
      state.threshold === "0" ? "" : `--saturation ${Number(limit().toPrecision(3))}`,
    ].filter(Boolean);
    return ["actplot", ...chosen.map((entry) => entry.word), ...flags, `-o figure.${format}`].join(" ");
  };

  const showChosen = () => {
    one(".chosen", explorer).replaceChildren(...state.compare.map((id, number) => {
      const entry = byID.get(id);
      const item = document.createElement("li");
      const swatch = svgElement("svg", { class: "swatch", viewBox: "0 0 28 10", "aria-hidden": "true" });
      swatch.append(svgElement("path", { class: `line line-${number + 1}`, d: "M1 5H27" }));
      const name = document.createElement("a");
      name.href = `#${id}`;
      name.textContent = entry.label;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "×";
      button.setAttribute("aria-label", words.remove.replace("{name}", entry.label));
      button.addEventListener("click", () => {
        choose(state.compare.filter((other) => other !== id));
        one(explorer.hidden ? `#${CSS.escape(id)} .compare` : ".chosen button")?.focus();
      });
      item.append(swatch, name, button);
      return item;
    }));
  };

  const showDead = () => {
    const list = one(".dead", explorer);
    const output = one(".threshold output", explorer);
    output.textContent = state.threshold === "0" ? words.off : written(limit());
    one("[name=threshold]", explorer).setAttribute("aria-valuetext", output.textContent);
    list.replaceChildren();
    if (state.threshold === "0") return;
    const sampled = grid();
    for (const id of state.compare) {
      const entry = byID.get(id);
      const zones = deadZones(entry).map(([from, to]) =>
        `${written(place(sampled, from))} … ${written(place(sampled, to))}`);
      const item = document.createElement("li");
      item.textContent = `${entry.label}: |f′| < ${written(limit())}: x = ${zones.slice(0, 4).join(", ") || "–"}`;
      list.append(item);
    }
  };

  const show = () => {
    explorer.hidden = state.compare.length === 0;
    root.classList.toggle("comparing", !explorer.hidden);
    for (const article of articles) {
      const isChosen = state.compare.includes(article.id);
      one(".compare", article)?.setAttribute("aria-pressed", String(isChosen));
      one(".to-comparison", article)?.toggleAttribute("hidden", !isChosen);
    }
    if (explorer.hidden) return;
    for (const name of ["order", "scale", "range"]) {
      one(`[name=${name}][value="${state[name]}"]`, explorer).checked = true;
    }
    const box = one("[name=single]", explorer);
    box.checked = state.single === "1";
    box.disabled = state.range !== "far";
    one("[name=threshold]", explorer).value = state.threshold;
    showChosen();
    showDead();
    drawChart();
    showCommand();
  };

  const showCommand = () => {
    one(".command code", explorer).textContent = command();
    one(".command-note", explorer).hidden = state.scale !== "log" && !state.single;
  };

  // A change is a step to go back from, unless it is one of many on the way.
  const change = (more, isStep = true) => {
    state = { ...state, ...more };
    one(".notice", explorer).textContent = "";
    const address = fragment();
    if (isStep) history.pushState(null, "", `#${address}`);
    else history.replaceState(null, "", `#${address}`);
    show();
  };
  const choose = (ids) => change({ compare: ids });

  const readAddress = () => {
    const given = new URLSearchParams(decodeSafely(location.hash.slice(1)));
    // What is not there is not shown alone.
    const embedded = byID.has(given.get("embed")) ? given.get("embed") : null;
    root.classList.toggle("embedded", embedded !== null);
    for (const article of articles) article.classList.toggle("only", article.id === embedded);
    tellUnknown([]);
    if (!stateKeys.some((key) => given.has(key))) {
      // The name of a place in the page.
      const name = decodeSafely(location.hash.slice(1));
      if (name === "" || given.has("embed")) {
        state = { compare: [], ...usual };
        if (name === "") readFilters(given);
        resetVariations();
        show();
      }
      const unknown = given.has("embed") ? (embedded ? "" : given.get("embed")) : name;
      if (unknown && !document.getElementById(unknown)) tellUnknown([unknown]);
      return;
    }
    const names = (given.get("compare") ?? "").split(",").filter(Boolean);
    const ids = names.filter((id, index) => byID.has(id) && names.indexOf(id) === index);
    const shown = given.get("show");
    readFilters(given);
    resetVariations();
    tellUnknown([...names, shown].filter((id) => id && !byID.has(id)));
    const pick = (key, allowed) => (allowed.includes(given.get(key)) ? given.get(key) : usual[key]);
    const threshold = Number(given.get("threshold"));
    const steps = Math.round(-4 * Math.log10(threshold));
    state = {
      compare: ids.slice(0, most), order: pick("order", ["0", "1", "2"]),
      scale: pick("scale", ["linear", "log"]), range: pick("range", ["near", "far"]),
      single: pick("single", ["1"]), threshold: steps >= 1 && steps <= 24 ? String(steps) : "0",
    };
    show();
    if (byID.has(shown)) vary(shown, given.get("set") ?? "");
    if (!explorer.hidden) explorer.scrollIntoView();
    else if (byID.has(shown)) document.getElementById(shown).scrollIntoView();
  };
  const readFilters = (given) => {
    if (!filters) return;
    for (const [key, id] of searchKeys) {
      const control = one(id);
      if (control) control.value = given.get(key) ?? "";
      // A choice that there is not leaves nothing chosen.
      if (control?.selectedIndex === -1) control.value = "";
    }
    const properties = (given.get("has") ?? "").split(",");
    for (const box of all("[name=property]")) box.checked = properties.includes(box.value);
    filter();
  };
  const resetVariations = () => {
    if (!varied) return;
    const [knob] = variations.get(varied.id);
    knob.choose(knob.usual);
  };
  const vary = (id, setting) => {
    const [name, value] = setting.split(":");
    const knobs = variations.get(id) ?? [];
    const knob = knobs.find(({ parameter }) => parameter === name);
    if (knob && value && Number.isFinite(Number(value))) knob.choose(Number(value));
    else if (name) tellUnknown([name]);
  };

  // How many letters have to change to make one word of another.
  const distance = (a, b) => {
    let row = [...b, ""].map((_, index) => index);
    [...a].forEach((letter, i) => {
      let corner = row[0];
      row[0] = i + 1;
      [...b].forEach((other, k) => {
        const value = Math.min(row[k] + 1, row[k + 1] + 1, corner + (letter === other ? 0 : 1));
        corner = row[k + 1];
        row[k + 1] = value;
      });
    });
    return row[b.length];
  };
  const tellUnknown = (names) => {
    one(".page-notice").textContent = names.map((name) => {
      const word = [...name].slice(0, 60).join("");
      const near = functions.map(({ id }) => ({ id, gap: distance(word.toLowerCase(), id) }))
        .sort((one, other) => one.gap - other.gap)[0];
      const hint = near && near.gap <= (word.length < 4 ? 1 : Math.max(2, word.length / 3))
        ? ` ${words.meant.replace("{name}", () => near.id)}` : "";
      return words.unknownName.replace("{name}", () => word) + hint;
    }).join(" ");
  };
  const decodeSafely = (hash) => {
    try { return decodeURIComponent(hash); } catch { return ""; }
  };

  // MARK: Listening

  for (const article of articles) equip(article);
  for (const button of all("button.compare")) {
    button.addEventListener("click", () => {
      const { id } = button.closest("article");
      if (state.compare.includes(id)) {
        choose(state.compare.filter((other) => other !== id));
      } else if (state.compare.length === most) {
        one(".notice", explorer).textContent = words.tooMany;
        explorer.scrollIntoView();
      } else {
        choose([...state.compare, id]);
      }
    });
  }
  filters?.addEventListener("input", () => { filter(); keepAddress(); });
  filters?.addEventListener("submit", (event) => event.preventDefault());
  filters?.addEventListener("reset", () => setTimeout(() => {
    filter();
    keepAddress();
    // The button goes, and what had its focus would be nowhere.
    one("#search").focus();
  }));
  const close = () => {
    const [first] = state.compare;
    choose([]);
    if (first) one(`#${CSS.escape(first)} .compare`)?.focus();
  };
  one(".close", explorer).addEventListener("click", close);
  explorer.addEventListener("keydown", (event) => { 
    if (event.key === "Escape" && !event.target.matches("select")) close();
  });
  for (const button of all(".to-comparison")) {
    button.addEventListener("click", () => {
      explorer.scrollIntoView();
      one(".chosen a", explorer).focus({ preventScroll: true });
    });
  }
  for (const input of all("[type=radio]", explorer)) {
    input.addEventListener("change", () => change({ [input.name]: input.value }));
  }
  one("[name=single]", explorer).addEventListener("change", (event) =>
    change({ single: event.target.checked ? "1" : "" }));
  one("[name=threshold]", explorer).addEventListener("input", (event) =>
    change({ threshold: event.target.value }, false));
  one("[name=x]", explorer).addEventListener("input", readChart);
  one("[name=format]", explorer).addEventListener("change", () => {
    showCommand();
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button.copy");
    if (!button) return;
    const code = one("code", button.parentElement);
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = label; }, 1500);
    } catch {
      // Where nothing may be copied, the words are at least marked.
      getSelection().selectAllChildren(code);
    }
  });
  let redrawing = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(redrawing);
    redrawing = requestAnimationFrame(() => { if (!explorer.hidden) drawChart(); });
  });
  addEventListener("popstate", readAddress);
  addEventListener("hashchange", readAddress);
  readAddress();
})();
