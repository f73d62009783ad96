import { micromark } from "micromark";
import type { Why, WhyAction } from "../../server/protocol/index.ts";
import { escapeHtml } from "./html.ts";

/** Renders an explanation; its actions are buttons that post their `deed` as JSON. Raw HTML in its texts becomes text. */
export function toWhyHtml({ title, verdict, actions, sections, markdown, labels }: Why): string {
  const copy = `<button id="copy" class="secondary" data-act="copy" data-text="${escapeHtml(markdown)}" data-done="${escapeHtml(labels.copied)}">${escapeHtml(labels.copy)}</button>`;
  const parts = sections.map(
    ({ heading, lines }, index) => `<section aria-labelledby="heading-${index}">
<h2 id="heading-${index}">${escapeHtml(heading)}</h2>
<ul>${lines.map((line) => `<li>${inline(line.text)}${line.action ? ` ${button(line.action, "")}` : ""}</li>`).join("")}</ul>
</section>`,
  );
  return `<h1>${escapeHtml(title)}</h1>
<p class="summary"><strong>${inline(verdict)}</strong></p>
<p class="actions">${actions.map((one) => button(one, "secondary")).join("")}${copy}</p>
${parts.join("\n")}`;
}

function button({ label, deed }: WhyAction, kind: string): string {
  return `<button class="${kind}" data-act="do" data-text="${escapeHtml(JSON.stringify(deed))}">${escapeHtml(label)}</button>`;
}

/** Renders Markdown of one paragraph without the paragraph around it. */
function inline(text: string): string {
  return micromark(text).replace(/^<p>(.*)<\/p>$/s, "$1");
}
