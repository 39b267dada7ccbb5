const problems = [];
const note = (kind) => (...what) => problems.push(kind + ": " + what.map(String).join(" "));
addEventListener("error", (event) => note("error")(event.message ?? event.target.src), true);
addEventListener("unhandledrejection", (event) => note("rejection")(event.reason));
console.error = note("console.error");
console.warn = note("console.warn");
