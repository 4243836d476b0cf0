"use strict";

// What an operator sees and does; each panel fills the same place.

function fill(...content) {
  byId("panel").replaceChildren(...content);
}

async function showHealth() {
  const health = await call("POST", "/health");
  fill(
    element("h2", {}, "Health ", state(health.status)),
    ...health.components.map((part) =>
      article(part.name, state(part.status), facts({ latency: `${part.latencyMs} ms`, ...part.details })),
    ),
  );
}

function query(values) {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value));
}

function more(page, load) {
  return page.nextCursor ? button("More", () => load(page.nextCursor)) : null;
}

function searchForm(fields, search) {
  const inputs = fields.map((name) => element("input", { name, placeholder: name, ariaLabel: name }));
  const form = element("form", {}, ...inputs, element("button", { textContent: "Search" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(() => search(Object.fromEntries(inputs.map((input) => [input.name, input.value.trim()]))));
  });
  return form;
}

/** A list with filters and a cursor; an answer that comes after a later question is dropped. */
async function showList(title, path, fields, show, { always = {}, below } = {}) {
  const items = element("div", { id: "items" });
  let asked = 0;
  const search = async (filter, cursor) => {
    const question = ++asked;
    items.setAttribute("aria-busy", "true");
    const page = await call("GET", `${path}?${query({ ...always, ...filter, cursor, limit: 20 })}`);
    if (question !== asked) {
      return;
    }
    items.setAttribute("aria-busy", "false");
    const none = page.items.length === 0 ? element("p", { textContent: "Nothing here." }) : null;
    const rest = [none, more(page, (next) => search(filter, next)), below?.(filter)];
    items.replaceChildren(...page.items.map(show), ...rest.filter(Boolean));
  };
  fill(element("h2", { textContent: title }), fields.length ? searchForm(fields, search) : "", items);
  await search({});
}

function eventArticle(event) {
  const place = element("div");
  const made = article(
    `${event.provider} ${event.type ?? ""}`,
    state(event.state),
    element("p", { className: "quiet", textContent: `${event.receivedAt} · ${event.mode} · ${event.id}` }),
    event.reason ? element("p", { textContent: event.reason }) : null,
    element("p", {}, button("Timeline", () => showTimeline(event.id, place)), " ", replayButton(event.id, place)),
    place,
  );
  made.dataset.event = event.id;
  return made;
}

async function showTimeline(id, place) {
  const event = await call("GET", `/webhook-events/${encodeURIComponent(id)}`);
  const steps = event.timeline.map((step) => element("li", { textContent: `${step.at} ${step.event}` }));
  place.replaceChildren(
    element("ol", {}, ...steps),
    facts({
      resource: [event.resourceType, event.resource].filter(Boolean).join(" "),
      attempts: event.attempts,
      duplicates: event.duplicates,
      error: event.error,
      "next attempt": event.nextAttemptAt,
      signals: event.signals.map((signal) => signal.kind).join(", "),
      headers: event.headers,
    }),
  );
}

function replayButton(id, place) {
  return button("Replay", () => reasoned(place, "Replay", async (reason) => {
    const replay = await call("POST", `/webhook-events/${encodeURIComponent(id)}/replay`, { reason });
    return replay.deferredId ? "Taken down; it is replayed later." : `${replay.queued} queued, ${replay.skipped} skipped.`;
  }));
}

/** Up to 500 at once, the oldest first; what is applied already is skipped. */
function replayMany(filter) {
  const place = element("div");
  const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  const ask = button("Replay all of these", () => reasoned(place, "Replay all", async (reason) => {
    const replay = await call("POST", "/webhook-events/replay", { reason, ...set });
    const left = replay.nextCursor ? " There are more: repeat it." : "";
    return `${replay.matched} found, ${replay.queued} queued, ${replay.skipped} skipped.${left}`;
  }));
  return Object.keys(set).length ? element("div", {}, ask, place) : null;
}

/** Nothing is changed without a reason, which the audit keeps. */
function reasoned(place, verb, act) {
  const reason = element("input", { placeholder: "Why?", required: true, maxLength: 500, ariaLabel: "reason" });
  const form = element("form", {}, reason, element("button", { textContent: verb }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(async () => {
      const told = await act(reason.value.trim());
      place.replaceChildren(element("p", { className: "done", textContent: told }));
    });
  });
  place.replaceChildren(form);
  reason.focus();
}

function alertArticle(alert) {
  const isOpen = alert.state === "FIRING" && !alert.acknowledgedAt;
  return article(
    alert.rule,
    state(alert.state),
    facts({
      severity: alert.severity,
      value: alert.value,
      since: alert.firedAt,
      recovered: alert.recoveredAt,
      acknowledged: alert.acknowledgedBy && `${alert.acknowledgedBy}, ${alert.acknowledgedAt}`,
    }),
    isOpen ? button("Acknowledge", () => acknowledge(alert.id)) : null,
  );
}

async function acknowledge(id) {
  await call("POST", `/alerts/${encodeURIComponent(id)}/acknowledge`);
  await showPanel("Alerts");
}

function subscriptionArticle(subscription) {
  const { id, status, ...rest } = subscription;
  return article(id, state(status.toUpperCase()), facts(rest));
}

function paymentArticle(payment) {
  const { id, outcome, reason, evidence, ...rest } = payment;
  const place = element("div");
  return article(
    `${reason} ${id}`,
    state(outcome),
    facts(rest),
    element("p", {}, decisionButton(id, "CREDIT", place), " ", decisionButton(id, "REJECT", place)),
    place,
  );
}

function decisionButton(id, decision, place) {
  return button(decision, () => reasoned(place, decision, async (note) => {
    const claim = await call("POST", `/payments/${encodeURIComponent(id)}/resolve`, { decision, note });
    return `Now ${claim.outcome}.`;
  }));
}

// --- Dead letters: each is moved back or thrown away with a reason -------------------------------

async function showDeadLetters() {
  const queues = await call("GET", "/dead-letters");
  fill(element("h2", { textContent: "Dead letters" }), ...queues.items.map(queueArticle));
}

function queueArticle(queue) {
  const place = element("div");
  const show = button("Show", () => showLetters(queue, place));
  const all = () => settleButton(queue.queue, "requeue", "Requeue up to a hundred", undefined, place);
  const made = article(
    queue.queue,
    queue.waiting > 0 ? state("DEAD") : null,
    facts({ waiting: queue.waiting }),
    queue.waiting > 0 ? element("p", {}, show, " ", queue.requeueable ? all() : "") : null,
    place,
  );
  made.dataset.queue = queue.queue;
  return made;
}

async function showLetters(queue, place) {
  const page = await call("GET", `/dead-letters/${encodeURIComponent(queue.queue)}`);
  const none = page.items.length === 0 ? element("p", { textContent: "Nothing here." }) : null;
  place.replaceChildren(...page.items.map((letter) => letterArticle(queue, letter)), ...[none].filter(Boolean));
}

function letterArticle(queue, letter) {
  const { id, body, cut, ...rest } = letter;
  const place = element("div");
  const requeue = queue.requeueable ? settleButton(queue.queue, "requeue", "Requeue", [id], place) : "";
  return article(
    id,
    null,
    facts(rest),
    element("pre", { textContent: cut ? `${body}…` : body }),
    element("p", {}, requeue, " ", settleButton(queue.queue, "discard", "Discard", [id], place)),
    place,
  );
}

function settleButton(queue, act, verb, ids, place) {
  return button(verb, () => reasoned(place, verb, async (reason) => {
    const answer = await call("POST", `/dead-letters/${encodeURIComponent(queue)}/${act}`, { ids, reason });
    return `${answer.settled} done.`;
  }));
}

// --- Circuits: only what changed within the hour is known ----------------------------------------

function circuitArticle(circuit) {
  const { circuit: name, state: word, ...rest } = circuit;
  const made = article(name, state(word), facts(rest));
  made.dataset.circuit = name;
  return made;
}

// --- Precomputed views, with how they were read as bars ------------------------------------------

function drawn(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/** One bar for each place that answered; the whole width is every read. */
function ratioChart(ratios) {
  const bars = Object.entries(ratios);
  const chart = drawn("svg", { viewBox: `0 0 320 ${bars.length * 22}`, role: "img", class: "chart" });
  bars.forEach(([place, ratio], row) => {
    const percent = Math.round(ratio * 1000) / 10;
    const label = drawn("text", { x: 4, y: row * 22 + 15 });
    label.textContent = `${place} ${percent} %`;
    chart.append(drawn("rect", { x: 0, y: row * 22, width: ratio * 320, height: 20 }), label);
  });
  return chart;
}

async function showViews() {
  const views = await call("GET", "/precompute/views");
  const articles = views.items.map((view) =>
    article(
      view.name,
      null,
      facts({ pages: view.pages, items: view.items, ...view.builds, reads: view.reads.count, "queries saved": view.reads.querySavings }),
      ratioChart(view.reads.hitRatios),
    ),
  );
  fill(element("h2", { textContent: "Precomputed views" }), ...articles);
}

function auditArticle(event) {
  return article(
    event.action,
    null,
    element("p", { textContent: `${event.actor} · ${event.objectType} ${event.object}` }),
    element("p", { className: "quiet", textContent: `${event.at} · ${event.details}` }),
  );
}

const PANELS = {
  Health: showHealth,
  Webhooks: () =>
    showList("Webhook events", "/webhook-events", ["provider", "state", "type", "resource"], eventArticle, {
      below: replayMany,
    }),
  "Dead letters": showDeadLetters,
  Circuits: () => showList("Circuits that changed within the hour", "/circuits", [], circuitArticle),
  Alerts: () => showList("Alerts", "/alerts", ["state"], alertArticle),
  Payments: () => showList("Payments in review", "/payments", [], paymentArticle, { always: { state: "REVIEW" } }),
  Subscriptions: () => showList("Subscriptions", "/subscriptions", ["user", "status"], subscriptionArticle),
  Views: showViews,
  Audit: () => showList("Audit", "/audit-events", ["actor", "action", "objectType", "object"], auditArticle),
};

function showPanel(name) {
  for (const choice of byId("panels").children) {
    choice.setAttribute("aria-current", choice.textContent === name ? "page" : "false");
  }
  fill();
  return PANELS[name]();
}
