// SPDX-License-Identifier: Apache-2.0
import { Idiomorph } from "idiomorph";
import { Latest } from "./latest.ts";
import { History, written } from "./moves.ts";

const settleMs = 350;
const slowMs = 1000;

/**
 * Answers while the levers of a form move: the path and the gap at once, odds and wedges when the hand rests. The address
 * holds what is chosen, so that a copy of it shows the same to others.
 */
export class WhatIfIsland extends HTMLElement {
  readonly #quick = new Latest();
  readonly #whole = new Latest();
  #history = new History("");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #undo: HTMLButtonElement | undefined;
  #alert: HTMLElement | undefined;
  #status: HTMLElement | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #again = false;

  connectedCallback(): void {
    const form = this.#form;
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
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    buttons.append(undo, status);
    this.#undo = undo;
    this.#status = status;
    buttons.querySelector("button[type=submit]")?.setAttribute("hidden", "");
    this.#history = new History(this.#choices());
    form.addEventListener("input", (event) => this.#moved(false, event.target));
    form.addEventListener("change", (event) => this.#moved(true, event.target));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#moved(true);
    });
    this.#start();
    buttons.querySelector<HTMLAnchorElement>("a")?.addEventListener("click", (event) => this.#reset(event));
    this.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z" && this.#back()) {
        event.preventDefault();
      }
    });
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector<HTMLFormElement>("form.what-if");
  }

  // Another scenario to start from has other levers: the page of it is opened.
  #start(): void {
    const start = this.querySelector<HTMLFormElement>("form.what-if-start");
    start?.querySelector("button")?.setAttribute("hidden", "");
    start?.querySelector("select")?.addEventListener("change", () => start.requestSubmit());
  }

  // The levers' own values are those of the scenario that they start from: where that is not the plan's, the link goes there.
  #reset(event: Event): void {
    if (this.#form?.querySelector("input[type=hidden][name=from]")) {
      return;
    }
    event.preventDefault();
    for (const field of this.#fields()) {
      field.value = field.closest<HTMLElement>(".lever")?.dataset["plan"] ?? field.defaultValue;
    }
    for (const field of this.querySelectorAll<HTMLInputElement>(".lever input[type=number]")) {
      field.value = field.dataset["plan"] ?? field.defaultValue;
    }
    this.#moved(true);
  }

  #fields(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>(".lever input[type=range]")];
  }

  #choices(): string {
    const form = this.#form;
    return form ? new URLSearchParams([...new FormData(form)].map(([k, v]) => [k, String(v)])).toString() : "";
  }

  #say(field: HTMLInputElement): void {
    const text = written(field.value, field.dataset["unit"], document.documentElement.lang);
    field.setAttribute("aria-valuetext", text);
    const output = field.closest(".lever")?.querySelector("output");
    if (output) {
      output.textContent = text;
    }
  }

  #moved(isDone: boolean, moved: EventTarget | null = null): void {
    for (const field of this.#fields()) {
      if (!moved || moved === field) {
        this.#say(field);
      }
    }
    if (isDone) {
      this.#history.add(this.#choices());
    }
    this.#offerUndo();
    void this.#ask();
  }

  #offerUndo(): void {
    if (this.#undo) {
      this.#undo.disabled = !this.#history.canUndo;
    }
  }

  /** Takes the last move back; false where there is none. */
  #back(): boolean {
    // What was typed and not yet left is a move too.
    this.#history.add(this.#choices());
    const before = this.#history.undo();
    if (before === undefined) {
      return false;
    }
    const values = new URLSearchParams(before);
    for (const field of this.#form?.querySelectorAll<HTMLInputElement>("[name]") ?? []) {
      field.value = values.get(field.name) ?? field.value;
    }
    this.#moved(false);
    return true;
  }

  // While one answer is on its way only the last move of those made meanwhile is asked for; the whole when all is quiet.
  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    this.#wait(true);
    do {
      this.#again = false;
      this.#whole.begin();
      await this.#fetch(this.#choices(), true, this.#quick.begin());
    } while (this.#again);
    this.#busy = false;
    this.#timer = setTimeout(() => void this.#askWhole(), settleMs);
  }

  async #askWhole(): Promise<void> {
    this.#quick.begin();
    await this.#fetch(this.#choices(), false, this.#whole.begin());
  }

  #wait(isBusy: boolean): void {
    this.querySelector(".what-if-answer")?.setAttribute("aria-busy", isBusy ? "true" : "false");
    clearTimeout(this.#slow);
    const status = this.#status;
    if (!status) {
      return;
    }
    if (isBusy) {
      this.#slow = setTimeout(() => {
        status.textContent = this.dataset["wait"] ?? "";
      }, slowMs);
    } else {
      status.textContent = "";
    }
  }

  async #fetch(choices: string, isQuick: boolean, signal: AbortSignal): Promise<void> {
    const answer = this.querySelector<HTMLElement>(".what-if-answer");
    const address = answer?.dataset["address"];
    if (!answer || !address) {
      return;
    }
    try {
      const response = await fetch(`${address}?${choices}${isQuick ? "&part=quick" : ""}`, { signal });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const text = await response.text();
      if (signal.aborted) {
        return;
      }
      this.#alert?.remove();
      this.#show(answer, text, isQuick);
      if (!isQuick) {
        this.#address(answer);
        this.#wait(false);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#wait(false);
        this.#address(answer);
        this.#fail(answer, error);
      }
    }
  }

  // When the hand rests, since browsers allow a page few changes of its address in a minute.
  #address(answer: HTMLElement): void {
    const share = answer.querySelector<HTMLAnchorElement>("a.what-if-share");
    if (share && share.href !== location.href) {
      history.replaceState(null, "", share.href);
    }
  }

  // Only what differs changes: what is focused, open or read aloud stays, and so little is drawn anew. Wedges take longer than
  // the rest, so the last ones stay, faint, until theirs are there.
  #show(answer: HTMLElement, text: string, isQuick: boolean): void {
    Idiomorph.morph(answer, text, {
      morphStyle: "innerHTML",
      callbacks: {
        beforeNodeMorphed: (node) => {
          const isLate = isQuick && node instanceof Element && node.id === "what-if-late";
          if (isLate) {
            node.setAttribute("aria-busy", "true");
          }
          return !isLate;
        },
        beforeNodeRemoved: (node) => !(node instanceof Element && node.matches("ls-copy > button")),
        beforeAttributeUpdated: (name, _, change) => change !== "remove" || (name !== "open" && name !== "tabindex"),
      },
    });
  }

  #fail(answer: HTMLElement, error: unknown): void {
    this.#alert?.remove();
    // What is faint there belongs to other choices.
    const late = answer.querySelector<HTMLElement>("#what-if-late[aria-busy]");
    late?.removeAttribute("aria-busy");
    late?.replaceChildren();
    const words = document.createElement("p");
    words.className = "banner";
    words.setAttribute("role", "alert");
    words.textContent = this.dataset["failed"] ?? String(error);
    answer.prepend(words);
    this.#alert = words;
  }
}
