import type { SdkRow } from "../../catalog/model/installed-sdk.ts";
import { pythonPackages } from "./ecosystems/python-packages.ts";
import { plainTextOf } from "./plain-text.ts";
import { rowOf } from "./rows.ts";
import type { Sdk } from "./sdk.ts";

/** The part of a service's model that describes an error. */
interface ErrorShape {
  exception?: unknown;
  documentation?: unknown;
  error?: { code?: unknown; httpStatusCode?: unknown };
}

/** The SDK of AWS for Python, whose models describe the errors of each service. */
export const botocore: Sdk = {
  provider: "aws",
  ecosystem: pythonPackages,
  packages: ["botocore"],
  files: () => ["botocore/data/*/*/service-2.json", "botocore/data/*/*/service-2.json.gz"],
  read({ text, path }) {
    const service = path.split("/").at(-3) ?? "";
    const shapes: unknown = JSON.parse(text)?.shapes;
    if (typeof shapes !== "object" || shapes === null) return [];
    return Object.entries(shapes).flatMap(([name, shape]) => rowsOfShape(service, name, shape));
  },
};

function rowsOfShape(service: string, name: string, shape: ErrorShape | undefined | null): SdkRow[] {
  if (shape?.exception !== true) return [];
  const { documentation, error } = shape;
  const code = typeof error?.code === "string" ? error.code : name;
  const text = typeof documentation === "string" ? plainTextOf(documentation) : "";
  return rowOf(service, code, text, error?.httpStatusCode);
}
