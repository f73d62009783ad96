import type { Locator } from "playwright-core";

/** A text of a page that is hard to read: how much it stands out from what is behind it, as WCAG measures it. */
export interface Faint {
  text: string;
  ratio: number;
}

/** As much of an element as is looked at; the rest of the project knows nothing of pages. */
interface Shown {
  tagName: string;
  textContent: string;
  parentElement: Shown | null;
  childNodes: Iterable<{ nodeType: number; textContent: string }>;
  querySelectorAll(selector: string): Iterable<Shown>;
}

declare const getComputedStyle: (one: Shown) => { color: string; backgroundColor: string };

/** The texts below an element whose contrast is less than WCAG asks for (AA, small text); run inside of the page. */
function faintBelow(root: Shown): Faint[] {
  type Color = [red: number, green: number, blue: number, alpha: number];
  const least = 4.5;
  const textNode = 3;
  const parse = (color: string): Color => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = ([red, green, blue, alpha]: Color, below: Color): Color => {
    const mix = (top: number, under: number) => top * alpha + under * (1 - alpha);
    return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
  };
  const behind = (one: Shown | null): Color =>
    one ? over(parse(getComputedStyle(one).backgroundColor), behind(one.parentElement)) : [255, 255, 255, 1];
  const luminance = ([red, green, blue]: Color) => {
    const linear = (part: number) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  return [...root.querySelectorAll("*")].flatMap((one) => {
    const hasText = [...one.childNodes].some((node) => node.nodeType === textNode && node.textContent.trim());
    if (!hasText) return [];
    const ground = behind(one);
    const [text, back] = [luminance(over(parse(getComputedStyle(one).color), ground)), luminance(ground)];
    const ratio = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
    return ratio < least ? [{ text: `${one.tagName} ${one.textContent.trim().slice(0, 60)}`, ratio }] : [];
  });
}

/** The texts below an element that are hard to read. */
export function faintTexts(root: Locator): Promise<Faint[]> {
  return root.evaluate(faintBelow);
}
