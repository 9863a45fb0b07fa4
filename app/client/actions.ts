import { classes } from './protocol';

/** A message has a link to the page of all that one can do with it; with the script that unfolds in its place. */
export function foldUp(part: ParentNode): void {
  for (const link of part.querySelectorAll(`a.${classes.actions}`)) {
    link.outerHTML = `<details><summary class="${classes.actions}">${link.innerHTML}</summary></details>`;
  }
}
