// Keys, marking words and the colour scheme. Every page works without this file.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const now = () => one("[data-now]");

  // Remembers the scheme in a cookie, so that the server can send the next page in it.
  const themes = ["auto", "light", "dark"];
  const turn = () => {
    const root = document.documentElement;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const shown = root.dataset.theme === "auto" ? (dark ? "dark" : "light") : root.dataset.theme;
    root.dataset.theme = shown === "dark" ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
  };
  if (!themes.includes(document.documentElement.dataset.theme)) document.documentElement.dataset.theme = "auto";

  // On a small screen the events come first; the filters open with a tap.
  if (matchMedia("(max-width: 60rem)").matches) one(".fold")?.removeAttribute("open");

  const press = (action) => {
    const button = now() && one(`button[value="${action}"]`, now());
    if (button) button.click();
    return Boolean(button);
  };
  const go = (address) => { if (address) location.assign(address); return Boolean(address); };
  const follow = (rel) => go(one(`a[rel="${rel}"]`)?.href);

  const step = (by) => {
    const card = now();
    if (card) return go(by > 0 ? card.dataset.after : card.dataset.before);
    const links = all("a.rowlink");
    const at = links.indexOf(document.activeElement);
    const link = links[Math.min(links.length - 1, Math.max(0, at + by))];
    link?.focus();
    return Boolean(link);
  };

  const correct = (digit) => {
    const box = now() && one("details.correct", now());
    const field = box && one(`[data-key="${digit}"]`, box);
    if (!field) return false;
    if (digit === "4") { field.click(); return true; }
    box.open = true;
    field.focus();
    if (field.select) field.select();
    return true;
  };

  // Offsets count characters as Python does: by code point, from the start of the story's text.
  const offset = (node, inside) => {
    const piece = (node.nodeType === 3 ? node.parentElement : node)?.closest("[data-o]");
    if (!piece) return null;
    const before = document.createRange();
    before.setStart(piece, 0);
    before.setEnd(node, inside);
    return Number(piece.dataset.o) + [...before.toString()].length;
  };
  const marked = () => {
    const chosen = getSelection();
    const text = one("#text");
    if (!text || !chosen || chosen.isCollapsed || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return null;
    const range = chosen.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    return start === null || end === null || end <= start ? null : { start, end, words: range.toString() };
  };
  const add = () => {
    const box = one("#add");
    if (!box) return false;
    const found = marked();
    box.open = true;
    if (found) {
      one('[name="start"]', box).value = found.start;
      one('[name="end"]', box).value = found.end;
      one('[name="words"]', box).value = found.words;
    }
    one(found ? '[name="type"]' : '[name="words"]', box).focus();
    return true;
  };
  one('#add [name="words"]')?.addEventListener("input", () => {
    one('#add [name="start"]').value = "";
    one('#add [name="end"]').value = "";
  });

  const help = () => { one("#keys").showModal(); return true; };
  const why = () => {
    const box = now() && one("details.why", now());
    if (box) box.open = !box.open;
    return Boolean(box);
  };
  const find = () => { one("#find").focus(); return true; };

  const keys = {
    a: () => press("accept"), x: () => press("reject"), " ": () => press("skip"), Backspace: () => press("undo"),
    j: () => step(1), k: () => step(-1), n: () => follow("next"), p: () => follow("prev"),
    w: why, "/": find, "?": help, 9: add, t: () => { turn(); return true; },
  };
  for (const digit of "12345678") keys[digit] = () => correct(digit);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return;
    const at = event.target;
    if (at.matches("input, select, textarea")) {
      if (event.key === "Escape") at.blur();
      return;
    }
    // Space and Backspace keep their own meaning on what can be pressed.
    if (event.key === " " && at.matches("button, a, summary")) return;
    if (keys[event.key]?.()) event.preventDefault();
  });

  const button = (id, does) => {
    const found = one(id);
    if (found) { found.hidden = false; found.addEventListener("click", does); }
  };
  button("#theme", turn);
  button("#help", help);
})();
