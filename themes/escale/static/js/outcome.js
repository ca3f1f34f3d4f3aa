/** /outils/bilan/: a form; what makes a message of it is loaded once its address names a loan, or a hand touches it. */

const form = document.querySelector("#bilan form");

for (const event of ["focusin", "pointerdown"]) form.addEventListener(event, () => import("./outcome/page.js"), { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
if (location.search) import("./outcome/page.js");
