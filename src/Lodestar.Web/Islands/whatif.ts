// SPDX-License-Identifier: Apache-2.0
import { Latest } from "./latest.ts";
import { History, written } from "./moves.ts";

const settleMs = 350;

/**
 * Answers while the levers of a form move: the path and the gap at once, odds and wedges when the hand rests. The address
 * holds what is chosen, so that going back undoes a move and a copy shows the same to others.
 */
export class WhatIfIsland extends HTMLElement {
  readonly #quick = new Latest();
  readonly #whole = new Latest();
  #history = new History("");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #undo: HTMLButtonElement | undefined;
  #busy = false;
  #again = false;

  connectedCallback(): void {
    const form = this.querySelector("form");
    const buttons = this.querySelector(".what-if-buttons");
    if (!form || !buttons || this.#undo) {
      return;
    }
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "quiet";
    undo.textContent = this.dataset["undo"] ?? "";
    undo.disabled = true;
    undo.addEventListener("click", () => this.#back());
    buttons.append(undo);
    this.#undo = undo;
    buttons.querySelector("button[type=submit]")?.setAttribute("hidden", "");
    this.#history = new History(this.#choices());
    form.addEventListener("input", () => this.#moved(false));
    form.addEventListener("change", () => this.#moved(true));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#moved(true);
    });
    buttons.querySelector<HTMLAnchorElement>("a")?.addEventListener("click", (event) => {
      event.preventDefault();
      for (const field of this.#fields()) {
        this.#set(field, field.closest<HTMLElement>(".lever")?.dataset["plan"] ?? field.defaultValue);
      }
      this.#years((field) => field.dataset["plan"] ?? field.defaultValue);
      this.#moved(true);
    });
    this.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z") {
        event.preventDefault();
        this.#back();
      }
    });
  }

  #fields(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>(".lever input[type=range]")];
  }

  #years(of: (field: HTMLInputElement) => string): void {
    for (const field of this.querySelectorAll<HTMLInputElement>(".lever input[type=number]")) {
      field.value = of(field);
    }
  }

  #choices(): string {
    const form = this.querySelector("form");
    return form ? new URLSearchParams([...new FormData(form)].map(([k, v]) => [k, String(v)])).toString() : "";
  }

  #set(field: HTMLInputElement, value: string): void {
    field.value = value;
    this.#say(field);
  }

  #say(field: HTMLInputElement): void {
    const output = field.closest(".lever")?.querySelector("output");
    if (output) {
      output.textContent = written(field.value, field.dataset["unit"], document.documentElement.lang);
    }
  }

  #moved(isDone: boolean): void {
    for (const field of this.#fields()) {
      this.#say(field);
    }
    const choices = this.#choices();
    if (isDone) {
      this.#history.add(choices);
      if (this.#undo) {
        this.#undo.disabled = !this.#history.canUndo;
      }
    }
    void this.#ask(choices);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#askWhole(choices), settleMs);
  }

  #back(): void {
    const before = this.#history.undo();
    if (before === undefined) {
      return;
    }
    const values = new URLSearchParams(before);
    for (const field of this.querySelectorAll<HTMLInputElement | HTMLSelectElement>("form [name]")) {
      field.value = values.get(field.name) ?? field.value;
    }
    if (this.#undo) {
      this.#undo.disabled = !this.#history.canUndo;
    }
    this.#moved(false);
  }

  // While one answer is on its way only the last move of those made meanwhile is asked for.
  async #ask(choices: string): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    this.#whole.begin();
    await this.#fetch(choices, true, this.#quick.begin());
    this.#busy = false;
    if (this.#again) {
      this.#again = false;
      void this.#ask(this.#choices());
    }
  }

  async #askWhole(choices: string): Promise<void> {
    await this.#fetch(choices, false, this.#whole.begin());
  }

  async #fetch(choices: string, isQuick: boolean, signal: AbortSignal): Promise<void> {
    const answer = this.querySelector<HTMLElement>(".what-if-answer");
    const address = answer?.dataset["address"];
    if (!answer || !address) {
      return;
    }
    answer.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(`${address}?${choices}${isQuick ? "&part=quick" : ""}`, { signal });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const text = await response.text();
      if (signal.aborted) {
        return;
      }
      const open = answer.querySelector<HTMLDetailsElement>("details")?.open ?? false;
      answer.innerHTML = text;
      const details = answer.querySelector<HTMLDetailsElement>("details");
      if (details) {
        details.open = open;
      }
      const share = answer.querySelector<HTMLAnchorElement>("a.what-if-share");
      if (share) {
        history.replaceState(null, "", share.href);
      }
      answer.setAttribute("aria-busy", isQuick ? "true" : "false");
    } catch (error) {
      if (!signal.aborted) {
        answer.setAttribute("aria-busy", "false");
        const words = document.createElement("p");
        words.className = "banner";
        words.setAttribute("role", "alert");
        words.textContent = this.dataset["failed"] ?? String(error);
        answer.prepend(words);
      }
    }
  }
}
