/**
 * How the SDKs of a provider write the calls of its API, in all their generations and languages. Case and separators of
 * names do not count.
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
  /** Words in the names of functions that send a request, or call the action whose name is passed to them. */
  senderWords: readonly string[];
  /** Methods of requests, and of what repeats them for each page, that send them. */
  requestMethods: readonly string[];
  /** Types of clients that are named neither a client nor after a service. */
  clientTypes: readonly string[];
  /** What programs call services in the names of clients, in lower-case letters, with their ids. */
  serviceNames: Readonly<Record<string, string>>;
  /**
   * The service of buckets and objects, of whose actions the catalog has only the commonest, and those of them that
   * methods of SDKs call by other names, which stand here in lower-case letters without separators.
   */
  storage: { service: string; methods: Readonly<Record<string, string>> };
  /** Methods of clients that call no action, although they are named as if they did. */
  ownMethods: readonly string[];
  /**
   * How a client is created by the name of its service, the first group, where files do without an import because
   * something of their own hands out sessions; by the name of the language.
   */
  clientsByName?: Readonly<Record<string, RegExp>>;
  /** Its command line: the names of the program, and what it calls services whose id is another one. */
  commandLine?: { programs: readonly string[]; services: Readonly<Record<string, string>> };
}
