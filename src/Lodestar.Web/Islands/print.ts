// SPDX-License-Identifier: Apache-2.0

/** A button that opens the browser's own print window, which also makes PDF files. */
export class PrintIsland extends HTMLElement {
  connectedCallback(): void {
    const words = this.dataset["print"];
    if (!words || this.querySelector("button")) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      print();
    });
    this.append(button);
  }
}
