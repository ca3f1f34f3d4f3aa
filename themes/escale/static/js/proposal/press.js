/** Nothing moves below a finger: what changes the page waits until it is lifted, or the press would end beside what it began on. */

/** Follow the presses on a form; returns what runs an action at once, or, of those that come while something is pressed, the last one after. */
export function afterPress(form) {
  let pressed = false;
  let waiting;
  const end = () => {
    const action = waiting;
    waiting = undefined;
    action?.();
  };
  form.addEventListener("pointerdown", () => {
    pressed = true;
  });
  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, () => {
      pressed = false;
      setTimeout(end); // the click that the press makes comes first
    });
  }
  return (action) => {
    if (pressed) waiting = action;
    else action();
  };
}
