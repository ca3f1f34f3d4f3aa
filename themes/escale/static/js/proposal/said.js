/** A phrase with what was written put in the place of its names: « {value} » n’est pas une date. */
export function put(text, marks) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => marks[name] ?? whole);
}

/** A message of the check with what was written put in. */
export function said(told, marks = {}) {
  return { code: told.code, message: put(told.message, marks), repair: put(told.repair, marks) };
}
