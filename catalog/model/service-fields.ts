/**
 * Services of several clouds that do the same: the fields, and the services of each. Only within a field does a code
 * that names a thing (`NoSuchBucket`) mean the same elsewhere.
 */
const fields: Readonly<Record<string, string>> = {
  compute:
    "aws/ec2 alibaba-cloud/ecs tencent-cloud/cvm tencent-cloud/lighthouse baidu-ai-cloud/bcc zenlayer-cloud/vm",
  disks:
    "aws/ec2 alibaba-cloud/ecs tencent-cloud/cbs baidu-ai-cloud/bcc zenlayer-cloud/vm zenlayer-cloud/zec",
  network:
    "aws/ec2 alibaba-cloud/vpc tencent-cloud/vpc baidu-ai-cloud/vpc baidu-ai-cloud/eip zenlayer-cloud/zec",
  "dedicated lines": "tencent-cloud/dc alibaba-cloud/vpc zenlayer-cloud/sdn",
  "load balancers":
    "aws/elb aws/elbv2 alibaba-cloud/slb alibaba-cloud/alb tencent-cloud/clb baidu-ai-cloud/blb zenlayer-cloud/zlb",
  "global acceleration": "tencent-cloud/ga2 zenlayer-cloud/zga",
  "object storage": "aws/s3 alibaba-cloud/oss tencent-cloud/cos baidu-ai-cloud/bos",
  "file storage": "aws/efs aws/fsx alibaba-cloud/nas",
  identity: "aws/iam alibaba-cloud/ram tencent-cloud/cam",
  "temporary credentials": "aws/sts alibaba-cloud/sts tencent-cloud/sts baidu-ai-cloud/sts",
  organizations: "aws/organizations tencent-cloud/organization",
  keys: "aws/kms alibaba-cloud/kms",
  certificates: "aws/acm tencent-cloud/ssl",
  functions: "aws/lambda alibaba-cloud/fc tencent-cloud/scf",
  containers: "aws/eks tencent-cloud/tke baidu-ai-cloud/cce",
  "relational databases":
    "aws/rds alibaba-cloud/rds tencent-cloud/cdb tencent-cloud/postgres tencent-cloud/sqlserver tencent-cloud/cynosdb baidu-ai-cloud/rds",
  caches: "aws/elasticache aws/memorydb tencent-cloud/redis baidu-ai-cloud/scs",
  tables: "aws/dynamodb alibaba-cloud/ots",
  logs: "aws/logs alibaba-cloud/sls tencent-cloud/cls",
  monitoring: "aws/cloudwatch tencent-cloud/monitor",
  DNS: "aws/route53 tencent-cloud/dnspod tencent-cloud/privatedns",
  gateways: "aws/apigateway tencent-cloud/apigateway",
  stacks: "aws/cloudformation alibaba-cloud/ros",
  messages: "aws/sqs tencent-cloud/tdmq tencent-cloud/trocket",
  commands: "aws/ssm tencent-cloud/tat",
};

/** A service of a provider. */
interface ServiceKey {
  provider: string;
  service: string;
}

let fieldsOfServices: ReadonlyMap<string, readonly string[]> | undefined;

/** Whether two services do the same on their clouds, as far as is known. */
export function isSameField(a: ServiceKey, b: ServiceKey): boolean {
  return fieldsOf(a).some((field) => fieldsOf(b).includes(field));
}

function fieldsOf({ provider, service }: ServiceKey): readonly string[] {
  fieldsOfServices ??= new Map(
    [
      ...Map.groupBy(
        Object.entries(fields).flatMap(([field, keys]) => keys.split(" ").map((key) => ({ key, field }))),
        ({ key }) => key,
      ),
    ].map(([key, rows]) => [key, rows.map(({ field }) => field)]),
  );
  return fieldsOfServices.get(`${provider}/${service}`) ?? [];
}
