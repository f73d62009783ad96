import assert from "node:assert/strict";
import { type WhyResult, whyRequest } from "../../../server/protocol/index.ts";
import type { StartOptions } from "../harness/client.ts";
import { Project } from "../harness/test-project.ts";

const misspelled = 'if (err.code === "AuthFailure.Signature|Expired") {}';

interface Case {
  what: string;
  /** The document, with `|` for the cursor. */
  text: string;
  path?: string;
  language?: string;
  files?: Record<string, string>;
  settings?: object;
  /** The verdict in both languages, and the advice. */
  en: RegExp;
  zh: RegExp;
  advice?: RegExp;
  steps: string;
}

const all = "✓file ✓string";
const cases: Case[] = [
  {
    what: "a correct code",
    text: 'import a from "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.Signature|Expire") {}',
    en: /^A hover explains `AuthFailure\.SignatureExpire`\.$/,
    zh: /^`AuthFailure\.SignatureExpire` 有悬停说明。$/,
    steps: `${all} ✓evidence ✓catalog ✓provider ✓hover ✓problems ✓completion`,
  },
  {
    what: "a misspelled code",
    text: misspelled,
    files: { ".error-codes.yaml": "providers: tencent-cloud\n" },
    en: /^A problem with `AuthFailure\.SignatureExpired` is reported\.$/,
    zh: /^已报告 `AuthFailure\.SignatureExpired` 的问题。$/,
    steps: `${all} ✓evidence ✗catalog ✓provider ✓hover ✓problems ✓completion`,
  },
  {
    what: "a code with a hint",
    text: 'if (err.code === "InvalidInternetGateway|Id.NotFound") {}',
    files: { ".error-codes.yaml": "providers: aws\n" },
    en: /^There is a hint on `InvalidInternetGatewayId.NotFound`: three dots below it/,
    zh: /^`InvalidInternetGatewayId.NotFound` 有一条提示：其下方有三个点/,
    steps: `${all} ✓evidence ✗catalog ✓provider ✓hover ✓problems ✓completion`,
  },
  {
    what: "a string in the form of a code without evidence",
    text: 'const a = ["x", "AuthFailure.Signature|Expired"]; f(a);',
    en: /no catalog has `AuthFailure\.SignatureExpired`, and nothing indicates that it is an error code/,
    zh: /目录中没有 `AuthFailure\.SignatureExpired`，也没有依据表明它是错误码/,
    advice: /If `a` is related to error codes in this project, add `evidence: \{ keys: \[a\] \}`/,
    steps: `${all} ✗evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
  },
  {
    what: "a plain word",
    text: 'log("Thrott|ling");',
    en: /`Throttling` can mean many things/,
    zh: /`Throttling` 可能另有所指/,
    advice: /`evidence: \{ functions: \[log\] \}`[\s\S]*\*\*Error Codes: Pin Provider…\*\*/,
    steps: `${all} ✗evidence ✓catalog ✗provider ✗hover ✓problems ✗completion`,
  },
  {
    what: "another kind of code",
    text: 'if (countryCode === "NotFou|nd") {}',
    en: /`NotFound` can mean many things/,
    zh: /`NotFound` 可能另有所指/,
    advice: /`evidence: \{ fields: \[countryCode\] \}`/,
    steps: `${all} ✗evidence ✓catalog ✗provider ✗hover ✓problems ✗completion`,
  },
  {
    what: "a sentence",
    text: 'if (err.code === "It was not| found") {}',
    en: /Nothing is shown here\. It does not have the form of an error code/,
    zh: /此处不显示任何内容。写法不像错误码/,
    steps: `${all} ✗evidence ✓completion`,
  },
  {
    what: "a system error name",
    text: 'if (err.code === "ECONN|RESET") {}',
    en: /name of a runtime error, an operating system error, a key or a file/,
    zh: /运行时或操作系统的错误名称、按键名称或文件名/,
    steps: `${all} ✗evidence ✓completion`,
  },
  {
    what: "an unknown code that is not close to a known one",
    text: 'if (err.code === "Warehouse.Burnt|Down") {}',
    en: /it may be a code that no catalog has/,
    zh: /可能是目录未收录的错误码/,
    advice: /\*\*Add … to …\*\*[\s\S]*`complete: true`/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
  },
  {
    what: "an ignored file",
    path: "gen/a.ts",
    text: misspelled,
    files: { ".error-codes.yaml": "ignore:\n  paths: [gen/]\n" },
    en: /would be reported, but `\d+\/\.error-codes\.yaml` ignores this file\.$/,
    zh: /的问题未被报告：`\d+\/\.error-codes\.yaml` 忽略此文件。$/,
    advice: /Remove the file from `ignore: paths` in `\d+\/\.error-codes\.yaml`/,
    steps: "✗file ✓string ✓evidence ✗catalog ✗provider ✓hover ✗problems ✓completion",
  },
  {
    what: "a file in a vendored folder",
    path: "vendor/acme/a.ts",
    text: misspelled,
    en: /would be reported, but folders named `vendor` hold the code of others\.$/,
    zh: /的问题未被报告：名为 `vendor` 的文件夹存放的是第三方代码。$/,
    advice: /Have such folders checked with `ignore: \{ vendored: false \}` in `\.error-codes\.yaml`/,
    steps: "✗file ✓string ✓evidence ✗catalog ✗provider ✓hover ✗problems ✓completion",
  },
  {
    what: "an ignored code",
    text: misspelled,
    files: { ".error-codes.yaml": "ignore:\n  codes: AuthFailure.*\n" },
    en: /but `\d+\/\.error-codes\.yaml` ignores `AuthFailure\.\*`\.$/,
    zh: /：`\d+\/\.error-codes\.yaml` 忽略 `AuthFailure\.\*`。$/,
    advice: /Remove `AuthFailure\.\*` from `ignore: codes`/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✓hover ✗problems ✓completion`,
  },
  {
    what: "a rule that the configuration turns off",
    text: misspelled,
    files: { ".error-codes.yaml": "rules:\n  misspelled-code: off\n" },
    en: /but `\d+\/\.error-codes\.yaml` turns the rule off\.$/,
    zh: /：`\d+\/\.error-codes\.yaml` 关闭了该规则。$/,
    advice: /Change `misspelled-code` under `rules` in `\d+\/\.error-codes\.yaml`/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✓hover ✗problems ✓completion`,
  },
  {
    what: "a rule that the settings turn off",
    text: misspelled,
    settings: { rules: { "misspelled-code": "off" } },
    en: /but the setting `errorCodes\.rules` turns the rule off\.$/,
    zh: /：设置 `errorCodes\.rules` 关闭了该规则。$/,
    advice: /Change `misspelled-code` in the setting `errorCodes\.rules`/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✓hover ✗problems ✓completion`,
  },
  {
    what: "a rule that is off by default",
    text: 'import a from "@alicloud/pop-core";\nif (err.code === "AuthFailure.Signature|Expire") {}',
    en: /A hover explains `AuthFailure\.SignatureExpire`\. A problem with .* but the rule is off by default\.$/,
    zh: /有悬停说明。.*的问题未被报告：该规则默认关闭。$/,
    advice: /`rules: \{ wrong-provider: warning \}`/,
    steps: `${all} ✓evidence ✓catalog ✓provider ✓hover ✗problems ✓completion`,
  },
  {
    what: "the setting that turns everything off",
    text: misspelled,
    settings: { enable: false },
    en: /but the setting `errorCodes\.enable` is off\.$/,
    zh: /：设置 `errorCodes\.enable` 已关闭。$/,
    advice: /Turn the setting `errorCodes\.enable` on/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✓hover ✗problems ✓completion`,
  },
  {
    what: "an ignore comment",
    text: `// error-codes-ignore-next-line\n${misspelled}`,
    en: /but the comment on line 1 ignores it\.$/,
    zh: /：第 1 行的注释忽略了它。$/,
    advice: /Remove the comment on line 1/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✓hover ✗problems ✓completion`,
  },
  {
    what: "an interpolated string",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: The template belongs to the text of the document.
    text: "if (err.code === `AuthFailure.${what|}`) {}",
    en: /is built at run time/,
    zh: /在运行时拼接/,
    steps: "✓file ✗string",
  },
  {
    what: "no string",
    text: "const a = |1;",
    en: /The cursor is not in a string or value\.$/,
    zh: /光标不在字符串或值中。$/,
    steps: "✓file ✗string",
  },
  {
    what: "an empty string",
    text: 'if (err.code === "|") {}',
    en: /nothing to explain in an empty string/,
    zh: /空字符串没有可说明的内容/,
    steps: `${all} ✓evidence ✓completion`,
  },
  {
    what: "a code in a language that is not parsed",
    path: "a.txt",
    language: "plaintext",
    text: "12:00 AuthFailure.Signature|Expire",
    en: /^A hover explains/,
    zh: /有悬停说明。$/,
    advice: /\*\*Change Language Mode\*\*/,
    steps: "✗file ✓string ✗evidence ✓catalog ✓provider ✓hover ✓problems ✓completion",
  },
  {
    what: "an unknown code in a language that is not parsed",
    path: "a.txt",
    language: "plaintext",
    text: "12:00 AuthFailure.Signature|Expired",
    en: /There is no known code with a distinctive form at the cursor/,
    zh: /光标处没有目录已收录且形如错误码的文本/,
    steps: "✗file ✗string",
  },
  {
    what: "a configuration",
    path: ".error-codes.yaml",
    language: "yaml",
    text: "ignore:\n  codes: [Auth|Failure.X]\n",
    en: /It is a configuration of this extension/,
    zh: /这是本扩展的配置文件/,
    steps: "✗file",
  },
  {
    what: "a user catalog",
    path: "acme.yaml",
    language: "yaml",
    text: "version: 1\nprovider: acme\nentries: [{ code: Acme.Bro|ken }]\n",
    files: {
      "acme.yaml": "version: 1\nprovider: acme\nentries: [{ code: Acme.Broken }]\n",
      ".error-codes.yaml": "catalogs: [{ path: acme.yaml }]\n",
    },
    en: /It is a catalog listed in `\d+\/\.error-codes\.yaml`/,
    zh: /这是 `\d+\/\.error-codes\.yaml` 中列出的自有目录/,
    steps: "✗file",
  },
];

/** The name of each step in `steps`, by its title. */
const names: Record<string, string> = {
  "The file": "file",
  "The string": "string",
  Evidence: "evidence",
  "The catalog": "catalog",
  "The provider": "provider",
  Hover: "hover",
  Problems: "problems",
  Completion: "completion",
};

describe("the explanation of why something or nothing is shown", () => {
  const projects = new Map<string, Project>();
  const files = Object.fromEntries(
    cases.flatMap((one, index) =>
      Object.entries(one.files ?? {}).map(([path, content]) => [`${index}/${path}`, content]),
    ),
  );
  /** Returns a project with the files of all cases, each case in its own folder; one for each locale and settings. */
  async function projectFor(locale: string, settings: object | undefined): Promise<Project> {
    const key = JSON.stringify([locale, settings]);
    const start: StartOptions = { locale, ...(settings ? { initializationOptions: { settings } } : {}) };
    const project = projects.get(key) ?? (await Project.of(files, start));
    projects.set(key, project);
    return project;
  }
  after(() => Promise.all([...projects.values()].map((project) => project.end())));

  async function why(one: Case, locale: string) {
    const { text, path = "a.ts", language = "typescript" } = one;
    const project = await projectFor(locale, one.settings);
    const open = await project.open(`${cases.indexOf(one)}/${path}`, language, text);
    const answer = await project.client.connection.sendRequest<WhyResult>(whyRequest, {
      uri: open.document.uri,
      position: open.cursor,
    });
    await open.close();
    const [, verdict = "", ...rest] = (answer?.markdown ?? "").split("\n\n");
    const sections = rest.join("\n\n").split(/^## /m).slice(1);
    return { verdict: verdict.replace(/^\*\*|\*\*$/g, ""), sections };
  }

  for (const one of cases) {
    it(`is given for ${one.what}`, async () => {
      const { verdict, sections } = await why(one, "en");
      assert.match(verdict, one.en);
      const advice = sections.find((section) => section.startsWith("What would change it"));
      if (one.advice) assert.match(advice ?? "", one.advice);
      const steps = sections
        .filter((section) => section !== advice)
        .map((section) => section.split("\n")[0] ?? "");
      assert.equal(steps.map((step) => `${step[0]}${names[step.slice(2)]}`).join(" "), one.steps);
      const inChinese = await why(one, "zh-cn");
      assert.match(inChinese.verdict, one.zh);
      assert.equal(inChinese.sections.length, sections.length);
      // A text without a translation would be in English.
      for (const line of inChinese.sections.join("\n").split("\n"))
        if (line !== "") assert.match(line, /\p{Script=Han}/u);
    });
  }

  it("uses Chinese names in Chinese", async () => {
    const { sections } = await why(cases[0] as Case, "zh-cn");
    const content = sections.join("\n");
    assert.match(content, /它与 `err\.code` 比较，表明是错误码。/);
    assert.match(content, /是腾讯云的错误码。/);
    assert.match(content, /腾讯云：导入了 `tencentcloud-sdk-nodejs`。/);
    assert.doesNotMatch(content, /Tencent Cloud/);
  });

  it("names the reason for a provider, and the rule with a link to its page", async () => {
    const { sections } = await why(cases[1] as Case, "en");
    const content = sections.join("\n");
    assert.match(content, /parsed as TypeScript\.\n- `\d+\/\.error-codes\.yaml` applies to it/);
    assert.match(content, /compared with `err\.code`: this implies an error code/);
    assert.match(content, /nearest code is `AuthFailure\.SignatureExpire`/);
    assert.match(content, /Tencent Cloud: listed in `\d+\/\.error-codes\.yaml`, under providers\./);
    assert.match(content, /Warning: \[misspelled\\-code\]\(https:.*misspelled-code\.md\): .*Did you mean/);
  });
});
