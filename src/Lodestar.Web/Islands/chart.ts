// SPDX-License-Identifier: Apache-2.0
import { nearest, readRows, step, type YearRow } from "./readout.ts";

const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * Reads a chart out year by year, under the pointer or by the arrow keys, from the data table beside it. Where the
 * years stand it learns from the chart's own axis labels.
 */
export class ChartIsland extends HTMLElement {
  #shown: YearRow | undefined;

  connectedCallback(): void {
    const picture = this.querySelector<HTMLElement>(".ls-chart-picture");
    if (!this.querySelector("table") || !picture) {
      return;
    }
    picture.tabIndex = 0;
    picture.addEventListener("pointermove", (event) => {
      const year = this.#yearAt(event.clientX);
      this.#show(year === undefined ? undefined : nearest(this.#rows, year));
    });
    picture.addEventListener("pointerleave", () => this.#show(undefined));
    picture.addEventListener("blur", () => this.#show(undefined));
    picture.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        event.preventDefault();
        this.#show(step(this.#rows, this.#shown, event.key === "ArrowRight" ? 1 : -1));
      } else if (event.key === "Escape") {
        this.#show(undefined);
      }
    });
  }

  // Read when it is asked for: the numbers of a what-if change in place.
  get #rows(): YearRow[] {
    const table = this.querySelector("table");
    const texts = (row: HTMLTableRowElement): string[] => [...row.cells].map((cell) => cell.textContent ?? "");
    const head = table?.tHead?.rows[0];
    return readRows(head ? texts(head) : [], [...(table?.tBodies[0]?.rows ?? [])].map(texts));
  }

  get #svg(): SVGSVGElement | undefined {
    return [...this.querySelectorAll<SVGSVGElement>(".ls-chart-picture svg")].find((svg) => svg.getBoundingClientRect().width > 0);
  }

  // Two year labels of the axis give the scale: middle of each label, in view-box units.
  #scale(svg: SVGSVGElement): { left: number; perYear: number; first: number } | undefined {
    const labels = [...svg.querySelectorAll("text")]
      .filter((text) => /^(19|20|21)\d\d$/.test(text.textContent?.trim() ?? ""))
      .map((text) => ({ year: Number(text.textContent), box: text.getBBox() }));
    const bottom = Math.max(...labels.map((label) => label.box.y));
    const axis = labels.filter((label) => Math.abs(label.box.y - bottom) < 2).sort((a, b) => a.year - b.year);
    const [a, b] = [axis[0], axis.at(-1)];
    if (!a || !b || a.year === b.year) {
      return undefined;
    }
    const middle = (label: { box: DOMRect }): number => label.box.x + label.box.width / 2;
    return { first: a.year, left: middle(a), perYear: (middle(b) - middle(a)) / (b.year - a.year) };
  }

  #yearAt(clientX: number): number | undefined {
    const svg = this.#svg;
    const scale = svg && this.#scale(svg);
    if (!svg || !scale) {
      return undefined;
    }
    const box = svg.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    return scale.first + (x - scale.left) / scale.perYear;
  }

  #show(row: YearRow | undefined): void {
    this.#shown = row;
    this.querySelector(".crosshair")?.remove();
    const svg = this.#svg;
    const scale = svg && this.#scale(svg);
    const readout = this.#readout();
    readout.hidden = !row;
    if (!row || !svg || !scale) {
      return;
    }
    const x = scale.left + (row.year - scale.first) * scale.perYear;
    const line = document.createElementNS(svgNamespace, "line");
    line.setAttribute("class", "crosshair");
    for (const [name, value] of Object.entries({ x1: x, x2: x, y1: 0, y2: svg.viewBox.baseVal.height })) {
      line.setAttribute(name, String(value));
    }
    svg.append(line);
    readout.replaceChildren(
      ...[String(row.year), ...row.parts].map((part, i) => {
        const words = document.createElement(i === 0 ? "b" : "div");
        words.textContent = part;
        return words;
      }),
    );
    const picture = svg.getBoundingClientRect();
    const at = (x / svg.viewBox.baseVal.width) * picture.width;
    const left = at > picture.width / 2 ? at - readout.offsetWidth - 12 : at + 12;
    readout.style.left = `${Math.max(0, left)}px`;
    readout.style.top = `${picture.top - this.getBoundingClientRect().top}px`;
  }

  #readout(): HTMLElement {
    const found = this.querySelector<HTMLElement>(".readout");
    if (found) {
      return found;
    }
    const made = document.createElement("div");
    made.className = "readout";
    made.setAttribute("aria-live", "polite");
    this.append(made);
    return made;
  }
}
