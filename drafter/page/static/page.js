// The interactions that need a script: a sentence and its facts, blanks filled in place, cards that are
// dragged, the focus after a change. Everything else is HTML and htmx.
"use strict";

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// ---- a sentence and its facts

const light = (elements) => {
  all(".lit").forEach((one) => one.classList.remove("lit"));
  elements.forEach((one) => one && one.classList.add("lit"));
};

const factsOf = (sentence) => (sentence.dataset.facts || "").split(" ").filter(Boolean);
const said = (id) => all(`.s[data-facts~="${CSS.escape(id)}"]`);

function showFacts(sentence) {
  light([sentence, ...factsOf(sentence).map((id) => document.getElementById(id)),
    ...factsOf(sentence).flatMap((id) => all(`[data-fact="${CSS.escape(id)}"]`))]);
}

function showPlaces(id) {
  light([document.getElementById(id), ...said(id), ...all(`[data-fact="${CSS.escape(id)}"]`)]);
}

function explain(sentence) {
  const paper = sentence.closest(".paper");
  all('.s[aria-current="true"]').forEach((one) => one.removeAttribute("aria-current"));
  sentence.setAttribute("aria-current", "true");
  showFacts(sentence);
  if (find("#source")) {
    const address = paper.dataset.passages + sentence.id.slice(1);
    htmx.ajax("GET", address, { target: "#source", swap: "innerHTML" }).then(() => sentence.scrollIntoView({ block: "nearest" }));
  }
}

// One sentence is in the order of the tab key; the arrows go to the others.
function makeReachable() {
  const paper = find(".paper");
  if (paper && !find('.s[tabindex="0"]', paper)) {
    const first = find(".s", paper);
    if (first) first.tabIndex = 0;
  }
}

function goTo(sentence) {
  if (!sentence) return;
  all('.s[tabindex="0"]').forEach((one) => { one.tabIndex = -1; });
  sentence.tabIndex = 0;
  sentence.focus();
  sentence.scrollIntoView({ block: "nearest" });
}

// ---- blanks

// The place of the blank that is being filled, among all: the focus goes to what is left of them.
let filled = -1;

function openBlank(button) {
  const paper = button.closest(".paper");
  all(".filling").forEach(closeBlank);
  filled = all(".paper .blank").indexOf(button);
  if (matchMedia("(max-width: 62rem)").matches) find("#source").replaceChildren();
  const place = document.createElement("span");
  place.className = "filling";
  button.after(place);
  const address = `${paper.dataset.blanks}?path=${encodeURIComponent(button.dataset.blank)}`;
  htmx.ajax("GET", address, { target: place, swap: "innerHTML" }).then(() => {
    const control = find("#fill-value", place);
    if (control) control.focus();
    else closeBlank(place);
  });
}

function closeBlank(place) {
  const button = place.previousElementSibling;
  place.remove();
  button.focus();
  filled = -1;
}

function goOnFilling() {
  if (filled < 0 || find(".filling")) return;
  const left = all(".paper .blank");
  const next = left[filled] || left[0] || find('.paper .s[tabindex="0"]');
  filled = -1;
  if (next) next.focus();
}

function goToBlank(path) {
  const button = all(".paper .blank").find((one) => one.dataset.blank === path);
  if (button) {
    button.scrollIntoView({ block: "center" });
    button.click();
  }
}

// ---- cards

let dragged = null;

function drop(list) {
  const path = dragged.dataset.path;
  dragged = null;
  all(".over").forEach((one) => one.classList.remove("over"));
  const address = find("#undo").getAttribute("hx-post").replace(/undo$/, "move");
  changes.send({ element: list, address, values: { path, to: list.dataset.list }, style: "none" });
}

document.addEventListener("dragstart", (event) => {
  const card = event.target.closest && event.target.closest(".card");
  if (!card || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && card.contains(document.activeElement)) {
    return;
  }
  dragged = card;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", card.dataset.path);
  document.body.classList.add("dragging");
  all(".others").forEach((one) => { one.open = true; });
});
document.addEventListener("dragend", () => {
  dragged = null;
  document.body.classList.remove("dragging");
  all(".over").forEach((one) => one.classList.remove("over"));
});
document.addEventListener("dragover", (event) => {
  const list = dragged && event.target.closest("[data-list]");
  all(".over").forEach((one) => one !== list && one.classList.remove("over"));
  if (list) {
    event.preventDefault();
    list.classList.add("over");
  }
});
document.addEventListener("drop", (event) => {
  const list = dragged && event.target.closest("[data-list]");
  if (list) {
    event.preventDefault();
    drop(list);
  }
});

// A choice that moves a card is made by the mouse at once; by the keyboard, which passes over the choices in
// between, only with Enter or when one goes on.

let passing = null;

function commit(select) {
  passing = null;
  if (select.value !== find("option[selected]", select).value) htmx.trigger(select, "commit");
}

