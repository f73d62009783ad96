/** The base URL of the pages that editors and reports link to; set at build time. */
const baseUrl = process.env.ERROR_CODES_PAGES ?? "";

/** Returns the URL of a page of the repository by its path. */
export function pageUrl(path: string): string {
  return `${baseUrl}/${path}`;
}

/** Returns the URL of the documentation page of a rule. */
export function rulePageUrl(rule: string): string {
  return pageUrl(`docs/rules/${rule}.md`);
}
