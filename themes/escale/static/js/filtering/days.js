/** Days as numbers (days since 1970) and as the address has them (2026-12-05), and the visitor's own. */

/** A day in milliseconds. */
export const DAY = 864e5;

/** The number of a day, or NaN for what is none: 2026-02-30. */
export function number(iso) {
  const day = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(iso) / DAY : NaN;
  return iso === written(day) ? day : NaN;
}

export function written(day) {
  return Number.isNaN(day) ? "" : new Date(day * DAY).toISOString().slice(0, 10);
}

/** The visitor's own day; where the site was built later than that, the clock is wrong. */
export function today(built = "1970-01-01") {
  const now = new Date();
  return Math.max(number(built), Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY);
}
