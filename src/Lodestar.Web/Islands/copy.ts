// SPDX-License-Identifier: Apache-2.0

/** Puts the text of the field inside it on the clipboard, or else the address of the link. */
export class CopyIsland extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("textarea");
    const link = this.querySelector("a");
    const copied = field?.value ?? link?.href;
    const words = this.dataset["copy"];
    if (!copied || !words || !navigator.clipboard || this.querySelector("button")) {
      return;
    }
    const button = document.createElement("button");
    button.className = "quiet";
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(copied).then(() => {
        button.textContent = this.dataset["copied"] ?? words;
      });
    });
    this.append(button);
  }
}
