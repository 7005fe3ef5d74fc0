// SPDX-License-Identifier: Apache-2.0
import { Latest } from "./latest.ts";
import { move, shown, type Hit } from "./suggest.ts";

const waitMs = 90;

/**
 * Suggests places while a name is typed into a plain search form: a combobox with a list (WAI-ARIA). Arrows choose,
 * enter goes there, escape closes; enter without a choice sends the form as it would be without script.
 */
export class SearchIsland extends HTMLElement {
  readonly #latest = new Latest();
  #hits: readonly Hit[] = [];
  #at = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>("input[type=search]");
    if (!input) {
      return;
    }
    const list = document.createElement("ul");
    list.id = `${input.id}-list`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.dataset["list"] ?? "");
    list.hidden = true;
    const status = document.createElement("span");
    status.className = "unseen";
    status.setAttribute("role", "status");
    this.append(list, status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(input, list, status), waitMs);
    });
    input.addEventListener("keydown", (event) => this.#key(event, input, list));
    input.addEventListener("focus", () => {
      if (this.#hits.length > 0 && input.value.trim() !== "") {
        this.#open(input, list, true);
      }
    });
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) {
        this.#open(input, list, false);
      }
    });
  }

  async #ask(input: HTMLInputElement, list: HTMLElement, status: HTMLElement): Promise<void> {
    const signal = this.#latest.begin();
    const query = input.value.trim();
    if (query === "") {
      this.#show([], input, list);
      status.textContent = "";
      return;
    }
    try {
      const response = await fetch(`/api/v1/places?q=${encodeURIComponent(query)}&limit=8`, { signal });
      if (!response.ok) {
        return;
      }
      const answer = (await response.json()) as { places: readonly Hit[] };
      const hits = shown(answer.places, this.dataset["plans"] !== undefined);
      this.#show(hits, input, list);
      status.textContent = hits.length > 0 ? `${this.dataset["some"] ?? ""}${hits.length}` : (this.dataset["none"] ?? "");
    } catch (error) {
      // A suggestion that came too late, or not at all, is no fault: the form still works.
      if (!(error instanceof DOMException) && !(error instanceof TypeError)) {
        throw error;
      }
    }
  }

  #show(hits: readonly Hit[], input: HTMLInputElement, list: HTMLElement): void {
    this.#hits = hits;
    list.replaceChildren(
      ...hits.map((hit, i) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${i}`;
        option.setAttribute("role", "option");
        const name = document.createElement("b");
        name.textContent = hit.name;
        const note = document.createElement("span");
        note.className = "note";
        const parts = [
          hit.by && hit.by !== hit.name ? hit.by : undefined,
          hit.kind === "country" ? undefined : (hit.countryName ?? undefined),
          hit.plan ? this.dataset["plan"] : undefined,
        ];
        note.textContent = parts.filter((part) => part).join(" · ");
        option.append(name, " ", note);
        // Before the input loses its focus and the list its place.
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          this.#go(hit);
        });
        return option;
      }),
    );
    this.#choose(-1, input, list);
    this.#open(input, list, hits.length > 0);
  }

  #key(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.#hits.length > 0) {
        event.preventDefault();
        this.#open(input, list, true);
        this.#choose(move(this.#at, this.#hits.length, event.key === "ArrowDown" ? 1 : -1), input, list);
      }
    } else if (event.key === "Enter" && !list.hidden && this.#hits[this.#at]) {
      event.preventDefault();
      this.#go(this.#hits[this.#at]!);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      this.#open(input, list, false);
    }
  }

  #choose(at: number, input: HTMLInputElement, list: HTMLElement): void {
    this.#at = at;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = list.children[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  #open(input: HTMLInputElement, list: HTMLElement, open: boolean): void {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) {
      this.#choose(-1, input, list);
    }
  }

  // Where places are put together the address of the next step has a gap for the chosen one.
  #go(hit: Hit): void {
    const next = this.dataset["go"];
    location.assign(next && hit.plan ? next.replace("_", encodeURIComponent(hit.plan)) : hit.href);
  }
}
