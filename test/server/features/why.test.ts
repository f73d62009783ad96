import assert from "node:assert/strict";
import { type WhyResult, whyRequest } from "../../../server/protocol/index.ts";
import type { Start } from "../harness/client.ts";
import { Project } from "../harness/test-project.ts";

const slip = 'if (err.code === "AuthFailure.Signature|Expired") {}';

interface Case {
  what: string;
  /** With `|` for the cursor. */
  text: string;
  path?: string;
  language?: string;
  files?: Record<string, string>;
  settings?: object;
  /** The answer, in both languages, and what would change it. */
  en: RegExp;
  zh: RegExp;
  advice?: RegExp;
  steps: string;
}

const all = "✓file ✓string";
const cases: Case[] = [
  {
    what: "a right code",
    text: 'import a from "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.Signature|Expire") {}',
    en: /^A hover explains `AuthFailure\.SignatureExpire`\.$/,
    zh: /^`AuthFailure\.SignatureExpire` 有悬停说明。$/,
    steps: `${all} ✓evidence ✓catalog ✓provider ✓hover ✓problems ✓completion`,
  },
  {
    what: "a misspelled code",
    text: slip,
    files: { ".error-codes.yaml": "providers: tencent-cloud\n" },
    en: /^A problem with `AuthFailure\.SignatureExpired` is reported\.$/,
    zh: /^`AuthFailure\.SignatureExpired` 被报告有问题。$/,
    steps: `${all} ✓evidence ✗catalog ✓provider ✗hover ✓problems ✓completion`,
  },
  {
    what: "a hint that is easily overlooked",
    text: 'if (err.code === "Throt|ling") {}',
    files: { ".error-codes.yaml": "providers: zenlayer-cloud\n" },
    en: /^There is a hint on `Throtling`: three dots below it/,
    zh: /^`Throtling` 有一条提示：其下方有三个点/,
    steps: `${all} ✓evidence ✗catalog ✓provider ✗hover ✓problems ✓completion`,
  },
  {
    what: "the shape of a code without evidence",
    text: 'const a = ["x", "AuthFailure.Signature|Expired"]; f(a);',
    en: /no catalog has `AuthFailure\.SignatureExpired`, and nothing tells that an error code is meant/,
    zh: /目录中没有 `AuthFailure\.SignatureExpired`，也没有依据表明它是错误码/,
    advice: /If `a` has to do with error codes in this project: `evidence: \{ keys: \[a\] \}`/,
    steps: `${all} ✗evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
  },
  {
    what: "a plain word",
    text: 'log("Thrott|ling");',
    en: /`Throttling` can stand for many things/,
    zh: /`Throttling` 可能另有所指/,
    advice: /`evidence: \{ functions: \[log\] \}`[\s\S]*\*\*Error Codes: Pin Provider…\*\*/,
    steps: `${all} ✗evidence ✓catalog ✗provider ✗hover ✓problems ✗completion`,
  },
  {
    what: "another kind of code",
    text: 'if (countryCode === "NotFou|nd") {}',
    en: /`NotFound` can stand for many things/,
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
    what: "a name of the system",
    text: 'if (err.code === "ECONN|RESET") {}',
    en: /name of a runtime error, an operating system error or a key/,
    zh: /运行时或操作系统的错误名称，或者按键名称/,
    steps: `${all} ✗evidence ✓completion`,
  },
  {
    what: "an unknown code that is near to none",
    text: 'if (err.code === "Warehouse.Burnt|Down") {}',
    en: /it may well be a code that no catalog knows/,
    zh: /可能是目录未收录的错误码/,
    advice: /\*\*Add … to …\*\*[\s\S]*`complete: true`/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
  },
  {
    what: "an ignored file",
    path: "gen/a.ts",
    text: slip,
    files: { ".error-codes.yaml": "ignore:\n  paths: [gen/]\n" },
    en: /would be reported, but `\d+\/\.error-codes\.yaml` ignores this file\.$/,
    zh: /的问题未被报告：`\d+\/\.error-codes\.yaml` 忽略此文件。$/,
    advice: /Take the file out of `ignore: paths` in `\d+\/\.error-codes\.yaml`/,
    steps: "✗file ✓string ✓evidence ✗catalog ✗provider ✗hover ✗problems ✓completion",
  },
  {
    what: "an ignored code",
    text: slip,
    files: { ".error-codes.yaml": "ignore:\n  codes: AuthFailure.*\n" },
    en: /but `\d+\/\.error-codes\.yaml` ignores `AuthFailure\.\*`\.$/,
    zh: /：`\d+\/\.error-codes\.yaml` 忽略 `AuthFailure\.\*`。$/,
    advice: /Take `AuthFailure\.\*` out of `ignore: codes`/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
  },
  {
    what: "a rule that the configuration has off",
    text: slip,
    files: { ".error-codes.yaml": "rules:\n  misspelled-code: off\n" },
    en: /but `\d+\/\.error-codes\.yaml` has the rule off\.$/,
    zh: /：`\d+\/\.error-codes\.yaml` 关闭了该规则。$/,
    advice: /Change `misspelled-code` under `rules` in `\d+\/\.error-codes\.yaml`/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
  },
  {
    what: "a rule that the settings have off",
    text: slip,
    settings: { rules: { "misspelled-code": "off" } },
    en: /but the setting `errorCodes\.rules` has the rule off\.$/,
    zh: /：设置 `errorCodes\.rules` 关闭了该规则。$/,
    advice: /Change `misspelled-code` in the setting `errorCodes\.rules`/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
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
    what: "a setting that has everything off",
    text: slip,
    settings: { enable: false },
    en: /but the setting `errorCodes\.enable` is off\.$/,
    zh: /：设置 `errorCodes\.enable` 已关闭。$/,
    advice: /Turn the setting `errorCodes\.enable` on/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
  },
  {
    what: "a comment",
    text: `// error-codes-ignore-next-line\n${slip}`,
    en: /but the comment in line 1 ignores it\.$/,
    zh: /：第 1 行的注释忽略了它。$/,
    advice: /Take the comment in line 1 away/,
    steps: `${all} ✓evidence ✗catalog ✗provider ✗hover ✗problems ✓completion`,
  },
  {
    what: "an interpolated string",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: It is a template of the text.
    text: "if (err.code === `AuthFailure.${what|}`) {}",
    en: /is put together when the program runs/,
    zh: /在运行时拼成/,
    steps: "✓file ✗string",
  },
  {
    what: "no string",
    text: "const a = |1;",
    en: /The cursor is in no string or value\.$/,
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
    what: "a code in a language that is not read",
    path: "a.txt",
    language: "plaintext",
    text: "12:00 AuthFailure.Signature|Expire",
    en: /^A hover explains/,
    zh: /有悬停说明。$/,
    advice: /\*\*Change Language Mode\*\*/,
    steps: "✗file ✓string ✗evidence ✓catalog ✓provider ✓hover ✓problems ✓completion",
  },
  {
    what: "an unknown code in a language that is not read",
    path: "a.txt",
    language: "plaintext",
    text: "12:00 AuthFailure.Signature|Expired",
    en: /At the cursor stands no code that a catalog has/,
    zh: /光标处没有目录中形如错误码的文本/,
    steps: "✗file ✗string",
  },
  {
    what: "the configuration",
    path: ".error-codes.yaml",
    language: "yaml",
    text: "ignore:\n  codes: [Auth|Failure.X]\n",
    en: /It is a configuration of this extension/,
    zh: /这是本扩展的配置文件/,
    steps: "✗file",
  },
  {
    what: "a catalog of the user's own",
    path: "acme.yaml",
    language: "yaml",
    text: "version: 1\nprovider: acme\nentries: [{ code: Acme.Bro|ken }]\n",
    files: {
      "acme.yaml": "version: 1\nprovider: acme\nentries: [{ code: Acme.Broken }]\n",
      ".error-codes.yaml": "catalogs: [{ path: acme.yaml }]\n",
    },
    en: /It is a catalog that `\d+\/\.error-codes\.yaml` names/,
    zh: /这是 `\d+\/\.error-codes\.yaml` 中的自有目录/,
    steps: "✗file",
  },
];

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

