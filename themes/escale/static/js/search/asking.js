// Before anything is painted: a page that comes with a question keeps room for its answers, so that nothing moves when they come.
document.documentElement.toggleAttribute("data-asking", /[?&](?:q=[^&]|genre=|theme=|public=|departement=)/.test(location.search));
