import { S3Client } from "@aws-sdk/client-s3";

export function isMissing(error: { Code: string; statusCode: number }): boolean {
  return error.statusCode === 403 && error.Code === "NoSuchBucket";
}
