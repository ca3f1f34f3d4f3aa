/** The code that shows the agenda on another site, as the form of /flux/ says it. */

const form = document.querySelector("[data-compose]");
const code = form.querySelector("[data-code]");
const copy = form.querySelector("[data-copy]");

function compose() {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = `${form.dataset.page}${asked.size ? `?${asked}` : ""}`.replaceAll("&", "&amp;");
  code.value = code.value.replace(/src="[^"]*"/, `src="${address}"`);
  copy.dataset.copy = code.value;
}

form.addEventListener("change", compose);
compose();
