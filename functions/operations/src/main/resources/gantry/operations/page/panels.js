"use strict";

// What an operator sees and does. Each panel fills a place of its own: what comes late for one that was left is not seen.

async function showHealth(place) {
  const health = await call("POST", "/health");
  place.replaceChildren(
    heading("Health ", state(health.status)),
    ...health.components.map((part) =>
      article(part.name, state(part.status), facts({ latency: `${part.latencyMs} ms`, ...part.details })),
    ),
  );
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

async function showDeadLetters(place) {
  const queues = await call("GET", "/dead-letters");
  place.replaceChildren(heading("Dead letters"), ...queues.items.map(queueArticle));
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
  const none = page.items.length === 0 ? nothing() : null;
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
    return `${answer.settled} ${act === "requeue" ? "requeued" : "discarded"}.`;
  }));
}

// --- Functions: what is deployed -----------------------------------------------------------------

function functionArticle(deployed) {
  return article(
    deployed.function,
    null,
    element("p", { textContent: `Changed ${deployed.changedAt}` }),
    element("p", {
      className: "quiet",
      textContent: `${deployed.name} · ${deployed.runtime} · ${deployed.memoryMb} MB · ${deployed.timeoutSeconds} s`,
    }),
  );
}

// --- Circuits: only what changed within the hour is known ----------------------------------------

function circuitArticle(circuit) {
  const { circuit: name, state: word, ...rest } = circuit;
  const made = article(name, state(word), facts(rest));
  made.dataset.circuit = name;
  return made;
}

// --- Precomputed views, with how they were read as bars ------------------------------------------

async function showViews(place) {
  const views = await call("GET", "/precompute/views");
  const articles = views.items.map((view) =>
    article(
      view.name,
      null,
      facts({ pages: view.pages, items: view.items, ...view.builds, reads: view.reads.count, "queries saved": view.reads.querySavings }),
      ratioChart(view.reads.hitRatios),
    ),
  );
  place.replaceChildren(heading("Precomputed views"), ...(articles.length ? articles : [nothing()]));
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
  Functions: (place) => showList(place, "Functions of this stage", "/functions", functionArticle),
  Webhooks: (place) =>
    showList(place, "Webhook events", "/webhook-events", eventArticle, {
      fields: ["provider", "state", "type", "resource"],
      below: replayMany,
    }),
  "Dead letters": showDeadLetters,
  Circuits: (place) => showList(place, "Circuits that changed within the hour", "/circuits", circuitArticle),
  Alerts: (place) => showList(place, "Alerts", "/alerts", alertArticle, { fields: ["state"] }),
  Payments: (place) =>
    showList(place, "Payments in review", "/payments", paymentArticle, { always: { state: "REVIEW" } }),
  Subscriptions: (place) =>
    showList(place, "Subscriptions", "/subscriptions", subscriptionArticle, { fields: ["user", "status"] }),
  Views: showViews,
  Audit: (place) =>
    showList(place, "Audit", "/audit-events", auditArticle, { fields: ["actor", "action", "objectType", "object"] }),
};

function markCurrent(name) {
  for (const choice of byId("panels").children) {
    choice.removeAttribute("aria-current");
    if (choice.textContent === name) {
      choice.setAttribute("aria-current", "page");
      choice.scrollIntoView({ inline: "center", block: "nearest" });
    }
  }
}

/** Somebody may fill in the search before the first list has come. */
function focusUnlessInUse(place) {
  if (!place.contains(document.activeElement)) {
    place.querySelector("h2").focus({ preventScroll: true });
  }
}

async function showPanel(name) {
  const place = element("div", { id: "place", ariaBusy: "true" }, heading(name), element("p", { textContent: "Loading…" }));
  markCurrent(name);
  byId("panel").replaceChildren(place);
  try {
    await PANELS[name](place);
    focusUnlessInUse(place);
  } catch (failure) {
    place.replaceChildren(heading(name), button("Try again", () => showPanel(name)));
    throw failure;
  } finally {
    place.ariaBusy = "false";
  }
}
