import { displayLanguageOf, localize } from "../catalog/text/localized-text.ts";
import { systemLocale } from "../catalog/text/system-locale.ts";

/** The arguments that say how the client is connected. */
const isTransport = (argument: string) => /^--(?:stdio$|node-ipc$|(?:socket|pipe)(?:=|$))/.test(argument);

const usage = {
  en: `Usage: error-code-language-server --stdio [--storage=FOLDER]

A language server for error codes that stand as strings in code and config. An editor starts it, and speaks
the Language Server Protocol with it over its standard streams.

  --stdio           speak over standard input and output; --pipe=NAME, --socket=PORT and --node-ipc are possible, too
  --storage=FOLDER  keep files in this folder instead of the user's folder for caches
  --version         print the version
  --help            print this text

The commands for a terminal, such as check, are those of error-codes: error-codes --help.`,
  "zh-CN": `用法：error-code-language-server --stdio [--storage=文件夹]

检查代码和配置中以字符串形式出现的错误码的语言服务器。由编辑器启动，通过标准输入输出以语言服务器协议（LSP）通信。

  --stdio           使用标准输入和标准输出；也可以用 --pipe=名称、--socket=端口 或 --node-ipc
  --storage=文件夹  将文件保存在此文件夹，而不是用户的缓存文件夹
  --version         输出版本号
  --help            显示本说明

终端中使用的命令（例如 check）由 error-codes 提供：error-codes --help。`,
};

const unconnected = {
  en: "error-code-language-server is started by an editor, with --stdio; --help tells more.",
  "zh-CN": "error-code-language-server 由编辑器启动，需要参数 --stdio；--help 可查看说明。",
};

/**
 * Answers a user who starts the server in a terminal, and returns the exit code; undefined if the arguments are those of a
 * client.
 */
export function answerToUser(args: readonly string[]): number | undefined {
  const language = displayLanguageOf(systemLocale(process.env));
  if (args.some((one) => one === "--help" || one === "-h")) {
    process.stdout.write(`${localize(usage, language)}\n`);
    return 0;
  }
  if (args.some((one) => one === "--version" || one === "-V")) {
    process.stdout.write(`${process.env.ERROR_CODES_VERSION ?? "0"}\n`);
    return 0;
  }
  if (args.some(isTransport)) return undefined;
  process.stderr.write(`${localize(unconnected, language)}\n`);
  return 2;
}
