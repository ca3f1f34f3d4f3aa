/** The agenda in another site's page: what has ended is hidden, and what the address asks is answered. */

import { settle } from "./agenda/days.js";

const [place, status] = ["timetable-place", "count"].map((name) => document.querySelector(`[data-${name}]`));

settle(place.firstElementChild, status);
if (location.search) import("./agenda/framed.js").then(({ show }) => show(place, status));
