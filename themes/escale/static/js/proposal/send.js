/** The ways out: a file to keep, GitHub's page for a new file, a letter to the editor. Each says so where the text is too long for it. */

import { put } from "./said.js";

/** GitHub answers 414 beyond 8191 bytes, and asks who is not signed in to come back to an address in which this one is escaped again. */
const LONGEST_ADDRESS = 8000;
const SIGN_IN = "https://github.com/login?return_to=";
/** What mail programs take of a mailto: address, the most timid of them. */
const LONGEST_LETTER = 1900;

function fits(way, yes) {
  way.querySelector("[data-fits]").hidden = !yes;
  way.querySelector("[data-too-long]").hidden = yes;
}

/** GitHub's page for a new file, with its name and, where it fits, its text. */
export function newFile(page, name, text) {
  const whole = `${page}?filename=${encodeURIComponent(name)}&value=${encodeURIComponent(text)}`;
  const short = `${page}?filename=${encodeURIComponent(name)}`;
  return SIGN_IN.length + encodeURIComponent(whole).length <= LONGEST_ADDRESS ? { address: whole, filled: true } : { address: short, filled: false };
}

/** A letter with the text in it, or with a word on the file that is attached. */
export function letter(to, path, title, text, phrases) {
  const start = `mailto:${to}?subject=${encodeURIComponent(put(phrases.subject, { title }))}&body=`;
  const crlf = (words) => encodeURIComponent(words.replace(/\n/g, "\r\n"));
  const whole = start + crlf(put(phrases.letter, { file: path }) + text);
  return whole.length <= LONGEST_LETTER ? { address: whole, filled: true } : { address: start + crlf(put(phrases.attached, { file: path })), filled: false };
}

/** Hand the file over to whoever asks to keep it. */
function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(URL.revokeObjectURL, 10_000, address);
}

/** Files that the proposal names and that must come along. */
function alongside(tree) {
  const found = [];
  const look = (node) => {
    if (node.sort === "file" && typeof node.value === "string") found.push(node.value);
    for (const inner of node.nodes ?? []) look(inner);
  };
  look(tree);
  return found;
}

/** Bring the ways up to date with the file. */
export function offer(send, { folder, slug, text, tree, phrases }) {
  const name = `${slug}.md`;
  send.querySelector("[data-file]").textContent = text;
  const files = alongside(tree);
  const note = send.querySelector("[data-files]");
  note.hidden = !files.length;
  note.querySelector("b").textContent = files.join(", ");
  const mail = send.querySelector("[data-mail]");
  const sent = letter(mail.dataset.to, folder + name, tree.value.title ?? "", text, phrases);
  mail.href = sent.address;
  fits(mail.closest(".way"), sent.filled && !files.length);
  const github = send.querySelector("[data-github]");
  if (github) {
    const page = newFile(github.dataset.new, name, text);
    github.href = page.address;
    fits(github.closest(".way"), page.filled);
    send.querySelector("[data-copy-text]").hidden = page.filled || !navigator.clipboard;
  }
  send.querySelector("[data-download]").onclick = () => download(name, text);
}

/** The button that copies the text says that it did. */
export function watchCopy(send, phrases) {
  const button = send.querySelector("[data-copy-text]");
  button?.addEventListener("click", async () => {
    await navigator.clipboard.writeText(send.querySelector("[data-file]").textContent);
    const label = button.querySelector("span");
    const before = label.textContent;
    label.textContent = phrases.copied;
    setTimeout(() => { label.textContent = before; }, 3000);
  });
}
