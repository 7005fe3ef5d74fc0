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

/** A lever's value for people: percent where it has no unit of its own, else three figures and the unit. */
export function written(value: string, unit: string | undefined, language: string): string {
  const number = Number(value);
  if (unit === undefined) {
    return `${number.toLocaleString(language, { maximumFractionDigits: 2 })}\u202f%`;
  }
  return `${number.toLocaleString(language, { maximumSignificantDigits: 3 })}${unit === "" ? "" : `\u00a0${unit}`}`;
}
