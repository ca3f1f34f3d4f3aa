// The Eleventy site that Escale is measured against. Contributions are not templates: no template engine reads their bodies.
module.exports = (config) => {
  config.addPassthroughCopy({ images: "images" });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("shown", (date) => date.toISOString().slice(0, 10).split("-").reverse().join("/"));
  config.addGlobalData("themeNames", THEMES);
  config.addCollection("latest", (api) => api.getAllSorted().slice(-50).reverse());
  config.addFilter("newest", (pages, number) => (pages || []).slice(-number).reverse());
  return {
    dir: { input: "content", output: "output", includes: "../_includes", data: "../_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
};
