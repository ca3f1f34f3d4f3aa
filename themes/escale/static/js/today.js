/** Between two builds nothing becomes false: every timetable of a page is brought up to the visitor's day. */

import { settle } from "./agenda/days.js";

const status = document.querySelector("[data-count]");
for (const list of document.querySelectorAll("[data-timetable]")) settle(list, status);
