// SPDX-License-Identifier: Apache-2.0

/** Of several things begun one after another only the last one counts: beginning aborts the one before. */
export class Latest {
  #current: AbortController | undefined;

  begin(): AbortSignal {
    this.#current?.abort();
    this.#current = new AbortController();
    return this.#current.signal;
  }
}

/** "37 %" of an upload, whole numbers; empty while the size is not known. */
export function percent(loaded: number, total: number): string {
  return total > 0 ? `${Math.min(100, Math.floor((100 * loaded) / total))}\u202f%` : "";
}
