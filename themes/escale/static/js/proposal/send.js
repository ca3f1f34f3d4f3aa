/** The ways out: a file to keep, GitHub's page for a new file, a letter to the editor. Each says so where the text is too long for it. */

import { fits, letter } from "../mail.js";
import { put } from "./said.js";

/** GitHub answers 414 beyond 8191 bytes, and asks who is not signed in to come back to an address in which this one is escaped again. */
const LONGEST_ADDRESS = 8000;
const SIGN_IN = "https://github.com/login?return_to=";

/** GitHub's page for a new file, with its name and, where it fits, its text. */
export function newFile(page, name, text) {
  const whole = `${page}?filename=${encodeURIComponent(name)}&value=${encodeURIComponent(text)}`;
  const short = `${page}?filename=${encodeURIComponent(name)}`;
  return SIGN_IN.length + encodeURIComponent(whole).length <= LONGEST_ADDRESS ? { address: whole, filled: true } : { address: short, filled: false };
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
  const [file, title] = [folder + name, tree.value.title ?? ""];
  const sent = letter(mail.dataset.to, put(phrases.subject, { title }), put(phrases.letter, { file }) + text, put(phrases.attached, { file }));
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
