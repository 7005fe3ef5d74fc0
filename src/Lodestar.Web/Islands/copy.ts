// SPDX-License-Identifier: Apache-2.0

/** Puts the address of the link inside it on the clipboard. */
export class CopyIsland extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    const words = this.dataset["copy"];
    if (!link || !words || !navigator.clipboard || this.querySelector("button")) {
      return;
    }
    const button = document.createElement("button");
    button.className = "quiet";
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(link.href).then(() => {
        button.textContent = this.dataset["copied"] ?? words;
      });
    });
    this.append(button);
  }
}
