import { toJsonSchema } from "@valibot/to-json-schema";
import { configurationSchema } from "./configuration.ts";
import { severityLevels } from "./severity.ts";

/** Returns the JSON Schema of configuration files with the ids of all rules, for completion in editors. */
export function configurationJsonSchema(ruleIds: readonly string[]): object {
  const schema = toJsonSchema(configurationSchema, { typeMode: "input", errorMode: "ignore" });
  const severity = { enum: severityLevels };
  const rules = {
    ...(schema.properties?.rules as object),
    propertyNames: undefined,
    properties: Object.fromEntries(ruleIds.map((id) => [id, severity])),
    additionalProperties: false,
  };
  const properties = { ...schema.properties, rules };
  const whole = { title: "Error Code IntelliSense configuration", ...schema, properties };
  return JSON.parse(JSON.stringify(whole)) as object;
}
