import { micromark } from "micromark";
import type { Section } from "../../catalog/rendering/section.ts";
import { type DetailsPage, fileLink, type UsagesResult } from "../../server/protocol/index.ts";
import { highlight } from "./highlight.ts";
import { escapeHtml } from "./html.ts";

// One bundle, that is loaded when the first page is shown.
export { toWhyHtml } from "./why-page.ts";

type Group = NonNullable<Section["groups"]>[number];

/** The usages of a page's code. */
export interface FoundUsages extends UsagesResult {
  /** True if all files were searched, false if only the open ones were. */
  scanned: boolean;
}

/** A page with the state that it is rendered with. */
export interface PageState {
  page: DetailsPage;
  /** Undefined until the server has answered. */
  found: FoundUsages | undefined;
  /** Whether the workspace is being searched now. */
  finding: boolean;
  /** The deep link that opens the page from outside VS Code. */
  link: string;
}

/** Renders the HTML of a page's body. Raw HTML and dangerous links in its Markdown become text. */
export function toHtml(state: PageState): string {
  const { page } = state;
  return [header(state), ...page.sections.map((one) => section(one, state))].join("\n");
}

/** Renders a page as Markdown, for reading its URI as a text file. */
export function toText({ code, facts, sections }: DetailsPage): string {
  const parts = sections
    .filter(({ markdown }) => markdown !== "")
    .flatMap(({ heading, markdown, groups = [] }) => [
      ...(heading ? [`## ${heading}`] : []),
      markdown,
      ...groups.map(groupText),
    ]);
  return `${[`# ${code}`, facts.join(" · "), ...parts].join("\n\n")}\n`;
}

function header({ page: { code, facts, labels }, link }: PageState): string {
  return `<header>
<h1><code>${allowWraps(escapeHtml(code))}</code></h1>
<ul class="facts" aria-label="${escapeHtml(labels.facts)}">${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join("")}</ul>
<p class="actions">${[
    copyButton("copy-code", code, labels.copyCode, labels),
    button("insert-code", "insert", code, labels.insertAtCursor),
    copyButton("copy-link", link, labels.copyLink, labels),
    button("copy-markdown", "copyMarkdown", "", labels.copyMarkdown, { done: labels.copied }),
  ].join("")}</p>
</header>`;
}

function groupText({ heading, count, items }: Group): string {
  const names = items.map(({ text }) => `\`${text}\``);
  return `### ${heading}\n\n${[...names, ...(count > names.length ? ["…"] : [])].join(", ")}`;
}

function section({ id, heading, markdown, groups = [] }: Section, state: PageState): string {
  if (id === "summary") return `<section class="summary">${micromark(markdown)}</section>`;
  const body =
    id === "handling" ? handling(state.page) : id === "usages" ? usages(state) : micromark(markdown);
  return `<section class="${id}" aria-labelledby="heading-${id}">
<h2 id="heading-${id}">${escapeHtml(heading)}</h2>
${body}
${lists(groups, state.page)}
</section>`;
}

/** The number of items from which lists have a field to filter them by. */
const manyItems = 20;

/** Renders lists, each closed unless it is the only one, with a field that filters them all. */
function lists(groups: readonly Group[], { labels }: DetailsPage): string {
  const isLong = groups.reduce((sum, { items }) => sum + items.length, 0) >= manyItems;
  const label = escapeHtml(labels.filterActions);
  const filter = isLong
    ? `<p><input id="filter" type="search" placeholder="${label}" aria-label="${label}"></p>`
    : "";
  const rendered = groups.map(({ heading, count, items }) => {
    const rows = items.map(
      ({ text, link }) => `<li><a href="${escapeHtml(link)}"><code>${escapeHtml(text)}</code></a></li>`,
    );
    const more = count > items.length ? `<li class="more">… +${count - items.length}</li>` : "";
    return `<details class="list"${groups.length === 1 && !isLong ? " open" : ""}><summary>${escapeHtml(heading)}</summary>
<ul>${rows.join("")}${more}</ul></details>`;
  });
  return [filter, ...rendered].join("\n");
}

function handling({ handling: { language, languages, snippets }, labels }: DetailsPage): string {
  const options = languages.map(
    ({ id, name }) =>
      `<option value="${escapeHtml(id)}"${id === language ? " selected" : ""}>${escapeHtml(name)}</option>`,
  );
  const parts = snippets.map(
    ({ heading, text }, index) => `<div class="snippet"><h3 id="snippet-${index}">${escapeHtml(heading)}</h3>
<span class="buttons">${copyButton(`copy-${index}`, text, labels.copy, labels, heading)}${button(`insert-${index}`, "insertText", text, labels.insert, { of: heading })}</span></div>
<pre tabindex="0" role="region" aria-labelledby="snippet-${index}"><code>${highlight(text, language, escapeHtml)}</code></pre>`,
  );
  return `<p><label>${escapeHtml(labels.language)} <select id="language">${options.join("")}</select></label></p>
${parts.join("\n")}`;
}

function usages({ page: { labels }, found, finding }: PageState): string {
  const places = (found?.usages ?? []).map(
    ({ uri, path, line, text }) =>
      `<li><a href="${escapeHtml(fileLink(uri, line))}">${escapeHtml(path)}:${line + 1}</a> <code>${escapeHtml(text)}</code></li>`,
  );
  const list = places.length > 0 ? `<ul class="places">${places.join("")}</ul>` : "";
  const find = found?.scanned ? labels.findAgain : labels.find;
  const [act, label] = finding ? ["cancel", labels.cancel] : ["find", find];
  return `<p>${escapeHtml(finding ? labels.finding : usageSummary(found, labels))}</p>
${list}
<p><button id="find" data-act="${act}">${escapeHtml(label)}</button></p>`;
}

/** Returns a sentence on how many usages were found. */
export function usageSummary(found: FoundUsages | undefined, labels: DetailsPage["labels"]): string {
  if (!found) return "";
  const { usages, scanned, partial } = found;
  if (scanned && partial) return labels.stopped.replace("{0}", String(usages.length));
  if (usages.length === 0) return scanned ? labels.noneInWorkspace : labels.noneOpen;
  return (scanned ? labels.inWorkspace : labels.inOpenFiles).replace("{0}", String(usages.length));
}

function copyButton(id: string, text: string, label: string, labels: DetailsPage["labels"], of = ""): string {
  return button(id, "copy", text, label, { of, done: labels.copied });
}

/** Renders a button; `of` is what it acts on, for screen readers, and `done` what it says for a moment once pressed. */
function button(
  id: string,
  act: string,
  text: string,
  label: string,
  { of = "", done = "" }: { of?: string; done?: string } = {},
): string {
  const name = of ? ` aria-label="${escapeHtml(`${label}: ${of}`)}"` : "";
  const after = done ? ` data-done="${escapeHtml(done)}"` : "";
  return `<button id="${id}" class="secondary" data-act="${act}" data-text="${escapeHtml(text)}"${after}${name}>${escapeHtml(label)}</button>`;
}

/** Lets the HTML of a code wrap after a dot or an underscore rather than within a word. */
function allowWraps(code: string): string {
  return code.replace(/[._](?=.)/g, "$&<wbr>");
}
