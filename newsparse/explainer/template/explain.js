"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const page = $("page");
  const rows = [...page.querySelectorAll("li[id]")];
  const boxes = [...document.querySelectorAll(".chip input")];
  const live = $("live");
  const shown = (row) => row.offsetParent !== null;
  const numberOf = (row) => Number(row.id.slice(1));

  // Places are written as what differs from the row before: "3/p[2]" keeps its first three steps.
  let steps = [];
  for (const row of rows) {
    const at = row.dataset.at;
    const parted = /^(\d+)\/(.*)$/.exec(at);
    if (parted) steps = steps.slice(0, Number(parted[1])).concat(parted[2] ? parted[2].split("/") : []);
    const code = document.createElement("code");
    code.textContent = parted ? steps.join("/") : at;
    row.lastElementChild.append(code);
    row.tabIndex = -1;
  }

  // Which fields a segment is in, and which segments a field is drawn from.
  const fieldsOf = new Map();
  const rowsOf = new Map();
  for (const link of document.querySelectorAll('#record .from a[href^="#s"]')) {
    const field = link.closest(".field");
    const first = Number(link.hash.slice(2));
    const last = Number(link.dataset.to || first);
    for (let number = first; number <= last; number++) {
      const row = rows[number - 1];
      if (!row) continue;
      if (!fieldsOf.has(row)) fieldsOf.set(row, new Set());
      fieldsOf.get(row).add(field);
      if (!rowsOf.has(field)) rowsOf.set(field, new Set());
      rowsOf.get(field).add(row);
    }
  }
  const light = (things, on) => { for (const thing of things || []) thing.classList.toggle("lit", on); };
  for (const [field, drawn] of rowsOf) {
    for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      field.addEventListener(event, () => light(drawn, on));
    }
  }
  const rowOf = (event) => event.target.closest && event.target.closest("li[id]");
  for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    page.addEventListener(event, (what) => { const row = rowOf(what); if (row) light(fieldsOf.get(row), on); });
  }

  // On a phone the page comes first, and the record below it is folded until it is asked for.
  const fold = $("fold");
  const phone = matchMedia("(max-width:52rem)");
  const unfold = () => { fold.open = true; };
  const arrange = () => {
    fold.open = !phone.matches;
    fold.firstElementChild.tabIndex = phone.matches ? 0 : -1;
  };
  arrange();
  phone.addEventListener("change", arrange);
  addEventListener("beforeprint", unfold);
  document.querySelector(".to-record").addEventListener("click", unfold);

  // One row takes part in the tab order; the keys move it.
  let here = rows[0];
  const stand = (row) => {
    if (!row) return;
    if (here) here.tabIndex = -1;
    here = row;
    row.tabIndex = 0;
  };
  stand(here);
  const go = (row) => {
    if (!row) return;
    document.body.classList.remove("off");
    document.body.classList.add("keyed");
    stand(row);
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const next = (step, fits) => {
    let at = rows.indexOf(here) + (document.activeElement === here || step < 0 ? step : 0);
    for (; rows[at]; at += step) if (shown(rows[at]) && fits(rows[at])) return rows[at];
    return null;
  };
  const alike = (row) => row.className.split(" ")[0] === here.className.split(" ")[0];
  const any = () => true;
  const keys = {
    j: () => go(next(1, any)),
    k: () => go(next(-1, any)),
    n: () => go(next(1, alike)),
    p: () => go(next(-1, alike)),
    f: () => { const box = $("show-furniture"); if (box) { box.checked = !box.checked; told(); } },
    r: () => {
      const [field] = fieldsOf.get(here) || [];
      const link = field && field.querySelector(".from a");
      if (link) { unfold(); field.scrollIntoView({ block: "nearest" }); link.focus(); }
    },
    Escape: () => { document.body.classList.add("off"); if (document.activeElement) document.activeElement.blur(); },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
  });
  addEventListener("mousemove", () => document.body.classList.remove("off", "keyed"));
  page.addEventListener("click", (event) => { const row = rowOf(event); if (row && !String(getSelection())) go(row); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#s"]');
    const row = link && $(link.hash.slice(1));
    if (!row) return;
    const box = boxes.find((one) => row.classList.contains(one.value));
    if (box && !box.checked) { box.checked = true; told(); }
    event.preventDefault();
    go(row);
    row.scrollIntoView({ block: "center" });
  });

  // The filter itself is style; this tells how many are left, and draws the map again.
  const told = () => {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    const left = rows.filter((row) => !off.has(row.className.split(" ")[0]));
    live.textContent = left.length + " of " + rows.length + " segments shown";
    if (here && !left.includes(here)) stand(left[0]);
    draw();
  };
  for (const box of boxes) box.addEventListener("change", told);
  $("all").addEventListener("click", () => { for (const box of boxes) box.checked = true; told(); });
  $("story").addEventListener("click", () => { for (const box of boxes) box.checked = box.value !== "furniture"; told(); });

  // The map at the edge: where on the page which label stands.
  const map = $("map");
  const draw = () => {
    const ratio = devicePixelRatio || 1;
    map.width = 14 * ratio;
    map.height = innerHeight * ratio;
    const pen = map.getContext("2d");
    const scale = map.height / document.documentElement.scrollHeight;
    const inks = {};
    for (const box of boxes) inks[box.value] = getComputedStyle(box.parentElement).getPropertyValue("--ink");
    for (const row of rows) {
      const box = row.getBoundingClientRect();
      if (!box.height) continue;
      const label = row.className.split(" ")[0];
      pen.globalAlpha = label === "furniture" ? 0.2 : 0.9;
      pen.fillStyle = inks[label];
      pen.fillRect(3 * ratio, (box.top + scrollY) * scale, 8 * ratio, Math.max(box.height * scale, ratio));
    }
  };
  map.addEventListener("click", (event) => scrollTo({ top: (event.clientY / innerHeight) * document.documentElement.scrollHeight - innerHeight / 2 }));
  addEventListener("resize", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
})();
