/**
 * How the SDKs of a provider, of all generations and languages, write the name of an action. Case and separators of the
 * name itself do not count.
 */
export interface Idiom {
  /** The id of the provider. */
  provider: string;
  /** Packages of single services, by how their names begin, besides those that the catalog lists for the provider. */
  packages: readonly string[];
  /** Endings of methods behind the name of the action: `DescribeInstancesWithContext`. */
  methodEndings: readonly string[];
  /** Beginnings and endings of the types of requests, or of functions that create one: `NewRunInstancesRequest`. */
  requestBeginnings: readonly string[];
  requestEndings: readonly string[];
  /** Methods of clients that are no actions, although they are named like one. */
  ownMethods: readonly string[];
}
