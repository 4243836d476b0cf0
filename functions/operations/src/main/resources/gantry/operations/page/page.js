"use strict";

// Signing in and out, and where it all begins.

const OVER = "The session is over. Please sign in again.";

async function session() {
  return send("GET", "/operator/session", { "X-CSRF-Token": csrfToken() });
}

async function isSignedIn() {
  try {
    await session();
    return true;
  } catch {
    return false;
  }
}

function showSignIn(text) {
  byId("sign-in").hidden = false;
  byId("panels").hidden = true;
  byId("sign-out").hidden = true;
  byId("who").textContent = "";
  byId("panel").replaceChildren();
  byId("token").focus();
  say(text);
}

function showSignedIn(found) {
  byId("sign-in").hidden = true;
  byId("panels").hidden = false;
  byId("sign-out").hidden = false;
  byId("who").textContent = `${found.user} · ${found.tenant}`;
  return attempt(() => showPanel(Object.keys(PANELS)[0]));
}

async function signIn(event) {
  event.preventDefault();
  const token = byId("token").value.trim();
  byId("token").value = "";
  say("");
  try {
    await showSignedIn(await send("POST", "/operator/session", { Authorization: `Bearer ${token}` }));
  } catch (failure) {
    const isToken = failure.status === 401 || failure.status === 403;
    say(isToken ? "This token does not open the page." : failure.message);
  }
}

async function signOut() {
  await send("DELETE", "/operator/session", { "X-CSRF-Token": csrfToken() });
  showSignIn("Signed out.");
}

/** The browser drops both cookies in time, whatever the clock here says. */
function noticeTheEnd() {
  if (!byId("sign-out").hidden && csrfToken() === "") {
    showSignIn(OVER);
  }
}

async function start() {
  setInterval(noticeTheEnd, 5000);
  byId("sign-in").addEventListener("submit", signIn);
  byId("sign-out").addEventListener("click", () => attempt(signOut));
  byId("panels").append(...Object.keys(PANELS).map((name) => button(name, () => showPanel(name))));
  if (csrfToken() === "") {
    showSignIn("");
  } else {
    await attempt(async () => showSignedIn(await session()));
  }
}

start();
