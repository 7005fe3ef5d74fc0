// SPDX-License-Identifier: Apache-2.0
import { Latest, percent } from "./latest.ts";

/** Dropping a file onto a plain upload form, and progress while it goes. The form works without it. */
export class DropIsland extends HTMLElement {
  readonly #latest = new Latest();

  connectedCallback(): void {
    const form = this.querySelector("form");
    const input = this.querySelector<HTMLInputElement>("input[type=file]");
    if (!form || !input) {
      return;
    }
    for (const name of ["dragenter", "dragover"]) {
      this.addEventListener(name, (event) => {
        event.preventDefault();
        this.classList.add("over");
      });
    }
    this.addEventListener("dragleave", (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) {
        this.classList.remove("over");
      }
    });
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      this.classList.remove("over");
      const files = event.dataTransfer?.files;
      if (files && files.length > 0) {
        input.files = files;
        this.#send(form);
      }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(form);
    });
  }

  // XMLHttpRequest because fetch does not tell how far an upload has come.
  #send(form: HTMLFormElement): void {
    const signal = this.#latest.begin();
    const request = new XMLHttpRequest();
    signal.addEventListener("abort", () => request.abort());
    this.#tell(this.dataset["sending"] ?? "");
    request.upload.addEventListener("progress", (event) => {
      const done = event.loaded >= event.total;
      this.#tell(done ? (this.dataset["reading"] ?? "") : `${this.dataset["sending"] ?? ""} ${percent(event.loaded, event.total)}`);
    });
    request.addEventListener("error", () => this.#tell(this.dataset["failed"] ?? ""));
    request.addEventListener("load", () => {
      if (request.status === 200 && request.responseURL !== location.href) {
        location.assign(request.responseURL);
      } else {
        this.#show(request.responseText);
      }
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  }

  // A refusal comes back as a whole page: its main part takes the place of ours.
  #show(html: string): void {
    const page = new DOMParser().parseFromString(html, "text/html");
    const ours = document.querySelector("main");
    const theirs = page.querySelector("main");
    if (ours && theirs) {
      ours.replaceWith(document.adoptNode(theirs));
      document.title = page.title;
      document.querySelector("main")?.focus();
    }
  }

  #tell(words: string): void {
    const progress = this.querySelector<HTMLElement>(".progress");
    if (progress) {
      progress.hidden = words.length === 0;
      progress.textContent = words;
    }
  }
}
