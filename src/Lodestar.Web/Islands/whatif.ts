// SPDX-License-Identifier: Apache-2.0
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
  #focused = "";
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
    form.addEventListener("input", () => this.#moved(false));
    form.addEventListener("change", () => this.#moved(true));
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
      this.#set(field, field.closest<HTMLElement>(".lever")?.dataset["plan"] ?? field.defaultValue);
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

  #set(field: HTMLInputElement, value: string): void {
    field.value = value;
    this.#say(field);
  }

  #say(field: HTMLInputElement): void {
    const text = written(field.value, field.dataset["unit"], document.documentElement.lang);
    field.setAttribute("aria-valuetext", text);
    const output = field.closest(".lever")?.querySelector("output");
    if (output) {
      output.textContent = text;
    }
  }

  #moved(isDone: boolean): void {
    for (const field of this.#fields()) {
      this.#say(field);
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
      this.#show(answer, text);
      const share = answer.querySelector<HTMLAnchorElement>("a.what-if-share");
      if (share) {
        history.replaceState(null, "", share.href);
      }
      if (!isQuick) {
        this.#wait(false);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#wait(false);
        this.#fail(answer, error);
      }
    }
  }

  // What is read aloud stays in the page, and only its words change; the rest is new, and keeps what was open and focused.
  #show(answer: HTMLElement, text: string): void {
    const template = document.createElement("template");
    template.innerHTML = text;
    const open = answer.querySelector<HTMLDetailsElement>("details")?.open ?? false;
    const active = document.activeElement;
    if (active && active !== document.body) {
      this.#focused = answer.contains(active) ? keyOf(active) : "";
    }
    const live = [...answer.querySelectorAll<HTMLElement>(":scope > [aria-live]")];
    const fresh = [...template.content.querySelectorAll<HTMLElement>("[aria-live]")];
    for (const [i, region] of live.entries()) {
      const words = fresh[i]?.innerHTML ?? "";
      if (region.innerHTML !== words) {
        region.innerHTML = words;
      }
      fresh[i]?.remove();
    }
    for (const child of [...answer.children]) {
      if (!live.some((region) => region === child)) {
        child.remove();
      }
    }
    answer.append(template.content);
    const details = answer.querySelector<HTMLDetailsElement>("details");
    if (details) {
      details.open = open;
    }
    if (this.#focused && document.activeElement === document.body) {
      const again = [...answer.querySelectorAll<HTMLElement>("a, button, summary, [tabindex]")];
      again.find((element) => keyOf(element) === this.#focused)?.focus({ preventScroll: true });
    }
  }

  #fail(answer: HTMLElement, error: unknown): void {
    this.#alert?.remove();
    const words = document.createElement("p");
    words.className = "banner";
    words.setAttribute("role", "alert");
    words.textContent = this.dataset["failed"] ?? String(error);
    answer.prepend(words);
    this.#alert = words;
  }
}

function keyOf(element: Element): string {
  return `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent}`;
}
