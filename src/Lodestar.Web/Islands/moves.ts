// SPDX-License-Identifier: Apache-2.0

/** What was chosen, move by move; the same twice is no move. */
export class History {
  readonly #past: string[] = [];
  #now: string;

  constructor(start: string) {
    this.#now = start;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  add(choices: string): void {
    if (choices !== this.#now) {
      this.#past.push(this.#now);
      this.#now = choices;
    }
  }

  /** What was chosen before the last move; undefined when there was none. */
  undo(): string | undefined {
    const before = this.#past.pop();
    if (before !== undefined) {
      this.#now = before;
    }
    return before;
  }
}

/** A lever's value for people, as the server writes it: percent where it has no unit of its own, else with the unit. */
export function written(value: string, unit: string | undefined, language: string): string {
  const number = figures(Number(value), language);
  if (unit === undefined) {
    return `${number}${language === "fr" ? "\u00a0" : "\u202f"}%`;
  }
  return unit === "" ? number : `${number}\u00a0${unit}`;
}

/** Three figures, but never fewer than the whole part; the language's separators and a true minus. */
function figures(value: number, language: string): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.001) {
    const [mantissa = "0", exponent = "0"] = value.toExponential(2).split("e");
    return minus(`${Number(mantissa).toLocaleString(language, { maximumFractionDigits: 2 })}E${Number(exponent)}`);
  }
  const decimals =
    size === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 2 - Math.floor(Math.log10(size));
  return minus(value.toLocaleString(language, { maximumFractionDigits: decimals }));
}

function minus(text: string): string {
  return text.replaceAll("-", "\u2212");
}
