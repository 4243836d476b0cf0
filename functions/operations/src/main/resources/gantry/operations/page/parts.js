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

function facts(values) {
  const list = element("dl");
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") {
      const text = typeof value === "object" ? JSON.stringify(value) : String(value);
      list.append(element("dt", { textContent: name }), element("dd", { textContent: text }));
    }
  }
  return list;
}

function article(title, mark, ...content) {
  return element("article", {}, element("h3", {}, title, mark), ...content);
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
  if (!answer.ok && answer.status !== 503) {
    throw new Refused(answer.status, content?.title ?? content?.message ?? "Refused");
  }
  if (answer.status === 503 && content?.type) {
    throw new Refused(503, content.title);
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
