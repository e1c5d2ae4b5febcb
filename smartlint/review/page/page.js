"use strict";
// Hides, orders and links what stands in the page. It makes no text of its own, and no markup but what stands there as such.

document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true });
  const figures = new Intl.NumberFormat(language);
  const byId = (id) => document.getElementById(id);

  // --- tables: sorted by a click on a heading, the rest of long ones shown by a button ---

  const keyOf = (row, at) => row.cells[at].dataset.key ?? row.cells[at].textContent.trim();

  const sort = (table, at) => {
    const heads = [...table.tHead.rows[0].cells];
    const head = heads[at];
    const isNumber = head.classList.contains("number");
    const first = isNumber ? "descending" : "ascending";
    const other = isNumber ? "ascending" : "descending";
    const order = head.getAttribute("aria-sort") === first ? other : first;
    const sign = order === "ascending" ? 1 : -1;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [keyOf(row, at), row]);
    rows.sort((one, two) => sign * collator.compare(one[0], two[0]));
    heads.forEach((one) => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", order);
    const shown = [...body.rows].filter((row) => !row.classList.contains("more")).length;
    rows.forEach(([, row], place) => row.classList.toggle("more", place >= shown));
    body.append(...rows.map(([, row]) => row));
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      if (head.classList.contains("chart")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, at));
      head.append(button);
    });
  }

  for (const button of document.querySelectorAll("button.unfold")) {
    button.addEventListener("click", () => {
      const rows = byId(button.getAttribute("aria-controls")).querySelectorAll("tr.more");
      rows.forEach((row) => row.classList.remove("more"));
      button.parentElement.hidden = true;
    });
  }

  // what is wider than its place can be scrolled by keys
  const regions = document.querySelectorAll(".scroll");
  const reach = () => {
    for (const region of regions) {
      const isCut = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
      if (isCut) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", reach);
  document.querySelectorAll("details").forEach((one) => one.addEventListener("toggle", reach));

  // --- the list of goals ---

  const form = byId("filters");
  const list = byId("goal-list");
  const count = byId("count");
  const more = byId("more-goals");
  const AT_ONCE = list.children.length;
  let room = AT_ONCE;
  let others = byId("other-goals"); // goals of which nothing is made before somebody asks for them
  const words = (text) => (text ?? "").split(" ");
  const told = (item) => ({
    item,
    show: words(item.dataset.show),
    team: item.dataset.team ?? "",
    owner: words(item.dataset.owner),
    kind: item.dataset.kind ?? "",
    due: words(item.dataset.due),
    text: null,
    size: item.querySelector(".findings")?.childElementCount ?? 0,
    found: null,
  });
  const goals = [...list.children].map(told);
  let ordered = goals;
  const makeAll = () => {
    if (!others) return;
    const made = new DOMParser().parseFromString(others.textContent, "text/html");
    const items = [...made.querySelector("ol").children];
    others.remove();
    others = null;
    items.forEach((item) => (item.hidden = true));
    list.append(...items);
    goals.push(...items.map(told));
  };

  const foundIn = (goal) =>
    (goal.found ??= [...goal.item.querySelectorAll(".findings > li")].map((one) => ({ item: one, ...one.dataset })));
  const textOf = (goal) => (goal.text ??= goal.item.textContent.toLocaleLowerCase(language));
  const wanted = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
  const ofGoal = (goal, want) =>
    (!want.show || goal.show.includes(want.show)) &&
    (!want.team || goal.team === want.team) &&
    (!want.owner || goal.owner.includes(want.owner)) &&
    (!want.kind || goal.kind === want.kind) &&
    (!want.due || goal.due.includes(want.due)) &&
    (!want.words || want.words.toLocaleLowerCase(language).split(/\s+/).every((word) => textOf(goal).includes(word)));
  const OF_FINDINGS = ["level", "rule", "quality", "news"];
  const ofFinding = (found, want) => OF_FINDINGS.every((name) => !want[name] || found[name] === want[name]);

  const keys = {
    team: (goal) => goal.team.padStart(6, "0"),
    due: (goal) => goal.due[goal.due.length - 1],
    owner: (goal) => (goal.owner[0] ?? "").padStart(6, "0"),
    place: (goal) => goal.item.querySelector(".place").textContent,
  };
  const order = (by) => {
    const key = keys[by];
    if (key) makeAll();
    ordered = key
      ? [...goals].map((goal) => [key(goal), goal]).sort((a, b) => collator.compare(a[0], b[0])).map(([, goal]) => goal)
      : goals;
    list.append(...ordered.map((goal) => goal.item));
  };

  const show = () => {
    const want = wanted();
    if (room > AT_ONCE || Object.keys(want).length) makeAll();
    const isAboutFindings = OF_FINDINGS.some((name) => want[name]);
    let matching = 0;
    let findings = 0;
    let all = 0;
    for (const goal of ordered) {
      if (goal.item.id) all += 1;
      let isShown = ofGoal(goal, want);
      if (isShown) {
        let there = goal.size;
        if (isAboutFindings || goal.found) {
          for (const found of foundIn(goal)) {
            found.item.hidden = !ofFinding(found, want);
            there -= found.item.hidden;
          }
        }
        isShown = !isAboutFindings || there > 0;
        if (isShown) {
          findings += there;
          if (goal.item.id) matching += 1;
          isShown = matching <= room;
        }
      }
      goal.item.hidden = !isShown;
    }
    if (others) {
      all += Number(others.dataset.goals);
      matching += Number(others.dataset.goals);
      findings += Number(others.dataset.findings);
    }
    const template = matching || findings ? count.dataset.goals : count.dataset.none;
    count.textContent = template
      .replace("{goals}", figures.format(matching))
      .replace("{all}", figures.format(all))
      .replace("{findings}", figures.format(findings));
    more.hidden = matching <= room;
  };

  // a list that is filtered has an address that can be sent to others: #goals?team=3&rule=TIM001
  const HERE = "#goals?";
  const addressed = () => {
    const stated = new URLSearchParams(wanted()).toString();
    history.replaceState(null, "", stated ? HERE + stated : "#goals");
  };
  const choose = (params) => {
    for (const field of form.elements) {
      if (!field.name) continue;
      const value = params.get(field.name) ?? "";
      if (value && field.options && ![...field.options].some((one) => one.value === value)) {
        // a single day, or what was there when the link was sent
        const option = document.createElement("option");
        option.value = option.textContent = value;
        field.append(option);
      }
      field.value = value;
    }
    room = AT_ONCE;
    order(form.elements.sort.value);
    show();
  };
  const follow = () => {
    const target = location.hash;
    if (target.startsWith(HERE)) {
      choose(new URLSearchParams(target.slice(HERE.length)));
      byId("goals").scrollIntoView();
      return;
    }
    if (!/^#g\d+$/.test(target)) return;
    if (!byId(target.slice(1))) makeAll();
    const item = byId(target.slice(1));
    if (!item) return;
    if (item.hidden) {
      choose(new URLSearchParams());
      item.hidden = false;
    }
    item.scrollIntoView();
    item.focus({ preventScroll: true });
  };

  for (const link of document.querySelectorAll("a[data-filter]")) link.href = HERE + link.dataset.filter;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    room = AT_ONCE;
    if (event.target.name === "sort") order(event.target.value);
    show();
    addressed();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(new URLSearchParams());
    addressed();
  });
  more.addEventListener("click", () => {
    makeAll();
    const next = ordered.findIndex((goal) => goal.item.hidden && ofGoal(goal, wanted()));
    room += AT_ONCE;
    show();
    if (next >= 0 && !ordered[next].item.hidden) ordered[next].item.focus();
  });
  // on paper nothing waits for a click
  let before = room;
  const make = (space) => {
    before = room;
    room = space;
    show();
  };
  addEventListener("beforeprint", () => make(Infinity));
  addEventListener("afterprint", () => make(before));
  addEventListener("hashchange", follow);
  show();
  follow();
  reach();
});