describe("why something is shown, or nothing", () => {
  const projects = new Map<string, Project>();
  const files = Object.fromEntries(
    cases.flatMap((one, index) =>
      Object.entries(one.files ?? {}).map(([path, content]) => [`${index}/${path}`, content]),
    ),
  );
  /** A project with the files of all cases, each in its folder; one for each language and each of other settings. */
  async function projectFor(locale: string, settings: object | undefined): Promise<Project> {
    const key = JSON.stringify([locale, settings]);
    const start: Start = { locale, ...(settings ? { initializationOptions: { settings } } : {}) };
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
    const [, verdict = "", ...rest] = (answer ?? "").split("\n\n");
    const sections = rest.join("\n\n").split(/^## /m).slice(1);
    return { verdict: verdict.replace(/^\*\*|\*\*$/g, ""), sections };
  }

  for (const one of cases) {
    it(`is told of ${one.what}`, async () => {
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
      // A text that was forgotten would be there in English.
      for (const line of inChinese.sections.join("\n").split("\n"))
        if (line !== "") assert.match(line, /\p{Script=Han}/u);
    });
  }

  it("is told under Chinese names", async () => {
    const { sections } = await why(cases[0] as Case, "zh-cn");
    const said = sections.join("\n");
    assert.match(said, /它与 `err\.code` 比较，表明是错误码。/);
    assert.match(said, /是腾讯云的错误码。/);
    assert.match(said, /腾讯云：导入了 `tencentcloud-sdk-nodejs`。/);
    assert.doesNotMatch(said, /Tencent Cloud/);
  });

  it("names what tells a provider, and the rule with its page", async () => {
    const { sections } = await why(cases[1] as Case, "en");
    const said = sections.join("\n");
    assert.match(said, /read as TypeScript\.\n- `\d+\/\.error-codes\.yaml` governs it/);
    assert.match(said, /compared with `err\.code`: that tells an error code/);
    assert.match(said, /nearest code is `AuthFailure\.SignatureExpire`/);
    assert.match(said, /Tencent Cloud: listed in `\d+\/\.error-codes\.yaml`, under providers\./);
    assert.match(said, /Warning: \[misspelled\\-code\]\(https:.*misspelled-code\.md\): .*Did you mean/);
  });
});
