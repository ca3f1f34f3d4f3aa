/** The agenda in another site's page: what has ended is hidden, what the address asks is answered, and every link leaves the frame. */

import { settle } from "./agenda/days.js";

const [place, status] = ["timetable-place", "count"].map((name) => document.querySelector(`[data-${name}]`));

addEventListener("click", ({ target }) => target.closest("a")?.setAttribute("target", "_blank"), true);
settle(place, status);
if (location.search) import("./agenda/framed.js").then(({ show }) => show(place, status));
