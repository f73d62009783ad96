/** How much of the beginning of a text is searched for imports, in UTF-16 units. */
const maximumHead = 20_000;

/** Lines that import something, and calls that create the client of a service by its name: `client("s3")`. */
const imports =
  /^[ \t]*(?:<\?php\s+)?(?:import|from|require|use|using|include|extern crate)\b[^\n]*$|^[ \t]*(?:[\w.]+[ \t]+)?"[\w./@-]+\/[\w./@-]+"[ \t]*;?$|\b(?:require|import|client|resource|service)\(\s*["'][\w./@-]+["']|^[ \t]*\}[ \t]*from[ \t]+["'][^"'\n]+["']/gm;

/** Services whose codes come from all services, or from the package itself. */
const isEveryService = new Set(["common", "sdk"]);

/**
 * Returns those of some services, by their ids, that the imports of a text name: `service/ec2`, `@aws-sdk/client-s3`,
 * `tencentcloud/cvm/v20170312`, `import { dc } from …`.
 */
export function servicesImportedIn(text: string, services: readonly string[]): string[] {
  const statements = text.slice(0, maximumHead).match(imports) ?? [];
  const words = new Set(
    statements.flatMap((statement) => statement.toLowerCase().match(/[a-z][a-z0-9]*/g) ?? []),
  );
  return services.filter((service) => !isEveryService.has(service) && words.has(service.replaceAll("-", "")));
}
