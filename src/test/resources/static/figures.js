const count = (place, what) => place.querySelectorAll(what).length;

async function draw(request) {
  const type = "application/vnd.plotly.v1+json";
  const answer = await fetch(request.path, request.method === "post"
    ? { method: "POST", headers: { Accept: type, "Content-Type": "application/json" }, body: "{}" }
    : { headers: { Accept: type } });
  if (!answer.ok) {
    problems.push("fetch: " + request.path + " " + answer.status);
    return { path: request.path, traces: 0, drawn: 0 };
  }
  const figure = await answer.json();
  const place = document.body.appendChild(document.createElement("div"));
  await Plotly.newPlot(place, figure.data, figure.layout);
  if (figure.frames) {
    await Plotly.addFrames(place, figure.frames);
    await Plotly.animate(place, [figure.frames.at(-1).name], { mode: "immediate", frame: { duration: 0 }, transition: { duration: 0 } });
  }
  // Plotly.validate itself fails at further axes, and finds fault with every slider
  const { annotations, sliders, updatemenus, ...layout } = figure.layout;
  const invalid = layout.xaxis2 ? [] : Plotly.validate(figure.data, layout) ?? [];
  invalid.forEach((fault) => problems.push("invalid: " + request.path + " " + fault.msg));
  const drawn = count(place, ".trace, .hm, .contour, .bars .point, canvas");
  const title = place.querySelector(".gtitle")?.textContent ?? "";
  if (!request.kept) {
    Plotly.purge(place);
    place.remove();
  }
  return { path: request.path, traces: figure.data.length, drawn, title, frames: figure.frames?.length ?? 0 };
}

(async () => {
  const figures = [];
  for (const request of JSON.parse(new URLSearchParams(location.hash.substring(1)).get("requests"))) {
    try {
      figures.push(await draw(request));
    } catch (fault) {
      problems.push("failed: " + request.path + " " + fault);
    }
  }
  document.getElementById("result").textContent = JSON.stringify({ figures, problems, done: true });
})();
