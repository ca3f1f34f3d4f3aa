/** The sentence « Ma sortie » where it leads to the agenda. */

import { follow } from "./agenda/outing.js";

document.querySelectorAll("[data-outing]").forEach(follow);
