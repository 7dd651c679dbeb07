// SPDX-License-Identifier: Apache-2.0
// The page works without this: citations are links to the articles at its end. Here they open beside the line instead.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  // --- the panel with the article ---
  const panel = $("#panel"), body = $("#panel-body"), tabs = $("#panel-tabs"), quoted = $("#panel-line");
  let opener = null, stops = [], at = 0;

  const numberOf = (cite) => cite.split("-")[1];

  function showArticle(number, cites) {
    const source = document.getElementById(`d-${number}`);
    if (!source) return;
    const copy = source.cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("tabindex");
    $$(".anchor", copy).forEach((node) => node.replaceWith(...node.childNodes));
    const wanted = new Set(cites), lead = cites[0];
    for (const mark of $$("mark", copy)) {
      const names = mark.dataset.in.split(" ");
      mark.classList.toggle("on", names.some((name) => wanted.has(name)));
      mark.classList.toggle("lead", names.includes(lead));
    }
    body.replaceChildren(copy);
    // One stop for each run of marked words: a mark cut in pieces is one place to read.
    stops = [];
    for (const mark of $$("mark.on", copy)) {
      const run = stops.at(-1);
      if (run && mark.previousSibling === run.at(-1)) run.push(mark); else stops.push([mark]);
    }
    at = Math.max(0, stops.findIndex((run) => run.some((mark) => mark.classList.contains("lead"))));
    body.scrollTop = 0;
    if (stops.length) centre(stops[at]);
    $$("[data-step]", panel).forEach((button) => { button.hidden = stops.length < 2; });
    $$("button", tabs).forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.number === number)));
  }

  function centre(run) {
    $$("mark.now", body).forEach((mark) => mark.classList.remove("now"));
    run.forEach((mark) => mark.classList.add("now"));
    const box = body.getBoundingClientRect(), spot = run[0].getBoundingClientRect();
    body.scrollTop += spot.top - box.top - box.height / 3;
  }

  function open(link) {
    const cites = link.dataset.cites.split(" ");
    const numbers = [...new Set(cites.map(numberOf))];
    if (opener) opener.classList.remove("on");
    opener = link;
    opener.classList.add("on");
    const line = link.matches(".line") ? link : link.closest("li, p, td")?.querySelector("a.line");
    quoted.replaceChildren();
    if (line) quoted.append(...[...line.childNodes].map((node) => node.cloneNode(true)));
    tabs.replaceChildren(...(numbers.length < 2 ? [] : numbers.map((number) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.number = number;
      const outlet = document.querySelector(`#d-${number} [data-outlet]`);
      button.textContent = `${number} · ${outlet ? outlet.textContent : ""}`;
      button.addEventListener("click", () => showArticle(number, cites.filter((cite) => numberOf(cite) === number)));
      return button;
    })));
    if (!panel.open) {
      // Beside the text where there is room, over it (and holding the focus) where there is not.
      if (matchMedia("(min-width: 68.75rem)").matches) panel.show(); else panel.showModal();
    }
    document.body.classList.add("reading");
    showArticle(numbers[0], cites.filter((cite) => numberOf(cite) === numbers[0]));
    const top = link.getBoundingClientRect();
    if (top.top < 0 || top.bottom > innerHeight) link.scrollIntoView({ block: "center" });
    $("#panel-title").focus({ preventScroll: true });
  }

  function close() {
    if (panel.open) panel.close();
  }

  panel.addEventListener("close", () => {
    document.body.classList.remove("reading");
    if (!opener) return;
    opener.classList.remove("on");
    if (opener.isConnected) {
      opener.focus({ preventScroll: true });
      const spot = opener.getBoundingClientRect();
      if (spot.top < 0 || spot.bottom > innerHeight) opener.scrollIntoView({ block: "center" });
    }
    opener = null;
  });
  panel.addEventListener("click", (event) => { if (event.target === panel) close(); });
  $("[data-close]", panel).addEventListener("click", close);
  $$("[data-step]", panel).forEach((button) => button.addEventListener("click", () => {
    if (!stops.length) return;
    at = (at + Number(button.dataset.step) + stops.length) % stops.length;
    centre(stops[at]);
  }));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && panel.open) { event.preventDefault(); close(); } });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cites]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link);
  });

  // --- filters of the timeline and the map ---
  const chosen = { factuality: new Set(), type: new Set(), party: new Set() };
  const happenings = $$(".happening").map((node) => ({
    node,
    id: node.dataset.happening,
    factuality: [node.dataset.factuality],
    type: [node.dataset.type],
    party: JSON.parse(node.dataset.party),
  }));
  let redrawMap = () => {};

  function applyFilters() {
    const fits = (item) => Object.entries(chosen).every(([kind, values]) => !values.size || item[kind].some((v) => values.has(v)));
    const seen = new Set(happenings.filter(fits).map((item) => item.id));
    const active = Object.values(chosen).some((values) => values.size);
    $$("[data-happening]").forEach((node) => { node.hidden = !seen.has(node.dataset.happening); });
    for (const box of [...$$(".timeline details"), ...$$(".timeline .group"), ...$$(".timeline .day")]) {
      const any = !!$(".happening:not([hidden])", box);
      box.hidden = !any;
      if (box.tagName === "DETAILS") box.open = active && any;
    }
    $("[data-shown]").textContent = String(seen.size);
    $("[data-clear]").hidden = !active;
    redrawMap(seen);
  }

  const filters = $("[data-filters]");
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("click", (event) => {
      const pill = event.target.closest(".pill");
      if (pill) {
        const values = chosen[pill.dataset.kind], value = pill.dataset.value;
        if (values.has(value)) values.delete(value); else values.add(value);
        pill.setAttribute("aria-pressed", String(values.has(value)));
        applyFilters();
      } else if (event.target.closest("[data-clear]")) {
        Object.values(chosen).forEach((values) => values.clear());
        $$(".pill", filters).forEach((node) => node.setAttribute("aria-pressed", "false"));
        applyFilters();
      }
    });
  }

  // --- where the reader is ---
  const links = new Map($$(".contents a").map((link) => [link.getAttribute("href").slice(1), link]));
  if ("IntersectionObserver" in window) {
    const watcher = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        links.forEach((link) => link.classList.remove("here"));
        links.get(entry.target.getAttribute("aria-labelledby"))?.classList.add("here");
      }
    }, { rootMargin: "-15% 0px -75% 0px" });
    $$("main > section").forEach((section) => watcher.observe(section));
  }

  // --- map ---
  const box = $("#map");
  const data = JSON.parse($("#map-data").textContent);
  if (!box || !window.L || !data.points.length) return;
  box.hidden = false;
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const map = L.map(box, { zoomControl: false, attributionControl: false, minZoom: 3, maxZoom: 11, zoomSnap: .5, scrollWheelZoom: false, fadeAnimation: false });
  L.control.zoom({ zoomInTitle: data.words.zoom_in, zoomOutTitle: data.words.zoom_out, position: "topright" }).addTo(map);
  box.addEventListener("click", () => map.scrollWheelZoom.enable());
  box.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());

  const looks = {
    country: () => ({ fillColor: style("--land"), fillOpacity: 1, color: style("--border"), weight: .6 }),
    province: () => ({ fillColor: style("--land-near"), fillOpacity: 1, color: style("--province"), weight: .7 }),
    border: () => ({ fill: false, color: style("--border"), weight: 1.5 }),
  };
  const region = L.geoJSON(data.region, { interactive: false, style: (feature) => looks[feature.properties.level]() }).addTo(map);
  const rings = L.layerGroup().addTo(map);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    region.setStyle((feature) => looks[feature.properties.level]());
  });

  // Names of provinces where the zoom leaves room for them, of countries where it does not.
  const names = L.layerGroup(), countries = L.layerGroup();
  const addName = (layer, text, spot, kind) => {
    const label = document.createElement("bdi");
    label.textContent = text;
    label.dir = "auto";
    const icon = L.divIcon({ className: `map-name ${kind}`, html: label, iconSize: [130, 14] });
    layer.addLayer(L.marker(spot, { icon, interactive: false, keyboard: false }));
  };
  const middle = (feature) => {
    const largest = feature.geometry.coordinates.map((polygon) => L.polygon(polygon[0].map(([x, y]) => [y, x])).getBounds())
      .sort((a, b) => b.getNorth() - b.getSouth() - a.getNorth() + a.getSouth())[0];
    return largest.getCenter();
  };
  for (const feature of data.region.features) {
    const { level, iso } = feature.properties;
    if (level === "province") addName(names, feature.properties[data.language], middle(feature), "");
    if (level === "border" && data.countries[iso]) addName(countries, data.countries[iso], middle(feature), "country");
  }
  const toggleNames = () => {
    const near = map.getZoom() >= 7;
    map[near ? "addLayer" : "removeLayer"](names);
    map[near ? "removeLayer" : "addLayer"](countries);
  };
  map.on("zoomend", toggleNames);

  function drawSign(factuality) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg"), use = document.createElementNS(space, "use");
    svg.setAttribute("class", "sign");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#f-${factuality}`);
    svg.append(use);
    return svg;
  }

  function popup(point, lines) {
    const root = document.createElement("div");
    root.dir = document.documentElement.dir;
    const head = document.createElement("h4");
    head.textContent = point.name || data.words.precisions[point.precision];
    const note = document.createElement("p");
    note.className = "aside";
    note.textContent = point.coarsened ? data.words.coarsened : data.words.precisions[point.precision];
    const list = document.createElement("ul");
    for (const line of lines) {
      const item = document.createElement("li");
      const sign = document.createElement("span");
      sign.className = `fact ${line.factuality}`;
      sign.append(drawSign(line.factuality), line.label + " ");
      const text = document.createElement(line.cites.length ? "a" : "span");
      const isolated = document.createElement("bdi");
      isolated.textContent = line.text;
      text.append(isolated);
      if (line.cites.length) {
        text.className = "line";
        text.href = `#${line.cites[0]}`;
        text.dataset.cites = line.cites.join(" ");
      }
      item.append(sign, text);
      list.append(item);
    }
    root.append(head, note, list);
    return root;
  }

  redrawMap = (seen) => {
    rings.clearLayers();
    for (const point of data.points) {
      const lines = seen ? point.lines.filter((line) => seen.has(line.id)) : point.lines;
      if (!lines.length) continue;
      const where = [point.lat, point.lon];
      if (point.km) {
        rings.addLayer(L.circle(where, { radius: point.km * 1000, color: style("--accent"), weight: 1.2, dashArray: point.precision > 2 ? "4 4" : null, fillOpacity: .07, interactive: false }));
      }
      const size = 22 + Math.min(14, Math.round(4 * Math.log2(lines.length)));
      const count = document.createElement("span");
      count.textContent = String(lines.length);
      const icon = L.divIcon({ className: `map-point${point.coarsened ? " coarse" : ""}`, html: count, iconSize: [size, size] });
      const marker = L.marker(where, { icon, title: point.name, alt: `${point.name}: ${lines.length}` });
      marker.bindPopup(() => popup(point, lines), { maxWidth: 280 });
      rings.addLayer(marker);
    }
  };
  redrawMap(null);
  // The first view is of the region where most happenings lie; a capital far off is found by moving the map.
  const spots = data.points.flatMap((point) => point.lines.map(() => [point.lat, point.lon]));
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const heart = [median(spots.map((spot) => spot[0])), median(spots.map((spot) => spot[1]))];
  const off = (spot) => Math.hypot(spot[0] - heart[0], (spot[1] - heart[1]) * .8);
  const reach = Math.max(1.5, 3 * median(spots.map(off)));
  const near = data.points.map((point) => [point.lat, point.lon]).filter((spot) => off(spot) <= reach);
  map.fitBounds(L.latLngBounds(near.length ? near : spots).pad(.25), { maxZoom: 8 });
  toggleNames();
})();