document.addEventListener("keydown", (event) => {
  if (!event.target.matches(".mover")) return;
  if (event.key === "Enter" && passing) {
    event.preventDefault();
    commit(event.target);
  } else {
    passing = event.target;
  }
});
document.addEventListener("pointerdown", () => { passing = null; });
document.addEventListener("change", (event) => {
  if (event.target.matches(".mover") && passing !== event.target) commit(event.target);
});
document.addEventListener("focusout", (event) => {
  if (event.target.matches(".mover") && passing === event.target) commit(event.target);
});

// ---- texts grow with what is in them

function grow(area) {
  if (CSS.supports("field-sizing", "content") || area.classList.contains("source")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

// ---- events

document.addEventListener("mouseover", (event) => {
  const sentence = event.target.closest(".s");
  const fact = event.target.closest(".card, [data-fact]");
  if (sentence) showFacts(sentence);
  else if (fact) showPlaces(fact.dataset.fact || fact.id);
});

document.addEventListener("click", (event) => {
  const target = event.target;
  const blank = target.closest(".paper .blank");
  const sentence = target.closest(".s");
  if (blank) changes.then(() => openBlank(blank));
  else if (sentence && !target.closest(".filling")) explain(sentence);
  if (target.matches("[data-cancel]")) closeBlank(target.closest(".filling"));
  if (target.dataset.clear) {
    find(target.dataset.clear).replaceChildren();
    light([]);
    const current = find('.s[aria-current="true"]');
    if (current) current.focus();
  }
  if (target.dataset.close) find(target.dataset.close).replaceChildren();
  if (target.dataset.gotoBlank) goToBlank(target.dataset.gotoBlank);
  if (target.dataset.goto) {
    const place = document.getElementById(target.dataset.goto);
    goTo(place);
    if (place) explain(place);
  }
  if (target.id === "other-wording") {
    const control = target.previousElementSibling;
    control.value = Number(control.value || 1) + 1;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const link = target.closest('a[href^="#"]');
  if (link) openTo(link.getAttribute("href").slice(1), event);
});

// What stands in a closed part is opened before one gets there.
function openAbove(place) {
  for (let above = place.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
}

function openTo(id, event) {
  const place = document.getElementById(decodeURIComponent(id));
  if (!place) return;
  openAbove(place);
  if (event) event.preventDefault();
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: place.offsetHeight * 2 > window.innerHeight ? "start" : "center" });
  light([place]);
}

document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  const sentence = event.target.matches && event.target.matches(".s") ? event.target : null;
  if (card) showPlaces(card.id);
  if (sentence) showFacts(sentence);
});

document.addEventListener("keydown", (event) => {
  const sentence = event.target.closest && event.target.closest(".s");
  if (sentence && event.target === sentence) {
    const sentences = all(".paper .s");
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      goTo(sentences[sentences.indexOf(sentence) + step]);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      explain(sentence);
    }
  }
  if (event.key === "Escape" && event.target.closest(".filling")) closeBlank(event.target.closest(".filling"));
  const typing = event.target.matches("input, textarea, select");
  if ((event.ctrlKey || event.metaKey) && !typing && event.key.toLowerCase() === "z") {
    event.preventDefault();
    find(event.shiftKey ? "#redo" : "#undo").click();
  }
  // A line of a form is sent by Enter, not the form around it.
  if (event.key === "Enter" && event.target.matches('input[hx-post]')) {
    event.preventDefault();
    event.target.blur();
    event.target.focus();
  }
});

// What is typed is saved when one pauses, so that a kill loses no more than that; not while a word is still
// being composed from its sounds, nor when a field is empty for a moment.

const pause = 500;
let waiting = null;

function saveSoon(area) {
  clearTimeout(waiting);
  waiting = setTimeout(() => { if (area.isConnected && area.value.trim()) htmx.trigger(area, "typed"); }, pause);
}

document.addEventListener("input", (event) => {
  if (!event.target.matches("textarea")) return;
  grow(event.target);
  if (!event.isComposing && event.target.matches("[hx-post]")) saveSoon(event.target);
});

// Whoever leaves a field sends it: nothing is left to be sent once more, after it was undone perhaps.
document.addEventListener("change", () => clearTimeout(waiting));

document.addEventListener("compositionend", (event) => {
  if (event.target.matches("textarea[hx-post]")) saveSoon(event.target);
});

document.addEventListener("focus-on", (event) => {
  const place = document.getElementById(event.detail);
  if (!place) return;
  openAbove(place);
  place.focus();
  place.scrollIntoView({ block: "nearest" });
});

// ---- what is new on the page

function settled() {
  makeReachable();
  goOnFilling();
  all("textarea").forEach(grow);
  const paper = find(".paper");
  const link = find("#layout");
  if (paper && link && link.getAttribute("href") !== paper.dataset.layout) link.setAttribute("href", paper.dataset.layout);
}

document.addEventListener("htmx:afterSettle", settled);
document.addEventListener("DOMContentLoaded", () => {
  settled();
  if (window.location.hash) openTo(window.location.hash.slice(1));
});
