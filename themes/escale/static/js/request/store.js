/** What this browser keeps of requests, if it keeps anything: the basket, and who borrows where that is wanted. Nothing of it leaves it. */

import { keeps } from "../star.js";

export const BASKET = "escale.demande";
const BORROWER = "escale.emprunteur";

const found = (name) => (keeps() ? localStorage.getItem(name) : null);
const put = (name, value) => keeps() && localStorage.setItem(name, JSON.stringify(value));
const forget = (name) => keeps() && localStorage.removeItem(name);

export const keptBasket = () => found(BASKET);

/** Keep a basket; an empty one is forgotten. */
export const keepBasket = (basket) => (basket.lines.length ? put(BASKET, basket) : forget(BASKET));

/** Who borrows, as the form said it; nothing where that was not kept. */
export function keptBorrower() {
  try {
    return JSON.parse(found(BORROWER)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keep who borrows; nothing is forgotten. */
export const keepBorrower = (values) => (values ? put(BORROWER, values) : forget(BORROWER));
