// SPDX-License-Identifier: Apache-2.0
// Everything here adds to a page that works without it.
import { ChartIsland } from "./chart.ts";
import { CopyIsland } from "./copy.ts";
import { DropIsland } from "./drop.ts";
import { PrintIsland } from "./print.ts";
import { SearchIsland } from "./search.ts";
import { WhatIfIsland } from "./whatif.ts";

customElements.define("ls-chart", ChartIsland);
customElements.define("ls-copy", CopyIsland);
customElements.define("ls-drop", DropIsland);
customElements.define("ls-print", PrintIsland);
customElements.define("ls-search", SearchIsland);
customElements.define("ls-what-if", WhatIfIsland);

// Browsers without ::details-content print what is closed as closed; open it for the page and close it after.
const opened: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details.finding:not([open])")) {
    details.open = true;
    opened.push(details);
  }
});
addEventListener("afterprint", () => {
  for (const details of opened.splice(0)) {
    details.open = false;
  }
});

// A link to a finding's working opens it.
const openTarget = (): void => {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
  }
};
addEventListener("hashchange", openTarget);
openTarget();
