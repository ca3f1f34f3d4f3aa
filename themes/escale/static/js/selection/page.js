/** /selection/: what this browser keeps, or what somebody handed on by a link, told by the pages themselves. */
import { calendar } from "./calendar.js";
import { ADDRESS, TOOLS, asking, keep, keeps, kept } from "../star.js";

/** A selection as the part of an address that is never sent, and back: #agenda=a,b&outils=c. */
function written(paths) {
  const found = new Map();
  for (const path of paths) {
    const [, list, slug] = path.split("/");
    found.set(list, [...(found.get(list) ?? []), slug]);
  }
  return `#${[...found].map(([list, slugs]) => `${list}=${slugs.join(",")}`).join("&")}`;
}

function read(hash) {
  const found = new URLSearchParams(hash.replace(/^#/, ""));
  const paths = [...found].flatMap(([list, slugs]) => slugs.split(",").map((slug) => `/${list}/${slug}/`));
  return [...new Set(paths.filter((path) => ADDRESS.test(path)))].slice(0, HANDED);
}

const HANDED = 200; // each is read from its own page: a link asks for no more
const page = document.getElementById("selection");
const list = page.querySelector("ol");
const part = (name) => page.querySelector(`[data-part="${name}"]`);

/** What the page of an event or a tool says of itself; null where it has gone. */
async function told(path) {
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok || new URL(answer.url).pathname !== path) return null;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  const words = [...found.querySelectorAll("[data-told]")].map((one) => one.textContent.replace(/[ \n]+/g, " ").trim());
  return { title: found.querySelector("h1").textContent, words: words.filter(Boolean) };
}

async function entry(path) {
  const item = page.querySelector("template").content.cloneNode(true).firstElementChild;
  const link = item.querySelector("a");
  item.dataset.kind = path.startsWith("/agenda/") ? "event" : "exhibition";
  link.href = path;
  const found = await told(path);
  link.textContent = found?.title ?? path.split("/")[2];
  item.querySelector("p").textContent = found ? found.words.join("\u00a0· ") : list.dataset.gone;
  return item;
}

async function show() {
  const handed = read(location.hash);
  const paths = handed.length ? handed : kept();
  const others = handed.filter((path) => !kept().includes(path));
  part("handed").hidden = !others.length;
  part("none").hidden = paths.length > 0;
  part("some").hidden = !paths.length;
  part("link").dataset.copy = new URL(written(paths), location.origin + location.pathname).href;
  part("calendar").hidden = !paths.some((path) => path.startsWith("/agenda/"));
  part("ask").hidden = !paths.some((path) => path.startsWith(TOOLS));
  part("ask").href = asking(paths);
  list.replaceChildren(...(await Promise.all(paths.map(entry))));
  page.querySelector("[role=status]").textContent = paths.length === 1 ? list.dataset.one : list.dataset.count.replace("{n}", paths.length);
}

function save(file, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = file;
  link.click();
  URL.revokeObjectURL(link.href);
}

if (keeps()) {
  part("print").addEventListener("click", () => print());
  part("keep").addEventListener("click", () => {
    keep([...kept(), ...read(location.hash)]);
    history.replaceState(null, "", location.pathname);
    show();
  });
  part("calendar").addEventListener("click", async () => {
    const paths = [...list.querySelectorAll('[data-kind="event"] a')].map((link) => link.pathname);
    save("ma-selection.ics", await calendar(paths));
  });
  addEventListener("hashchange", show);
  page.hidden = false;
  document.getElementById("selection-unable").hidden = true;
  show();
}
