/**
 * Returns the HTML document around a page. It is loaded once and gets the page's content by messages; its content
 * security policy allows only its own style and script.
 */
export function renderShell(title: string, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width">
<title>${title.replace(/[<>&]/g, "")}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main id="page"></main>
<div id="status" role="status" class="unseen"></div>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

const style = `
body { margin: 0; padding: 0 26px 48px; color: var(--vscode-foreground); background: var(--vscode-editor-background);
  font-family: var(--vscode-markdown-font-family, var(--vscode-font-family)); font-size: 14px; line-height: 1.6; }
main { max-width: 78ch; margin: 0 auto; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
h1 { font-size: 1.7em; font-weight: 600; line-height: 1.3; margin: 24px 0 8px; }
h1 code { padding: 0; border: 0; background: none; color: inherit; font-size: 1em; }
h2 { font-size: 1.2em; font-weight: 600; margin: 28px 0 8px; padding-bottom: 4px;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
h3 { font-size: 1em; font-weight: 600; margin: 16px 0 6px; }
p { margin: 8px 0; }
ul { margin: 8px 0; padding-left: 22px; }
.summary { font-size: 1.08em; }
.facts { display: flex; flex-wrap: wrap; gap: 2px 8px; list-style: none; padding: 0; margin: 0;
  color: var(--vscode-descriptionForeground); }
.facts li + li::before { content: "·"; margin-right: 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0; }
.relatives ul, .list ul { columns: 34ch; }
.list summary { cursor: pointer; margin: 6px 0; }
input { font: inherit; font-size: 13px; width: 100%; max-width: 34ch; box-sizing: border-box; padding: 3px 8px; border-radius: 3px;
  color: var(--vscode-input-foreground); background: var(--vscode-input-background);
  border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, var(--vscode-widget-border, transparent))); }
input::placeholder { color: var(--vscode-input-placeholderForeground); }
code, pre { font-family: var(--vscode-editor-font-family, monospace); font-size: 0.93em; }
code { padding: 1px 4px; border-radius: 3px; border: 1px solid var(--vscode-contrastBorder, transparent);
  color: var(--vscode-textPreformat-foreground, inherit);
  background: var(--vscode-textPreformat-background, var(--vscode-textCodeBlock-background)); }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
a code { color: inherit; background: var(--vscode-textCodeBlock-background); }
.snippet { display: flex; align-items: end; justify-content: space-between; gap: 8px; margin: 16px 0 6px; }
.snippet h3 { margin: 0; }
.buttons { display: flex; flex-shrink: 0; gap: 6px; }
pre { margin: 0; padding: 10px 12px; overflow: auto; tab-size: 4; border-radius: 4px; line-height: 1.45;
  background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); }
pre code { padding: 0; border: 0; background: none; color: var(--vscode-editor-foreground); overflow-wrap: normal; }
pre .keyword { color: var(--vscode-debugTokenExpression-name); }
pre .string { color: var(--vscode-debugTokenExpression-string); }
pre .number { color: var(--vscode-debugTokenExpression-number); }
pre .comment { color: var(--vscode-descriptionForeground); font-style: italic; }
.places { list-style: none; padding: 0; }
.places li { margin: 6px 0; }
.places code { display: block; white-space: pre; overflow: hidden; text-overflow: ellipsis; background: none; border: 0;
  padding: 0; color: var(--vscode-descriptionForeground); }
button, select { font: inherit; font-size: 13px; border-radius: 3px; padding: 3px 10px; cursor: pointer; }
button { color: var(--vscode-button-foreground); background: var(--vscode-button-background);
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); }
button:hover { background: var(--vscode-button-hoverBackground); }
button.secondary { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button.secondary:hover { background: var(--vscode-button-secondaryHoverBackground); }
select { color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background);
  border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent)); padding: 2px 6px; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 1px; }
@media (prefers-reduced-motion: no-preference) { a, button { transition: background-color 80ms; } }
`;

const script = `
const vscode = acquireVsCodeApi();
const page = document.getElementById("page");
const status = document.getElementById("status");
let restored = false;
function show({ html, lang }) {
  const focused = document.activeElement && document.activeElement.id;
  document.documentElement.lang = lang;
  page.innerHTML = html;
  for (const part of page.querySelectorAll("p, li, h2, h3, button")) {
    const own = /\\p{Script=Han}/u.test(part.textContent) ? "zh-CN" : /[A-Za-z]{3}/.test(part.textContent) ? "en" : lang;
    if (own !== lang) part.lang = own;
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (!restored) scrollTo(0, vscode.getState()?.top ?? 0);
  restored = true;
}
addEventListener("message", ({ data }) => {
  if (data.html !== undefined) show(data);
  if (data.status !== undefined) status.textContent = data.status;
});
addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const button = event.target.closest("button[data-act]");
  if (link || button) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  if (link) vscode.postMessage({ act: "open", text: link.getAttribute("href") });
  if (!button) return;
  vscode.postMessage({ act: button.dataset.act, text: button.dataset.text });
  if (button.dataset.done === undefined) return;
  const label = button.textContent;
  status.textContent = button.dataset.done;
  if (label === button.dataset.done) return;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = label; status.textContent = ""; }, 1500);
}, true);
addEventListener("auxclick", (event) => {
  if (!event.target.closest("a")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
addEventListener("change", ({ target }) => {
  if (target.id === "language") vscode.postMessage({ act: "language", text: target.value });
});
addEventListener("input", ({ target }) => {
  if (target.id !== "filter") return;
  const plain = (text) => text.toLowerCase().replace(/[\\s._-]/g, "");
  const wanted = plain(target.value);
  for (const list of page.querySelectorAll("details.list")) {
    const items = [...list.querySelectorAll("li")];
    const isNamed = plain(list.querySelector("summary").textContent).includes(wanted);
    for (const item of items) item.hidden = !isNamed && !plain(item.textContent).includes(wanted);
    list.hidden = items.every((item) => item.hidden);
    list.open = wanted !== "" && !list.hidden;
  }
});
addEventListener("scroll", () => vscode.setState({ top: scrollY }), { passive: true });
vscode.postMessage({ act: "ready" });
`;
