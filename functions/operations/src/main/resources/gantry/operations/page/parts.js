"use strict";

// What strangers wrote is shown as text: nothing of an answer ever becomes markup.

const byId = (id) => document.getElementById(id);
const GOOD = ["HEALTHY", "APPLIED", "RECOVERED", "ACTIVE", "ON_TRIAL", "CLOSED"];
const POOR = ["DEGRADED", "PARKED", "STALE", "IGNORED", "REVIEW", "PAST_DUE", "PAUSED", "HALF_OPEN"];

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function state(name) {
  const tone = GOOD.includes(name) ? "good" : POOR.includes(name) ? "poor" : "bad";
  return element("span", { className: `state ${tone}`, textContent: name });
}

/** A field's name as people write it: memoryMb is memory mb. */
function words(name) {
  return name.replace(/[a-z][A-Z]/g, ([end, begin]) => `${end} ${begin.toLowerCase()}`);
}

function told(value) {
  if (Array.isArray(value)) {
    return value.length === 0 ? "none" : value.map(told).join(", ");
  }
  return value !== null && typeof value === "object"
    ? Object.entries(value).map(([name, part]) => `${words(name)} ${told(part)}`).join(" · ")
    : String(value);
}

function facts(values) {
  const list = element("dl");
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") {
      list.append(element("dt", { textContent: words(name) }), element("dd", { textContent: told(value) }));
    }
  }
  return list;
}

function heading(...content) {
  return element("h2", { tabIndex: -1 }, ...content);
}

function article(title, mark, ...content) {
  return element("article", { ariaLabel: title }, element("h3", {}, title, mark), ...content);
}

function nothing() {
  return element("p", { textContent: "Nothing here." });
}

function button(text, action) {
  const made = element("button", { type: "button", textContent: text });
  made.addEventListener("click", () => attempt(action));
  return made;
}

// --- The API, as a session sees it -------------------------------------------------------------

class Refused extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

function csrfToken() {
  const pair = document.cookie.split("; ").find((text) => text.startsWith("__Host-gantry-csrf="));
  return pair ? pair.substring(pair.indexOf("=") + 1) : "";
}

async function send(method, path, headers, body) {
  const answer = await fetch(path, { method, headers, body, cache: "no-store", redirect: "error" });
  const text = await answer.text();
  const content = text === "" ? null : JSON.parse(text);
  const isHealth = answer.status === 503 && content?.components;
  if (!answer.ok && !isHealth) {
    throw new Refused(answer.status, content?.title ?? content?.message ?? "Refused");
  }
  return content;
}

function call(method, path, body) {
  const headers = { "X-CSRF-Token": csrfToken() };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    headers["Idempotency-Key"] = crypto.randomUUID();
  }
  return send(method, `/operator/v1${path}`, headers, body && JSON.stringify(body));
}

function say(text) {
  byId("message").textContent = text;
}

async function attempt(action) {
  say("");
  try {
    await action();
  } catch (failure) {
    const isOver = failure.status === 401 || (failure.status === 403 && !(await isSignedIn()));
    if (isOver) {
      showSignIn(OVER);
    } else {
      say(failure.status ? `${failure.message} (${failure.status})` : `No answer: ${failure.message}`);
    }
  }
}

// --- Lists, reasons and charts -----------------------------------------------------------------

function query(values) {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value));
}

function more(page, load) {
  return page.nextCursor ? button("More", () => load(page.nextCursor)) : null;
}

function searchForm(fields, search) {
  const inputs = fields.map((name) => element("input", { name, autocomplete: "off" }));
  const labels = inputs.map((input) => element("label", {}, words(input.name), input));
  const form = element("form", {}, ...labels, element("button", { textContent: "Search" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(() => search(Object.fromEntries(inputs.map((input) => [input.name, input.value.trim()]))));
  });
  return form;
}

/** A list with filters and a cursor; an answer that comes after a later question is dropped. */
async function showList(place, title, path, show, { fields = [], always = {}, below } = {}) {
  const items = element("div", { id: "items" });
  let asked = 0;
  const search = async (filter, cursor) => {
    const question = ++asked;
    items.ariaBusy = "true";
    try {
      const page = await call("GET", `${path}?${query({ ...always, ...filter, cursor, limit: 20 })}`);
      if (question === asked) {
        const rest = [more(page, (next) => search(filter, next)), below?.(filter)];
        append(items, page.items.map(show), element("div", { className: "rest" }, ...rest), cursor);
      }
    } finally {
      if (question === asked) {
        items.ariaBusy = "false";
      }
    }
  };
  place.replaceChildren(heading(title), fields.length ? searchForm(fields, search) : "", items);
  await search({});
}

/** The first page takes the place of what was there, each further one comes below. */
function append(items, shown, rest, cursor) {
  if (cursor === undefined) {
    items.replaceChildren(...(shown.length ? shown : [nothing()]), rest);
  } else {
    items.lastElementChild.replaceWith(...shown, rest);
    if (shown.length) {
      shown[0].tabIndex = -1;
      shown[0].focus();
    }
  }
}

/** Nothing is changed without a reason, which the audit keeps. */
function reasoned(place, verb, act) {
  const reason = element("input", { placeholder: "Why?", required: true, maxLength: 500, ariaLabel: "reason" });
  const cancel = button("Cancel", () => place.replaceChildren());
  const form = element("form", {}, reason, element("button", { textContent: verb }), cancel);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(async () => {
      const done = element("p", { tabIndex: -1, textContent: await act(reason.value.trim()) });
      place.replaceChildren(done);
      done.focus();
    });
  });
  place.replaceChildren(form);
  reason.focus();
}

function drawn(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/** One bar for each place that answered; the whole width is every read. */
function ratioChart(ratios) {
  const bars = Object.entries(ratios).map(([place, ratio]) => [`${place} ${Math.round(ratio * 1000) / 10} %`, ratio]);
  const chart = drawn("svg", { viewBox: `0 0 320 ${bars.length * 24}`, role: "img", class: "chart" });
  chart.setAttribute("aria-label", `Read from ${bars.map(([text]) => text).join(", ")}`);
  bars.forEach(([text, ratio], row) => {
    const y = row * 24;
    const label = drawn("text", { x: 4, y: y + 15 });
    label.textContent = text;
    chart.append(
      drawn("rect", { x: 0, y, width: 320, height: 20 }),
      drawn("rect", { x: 0, y, width: ratio * 320, height: 20, class: "ratio" }),
      label,
    );
  });
  return chart;
}
