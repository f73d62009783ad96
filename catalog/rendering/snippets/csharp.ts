import { doubleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

export const csharp: SnippetLanguage = {
  ids: ["csharp"],
  name: "C#",
  quote: doubleQuoted,
  fallbackSdk: { type: "ServiceException", value: "e.ErrorCode" },
  sdks: {
    "tencent-cloud": {
      imports: "using TencentCloud.Common;",
      type: "TencentCloudSDKException",
      value: "e.ErrorCode",
    },
    "alibaba-cloud": {
      imports: "using Aliyun.Acs.Core.Exceptions;",
      type: "ClientException",
      value: "e.ErrorCode",
    },
    aws: { imports: "using Amazon.Runtime;", type: "AmazonServiceException", value: "e.ErrorCode" },
    "baidu-ai-cloud": { imports: "using BaiduBce;", type: "BceServiceException", value: "e.ErrorCode" },
  },
  compare: `try
{
    await SendAsync();
}
catch ({{type}} e) when ({{value}} == {{code}})
{
    // {{handle}}
}`,
  switch: `try
{
    await SendAsync();
}
catch ({{type}} e)
{
    switch ({{value}})
    {
{{cases}}        default:
            throw;
    }
}`,
  case: `        case {{code}}:
            // {{handle}}
            break;
`,
  retry: {
    backoff: `async Task<T> SendWithRetriesAsync<T>(Func<Task<T>> send, int attempts = 5)
{
    for (var attempt = 1; ; attempt++)
    {
        try
        {
            return await send();
        }
        catch ({{type}} e) when ({{value}} == {{code}} && attempt < attempts)
        {
            // {{jitter}}
            var limit = Math.Min(20_000, 200 << attempt);
            await Task.Delay(Random.Shared.Next(limit));
        }
    }
}`,
    renew: `async Task<T> SendRenewedAsync<T>(Func<Task<T>> send, Func<Task> renew)
{
    try
    {
        return await send();
    }
    catch ({{type}} e) when ({{value}} == {{code}})
    {
        // {{renew}}
        await renew();
        return await send();
    }
}`,
    no: `try
{
    await SendAsync();
}
catch ({{type}} e)
{
    if ({{value}} == {{code}})
    {
        // {{report}}
        Console.Error.WriteLine(e);
    }
    throw;
}`,
  },
};
