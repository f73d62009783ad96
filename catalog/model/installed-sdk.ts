/** What an SDK says of one code. */
export interface SdkRow {
  /** The service as the SDK names it, such as the folder that its codes stand in. */
  service: string;
  code: string;
  /** The SDK's words, plain text in the language of the SDK; empty if it only names the code. */
  text: string;
  httpStatus?: number;
}

/** An SDK that is installed for a project, with what it says of the codes of its provider. */
export interface InstalledSdk {
  provider: string;
  /** The name of the package, such as `botocore` or `@aws-sdk/client-sqs`. */
  package: string;
  version: string;
  rows: readonly SdkRow[];
}

/** What an installed SDK says of a code of a service. */
export interface SdkStatement extends SdkRow {
  provider: string;
  package: string;
  version: string;
}
