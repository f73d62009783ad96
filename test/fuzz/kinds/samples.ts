/** A catalog file with every key of the format. */
export const catalogFile = `version: 1
provider:
  id: acme
  name: { en: Acme Cloud, zh-CN: 顶点云 }
  aliases: [acme, ac]
  sharedFamilies: [InvalidParameter]
  imports: [acme-sdk, com.acme.sdk]
  hosts: [api.acme.example]
  links: { code: "https://acme.example/errors/{code}" }
  responses:
    - { format: json, code: error.code, message: error.message, requestId: requestId }
service: billing
name: { en: Billing, zh-CN: 计费 }
complete: true
concepts:
  - id: acme-late
    name: { en: Late, zh-CN: 迟到 }
    kind: throttling
    retry: backoff
    cause: { en: The request came late. }
    fix: { en: Send it earlier. }
tables:
  t1: { document: errors, section: Errors, date: 2025-01-01 }
entries:
  - code: Billing.Overdue
    summary: { en: The bill is overdue., zh-CN: 账单逾期。 }
    concept: acme-late
    httpStatus: [402, 403]
    messages: ["The bill {id} of %s is overdue.", "Overdue"]
    rows: [{ table: t1, httpStatus: 402, message: Overdue }]
  - code: Billing.Closed
    summary: The account is closed.
    deprecated: { use: Billing.Overdue, since: "2024" }
  - { code: NoSuchInvoice, summary: There is no such invoice., kind: not-found, retry: "no", officialMisspelling: true }
`;

export const catalogTable = `# Errors

| Code | HTTP status | Message | Description |
|---|---|---|---|
| Billing.Overdue | 402 | Overdue | The bill is overdue. |
| Billing.Closed | 403 | Closed \\| shut | The account is closed. |
`;

/** A configuration with every key, and files that it names. */
export const configuration = `# A comment.
$schema: ./schema.json
providers: [tencent-cloud, aws]
pins:
  src/a.ts: aws
  "legacy/**": [tencent-cloud, Alibaba Cloud]
catalogs:
  - path: acme.yaml
    provider: acme
    complete: true
  - path: ["docs/**/*.md", other.json]
    provider: acme
    service: billing
rules:
  misspelled-code: error
  unknown-code: "off"
ignore:
  codes: [ACME.*, "Foo*Bar*"]
  paths: ["gen/**", "!gen/keep.ts", "*.snap"]
  vendored: false
evidence:
  functions: [isAcmeError]
  fields: acmeCode
  keys: [failWith]
`;

/** Error responses, exceptions and log lines of several providers. */
export const responses = [
  `{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"Too old."},"RequestId":"t-1"}}`,
  `<?xml version="1.0"?>\n<Error>\n  <Code>NoSuchBucket</Code>\n  <Message>No &lt;bucket&gt;.</Message>\n  <RequestId>O-1</RequestId>\n</Error>`,
  `{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"No."}`,
  `12:00 ERROR failed {"a": {b}} body={"RequestId":"A-2","Code":"Throttling","Message":"Slow {please}"} (3 ms)`,
  "[TencentCloudSDKError] Code=AuthFailure.TokenFailure, Message=Bad token, RequestId=t-4",
  "An error occurred (AccessDenied) when calling the GetObject operation (reached max retries: 4): Access Denied",
  "Request has expired. Timestamp date is 2026-01-31T08:00:00Z.",
  "the deployment stopped with OperationConflict, again.",
];
