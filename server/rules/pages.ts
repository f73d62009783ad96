/** Where the repository stands, for pages that editors and reports link to. */
const pages = process.env.ERROR_CODES_PAGES ?? "";

/** The address of a page of the repository, by its path there. */
export function rulePagePath(path: string): string {
  return `${pages}/${path}`;
}

/** The address of the page on a rule. */
export function rulePage(rule: string): string {
  return rulePagePath(`docs/rules/${rule}.md`);
}
