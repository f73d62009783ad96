import { alibabaFc } from "./alibaba-fc.ts";
import { alibabaOdps } from "./alibaba-odps.ts";
import { alibabaPython } from "./alibaba-python.ts";
import { alibabaSdk } from "./alibaba-sdk.ts";
import { apiError } from "./api-error.ts";
import { arrow } from "./arrow.ts";
import { awsCpp } from "./aws-cpp.ts";
import { awsDotnet } from "./aws-dotnet.ts";
import { awsPhp } from "./aws-php.ts";
import { awsRuby } from "./aws-ruby.ts";
import { bceGo } from "./bce-go.ts";
import { botocore } from "./botocore.ts";
import { classWithFields } from "./class-with-fields.ts";
import { codeInParentheses } from "./code-in-parentheses.ts";
import { codeLine } from "./code-line.ts";
import { cosGo } from "./cos-go.ts";
import { exception } from "./exception.ts";
import { exceptionTag } from "./exception-tag.ts";
import { go1 } from "./go-1.ts";
import { go2 } from "./go-2.ts";
import { httpStatus } from "./http-status.ts";
import { inBrackets } from "./in-brackets.ts";
import { inParentheses } from "./in-parentheses.ts";
import { ossJavaLog } from "./oss-java-log.ts";
import { phpUncaught } from "./php-uncaught.ts";
import { qianfan } from "./qianfan.ts";
import { redshift } from "./redshift.ts";
import { ros } from "./ros.ts";
import { s3cmd } from "./s3cmd.ts";
import type { Sentence } from "./sentence.ts";
import { tea } from "./tea.ts";
import { tencentDetails } from "./tencent-details.ts";
import { tencentJava } from "./tencent-java.ts";

/** All sentences; where two overlap, the one listed first is read. */
export const sentences: readonly Sentence[] = [
  botocore,
  go2,
  go1,
  inParentheses,
  alibabaPython,
  alibabaSdk,
  alibabaOdps,
  alibabaFc,
  ossJavaLog,
  tea,
  tencentJava,
  cosGo,
  bceGo,
  qianfan,
  ros,
  awsRuby,
  awsPhp,
  phpUncaught,
  arrow,
  awsCpp,
  awsDotnet,
  redshift,
  apiError,
  s3cmd,
  exceptionTag,
  inBrackets,
  classWithFields,
  codeInParentheses,
  tencentDetails,
  httpStatus,
  codeLine,
  exception,
];
