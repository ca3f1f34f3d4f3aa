/** The page of requests: what its address asks for, with what this browser keeps; all else is loaded once there is a tool to ask for. */

import { asked, joined, kept, linked } from "./request/basket.js";
import { BASKET, keptBasket } from "./request/store.js";
import { TOOLS, asking, kept as starred } from "./star.js";

const root = document.getElementById("demande");

/** The way to ask for all tools that are starred. */
function offer() {
  const way = root.querySelector("[data-starred]");
  way.hidden = !starred().some((path) => path.startsWith(TOOLS));
  way.querySelector("a").href = asking(starred());
}

/** Show what is asked for; the address gives way to the basket, which is kept. */
async function show() {
  const { odd, more, ...wanted } = asked(location.search);
  const before = joined(linked(location.hash), kept(keptBasket()));
  const dates = wanted.from || wanted.to ? wanted : before;
  const basket = joined({ ...before, from: dates.from, to: dates.to }, wanted);
  if (!basket.lines.length && !odd.length) return;
  const { open } = await import("./request/page.js");
  await open({ ...basket, odd, more });
  if (keptBasket()) history.replaceState(null, "", location.pathname);
}

addEventListener("hashchange", () => {
  if (location.hash.startsWith("#du=")) show();
});
addEventListener("pageshow", ({ persisted }) => persisted && show()); // a tool more may have been asked for since
addEventListener("storage", ({ key }) => key === BASKET && show());
offer();
show();
