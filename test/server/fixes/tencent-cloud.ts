/** The first lines of files that use Tencent Cloud, by language. */
export const tencent = {
  go: `package a\n\nimport (\n\t"fmt"\n\n\tcvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\n)\n\n`,
  typescript: `import { cvm } from "tencentcloud-sdk-nodejs";\n`,
  python: `from tencentcloud.cvm.v20170312 import cvm_client\n`,
  java: `import com.tencentcloudapi.cvm.v20170312.CvmClient;\n`,
  csharp: `using TencentCloud.Cvm.V20170312;\n`,
  php: `<?php\nuse TencentCloud\\Cvm\\V20170312\\CvmClient;\n`,
  ruby: `require 'tencentcloud-sdk-cvm'\n`,
};
