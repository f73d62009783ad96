import * as v from "valibot";
import { type ActionAnswer, answersOf } from "../../catalog/model/action-answers.ts";
import { actionKeysNamed, actionNamesNear } from "../../catalog/model/actions.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { serviceTest } from "../../catalog/search/service-test.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import { codeFacts, toCodeFacts } from "./code-facts.ts";
import { projectsAsked } from "./projects-asked.ts";
import { ToolFailure, toolOf } from "./tool.ts";

/** If more services have an action of the name, they are listed, and not their codes. */
const maximumServices = 3;
const maximum = { name: 200, codes: 200, usual: 40, services: 50 };

const input = v.strictObject({
  action: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(maximum.name),
    v.description("The action of the API, such as RunInstances or PutObject."),
  ),
  provider: v.optional(v.pipe(v.string(), v.description("The provider, such as tencent-cloud or aws."))),
  service: v.optional(v.pipe(v.string(), v.description("The id of the service, such as cvm or ec2."))),
  retryable: v.optional(
    v.pipe(v.boolean(), v.description("Only the codes after which a retry can succeed.")),
    false,
  ),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maximum.codes)), maximum.usual),
});

const output = v.object({
  actions: v.array(
    v.object({
      provider: v.string(),
      service: v.string(),
      action: v.string(),
      /** How many codes there are in all. */
      count: v.number(),
      codes: v.array(
        v.object({
          ...v.omit(codeFacts, ["provider", "service"]).entries,
          /** Whether the code is documented for the action itself; if not, every action can answer with it. */
          documented: v.boolean(),
        }),
      ),
    }),
  ),
  /** The services that have the action, as `provider/service`, if they are too many. */
  services: v.optional(v.array(v.string())),
  note: v.optional(v.string()),
});

/** Lists what a call can fail with. */
export const codesOfAction = toolOf({
  name: "codes_of_action",
  title: "Error Codes of an API Action",
  description:
    "Lists the error codes that an action of the APIs of Tencent Cloud, Alibaba Cloud or AWS is documented to answer with, the most telling ones first, each with its meaning and whether a retry can succeed. Call it before you write the error handling of such a call. Vendors' documents are incomplete: that a code is not listed proves nothing.",
  input,
  output,
  readsFiles: false,

  async run({ action: name, limit, retryable, ...asked }, context) {
    const [{ catalog }] = await projectsAsked(context);
    const language = context.displayLanguage();
    const test = serviceTest(catalog, asked);
    if ("unknown" in test) throw new ToolFailure(localize(test.unknown, language));
    const actions = actionKeysNamed(catalog, name).filter(test.isMeant);
    if (actions.length === 0) throw unknownAction(name, actionNamesNear(catalog, name, test.isMeant));
    if (actions.length > maximumServices)
      return {
        actions: [],
        services: actions.slice(0, maximum.services).map((one) => `${one.provider}/${one.service}`),
        note: `${actions.length} services have this action: give \`provider\` and \`service\`.`,
      };
    return {
      actions: actions.map((action) => {
        const answers = answersOf(catalog, action).filter(
          ({ retry }) => !retryable || retry === "backoff" || retry === "renew",
        );
        const codes = answers.slice(0, limit).map((answer) => toAnswered(answer, catalog, language));
        return { ...action, count: answers.length, codes };
      }),
    };
  },
});

function unknownAction(name: string, near: readonly string[]): ToolFailure {
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  return new ToolFailure(`There is no action '${name}'.${hint}`);
}

/** Returns what is said of one code; its entry can be that of all services, which says nothing of the action's. */
function toAnswered(
  { code, isDocumented, row, kind, retry }: ActionAnswer,
  catalog: Catalog,
  language: DisplayLanguage,
) {
  const documented = isDocumented;
  if (!row) return { code, kind, retry, documented };
  const { provider: _, service: __, ...facts } = toCodeFacts(row.layer.entry(row.index), catalog, language);
  return { ...facts, documented };
}
