// SPDX-License-Identifier: Apache-2.0

const saidMs = 4000;

/** Puts the text of the field inside it on the clipboard, or else the address of the link. */
export class CopyIsland extends HTMLElement {
  connectedCallback(): void {
    const words = this.dataset["copy"];
    if (!this.#text || !words || !navigator.clipboard || this.querySelector("button")) {
      return;
    }
    const button = document.createElement("button");
    button.className = "quiet";
    button.type = "button";
    button.textContent = words;
    let said: ReturnType<typeof setTimeout> | undefined;
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(this.#text ?? "").then(() => {
        button.textContent = this.dataset["copied"] ?? words;
        clearTimeout(said);
        said = setTimeout(() => {
          button.textContent = words;
        }, saidMs);
      });
    });
    this.append(button);
  }

  // Read when it is asked for: what stands inside may have changed since.
  get #text(): string | undefined {
    return this.querySelector("textarea")?.value ?? this.querySelector("a")?.href;
  }
}
