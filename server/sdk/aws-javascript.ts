import type { SdkRow } from "../../catalog/model/installed-sdk.ts";
import { sourceForms } from "../constants/lexical-forms.ts";
import { sourceConstants } from "../constants/source-constants.ts";
import { nodeModules } from "./ecosystems/node-modules.ts";
import { plainTextOf } from "./plain-text.ts";
import { rowOf } from "./rows.ts";
import type { Sdk } from "./sdk.ts";

const prefix = "@aws-sdk/client-";

/** The ids of services in the catalog, by the names of their clients where these differ in letters or digits. */
const services: Partial<Record<string, string>> = {
  "application-discovery-service": "discovery",
  "cloudwatch-events": "events",
  "cloudwatch-logs": "logs",
  "cognito-identity-provider": "cognito-idp",
  "config-service": "config",
  "cost-and-usage-report-service": "cur",
  "cost-explorer": "ce",
  "database-migration-service": "dms",
  "directory-service": "ds",
  "directory-service-data": "ds-data",
  "elastic-load-balancing": "elb",
  "elastic-load-balancing-v2": "elbv2",
  "elasticsearch-service": "es",
  eventbridge: "events",
  "iot-data-plane": "iot-data",
  "iot-jobs-data-plane": "iot-jobs-data",
  "lex-model-building-service": "lex-models",
  "lex-models-v2": "lexv2-models",
  "lex-runtime-service": "lex-runtime",
  "lex-runtime-v2": "lexv2-runtime",
  "marketplace-entitlement-service": "marketplace-entitlement",
  "marketplace-metering": "meteringmarketplace",
  "migration-hub": "mgh",
  "pinpoint-sms-voice": "sms-voice",
  serverlessapplicationrepository: "serverlessrepo",
  sfn: "stepfunctions",
  simpledb: "sdb",
};

/** The SDK of AWS for JavaScript: each error is a class, whose member `name` is the code. */
export const awsJavaScript: Sdk = {
  provider: "aws",
  ecosystem: nodeModules,
  packages: [`${prefix}*`],
  files: () => ["dist-types/models/errors.d.ts", "dist-types/models/models_*.d.ts"],
  read({ text, packageName }) {
    // Types without errors are many, and long.
    if (!text.includes("__BaseException")) return [];
    const client = packageName.slice(prefix.length);
    const service = (Object.hasOwn(services, client) && services[client]) || client;
    return sourceConstants(text, sourceForms[".ts"]).flatMap(({ name, value, owner }): SdkRow[] => {
      if (name !== "name" || !owner || !/\bextends\s+__BaseException\b/.test(owner.declaration)) return [];
      return rowOf(service, value, plainTextOf(owner.comment));
    });
  },
};
