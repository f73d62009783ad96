/** Where the repository stands, for pages that editors and reports link to. */
const pages = process.env.ERROR_CODES_PAGES ?? "";

/** The address of the page on a rule. */
export function rulePage(rule: string): string {
  return `${pages}/docs/rules/${rule}.md`;
}
