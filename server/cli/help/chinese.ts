/** The Chinese of what `--help` says, by its English; a test names what is missing. */
export const chinese: Readonly<Record<string, string>> = {
  "Explains and checks the error codes of cloud APIs that occur as strings in code and config.":
    "说明并检查代码和配置中以字符串形式出现的云 API 错误码。",
  "output the version number": "输出版本号",
  "display help for command": "显示命令的帮助",
  "let a configuration name catalogs outside its repository": "允许配置引用仓库之外的目录文件",
  "use installed SDKs outside the folder, too, such as those of Go's module cache":
    "同时使用文件夹之外已安装的 SDK，例如 Go 模块缓存中的 SDK",
  "list the codes of the catalog": "列出目录中的错误码",
  "only this provider, by id, name or alias": "只列出该云服务商（ID、名称或别名）",
  "only this service": "只列出该产品",
  "only this kind of failure": "只列出该类错误",
  "print a JSON array": "输出 JSON 数组",
  "language of texts": "文本的语言",
  "find codes by code, abbreviation, meaning in either language, message or HTTP status":
    "按错误码、缩写、中英文含义、错误信息或 HTTP 状态码查找错误码",
  "maximum number of results": "结果的最大数量",
  "list the codes that an action of an API can answer with, by whether a retry helps":
    "列出 API 的某个接口可能返回的错误码，按重试是否有用分组",
  "only of this provider, by id, name or alias": "只列出该云服务商（ID、名称或别名）的错误码",
  "only of this service": "只列出该产品的错误码",
  "only the codes that are worth a retry, at once or after renewing something":
    "只列出值得重试的错误码（立即重试，或更新某项内容后重试）",
  "print a JSON array with an object for each service that has the action":
    "输出 JSON 数组，每个具有该接口的产品对应一个对象",
  "explain codes, or the errors that a file, standard input (-) or a text reports":
    "说明错误码，或文件、标准输入（-）、一段文本所报告的错误",
  "check the error codes in files, folders, globs, or standard input (-); without a path, in this folder":
    "检查文件、文件夹、通配路径或标准输入（-）中的错误码；不指定路径时检查当前文件夹",
  "output format: pretty, compact, json, sarif, github, gitlab, junit; repeatable, all but one with a file":
    "输出格式：pretty、compact、json、sarif、github、gitlab、junit；可重复，最多一个不指定文件",
  "the file to write the report to, instead of standard output": "要写入报告的文件，代替标准输出",
  "pass over files that are named but cannot be checked": "跳过已指定但无法检查的文件",
  "the same as --format json": "等同于 --format json",
  "set the severity of a rule (repeatable)": "设置规则的严重级别（可重复）",
  "number of warnings allowed": "允许的警告数量",
  "report hints, too; they never affect the exit code": "同时报告提示；提示不影响退出码",
  "fix findings that have a single certain suggestion": "修复只有一个确定建议的问题",
  "ignore the findings recorded in this file": "忽略该文件中记录的问题",
  "write the current findings to the baseline": "将当前的问题写入基线文件",
  "check only files that changed since a git revision": "只检查自某个 git 版本以来更改的文件",
  "the path that determines the language and configuration of standard input":
    "用于确定标准输入的语言和配置的路径",
  "list skipped files and the reasons on standard error": "在标准错误输出中列出跳过的文件及原因",
  "write the error codes of documents as a catalog file: Markdown, HTML, AsciiDoc, CSV, Excel, JSON, YAML, TOML, OpenAPI, Protocol Buffers, source code":
    "将文档中的错误码写成目录文件：Markdown、HTML、AsciiDoc、CSV、Excel、JSON、YAML、TOML、OpenAPI、Protocol Buffers、源代码",
  "the provider of the codes": "错误码所属的云服务商",
  "the service that the codes belong to": "错误码所属的产品",
  "the name of the service": "产品名称",
  "what each column holds, if that is ambiguous (repeatable)": "各列的内容，用于无法确定时（可重复）",
  "only the tables below this heading (repeatable)": "只读取该标题下的表格（可重复）",
  "import descriptions, causes and solutions, too": "同时导入描述、原因和解决方法",
  "print the rows that would be imported, and write nothing": "只打印将导入的行，不写入任何内容",
  "the file to write or update, instead of standard output": "要写入或更新的文件，代替标准输出",
  "print the report as JSON (requires -o)": "以 JSON 输出报告（需要 -o）",
  "list the error codes in files and folders, or the calls of cloud APIs":
    "列出文件和文件夹中的错误码，或对云 API 的调用",
  "list the calls, which codes are tested after each, and which worth a retry are not":
    "列出各个调用、其后判断了哪些错误码，以及哪些值得重试的错误码没有判断",
  "print one JSON object per line": "每行输出一个 JSON 对象",
  "serve agents by the Model Context Protocol over standard input and output":
    "通过标准输入和输出，以模型上下文协议（MCP）为智能体提供服务",
  "It must be a whole number, 1 or greater.": "必须是大于等于 1 的整数。",
  "It must be a whole number, 0 or greater.": "必须是大于等于 0 的整数。",
  "Write it as rule=severity.": "请写成 rule=severity 的形式。",
  "It must be lower-case letters and digits, joined by '-'.": "必须由小写字母和数字组成，以“-”连接。",
};

/** The Chinese of the headings that the library writes. */
export const headings: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Global Options:": "全局选项：",
  "Commands:": "命令：",
};

/** The Chinese of the errors that the library reports, whose values stay as they are. */
export const errors: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [/^error: unknown option '([\s\S]*?)'$/m, "error-codes: 未知的选项“$1”"],
  [/^error: unknown command '([\s\S]*?)'$/m, "error-codes: 未知的命令“$1”"],
  [/^error: missing required argument '([\s\S]*?)'$/m, "error-codes: 缺少参数“$1”"],
  [/^error: option '([\s\S]*?)' argument missing$/m, "error-codes: 选项“$1”缺少参数"],
  [/^error: required option '([\s\S]*?)' not specified$/m, "error-codes: 缺少必需的选项“$1”"],
  [
    /^error: too many arguments(?: for '([\s\S]*?)')?\. Expected (\d+) arguments? but got (\d+).*$/m,
    "error-codes: 参数过多：需要 $2 个，实际为 $3 个。",
  ],
  [/^error: option '([^']*?)' argument '([\s\S]*?)' is invalid\. /m, "error-codes: 选项“$1”的参数“$2”无效。"],
  [/Allowed choices are ([\s\S]*?)\.$/m, "可选值：$1。"],
  [/^\(Did you mean (?:one of )?([\s\S]*?)\?\)$/m, "（是否指 $1？）"],
];
