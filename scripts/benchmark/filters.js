// Opens the panel of a list to questions: how many controls it has, and how to change one of them by its number.
() => {
  const [form, status, source] = ["filters", "count", "source"].map((name) => document.querySelector(`[data-${name}]`));
  const built = Date.parse(JSON.parse(source.textContent).built);
  const day = (ahead) => new Date(built + ahead * 864e5).toISOString().slice(0, 10);
  const WRITTEN = {
    du: day(40), au: day(70), jours: "7", surface: "30", hauteur: "200", visiteurs: "25", poids: "12", personnes: "2", budget: "100", q: "ma",
  };
  const controls = [...form.elements].filter(({ name, type }) => type === "checkbox" || name in WRITTEN);

  /** Milliseconds from a change of a control to the end of the frame that shows its answer. */
  window.change = (number, on) => new Promise((done) => {
    const control = controls[number];
    const seen = new MutationObserver(() => {
      seen.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - begun);
        port2.postMessage(null);
      });
    });
    seen.observe(status, { childList: true });
    if (control.type === "checkbox") control.checked = on;
    else control.value = on ? WRITTEN[control.name] : "";
    const begun = performance.now();
    control.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return controls.length;
}
