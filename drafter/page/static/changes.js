// What is changed in this window goes to the server one by one, each on the version that the one before it
// made: a window is never in conflict with itself. Whoever leaves meanwhile is asked; what had no answer waits.
"use strict";

const changes = (() => {
  const queue = [];
  let running = false;
  let refused = false;
  let leave = null;
  let onward = [];

  const typed = "input[type=text], input[type=number], input[type=date], textarea";
  const one = (selector) => document.querySelector(selector);
  const tell = (key) => { if (one("#saved")) one("#saved").textContent = document.body.dataset[key]; };
  const isBusy = () => queue.length > 0;

  // ---- what is sent

  // Where an answer makes the cards anew, the places in them are others: nobody types there until it is here.
  const keepsPlaces = ({ address, values }) => /\/set$/.test(address) && Boolean(values.value) && !values.whole;

  function valuesOf(element, submitter) {
    const values = JSON.parse(element.getAttribute("hx-vals") || "{}");
    if (element.matches("form")) return Object.assign(values, Object.fromEntries(new FormData(element, submitter)));
    if (element.matches("input, textarea, select")) values[element.name] = element.value;
    return values;
  }

  function send(change) {
    if (!isBusy()) one("#notice").replaceChildren();
    queue.push(change);
    tell("busy");
    if (!running) run();
  }

  async function run() {
    running = true;
    refused = false;
    // What had no answer is sent with whatever comes next, so the word on it is over.
    if (one("#notice [data-retry]")) one("#notice").replaceChildren();
    one("#main").setAttribute("aria-busy", "true");
    while (isBusy() && await isAnswered(queue[0])) queue.shift();
    running = false;
    if (leave && !refused && !isBusy()) return leave();
    one("#main").removeAttribute("aria-busy");
    if (isBusy()) return undefined;
    tell(refused ? "unsaved" : "saved");
    const waiting = onward;
    onward = [];
    if (!refused) waiting.forEach((go) => go());
    return undefined;
  }

  // ---- what is answered

  const isFinal = (status) => status < 400 || [404, 409, 413, 422].includes(status);

  async function isAnswered(change) {
    const content = one("#main > [data-changes]");
    content.inert = !keepsPlaces(change);
    let answer = null;
    let text = "";
    try {
      answer = await ask(change);
      text = await answer.text();
    } catch {
      answer = null;
    }
    content.inert = false;
    if (answer && answer.status < 400) take(change, answer, text);
    else refuse(change, answer, text);
    return Boolean(answer) && isFinal(answer.status);
  }

  function ask({ address, values }) {
    const body = new URLSearchParams({ ...values, version: one("#version").value, view: one("#view").value });
    // A request that is kept alive outlasts the page; a browser bounds what it may carry.
    const keepalive = body.toString().length < 60000;
    return fetch(address, { method: "POST", body, keepalive, headers: { "HX-Request": "true" } });
  }

  function take(change, answer, text) {
    const { element, values } = change;
    const headers = answer.headers;
    if (headers.has("Version")) one("#version").value = headers.get("Version");
    if (headers.has("HX-Redirect")) leave = () => window.location.assign(headers.get("HX-Redirect"));
    if (headers.has("HX-Refresh")) leave = () => window.location.reload();
    if (element.matches("input, textarea, select")) element.removeAttribute("aria-invalid");
    if (element.matches(typed)) element.defaultValue = values.value;
    if (element.matches(".adds input, .empty-type input, .switches input")) element.value = element.defaultValue = "";
    if (answer.status !== 204) show(change, text);
    tell("busy");
    focusAfter(element, headers.get("Focus"));
  }

  function show({ target, style }, text) {
    htmx.swap(target || one("#main"), text, { swapStyle: style, swapDelay: 0, settleDelay: 0 });
  }

  function focusAfter(element, id) {
    if (id) document.dispatchEvent(new CustomEvent("focus-on", { detail: decodeURIComponent(id) }));
    else if (document.activeElement === document.body && element.isConnected) element.focus();
  }

  function refuse({ element }, answer, text) {
    refused = true;
    tell("unsaved");
    if (element.matches("input, textarea, select")) element.setAttribute("aria-invalid", "true");
    const told = document.createElement("div");
    told.append(answer ? partOf(text) : copyOf("#offline"));
    if (answer && isFinal(answer.status)) {
      // Who undoes a change means that one, and not the one before it.
      queue.splice(1, queue.length, ...queue.slice(1).filter((later) => !/\/(un|re)do$/.test(later.address)));
    } else {
      told.append(copyOf("#retry"));
      one("#notice").replaceChildren();
    }
    one("#notice").append(told);
    one("#notice").focus();
  }

  const copyOf = (template) => one(template).content.cloneNode(true);

  // Of a whole page only what it says.
  function partOf(text) {
    const { body } = new DOMParser().parseFromString(text, "text/html");
    const part = document.createDocumentFragment();
    part.append(...(body.querySelector("main") || body).children);
    return part;
  }

  // ---- whoever goes on, or leaves

  function then(go) {
    if (!running) return go();
    onward.push(go);
    return undefined;
  }

  const isTyped = (control) => control.matches(typed) && control.value !== control.defaultValue;

  function saveNow() {
    const control = document.activeElement;
    if (control.matches("[hx-post]") && isTyped(control)) htmx.trigger(control, "change");
  }

  const isHalfTyped = () => [...document.querySelectorAll("form[hx-post] [name]")].some(isTyped);

  document.addEventListener("htmx:confirm", (event) => {
    const { elt, path, verb, target, triggeringEvent } = event.detail;
    if (verb !== "post") return;
    event.preventDefault();
    const style = elt.getAttribute("hx-swap") || "none";
    const submitter = triggeringEvent && triggeringEvent.submitter;
    send({ element: elt, address: path, values: valuesOf(elt, submitter), target, style });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!running || !link || link.getAttribute("href").startsWith("#")) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    then(() => link.click());
  });

  document.addEventListener("submit", (event) => {
    if (!running || event.target.matches("[hx-post]")) return;
    event.preventDefault();
    then(() => event.target.requestSubmit(event.submitter));
  });

  document.addEventListener("click", (event) => {
    if (event.target.matches("[data-retry]") && isBusy() && !running) run();
  });

  window.addEventListener("beforeunload", (event) => {
    saveNow();
    if (!leave && (isBusy() || isHalfTyped())) event.preventDefault();
  });

  // On a busy machine the first change may be there before this script. What a reload brought back in the
  // fields is no change: meanwhile the text may be another's.
  document.addEventListener("htmx:load", (event) => {
    const [arrival] = performance.getEntriesByType("navigation");
    if (event.target !== document.body || !arrival || arrival.type !== "navigate") return;
    [...document.querySelectorAll("[hx-post]")]
      .filter((control) => isTyped(control) && control !== document.activeElement)
      .forEach((control) => htmx.trigger(control, "change"));
  });

  // A page that the browser kept would go on with an old version.
  window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.reload(); });

  return { send, then };
})();
