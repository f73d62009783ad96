import type { Locator } from "playwright-core";

/** A text of a page that is hard to read, with its WCAG contrast ratio. */
export interface Faint {
  text: string;
  ratio: number;
}

/** The part of the DOM's `Element` that is used here; the project is compiled without the DOM library. */
interface PageElement {
  tagName: string;
  textContent: string;
  parentElement: PageElement | null;
  ownerDocument: { getAnimations: () => { finished: Promise<unknown> }[] };
  childNodes: Iterable<{ nodeType: number; textContent: string }>;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

declare const getComputedStyle: (element: PageElement) => { color: string; backgroundColor: string };

/** Returns the texts below an element whose contrast is too low for WCAG AA (small text). Runs inside the page. */
function faintBelow(root: PageElement): Faint[] {
  type Color = [red: number, green: number, blue: number, alpha: number];
  const minimum = 4.5;
  const textNode = 3;
  const parse = (color: string): Color => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = ([red, green, blue, alpha]: Color, below: Color): Color => {
    const mix = (top: number, under: number) => top * alpha + under * (1 - alpha);
    return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
  };
  const backgroundOf = (element: PageElement | null): Color =>
    element
      ? over(parse(getComputedStyle(element).backgroundColor), backgroundOf(element.parentElement))
      : [255, 255, 255, 1];
  const luminance = ([red, green, blue]: Color) => {
    const linear = (part: number) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  return [...root.querySelectorAll("*")].flatMap((element) => {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === textNode && node.textContent.trim(),
    );
    if (!hasText) return [];
    const background = backgroundOf(element);
    const foreground = over(parse(getComputedStyle(element).color), background);
    const [text, back] = [luminance(foreground), luminance(background)];
    const ratio = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
    if (ratio >= minimum) return [];
    return [{ text: `${element.tagName} ${element.textContent.trim().slice(0, 60)}`, ratio }];
  });
}

/** Returns the texts below an element that are hard to read, once no colour of the page is changing any more. */
export async function faintTexts(root: Locator): Promise<Faint[]> {
  await root.evaluate(finishTransitions);
  return root.evaluate(faintBelow);
}

/** Waits for the transitions of a page: halfway through one, a colour is neither the old nor the new one. Runs inside the page. */
async function finishTransitions(root: PageElement): Promise<void> {
  const running = root.ownerDocument.getAnimations().map(({ finished }) => finished);
  await Promise.allSettled(running);
}
